//! How much memory a value takes, roughly: what the limit on all values of a rendering counts.

use minijinja::Value;

use crate::objects::{Record, Rows, slot_of};
use crate::slots::Slot;
use crate::{Block, Cited, Column, Evidence, Gap, Inline, Table, TableCell};

/// Bytes of a value of ours with everything it holds; nothing for the values of MiniJinja.
pub(crate) fn of_value(value: &Value) -> usize {
    if let Some(rows) = value.downcast_object_ref::<Rows>() {
        let items: usize = rows.items.iter().map(of_value).sum();
        return items + rows.expression.len() + rows.evidence.len() * size_of::<Evidence>();
    }
    let parts = value
        .downcast_object_ref::<Record>()
        .map_or(0, |record| record.parts.iter().map(|(_, part)| of_value(part)).sum());
    parts + slot_of(value).map_or(0, |slot| of_slot(&slot))
}

/// Bytes of a copy of a slot, without what the copy shares.
pub(crate) fn of_copy(slot: &Slot) -> usize {
    size_of::<Slot>()
        + match slot {
            Slot::Text(text) => text.len(),
            Slot::Run(slots) => slots.iter().map(of_copy).sum(),
            Slot::Block(Block::List(_)) => of_slot(slot),
            Slot::Cited(_) | Slot::Gap(_) | Slot::Block(_) => 0,
        }
}

fn of_slot(slot: &Slot) -> usize {
    size_of::<Slot>()
        + match slot {
            Slot::Text(text) => text.len(),
            Slot::Cited(cited) => of_cited(cited),
            Slot::Gap(gap) => of_gap(gap),
            Slot::Run(slots) => slots.iter().map(of_slot).sum(),
            Slot::Block(block) => of_block(block),
        }
}

fn of_cited(cited: &Cited) -> usize {
    size_of::<Cited>()
        + cited.text.len()
        + cited.expression.len()
        + cited.evidence.len() * size_of::<Evidence>()
}

fn of_gap(gap: &Gap) -> usize {
    let texts = [&gap.text, &gap.expression, &gap.subject, &gap.hint];
    size_of::<Gap>() + texts.iter().map(|text| text.len()).sum::<usize>()
}

fn of_block(block: &Block) -> usize {
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => of_line(content),
        Block::List(lines) => lines.iter().map(|line| of_line(&line.content)).sum(),
        Block::Table(table) => of_table(table),
    }
}

fn of_table(table: &Table) -> usize {
    let cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| {
        size_of::<TableCell>()
            + match cell {
                TableCell::Text(text) => text.len(),
                TableCell::Content(content) => of_line(content),
            }
    });
    let columns = table.columns.iter().map(|column| {
        size_of::<Column>()
            + column.headings.iter().map(|text| size_of::<String>() + text.len()).sum::<usize>()
    });
    let cited = table.cited.iter().map(|cited| of_cited(cited));
    let gaps = table.gaps.iter().map(|gap| of_gap(gap));
    columns.chain(cells).chain(cited).chain(gaps).sum()
}

fn of_line(line: &[Inline]) -> usize {
    line.iter().map(|inline| size_of::<Inline>() + inline.text().len()).sum()
}
