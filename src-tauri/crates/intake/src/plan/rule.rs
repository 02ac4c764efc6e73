//! What becomes of each row, from the row itself, what its label names, the rows before it, and
//! what the person said. Run anew after every edit: nothing of an earlier ruling is left over.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher};

use foldhash::quality::FixedState;
use serde::{Deserialize, Serialize};
use tongket_figures::{Period, Unit};

use super::entry::{Destination, Matched, action, converts, date_action, quantity};
use super::labels::MatchedBy;
use super::naming::key;
use super::own_words::{ask_reason, is_broken, skipped};
use super::units::OFFICE;
use super::{Action, Answer, AskReason, FileLabel, ImportPlan, OfUnit, RatioBase, SkipReason};
use crate::interpret::{is_total, says_year};
use crate::reading::{Measure, Row};

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
        let rows = HashMap::with_capacity_and_hasher(self.rows.len(), BuildHasherDefault::new());
        let mut taken = Taken { rows, contested: HashSet::new() };
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
        if !self.has_place(idx) {
            return Ruling::Skip(SkipReason::NoPlace);
        }
        if self.guessed_unit(idx).is_some() && self.could_be_stored(row, label) {
            return Ruling::Ask(AskReason::SimilarUnit);
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

    /// The store keeps commitments and days of units only, and goals of the office only.
    fn has_place(&self, idx: usize) -> bool {
        let (row, is_office) = (&self.rows[idx], self.row_units[idx] == OFFICE);
        match self.measure_of(row) {
            _ if row.is_date() => !is_office,
            Some(Measure::Commitment) => !is_office,
            Some(Measure::Target) => is_office,
            _ => true,
        }
    }

    /// All but the unit is known that it takes to store the row.
    fn could_be_stored(&self, row: &Row, label: &FileLabel) -> bool {
        let fits = |matched: &Matched| self.fits(row, label, matched);
        self.measure_of(row).is_some()
            && (row.is_date()
                || self.period_of(row).is_some() && label.matched.first().is_some_and(fits))
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
            None if label.by == MatchedBy::New && row.is_in_text() && !label.in_table => {
                Some(AskReason::NewFromText)
            }
            // Who says which indicator it is has seen the indicator's unit.
            None if row.unit().is_empty() && !row.is_date() && label.by != MatchedBy::Person => {
                Some(AskReason::NoUnit)
            }
            None if row.alternatives().len() > 1 => Some(AskReason::Ambiguous),
            None if row.is_contradicted() => Some(AskReason::TotalDiffers),
            None if label.by != MatchedBy::Person && is_broken(row) => Some(AskReason::BrokenName),
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
        let mut hasher = FixedState::default().build_hasher();
        let at = usize::try_from(label).ok();
        let subject = at.and_then(|at| self.labels.get(at)?.matched.first());
        subject.map(|matched| &matched.subject).hash(&mut hasher);
        match self.unit_answers.is_empty() {
            true => self.row_units[idx].hash(&mut hasher),
            // Two units of the file may be one of the office.
            false => self.unit_of(idx).hash(&mut hasher),
        }
        kind_of_place(self.measure_of(row)).hash(&mut hasher);
        self.period_of(row).hash(&mut hasher);
        // Of a unit one plan is kept, whoever assigned it.
        if self.row_units[idx] == OFFICE {
            row.assigner().hash(&mut hasher);
        }
        hasher.finish()
    }

    /// Both say the same; of one fact in two units the words before the number do not tell.
    fn same_value(&self, idx: usize, choice: u8, other: usize, whatever_unit: bool) -> bool {
        let said = |idx: usize, choice: usize| {
            let row = &self.rows[idx];
            let value = match row.alternatives() {
                [] => row.value()?,
                alternatives => alternatives.get(choice)?.value,
            };
            let said = quantity(row, value, &Unit::read(row.unit()))?;
            Some(if whatever_unit { said.with_qualifiers(Vec::new()) } else { said })
        };
        let choice_of_other = match self.answers.get(&other) {
            Some(Answer::Take(choice)) => *choice,
            _ => 0,
        };
        let both = said(idx, usize::from(choice)).zip(said(other, choice_of_other));
        both.is_some_and(|(one, other)| one.is_same_as(&other))
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
            unit => {
                let at = usize::try_from(unit).ok()?;
                let is_guess = self.unit_answers.get(&unit) == Some(&true);
                let guess = self.guesses.get(at).and_then(Option::as_ref).filter(|_| is_guess);
                guess.or(self.units.get(at))
            }
        }
    }

    /// The unit of the office that the row may mean, as long as the person has not said.
    pub(super) fn guessed_unit(&self, idx: usize) -> Option<&OfUnit> {
        let unit = *self.row_units.get(idx)?;
        let guess = self.guesses.get(usize::try_from(unit).ok()?)?.as_ref();
        guess.filter(|_| !self.unit_answers.contains_key(&unit))
    }

    /// Everything that the row can mean, the likeliest first.
    pub fn readings(&self, idx: usize) -> Vec<Action> {
        let row = &self.rows[idx];
        let (Some(label), Some(measure)) = (self.label_of(idx), self.measure_of(row)) else {
            return Vec::new();
        };
        if let (Some(assigner), [matched]) = (&label.ratio_of, &*label.matched) {
            let ratio = row.value().zip(self.period_of(row)).map(|(percent, period)| {
                let (indicator, unit) = (matched.subject.clone(), self.unit_of(idx).cloned());
                let (base, assigner) = (RatioBase::Plan, assigner.clone());
                Action::CheckRatio { indicator, unit, period, base, assigner, percent }
            });
            return ratio.into_iter().collect();
        }
        let (period, unit, origin) = (self.period_of(row), self.unit_of(idx), self.origin(row));
        let to = |unit, matched| Destination { measure, period, matched, unit, origin: &origin };
        // Which unit is meant comes before all else.
        if let (Some(guess), Some(matched)) = (self.guessed_unit(idx), label.matched.first()) {
            let either = [Some(guess), unit].into_iter().filter_map(|unit| match row.is_date() {
                true => date_action(row, &to(unit, matched)),
                false => action(row, row.value()?, &to(unit, matched)),
            });
            return either.collect();
        }
        let destinations = label.matched.iter().map(|matched| to(unit, matched));
        let actions = |to: Destination| -> Vec<Action> {
            if row.is_date() {
                return date_action(row, &to).into_iter().collect();
            }
            let values = match row.alternatives() {
                [] => row.value().into_iter().collect::<Vec<_>>(),
                alternatives => alternatives.iter().map(|other| other.value).collect(),
            };
            values.into_iter().filter_map(|value| action(row, value, &to)).collect()
        };
        destinations.flat_map(actions).collect()
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
