//! Blocks as lines of text that a case can write down: the kind of block, a colon, what a reader
//! sees, with a mark around everything that is more than typed text.

use tongket_template::{Block, CitedKind, Inline, RowKind, Table};

/// One line per heading, paragraph, list line and table row.
///
/// `h2 khong-so: …`, `p: …`, `-: …` and `--: …` for bullets by depth, `-3: …` for numbered lines,
/// `th: a | b`, `tr: a | b`, `tg: a | b`. Inside a line: `⟨figure⟩`, `⟪citation⟫`, `«words»`,
/// `[gap]`, `**bold**`, `*italic*`, `⏎` for a line break, `␣` for a no-break space.
pub fn outline(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, numbered, appendix, content } => {
                let mut kind = format!("h{level}");
                if !numbered {
                    kind.push_str(" khong-so");
                }
                if let Some(appendix) = appendix {
                    kind.push_str(if appendix.landscape { " phu-luc ngang" } else { " phu-luc" });
                }
                lines.push(format!("{kind}: {}", marked(content)));
            }
            Block::Paragraph(content) => lines.push(format!("p: {}", marked(content))),
            Block::List(items) => lines.extend(items.iter().map(|item| {
                let dashes = "-".repeat(usize::from(item.depth) + 1);
                let number = item.number.map(|number| number.to_string()).unwrap_or_default();
                format!("{dashes}{number}: {}", marked(&item.content))
            })),
            Block::Table(table) => lines.extend(rows(table)),
        }
    }
    lines
}

/// A line with its values marked.
pub fn marked(line: &[Inline]) -> String {
    let mut text = String::new();
    for inline in line {
        let (before, after) = match inline {
            Inline::Text { emphasis, .. } if emphasis.bold && emphasis.italic => ("***", "***"),
            Inline::Text { emphasis, .. } if emphasis.bold => ("**", "**"),
            Inline::Text { emphasis, .. } if emphasis.italic => ("*", "*"),
            Inline::Text { .. } | Inline::Gap(_) => ("", ""),
            Inline::Cited { cited, .. } => match cited.kind {
                CitedKind::Figure => ("⟨", "⟩"),
                CitedKind::Citation => ("⟪", "⟫"),
                CitedKind::Words => ("«", "»"),
            },
            Inline::LineBreak => ("⏎", ""),
        };
        let shown = if *inline == Inline::LineBreak { "" } else { inline.text() };
        text.push_str(&format!("{before}{}{after}", shown.replace('\u{a0}', "␣")));
    }
    text
}

fn rows(table: &Table) -> Vec<String> {
    let headings = table.columns.iter().map(|column| column.headings.join(" / "));
    let mut lines = vec![format!("th: {}", headings.collect::<Vec<_>>().join(" | "))];
    for row in &table.rows {
        let kind = if row.kind == RowKind::Group { "tg" } else { "tr" };
        let cells = row.cells.iter().map(|cell| match cell {
            tongket_template::TableCell::Text(text) => text.replace('\u{a0}', "␣"),
            tongket_template::TableCell::Content(content) => marked(content),
        });
        lines.push(format!("{kind}: {}", cells.collect::<Vec<_>>().join(" | ")));
    }
    lines
}
