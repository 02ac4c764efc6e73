//! Typed tables beside the text: a row that holds other than what the text says of the same thing,
//! and a total that is not the sum of its rows.

use std::collections::HashMap;

use tongket_figures::{Amount, Quantity, Style, Unit, fold};
use tongket_template::{Block, RowKind, Table};

use super::sentence::finding_at;
use super::span::Span;
use crate::prose::{Line, Prose, Said, SaidMeasure};
use crate::{Finding, Place, Severity};

/// Folded labels of rows that add up the others.
const TOTALS: [&str; 5] = ["tong cong", "tong so", "cong", "tong", "toan thanh pho"];

/// Folded words in the head of a column that says what the others are measured in.
const UNIT_COLUMN: [&str; 4] = ["don vi tinh", "don vi", "dvt", "dv tinh"];

/// Both kinds of findings; tables that functions make hold what is stored.
pub fn text_against_table(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut rows: HashMap<String, Vec<Quantity>> = HashMap::new();
    let mut findings = Vec::new();
    let mut heading = String::new();
    for (idx, block) in prose.draft.blocks.iter().enumerate() {
        match block {
            Block::Heading { content, .. } => {
                heading = content.iter().map(tongket_template::Inline::text).collect();
            }
            Block::Table(table) if table.expression.is_empty() => {
                let place = Place { heading: heading.as_str().into(), block: idx + 1 };
                let read = ReadTable::of(table);
                findings.extend(read.wrong_totals(&place, style));
                for (label, values) in read.rows {
                    rows.entry(label).or_default().extend(values.into_iter().flatten());
                }
            }
            _ => {}
        }
    }
    if rows.is_empty() {
        return findings;
    }
    for (line, sentence) in prose.sentences() {
        for said in &sentence.figures {
            findings.extend(
                rows.get(&fold(&said.name)).and_then(|row| differs(line, said, row, style)),
            );
        }
    }
    findings
}

fn differs(line: &Line, said: &Said, row: &[Quantity], style: &Style) -> Option<Finding> {
    let unit = &said.quantity.unit;
    let comparable = || row.iter().filter(|value| value.unit.converts_to(unit));
    let span = said.span(unit).filter(|_| said.measure == SaidMeasure::Value)?;
    let same = comparable().any(|value| {
        let stored = Span::of(value, unit);
        span.allows(value, unit) || stored.is_some_and(|stored| stored.allows(&said.quantity, unit))
    });
    let first = comparable().next().filter(|_| !same)?;
    let (text, table) = (said.print(style), first.print_bare(style));
    let message = format!("{}: lời văn nêu {text}, bảng ghi {table}", said.name);
    Some(
        finding_at("text-against-table", Severity::Warning, message, line, &said.at)
            .with_values([text, table]),
    )
}

/// A table with what its cells say.
struct ReadTable {
    /// Folded label and values in the order of the columns.
    rows: Vec<(String, Vec<Option<Quantity>>)>,
    /// Whether values of the column can be added up.
    adds_up: Vec<bool>,
}

impl ReadTable {
    fn of(table: &Table) -> ReadTable {
        let head: Vec<String> =
            table.columns.iter().map(|column| fold(&column.headings.join(" "))).collect();
        let unit_column = head.iter().position(|name| UNIT_COLUMN.contains(&name.as_str()));
        let is_rate = |name: &String| {
            name.contains('%') || ["ty le", "so sanh", "xep hang"].iter().any(|w| name.contains(w))
        };
        let mut rows = Vec::new();
        for row in table.rows.iter().filter(|row| row.kind == RowKind::Body) {
            let cells: Vec<String> = row.cells.iter().map(|cell| cell.text()).collect();
            let named = cells.iter().position(|cell| cell.chars().any(char::is_alphabetic));
            let Some(named) = named.filter(|at| *at < 2) else { continue };
            let unit = Unit::read(unit_column.and_then(|at| cells.get(at)).map_or("", |cell| cell));
            let values = cells.iter().enumerate().map(|(at, cell)| {
                let is_value = at > named
                    && Some(at) != unit_column
                    && cell.contains(|c: char| c.is_ascii_digit());
                is_value.then(|| Quantity::read(cell, &unit).ok()).flatten()
            });
            let label = fold(cells[named].trim_start_matches(['-', '+', ' ']));
            rows.push((label, values.collect()));
        }
        let adds_up = head.iter().map(|name| !is_rate(name)).collect();
        ReadTable { rows, adds_up }
    }

    /// In columns where every row has an amount, a first or last row that is called the total.
    fn wrong_totals(&self, place: &Place, style: &Style) -> Vec<Finding> {
        let is_total = |label: &String| TOTALS.contains(&label.as_str());
        let totals = self.rows.iter().filter(|(label, _)| is_total(label)).count();
        let nested = self.rows.iter().any(|(label, _)| label.starts_with("trong do"));
        let at = [Some(0), self.rows.len().checked_sub(1)].into_iter().flatten();
        let total = at.filter_map(|at| self.rows.get(at)).find(|(label, _)| is_total(label));
        let Some((_, total)) = total.filter(|_| totals == 1 && !nested && self.rows.len() > 2)
        else {
            return Vec::new();
        };
        let mut findings = Vec::new();
        for (column, stated) in total.iter().enumerate() {
            let Some(stated) = stated.as_ref().filter(|_| self.adds_up[column]) else { continue };
            let parts = self.rows.iter().filter(|(label, _)| !is_total(label));
            let parts: Option<Vec<&Quantity>> =
                parts.map(|(_, values)| values.get(column)?.as_ref()).collect();
            findings.extend(parts.and_then(|parts| wrong_total(stated, &parts, place, style)));
        }
        findings
    }
}

fn wrong_total(
    stated: &Quantity,
    parts: &[&Quantity],
    place: &Place,
    style: &Style,
) -> Option<Finding> {
    let unit = &stated.unit;
    if unit.is_rate() || unit.is_rank() {
        return None;
    }
    let mut sum = Span::exact(Amount::ZERO);
    for part in parts {
        sum = sum.plus(Span::of(part, unit)?)?;
    }
    if sum.meets(Span::of(stated, unit)?) {
        return None;
    }
    let sum = Quantity::of_amount(sum.middle().trimmed(), unit.clone()).print_bare(style);
    let stated = stated.print_bare(style);
    let message = format!("bảng ghi tổng {stated} khác cộng các dòng {sum}");
    let finding = Finding::new("table-total", Severity::Warning, message).at(place.clone());
    Some(finding.with_values([stated, sum]))
}
