//! From rows to the plan of an import. What needs a guess becomes a question; nothing is decided
//! for the person that the file does not say.

use std::collections::BTreeMap;
use std::sync::Arc;

use tongket_figures::{Unit, fold};
use tongket_model::{CellPlace, Indicator, Origin, ParagraphPlace, Reporter};

use super::catalogue::{Catalogue, Found};
use super::entry::Matched;
use super::form::{self, Learned};
use super::labels::{FileLabel, LabelIdx, Labels, MatchedBy, group_of};
use super::newcomers::Newcomers;
use super::promised::Measured;
use super::units::{UnitIdx, Units};
use super::{ImportPlan, NewIndicator, NewUnit, OfUnit, Summary};
use crate::raw::RawFile;
use crate::reading::{Measure, Place, Row};

/// What an office knows when a file comes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'k> {
    pub indicators: &'k [Indicator],
    /// The units whose figures it gathers.
    pub reporters: &'k [Reporter],
}

/// The plan of importing `rows`, which were read from `file`, into an office that knows `known`
/// and has learned `learned` from earlier editions of forms.
pub fn propose(rows: Vec<Row>, file: &RawFile, known: &Known, learned: &Learned) -> ImportPlan {
    let form = form::fingerprint(&rows);
    let met = Met::of(&rows, known);
    let mut plan = ImportPlan {
        file: file.name.as_str().into(),
        hash: file.sha256.as_str().into(),
        form,
        new_indicators: met.new_indicators,
        new_units: met.new_units,
        summary: Summary::default(),
        rows,
        labels: met.labels,
        row_labels: met.row_labels,
        units: met.units,
        guesses: met.guesses,
        unit_answers: BTreeMap::new(),
        row_units: met.row_units,
        rulings: Vec::new(),
        answers: BTreeMap::new(),
        measures: BTreeMap::new(),
    };
    plan.learn(learned, known.indicators);
    plan.rule();
    plan
}

/// What the rows name; what it took to gather it is let go before they are ruled on.
struct Met {
    new_indicators: Vec<NewIndicator>,
    new_units: Vec<NewUnit>,
    labels: Vec<FileLabel>,
    row_labels: Vec<LabelIdx>,
    units: Vec<OfUnit>,
    guesses: Vec<Option<OfUnit>>,
    row_units: Vec<UnitIdx>,
}

impl Met {
    fn of(rows: &[Row], known: &Known) -> Met {
        let catalogue = Catalogue::new(known.indicators);
        let (mut newcomers, mut labels) = (Newcomers::default(), Labels::default());
        let mut units = Units::new(known.reporters);
        let (mut row_labels, mut row_units) =
            (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
        let (mut measured, mut promises) = (Measured::default(), BTreeMap::new());
        for row in rows {
            let label = match ratio_by_name(row, &catalogue) {
                Some(label) => labels.add_ratio(row, label),
                None => labels.of_row(row, &catalogue, &mut newcomers),
            };
            measured.take(row, label);
            if row.measure() == Some(Measure::Commitment) && row.value().is_some() {
                promises.entry(label).or_insert(row);
            }
            row_labels.push(label);
            row_units.push(units.of_row(row));
        }
        for (label, row) in promises {
            match measured.promised(row, &labels.labels) {
                Some(leader) => labels.promise(label, leader),
                None => labels.name(label, row, &catalogue, &mut newcomers),
            }
        }
        Met {
            new_indicators: newcomers.indicators,
            new_units: units.new,
            labels: labels.labels,
            row_labels,
            units: units.units,
            guesses: units.guesses,
            row_units,
        }
    }
}

impl ImportPlan {
    pub(super) fn origin(&self, row: &Row) -> Origin {
        origin(&self.file, &self.hash, row)
    }
}

fn origin(file: &Arc<str>, hash: &Arc<str>, row: &Row) -> Origin {
    match row.place() {
        place @ Place::Cell { sheet, .. } if place.is_in_workbook() => {
            let (file, hash, sheet) = (file.clone(), hash.clone(), sheet.name.clone());
            Origin::Cell(CellPlace { file, hash, sheet, cell: place.cell() }.into())
        }
        place => {
            let (file, hash, location) = (file.to_string(), hash.to_string(), place.cell());
            Origin::Paragraph(ParagraphPlace { file, hash, location }.into())
        }
    }
}

/// "Tỷ lệ giải ngân so với kế hoạch thành phố giao" is no indicator of its own where the
/// catalogue has what is measured: it is checked.
fn ratio_by_name(row: &Row, catalogue: &Catalogue) -> Option<RatioLabel> {
    if !row.indicator().starts_with(['T', 't']) || !Unit::read(row.unit()).is_rate() {
        return None;
    }
    let folded = fold(row.indicator());
    let (measured, plan) = folded.strip_prefix("ty le ")?.split_once(" so voi ke hoach")?;
    let reports =
        matches!(row.measure()?, Measure::Result | Measure::PriorResult | Measure::Estimate);
    if !reports || !matches!(catalogue.find(row.indicator()), Found::Nothing) {
        return None;
    }
    let indicator = catalogue.find_ratio_of(measured, row.row_path())?;
    let n_words = plan.split_whitespace().count();
    let written: Vec<&str> = row.indicator().split_whitespace().collect();
    let assigner = &written[written.len().checked_sub(n_words)?..];
    let assigner = assigner.strip_suffix(&["giao"]).unwrap_or(assigner).join(" ");
    Some(RatioLabel { matched: Matched::known(indicator), assigner })
}

/// A label that says how much of a plan is reached.
pub(super) struct RatioLabel {
    pub(super) matched: Matched,
    pub(super) assigner: String,
}

impl FileLabel {
    pub(super) fn of_ratio(row: &Row, label: RatioLabel) -> FileLabel {
        let matched: Arc<[Matched]> = [label.matched].into();
        FileLabel {
            row_path: group_of(row).into(),
            label: row.shared_indicator().clone(),
            by: MatchedBy::Name,
            matched: matched.clone(),
            proposed: matched,
            proposed_by: MatchedBy::Name,
            ratio_of: Some(label.assigner),
            alike: None,
            instead: None,
            promises: None,
            in_table: true,
        }
    }
}
