//! What units promised for a year, and whether they have reached it: the state is computed from
//! what they report later, never typed.

use serde::Serialize;
use tongket_figures::Style;
use tongket_template::{Commitment, Facts, commitments as commitments_of};

use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommitmentLine {
    pub unit: String,
    /// "1.207 tỷ đồng"
    pub promised: String,
    /// The last day of the period it was promised for: "31/12/2024".
    pub due: String,
    /// Empty while the unit has reported nothing.
    pub reached: String,
    /// What is missing; empty when nothing is, or nobody knows.
    pub missing: String,
    /// "đạt", "chưa đạt", "chưa có kết quả"
    pub state: &'static str,
}

/// In the order of tables; refused when no unit has promised anything.
pub fn commitments(
    app: &App,
    office: &OfficeChoice,
    indicator: &str,
    year: i32,
) -> Result<Vec<CommitmentLine>, AppError> {
    let facts = app.facts_around(office, year)?;
    let of = facts.indicator(indicator).ok_or_else(|| {
        AppError::usage(format!(
            "Không có chỉ tiêu «{indicator}»; hãy chọn chỉ tiêu trong danh sách"
        ))
    })?;
    let style = facts.style();
    let lines: Vec<_> = commitments_of(&facts, of, year).iter().map(|it| line(it, style)).collect();
    if lines.is_empty() {
        return Err(AppError::refused(format!(
            "Chưa có cam kết của đơn vị nào về {} năm {year}; hãy nhập biểu có cột cam kết",
            of.name_in_sentence()
        )));
    }
    Ok(lines)
}

fn line(it: &Commitment, style: &Style) -> CommitmentLine {
    let is_short = |missing: &&tongket_figures::Quantity| {
        !missing.amount.is_negative() && !missing.amount.is_zero()
    };
    let missing = it.missing.as_ref().filter(is_short);
    let printed = |quantity: Option<&tongket_figures::Quantity>| {
        quantity.map(|of| of.print(style)).unwrap_or_default()
    };
    CommitmentLine {
        unit: it.reporter.name.clone(),
        promised: printed(it.promised.quantity()),
        due: it.promised.period.bounds().1.print(style),
        reached: printed(it.reached.and_then(|of| of.quantity())),
        missing: printed(missing),
        state: match (&it.missing, missing) {
            (None, _) => "chưa có kết quả",
            (Some(_), Some(_)) => "chưa đạt",
            (Some(_), None) => "đạt",
        },
    }
}
