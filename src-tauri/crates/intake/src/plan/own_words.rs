//! What a row's own words and status say of what becomes of it.

use super::naming::key;
use super::{AskReason, SkipReason};
use crate::interpret::is_total;
use crate::reading::{Measure, Row, Status};

/// Why nothing comes of a row, whatever it names.
pub(super) fn skipped(row: &Row) -> Option<SkipReason> {
    let of_unit = !row.organisation().is_empty();
    Some(match row.status() {
        Status::Blank => SkipReason::Blank,
        Status::Missing => SkipReason::Missing,
        Status::Text => SkipReason::Text,
        Status::Unnamed => SkipReason::NoIndicator,
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
    // Asked of every row: most labels begin with other letters than "tổng số…" and "số…".
    if !label.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(['T', 't', 'S', 's']) {
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

/// Characters of its name could not be read.
pub(super) fn is_broken(row: &Row) -> bool {
    [row.indicator(), row.organisation()].iter().any(|name| name.contains('\u{fffd}'))
}

pub(crate) fn ask_reason(status: Status) -> Option<AskReason> {
    Some(match status {
        Status::Guessed => AskReason::Guessed,
        Status::Ambiguous => AskReason::Ambiguous,
        Status::Hidden => AskReason::Hidden,
        Status::StruckOut => AskReason::StruckOut,
        _ => return None,
    })
}
