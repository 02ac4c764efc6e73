//! The register of documents: listed, searched by what they carry out, taken away.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::Style;
use tongket_model::{
    Conclusion, Document, DocumentId, DocumentRelation, RelationKind as Relation, documents_named,
    field_name, is_within_field,
};

use super::mirrored::DocumentState;
use super::typed::number;
use crate::plain::count;
use crate::{App, AppError, OfficeChoice};

/// Which documents are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Type)]
#[serde(default)]
pub struct DocumentQuery {
    /// Only those that carry out the one of this number: "văn bản triển khai".
    pub implementing: Option<String>,
    /// Issued in that year, or in force for it.
    pub year: Option<i32>,
    /// Slug of a field.
    pub field: Option<String>,
    /// "Chỉ thị"
    pub kind: Option<String>,
    pub state: Option<DocumentState>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DocumentLine {
    pub id: u32,
    /// "Chỉ thị 24-CT/TU"
    pub title: String,
    pub kind: String,
    pub number: String,
    /// As printed: "07/8/2023", or the words that stand for it; may be empty.
    pub date: String,
    pub issuer: String,
    pub subject: String,
    #[specta(inline)]
    pub state: DocumentState,
    /// "chờ ban hành" or "đã ban hành"
    pub state_name: String,
    /// Its name; empty for all.
    pub field: String,
    pub aliases: Vec<String>,
    /// "thực hiện Chỉ thị 24-CT/TU"
    pub relations: Vec<String>,
    /// Titles of those that carry it out, by date: "Kế hoạch 171-KH/TU (7 ngày sau)".
    pub implemented_by: Vec<String>,
    /// How many conclusions stand in it or carry it out.
    pub n_conclusions: u32,
    pub n_open_opinions: u32,
}

/// The newest first.
pub fn documents(
    app: &App,
    office: &OfficeChoice,
    query: &DocumentQuery,
) -> Result<Vec<DocumentLine>, AppError> {
    let owner = app.data_office(office)?;
    let style = app.style(&owner)?;
    let all = app.store.documents_of(owner.id)?;
    let conclusions = app.store.conclusions_of(owner.id)?;
    let wanted = match &query.implementing {
        Some(number) => Some(called(&all, number)?.id),
        None => None,
    };
    let fits = |it: &&Document| {
        let state = DocumentState::from(it.state);
        wanted.is_none_or(|wanted| carries_out(it, wanted))
            && query.year.is_none_or(|year| is_of_year(it, year))
            && query.field.as_ref().is_none_or(|field| is_within_field(&it.field, field))
            && query.kind.as_ref().is_none_or(|kind| it.kind == *kind)
            && query.state.is_none_or(|wanted| wanted == state)
    };
    let mut found: Vec<&Document> = all.iter().filter(fits).collect();
    found.sort_by_key(|document| std::cmp::Reverse((document.first_day(), document.id)));
    Ok(found.into_iter().map(|it| line(it, &all, &conclusions, &style)).collect())
}

fn carries_out(it: &Document, wanted: DocumentId) -> bool {
    let implements = |of: &DocumentRelation| of.kind == Relation::Implements && of.to == wanted;
    it.relations.iter().any(implements)
}

fn is_of_year(it: &Document, year: i32) -> bool {
    let in_force = it.term.map(|term| term.bounds());
    it.first_day().is_some_and(|date| date.year() == year)
        || in_force.is_some_and(|(from, to)| (from.year()..=to.year()).contains(&year))
}

fn line(
    it: &Document,
    all: &[Document],
    conclusions: &[Conclusion],
    style: &Style,
) -> DocumentLine {
    let title_of = |id: DocumentId| all.iter().find(|it| it.id == id).map(Document::title);
    let relations = it.relations.iter().filter_map(|relation| {
        Some(format!("{} {}", relation.kind.vietnamese(), title_of(relation.to)?))
    });
    let mut by: Vec<&Document> = all.iter().filter(|other| carries_out(other, it.id)).collect();
    by.sort_by_key(|other| (other.date, other.id));
    let state = DocumentState::from(it.state);
    let of_it =
        conclusions.iter().filter(|row| row.document == Some(it.id) || row.basis.contains(&it.id));
    DocumentLine {
        id: number(it.id.0),
        title: it.title(),
        kind: it.kind.clone(),
        number: it.number.clone(),
        date: match it.date {
            Some(date) => date.print(style),
            None => it.date_words.clone(),
        },
        issuer: it.issuer.clone(),
        subject: it.subject.clone(),
        state,
        state_name: it.state.vietnamese().to_owned(),
        field: field_name(&it.field).to_owned(),
        aliases: it.aliases.clone(),
        relations: relations.collect(),
        implemented_by: by.iter().map(|other| title_after(other, it)).collect(),
        n_conclusions: count(of_it.count()),
        n_open_opinions: count(it.opinions.iter().filter(|it| it.answer.is_none()).count()),
    }
}

/// "Kế hoạch 171-KH/TU (7 ngày sau)"
fn title_after(it: &Document, carried_out: &Document) -> String {
    match (it.date, carried_out.date) {
        (Some(date), Some(first)) if date >= first => {
            format!("{} ({} ngày sau)", it.title(), date.days_since(first))
        }
        _ => it.title(),
    }
}

/// Takes a document out of the register, as one step; refused while something names it.
pub fn remove_document(app: &mut App, office: &OfficeChoice, id: u32) -> Result<(), AppError> {
    let owner = app.data_office(office)?.id;
    let all = app.store.documents_of(owner)?;
    let document = numbered(&all, id)?;
    let step = format!("Xóa {}", document.title());
    app.store.transact(&step, |changes| changes.remove_document(document.id))?;
    Ok(())
}

/// The row of that number in the list.
pub(super) fn numbered(all: &[Document], id: u32) -> Result<&Document, AppError> {
    all.iter().find(|it| it.id.0 == i64::from(id)).ok_or_else(|| {
        AppError::usage(format!("Không có văn bản thứ {id}; xem các số trong danh sách"))
    })
}

/// The place in the list of the document of a number or an alias: "24-CT/TU", "24 ct tu".
pub fn document_numbered(app: &App, office: &OfficeChoice, name: &str) -> Result<u32, AppError> {
    let owner = app.data_office(office)?.id;
    Ok(number(called(&app.store.documents_of(owner)?, name)?.id.0))
}

/// The document that people call so, however it is spelled; refused when several are.
pub(super) fn called<'d>(all: &'d [Document], name: &str) -> Result<&'d Document, AppError> {
    match documents_named(all, name)[..] {
        [] => Err(AppError::usage(format!(
            "Không có văn bản «{name}» trong kho; hãy thêm văn bản đó trước"
        ))),
        [found] => Ok(found),
        ref several => {
            let names = several.iter().map(|it| format!("«{}»", it.name_among(all)));
            let names = names.collect::<Vec<_>>().join(" hay ");
            let n = several.len();
            Err(AppError::usage(format!("Có {n} văn bản «{name}» trong kho; hãy ghi rõ {names}")))
        }
    }
}
