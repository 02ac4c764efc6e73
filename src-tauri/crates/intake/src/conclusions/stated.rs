//! Counts that a text states, against what was found: "nêu 4 nhóm vấn đề, tách được 3".

use tongket_figures::read_number_in_words;

use super::words::{Word, words};
use super::{ProposalNote, ProposedRow};
use crate::raw::RawParagraph;

/// What lists are counted by.
const COUNTED: [&str; 17] = [
    "nhom van de",
    "nhom giai phap",
    "nhom nhiem vu",
    "nhom han che",
    "nhiem vu",
    "giai phap",
    "noi dung",
    "van de",
    "chu de",
    "tru cot",
    "muc tieu",
    "chi tieu",
    "han che",
    "nguyen nhan",
    "bai hoc",
    "de an",
    "khau dot pha",
];

/// A count before a colon, and what it counts: "4 nhóm vấn đề:".
pub(super) fn stated(text: &str, words: &[Word]) -> Option<(i64, String)> {
    (0..words.len()).find_map(|at| {
        let number = number(text.get(words[at].range.clone())?)?;
        let n = super::words::longest(&words[at + 1..], &COUNTED)?;
        let range = words[at + 1].range.start..words[at + n].range.end;
        Some((number, text.get(range)?.to_owned()))
    })
}

fn number(word: &str) -> Option<i64> {
    let digits = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    match digits {
        true => word.parse().ok(),
        false => {
            let number = read_number_in_words(word)?.to_string().parse().ok()?;
            (2..=20).contains(&number).then_some(number)
        }
    }
}

/// Of leads whose items are rows, and of sentences that hold their items between semicolons.
pub(super) fn notes(paragraphs: &[RawParagraph], rows: &[ProposedRow]) -> Vec<ProposalNote> {
    let mut notes = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some((stated, counted)) = &row.stated else { continue };
        let found = rows.iter().filter(|part| part.part_of == Some(at)).count() as i64;
        if found > 0 && found != *stated {
            notes.push(note(&row.place, *stated, counted, found));
        }
    }
    for paragraph in paragraphs {
        let text = &*paragraph.text;
        let Some((lead, items)) = text.split_once(':') else { continue };
        let Some((stated, counted)) = stated(lead, &words(lead)) else { continue };
        let items = items.split('.').next().unwrap_or_default();
        let found = items.split(';').filter(|item| !item.trim().is_empty()).count() as i64;
        let known = notes.iter().any(|note| *note.place == *paragraph.place);
        if found > 1 && found != stated && !known {
            notes.push(note(&paragraph.place, stated, &counted, found));
        }
    }
    notes
}

fn note(place: &str, stated: i64, counted: &str, found: i64) -> ProposalNote {
    let text = format!("nêu {stated} {counted}, tách được {found}");
    ProposalNote { place: place.to_owned(), text, sentence: String::new() }
}
