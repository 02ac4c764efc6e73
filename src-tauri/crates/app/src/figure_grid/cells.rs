//! The cells of a row, printed as the table of targets of a report prints them.

use std::collections::BTreeMap;

use tongket_figures::{Amount, Quantity, Style, Unit, print_number};
use tongket_model::{Figure, Indicator, State};

use super::{Cell, Verdict, column_by};
use crate::year_data::{YearData, is_part};

/// A result this many times as large or as small as that of the year before has probably lost a
/// decimal mark or a unit.
const SUSPICIOUS_FACTOR: i64 = 50;

pub(super) struct Cells<'d> {
    data: &'d YearData,
    assigners: &'d [String],
    style: Style,
    no_unit: Unit,
}

impl<'d> Cells<'d> {
    pub fn new(data: &'d YearData, assigners: &'d [String]) -> Cells<'d> {
        let style = Style { pad_counts: false, ..data.style.clone() };
        Cells { data, assigners, style, no_unit: Unit::read("") }
    }

    pub fn verdict(&self, of: &Indicator) -> Option<Verdict> {
        self.data.verdict(of)
    }

    /// By column.
    pub fn of(&self, of: &Indicator) -> BTreeMap<String, Cell> {
        let (data, mut cells) = (self.data, BTreeMap::new());
        let mut put = |key: String, cell: Option<Cell>| {
            if let Some(cell) = cell {
                cells.insert(key, cell);
            }
        };
        let (before, now) = (data.last_year(of.id), data.result(of.id));
        put("last_year".into(), before.map(|figure| self.figure(of, figure)));
        for by in self.assigners {
            let Some(plan) = data.plan_by(of.id, by) else { continue };
            put(column_by("plan", by), Some(self.quantity(of, &plan.quantity, plan.state)));
            let percent = now.and_then(|now| self.ratio(of, &now.quantity, &plan.quantity));
            put(column_by("percent_plan", by), percent);
        }
        put("result".into(), now.map(|figure| self.result(of, figure, before)));
        let base = now.and_then(|now| Some((now, data.same_period(of.id, now)?)));
        let percent = base.and_then(|(now, base)| self.ratio(of, &now.quantity, &base.quantity));
        put("percent_last".into(), percent);
        let target = data.target(of.id);
        put("next_target".into(), target.map(|t| self.quantity(of, &t.quantity, t.state)));
        put("verdict".into(), self.verdict(of).map(|verdict| plain(verdict.word().to_owned())));
        let note = data.note(of.id);
        put("note".into(), (!note.is_empty()).then(|| plain(note.to_owned())));
        cells
    }

    fn result(&self, of: &Indicator, figure: &Figure, before: Option<&Figure>) -> Cell {
        let mut cell = self.figure(of, figure);
        if cell.problem.is_none()
            && let Some(before) = before
            && is_suspicious(&figure.quantity, &before.quantity)
        {
            cell.problem = Some(format!(
                "Khác năm trước hơn {SUSPICIOUS_FACTOR} lần: hãy xem lại đơn vị và dấu phẩy"
            ));
        }
        cell
    }

    fn figure(&self, of: &Indicator, figure: &Figure) -> Cell {
        let mut cell = self.quantity(of, &figure.quantity, figure.state);
        cell.kind = Some(figure.kind.into());
        if cell.problem.is_none() && is_part(figure.period) {
            let period = figure.period.print(&self.style);
            cell.problem = Some(format!("Mới có số liệu {period}, chưa phải của cả năm"));
        }
        cell
    }

    fn quantity(&self, of: &Indicator, quantity: &Quantity, state: State) -> Cell {
        let converted = quantity.convert(&of.unit);
        let problem = converted.is_err().then(|| {
            let (own, wanted) = (quantity.unit.text(), of.unit.text());
            format!("Đơn vị «{own}» không đổi được sang đơn vị của chỉ tiêu là «{wanted}»")
        });
        let (text, value) = match &converted {
            Ok(converted) => (amount_text(converted, &self.style, &self.no_unit), converted.amount),
            Err(_) => (quantity.print(&self.style), quantity.amount),
        };
        Cell { text, value: Some(value.plain()), kind: None, state: Some(state.into()), problem }
    }

    fn ratio(&self, of: &Indicator, value: &Quantity, base: &Quantity) -> Option<Cell> {
        let (value, text) = percent_text(of, value, base, &self.style)?;
        Some(Cell { value: Some(value.plain()), ..plain(text) })
    }
}

/// A value in percent of another, rounded and printed; of rates, ranks and ranges there is none.
pub(crate) fn percent_text(
    of: &Indicator,
    value: &Quantity,
    base: &Quantity,
    style: &Style,
) -> Option<(Amount, String)> {
    let is_range = value.to.is_some() || base.to.is_some();
    if value.unit.is_rate() || value.unit.is_rank() || is_range {
        return None;
    }
    let decimals = of.decimals.unwrap_or(style.decimals);
    let ratio = value.percent_of(base)?.round(decimals).trimmed();
    Some((ratio, print_number(ratio)))
}

/// Number and qualifiers without the unit, which has a column of its own, and without "ước".
pub(crate) fn amount_text(quantity: &Quantity, style: &Style, no_unit: &Unit) -> String {
    let bare = Quantity { unit: no_unit.clone(), ..quantity.clone() };
    bare.print_qualified(style, |qualifier| !qualifier.before_verb())
}

fn plain(text: String) -> Cell {
    Cell { text, value: None, kind: None, state: None, problem: None }
}

fn is_suspicious(now: &Quantity, before: &Quantity) -> bool {
    let factor = Amount::from(SUSPICIOUS_FACTOR);
    let apart = |large: Amount, small: Amount| {
        !small.is_zero() && small.checked_mul(factor).is_ok_and(|bound| large > bound)
    };
    let Some(now) = now.comparable_in(before) else { return false };
    let before = before.share().unwrap_or(before.amount);
    let (now, before) = (now.abs(), before.abs());
    apart(now, before) || apart(before, now)
}
