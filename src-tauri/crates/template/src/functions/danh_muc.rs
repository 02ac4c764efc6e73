//! `{{ danh_muc(giai_phap()) }}` on a line of its own: the rows as a list.

use crate::call::Call;
use crate::markdown::push_slot;
use crate::objects::{Printable, slot_of};
use crate::outcome::Outcome;
use crate::phrase::plain;
use crate::slots::Slot;
use crate::{Block, Emphasis, GapKind, ListLine};

/// The rows as a list, one line each with `;` behind it and `.` behind the last; a visible gap
/// with the words of `thieu=` when there are none.
pub fn danh_muc(call: &Call) -> Outcome {
    let rows = call.rows()?;
    let missing = call.text_option("thieu")?;
    if rows.items.is_empty()
        && let Some(words) = missing
    {
        return Err(call.gap(GapKind::MissingList, &rows.expression, &words).into());
    }
    let rows = call.rows_or_gap()?;
    let slots: Vec<Slot> = rows.items.iter().filter_map(slot_of).collect();
    let lines = slots.iter().enumerate().map(|(idx, slot)| {
        let mut content = Vec::new();
        push_slot(&mut content, slot, Emphasis::default());
        if !slot.text().ends_with(['.', ';', ':', '!', '?', ']']) {
            content.push(plain(if idx + 1 == slots.len() { "." } else { ";" }));
        }
        ListLine { depth: 0, number: None, content }
    });
    Ok(Printable::value(Slot::Block(Block::List(lines.collect()))))
}
