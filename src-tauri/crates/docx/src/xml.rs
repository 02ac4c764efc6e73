//! A pen for XML: element names are the program's own, values go through the escaping.

use crate::text::{push_escaped, push_escaped_xml};
use std::borrow::Cow;
use std::fmt;

/// Attributes of one element, in the order they are written.
pub type Attributes<'a> = &'a [(&'static str, &'a dyn Value)];

/// What an attribute can be set to. Text is escaped; numbers need none, and a document is full of
/// them.
pub trait Value {
    fn push_to(&self, xml: &mut String);
}

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
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.begin_attribute(attribute);
            value.push_to(&mut self.text);
            self.text.push('"');
        }
        self.text.push_str("/>");
    }

    /// An element whose only content is its `w:val`.
    pub fn val(&mut self, name: &'static str, value: impl Value) {
        self.text.push('<');
        self.text.push_str(name);
        self.begin_attribute("w:val");
        value.push_to(&mut self.text);
        self.text.push_str("\"/>");
    }

    /// A switch of Word: present for on, `w:val="0"` for off.
    pub fn switch(&mut self, name: &'static str, on: bool) {
        if on { self.empty(name, &[]) } else { self.val(name, 0) }
    }

    pub fn characters(&mut self, text: &str) {
        push_escaped_xml(&mut self.text, text);
    }

    fn begin_attribute(&mut self, name: &'static str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
    }
}

impl Value for str {
    fn push_to(&self, xml: &mut String) {
        push_escaped(xml, self);
    }
}

impl Value for String {
    fn push_to(&self, xml: &mut String) {
        push_escaped(xml, self);
    }
}

impl Value for Cow<'_, str> {
    fn push_to(&self, xml: &mut String) {
        push_escaped(xml, self);
    }
}

impl<T: Value + ?Sized> Value for &T {
    fn push_to(&self, xml: &mut String) {
        (**self).push_to(xml);
    }
}

impl Value for fmt::Arguments<'_> {
    fn push_to(&self, xml: &mut String) {
        push_escaped(xml, &self.to_string());
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Value for $number {
            fn push_to(&self, xml: &mut String) {
                // Writing into a string cannot fail.
                let _ = fmt::Write::write_fmt(xml, format_args!("{self}"));
            }
        }
    )*};
}

numbers!(u8, u16, i32, usize);
