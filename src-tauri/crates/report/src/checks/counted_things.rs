//! The same things counted twice in one draft: by two words ("6 giải pháp", "6 nhóm giải pháp"), or
//! with two numbers ("25 biểu hiện", "26 biểu hiện").

use std::collections::HashMap;

use tongket_figures::fold;

use super::citation::symbols;
use super::sentence::finding_at;
use crate::prose::{Line, Prose, Said, Sentence};
use crate::{Finding, Severity};

/// Words that count one and the same list.
const SAME_LIST: [&[&str]; 4] = [
    &["giai phap", "nhom giai phap"],
    &["nhiem vu", "nhom nhiem vu", "nhom nhiem vu, giai phap"],
    &["han che", "nhom han che"],
    &["chu de", "noi dung"],
];

/// Words behind the noun that single a list out.
const SINGLED_OUT: [&str; 5] = ["chinh", "trong tam", "chu yeu", "lon", "then chot"];

/// A warning for each pair, at the second of the two. Only counts that speak of the same document,
/// or of a list singled out in the same way, are held for the same things.
pub fn counted_things(prose: &Prose) -> Vec<Finding> {
    let mut seen: HashMap<String, (String, i64, String)> = HashMap::new();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for said in &sentence.figures {
            let Some(counted) = Counted::of(line, sentence, said) else { continue };
            for subject in &counted.subjects {
                let key = format!("{} {subject}", counted.list);
                let now = (counted.noun.clone(), counted.number, counted.words.clone());
                let Some((noun, number, words)) = seen.insert(key, now) else { continue };
                let finding = if noun != counted.noun && number == counted.number {
                    Some(two_words(line, said, &words, &counted))
                } else if noun == counted.noun && number != counted.number && subject.contains('/')
                {
                    Some(two_numbers(line, said, &words, &counted))
                } else {
                    None
                };
                findings.extend(finding);
            }
        }
    }
    findings
}

struct Counted {
    number: i64,
    /// Folded: "nhom giai phap"
    noun: String,
    /// The noun, or the one that stands for all that count the same list.
    list: String,
    /// What tells the list: a document's symbol, "chinh".
    subjects: Vec<String>,
    /// As written: "6 nhóm giải pháp"
    words: String,
}

impl Counted {
    fn of(line: &Line, sentence: &Sentence, said: &Said) -> Option<Counted> {
        let plain = said.quantity.of.is_none() && said.quantity.to.is_none();
        if !said.quantity.unit.is_count() || !plain {
            return None;
        }
        let number = said.quantity.amount.to_whole().filter(|number| *number > 1)?;
        let written = line.words(said.at.start..sentence.range.end);
        let digits = written.split(' ').next()?.len();
        let words: String = written[digits..].chars().take(60).collect();
        let behind = fold(&words);
        let known = SAME_LIST.iter().find_map(|list| {
            let nouns = list.iter().filter(|noun| starts_with_word(&behind, noun));
            Some((list[0], *nouns.max_by_key(|noun| noun.len())?))
        });
        let unit = fold(said.quantity.unit.text());
        let (list, noun) =
            known.map_or((unit.clone(), unit), |(list, noun)| (list.to_owned(), noun.to_owned()));
        let rest = behind.strip_prefix(noun.as_str()).map(str::trim_start).unwrap_or_default();
        let text = line.sentence(sentence);
        let mut subjects: Vec<String> = symbols(text).map(|at| text[at].to_owned()).collect();
        subjects.dedup();
        let singled = SINGLED_OUT.iter().find(|word| starts_with_word(rest, word));
        subjects.extend(singled.filter(|_| known.is_some()).map(|word| (*word).to_owned()));
        let singled = singled.filter(|_| known.is_some());
        let n_words = noun.split(' ').count() + singled.map_or(0, |word| word.split(' ').count());
        let named: Vec<&str> = written.split(' ').take(n_words + 1).collect();
        let words = named.join(" ").trim_end_matches([',', '.', ';', ':', ')']).to_owned();
        Some(Counted { number, noun, list, subjects, words })
    }
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

fn two_words(line: &Line, said: &Said, other: &str, counted: &Counted) -> Finding {
    let message = format!("một danh mục gọi hai cách: «{other}» và «{}»", counted.words);
    finding_at("counting-words", Severity::Warning, message, line, &said.at)
        .with_values([other.to_owned(), counted.words.clone()])
        .with_hint("Dùng một cách gọi trong cả báo cáo.")
}

fn two_numbers(line: &Line, said: &Said, other: &str, counted: &Counted) -> Finding {
    let message = format!("hai số cho một việc: «{other}» và «{}»", counted.words);
    finding_at("two-counts", Severity::Warning, message, line, &said.at)
        .with_values([other.to_owned(), counted.words.clone()])
}
