//! From rows to the plan of an import. What needs a guess becomes a question; nothing is decided
//! for the person that the file does not say.

use std::collections::HashMap;

use tongket_figures::{Amount, Period, Quantity, Unit, fold};
use tongket_model::{CellPlace, FigureKind, Indicator, Origin};

use super::catalogue::{Catalogue, Found};
use super::entry::{self, Matched};
use super::naming::key;
use super::newcomers::Newcomers;
use super::{Action, AskReason, ImportPlan, RatioBase, SkipReason, Step, Subject, Summary};
use crate::interpret::is_total;
use crate::raw::RawFile;
use crate::reading::{Measure, Reading, Row, Status};

/// The plan of importing `reading`, which was made of `file`, into an office that has the
/// indicators of `catalogue`.
pub fn propose(reading: &Reading, file: &RawFile, catalogue: &[Indicator]) -> ImportPlan {
    let mut planner = Planner {
        file,
        catalogue: Catalogue::new(catalogue),
        newcomers: Newcomers::default(),
        taken: HashMap::new(),
    };
    let steps: Vec<Step> = reading
        .rows
        .iter()
        .map(|row| Step {
            sheet: row.sheet.clone(),
            cell: row.cell.clone(),
            action: planner.action(row),
        })
        .collect();
    let summary = Summary::of(&steps, planner.newcomers.indicators.len());
    ImportPlan {
        file: file.name.clone(),
        hash: file.sha256.clone(),
        new_indicators: planner.newcomers.indicators,
        steps,
        summary,
    }
}

struct Planner<'p> {
    file: &'p RawFile,
    catalogue: Catalogue<'p>,
    newcomers: Newcomers,
    /// What earlier rows set, with the value.
    taken: HashMap<Destination, Quantity>,
}

/// Where a value would be stored; two different values cannot stand there.
#[derive(PartialEq, Eq, Hash)]
enum Destination {
    Figure(Subject, Period, FigureKind),
    Plan(Subject, Period, String),
    Target(Subject, i32),
}

impl Planner<'_> {
    fn action(&mut self, row: &Row) -> Action {
        if let Some(reason) = skipped(row) {
            return Action::Skip { reason };
        }
        let Some(value) = row.value else { return Action::Skip { reason: SkipReason::Text } };
        if row.measure.is_none() || row.period.is_none() {
            let reason = ask_reason(row.status).unwrap_or(AskReason::NoMeasure);
            return Action::Ask { reason, readings: Vec::new() };
        }
        let origin = self.origin(row);
        if let Some(check) = self.ratio_by_name(row, value) {
            return asked_or(row, vec![check]);
        }
        let matched = match self.catalogue.find(&row.indicator) {
            Found::One(indicator) => Matched::known(indicator),
            Found::Several(several) => {
                let all = several.into_iter().map(Matched::known);
                let readings = all.flat_map(|one| readings(row, value, &one, &origin)).collect();
                return Action::Ask { reason: AskReason::SeveralIndicators, readings };
            }
            Found::Nothing => match self.newcomers.of_row(row, &self.catalogue, &origin) {
                Some(matched) => matched,
                None => return Action::Skip { reason: SkipReason::NoIndicator },
            },
        };
        let readings = readings(row, value, &matched, &origin);
        if readings.is_empty() {
            return Action::Ask { reason: AskReason::OtherUnit, readings };
        }
        match asked_or(row, readings) {
            ask @ Action::Ask { .. } => ask,
            action if row.unit.is_empty() => {
                Action::Ask { reason: AskReason::NoUnit, readings: vec![action] }
            }
            action => self.settle(action),
        }
    }

    /// "Tỷ lệ giải ngân so với kế hoạch thành phố giao" is no indicator of its own where the
    /// catalogue has what is measured.
    fn ratio_by_name(&self, row: &Row, value: Amount) -> Option<Action> {
        let folded = fold(&row.indicator);
        if !Unit::read(&row.unit).is_rate()
            || !matches!(self.catalogue.find(&row.indicator), Found::Nothing)
        {
            return None;
        }
        let (measured, plan) = folded.strip_prefix("ty le ")?.split_once(" so voi ke hoach")?;
        let indicator = self.catalogue.find_ratio_of(measured, &row.row_path)?;
        if !matches!(row.measure?, Measure::Result | Measure::PriorResult | Measure::Estimate) {
            return None;
        }
        let n_words = plan.split_whitespace().count();
        let written: Vec<&str> = row.indicator.split_whitespace().collect();
        let assigner = &written[written.len().checked_sub(n_words)?..];
        let assigner = assigner.strip_suffix(&["giao"]).unwrap_or(assigner).join(" ");
        Some(Action::CheckRatio {
            indicator: Matched::known(indicator).subject,
            period: row.period?,
            base: RatioBase::Plan,
            assigner,
            percent: value,
        })
    }

    /// The second row for one destination repeats it or contradicts it.
    fn settle(&mut self, action: Action) -> Action {
        let (destination, quantity) = match &action {
            Action::SetFigure { indicator, period, kind, entry } => {
                (Destination::Figure(indicator.clone(), *period, *kind), &entry.quantity)
            }
            Action::SetPlan { indicator, period, assigner, entry } => {
                (Destination::Plan(indicator.clone(), *period, assigner.clone()), &entry.quantity)
            }
            Action::SetTarget { indicator, year, entry } => {
                (Destination::Target(indicator.clone(), *year), &entry.quantity)
            }
            _ => return action,
        };
        match self.taken.get(&destination) {
            None => {
                self.taken.insert(destination, quantity.clone());
                action
            }
            Some(earlier) if earlier == quantity => Action::Skip { reason: SkipReason::Repeated },
            Some(_) => Action::Ask { reason: AskReason::Conflict, readings: vec![action] },
        }
    }

    fn origin(&self, row: &Row) -> Origin {
        let place = CellPlace {
            file: self.file.name.as_str().into(),
            hash: self.file.sha256.as_str().into(),
            sheet: row.sheet.as_str().into(),
            cell: row.cell.clone(),
        };
        Origin::Cell(place.into())
    }
}

/// One action per value that the cell can mean; none when the unit does not convert.
fn readings(row: &Row, value: Amount, matched: &Matched, origin: &Origin) -> Vec<Action> {
    let values = match row.alternatives.as_slice() {
        [] => vec![value],
        alternatives => alternatives.iter().map(|other| other.value).collect(),
    };
    values.into_iter().filter_map(|value| entry::action(row, value, matched, origin)).collect()
}

fn skipped(row: &Row) -> Option<SkipReason> {
    Some(match row.status {
        Status::Blank => SkipReason::Blank,
        Status::Missing => SkipReason::Missing,
        Status::Text => SkipReason::Text,
        Status::Note => SkipReason::Note,
        Status::Error => SkipReason::Error,
        Status::Date => SkipReason::Date,
        Status::FormulaNoCache => SkipReason::NotComputed,
        _ if is_scorecard_total(row) => SkipReason::ScorecardTotal,
        _ if is_total(&row.indicator) => SkipReason::Total,
        _ if row.indicator.is_empty() => SkipReason::NoIndicator,
        _ => return None,
    })
}

/// "Tổng số chỉ tiêu đạt và vượt kế hoạch: 25/25"
fn is_scorecard_total(row: &Row) -> bool {
    let key = key(&row.indicator);
    let counts_targets = key.starts_with("tong so chi tieu") || key.starts_with("so chi tieu");
    counts_targets && [" dat", " vuot", " hoan thanh"].iter().any(|verb| key.contains(verb))
}

/// Readings that need the person's word become a question; otherwise the only one stands.
fn asked_or(row: &Row, mut readings: Vec<Action>) -> Action {
    match ask_reason(row.status) {
        Some(reason) => Action::Ask { reason, readings },
        None if readings.len() > 1 => Action::Ask { reason: AskReason::Ambiguous, readings },
        None => readings.pop().unwrap_or(Action::Skip { reason: SkipReason::Text }),
    }
}

fn ask_reason(status: Status) -> Option<AskReason> {
    Some(match status {
        Status::Guessed => AskReason::Guessed,
        Status::Ambiguous => AskReason::Ambiguous,
        Status::Hidden => AskReason::Hidden,
        Status::StruckOut => AskReason::StruckOut,
        _ => return None,
    })
}
