//! Opening a year in the window: what it would write is shown first, and the person may leave
//! parts of it out.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::IndicatorId;

use crate::open_year::{carried, write_carried};
use crate::{App, AppError, OfficeChoice};

/// What opening a year would write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct YearOffer {
    pub year: i32,
    pub plans: Vec<OfferedPlan>,
    /// Figures of the year before: the "cùng kỳ" of this one.
    pub same_period_figures: u32,
    pub lists: Vec<OfferedList>,
    pub scorecards: Vec<OfferedScorecard>,
    /// What last year's reports called a limitation. Opening the year writes nothing of them: they
    /// stay rows of their year, and what became of each is recorded there.
    pub limitations: Vec<OfferedLimitation>,
}

/// A limitation of the year before, to be answered for in this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OfferedLimitation {
    /// Its number among the conclusions.
    pub id: u32,
    pub text: String,
    /// Name of its field; empty for all.
    pub field: String,
    /// "đã khắc phục", "đang khắc phục", "chưa khắc phục", or "chưa nêu" while nobody has said.
    pub state: String,
}

/// A target that was set for the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OfferedPlan {
    pub indicator: String,
    pub name: String,
    /// "trên 120 đảng viên"
    pub text: String,
    /// The year has a plan for it already, which stays.
    pub already: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OfferedList {
    pub slug: String,
    pub name: String,
    /// What it is in the new year, in words.
    pub becomes: String,
    pub items: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OfferedScorecard {
    pub slug: String,
    pub name: String,
}

/// What is to be written, by slug: of plans those of their indicators.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct YearChoice {
    pub plans: Vec<String>,
    pub lists: Vec<String>,
    pub scorecards: Vec<String>,
}

pub fn year_offer(app: &App, choice: &OfficeChoice, year: i32) -> Result<YearOffer, AppError> {
    let office = app.data_office(choice)?;
    let style = app.style(&office)?;
    let carried = carried(app, &office, year)?;
    let indicators = app.store.indicators(office.id)?;
    let indicators: HashMap<IndicatorId, _> = indicators.iter().map(|of| (of.id, of)).collect();
    let new = |id: IndicatorId| carried.plans.iter().any(|plan| plan.indicator == id);
    let targets = app.store.targets_for(office.id, year)?;
    let plans = targets.iter().filter_map(|target| {
        let of = indicators.get(&target.indicator)?;
        Some(OfferedPlan {
            indicator: of.slug.to_string(),
            name: of.name.clone(),
            text: target.quantity.print(&style),
            already: !new(of.id),
        })
    });
    let lists = carried.lists.iter().map(|list| OfferedList {
        slug: list.slug.to_string(),
        name: list.name.clone(),
        becomes: becomes(&list.kind, year),
        items: list.items.iter().map(|item| item.text.clone()).collect(),
    });
    let scorecards = carried.scorecards.iter();
    let scorecards = scorecards
        .map(|card| OfferedScorecard { slug: card.slug.to_string(), name: card.name.clone() });
    let limitations = carried.summary.limitations.iter().map(|it| OfferedLimitation {
        id: it.id,
        text: it.text.clone(),
        field: it.field.clone(),
        state: it.state.clone(),
    });
    Ok(YearOffer {
        year,
        plans: plans.collect(),
        same_period_figures: u32::try_from(carried.summary.same_period_figures).unwrap_or(u32::MAX),
        lists: lists.collect(),
        scorecards: scorecards.collect(),
        limitations: limitations.collect(),
    })
}

/// Writes the chosen parts as one step; what is not on offer any more is left out.
pub fn open_chosen_year(
    app: &mut App,
    choice: &OfficeChoice,
    year: i32,
    chosen: &YearChoice,
) -> Result<(), AppError> {
    let office = app.data_office(choice)?;
    let mut carried = carried(app, &office, year)?;
    let slugs: HashMap<IndicatorId, String> = app
        .store
        .indicators(office.id)?
        .into_iter()
        .map(|of| (of.id, of.slug.to_string()))
        .collect();
    let is_chosen = |list: &[String], slug: &str| list.iter().any(|known| known == slug);
    carried.plans.retain(|plan| {
        slugs.get(&plan.indicator).is_some_and(|slug| is_chosen(&chosen.plans, slug))
    });
    carried.lists.retain(|list| is_chosen(&chosen.lists, list.slug.as_str()));
    carried.scorecards.retain(|card| is_chosen(&chosen.scorecards, card.slug.as_str()));
    if carried.plans.is_empty() && carried.lists.is_empty() && carried.scorecards.is_empty() {
        return Err(AppError::refused(format!(
            "Chưa chọn gì để mở năm {year}; hãy chọn ít nhất một kế hoạch, danh mục hoặc bảng điểm"
        )));
    }
    write_carried(app, &carried)
}

/// What a list of this kind is for in the new year.
fn becomes(kind: &str, year: i32) -> String {
    match kind {
        "han-che-nam-truoc" => {
            format!("Hạn chế của năm {}, để báo cáo đã khắc phục đến đâu", year - 1)
        }
        _ => format!("Giữ nguyên cho năm {year}"),
    }
}
