//! Tables of what units reported, on a line of their own: one row for each unit, grouped, with the
//! sums of the groups and of all.

use std::sync::Arc;

use tongket_figures::{Qualifier, Quantity, Style, Unit, print_number};
use tongket_model::{OrganisationId, Reported, ReportedMeasure, ReportedValue, Reporter};

use super::don_vi::{Asked, measures_named};
use super::tinh::sum;
use crate::call::Call;
use crate::error::misuse;
use crate::objects::Printable;
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::units::RESULTS;
use crate::{Block, Cited, CitedKind, Column, Gap, Row, RowKind, Table, TableCell};

/// In the place of a value that is missing.
const UNKNOWN: &str = "…";

/// One column for each indicator named; behind a colon the measure: "giai-ngan:cam-ket",
/// "ngay-ban-hanh:ngay". A unit without a value is a gap.
pub fn bang_don_vi(call: &Call) -> Outcome {
    let mut columns: Vec<UnitColumn> = Vec::new();
    let mut reporters: Vec<&Reporter> = Vec::new();
    while columns.is_empty() || call.arg(columns.len()).is_some() {
        let named = call.text_arg(columns.len(), "mã chỉ tiêu")?;
        let (slug, measure) = named.split_once(':').unwrap_or((&named, ""));
        let measures = match measure {
            "" => Some(&RESULTS[..]),
            measure => measures_named(measure),
        };
        let measures = measures.ok_or_else(|| {
            misuse(format!(
                "«{named}»: sau dấu hai chấm chỉ có thuc-hien, uoc, ke-hoach, cam-ket, ngay"
            ))
        })?;
        let asked = Asked::about(call, call.indicator_named(slug)?)?;
        if columns.is_empty() {
            reporters = asked.reporters.clone();
        }
        columns.push(UnitColumn::read(&asked, measures, &reporters)?);
    }
    table(call, &reporters, columns)
}

/// Plan, result and their ratio, commitment, and what is missing to it where a unit falls short.
pub fn bang_cam_ket(call: &Call) -> Outcome {
    let asked = Asked::read(call)?;
    let reporters = asked.reporters.clone();
    let column = |measures| UnitColumn::read(&asked, measures, &reporters);
    let plan = column(&[ReportedMeasure::Plan])?;
    let result = column(&RESULTS)?;
    let commitment = column(&[ReportedMeasure::Commitment])?;
    let decimals = asked.of.decimals.unwrap_or(call.style()?.decimals);
    let ratio = UnitColumn::ratio(&result, &plan, decimals);
    let short = UnitColumn::short(&asked, &commitment, &result);
    table(call, &reporters, vec![plan, result, ratio, commitment, short])
}

/// The values of one column in the order of the reporters.
struct UnitColumn<'c> {
    key: String,
    heading: String,
    cells: Vec<Cell>,
    /// How the cells of a group become one.
    total: Total,
    values: Vec<&'c Reported>,
    gap: Option<Gap>,
}

enum Cell {
    Amount(Quantity),
    /// In percent, with the word of an estimate that it rests on.
    Ratio(String, Option<&'static str>),
    Text(String),
    /// Nothing to say: no shortfall.
    Empty,
    Missing,
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
    fn read(
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
        let cells = values.iter().map(|value| match value.map(|it| (it.measure, &it.value)) {
            Some((ReportedMeasure::Estimate, ReportedValue::Quantity(quantity))) => {
                Cell::Amount(as_estimate(quantity))
            }
            Some((_, ReportedValue::Quantity(quantity))) => Cell::Amount(quantity.clone()),
            Some((_, ReportedValue::Date(date))) => Cell::Text(date.print(&style)),
            None => Cell::Missing,
        });
        let cells: Vec<Cell> = cells.collect();
        let missing = reporters.iter().zip(&values).filter(|(_, value)| value.is_none());
        let missing: Vec<&str> = missing.map(|(reporter, _)| reporter.name.as_str()).collect();
        let is_date = measures.contains(&ReportedMeasure::Date);
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
            total: if is_date { Total::None } else { Total::Sum },
            gap: (!missing.is_empty()).then(|| asked.not_all(&missing, reporters.len())),
            values: values.into_iter().flatten().collect(),
        })
    }

    fn ratio(of: &UnitColumn, to: &UnitColumn, decimals: u32) -> UnitColumn<'c> {
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

    fn short(asked: &Asked, promised: &UnitColumn, reached: &UnitColumn) -> UnitColumn<'c> {
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
    fn total(&self, places: &[usize], style: &Style) -> String {
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
    fn told(&self) -> Option<&'static str> {
        let mut words = self.cells.iter().filter_map(Cell::estimate);
        let first = words.next()?;
        words.all(|word| word == first).then_some(first)?
    }
}

/// "ước", "dự kiến": no result yet.
fn estimate(quantity: &Quantity) -> Option<&'static str> {
    let mut words = quantity.qualifiers.iter();
    words.find(|word| word.before_verb()).map(|word| word.word())
}

/// What was reported as one, whether or not it is written with the word.
fn as_estimate(quantity: &Quantity) -> Quantity {
    let mut quantity = quantity.clone();
    if !quantity.is_estimate() {
        quantity.qualifiers.insert(0, Qualifier::Estimated);
    }
    quantity
}

impl Cell {
    /// Of a number: the word of estimation, if any.
    fn estimate(&self) -> Option<Option<&'static str>> {
        match self {
            Cell::Amount(quantity) => Some(estimate(quantity)),
            Cell::Ratio(_, estimate) => Some(*estimate),
            Cell::Text(_) | Cell::Empty | Cell::Missing => None,
        }
    }

    /// An estimate is marked where the heading does not tell it: "10 (ước)".
    fn print(&self, style: &Style, told: Option<&str>) -> String {
        let mark = self.estimate().flatten().filter(|word| Some(*word) != told);
        let mark = mark.map(|word| format!(" ({word})")).unwrap_or_default();
        match self {
            Cell::Amount(quantity) => {
                let bare = Quantity { unit: Unit::read(""), ..quantity.clone() };
                bare.print_qualified(style, |qualifier| !qualifier.before_verb()) + &mark
            }
            Cell::Ratio(text, _) => format!("{text}{mark}"),
            Cell::Text(text) => text.clone(),
            Cell::Empty => String::new(),
            Cell::Missing => UNKNOWN.to_owned(),
        }
    }
}

fn ratio_cell(of: &Cell, to: &Cell, decimals: u32) -> Cell {
    let (Cell::Amount(of), Cell::Amount(to)) = (of, to) else { return Cell::Missing };
    match of.percent_of(to) {
        Some(ratio) => Cell::Ratio(print_number(ratio.round(decimals).trimmed()), estimate(of)),
        None => Cell::Missing,
    }
}

/// Missing as soon as one of them is.
fn sum_of(cells: &[Cell], places: &[usize]) -> Cell {
    let cells = places.iter().filter_map(|place| cells.get(*place));
    let mut terms = Vec::new();
    for cell in cells {
        match cell {
            Cell::Amount(quantity) => terms.push(quantity),
            Cell::Empty => {}
            Cell::Ratio(..) | Cell::Text(_) | Cell::Missing => return Cell::Missing,
        }
    }
    let total = sum(&terms);
    let total = total.map(|it| Quantity { amount: it.amount.trimmed(), ..it });
    match total {
        // A sum that rests on an estimate is one.
        Some(total) if terms.iter().any(|term| term.is_estimate()) => {
            Cell::Amount(as_estimate(&total))
        }
        Some(total) => Cell::Amount(total),
        None if terms.is_empty() => Cell::Empty,
        None => Cell::Missing,
    }
}

fn table(call: &Call, reporters: &[&Reporter], columns: Vec<UnitColumn>) -> Outcome {
    let style = Style { pad_counts: false, ..call.style()? };
    let named = |key: &str, heading: &str, weight, numeric| Column {
        key: key.to_owned(),
        headings: vec![heading.to_owned()],
        weight,
        numeric,
    };
    let mut headings = vec![named("tt", "TT", 9, true), named("don-vi", "Đơn vị", 50, false)];
    headings.extend(columns.iter().map(|it| {
        let told = it.told().map(|word| format!(", {word}")).unwrap_or_default();
        named(&it.key, &format!("{}{told}", it.heading), 28, true)
    }));
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (place, reporter) in reporters.iter().enumerate() {
        match groups.iter_mut().find(|(name, _)| *name == reporter.group) {
            Some((_, places)) => places.push(place),
            None => groups.push((&reporter.group, vec![place])),
        }
    }
    let summed = |key: &str, name: &str, places: &[usize]| Row {
        key: key.to_owned(),
        kind: RowKind::Group,
        cells: [String::new(), name.to_owned()]
            .into_iter()
            .chain(columns.iter().map(|column| column.total(places, &style)))
            .map(TableCell::Text)
            .collect(),
    };
    let mut rows = Vec::new();
    let mut number = 0;
    for (name, places) in &groups {
        if !name.is_empty() {
            rows.push(summed(&format!("nhom:{name}"), name, places));
        }
        for place in places {
            number += 1;
            let reporter = reporters[*place];
            let cells =
                columns.iter().map(|column| column.cells[*place].print(&style, column.told()));
            let cells = [number.to_string(), reporter.name.clone()].into_iter().chain(cells);
            rows.push(Row {
                key: reporter.organisation.0.to_string(),
                kind: RowKind::Body,
                cells: cells.map(TableCell::Text).collect(),
            });
        }
    }
    let all: Vec<usize> = (0..reporters.len()).collect();
    rows.push(summed("tong-cong", "Tổng cộng", &all));
    let cited = |column: &UnitColumn| {
        let (kind, expression) = (CitedKind::Figure, call.expression());
        let evidence = super::don_vi::evidence_of(call, reporters, &column.values);
        Arc::new(Cited { kind, expression, text: column.heading.clone(), evidence })
    };
    let table = Table {
        expression: call.expression(),
        cited: columns.iter().map(cited).collect(),
        gaps: columns.iter().filter_map(|it| it.gap.clone()).map(Arc::new).collect(),
        columns: headings,
        rows,
    };
    Ok(Printable::value(Slot::Block(Block::Table(Arc::new(table)))))
}
