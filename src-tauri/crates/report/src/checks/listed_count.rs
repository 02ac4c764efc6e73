//! Counts that announce a list: "3 trụ cột: …; …; …", "7 giải pháp sau:" above the lines of a list.

use std::ops::Range;

use tongket_figures::fold;
use tongket_template::Block;

use super::sentence::finding_at;
use crate::prose::{Line, Prose, Sentence};
use crate::{Finding, Severity};

/// Bytes between the count and the colon.
const NEAR: usize = 160;

/// Folded nouns of lists that are written out in full where their number is said.
const LISTED: [&str; 26] = [
    "giai phap",
    "nhom",
    "nhiem vu",
    "tru cot",
    "noi dung",
    "chu de",
    "de an",
    "chi tieu",
    "thanh phan",
    "khau dot pha",
    "dot pha",
    "muc tieu",
    "van de",
    "han che",
    "nguyen nhan",
    "bai hoc",
    "linh vuc",
    "chuong trinh",
    "nghi quyet",
    "chuyen de",
    "yeu cau",
    "quan diem",
    "phan viec",
    "cong trinh",
    "kien nghi",
    "de xuat",
];

/// A warning for each list that has other than the stated number of items.
pub fn listed_count(prose: &Prose) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        findings.extend(announced(line, sentence).and_then(|of| compare(prose, line, &of)));
    }
    findings
}

/// The count before a colon.
pub(super) struct Announced<'t> {
    stated: i64,
    noun: &'t str,
    pub at: Range<usize>,
    /// Behind the colon, up to the end of the sentence.
    pub list: &'t str,
}

pub(super) fn announced<'t>(line: &'t Line, sentence: &Sentence) -> Option<Announced<'t>> {
    let text = line.sentence(sentence);
    let colon = text.find(':')?;
    let opening = &text[..colon];
    let digits = |c: char| c.is_ascii_digit();
    let end = opening.rfind(digits)? + 1;
    let start = opening[..end]
        .rfind(|c| !digits(c))
        .map_or(0, |last| last + opening[last..].chars().next().map_or(1, char::len_utf8));
    let noun = opening[end..].trim_start_matches(['\u{a0}', ' ']);
    let plain = !opening[..start].ends_with(['.', ',', '/', '-', '(']) && end - start <= 2;
    let near = colon - end < NEAR && !noun.contains([';', '(', '.']);
    let folded = fold(&noun.chars().take(24).collect::<String>());
    let lists = LISTED.iter().find(|known| folded.starts_with(**known))?;
    let n_words = lists.split(' ').count();
    let at = sentence.range.start + start..sentence.range.start + end;
    let stated = opening[start..end].parse().ok().filter(|n| *n > 1 && plain && near)?;
    let list = text[colon + 1..].trim();
    let noun = match noun.match_indices(' ').nth(n_words - 1) {
        Some((behind, _)) => &noun[..behind],
        None => noun,
    };
    line.is_typed(&at).then_some(Announced { stated, noun: noun.trim_end_matches(','), at, list })
}

fn compare(prose: &Prose, line: &Line, of: &Announced) -> Option<Finding> {
    let Announced { stated, noun, at, list } = of;
    let items = match *list {
        "" => lines_below(prose, line)?,
        list => Items::of(list),
    };
    if items.allow(*stated) {
        return None;
    }
    let message = match items.is_open {
        true => format!("nêu {stated} {noun}, chỉ liệt kê {} rồi bỏ lửng", items.found),
        false => format!("nêu {stated} {noun}, tách được {}", items.found),
    };
    Some(
        finding_at("listed-count", Severity::Warning, message, line, at)
            .with_values([stated.to_string(), items.found.to_string()])
            .with_hint("Sửa số nêu trong câu, hoặc liệt kê cho đủ."),
    )
}

/// The outermost lines of a list that stands behind the paragraph.
fn lines_below(prose: &Prose, line: &Line) -> Option<Items> {
    let Block::List(items) = prose.draft.blocks.get(line.place.block)? else { return None };
    let n_items = items.iter().filter(|item| item.depth == 0).count();
    Some(Items { found: i64::try_from(n_items).ok()?, is_sure: true, is_open: false })
}

/// How many items a text holds.
struct Items {
    found: i64,
    /// Divided by semicolons or lines; commas also stand inside of an item, and so does "và".
    is_sure: bool,
    /// Breaks off with an ellipsis.
    is_open: bool,
}

impl Items {
    fn of(list: &str) -> Items {
        let is_open = ["…", "...", "v.v"].iter().any(|mark| list.contains(mark));
        let list = list.trim_end_matches(['.', '…', ' ', ';']);
        let n_items = |text: &str, mark: &str| {
            text.split(mark).filter(|item| !item.trim().is_empty()).count()
        };
        let is_sure = list.contains(';');
        let found = match is_sure {
            true => n_items(list, ";"),
            false => n_items(list, ",") + list.matches(" và ").count(),
        };
        Items { found: i64::try_from(found).unwrap_or(i64::MAX), is_sure, is_open }
    }

    /// Too many commas say nothing, too few say that items are missing.
    fn allow(&self, stated: i64) -> bool {
        match self.is_open || !self.is_sure {
            true => self.found >= stated,
            false => self.found == stated,
        }
    }
}
