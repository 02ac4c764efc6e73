//! A rendered draft as plain sentences and figures, which versions keep and comparisons read.

use tongket_model::{FrozenContent, FrozenFigure, FrozenText};
use tongket_report::Draft;
use tongket_template::{Block, Cited, CitedKind, Gap, Inline, Table, TableCell};

/// What stands for a value in the wording of a sentence.
const VALUE: &str = "…";

pub(crate) fn frozen(draft: &Draft) -> FrozenContent {
    let mut freezing = Freezing::default();
    for block in &draft.blocks {
        match block {
            Block::Heading { content, .. } => {
                freezing.heading = content.iter().map(Inline::text).collect();
                freezing.line(content);
            }
            Block::Paragraph(content) => freezing.line(content),
            Block::List(items) => items.iter().for_each(|item| freezing.line(&item.content)),
            Block::Table(table) => freezing.table(table),
        }
    }
    freezing.content
}

#[derive(Default)]
struct Freezing {
    heading: String,
    content: FrozenContent,
    text: String,
    wording: String,
}

impl Freezing {
    fn line(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } => self.typed(text),
                Inline::LineBreak => self.typed(" "),
                Inline::Cited { cited, .. } => {
                    self.text.push_str(&cited.text);
                    if cited.kind == CitedKind::Figure {
                        self.wording.push_str(VALUE);
                        self.figure(cited);
                    } else {
                        self.wording.push_str(&cited.text);
                    }
                }
                Inline::Gap(gap) => {
                    self.text.push_str(&gap.text);
                    self.wording.push_str(VALUE);
                    self.gap(gap);
                }
            }
        }
        self.end_sentence();
    }

    /// Typed text ends sentences; printed values never do.
    fn typed(&mut self, text: &str) {
        let mut rest = text;
        while let Some(end) = sentence_end(rest) {
            let (sentence, behind) = rest.split_at(end);
            self.text.push_str(sentence);
            self.wording.push_str(sentence);
            self.end_sentence();
            rest = behind;
        }
        self.text.push_str(rest);
        self.wording.push_str(rest);
    }

    fn end_sentence(&mut self) {
        let (text, wording) = (std::mem::take(&mut self.text), std::mem::take(&mut self.wording));
        self.push(text.trim(), wording.trim());
    }

    fn push(&mut self, text: &str, wording: &str) {
        if !text.is_empty() {
            let (heading, text) = (self.heading.clone(), text.to_owned());
            self.content.texts.push(FrozenText { heading, text, wording: wording.to_owned() });
        }
    }

    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().map(TableCell::text).collect();
            let is_typed = table.expression.is_empty();
            // The numbers of a table of figures are its figures.
            let words = cells.iter().enumerate().filter(|(at, _)| {
                is_typed || !table.columns.get(*at).is_some_and(|column| column.numeric)
            });
            let words: Vec<&str> = words.map(|(_, cell)| cell.as_str()).collect();
            self.push(&cells.join(" | "), &words.join(" | "));
            for inline in row.cells.iter().flat_map(contents) {
                match inline {
                    Inline::Cited { cited, .. } if cited.kind == CitedKind::Figure => {
                        self.figure(cited);
                    }
                    Inline::Gap(gap) => self.gap(gap),
                    _ => {}
                }
            }
        }
        if !table.expression.is_empty() {
            table.cited.iter().for_each(|cited| self.figure(cited));
            table.gaps.iter().for_each(|gap| self.gap(gap));
        }
    }

    fn figure(&mut self, cited: &Cited) {
        let first = cited.evidence.first();
        let subject = first.map_or_else(String::new, |evidence| match evidence.period {
            Some(period) => format!("{} {period}", evidence.subject),
            None => evidence.subject.clone(),
        });
        self.content.figures.push(FrozenFigure {
            expression: cited.expression.clone(),
            subject,
            text: cited.text.clone(),
            heading: self.heading.clone(),
            is_gap: false,
        });
    }

    fn gap(&mut self, gap: &Gap) {
        self.content.figures.push(FrozenFigure {
            expression: gap.expression.clone(),
            subject: gap.subject.clone(),
            text: gap.text.clone(),
            heading: self.heading.clone(),
            is_gap: true,
        });
    }
}

fn contents(cell: &TableCell) -> &[Inline] {
    match cell {
        TableCell::Content(content) => content,
        TableCell::Text(_) => &[],
    }
}

/// The byte behind the first mark that ends a sentence: one before a space and a capital letter.
fn sentence_end(text: &str) -> Option<usize> {
    let ends = text.match_indices(['.', '!', '?', ';']).map(|(at, mark)| at + mark.len());
    ends.into_iter().find(|end| {
        let behind = text.get(*end..).unwrap_or_default();
        behind.starts_with(' ') && behind.trim_start().starts_with(char::is_uppercase)
    })
}
