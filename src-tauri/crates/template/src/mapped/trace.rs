//! Notes, while a template runs, what each place of the source prints.

use std::ops::Range;

/// A place of the source that prints: a piece of typed text or a tag.
#[derive(Debug, Clone)]
pub(crate) struct PrintPlace {
    /// Bytes of the source.
    pub range: Range<usize>,
    /// Typed text, printed byte for byte.
    pub typed: bool,
    /// Inside of a macro or the like: what it prints is not yet part of the text.
    pub captured: bool,
}

/// What one place printed at one time, tokens in place of values.
#[derive(Debug)]
pub(crate) struct Print {
    /// Index of its place.
    pub place: usize,
    pub text: String,
}

#[derive(Debug, Default)]
pub(crate) struct Trace {
    pub places: Vec<PrintPlace>,
    pub prints: Vec<Print>,
    /// The place whose value is printed next.
    next: usize,
}

impl Trace {
    pub fn will_print(&mut self, place: usize) {
        self.next = place;
    }

    pub fn printed(&mut self, text: &str) {
        self.prints.push(Print { place: self.next, text: text.to_owned() });
    }

    /// The pieces of the text in their order: how long each is and where it comes from.
    pub fn pieces(&self) -> impl Iterator<Item = (usize, &PrintPlace)> {
        let pieces = self.prints.iter().map(|print| (print.text.len(), &self.places[print.place]));
        pieces.filter(|(_, place)| !place.captured)
    }
}
