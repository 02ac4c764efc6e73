//! Claims of success that no figure of their sentence bears out: "vượt mức tất cả các chỉ tiêu".

use tongket_figures::fold;

use super::sentence::finding_at;
use crate::prose::{Line, Prose, Sentence};
use crate::{Finding, Severity};

/// Folded words that claim what only a number shows.
const CLAIMS: [&str; 18] = [
    "tat ca cac chi tieu",
    "toan bo cac chi tieu",
    "vuot muc tat ca",
    "vuot tat ca",
    "vuot toan bo",
    "dat va vuot tat ca",
    "dat va vuot toan bo",
    "dat va vuot cac chi tieu",
    "hoan thanh vuot muc cac chi tieu",
    "hoan thanh va vuot muc cac chi tieu",
    "hoan thanh toan bo cac chi tieu",
    "hoan thanh tat ca cac chi tieu",
    "hoan thanh tat ca chi tieu",
    "cac chi tieu deu dat va vuot",
    "cac chi tieu deu vuot",
    "hau het cac chi tieu deu dat",
    "cao nhat tu truoc den nay",
    "vuot ke hoach de ra",
];

/// What a sentence about the future promises is no claim.
const AHEAD: [&str; 6] = ["phan dau", "quyet tam", "muc tieu", "se ", "tap trung", "bao dam"];

/// Behind these a number names a time and tells no figure; "thu" and "quỹ" are others.
const TIMES: [&str; 7] = ["năm", "ngày", "tháng", "quý", "khóa", "khoá", "thứ"];

/// A warning for each such sentence without any number but years and days.
pub fn claim_without_figure(prose: &Prose) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        findings.extend(claim(line, sentence));
    }
    findings
}

fn claim(line: &Line, sentence: &Sentence) -> Option<Finding> {
    let text = line.sentence(sentence);
    if !may_claim(text) || has_figure(text) {
        return None;
    }
    let folded = fold(text);
    let claim = CLAIMS.iter().find(|claim| folded.contains(**claim))?;
    // What an expression printed rests on its values.
    let at =
        place(text, claim).map(|at| sentence.range.start + at.start..sentence.range.start + at.end);
    let at = at.unwrap_or_else(|| sentence.range.clone());
    let typed = line.is_typed(&at) || line.cited(&at).is_none();
    let achieved = ["dat", "vuot", "hoan thanh", "cao nhat"];
    if !achieved.iter().any(|verb| folded.contains(verb)) {
        return None;
    }
    let ahead = AHEAD.iter().any(|word| folded.contains(word));
    if !typed || ahead || line.text.contains('[') {
        return None;
    }
    let words = line.words(at.clone()).to_owned();
    let message = format!("nhận định «{words}» chưa có số liệu kèm theo");
    let hint = "Nêu số chỉ tiêu đạt, vượt hoặc giá trị so sánh, ví dụ từ bảng điểm chỉ tiêu.";
    Some(
        finding_at("claim-without-figure", Severity::Warning, message, line, &at)
            .with_values([words])
            .with_hint(hint),
    )
}

/// Whether a number stands in the text that is no year, no day and no part of one.
fn has_figure(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_figure = |at: usize| {
        let word = words[at].trim_matches(|c: char| !c.is_alphanumeric());
        let is_year = word.split(['-', '–', '/', '.']).next_back().is_some_and(|last| {
            last.parse().is_ok_and(|year: i32| last.len() == 4 && (1900..=2100).contains(&year))
        });
        let before = at.checked_sub(1).map(|before| words[before].to_lowercase());
        let is_time = before.is_some_and(|before| TIMES.contains(&before.as_str()));
        word.contains(|c: char| c.is_ascii_digit()) && !is_year && !is_time
    };
    (0..words.len()).any(is_figure)
}

/// All claims say one of these, which are cheap to look for.
fn may_claim(text: &str) -> bool {
    ["chỉ tiêu", "vượt", "từ trước đến nay"].iter().any(|word| text.contains(word))
}

/// Where the words stand whose folded form is `claim`.
fn place(text: &str, claim: &str) -> Option<std::ops::Range<usize>> {
    let starts = text.char_indices().map(|(at, _)| at);
    let n_words = claim.split(' ').count();
    starts.filter(|at| *at == 0 || text[..*at].ends_with(' ')).find_map(|at| {
        let mut end = at;
        for (nth, word) in text[at..].split(' ').enumerate() {
            end += word.len() + usize::from(nth > 0);
            if nth + 1 == n_words {
                break;
            }
        }
        let words = text.get(at..end)?;
        let trimmed = words.trim_end_matches([',', '.', ';', ':']);
        (fold(trimmed) == claim).then_some(at..at + trimmed.len())
    })
}
