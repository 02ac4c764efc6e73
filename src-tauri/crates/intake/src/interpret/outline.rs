//! The outline of a table: numbering A / I / 1 / 1.1 / a / -, groups above rows, parts below
//! them ("trong đó").

use std::sync::Arc;

use tongket_figures::fold;

use crate::limits;

/// How deep a numbering stands. Offices nest in this order and leave out what they do not need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Letter,
    Roman,
    Number,
    /// 1.1, 1.1.1
    Dotted(usize),
    SmallLetter,
    Dash,
}

/// Groups and rows that are open above the next row.
#[derive(Debug, Default)]
pub(super) struct Outline {
    open: Vec<Entry>,
    last_letter: Option<char>,
    /// A "Trong đó:" was read: unnumbered rows are parts until the next number.
    in_parts: bool,
    /// The groups above the row read last: rows of one group share them.
    path: Arc<str>,
}

#[derive(Debug)]
struct Entry {
    level: Level,
    label: String,
    is_group: bool,
    numbered: bool,
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    /// Groups above, joined by ` > `.
    pub(super) row_path: Arc<str>,
    /// `parent / part`; empty where it would be longer than any name.
    pub(super) indicator: String,
}

impl Outline {
    /// Opens a group: a row with a label and no values.
    pub(super) fn open_group(&mut self, numbering: &str, label: &str) {
        if is_parts_line(label) {
            self.in_parts = true;
            return;
        }
        let level = self.level(numbering, label).unwrap_or(Level::Letter);
        self.place(level, label, true, !numbering.is_empty());
    }

    /// Where a row with values stands; it can be the parent of the rows below it.
    pub(super) fn stand(&mut self, numbering: &str, label: &str) -> Standing {
        if is_total(label) {
            self.open.clear();
            return self.beside(label);
        }
        let level = match self.level(numbering, label) {
            Some(level) => level,
            None if self.in_parts => Level::Dash,
            // Without any numbering every row is an item of its own.
            None => Level::Number,
        };
        let label = part_label(label.trim_start_matches(['-', '+', '–', '•']).trim());
        self.place(level, label, false, !numbering.is_empty());
        let above = &self.open[..self.open.len() - 1];
        let heads = |entry: &&Entry| entry.is_group || entry.level <= Level::Roman;
        let row_path: Vec<&str> = above.iter().filter(heads).map(|e| e.label.as_str()).collect();
        let mut indicator: Vec<&str> =
            above.iter().filter(|entry| !heads(entry)).map(|e| e.label.as_str()).collect();
        indicator.push(label);
        let n_bytes = |names: &[&str]| names.iter().map(|name| name.len() + 3).sum::<usize>();
        let is_long = [&row_path, &indicator].iter().any(|of| n_bytes(of) > limits::PATH_BYTES);
        if is_long {
            return self.beside("");
        }
        let (row_path, indicator) = (row_path.join(" > "), indicator.join(" / "));
        if *self.path != *row_path {
            self.path = row_path.into();
        }
        Standing { row_path: Arc::clone(&self.path), indicator }
    }

    /// Where a row stands that is no part of the outline.
    pub(super) fn beside(&self, label: &str) -> Standing {
        Standing { row_path: Arc::default(), indicator: label.to_owned() }
    }

    /// True when a row with this numbering stands below the row read last.
    pub(super) fn is_above(&self, numbering: &str) -> bool {
        let level = read_level(numbering, self.last_letter);
        self.open.last().zip(level).is_some_and(|(last, level)| last.numbered && last.level < level)
    }

    fn place(&mut self, level: Level, label: &str, is_group: bool, numbered: bool) {
        self.open.retain(|entry| entry.level < level);
        self.open.push(Entry { level, label: label.to_owned(), is_group, numbered });
    }

    fn level(&mut self, numbering: &str, label: &str) -> Option<Level> {
        let starts_part = label.starts_with(['-', '+', '–', '•']) || is_parts_line(label);
        let level = read_level(numbering, self.last_letter).or(starts_part.then_some(Level::Dash));
        if let Some(level) = level {
            self.in_parts = false;
            if level == Level::Letter {
                self.last_letter = bare(numbering).chars().next();
            }
        }
        level
    }
}

/// "TỔNG SỐ", "Tổng cộng (I+II)", "Toàn tỉnh": a row over all groups, in none of them.
pub(crate) fn is_total(label: &str) -> bool {
    const WHOLES: [&str; 15] = [
        "tong so",
        "tong cong",
        "tong",
        "cong",
        "tong chung",
        "tong so chung",
        "cong chung",
        "tong cong chung",
        "toan tinh",
        "toan thanh pho",
        "toan huyen",
        "toan xa",
        "toan dang bo",
        "toan nganh",
        "toan quoc",
    ];
    // Asked of every row: most labels begin with other letters than "to…" and "co…".
    let mut letters = label.trim_start().bytes();
    if let (Some(first), Some(second)) = (letters.next(), letters.next())
        && first.is_ascii()
        && !(matches!(first, b't' | b'T' | b'c' | b'C')
            && (matches!(second, b'o' | b'O') || !second.is_ascii()))
    {
        return false;
    }
    let folded = fold(label);
    let bare = folded.split(['(', ':', '=']).next().unwrap_or_default().trim();
    WHOLES.contains(&bare)
        || bare
            .strip_prefix("tong so ")
            .or(bare.strip_prefix("tong cong "))
            .is_some_and(|of| WHOLES.contains(&of))
}

/// "Cộng trang", "Mang sang": the sum of a page.
pub(crate) fn is_page_total(label: &str) -> bool {
    let folded = fold(label);
    [
        "cong trang",
        "cong mang sang",
        "mang sang",
        "cong chuyen trang",
        "chuyen sang trang",
        "luy ke trang",
        "trang truoc mang sang",
    ]
    .iter()
    .any(|head| folded.starts_with(head))
}

/// True for a text that numbers a row.
pub(super) fn is_numbering(text: &str) -> bool {
    read_level(text, None).is_some()
}

fn read_level(numbering: &str, last_letter: Option<char>) -> Option<Level> {
    let text = bare(numbering);
    let mut chars = text.chars();
    let first = chars.next()?;
    let alone = chars.next().is_none();
    if alone && first.is_ascii_uppercase() {
        // I, V and X number with Romans unless they carry on H, U, W.
        let follows = last_letter.is_some_and(|last| last as u32 + 1 == first as u32);
        let roman = matches!(first, 'I' | 'V' | 'X') && !follows;
        return Some(if roman { Level::Roman } else { Level::Letter });
    }
    if text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')) {
        return Some(Level::Roman);
    }
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Level::Number);
    }
    let dotted =
        text.split('.').all(|piece| !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_digit()));
    if dotted {
        let depth = text.split('.').count();
        return (depth <= limits::OUTLINE_DEPTH).then_some(Level::Dotted(depth));
    }
    if alone && (first.is_lowercase()) {
        return Some(Level::SmallLetter);
    }
    (alone && matches!(first, '-' | '+' | '–' | '•')).then_some(Level::Dash)
}

/// "I." and "(1)" number like "I" and "1".
fn bare(numbering: &str) -> &str {
    numbering.trim().trim_matches(['(', ')', '.', ' '])
}

fn is_parts_line(label: &str) -> bool {
    fold(label.trim_start_matches(['-', '+', '–', ' '])).starts_with("trong do")
}

/// "Trong đó: Thu nội địa" is the part "Thu nội địa".
fn part_label(label: &str) -> &str {
    match label.split_once(':') {
        Some((head, rest)) if is_parts_line(head) && !rest.trim().is_empty() => rest.trim(),
        _ => label,
    }
}
