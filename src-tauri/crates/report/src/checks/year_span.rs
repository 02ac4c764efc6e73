//! Counts of years beside the years that they count: "5 năm 2021-2025", "9 năm liên tục (2015-2023)".

use tongket_figures::fold;

use super::sentence::finding_at;
use crate::prose::{Line, Prose};
use crate::{Finding, Severity};

/// Bytes between the count and the first year.
const NEAR: usize = 40;

/// Behind these a number names and counts nothing: "tháng 12 năm 2020 đến năm 2025". Folded.
const LABELS: [&str; 11] =
    ["thang", "quy", "ngay", "thu", "khoa", "hoc ky", "ky hop", "lan", "so", "dot", "tuan"];

/// Counts that the years behind them do not give; both ends are counted, of a term only one.
pub fn year_span(prose: &Prose) -> Vec<Finding> {
    let mut findings = Vec::new();
    for line in &prose.lines {
        for (range, typed) in line.typed() {
            findings.extend(spans(typed).filter_map(|span| wrong(line, range.start, typed, &span)));
        }
    }
    findings
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

struct YearSpan {
    count: i32,
    from: i32,
    to: i32,
    /// "liên tục": every year counts.
    in_a_row: bool,
    start: usize,
    end: usize,
}

fn spans(text: &str) -> impl Iterator<Item = YearSpan> {
    text.match_indices(" năm").filter_map(|(at, _)| span(text, at))
}

fn span(text: &str, at: usize) -> Option<YearSpan> {
    let before = &text[..at];
    let start = before
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |last| last + before[last..].chars().next().map_or(1, char::len_utf8));
    let digits = &before[start..];
    // A year is no count, and "2,5 năm" and "1/5 năm" are none of whole years.
    let whole = !before[..start].ends_with([',', '.', '/', '-']);
    let lead = fold(&before[..start]);
    let is_name = LABELS.iter().any(|label| ends_with_word(&lead, label));
    let count: i32 = digits.parse().ok().filter(|_| whole && !is_name && digits.len() <= 2)?;
    let behind = &text[at + " năm".len()..];
    let (from, first) = year(behind)?;
    let words = &behind[..from];
    let is_near = from < NEAR && !words.contains(['.', ';', ',', ')', ':']);
    let after = &behind[from + 4..];
    let joint = ["đến năm", "-", "–", "đến"].into_iter().find_map(|joint| {
        let trimmed = after.trim_start();
        let rest = trimmed.strip_prefix(joint)?.trim_start();
        Some(after.len() - rest.len())
    })?;
    let (gap, last) = year(&after[joint..])?;
    let end = at + " năm".len() + from + 4 + joint + gap + 4;
    let plain = is_near && gap == 0 && (1..=50).contains(&(last - first));
    let in_a_row = words.contains("liên t") || words.contains("liền");
    plain.then_some(YearSpan { count, from: first, to: last, in_a_row, start, end })
}

/// The first year of a text and where it stands.
fn year(text: &str) -> Option<(usize, i32)> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let digits = text.get(at..at + 4)?;
    let longer = text[at + 4..].starts_with(|c: char| c.is_ascii_digit());
    let year: i32 = digits.parse().ok().filter(|_| !longer)?;
    (1900..=2100).contains(&year).then_some((at, year))
}

fn wrong(line: &Line, offset: usize, typed: &str, span: &YearSpan) -> Option<Finding> {
    let years = span.to - span.from + 1;
    let as_term = !span.in_a_row && span.count == years - 1;
    if span.count == years || as_term {
        return None;
    }
    let words = typed.get(span.start..span.end)?;
    let message = format!("«{words}»: từ năm {} đến năm {} là {years} năm", span.from, span.to);
    let at = offset + span.start..offset + span.end;
    Some(
        finding_at("year-span", Severity::Error, message, line, &at)
            .with_values([span.count.to_string(), years.to_string()]),
    )
}
