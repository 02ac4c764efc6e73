//! What the units under an office promised and reached, for templates and for lists: which of them
//! fall short of a commitment, which are below a threshold.

use std::collections::HashMap;

use tongket_figures::{Amount, Direction, Period, Quantity};
use tongket_model::{Indicator, OrganisationId, Reported, ReportedMeasure, Reporter};

use crate::Facts;

/// The final result before the estimate.
pub(crate) const RESULTS: [ReportedMeasure; 2] =
    [ReportedMeasure::Actual, ReportedMeasure::Estimate];

/// What one unit promised, and how far it came.
pub struct Commitment<'f> {
    pub reporter: &'f Reporter,
    pub promised: &'f Reported,
    /// `None` while the unit has reported no result.
    pub reached: Option<&'f Reported>,
    /// Negative when it is surpassed; `None` without a result, or when the two cannot be compared.
    pub missing: Option<Quantity>,
}

/// A unit whose result is below a share of its plan.
pub struct UnitBelow<'f> {
    pub reporter: &'f Reporter,
    pub plan: &'f Reported,
    pub result: &'f Reported,
    /// In percent of the plan.
    pub ratio: Amount,
}

/// Every commitment of the year, in the order of tables.
pub fn commitments<'f>(facts: &'f dyn Facts, of: &Indicator, year: i32) -> Vec<Commitment<'f>> {
    let promised = newest(facts, of, year, None, &[ReportedMeasure::Commitment]);
    let reached = newest(facts, of, year, None, &RESULTS);
    let of_reporter = |reporter: &'f Reporter| {
        let promised = *promised.get(&reporter.organisation)?;
        let reached = reached.get(&reporter.organisation).copied();
        let both = promised.quantity().zip(reached.and_then(|it| it.quantity()));
        let missing = both.and_then(|(promised, reached)| missing_to(of, promised, reached));
        Some(Commitment { reporter, promised, reached, missing })
    };
    facts.reporters().iter().filter_map(of_reporter).collect()
}

/// The units whose result of the year is less than `below` percent of their plan, in the order of
/// tables. A unit without plan or result is none of them: nobody knows its ratio.
pub fn units_below<'f>(
    facts: &'f dyn Facts,
    of: &Indicator,
    year: i32,
    below: Amount,
) -> Vec<UnitBelow<'f>> {
    let plans = newest(facts, of, year, None, &[ReportedMeasure::Plan]);
    let results = newest(facts, of, year, None, &RESULTS);
    let of_reporter = |reporter: &'f Reporter| {
        let plan = *plans.get(&reporter.organisation)?;
        let result = *results.get(&reporter.organisation)?;
        let ratio = result.quantity()?.percent_of(plan.quantity()?)?;
        (ratio < below).then_some(UnitBelow { reporter, plan, result, ratio })
    };
    facts.reporters().iter().filter_map(of_reporter).collect()
}

/// What each unit gave: of the first of `measures` that it gave. Without `period` that is the whole
/// year, or else the latest one of the year that any unit gave: a unit that gave another one is
/// missing, since nine months and a year do not add up. Of what was promised each unit has its own
/// day.
pub(crate) fn newest<'f>(
    facts: &'f dyn Facts,
    of: &Indicator,
    year: i32,
    period: Option<Period>,
    measures: &[ReportedMeasure],
) -> HashMap<OrganisationId, &'f Reported> {
    let given = facts.reported(of.id).iter().filter(|value| measures.contains(&value.measure));
    let latest =
        |period: &Period| (*period == Period::Year(year), period.bounds().1, period.bounds().0);
    let periods = given.clone().map(|value| value.period).filter(|it| it.year() == year);
    let wanted = period.or(periods.max_by_key(latest));
    let rank = |value: &Reported| {
        let place = measures.iter().position(|measure| *measure == value.measure);
        (latest(&value.period), std::cmp::Reverse(place), value.id)
    };
    let is_wanted = |value: &&Reported| match value.measure {
        ReportedMeasure::Commitment if period.is_none() => value.period.year() == year,
        _ => Some(value.period) == wanted,
    };
    let mut newest: HashMap<OrganisationId, &Reported> = HashMap::new();
    for value in given.filter(is_wanted) {
        let known = newest.entry(value.reporter).or_insert(value);
        if rank(value) > rank(known) {
            *known = value;
        }
    }
    newest
}

/// What is missing to the commitment, negative when it is surpassed; `None` when the two cannot be
/// compared.
pub(crate) fn missing_to(
    of: &Indicator,
    promised: &Quantity,
    reached: &Quantity,
) -> Option<Quantity> {
    let reached_amount = reached.comparable_in(promised)?;
    let difference = match of.direction {
        Direction::HigherIsBetter => promised.amount.checked_sub(reached_amount),
        Direction::LowerIsBetter => reached_amount.checked_sub(promised.amount),
    };
    Some(Quantity::of_amount(difference.ok()?, promised.unit.clone()))
}
