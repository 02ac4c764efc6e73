//! A column "Cam kết giải ngân" speaks of what its table measures: its values are commitments of
//! that indicator, not an indicator of their own.

use std::sync::Arc;

use super::ImportPlan;
use super::entry::converts;
use super::labels::{FileLabel, LabelIdx, MatchedBy};
use super::naming::key;
use crate::reading::{Measure, Place, Row, SheetName};

/// The labels under which units report results, by sheet.
#[derive(Default)]
pub(super) struct Measured {
    of_sheet: Vec<(Arc<SheetName>, Vec<LabelIdx>)>,
}

impl Measured {
    pub(super) fn take(&mut self, row: &Row, label: LabelIdx) {
        let reports = matches!(row.measure(), Some(Measure::Result | Measure::Estimate));
        let Place::Cell { sheet, .. } = row.place() else { return };
        if !reports || row.organisation().is_empty() {
            return;
        }
        match self.of_sheet.last_mut().filter(|(last, _)| Arc::ptr_eq(last, sheet)) {
            Some((_, labels)) if labels.contains(&label) => {}
            Some((_, labels)) => labels.push(label),
            None => self.of_sheet.push((sheet.clone(), vec![label])),
        }
    }

    /// The label whose values a commitment is to: the one that has its words, or the only one of
    /// the sheet that is of its unit.
    pub(super) fn promised(&self, row: &Row, labels: &[FileLabel]) -> Option<LabelIdx> {
        let Place::Cell { sheet, .. } = row.place() else { return None };
        let (_, measured) = self.of_sheet.iter().find(|(other, _)| Arc::ptr_eq(other, sheet))?;
        let thing = thing_promised(row.indicator());
        let label = |idx: LabelIdx| labels.get(usize::try_from(idx).ok()?);
        let speaks_of_it = |idx: LabelIdx| {
            label(idx).is_some_and(|label| {
                let said = key(&label.label);
                thing.iter().all(|word| said.split(' ').any(|other| other == word))
            })
        };
        let is_of_unit = |idx: LabelIdx| {
            let mut matched = label(idx).into_iter().flat_map(|label| label.matched.iter());
            matched.any(|matched| converts(row, &matched.unit))
        };
        let only = |mut fitting: Box<dyn Iterator<Item = LabelIdx> + '_>| {
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let of_unit = || measured.iter().copied().filter(|idx| is_of_unit(*idx));
        only(Box::new(of_unit().filter(|idx| speaks_of_it(*idx))))
            .or_else(|| only(Box::new(of_unit())))
    }
}

/// "giải ngân" of "Giá trị cam kết giải ngân".
fn thing_promised(label: &str) -> Vec<String> {
    let key = key(label);
    let promised = key.split_once("cam ket").map_or(key.as_str(), |(_, thing)| thing);
    promised.split_whitespace().map(str::to_owned).collect()
}

impl ImportPlan {
    /// Labels of commitments mean what the labels mean that they are to, unless the person said
    /// something else of them.
    pub(super) fn follow(&mut self) {
        for idx in 0..self.labels.len() {
            let label = &self.labels[idx];
            let own = matches!(label.by, MatchedBy::Person | MatchedBy::Unwanted);
            let leader = label.promises.and_then(|leader| usize::try_from(leader).ok());
            let Some(leader) = leader.and_then(|at| self.labels.get(at)).filter(|_| !own) else {
                continue;
            };
            let (matched, by) = match leader.by {
                MatchedBy::Person => (leader.matched.clone(), MatchedBy::Name),
                MatchedBy::Unwanted | MatchedBy::Nothing => {
                    (leader.proposed.clone(), leader.proposed_by)
                }
                by => (leader.matched.clone(), by),
            };
            (self.labels[idx].matched, self.labels[idx].by) = (matched, by);
        }
    }
}
