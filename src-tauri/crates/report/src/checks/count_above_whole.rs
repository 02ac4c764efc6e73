//! Typed counts "n/N" whose first number is the larger: "9/8 huyện".

use std::ops::Range;

use super::sentence::finding_at;
use crate::prose::Prose;
use crate::{Finding, Severity};

/// Words by which a number names a document, a date or a place, which may also be two numbers with a
/// slash.
const NAMES: [&str; 10] =
    ["số", "ngày", "tháng", "đường", "quốc lộ", "khoản", "điều", "phụ lục", "mẫu", "biểu"];

/// What is counted by "n/N"; of money and rates it is a result beside its plan.
const COUNTED: [&str; 16] = [
    "huyện",
    "xã",
    "phường",
    "thôn",
    "đơn vị",
    "chỉ tiêu",
    "đảng bộ",
    "chi bộ",
    "trường",
    "tiêu chí",
    "nhiệm vụ",
    "hộ",
    "dự án",
    "tổ chức",
    "đại biểu",
    "cơ quan",
];

/// An error for each such count.
pub fn count_above_whole(prose: &Prose) -> Vec<Finding> {
    let mut findings = Vec::new();
    for line in prose.lines.iter().filter(|line| !line.is_heading) {
        for (range, typed) in line.typed() {
            for at in typed.match_indices('/').map(|(at, _)| at) {
                let Some(words) = impossible(typed, at) else { continue };
                let place = range.start + words.start..range.start + words.end;
                let count = &typed[words];
                let message = format!("«{count}»: tử số lớn hơn mẫu số");
                let finding =
                    finding_at("count-above-whole", Severity::Error, message, line, &place);
                findings.push(finding.with_values(count.split('/').map(str::to_owned)));
            }
        }
    }
    findings
}

/// Where a count stands around the slash `at` whose numerator is above its denominator.
fn impossible(text: &str, at: usize) -> Option<Range<usize>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (before, behind) = (&text[..at], &text[at + 1..]);
    let start = before
        .rfind(|c| !is_digit(c))
        .map_or(0, |last| last + before[last..].chars().next().map_or(1, char::len_utf8));
    let end = behind.find(|c| !is_digit(c)).unwrap_or(behind.len());
    let (n, of): (u32, u32) = (before[start..].parse().ok()?, behind[..end].parse().ok()?);
    let rest = behind[end..].trim_start_matches([' ', '\u{a0}']);
    let counts = COUNTED.iter().any(|noun| rest.starts_with(noun));
    let lead = before[..start].trim_end().to_lowercase();
    let names = NAMES.iter().any(|word| lead.ends_with(word));
    let longer = before[..start].ends_with(['.', ',', '/', '-']);
    (n > of && of > 0 && counts && !names && !longer).then_some(start..at + 1 + end)
}
