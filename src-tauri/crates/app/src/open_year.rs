//! Opens a year from the one before: the targets that were set for it become its plans, and
//! standing lists are carried over.

use serde::Serialize;
use tongket_figures::Period;
use tongket_model::{
    Conclusion, ConclusionKind, FIELDS, Figure, ItemList, ListId, ListItem, Organisation, Origin,
    Plan, PlanId, Scorecard, ScorecardId, Target, field_name,
};
use tongket_store::{Changes, Store, StoreError};

use crate::{App, AppError, OfficeChoice};

/// Kinds of lists that go on into the next year, and the kind they become there: pillars stay
/// pillars, limitations become those to be overcome.
const CARRIED: [(&str, &str); 2] = [("tru-cot", "tru-cot"), ("han-che", "han-che-nam-truoc")];

/// What was, or would be, carried over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearOpened {
    pub year: i32,
    pub office: String,
    /// Names of the indicators whose target became a plan.
    pub plans: Vec<String>,
    /// Names of the lists carried over.
    pub lists: Vec<String>,
    pub scorecards: Vec<String>,
    /// What last year's reports called a limitation: this year's report says what became of each.
    pub limitations: Vec<LastLimitation>,
    /// Targets left alone, since the year has a plan of its own already.
    pub plans_kept: Vec<String>,
    /// Figures of the year before: the "cùng kỳ" of this one.
    pub same_period_figures: usize,
}

/// A limitation of the year before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastLimitation {
    /// Its number among the conclusions.
    pub id: u32,
    pub text: String,
    /// Name of its field; empty for all.
    pub field: String,
    /// "đã khắc phục", "đang khắc phục", "chưa khắc phục", or "chưa nêu" while nobody has said.
    pub state: String,
}

/// Everything that opening the year would write.
pub(crate) struct Carried {
    pub plans: Vec<Plan>,
    pub lists: Vec<ItemList>,
    pub scorecards: Vec<Scorecard>,
    pub summary: YearOpened,
}

/// Opens `year` as one step; `dry_run` only tells what it would do.
pub fn open_year(
    app: &mut App,
    office: &OfficeChoice,
    year: i32,
    dry_run: bool,
) -> Result<YearOpened, AppError> {
    let office = app.data_office(office)?;
    let carried = carried(app, &office, year)?;
    let nothing =
        carried.plans.is_empty() && carried.lists.is_empty() && carried.scorecards.is_empty();
    let is_asked = !carried.summary.limitations.is_empty();
    if nothing && carried.summary.plans_kept.is_empty() && !is_asked {
        return Err(AppError::refused(format!(
            "Không có gì để mở năm {year}: «{}» chưa có chỉ tiêu năm {year} và chưa có danh mục năm {}",
            office.name,
            year - 1
        )));
    }
    if !dry_run && !nothing {
        write_carried(app, &carried)?;
    }
    Ok(carried.summary)
}

/// Writes what is carried over, as one step.
pub(crate) fn write_carried(app: &mut App, carried: &Carried) -> Result<(), AppError> {
    let name = format!("Mở năm {}", carried.summary.year);
    app.store.transact(&name, |changes| write(changes, carried))?;
    Ok(())
}

fn write(changes: &mut Changes, carried: &Carried) -> Result<(), StoreError> {
    for plan in &carried.plans {
        changes.add_plan(plan)?;
    }
    for list in &carried.lists {
        changes.add_list(list)?;
    }
    for scorecard in &carried.scorecards {
        changes.add_scorecard(scorecard)?;
    }
    Ok(())
}

/// What opening `year` would write.
pub(crate) fn carried(app: &App, office: &Organisation, year: i32) -> Result<Carried, AppError> {
    let store = &app.store;
    let indicators = store.indicators(office.id)?;
    let name_of = |target: &Target| {
        let of = indicators.iter().find(|indicator| indicator.id == target.indicator);
        of.map(|indicator| indicator.name.clone()).unwrap_or_default()
    };
    let targets = store.targets_of(office.id)?;
    let mut targets: Vec<_> = targets.into_iter().filter(|target| target.year == year).collect();
    targets.sort_by_key(|target| (target.position, target.id));
    let planned: Vec<_> = store
        .plans_of(office.id)?
        .into_iter()
        .filter(|plan| plan.period == Period::Year(year))
        .map(|plan| plan.indicator)
        .collect();
    let (kept, new): (Vec<_>, Vec<_>) =
        targets.iter().partition(|target| planned.contains(&target.indicator));
    let lists = carried_lists(&store.lists_of(office.id)?, year);
    let scorecards = carried_scorecards(&store.scorecards_of(office.id)?, &targets, year);
    let figures = store.figures_of(office.id)?;
    let before = |figure: &&Figure| figure.period.year() == year - 1;
    let summary = YearOpened {
        year,
        office: office.slug.to_string(),
        plans: new.iter().map(|target| name_of(target)).collect(),
        plans_kept: kept.iter().map(|target| name_of(target)).collect(),
        lists: lists.iter().map(|list| list.name.clone()).collect(),
        scorecards: scorecards.iter().map(|card| card.name.clone()).collect(),
        limitations: last_limitations(store, office, year)?,
        same_period_figures: figures.iter().filter(before).count(),
    };
    let plans = new.into_iter().map(|target| plan_of(target, year)).collect();
    Ok(Carried { plans, lists, scorecards, summary })
}

/// Those of the year before, by field, parts of others left out.
pub(crate) fn last_limitations(
    store: &Store,
    office: &Organisation,
    year: i32,
) -> Result<Vec<LastLimitation>, AppError> {
    let mut found = store.conclusions_between(office.id, year - 1, year - 1)?;
    found.retain(|it| {
        it.kind == ConclusionKind::Limitation && it.year == year - 1 && it.part_of.is_none()
    });
    let place = |slug: &str| FIELDS.iter().position(|(known, _)| *known == slug);
    found.sort_by_key(|it| (place(&it.field), it.position));
    let line = |it: &Conclusion| LastLimitation {
        id: u32::try_from(it.id.0).unwrap_or(u32::MAX),
        text: it.text.clone(),
        field: field_name(&it.field).to_owned(),
        state: it.progress_name().to_owned(),
    };
    Ok(found.iter().map(line).collect())
}

fn plan_of(target: &Target, year: i32) -> Plan {
    Plan {
        id: PlanId(0),
        indicator: target.indicator,
        period: Period::Year(year),
        assigner: String::new(),
        quantity: target.quantity.clone(),
        raw: target.raw.clone(),
        origin: Origin::Carried { year: year - 1 },
        state: target.state,
        position: target.position,
    }
}

fn carried_lists(lists: &[ItemList], year: i32) -> Vec<ItemList> {
    let mut carried = Vec::new();
    for list in lists.iter().filter(|list| list.year == year - 1) {
        let Some((_, kind)) = CARRIED.iter().find(|(from, _)| list.kind == *from) else { continue };
        if lists.iter().any(|other| other.year == year && other.slug == list.slug) {
            continue;
        }
        let items = list.items.iter().map(|item| ListItem {
            text: item.text.clone(),
            origin: Origin::Carried { year: year - 1 },
            state: item.state,
        });
        carried.push(ItemList {
            id: ListId(0),
            year,
            kind: (*kind).to_owned(),
            items: items.collect(),
            ..list.clone()
        });
    }
    carried
}

/// Last year's scorecards with the indicators that have a target for this year.
fn carried_scorecards(cards: &[Scorecard], targets: &[Target], year: i32) -> Vec<Scorecard> {
    let has_target = |id: &_| targets.iter().any(|target| target.indicator == *id);
    let of_last_year = cards.iter().filter(|card| card.year == year - 1);
    let open = of_last_year
        .filter(|card| !cards.iter().any(|other| other.year == year && other.slug == card.slug));
    open.map(|card| Scorecard {
        id: ScorecardId(0),
        year,
        name: card.name.replace(&(year - 1).to_string(), &year.to_string()),
        indicators: card.indicators.iter().copied().filter(has_target).collect(),
        ..card.clone()
    })
    .filter(|card| !card.indicators.is_empty())
    .collect()
}
