//! What folded commands printed, as plain lines to show in their place.

use std::ops::Range;

use super::shown;
use super::trace::Trace;
use crate::slots::Slots;

/// A result is shown up to here.
const CHARACTERS: usize = 1_200;

/// Everything that was printed, findable by its place in the source.
pub(super) struct Results<'t> {
    trace: &'t Trace,
    slots: &'t Slots,
    /// Start of the place in the source and index of the print, in the order of the source.
    by_source: Vec<(usize, usize)>,
}

impl<'t> Results<'t> {
    pub fn of(trace: &'t Trace, slots: &'t Slots) -> Results<'t> {
        let starts = trace.prints.iter().map(|print| trace.places[print.place].range.start);
        let mut by_source: Vec<(usize, usize)> = starts.zip(0..).collect();
        by_source.sort_unstable();
        Results { trace, slots, by_source }
    }

    /// What was printed first inside `range`, one line for each that is printed.
    pub fn of_range(&self, range: &Range<usize>) -> String {
        let position = |at: usize| self.by_source.partition_point(|(start, _)| *start < at);
        let inside = &self.by_source[position(range.start)..position(range.end)];
        let Some(first) = inside.iter().map(|(_, idx)| *idx).min() else { return String::new() };
        let mut text = String::new();
        for print in &self.trace.prints[first..] {
            let place = &self.trace.places[print.place];
            if range.contains(&place.range.start) {
                text.push_str(&shown(&print.text, self.slots, CHARACTERS));
            } else if !place.captured {
                break;
            }
            if text.len() > 4 * CHARACTERS {
                break;
            }
        }
        plain_lines(&text)
    }
}

/// Without the signs of headings, lists and emphasis.
fn plain_lines(text: &str) -> String {
    let lines = text.lines().map(plain_line).filter(|line| !line.is_empty());
    let text = lines.collect::<Vec<_>>().join("\n");
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

fn plain_line(line: &str) -> String {
    let line = line.trim_matches([' ', '\t', '\r']);
    let (line, _attributes) = match line.strip_prefix('#') {
        Some(heading) => {
            let heading = heading.trim_start_matches('#').trim_start();
            heading.rsplit_once(" {.").unwrap_or((heading, ""))
        }
        None => (line, ""),
    };
    line.replace("**", "")
}
