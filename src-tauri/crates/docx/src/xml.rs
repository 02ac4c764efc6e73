//! A pen for XML: element names are the program's own, values go through the escaping.

use crate::text::{Escaped, composed};
use std::fmt::{Display, Write};

/// Attributes of one element, in the order they are written.
pub type Attributes<'a> = &'a [(&'static str, &'a dyn Display)];

/// XML being written. What is finished is taken out by its owner.
#[derive(Debug, Default)]
pub struct Xml {
    pub text: String,
}

impl Xml {
    /// Markup that is part of the program.
    pub fn raw(&mut self, markup: &'static str) {
        self.text.push_str(markup);
    }

    pub fn empty(&mut self, name: &'static str, attributes: Attributes) {
        self.begin(name, attributes);
        self.text.push_str("/>");
    }

    /// An element whose only content is its `w:val`.
    pub fn val(&mut self, name: &'static str, value: impl Display) {
        self.empty(name, &[("w:val", &value)]);
    }

    /// A switch of Word: present for on, `w:val="0"` for off.
    pub fn switch(&mut self, name: &'static str, on: bool) {
        if on { self.empty(name, &[]) } else { self.val(name, 0) }
    }

    pub fn characters(&mut self, text: &str) {
        self.value(&composed(text));
    }

    fn begin(&mut self, name: &'static str, attributes: Attributes) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            self.value(value);
            self.text.push('"');
        }
    }

    fn value(&mut self, value: &dyn Display) {
        // Writing into a string fails only when a Display implementation says so; those that
        // come here are strings and whole numbers.
        let written = write!(Escaped(&mut self.text), "{value}");
        debug_assert!(written.is_ok());
    }
}
