//! One part of a document with running text, event by event: the body, the notes, a header. Says
//! what a reader sees: insertions count, deletions do not, fields show their result, of two
//! versions of a drawing one is read.

mod content;
mod properties;

use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::container::{Container, Place};
use super::element::Element;
use super::look::Look;
use super::paragraph::Paragraph;
use super::sink::Sink;
use super::styles::Styles;
use super::table::{Cell, Table};
use super::theme::Theme;
use crate::error::Refusal;
use crate::xml::{Node, Xml, attribute};

/// How far the reading of a part has come.
pub(super) struct Story<'s, 'r> {
    styles: &'s Styles,
    theme: &'s Theme,
    sink: &'s mut Sink<'r>,
    /// The open elements, outermost first.
    frames: Vec<Frame>,
    /// Elements inside of one that is passed over, itself included.
    passed_over: usize,
    containers: Vec<Container>,
    tables: Vec<Table>,
    cells: Vec<Cell>,
    /// The open paragraph, and those whose text box is being read.
    paragraphs: Vec<OpenParagraph>,
    run: Run,
    fields: Vec<FieldState>,
    /// Inside a drawing, where only text boxes are text.
    veiled: bool,
}

struct Frame {
    element: Element,
    /// Of alternatives: one was taken already.
    taken: bool,
    /// What was so before a drawing or a text box.
    outside: Option<Outside>,
}

struct Outside {
    veiled: bool,
    run: Run,
    fields: Vec<FieldState>,
}

struct OpenParagraph {
    paragraph: Paragraph,
    /// Of its style, over the table's and the defaults.
    look: Look,
}

#[derive(Default, Clone)]
struct Run {
    direct: Look,
    style: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FieldState {
    /// What follows is its code.
    Code,
    Result,
}

impl<'s, 'r> Story<'s, 'r> {
    /// Reads a part whose text belongs to `place`, or to the notes in it.
    pub(super) fn read<R: BufRead>(
        mut xml: Xml<R>,
        place: Place,
        (styles, theme): (&'s Styles, &'s Theme),
        sink: &'s mut Sink<'r>,
    ) -> Result<(), Refusal> {
        let mut story = Story {
            styles,
            theme,
            sink,
            frames: Vec::new(),
            passed_over: 0,
            containers: vec![Container::new(place)],
            tables: Vec::new(),
            cells: Vec::new(),
            paragraphs: Vec::new(),
            run: Run::default(),
            fields: Vec::new(),
            veiled: false,
        };
        loop {
            match xml.next()? {
                Node::Eof => break,
                Node::Start(tag) => story.open(&tag)?,
                Node::Empty(tag) => {
                    story.open(&tag)?;
                    story.close()?;
                }
                Node::Text(text) => story.text(&text),
                Node::End(_) => story.close()?,
                Node::Aside => {}
            }
        }
        story.close_container();
        Ok(())
    }

    fn open(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        if self.passed_over > 0 {
            self.passed_over += 1;
            return Ok(());
        }
        let element = Element::of(tag.local_name().as_ref(), self.parent());
        if !self.is_read(element, tag)? {
            self.passed_over = 1;
            return Ok(());
        }
        let mut frame = Frame { element, taken: false, outside: None };
        match element {
            Element::Drawing => frame.outside = Some(self.enter(true)),
            Element::TextBox => {
                frame.outside = Some(self.enter(false));
                self.sink.n_text_boxes += 1;
                let place = Place::TextBox(self.sink.n_text_boxes);
                self.containers.push(Container::new(place));
            }
            Element::Note(kind) => {
                let id = attribute(tag, "id")?.unwrap_or_default();
                self.containers.push(Container::new(Place::Note(kind, id.trim().into())));
            }
            Element::Body => self.sink.has_body = true,
            Element::Paragraph => self.open_paragraph(),
            Element::Table => self.open_table(),
            Element::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.open_row();
                }
            }
            Element::Cell => {
                self.cells.push(Cell::default());
                self.containers.push(Container::new(Place::Cell));
            }
            Element::Run => self.run = Run::default(),
            Element::Property => self.take_property(tag)?,
            Element::Content => self.take_content(tag)?,
            _ => {}
        }
        self.frames.push(frame);
        Ok(())
    }

    /// The element around, without regard to alternatives.
    fn parent(&self) -> Element {
        let mut around = self.frames.iter().rev().map(|frame| frame.element);
        around.find(|element| !element.is_alternative()).unwrap_or(Element::Other)
    }

    /// Whether what stands inside is looked at.
    fn is_read(&mut self, element: Element, tag: &BytesStart) -> Result<bool, Refusal> {
        Ok(match element {
            Element::PassedOver => false,
            Element::Deleted => {
                self.sink.n_deletions += 1;
                false
            }
            Element::Choice | Element::Fallback => {
                let is_taken = self.frames.last().is_some_and(|around| around.taken);
                let is_known = element == Element::Fallback || is_known_choice(tag)?;
                if let Some(around) = self.frames.last_mut() {
                    around.taken |= is_known;
                }
                is_known && !is_taken
            }
            // Lines between the text and its notes.
            Element::Note(_) => attribute(tag, "type")?.is_none_or(|kind| kind == "normal"),
            Element::Cell => !self.tables.is_empty(),
            Element::Paragraph | Element::Table => !self.veiled,
            _ => true,
        })
    }

    fn enter(&mut self, veiled: bool) -> Outside {
        Outside {
            veiled: std::mem::replace(&mut self.veiled, veiled),
            run: std::mem::take(&mut self.run),
            fields: std::mem::take(&mut self.fields),
        }
    }

    fn close(&mut self) -> Result<(), Refusal> {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            return Ok(());
        }
        let Some(frame) = self.frames.pop() else { return Ok(()) };
        match frame.element {
            Element::Note(_) | Element::TextBox => self.close_container(),
            Element::Paragraph => self.close_paragraph(),
            Element::Cell => {
                self.close_container();
                if let (Some(cell), Some(table)) = (self.cells.pop(), self.tables.last_mut()) {
                    let is_covered = table.close_cell(cell, &mut self.sink.tally)?;
                    self.sink.n_hidden += usize::from(is_covered);
                }
            }
            Element::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.close_row();
                }
            }
            Element::Table => {
                if let Some(table) = self.tables.pop() {
                    let slot = table.slot;
                    self.sink.sheets[slot] = table.close();
                }
            }
            _ => {}
        }
        if let Some(outside) = frame.outside {
            self.veiled = outside.veiled;
            self.run = outside.run;
            self.fields = outside.fields;
        }
        Ok(())
    }

    fn open_paragraph(&mut self) {
        let look = self.look_of_paragraph(None);
        self.paragraphs.push(OpenParagraph { paragraph: Paragraph::default(), look });
    }

    fn look_of_paragraph(&self, style: Option<&str>) -> Look {
        let in_cell = self.containers.last().is_some_and(|c| c.place == Place::Cell);
        let table = self.tables.last().filter(|_| in_cell).and_then(|table| table.style.as_deref());
        self.styles.paragraph(style).over(self.styles.look(table)).over(self.styles.defaults())
    }

    fn close_paragraph(&mut self) {
        // A code that is not followed by a result is cut off here: nothing behind it is hidden.
        self.fields.fill(FieldState::Result);
        let (Some(open), Some(container)) = (self.paragraphs.pop(), self.containers.last_mut())
        else {
            return;
        };
        let mark_deleted = open.paragraph.mark_deleted;
        let read = open.paragraph.read(self.sink.runs);
        if let Some(read) = container.join(read, mark_deleted) {
            self.sink.take(container, self.cells.last_mut(), read);
        }
    }

    /// Ends a place of text; a paragraph that the next one would have continued ends with it.
    fn close_container(&mut self) {
        if let Some(mut container) = self.containers.pop()
            && let Some(read) = container.rest()
        {
            self.sink.take(&mut container, self.cells.last_mut(), read);
        }
    }

    fn open_table(&mut self) {
        let cell_name = self.tables.last().map(Table::cell_name);
        let Some(container) = self.containers.last_mut() else { return };
        let (name, above) = (container.name_of_table(cell_name), container.lines_above());
        self.tables.push(Table::new(name, above, self.sink.sheets.len()));
        self.sink.sheets.push(crate::raw::RawSheet::default());
    }
}

/// A version of a drawing or sign that needs only what this reader knows; else the fallback is
/// read.
fn is_known_choice(tag: &BytesStart) -> Result<bool, Refusal> {
    const KNOWN: [&str; 10] = ["wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "a14", "v"];
    let needed = attribute(tag, "Requires")?.unwrap_or_default();
    Ok(needed.split_whitespace().all(|prefix| KNOWN.contains(&prefix)))
}
