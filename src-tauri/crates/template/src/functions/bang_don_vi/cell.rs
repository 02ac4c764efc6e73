//! One cell of a table of units, and the cells made of several.

use tongket_figures::{Qualifier, Quantity, Style, Unit, print_number};

use super::super::tinh::sum;

/// In the place of a value that is missing.
const UNKNOWN: &str = "…";

pub(super) enum Cell {
    Amount(Quantity),
    /// In percent, with the word of an estimate that it rests on.
    Ratio(String, Option<&'static str>),
    Text(String),
    /// Nothing to say: no shortfall.
    Empty,
    Missing,
}

/// "ước", "dự kiến": no result yet.
fn estimate(quantity: &Quantity) -> Option<&'static str> {
    let mut words = quantity.qualifiers.iter();
    words.find(|word| word.before_verb()).map(|word| word.word())
}

/// What was reported as one, whether or not it is written with the word.
pub(super) fn as_estimate(quantity: &Quantity) -> Quantity {
    let mut quantity = quantity.clone();
    if !quantity.is_estimate() {
        quantity.qualifiers.insert(0, Qualifier::Estimated);
    }
    quantity
}

impl Cell {
    /// Of a number: the word of estimation, if any.
    pub(super) fn estimate(&self) -> Option<Option<&'static str>> {
        match self {
            Cell::Amount(quantity) => Some(estimate(quantity)),
            Cell::Ratio(_, estimate) => Some(*estimate),
            Cell::Text(_) | Cell::Empty | Cell::Missing => None,
        }
    }

    /// An estimate is marked where the heading does not tell it: "10 (ước)".
    pub(super) fn print(&self, style: &Style, told: Option<&str>) -> String {
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

pub(super) fn ratio_cell(of: &Cell, to: &Cell, decimals: u32) -> Cell {
    let (Cell::Amount(of), Cell::Amount(to)) = (of, to) else { return Cell::Missing };
    match of.percent_of(to) {
        Some(ratio) => Cell::Ratio(print_number(ratio.round(decimals).trimmed()), estimate(of)),
        None => Cell::Missing,
    }
}

/// Missing as soon as one of them is.
pub(super) fn sum_of(cells: &[Cell], places: &[usize]) -> Cell {
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
