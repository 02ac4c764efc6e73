//! The Markdown subset: headings with attributes, paragraphs, lists, bold, italic, tables. Other
//! markup is the text that was typed. Tokens become their values here.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::slots::{Piece, Slot, Slots};
use crate::{Appendix, Block, Column, Emphasis, Inline, ListLine, Row, RowKind, Table, TableCell};

/// Parses rendered text to blocks.
pub(crate) fn blocks(text: &str, slots: &Slots) -> Vec<Block> {
    placed_blocks(text, slots).0
}

/// The same, and the bytes of the text that each block stands on.
pub(crate) fn placed_blocks(text: &str, slots: &Slots) -> (Vec<Block>, Vec<Range<usize>>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    // "[Ghi chú]: …" at the start of a line would be taken for the target of a link, and vanish.
    let escaped = text.replace("]:", "]\\:");
    let mut builder = Builder::new(&escaped, slots);
    for (event, range) in Parser::new_ext(&escaped, options).into_offset_iter() {
        builder.event(event, range);
    }
    let Builder { blocks, mut places, .. } = builder;
    if escaped.len() > text.len() {
        unescape_places(&mut places, text);
    }
    (blocks, places)
}

/// Each "]:" of `text` became a byte longer before it was parsed.
fn unescape_places(places: &mut [Range<usize>], text: &str) {
    let marks: Vec<usize> = text.match_indices("]:").map(|(at, _)| at).collect();
    // Where the mark stands in the longer text.
    let escaped: Vec<usize> = marks.iter().enumerate().map(|(idx, at)| at + idx + 1).collect();
    let before = |at: usize| at - escaped.partition_point(|mark| *mark < at);
    for place in places {
        *place = before(place.start)..before(place.end);
    }
}

/// Adds a value to a line. A block inside a line stands as its text would: nothing.
pub(crate) fn push_slot(line: &mut Vec<Inline>, slot: &Slot, emphasis: Emphasis) {
    match slot {
        Slot::Text(text) => line.push(Inline::Text { text: text.clone(), emphasis }),
        Slot::Cited(cited) => line.push(Inline::Cited { cited: Arc::clone(cited), emphasis }),
        Slot::Gap(gap) => line.push(Inline::Gap(Arc::clone(gap))),
        Slot::Run(slots) => slots.iter().for_each(|slot| push_slot(line, slot, emphasis)),
        Slot::Block(_) => {}
    }
}

struct Builder<'s> {
    source: &'s str,
    slots: &'s Slots,
    blocks: Vec<Block>,
    /// The bytes of the source that each of `blocks` stands on.
    places: Vec<Range<usize>>,
    /// Those of the outermost element being read.
    outermost: Range<usize>,
    /// The inline content of the block being read.
    line: Vec<Inline>,
    emphasis: Emphasis,
    heading: Option<(u8, bool, Option<Appendix>)>,
    /// Blocks of functions met in the block being read; they stand behind it.
    inner_blocks: Vec<Block>,
    list: Vec<ListLine>,
    /// Whether a paragraph of the list line being read has ended.
    paragraph_ended: bool,
    /// The next number of each open list, outermost first; `None` for bullets.
    open_lists: Vec<Option<u64>>,
    table: Option<Table>,
    /// What was typed at the end of each open link, picture or block of code, innermost last.
    closings: Vec<String>,
}

impl<'s> Builder<'s> {
    fn new(source: &'s str, slots: &'s Slots) -> Builder<'s> {
        Builder {
            source,
            slots,
            blocks: Vec::new(),
            places: Vec::new(),
            outermost: 0..0,
            line: Vec::new(),
            emphasis: Emphasis::default(),
            heading: None,
            inner_blocks: Vec::new(),
            list: Vec::new(),
            paragraph_ended: false,
            open_lists: Vec::new(),
            table: None,
            closings: Vec::new(),
        }
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        if range.start >= self.outermost.end {
            self.outermost = range.clone();
        }
        match event {
            Event::Start(tag) => self.start(tag, &self.source[range]),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                // The lines of a block of code or HTML stand in one paragraph.
                self.text(&text.replace('\n', " "));
            }
            Event::Code(_) => self.text(&self.source[range]),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.line.push(Inline::LineBreak),
            // The other events need options that are off, or are rules between paragraphs.
            _ => {}
        }
    }

    /// `written` is the whole element as it stands in the text.
    fn start(&mut self, tag: Tag, written: &str) {
        match tag {
            // A line under a paragraph makes a heading only in other Markdown.
            Tag::Heading { level, classes, .. } if written.trim_start().starts_with('#') => {
                let has = |name: &str| classes.iter().any(|class| &**class == name);
                let appendix = has("phu-luc").then(|| Appendix { landscape: has("ngang") });
                self.heading = Some((level as u8, !has("khong-so"), appendix));
            }
            Tag::Paragraph if self.paragraph_ended => self.line.push(Inline::LineBreak),
            Tag::Strong => self.emphasis.bold = true,
            Tag::Emphasis => self.emphasis.italic = true,
            Tag::List(first) => {
                self.end_list_line();
                self.open_lists.push(first);
            }
            Tag::Table(alignments) => self.start_table(&alignments),
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    let row = Row { key: String::new(), kind: RowKind::Body, cells: Vec::new() };
                    table.rows.push(row);
                }
            }
            Tag::BlockQuote(_) => self.text("> "),
            Tag::CodeBlock(CodeBlockKind::Fenced(language)) => {
                let fence = &written[..written.find(|c| !matches!(c, '`' | '~')).unwrap_or(0)];
                self.text(&format!("{fence}{language} "));
                self.closings.push(fence.to_owned());
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => self.closings.push(String::new()),
            Tag::Link { link_type, .. } => self.start_link("[", link_type, written),
            Tag::Image { link_type, .. } => self.start_link("![", link_type, written),
            _ => {}
        }
    }

    fn start_table(&mut self, alignments: &[Alignment]) {
        let columns = alignments.iter().map(|alignment| {
            let numeric = matches!(alignment, Alignment::Center | Alignment::Right);
            Column { weight: 1, numeric, ..Column::default() }
        });
        self.table = Some(Table { columns: columns.collect(), ..Table::default() });
    }

    fn start_link(&mut self, open: &str, kind: LinkType, written: &str) {
        let (open, close) = match kind {
            LinkType::Autolink | LinkType::Email => ("<", ">"),
            _ => (open, written.rfind("](").map_or("]", |end| &written[end..])),
        };
        self.text(open);
        self.closings.push(close.to_owned());
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::CodeBlock => {
                self.close();
                self.end_paragraph();
            }
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.end_paragraph(),
            TagEnd::Strong => self.emphasis.bold = false,
            TagEnd::Emphasis => self.emphasis.italic = false,
            TagEnd::Item => self.end_list_line(),
            TagEnd::List(_) => {
                self.open_lists.pop();
                if self.open_lists.is_empty() && !self.list.is_empty() {
                    let list = Block::List(std::mem::take(&mut self.list));
                    self.end_block(Some(list));
                }
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Table => {
                let table = self.table.take();
                self.end_block(table.map(|table| Block::Table(Arc::new(table))));
            }
            TagEnd::Link | TagEnd::Image => self.close(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        for piece in self.slots.split(text) {
            match piece {
                Piece::Plain(text) => self.plain(text),
                Piece::Value(Slot::Block(block)) => self.inner_blocks.push(block.clone()),
                Piece::Value(slot) => push_slot(&mut self.line, slot, self.emphasis),
            }
        }
    }

    /// Joins neighbouring pieces of typed text: the parser splits them at every special sign.
    fn plain(&mut self, text: &str) {
        match self.line.last_mut() {
            Some(Inline::Text { text: before, emphasis }) if *emphasis == self.emphasis => {
                before.push_str(text);
            }
            _ => {
                let text = text.to_owned();
                self.line.push(Inline::Text { text, emphasis: self.emphasis });
            }
        }
    }

    /// Writes the end of a link, a picture or a block of code as it was typed.
    fn close(&mut self) {
        let typed = self.closings.pop().unwrap_or_default();
        self.text(&typed);
    }

    fn end_heading(&mut self) {
        let Some((level, numbered, appendix)) = self.heading.take() else {
            return self.end_paragraph();
        };
        let content = self.take_line();
        let level = level.min(4);
        self.end_block(Some(Block::Heading { level, numbered, appendix, content }));
    }

    /// A block, when it is not empty, and then those of functions met in it.
    fn end_block(&mut self, block: Option<Block>) {
        self.blocks.extend(block);
        self.blocks.append(&mut self.inner_blocks);
        self.places.resize(self.blocks.len(), self.outermost.clone());
    }

    /// A paragraph inside a list belongs to its line.
    fn end_paragraph(&mut self) {
        if !self.open_lists.is_empty() {
            self.paragraph_ended = true;
            return;
        }
        let content = self.take_line();
        self.end_block((!content.is_empty()).then_some(Block::Paragraph(content)));
    }

    fn end_list_line(&mut self) {
        let content = self.take_line();
        if content.is_empty() {
            return;
        }
        let depth = u8::try_from(self.open_lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let number = self.open_lists.last_mut().and_then(|next| {
            let number = *next;
            *next = number.map(|number| number + 1);
            number
        });
        self.list.push(ListLine { depth, number, content });
    }

    fn end_cell(&mut self) {
        let content = self.take_line();
        let Some(table) = &mut self.table else { return };
        for inline in &content {
            match inline {
                Inline::Cited { cited, .. } => table.cited.push(Arc::clone(cited)),
                Inline::Gap(gap) => table.gaps.push(Arc::clone(gap)),
                Inline::Text { .. } | Inline::LineBreak => {}
            }
        }
        match table.rows.last_mut() {
            Some(row) => row.cells.push(TableCell::Content(content)),
            None => {
                let heading: String = content.iter().map(Inline::text).collect();
                if let Some(column) = table.columns.iter_mut().find(|c| c.headings.is_empty()) {
                    column.headings.push(heading);
                }
            }
        }
    }

    /// The line read so far, without space at its ends.
    fn take_line(&mut self) -> Vec<Inline> {
        self.paragraph_ended = false;
        let mut line = std::mem::take(&mut self.line);
        if let Some(Inline::Text { text, .. }) = line.first_mut() {
            *text = text.trim_start().to_owned();
        }
        if let Some(Inline::Text { text, .. }) = line.last_mut() {
            *text = text.trim_end().to_owned();
        }
        line.retain(|inline| !inline.text().is_empty());
        line
    }
}
