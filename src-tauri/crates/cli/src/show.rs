//! How results are printed: lines for people, one JSON document for programs.

use serde::Serialize;
use tongket_app::{AppError, Drafted, Finding, Severity};

use crate::output::say;

pub fn json(value: &impl Serialize) -> Result<(), AppError> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| AppError::refused(format!("Không ghi được JSON ({error})")))?;
    say!("{text}");
    Ok(())
}

/// Findings worst first, notes counted only, unless `all`.
pub fn findings(findings: &[Finding], all: bool) {
    let (shown, notes): (Vec<_>, Vec<_>) =
        findings.iter().partition(|finding| all || finding.severity != Severity::Note);
    for finding in shown {
        let place = match &finding.place {
            Some(place) if !place.heading.is_empty() => format!(" (mục «{}»)", place.heading),
            Some(place) => format!(" (đoạn {})", place.block),
            None => String::new(),
        };
        say!("  - [{}] {}{place}", finding.severity.vietnamese(), finding.message);
        if !finding.hint.is_empty() {
            say!("    {}", finding.hint);
        }
    }
    if !notes.is_empty() {
        say!("  - và {} lưu ý (xem đủ bằng --json hoặc lệnh check)", notes.len());
    }
}

pub fn drafted(drafted: &Drafted) {
    say!("Đã ghi: {}", drafted.path.display());
    say!("  Loại báo cáo: {}, cơ quan: {}, năm {}", drafted.kind, drafted.office, drafted.year);
    say!("  Số liệu: {} trong lời văn, {} trong bảng", drafted.figures, drafted.table_figures);
    let mut gaps: Vec<&str> = drafted.gaps.iter().map(|gap| gap.text.as_str()).collect();
    // A value missing in the text and in the table is one thing to find out.
    gaps.sort_unstable();
    gaps.dedup();
    say!("  Chỗ trống: {}", gaps.len());
    for gap in gaps {
        say!("  - {gap}");
    }
    let others: Vec<Finding> = drafted
        .findings
        .iter()
        .filter(|finding| !drafted.gaps.iter().any(|gap| gap.kind == finding.code))
        .cloned()
        .collect();
    say!("  Phát hiện khi rà soát: {}", others.len());
    findings(&others, false);
}
