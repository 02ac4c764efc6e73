//! Mentions of documents: "Chỉ thị số 24-CT/TU, ngày 07/8/2023 của Thành ủy", "các Nghị quyết Trung
//! ương 5, 6 và của Bộ Chính trị khóa XIII". A word spelled wrong is told, never corrected.

use std::ops::Range;

use serde::Serialize;
use tongket_figures::{DateReading, read_date};

use super::words::{Word, starts, words};
use crate::raw::RawParagraph;

/// One mention of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation {
    pub place: String,
    /// As written, from its type to its issuer.
    pub written: String,
    /// "Chỉ thị", spelled right; empty when the text names none.
    pub kind: String,
    /// "24-CT/TU" without spaces; empty when it has none.
    pub number: String,
    /// What it is called where it has no number: "Nghị quyết Trung ương 5 khóa XIII".
    pub name: String,
    /// As written: "07/8/2023", "tháng 10.2020"; empty when none stands there.
    pub date_words: String,
    #[serde(skip)]
    pub date: Option<DateReading>,
    /// "HĐND tỉnh"; empty when the text does not say.
    pub issuer: String,
    /// How its type is spelled where that is wrong: "Chị thị".
    pub slip: String,
    /// Where it stands in the paragraph, in bytes.
    #[serde(skip)]
    pub range: Range<usize>,
}

/// Types of documents as they are spelled, and without accents.
const TYPES: [(&str, &str); 24] = [
    ("Chỉ thị", "chi thi"),
    ("Nghị quyết", "nghi quyet"),
    ("Kết luận", "ket luan"),
    ("Thông báo kết luận", "thong bao ket luan"),
    ("Thông báo", "thong bao"),
    ("Quyết định", "quyet dinh"),
    ("Kế hoạch", "ke hoach"),
    ("Chương trình hành động", "chuong trinh hanh dong"),
    ("Chương trình", "chuong trinh"),
    ("Đề án", "de an"),
    ("Quy định", "quy dinh"),
    ("Quy chế", "quy che"),
    ("Hướng dẫn", "huong dan"),
    ("Công văn", "cong van"),
    ("Công điện", "cong dien"),
    ("Tờ trình", "to trinh"),
    ("Báo cáo", "bao cao"),
    ("Thông tri", "thong tri"),
    ("Thông tư", "thong tu"),
    ("Nghị định", "nghi dinh"),
    ("Luật", "luat"),
    ("Lời kêu gọi", "loi keu goi"),
    ("Tuyên bố", "tuyen bo"),
    ("Văn bản", "van ban"),
];

/// Longest name of an issuer, in words.
const LONGEST_ISSUER: usize = 8;

pub(super) fn citations(paragraph: &RawParagraph) -> Vec<Citation> {
    let text = &*paragraph.text;
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((mut several, end)) = of_the_centre(text, &words, at) {
            found.append(&mut several);
            at = end;
            continue;
        }
        match numbered(text, &words, at) {
            Some((citation, end)) => {
                found.push(citation);
                at = end;
            }
            None => at += 1,
        }
    }
    for citation in &mut found {
        citation.place = paragraph.place.to_string();
    }
    found
}

/// A number at `at`, with the type before it and the date and issuer behind.
fn numbered(text: &str, words: &[Word], at: usize) -> Option<(Citation, usize)> {
    let (number, mut end) = symbol(text, words, at)?;
    let mut start = at;
    if start > 0 && words[start - 1].plain == "so" {
        start -= 1;
    }
    let (kind, slip, n_kind) = type_before(text, &words[..start]);
    start -= n_kind;
    let (date_words, date, n_date) = date_at(text, &words[end..]);
    end += n_date;
    let (issuer, n_issuer) = issuer_at(text, words, end);
    end += n_issuer;
    let range = words[start].range.start..words[end - 1].range.end;
    let written = text.get(range.clone())?.to_owned();
    let (place, name) = (String::new(), String::new());
    Some((
        Citation { place, written, kind, number, name, date_words, date, issuer, slip, range },
        end,
    ))
}

/// "24-CT/TU", "36/2021/NQ-HĐND", "171 - KH/TU"; without spaces, and the word behind it.
fn symbol(text: &str, words: &[Word], at: usize) -> Option<(String, usize)> {
    let written = |at: usize| words.get(at).and_then(|word| text.get(word.range.clone()));
    let first = written(at)?;
    if !first.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (mut symbol, mut end) = (first.to_owned(), at + 1);
    // "24 - CT/TU"
    let is_dash = |text: &str| matches!(text, "-" | "–" | "/");
    while written(end).is_some_and(|it| is_dash(it) || is_dash_first(it))
        || symbol.ends_with(['-', '/', '–'])
    {
        let Some(part) = written(end) else { break };
        symbol.push_str(part);
        end += 1;
    }
    let symbol = symbol.replace('–', "-");
    let parts: Vec<&str> = symbol.split(['-', '/']).collect();
    let is_letters = |part: &&&str| {
        part.chars().count() >= 2
            && part.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            && part.starts_with(char::is_alphabetic)
    };
    let has_letters = parts.iter().skip(1).any(|part| is_letters(&part));
    let clean = parts.iter().all(|part| {
        !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '&')
    });
    (has_letters && clean && parts[0].bytes().all(|b| b.is_ascii_digit())).then_some((symbol, end))
}

fn is_dash_first(text: &str) -> bool {
    text.starts_with(['-', '–']) && text.chars().nth(1).is_some_and(char::is_uppercase)
}

/// The type that ends the words: spelled right, as it is spelled where that is wrong, and its
/// length in words.
fn type_before(text: &str, words: &[Word]) -> (String, String, usize) {
    let mut best = (String::new(), String::new(), 0);
    for (name, plain) in TYPES {
        let n = plain.split(' ').count();
        let Some(start) = words.len().checked_sub(n) else { continue };
        if n > best.2 && starts(&words[start..], plain) {
            let range = words[start].range.start..words[words.len() - 1].range.end;
            let written = text.get(range).unwrap_or_default();
            let same = written.to_lowercase() == name.to_lowercase();
            best = (name.to_owned(), if same { String::new() } else { written.to_owned() }, n);
        }
    }
    best
}

/// "ngày 07/8/2023", ", ngày 14-8-2023", "tháng 10.2020", "(15/6/2004)".
fn date_at(text: &str, words: &[Word]) -> (String, Option<DateReading>, usize) {
    let longest = words.len().min(8);
    for n in (1..=longest).rev() {
        let begins =
            matches!(words[0].plain.as_str(), "ngay" | "thang" | "trung" | "thuong" | "ha")
                || n == 1;
        let range = words[0].range.start..words[n - 1].range.end;
        let Some(written) = text.get(range).filter(|_| begins) else { continue };
        if let Some(reading) = read_date(written) {
            let words_of_it = written.trim_start_matches("ngày").trim_start().to_owned();
            return (words_of_it, Some(reading), n);
        }
    }
    (String::new(), None, 0)
}

/// "của HĐND tỉnh": words up to a mark or to what no name has.
fn issuer_at(text: &str, words: &[Word], at: usize) -> (String, usize) {
    const ENDS: [&str; 22] = [
        "ve", "va", "de", "trong", "tai", "theo", "nham", "gan", "da", "duoc", "dang", "khi",
        "voi", "cho", "la", "thi", "co", "khoa", "do", "den", "nhu", "tu",
    ];
    let after_mark = at > 0 && words[at - 1].mark.is_some_and(|mark| mark != ',');
    if after_mark || words.get(at).is_none_or(|word| word.plain != "cua") {
        return (String::new(), 0);
    }
    let mut end = at + 1;
    while end < words.len() && end - at <= LONGEST_ISSUER {
        let word = &words[end];
        // "Bộ Chính trị và …": "Đảng" of "Ban Cán sự Đảng" is written with a capital.
        if ENDS.contains(&word.plain.as_str()) && !word.capital {
            break;
        }
        end += 1;
        if word.mark.is_some() {
            break;
        }
    }
    if end == at + 1 {
        return (String::new(), 0);
    }
    let range = words[at + 1].range.start..words[end - 1].range.end;
    (text.get(range).unwrap_or_default().to_owned(), end - at)
}

/// "các Nghị quyết Trung ương 5, 6 và của Bộ Chính trị khóa XIII": one citation for each.
fn of_the_centre(text: &str, words: &[Word], at: usize) -> Option<(Vec<Citation>, usize)> {
    if !starts(&words[at..], "nghi quyet trung uong") {
        return None;
    }
    let mut end = at + 4;
    let mut names = Vec::new();
    while let Some(word) = words.get(end) {
        let is_number = word.plain.bytes().all(|byte| byte.is_ascii_digit());
        match word.plain.as_str() {
            _ if is_number => names.push(format!("Nghị quyết Trung ương {}", word.plain)),
            "va" if !names.is_empty() => {}
            _ => break,
        }
        end += 1;
    }
    if names.is_empty() {
        return None;
    }
    if words.get(end).is_some_and(|word| word.plain == "cua") {
        let (body, n) = issuer_at(text, words, end);
        names.push(format!("Nghị quyết của {body}"));
        end += n;
    }
    let mut term = String::new();
    if words.get(end).is_some_and(|word| word.plain == "khoa")
        && let Some(number) = words.get(end + 1)
    {
        term = format!(" khóa {}", text.get(number.range.clone())?);
        end += 2;
    }
    let range = words[at].range.start..words[end - 1].range.end;
    let citation = |name: String| Citation {
        place: String::new(),
        written: text.get(range.clone()).unwrap_or_default().to_owned(),
        kind: "Nghị quyết".to_owned(),
        number: String::new(),
        name: format!("{name}{term}"),
        date_words: String::new(),
        date: None,
        issuer: String::new(),
        slip: String::new(),
        range: range.clone(),
    };
    Some((names.into_iter().map(citation).collect(), end))
}
