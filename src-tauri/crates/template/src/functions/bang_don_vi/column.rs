//! One column of a table of units, with what stands in the rows of groups.

use tongket_figures::{Quantity, Style};
use tongket_model::{OrganisationId, Reported, ReportedMeasure, ReportedValue, Reporter};

use super::super::don_vi::Asked;
use super::cell::{Cell, as_estimate, ratio_cell, sum_of};
use crate::Gap;
use crate::outcome::Outcome;

/// The values of one column in the order of the reporters.
pub(super) struct UnitColumn<'c> {
    pub(super) key: String,
    pub(super) heading: String,
    pub(super) cells: Vec<Cell>,
    /// How the cells of a group become one.
    total: Total,
    pub(super) values: Vec<&'c Reported>,
    pub(super) gap: Option<Gap>,
}

enum Total {
    Sum,
    /// Of the sums of two columns, with this many decimals.
    Ratio {
        of: Vec<Cell>,
        to: Vec<Cell>,
        decimals: u32,
    },
    None,
}

impl<'c> UnitColumn<'c> {
    pub(super) fn read(
        asked: &Asked<'_, 'c>,
        measures: &[ReportedMeasure],
        reporters: &[&Reporter],
    ) -> Outcome<UnitColumn<'c>> {
        let answers = asked.answers(measures)?;
        let style = asked.call.style()?;
        let value_of = |organisation: OrganisationId| {
            let mut answers = answers.iter();
            answers.find(|it| it.reporter.organisation == organisation).and_then(|it| it.value)
        };
        let values: Vec<Option<&Reported>> =
            reporters.iter().map(|reporter| value_of(reporter.organisation)).collect();
        let cell = |value: &Reported| match &value.value {
            ReportedValue::Date(date) => Cell::Text(date.print(&style)),
            // The heading gives the unit for all of them.
            ReportedValue::Quantity(quantity) => match quantity.convert(&asked.of.unit) {
                Ok(quantity) if value.measure == ReportedMeasure::Estimate => {
                    Cell::Amount(as_estimate(&quantity))
                }
                Ok(quantity) => Cell::Amount(quantity),
                Err(_) => Cell::Missing,
            },
        };
        let cells = values.iter().map(|value| value.map_or(Cell::Missing, cell));
        let cells: Vec<Cell> = cells.collect();
        let missing = reporters.iter().zip(&cells).filter(|(_, it)| matches!(it, Cell::Missing));
        let missing: Vec<&str> = missing.map(|(reporter, _)| reporter.name.as_str()).collect();
        let is_date = measures.contains(&ReportedMeasure::Date);
        let given: Vec<&Reported> = values.iter().copied().flatten().collect();
        let name = match measures {
            [ReportedMeasure::Plan] => "Kế hoạch".to_owned(),
            [ReportedMeasure::Commitment] => "Cam kết".to_owned(),
            _ => asked.of.name.clone(),
        };
        let unit = asked.of.unit.text();
        Ok(UnitColumn {
            key: [asked.of.slug.as_str(), "-", measures[0].code()].concat(),
            heading: if is_date { name } else { format!("{name} ({unit})") },
            cells,
            total: if is_date || !asked.adds_up(&given) { Total::None } else { Total::Sum },
            gap: (!missing.is_empty()).then(|| asked.not_all(&missing, reporters.len())),
            values: given,
        })
    }

    pub(super) fn ratio(of: &UnitColumn, to: &UnitColumn, decimals: u32) -> UnitColumn<'c> {
        let cell = |(of, to): (&Cell, &Cell)| ratio_cell(of, to, decimals);
        UnitColumn {
            key: "ty-le".to_owned(),
            heading: "Tỷ lệ so với kế hoạch (%)".to_owned(),
            cells: of.cells.iter().zip(&to.cells).map(cell).collect(),
            total: Total::Ratio { of: of.amounts(), to: to.amounts(), decimals },
            values: Vec::new(),
            gap: None,
        }
    }

    pub(super) fn short(
        asked: &Asked,
        promised: &UnitColumn,
        reached: &UnitColumn,
    ) -> UnitColumn<'c> {
        let cell = |(promised, reached): (&Cell, &Cell)| match (promised, reached) {
            (Cell::Amount(promised), Cell::Amount(reached)) => {
                match asked.missing(promised, reached) {
                    Some(it) if it.amount.is_zero() || it.amount.is_negative() => Cell::Empty,
                    // What is missing to an estimate is one.
                    Some(missing) => {
                        let words = reached.qualifiers.iter().copied();
                        let qualifiers = words.filter(|word| word.before_verb());
                        Cell::Amount(Quantity { qualifiers: qualifiers.collect(), ..missing })
                    }
                    None => Cell::Missing,
                }
            }
            _ => Cell::Missing,
        };
        UnitColumn {
            key: "con-thieu".to_owned(),
            heading: format!("Còn thiếu so với cam kết ({})", asked.of.unit.text()),
            cells: promised.cells.iter().zip(&reached.cells).map(cell).collect(),
            total: Total::Sum,
            values: Vec::new(),
            gap: None,
        }
    }

    /// The cells again, for a ratio of their sums.
    fn amounts(&self) -> Vec<Cell> {
        let amount = |cell: &Cell| match cell {
            Cell::Amount(quantity) => Cell::Amount(quantity.clone()),
            _ => Cell::Missing,
        };
        self.cells.iter().map(amount).collect()
    }

    /// What stands in the row of a group for the reporters at these places.
    pub(super) fn total(&self, places: &[usize], style: &Style) -> String {
        let told = self.told();
        let cell = match &self.total {
            Total::None => return String::new(),
            Total::Sum => sum_of(&self.cells, places),
            Total::Ratio { of, to, decimals } => {
                ratio_cell(&sum_of(of, places), &sum_of(to, places), *decimals)
            }
        };
        cell.print(style, told)
    }

    /// The word of estimation that all numbers of the column carry: the heading says it for them.
    pub(super) fn told(&self) -> Option<&'static str> {
        let mut words = self.cells.iter().filter_map(Cell::estimate);
        let first = words.next()?;
        words.all(|word| word == first).then_some(first)?
    }
}
