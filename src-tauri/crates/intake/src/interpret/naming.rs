//! What the values of a column measure where the rows are units: the words of its heading, or
//! the subject of the table's title.

use tongket_figures::fold;

use super::heading::Kind;
use super::layout::ValueColumn;
use super::titles::{Titles, sentence_case};
use super::wording::{Label, counted_noun, words, years};

/// The indicator of a column and its unit, as far as its heading names them.
pub(super) fn of_column(column: &ValueColumn, titles: &Titles) -> (String, Option<String>) {
    let texts: Vec<&str> = column.labels.iter().map(|label| label.text.as_str()).collect();
    let unit = column.labels.iter().rev().find_map(|label| label.unit.clone());
    let lowest = texts.last().copied().unwrap_or_default();
    let kind = column.heading.as_ref().map(|heading| heading.kind);
    let name = match kind {
        Some(Kind::CommitmentGap) if !fold(lowest).contains("cam ket") => {
            format!("{lowest} so với cam kết")
        }
        Some(Kind::Short) => short_name(&texts),
        Some(Kind::DocumentDate | Kind::Unknown) | None => own_name(&texts),
        Some(_) => named(&texts, titles),
    };
    let unit = unit.or_else(|| match kind {
        Some(Kind::Short) => Some("đơn vị".to_owned()),
        Some(Kind::Rank) => Some("hạng".to_owned()),
        Some(Kind::DocumentDate) => None,
        _ => counted_noun(&name),
    });
    (sentence_case(&name), unit)
}

/// "Số đơn vị chưa đạt cam kết giải ngân" of "Chưa đạt" under "Cam kết giải ngân".
fn short_name(texts: &[&str]) -> String {
    let lower: Vec<String> = texts.iter().rev().map(|text| lower_first(text)).collect();
    match fold(texts.last().unwrap_or(&"")).starts_with("so ") {
        true => lower.join(" "),
        false => format!("Số đơn vị {}", lower.join(" ")),
    }
}

/// The lowest heading, below the one above it where that names a whole.
fn own_name(texts: &[&str]) -> String {
    texts.join(" / ")
}

/// The words of the headings that name a thing rather than a kind of value or a time; the
/// title's subject where they name none, or only repeat a part of it.
fn named(texts: &[&str], titles: &Titles) -> String {
    let of_title = fold(&titles.subject);
    let thing = texts.iter().find(|text| {
        let bare = without_kind(text);
        !bare.is_empty()
            && !words(&of_title)
                .windows(words(&bare).len().max(1))
                .any(|window| window == words(&bare))
    });
    match thing {
        Some(text) => (*text).to_owned(),
        None if titles.subject.is_empty() => texts
            .iter()
            .map(|text| without_kind(text))
            .find(|bare| !bare.is_empty())
            .unwrap_or_default(),
        None => titles.subject.clone(),
    }
}

/// Words that name a kind of value, a time, or who assigned it.
const KIND_WORDS: [&str; 37] = [
    "ke", "hoach", "kh", "thuc", "hien", "th", "uoc", "uth", "luy", "ket", "qua", "nam", "thang",
    "quy", "i", "ii", "iii", "iv", "dau", "den", "ngay", "het", "cung", "ky", "gia", "tri", "ty",
    "ti", "le", "%", "so", "sanh", "voi", "giao", "dat", "kinh", "phi",
];

/// A heading without its kinds of value, times and assigners: "Thu ngân sách" of "KH thu ngân
/// sách năm 2024"; empty for "Kế hoạch năm 2024 thành phố giao".
fn without_kind(text: &str) -> String {
    let written: Vec<&str> = text.split_whitespace().collect();
    let folded: Vec<String> = written.iter().map(|word| words(word).join(" ")).collect();
    let assigned = folded.iter().position(|word| word == "giao");
    let says = |idx: usize| {
        let word = folded[idx].as_str();
        let kind = KIND_WORDS.contains(&word)
            || !years(word).is_empty()
            || word.is_empty()
            || word.chars().all(|c| c.is_ascii_digit())
            // Not the "dự" of "dự án".
            || (word == "du" && folded.get(idx + 1).is_some_and(|next| next == "toan"))
            || (word == "toan" && idx > 0 && folded[idx - 1] == "du");
        let assigner = assigned.is_some_and(|giao| idx <= giao);
        !kind && !assigner
    };
    let first = (0..written.len()).find(|idx| says(*idx));
    let last = (0..written.len()).rev().find(|idx| says(*idx));
    match (first, last) {
        (Some(first), Some(last)) => {
            // "Số người" keeps its "Số".
            let from = if first > 0 && folded[first - 1] == "so" { first - 1 } else { first };
            written[from..=last].join(" ")
        }
        _ => String::new(),
    }
}

pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The texts over a column, from the top down.
pub(super) fn joined(labels: &[Label]) -> String {
    labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>().join(" / ")
}
