//! What a new draft of a kind could start from, shown before it is made.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::Draft;
use tongket_template::{Facts, figure_for_year};

use crate::drafts::draft_line;
use crate::plain::count;
use crate::year_data::YearData;
use crate::{App, AppError, Assets, DraftLine, Scope};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DraftOffer {
    /// A proposal.
    pub title: String,
    /// The newest draft of the year before, of the same kind.
    pub last_year: Option<DraftLine>,
    /// What comes over from the year before, one sentence each.
    pub carried: Vec<String>,
    /// Figures owed for the year and not in.
    pub missing: u32,
}

pub fn draft_offer(app: &App, scope: &Scope, kind: &str) -> Result<DraftOffer, AppError> {
    let id = kind;
    let kind = app.kind(id)?;
    let issuer = app.issuer(&scope.choice(), kind.side)?;
    let last_year = last_year(app, scope, id)?;
    let profile = Assets::profile(&kind.profile)?;
    let facts = app.snapshot(issuer, Some(scope.year), profile.citation_pattern())?;
    let data = YearData::load(app, &scope.choice(), scope.year)?;
    Ok(DraftOffer {
        title: proposed_title(&kind.name, scope.year),
        carried: carried(&facts, last_year.as_ref()),
        last_year: last_year.map(|draft| draft_line(app, &draft)).transpose()?,
        missing: count(data.missing().count()),
    })
}

/// "Báo cáo tổng kết công tác xây dựng Đảng năm 2023"
pub(crate) fn proposed_title(kind_name: &str, year: i32) -> String {
    format!("{kind_name} năm {year}")
}

/// The draft that was changed last among those of the kind.
fn last_year(app: &App, scope: &Scope, kind: &str) -> Result<Option<Draft>, AppError> {
    let titles = app.draft_titles(scope)?.into_iter();
    let candidates = titles.filter(|draft| draft.year == scope.year - 1 && draft.kind == kind);
    let newest = candidates.max_by(|one, other| one.changed.cmp(&other.changed));
    newest.map(|draft| Ok(app.store.draft(draft.id)?)).transpose()
}

fn carried(facts: &impl Facts, last_year: Option<&Draft>) -> Vec<String> {
    let year = facts.year();
    let mut carried = Vec::new();
    if let Some(draft) = last_year {
        carried.push(format!(
            "Lời văn của «{}»; số liệu trong đó tự lấy theo năm {year}, năm gõ bằng chữ số thì \
             giữ nguyên và được nêu khi rà soát",
            draft.title
        ));
    }
    let with = |has: &dyn Fn(tongket_model::IndicatorId) -> bool| {
        facts.indicators().iter().filter(|of| has(of.id)).count()
    };
    let n_last = with(&|of| figure_for_year(facts, of, year - 1).is_some());
    if n_last > 0 {
        carried.push(format!("{n_last} chỉ tiêu có số liệu năm {} làm cùng kỳ", year - 1));
    }
    let n_plans = with(&|of| facts.plans(of).iter().any(|plan| plan.period.year() == year));
    if n_plans > 0 {
        carried.push(format!("{n_plans} chỉ tiêu có kế hoạch năm {year}"));
    }
    let lists = facts.lists().iter().filter(|list| list.year == year && !list.items.is_empty());
    carried.extend(lists.map(|list| format!("Danh mục «{}»: {} mục", list.name, list.items.len())));
    carried
}
