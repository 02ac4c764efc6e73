//! The year at a glance: what is in, what is missing and who owes it, the scorecard, what a look
//! over the data finds.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{Date, DateReading, read_date};
use tongket_model::{FigureKind, Indicator, IndicatorId};
use tongket_report::check_facts;
use tongket_template::Facts;

use crate::backups::{iso, newest_backup};
use crate::drafts::drafts_of_year;
use crate::figure_grid::Verdict;
use crate::plain::count;
use crate::year_data::YearData;
use crate::{App, AppError, DraftLine, FindingView, Scope};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MissingFigure {
    pub indicator: String,
    pub name: String,
    pub supplier: String,
    pub due: String,
    pub overdue: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FailingTarget {
    pub indicator: String,
    pub name: String,
    pub result: String,
    pub plan: String,
}

/// How the targets of a year stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ScorecardView {
    pub name: String,
    pub total: u32,
    pub exceeded: u32,
    pub met: u32,
    pub not_met: u32,
    /// Not to be judged yet: no figure, no plan, or only a part of the year.
    pub pending: u32,
    pub failing: Vec<FailingTarget>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Overview {
    /// Figures owed for the year, those that are in included.
    pub n_expected: u32,
    pub n_in: u32,
    /// Of those that are in.
    pub n_estimates: u32,
    /// Overdue ones first.
    pub missing: Vec<MissingFigure>,
    /// Of all targets when the year has no scorecard of its own; `None` when it has no targets.
    pub scorecard: Option<ScorecardView>,
    /// Of the year.
    pub drafts: Vec<DraftLine>,
    pub findings: Vec<FindingView>,
    /// ISO time.
    pub last_backup: Option<String>,
    /// The year that would be opened next.
    pub next_year: i32,
    /// It has plans already.
    pub next_year_open: bool,
}

pub fn overview(app: &App, scope: &Scope) -> Result<Overview, AppError> {
    let data = YearData::load(app, &scope.choice(), scope.year)?;
    let today = Date::from(app.clock.now().date());
    let results = || data.indicators.iter().filter_map(|of| data.result(of.id));
    let mut missing: Vec<MissingFigure> =
        data.missing().map(|of| missing_figure(of, scope.year, today)).collect();
    missing.sort_by_key(|figure| !figure.overdue);
    let next_year = scope.year + 1;
    Ok(Overview {
        n_expected: count(results().count() + missing.len()),
        n_in: count(results().count()),
        n_estimates: count(results().filter(|f| f.kind == FigureKind::Estimate).count()),
        missing,
        scorecard: scorecard(app, &data)?,
        drafts: drafts_of_year(app, scope)?,
        findings: findings(app, scope, &data)?,
        last_backup: newest_backup(app.path())?.map(|backup| iso(backup.time)),
        next_year,
        next_year_open: !app.store.plans_in(data.owner.id, next_year)?.is_empty(),
    })
}

fn missing_figure(of: &Indicator, year: i32, today: Date) -> MissingFigure {
    MissingFigure {
        indicator: of.slug.to_string(),
        name: of.name.clone(),
        supplier: of.supplier.clone(),
        due: of.due.clone(),
        overdue: due_date(&of.due, year).is_some_and(|due| due < today),
    }
}

/// Year-end figures are asked for around the turn of the year: "15/12" is in the year itself,
/// "10/01" in the one after. `None` for words that name no day.
fn due_date(due: &str, year: i32) -> Option<Date> {
    let read = read_date(due).or_else(|| read_date(&format!("ngày {due}")));
    match read? {
        DateReading::Day(day) => Some(day),
        DateReading::DayWithoutYear { day, month } => {
            Date::new(if month < 7 { year + 1 } else { year }, month, day)
        }
        DateReading::Month { .. } | DateReading::Interval(..) => None,
    }
}

fn scorecard(app: &App, data: &YearData) -> Result<Option<ScorecardView>, AppError> {
    let cards = app.store.scorecards_of(data.owner.id)?;
    let card = cards.into_iter().find(|card| card.year == data.year);
    let (name, members): (String, Vec<&Indicator>) = match card {
        Some(card) => {
            let member = |id: &IndicatorId| data.indicators.iter().find(|of| of.id == *id);
            (card.name, card.indicators.iter().filter_map(member).collect())
        }
        None => {
            let planned = data.indicators.iter().filter(|of| !data.plans(of.id).is_empty());
            (format!("Chỉ tiêu có kế hoạch năm {}", data.year), planned.collect())
        }
    };
    if members.is_empty() {
        return Ok(None);
    }
    let verdicts: Vec<_> = members.iter().map(|of| (*of, data.verdict(of))).collect();
    let n = |wanted: Verdict| verdicts.iter().filter(|(_, v)| *v == Some(wanted)).count();
    let judged = [Verdict::Exceeded, Verdict::Met, Verdict::NotMet].map(n);
    let failing = verdicts.iter().filter(|(_, verdict)| *verdict == Some(Verdict::NotMet));
    Ok(Some(ScorecardView {
        name,
        total: count(members.len()),
        exceeded: count(judged[0]),
        met: count(judged[1]),
        not_met: count(judged[2]),
        pending: count(members.len() - judged.iter().sum::<usize>()),
        failing: failing.map(|(of, _)| failing_target(data, of)).collect(),
    }))
}

fn failing_target(data: &YearData, of: &Indicator) -> FailingTarget {
    let result = data.result(of.id).map(|figure| figure.quantity.print(&data.style));
    let plan = data.judging_plan(of.id).map(|plan| plan.quantity.print(&data.style));
    FailingTarget {
        indicator: of.slug.to_string(),
        name: of.name.clone(),
        result: result.unwrap_or_default(),
        plan: plan.unwrap_or_default(),
    }
}

/// Of the checks that need no draft; none for an office that cannot report yet or a year of which
/// nothing is known.
fn findings(app: &App, scope: &Scope, data: &YearData) -> Result<Vec<FindingView>, AppError> {
    let side = app.chosen(&scope.choice())?.side;
    let Ok(issuer) = app.issuer(&scope.choice(), side) else { return Ok(Vec::new()) };
    let Ok(facts) = app.snapshot(issuer, Some(data.year), "") else { return Ok(Vec::new()) };
    let facts: Arc<dyn Facts> = Arc::new(facts);
    Ok(check_facts(&*facts).iter().map(FindingView::from).collect())
}
