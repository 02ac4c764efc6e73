//! Years in the middle of typed sentences that were right in last year's report, and words such as
//! "năm vừa qua", which mean another year in every report.

use super::sentence::finding_at;
use crate::finding::Replacement;
use crate::prose::{Line, Prose};
use crate::{Finding, Severity, Spot};

/// Words for the year that was, and what they are in the report's own year.
const PASSED: [&str; 4] = ["năm vừa qua", "năm vừa rồi", "năm qua,", "năm ngoái"];

/// One finding for each year a line, one for the words a draft.
pub fn period_words(prose: &Prose) -> Vec<Finding> {
    let year = prose.draft.year;
    let mut findings = Vec::new();
    for line in prose.lines.iter().filter(|line| !line.is_heading) {
        findings.extend(compared_with(line, year));
        findings.extend(of_last_year(line, year));
    }
    // Said once, it is said of all.
    let mut lines = prose.lines.iter().filter(|line| !line.is_heading);
    findings.extend(lines.find_map(|line| passed(line, year)));
    findings
}

/// "so với năm 2021" in the report of 2023.
fn compared_with(line: &Line, year: i32) -> Option<Finding> {
    let wrong = year - 2;
    let found = ["so với năm", "cùng kỳ năm", "so với cùng kỳ năm"].iter().find_map(|words| {
        let typed = format!("{words} {wrong}");
        line.typed().find_map(|(range, text)| {
            let at = text.find(&typed)?;
            let end = at + typed.len();
            ends(&text[end..]).then(|| range.start + end - 4..range.start + end)
        })
    })?;
    let message = format!("so sánh với năm {wrong} có thể còn sót từ báo cáo năm trước");
    let mut typed = line.typed_words(&found)?;
    let insert = "{{ nam_truoc }}".to_owned();
    typed.repair = Some(Replacement { insert, label: format!("Đổi thành năm {}", year - 1) });
    Some(
        finding_at("left-over-year", Severity::Warning, message, line, &found)
            .with_values([wrong.to_string(), (year - 1).to_string()])
            .with_spot(Spot::Typed(typed)),
    )
}

/// "trong năm 2022, thành phố đã …" in the report of 2023.
fn of_last_year(line: &Line, year: i32) -> Option<Finding> {
    let last = format!("năm {}", year - 1);
    let found = line.typed().find_map(|(range, text)| {
        let at = text.match_indices(&last).map(|(at, _)| at).find(|at| {
            let before = text[..*at].trim_end().to_lowercase();
            // "Nghị quyết năm 2022" speaks of a document. At the beginning of a paragraph another
            // check looks.
            let of_time = before.ends_with("trong") || before.ends_with([',', '.', ';']);
            let named = before.rsplit(['.', ';']).next().is_some_and(|clause| {
                clause.contains("so với")
                    || clause.contains("cùng kỳ")
                    || clause.contains("kế hoạch")
            });
            ends(&text[at + last.len()..]) && of_time && !named
        })?;
        Some(range.start + at..range.start + at + last.len())
    })?;
    let words = line.words(found.clone()).to_owned();
    let message = format!("«{words}» có thể còn sót từ báo cáo năm trước");
    Some(
        finding_at("left-over-year", Severity::Note, message, line, &found)
            .with_values([(year - 1).to_string(), year.to_string()]),
    )
}

fn passed(line: &Line, year: i32) -> Option<Finding> {
    let found = line.typed().find_map(|(range, text)| {
        let low = text.to_lowercase();
        let at = PASSED.iter().find_map(|words| Some((low.find(words)?, words)))?;
        // Lowering keeps the length of Vietnamese letters.
        (low.len() == text.len())
            .then(|| range.start + at.0..range.start + at.0 + at.1.trim_end_matches(',').len())
    })?;
    let words = line.words(found.clone()).to_owned();
    let message = format!("«{words}» không nêu năm: báo cáo này hiểu là năm {year}");
    let mut typed = line.typed_words(&found)?;
    typed.repair = Some(Replacement {
        insert: "năm {{ nam }}".to_owned(),
        label: format!("Đổi thành năm {year}"),
    });
    Some(
        finding_at("period-words", Severity::Note, message, line, &found)
            .with_values([year.to_string()])
            .with_hint("Nêu rõ năm để lần sau không hiểu nhầm.")
            .with_spot(Spot::Typed(typed)),
    )
}

/// The year does not go on as a longer number or a range.
fn ends(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '/'))
        && !rest.starts_with(" -")
        && !rest.starts_with(" –")
        && !rest.starts_with(" đến")
}
