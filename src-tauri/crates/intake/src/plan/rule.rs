//! What becomes of each row, from the row itself, what its label names, the rows before it, and
//! what the person said. Run anew after every edit: nothing of an earlier ruling is left over.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};
use tongket_figures::{Period, Unit};

use super::entry::{Matched, Target, action, converts, date_action};
use super::labels::MatchedBy;
use super::naming::key;
use super::units::OFFICE;
use super::{Action, Answer, AskReason, FileLabel, ImportPlan, OfUnit, RatioBase, SkipReason};
use crate::interpret::{is_total, says_year};
use crate::reading::{Measure, Row, Status};

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// The one reading, or the one that the person chose: its number.
    Apply(u8),
    Ask(AskReason),
    Skip(SkipReason),
}

/// Earlier rows by where they would be stored.
#[derive(Default)]
struct Taken {
    rows: HashMap<u64, usize, BuildHasherDefault<Hashed>>,
    /// Those that a later row contradicts.
    contested: HashSet<usize>,
}

/// Hands on a key that is a hash already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

impl ImportPlan {
    /// Rules on every row.
    pub(super) fn rule(&mut self) {
        self.follow();
        let mut taken = Taken::default();
        let mut rulings: Vec<Ruling> =
            (0..self.rows.len()).map(|idx| self.ruling(idx, &mut taken)).collect();
        // Of values that contradict each other none is taken without the person's word, but for
        // that of a column "Tổng số".
        for idx in taken.contested {
            let is_whole = self.rows[idx].head().rsplit(" / ").next().is_some_and(is_total);
            if !is_whole && !self.answers.contains_key(&idx) {
                rulings[idx] = Ruling::Ask(AskReason::Conflict);
            }
        }
        self.rulings = rulings;
        self.count();
    }

    fn ruling(&self, idx: usize, taken: &mut Taken) -> Ruling {
        let row = &self.rows[idx];
        if let Some(reason) = skipped(row) {
            return Ruling::Skip(reason);
        }
        let answer = self.answers.get(&idx).copied();
        if answer == Some(Answer::Skip) {
            return Ruling::Skip(SkipReason::Unwanted);
        }
        let Some(label) = self.label_of(idx) else {
            return Ruling::Skip(SkipReason::NoIndicator);
        };
        match label.by {
            MatchedBy::Unwanted => return Ruling::Skip(SkipReason::Unwanted),
            MatchedBy::Nothing => return Ruling::Skip(SkipReason::NoIndicator),
            _ => {}
        }
        if let Some(Answer::Take(reading)) = answer {
            let choice = u8::try_from(reading).unwrap_or(u8::MAX);
            return self.settle(idx, choice, taken);
        }
        match self.question(row, label) {
            Some(reason) => Ruling::Ask(reason),
            None => self.settle(idx, 0, taken),
        }
    }

    /// Why a row needs the person's word.
    fn question(&self, row: &Row, label: &FileLabel) -> Option<AskReason> {
        let of_status = ask_reason(row.status());
        if self.measure_of(row).is_none() || (self.period_of(row).is_none() && !row.is_date()) {
            return of_status.or(Some(AskReason::NoMeasure));
        }
        if label.matched.len() > 1 {
            return Some(AskReason::SeveralIndicators);
        }
        let converts = row.is_date()
            || label.matched.first().is_some_and(|matched| self.fits(row, label, matched));
        match of_status {
            _ if !converts => Some(AskReason::OtherUnit),
            Some(reason) => Some(reason),
            None if label.by == MatchedBy::Guess => Some(AskReason::SimilarName),
            None if label.by == MatchedBy::New && row.is_in_text() => Some(AskReason::NewFromText),
            // Who says which indicator it is has seen the indicator's unit.
            None if row.unit().is_empty() && !row.is_date() && label.by != MatchedBy::Person => {
                Some(AskReason::NoUnit)
            }
            None if row.alternatives().len() > 1 => Some(AskReason::Ambiguous),
            None => None,
        }
    }

    fn fits(&self, row: &Row, label: &FileLabel, matched: &Matched) -> bool {
        match self.measure_of(row) {
            Some(measure) if measure.is_ratio() || measure == Measure::Change => true,
            // "Tỷ lệ …": per cent of a plan, whatever the indicator's unit.
            _ if label.ratio_of.is_some() => true,
            _ if row.unit() == matched.unit.text() => true,
            _ => converts(row, &matched.unit),
        }
    }

    /// The second row for one destination repeats it or contradicts it.
    fn settle(&self, idx: usize, choice: u8, taken: &mut Taken) -> Ruling {
        let row = &self.rows[idx];
        if self.checks_ratio(idx) {
            return Ruling::Apply(choice);
        }
        let of_label = self.row_labels[idx];
        let alike = self.label_of(idx).and_then(|label| label.alike);
        let same_fact = alike.and_then(|label| taken.rows.get(&self.destination(idx, label)));
        // In one unit, "Diện tích lúa đông xuân" may be all of "Diện tích lúa".
        let in_two_units = |other: &usize| self.rows[*other].unit() != row.unit();
        if same_fact
            .filter(|other| in_two_units(other))
            .is_some_and(|other| self.same_value(idx, choice, *other, true))
        {
            return Ruling::Skip(SkipReason::Repeated);
        }
        let destination = self.destination(idx, of_label);
        let Some(other) = taken.rows.get(&destination).copied() else {
            taken.rows.insert(destination, idx);
            return Ruling::Apply(choice);
        };
        let same = match row.is_date() {
            true => row.extra() == self.rows[other].extra(),
            false => self.same_value(idx, choice, other, false),
        };
        if same {
            return Ruling::Skip(SkipReason::Repeated);
        }
        taken.contested.insert(other);
        // The person has seen the conflict and chose this one.
        if self.answers.contains_key(&idx) {
            taken.rows.insert(destination, idx);
            return Ruling::Apply(choice);
        }
        Ruling::Ask(AskReason::Conflict)
    }

    /// Where the row would be stored, were its label `label`; two values cannot stand there.
    fn destination(&self, idx: usize, label: u32) -> u64 {
        let row = &self.rows[idx];
        let mut hasher = DefaultHasher::new();
        let at = usize::try_from(label).ok();
        let subject = at.and_then(|at| self.labels.get(at)?.matched.first());
        subject.map(|matched| &matched.subject).hash(&mut hasher);
        self.row_units[idx].hash(&mut hasher);
        kind_of_place(self.measure_of(row)).hash(&mut hasher);
        self.period_of(row).hash(&mut hasher);
        row.assigner().hash(&mut hasher);
        hasher.finish()
    }

    fn same_value(&self, idx: usize, choice: u8, other: usize, whatever_unit: bool) -> bool {
        let value = |idx: usize, choice: usize| {
            let row = &self.rows[idx];
            let value = match row.alternatives() {
                [] => row.value(),
                alternatives => alternatives.get(choice).map(|other| other.value),
            };
            value.map(|value| (value, Unit::read(row.unit())))
        };
        let choice_of_other = match self.answers.get(&other) {
            Some(Answer::Take(choice)) => *choice,
            _ => 0,
        };
        let (Some((one, unit)), Some((other_value, other_unit))) =
            (value(idx, usize::from(choice)), value(other, choice_of_other))
        else {
            return false;
        };
        let (row, other) = (&self.rows[idx], &self.rows[other]);
        let same_words = whatever_unit || row.qualifier() == other.qualifier();
        let same_extra = row.extra().filter(|extra| extra.is_amount())
            == other.extra().filter(|extra| extra.is_amount());
        let converted = match unit == other_unit {
            true => Some(one),
            false => unit.convert(one, &other_unit).ok(),
        };
        same_words && same_extra && converted == Some(other_value)
    }

    /// What the person said that the cells under a heading hold.
    pub fn measure_under(&self, head: &str) -> Option<Measure> {
        self.measures.get(&key(head)).copied()
    }

    /// What the row is, as its heading says or the person.
    pub(super) fn measure_of(&self, row: &Row) -> Option<Measure> {
        match self.measures.is_empty() {
            true => row.measure(),
            false => self.measures.get(&key(row.head())).copied().or(row.measure()),
        }
    }

    pub(super) fn period_of(&self, row: &Row) -> Option<Period> {
        let period = row.period()?;
        match (row.measure(), self.measure_of(row)) {
            (Some(_), _) | (_, None) => Some(period),
            (None, Some(_)) if says_year(row.head()) => Some(period),
            // The heading left kind and time open: those of the report.
            (None, Some(Measure::Target)) => Some(Period::Year(period.year() + 1)),
            (None, Some(Measure::PriorResult)) => period.same_period_last_year(),
            (None, Some(_)) => Some(period),
        }
    }

    /// The value is compared and not stored.
    pub fn checks_ratio(&self, idx: usize) -> bool {
        let compares = |measure: Measure| measure.is_ratio() || measure == Measure::Change;
        self.measure_of(&self.rows[idx]).is_some_and(compares)
            || self.label_of(idx).is_some_and(|label| label.ratio_of.is_some())
    }

    pub(super) fn label_of(&self, idx: usize) -> Option<&FileLabel> {
        self.labels.get(usize::try_from(*self.row_labels.get(idx)?).ok()?)
    }

    pub(super) fn unit_of(&self, idx: usize) -> Option<&OfUnit> {
        match *self.row_units.get(idx)? {
            OFFICE => None,
            unit => self.units.get(usize::try_from(unit).ok()?),
        }
    }

    /// Everything that the row can mean, the likeliest first.
    pub fn readings(&self, idx: usize) -> Vec<Action> {
        let row = &self.rows[idx];
        let (Some(label), Some(measure)) = (self.label_of(idx), self.measure_of(row)) else {
            return Vec::new();
        };
        if let (Some(assigner), [matched]) = (&label.ratio_of, label.matched.as_slice()) {
            let ratio = row.value().zip(self.period_of(row)).map(|(percent, period)| {
                let (indicator, unit) = (matched.subject.clone(), self.unit_of(idx).cloned());
                let (base, assigner) = (RatioBase::Plan, assigner.clone());
                Action::CheckRatio { indicator, unit, period, base, assigner, percent }
            });
            return ratio.into_iter().collect();
        }
        let (period, unit, origin) = (self.period_of(row), self.unit_of(idx), self.origin(row));
        let targets = label.matched.iter().map(|matched| Target {
            measure,
            period,
            matched,
            unit,
            origin: &origin,
        });
        let of_target = |target: Target| -> Vec<Action> {
            if row.is_date() {
                return date_action(row, &target).into_iter().collect();
            }
            let values = match row.alternatives() {
                [] => row.value().into_iter().collect::<Vec<_>>(),
                alternatives => alternatives.iter().map(|other| other.value).collect(),
            };
            values.into_iter().filter_map(|value| action(row, value, &target)).collect()
        };
        targets.flat_map(of_target).collect()
    }
}

/// Results, prior results and counts of one period stand in one place.
fn kind_of_place(measure: Option<Measure>) -> u8 {
    match measure {
        Some(Measure::Result | Measure::PriorResult | Measure::Count | Measure::Rank) => 0,
        Some(Measure::Estimate) => 1,
        Some(Measure::Plan) => 2,
        Some(Measure::Target) => 3,
        Some(Measure::Commitment) => 4,
        _ => 5,
    }
}

fn skipped(row: &Row) -> Option<SkipReason> {
    let of_unit = !row.organisation().is_empty();
    Some(match row.status() {
        Status::Blank => SkipReason::Blank,
        Status::Missing => SkipReason::Missing,
        Status::Text => SkipReason::Text,
        Status::Note | Status::RepeatedHeader => SkipReason::Note,
        Status::Error => SkipReason::Error,
        Status::Date if !row.is_date() => SkipReason::Date,
        Status::FormulaNoCache | Status::SubtotalFormulaNoCache | Status::TotalFormulaNoCache => {
            SkipReason::NotComputed
        }
        Status::Duplicate => SkipReason::Repeated,
        Status::PageSubtotal => SkipReason::Total,
        // Of a group of units: the sum of theirs.
        Status::Total | Status::SubtotalFormula if of_unit && !is_total(row.organisation()) => {
            SkipReason::Total
        }
        _ if is_scorecard_total(row) => SkipReason::ScorecardTotal,
        _ if is_total(row.indicator()) => SkipReason::Total,
        _ if row.indicator().is_empty() => SkipReason::NoIndicator,
        _ if row.measure() == Some(Measure::CommitmentGap) => SkipReason::Derived,
        _ if row.measure() == Some(Measure::Change) && !multiplies(row) => SkipReason::Derived,
        _ if row.value().is_none() && !row.is_date() => SkipReason::Text,
        _ => return None,
    })
}

/// "Tổng số chỉ tiêu đạt và vượt kế hoạch: 25/25"
fn is_scorecard_total(row: &Row) -> bool {
    let label = row.indicator();
    // Cheap for the many labels that count something else.
    if !label.contains("tiêu") && !label.contains("TIÊU") {
        return false;
    }
    let key = key(label);
    let counts_targets = key.starts_with("tong so chi tieu") || key.starts_with("so chi tieu");
    counts_targets && [" dat", " vuot", " hoan thanh"].iter().any(|verb| key.contains(verb))
}

/// "tăng 1,4 lần": a ratio that can be checked, in one of two readings.
fn multiplies(row: &Row) -> bool {
    row.is_in_text() && row.alternatives().len() > 1
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
