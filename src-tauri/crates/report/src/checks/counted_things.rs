//! The same things counted twice in one draft: by two words ("6 giải pháp", "6 nhóm giải pháp"), or
//! with two numbers ("25 biểu hiện", "26 biểu hiện").

use std::collections::HashMap;

use tongket_figures::fold;
use tongket_model::ItemList;
use tongket_template::Facts;

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

/// Folded nouns of what a document itself contains; what was done to carry it out is counted anew in
/// every place.
const OF_DOCUMENTS: [&str; 10] = [
    "giai phap",
    "nhom giai phap",
    "nhiem vu",
    "nhom nhiem vu",
    "bieu hien",
    "noi dung",
    "hanh vi",
    "muc tieu",
    "quan diem",
    "chi tieu",
];

/// Words behind the noun that single a list out.
const SINGLED_OUT: [&str; 5] = ["chinh", "trong tam", "chu yeu", "lon", "then chot"];

/// Folded words for what has a list of its own: "Nghị quyết nêu 3 nội dung chính".
const OWNERS: [&str; 7] =
    ["nghi quyet", "chi thi", "ke hoach", "chuong trinh", "de an", "hoi nghi", "bao cao"];

/// A warning for each pair, at the second of the two. Only counts that speak of the same document,
/// or of a list singled out in the same way and not of two named ones, are held for the same things.
pub fn counted_things(prose: &Prose) -> Vec<Finding> {
    let mut seen: HashMap<String, Counted> = HashMap::new();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for said in &sentence.figures {
            let Some(counted) = Counted::of(line, sentence, said) else { continue };
            for subject in &counted.subjects {
                let key = format!("{} {subject}", counted.list);
                if let Some(other) = seen.insert(key, counted.clone()) {
                    findings.extend(differ(line, said, &other, &counted, subject));
                }
            }
        }
    }
    findings
}

/// Lists of one year that hold the same items and are counted by two words.
pub fn one_list_two_words(facts: &dyn Facts) -> Vec<Finding> {
    let near = facts.year()..=facts.year() + 1;
    let mut seen: HashMap<(i32, Vec<String>), &ItemList> = HashMap::new();
    let mut findings = Vec::new();
    for list in facts.lists().iter().filter(|list| near.contains(&list.year)) {
        let items: Vec<String> = list.items.iter().map(|item| fold(&item.text)).collect();
        if items.len() < 2 || list.counting_word.is_empty() {
            continue;
        }
        let other = *seen.entry((list.year, items)).or_insert(list);
        if other.counting_word != list.counting_word && !other.counting_word.is_empty() {
            let message = format!(
                "một danh mục gọi hai cách: «{}» đếm theo «{}», «{}» đếm theo «{}»",
                other.name, other.counting_word, list.name, list.counting_word
            );
            let values = [other.counting_word.clone(), list.counting_word.clone()];
            findings.push(
                Finding::new("counting-words", Severity::Warning, message).with_values(values),
            );
        }
    }
    findings
}

#[derive(Clone)]
struct Counted {
    number: i64,
    /// Folded: "nhom giai phap"
    noun: String,
    /// The noun, or the one that stands for all that count the same list.
    list: String,
    /// What tells the list: a document's symbol, "chinh".
    subjects: Vec<String>,
    /// Whether the sentence itself names the document, not only its paragraph.
    is_named: bool,
    /// Of [`OWNERS`], the last that the sentence names before the number.
    owner: Option<&'static str>,
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
        let is_named = !subjects.is_empty();
        if !is_named {
            // The only document of the paragraph.
            subjects.extend(symbols(&line.text).map(|at| line.text[at].to_owned()));
            subjects.dedup();
            subjects.truncate(if subjects.len() == 1 { 1 } else { 0 });
        }
        let singled = SINGLED_OUT.iter().find(|word| starts_with_word(rest, word));
        subjects.extend(singled.filter(|_| known.is_some()).map(|word| (*word).to_owned()));
        let singled = singled.filter(|_| known.is_some());
        let n_words = noun.split(' ').count() + singled.map_or(0, |word| word.split(' ').count());
        let named: Vec<&str> = written.split(' ').take(n_words + 1).collect();
        let words = named.join(" ").trim_end_matches([',', '.', ';', ':', ')']).to_owned();
        let before = fold(line.words(sentence.range.start..said.at.start));
        let owners = OWNERS.into_iter().filter_map(|owner| Some((before.rfind(owner)?, owner)));
        let owner = owners.max().map(|(_, owner)| owner);
        Some(Counted { number, noun, list, subjects, is_named, owner, words })
    }
}

fn differ(
    line: &Line,
    said: &Said,
    other: &Counted,
    counted: &Counted,
    subject: &str,
) -> Option<Finding> {
    let (same_noun, same_number) = (other.noun == counted.noun, other.number == counted.number);
    let of_document = subject.contains('/')
        && other.is_named
        && counted.is_named
        && OF_DOCUMENTS.contains(&counted.noun.as_str());
    // A document's symbol tells the list by itself.
    let of_two =
        !subject.contains('/') && other.owner.zip(counted.owner).is_some_and(|(a, b)| a != b);
    match (same_noun, same_number) {
        _ if of_two => None,
        (false, true) => Some(two_words(line, said, &other.words, counted)),
        (true, false) if of_document => Some(two_numbers(line, said, &other.words, counted)),
        _ => None,
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
