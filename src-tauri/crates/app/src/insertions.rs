//! What can be put into a text by picking it, with its value of now.

use std::sync::Arc;

use serde::Serialize;
use specta::Type;
use tongket_model::{Document, Indicator, ItemList, field_name};
use tongket_template::{Facts, Printed, plans_for, quoted, render_mapped};

use crate::search_words::{SearchWords, best};
use crate::{App, AppError, Scope};

/// One thing that can be inserted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Insertion {
    #[specta(inline)]
    pub group: InsertionGroup,
    /// "Tổng thu ngân sách"
    pub label: String,
    /// In which form, or what it is about.
    pub detail: String,
    /// As it would be printed now.
    pub value: String,
    /// What goes into the text.
    pub insert: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum InsertionGroup {
    Figure,
    Table,
    List,
    Document,
}

/// At most so many of each group are offered.
const OFFERED: usize = 12;

/// What fits the words of `query`, the best first inside of each group; without words the first
/// of each group.
pub fn insertions(app: &App, scope: &Scope, query: &str) -> Result<Vec<Insertion>, AppError> {
    let side = app.chosen(&scope.choice())?.side;
    let issuer = app.issuer(&scope.choice(), side)?;
    let facts: Arc<dyn Facts> = Arc::new(app.snapshot(issuer, Some(scope.year), CITATION)?);
    let words = SearchWords::read(query);
    let mut offered = Vec::new();
    let of_indicators = facts.indicators().iter().filter_map(|of| {
        let others = of.aliases.iter().map(String::as_str);
        let rank =
            words.rank(&of.name, others.chain([of.short_name.as_str(), of.slug.as_str()]))?;
        Some((rank, of))
    });
    for of in best(of_indicators, OFFERED) {
        offered.extend(of_indicator(of, &*facts));
    }
    offered.extend(best(ranked(&words, tables(&*facts)), OFFERED));
    let near = scope.year..=scope.year + 1;
    let lists = facts.lists().iter().filter(|list| near.contains(&list.year));
    let lists =
        lists.filter_map(|list| Some((words.rank(&list.name, [list.slug.as_str()])?, list)));
    for list in best(lists, OFFERED) {
        offered.extend(of_list(list, scope.year));
    }
    offered.extend(best(ranked(&words, facts.documents().iter().filter_map(document)), OFFERED));
    Ok(with_values(offered, &facts))
}

/// How a document is shown in the list; the report's own profile words it anew.
const CITATION: &str = "{loai} số {so}, ngày {ngay} của {co_quan}";

fn ranked(
    words: &SearchWords,
    offered: impl Iterator<Item = Insertion>,
) -> impl Iterator<Item = (u8, Insertion)> {
    offered.filter_map(|one| Some((words.rank(&one.label, [one.detail.as_str()])?, one)))
}

fn insertion(group: InsertionGroup, label: &str, detail: &str, call: &str) -> Insertion {
    Insertion {
        group,
        label: label.to_owned(),
        detail: detail.to_owned(),
        value: String::new(),
        insert: format!("{{{{ {call} }}}}"),
    }
}

/// The forms in which a figure can stand in a text; those against a plan or the year before only
/// where there is one.
fn of_indicator(of: &Indicator, facts: &dyn Facts) -> Vec<Insertion> {
    let form = |detail: &str, function: &str| {
        let call = format!("{function}(\"{}\")", of.slug);
        insertion(InsertionGroup::Figure, &of.name, detail, &call)
    };
    let mut forms = vec![form("cả cụm", "so_lieu"), form("chỉ giá trị", "gia_tri")];
    let figure = tongket_template::figure_for_year(facts, of.id, facts.year());
    if figure.is_some_and(|figure| plans_for(facts, of.id, figure.period).next().is_some()) {
        forms.push(form("so với kế hoạch", "so_voi_ke_hoach"));
    }
    if tongket_template::figure_for_year(facts, of.id, facts.year() - 1).is_some() {
        forms.push(form("so với cùng kỳ", "so_voi_cung_ky"));
    }
    forms
}

/// The table of targets, whole and by field.
fn tables(facts: &dyn Facts) -> impl Iterator<Item = Insertion> {
    let mut fields: Vec<&str> = Vec::new();
    for of in facts.indicators() {
        if !fields.contains(&of.field.as_str()) {
            fields.push(&of.field);
        }
    }
    let year = facts.year();
    let name = format!("Bảng chỉ tiêu năm {year}");
    let whole = insertion(InsertionGroup::Table, &name, "mọi lĩnh vực", "bang_chi_tieu()");
    let by_field = fields.into_iter().map(|field| {
        let call = format!("bang_chi_tieu(linh_vuc={})", quoted(field));
        insertion(InsertionGroup::Table, &name, field_name(field), &call)
    });
    std::iter::once(whole).chain(by_field).collect::<Vec<_>>().into_iter()
}

fn of_list(list: &ItemList, year: i32) -> Vec<Insertion> {
    let of_year = if list.year == year { "" } else { ", nam=nam_sau" };
    let rows = format!("danh_sach(\"{}\"{of_year})", list.slug);
    let label = format!("{} năm {}", list.name, list.year);
    let form = |detail: &str, call: String| insertion(InsertionGroup::List, &label, detail, &call);
    vec![
        form("gạch đầu dòng", format!("danh_muc({rows})")),
        form("nối trong câu", format!("liet_ke({rows})")),
        form("số lượng", format!("dem({rows})")),
    ]
}

/// A document that waits for its number cannot be cited yet.
fn document(document: &Document) -> Option<Insertion> {
    let label = format!("{} {}", document.kind, document.number);
    let call = format!("dan_van_ban({})", quoted(&document.number));
    let one = insertion(InsertionGroup::Document, &label, &document.subject, &call);
    (!document.number.is_empty()).then_some(one)
}

/// Prints all of them in one go. What cannot be printed is not offered.
fn with_values(mut offered: Vec<Insertion>, facts: &Arc<dyn Facts>) -> Vec<Insertion> {
    let body: Vec<&str> = offered.iter().map(|one| one.insert.as_str()).collect();
    let Ok(printed) = render_mapped("danh mục chèn", &body.join("\n\n"), facts) else {
        return Vec::new();
    };
    for (one, chip) in offered.iter_mut().zip(printed.chips) {
        one.value = match chip.values.first() {
            Some(Printed::Table(table)) => format!("{} dòng", table.n_body_rows()),
            _ => chip.text,
        };
    }
    offered
}
