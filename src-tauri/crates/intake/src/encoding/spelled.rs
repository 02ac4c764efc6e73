//! The old codes that spell a letter as a base letter and marks behind it: VNI with the bytes of
//! Latin-1, VIQR with ASCII signs. The longest spelling counts, and a capital base makes a capital.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::letters::{LETTERS, Letter};

/// The longest spelling, in characters: `a^'`.
const LONGEST: usize = 3;

type Spelling = [char; LONGEST];

static VNI: LazyLock<HashMap<Spelling, char>> = LazyLock::new(|| table(|letter| letter.vni));
static VIQR: LazyLock<HashMap<Spelling, char>> = LazyLock::new(|| table(|letter| letter.viqr));

fn table(spelling: fn(&Letter) -> &'static str) -> HashMap<Spelling, char> {
    LETTERS.iter().map(|letter| (key(spelling(letter).chars()), letter.letter)).collect()
}

pub(super) fn from_vni(text: &str) -> String {
    convert(text, &VNI)
}

/// A backslash keeps the sign behind it as a sign.
pub(super) fn from_viqr(text: &str) -> String {
    let mut unicode = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        unicode.push_str(&convert(before, &VIQR));
        let kept = after.chars().next().map_or(0, char::len_utf8);
        unicode.push_str(&after[..kept]);
        rest = &after[kept..];
    }
    unicode.push_str(&convert(rest, &VIQR));
    unicode
}

fn convert(text: &str, spellings: &HashMap<Spelling, char>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut unicode = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&first) = chars.get(at) {
        let found = (1..=LONGEST).rev().find_map(|length| {
            let spelled = chars.get(at..at + length)?;
            Some((length, *spellings.get(&key(spelled.iter().copied()))?))
        });
        match found {
            Some((length, letter)) if first.is_uppercase() => {
                unicode.extend(letter.to_uppercase());
                at += length;
            }
            Some((length, letter)) => {
                unicode.push(letter);
                at += length;
            }
            None => {
                unicode.push(first);
                at += 1;
            }
        }
    }
    unicode
}

fn key(spelled: impl Iterator<Item = char>) -> Spelling {
    let mut key = ['\0'; LONGEST];
    for (slot, c) in key.iter_mut().zip(spelled) {
        *slot = c.to_lowercase().next().unwrap_or(c);
    }
    key
}
