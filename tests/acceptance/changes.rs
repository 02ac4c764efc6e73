//! What a case does to its copy of the sample database before drafting.

use std::path::Path;

use serde::Deserialize;
use tongket_figures::{Date, DateReading, Period, Quantity, read_date};
use tongket_model::{
    Assignee, Conclusion, ConclusionId, ConclusionKind, Document, DocumentState, Figure, FigureId,
    FigureKind, Indicator, ItemList, ListId, ListItem, Organisation, Origin, Plan, PlanId,
    Reported, ReportedMeasure, ReportedValue, State,
};
use tongket_store::{Changes, Clock, Store, StoreError};

/// One change, by what it does.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum Change {
    SetFigure {
        office: String,
        indicator: String,
        period: String,
        value: String,
    },
    RemoveFigure {
        office: String,
        indicator: String,
        period: String,
    },
    SetPlan {
        office: String,
        indicator: String,
        period: String,
        assigner: String,
        value: String,
    },
    RemovePlans {
        office: String,
        indicator: String,
    },
    RemoveOneTarget {
        office: String,
        year: i32,
    },
    AddToScorecard {
        office: String,
        indicator: String,
    },
    PadCounts {
        office: String,
        pad: bool,
    },
    AddList {
        office: String,
        slug: String,
        year: i32,
        name: String,
        stated: i64,
        items: Vec<String>,
    },
    AddDocument {
        office: String,
        kind: String,
        number: String,
        date: String,
        issuer: String,
    },
    /// `part_of` counts those that the case added before, from 1.
    AddConclusion {
        office: String,
        kind: ConclusionKind,
        year: i32,
        text: String,
        part_of: Option<usize>,
        stated: Option<i64>,
    },
    AddLimitation {
        office: String,
        year: i32,
        field: String,
        text: String,
    },
    /// Of the rule that the sample row of this source is given to.
    SetThreshold {
        office: String,
        source: String,
        indicator: String,
        below: String,
    },
    /// A result that the unit reported after the others; a number of the indicator's unit.
    SetReported {
        office: String,
        indicator: String,
        unit: String,
        value: String,
    },
    KeepListItems {
        office: String,
        list: String,
        n_kept: usize,
    },
    RemoveReported {
        office: String,
        indicator: String,
        unit: String,
    },
    /// By the source of the sample row.
    RemoveConclusion {
        office: String,
        source: String,
    },
    /// Gives number and date to what waited for them.
    IssueDocument {
        office: String,
        subject: String,
        number: String,
        date: String,
    },
}

/// Makes the changes as one step.
pub fn make(database: &Path, changes: &[Change]) {
    let mut store = Store::open_existing(database, Clock::System).unwrap();
    let organisations = store.organisations().unwrap();
    let mut added: Vec<ConclusionId> = Vec::new();
    store
        .transact("Thay đổi để thử", |open| -> Result<(), StoreError> {
            for change in changes {
                let office =
                    organisations.iter().find(|o| o.slug.as_str() == change.office()).unwrap();
                change.make(open, office, &mut added)?;
            }
            Ok(())
        })
        .unwrap();
}

impl Change {
    fn office(&self) -> &str {
        match self {
            Change::SetFigure { office, .. }
            | Change::RemoveFigure { office, .. }
            | Change::SetPlan { office, .. }
            | Change::RemovePlans { office, .. }
            | Change::RemoveOneTarget { office, .. }
            | Change::AddToScorecard { office, .. }
            | Change::PadCounts { office, .. }
            | Change::AddList { office, .. }
            | Change::AddDocument { office, .. }
            | Change::AddConclusion { office, .. }
            | Change::AddLimitation { office, .. }
            | Change::SetThreshold { office, .. }
            | Change::SetReported { office, .. }
            | Change::KeepListItems { office, .. }
            | Change::RemoveReported { office, .. }
            | Change::RemoveConclusion { office, .. }
            | Change::IssueDocument { office, .. } => office,
        }
    }

    fn make(
        &self,
        open: &mut Changes,
        office: &Organisation,
        added: &mut Vec<ConclusionId>,
    ) -> Result<(), StoreError> {
        match self {
            Change::SetFigure { indicator, period, value, .. } => {
                let of = indicator_of(open, office, indicator);
                open.set_figure(&Figure {
                    id: FigureId(0),
                    indicator: of.id,
                    organisation: office.id,
                    period: period.parse().unwrap(),
                    kind: FigureKind::Actual,
                    quantity: Quantity::read(value, &of.unit).unwrap(),
                    raw: value.clone(),
                    origin: Origin::Hand,
                    state: State::Confirmed,
                    published: None,
                })?;
            }
            Change::RemoveFigure { indicator, period, .. } => {
                let of = indicator_of(open, office, indicator);
                let period: Period = period.parse().unwrap();
                let figures = open.store().figures_of(office.id)?;
                for figure in figures.iter().filter(|f| f.indicator == of.id && f.period == period)
                {
                    open.remove_figure(figure.id)?;
                }
            }
            Change::SetPlan { indicator, period, assigner, value, .. } => {
                let of = indicator_of(open, office, indicator);
                open.set_plan(&Plan {
                    id: PlanId(0),
                    indicator: of.id,
                    period: period.parse().unwrap(),
                    assigner: assigner.clone(),
                    quantity: Quantity::read(value, &of.unit).unwrap(),
                    raw: value.clone(),
                    origin: Origin::Hand,
                    state: State::Confirmed,
                    position: 0,
                })?;
            }
            Change::RemovePlans { indicator, .. } => {
                let of = indicator_of(open, office, indicator);
                for plan in
                    open.store().plans_of(office.id)?.iter().filter(|p| p.indicator == of.id)
                {
                    open.remove_plan(plan.id)?;
                }
            }
            Change::RemoveOneTarget { year, .. } => {
                let targets = open.store().targets_of(office.id)?;
                let target = targets.iter().find(|target| target.year == *year).unwrap();
                open.remove_target(target.id)?;
            }
            Change::AddToScorecard { indicator, .. } => {
                let of = indicator_of(open, office, indicator);
                let mut card = open.store().scorecards_of(office.id)?.remove(0);
                // It takes the place of the first, so that the number of targets stays.
                card.indicators[0] = of.id;
                open.update_scorecard(&card)?;
            }
            Change::AddList { slug, year, name, stated, items, .. } => {
                let item = |text: &String| ListItem {
                    text: text.clone(),
                    origin: Origin::Hand,
                    state: State::Confirmed,
                };
                open.add_list(&ItemList {
                    id: ListId(0),
                    organisation: office.id,
                    slug: slug.parse().unwrap(),
                    year: *year,
                    kind: "giai-phap".to_owned(),
                    field: String::new(),
                    name: name.clone(),
                    counting_word: "giải pháp".to_owned(),
                    stated_count: Some(*stated),
                    items: items.iter().map(item).collect(),
                })?;
            }
            Change::AddDocument { kind, number, date, issuer, .. } => {
                open.add_document(&Document {
                    number: number.clone(),
                    date: Some(day(date)),
                    issuer: issuer.clone(),
                    state: DocumentState::Issued,
                    ..Document::new(office.id, kind)
                })?;
            }
            Change::AddConclusion { kind, year, text, part_of, stated, .. } => {
                let id = open.add_conclusion(&Conclusion {
                    part_of: part_of.map(|nth| added[nth - 1]),
                    stated_count: *stated,
                    ..Conclusion::new(office.id, *kind, *year, text, Origin::Hand)
                })?;
                added.push(id);
            }
            Change::RemoveConclusion { source, .. } => {
                let conclusions = open.store().conclusions_of(office.id)?;
                let origin = Origin::Sample { source: source.clone() };
                let of = conclusions.iter().find(|it| it.origin == origin).unwrap();
                open.remove_conclusion(of.id)?;
            }
            Change::IssueDocument { subject, number, date, .. } => {
                let documents = open.store().documents_of(office.id)?;
                let of = documents.into_iter().find(|it| it.subject == *subject).unwrap();
                open.update_document(&Document {
                    number: number.clone(),
                    date: Some(day(date)),
                    state: DocumentState::Issued,
                    ..of
                })?;
            }
            Change::AddLimitation { year, field, text, .. } => {
                let kind = ConclusionKind::Limitation;
                open.add_conclusion(&Conclusion {
                    field: field.clone(),
                    counting_word: "nhóm hạn chế".to_owned(),
                    ..Conclusion::new(office.id, kind, *year, text, Origin::Hand)
                })?;
            }
            Change::SetThreshold { source, indicator, below, .. } => {
                let of = indicator_of(open, office, indicator);
                let conclusions = open.store().conclusions_of(office.id)?;
                let origin = Origin::Sample { source: source.clone() };
                let mut row = conclusions.into_iter().find(|it| it.origin == origin).unwrap();
                for assignee in &mut row.assignees {
                    if let Assignee::Rule { indicator, below: threshold, .. } = assignee {
                        *indicator = Some(of.id);
                        *threshold = Some(below.parse().unwrap());
                    }
                }
                open.update_conclusion(&row)?;
            }
            Change::SetReported { indicator, unit, value, .. } => {
                let of = indicator_of(open, office, indicator);
                let reporters = open.store().reporters_of(office.id)?;
                let unit = reporters.iter().find(|it| it.name == *unit).unwrap().organisation;
                let given = open.store().reported_to(office.id)?;
                let before = given.into_iter().find(|it| {
                    it.indicator == of.id
                        && it.reporter == unit
                        && it.measure == ReportedMeasure::Actual
                });
                let before = before.unwrap();
                open.set_reported(&Reported {
                    value: ReportedValue::Quantity(Quantity::read(value, &of.unit).unwrap()),
                    raw: value.clone(),
                    ..before
                })?;
            }
            Change::KeepListItems { list, n_kept, .. } => {
                let lists = open.store().lists_of(office.id)?;
                let mut list = lists.into_iter().find(|it| it.slug.as_str() == list).unwrap();
                list.items.truncate(*n_kept);
                open.update_list(&list)?;
            }
            Change::RemoveReported { indicator, unit, .. } => {
                let of = indicator_of(open, office, indicator);
                let reporters = open.store().reporters_of(office.id)?;
                let unit = reporters.iter().find(|it| it.name == *unit).unwrap().organisation;
                let given = open.store().reported_to(office.id)?;
                for value in given.iter().filter(|it| it.indicator == of.id && it.reporter == unit)
                {
                    open.remove_reported(value.id)?;
                }
            }
            Change::PadCounts { pad, .. } => {
                for organisation in open.store().organisations()? {
                    if let Some(mut its) = open.store().office(organisation.id)? {
                        its.style.pad_counts = *pad;
                        open.set_office(&its)?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn day(text: &str) -> Date {
    match read_date(text) {
        Some(DateReading::Day(day)) => day,
        other => panic!("{text}: {other:?}"),
    }
}

fn indicator_of(open: &Changes, office: &Organisation, slug: &str) -> Indicator {
    let indicators = open.store().indicators(office.id).unwrap();
    indicators.into_iter().find(|indicator| indicator.slug.as_str() == slug).unwrap()
}
