//! Documents that a draft cites in typed words, against the register: number, kind, date, issuer.

use std::collections::HashMap;
use std::ops::Range;

use tongket_figures::{Date, DateReading, fold, read_date};
use tongket_model::Document;
use tongket_template::Facts;

use super::sentence::finding_at;
use crate::finding::Replacement;
use crate::prose::{Line, Prose};
use crate::{Finding, Severity, Spot};

/// Bytes behind the symbol in which its date and issuer stand.
const NEAR: usize = 120;

/// Short forms of issuers and what they stand for, folded.
const SHORT: [(&str, &str); 7] = [
    ("hdnd", "hoi dong nhan dan"),
    ("ubnd", "uy ban nhan dan"),
    ("btv", "ban thuong vu"),
    ("bch", "ban chap hanh"),
    ("bct", "bo chinh tri"),
    ("tw", "trung uong"),
    ("tu", "trung uong"),
];

/// Mentions that differ from every document of their number in the register; and, where there is one, those that are not in it.
pub fn citation(prose: &Prose) -> Vec<Finding> {
    let facts = prose.draft.facts();
    // Numbers begin anew every year.
    let mut register: HashMap<&str, Vec<&Document>> = HashMap::new();
    for document in facts.documents().iter().filter(|document| !document.number.is_empty()) {
        register.entry(document.number.as_str()).or_default().push(document);
    }
    let mut findings = Vec::new();
    if register.is_empty() {
        return findings;
    }
    for line in &prose.lines {
        for (range, typed) in line.typed() {
            for symbol in symbols(typed) {
                let mention = Mention::of(typed, symbol);
                let found = match register.get(mention.number) {
                    Some(documents) => documents
                        .iter()
                        .map(|of| (mention.differences(facts, line, range.start, of), *of))
                        .min_by_key(|(found, of)| (found.len(), mention.days_from(of)))
                        .map(|(found, _)| found)
                        .unwrap_or_default(),
                    None => vec![mention.unknown(facts, line, range.start)],
                };
                findings.extend(found);
            }
        }
    }
    findings
}

/// Where the symbols of documents stand: "24-CT/TU", "36/2021/NQ-HĐND".
pub(super) fn symbols(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/');
    let mut words = Vec::new();
    if text.contains('/') && text.contains('-') {
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (is_part(c), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    words.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
    }
    words.into_iter().filter(|word| is_symbol(&text[word.clone()])).collect::<Vec<_>>().into_iter()
}

fn is_symbol(word: &str) -> bool {
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    let end = word.rsplit(['/', '-']).next().unwrap_or_default();
    let acronym = end.chars().count() >= 2 && end.chars().all(char::is_uppercase);
    digits && acronym && word.contains('/') && word.contains('-')
}

/// A document as a sentence names it. Places are bytes of the typed piece.
struct Mention<'t> {
    number: &'t str,
    at: Range<usize>,
    /// "Chỉ thị số": the words before the symbol, without "số".
    lead: &'t str,
    date: Option<(Date, Range<usize>)>,
    /// Behind "của", folded and written out.
    issuer: Option<String>,
}

impl<'t> Mention<'t> {
    fn of(text: &'t str, at: Range<usize>) -> Mention<'t> {
        let lead = text[..at.start].trim_end();
        let lead = lead.strip_suffix("số").unwrap_or(lead).trim_end();
        let behind = near(&text[at.end..]);
        let date =
            date(behind).map(|(date, place)| (date, at.end + place.start..at.end + place.end));
        let after_date = date.as_ref().map_or(at.end, |(_, place)| place.end);
        let rest = near(&text[after_date..]).trim_start_matches([',', ' ', ')']);
        let issuer = rest.strip_prefix("của ").map(|issuer| {
            let name = issuer.split([',', '.', ';', '(', ')']).next().unwrap_or(issuer);
            written_out(name.split(" về ").next().unwrap_or(name))
        });
        Mention { number: &text[at.clone()], at, lead, date, issuer }
    }

    /// Between the day that is told and that of the register.
    fn days_from(&self, of: &Document) -> Option<u64> {
        let (said, _) = self.date.as_ref()?;
        Some(said.days_since(of.date?).unsigned_abs())
    }

    fn differences(
        &self,
        facts: &dyn Facts,
        line: &Line,
        offset: usize,
        of: &Document,
    ) -> Vec<Finding> {
        let style = facts.style();
        let mut findings = Vec::new();
        if let (Some((said, place)), Some(stored)) = (&self.date, of.date)
            && *said != stored
        {
            let values = [said.print(style), stored.print(style)];
            let message = format!(
                "{} ghi ngày {} nhưng danh mục văn bản ghi ngày {}",
                of.title(),
                values[0],
                values[1]
            );
            let at = offset + place.start..offset + place.end;
            let mut typed = line.typed_words(&at).unwrap_or_default();
            let label = format!("Đổi thành ngày {}", values[1]);
            typed.repair = Some(Replacement { insert: values[1].clone(), label });
            findings.push(
                finding_at("citation", Severity::Error, message, line, &at)
                    .with_values(values)
                    .with_spot(Spot::Typed(typed)),
            );
        }
        if let Some(kind) = self.other_kind(of) {
            let message =
                format!("«{kind} số {}»: danh mục văn bản ghi «{}»", self.number, of.kind);
            let start = offset + self.lead.len() - kind.len();
            let at = start..start + kind.len();
            let mut typed = line.typed_words(&at).unwrap_or_default();
            let label = format!("Đổi thành «{}»", of.kind);
            typed.repair = Some(Replacement { insert: of.kind.clone(), label });
            findings.push(
                finding_at("citation", Severity::Warning, message, line, &at)
                    .with_values([kind.to_owned(), of.kind.clone()])
                    .with_spot(Spot::Typed(typed)),
            );
        }
        let issuer = written_out(&of.issuer);
        if let Some(said) = self.issuer.as_ref().filter(|_| !issuer.is_empty())
            && !said.contains(&issuer)
            && !issuer.contains(said.as_str())
        {
            let message =
                format!("{}: danh mục văn bản ghi cơ quan ban hành là {}", of.title(), of.issuer);
            let at = offset + self.at.start..offset + self.at.end;
            findings.push(
                finding_at("citation", Severity::Warning, message, line, &at)
                    .with_values([of.issuer.clone()]),
            );
        }
        findings
    }

    /// The words before "số", when they name another kind of document or misspell this one.
    fn other_kind(&self, of: &Document) -> Option<&'t str> {
        let n_words = of.kind.split(' ').count();
        let start = self.lead.rmatch_indices(' ').nth(n_words - 1).map_or(0, |(at, _)| at + 1);
        let said = &self.lead[start..];
        let is_kind = said.split(' ').count() == n_words
            && said.starts_with(char::is_uppercase)
            && !said.contains([',', '.', ';', '(']);
        (is_kind && said.to_lowercase() != of.kind.to_lowercase()).then_some(said)
    }

    /// The register knows no such number; perhaps another of the same day.
    fn unknown(&self, facts: &dyn Facts, line: &Line, offset: usize) -> Finding {
        let suffix = |number: &str| number.find(['-', '/']).map(|at| number[at..].to_owned());
        let same_day = self.date.as_ref().and_then(|(said, _)| {
            facts.documents().iter().find(|document| {
                document.date == Some(*said) && suffix(&document.number) == suffix(self.number)
            })
        });
        let at = offset + self.at.start..offset + self.at.end;
        if let Some(other) = same_day {
            let message = format!(
                "số {} khác danh mục văn bản: văn bản cùng ngày là số {}",
                self.number, other.number
            );
            return finding_at("citation", Severity::Warning, message, line, &at)
                .with_values([self.number.to_owned(), other.number.clone()]);
        }
        let message = format!("văn bản số {} chưa có trong danh mục văn bản", self.number);
        finding_at("citation-unknown", Severity::Note, message, line, &at)
            .with_values([self.number.to_owned()])
    }
}

/// The beginning of a text, not beyond its clause.
fn near(text: &str) -> &str {
    let end = text.find([';', '\n']).unwrap_or(text.len()).min(NEAR);
    let end = (0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}

/// The first words after "ngày", when nothing else stands before them.
fn date(text: &str) -> Option<(Date, Range<usize>)> {
    let start = text.find("ngày ")?;
    let joint = text[..start].trim();
    let from = start + "ngày ".len();
    let words = text[from..].split([',', ' ', ')', '.', ';']).next()?;
    // ", ngày 11/10/2024 đã sơ kết" tells when something else was done.
    let behind = text[from + words.len()..].trim_start();
    let closes = behind.is_empty() || behind.starts_with([',', '.', ';', ')']);
    let names = closes || behind.starts_with("của ") || behind.starts_with("về ");
    let is_next = joint.is_empty() || joint == "(" || (joint == "," && names);
    let date = match read_date(&format!("ngày {words}"))? {
        DateReading::Day(date) if is_next => date,
        _ => return None,
    };
    Some((date, from..from + words.len()))
}

/// Folded, short forms written out.
fn written_out(name: &str) -> String {
    let name = fold(name);
    let words = name.split(' ').map(|word| {
        let word = word.trim_end_matches([',', '.', ';', ')']);
        SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long)
    });
    words.collect::<Vec<_>>().join(" ")
}
