//! A small part as a tree, so that what docx-rs wrote can be completed before it is packed. The
//! body never takes this way.

use super::order;
use crate::Error;
use crate::text::escaped_xml;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with its attributes and text still escaped, as the part wrote them.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    text: String,
    pub children: Vec<Element>,
}

impl Element {
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Reads a part written by docx-rs; `part` names it in an error.
    pub fn parse(part: &'static str, xml: &[u8]) -> Result<Self, Error> {
        let broken = |reason: String| Error::Part { part, reason };
        let xml = std::str::from_utf8(xml).map_err(|error| broken(error.to_string()))?;
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            let event = reader.read_event().map_err(|error| broken(error.to_string()))?;
            match event {
                Event::Start(start) => {
                    open.push(Self::begin(&start).map_err(broken)?);
                }
                Event::Empty(start) => {
                    let element = Self::begin(&start).map_err(broken)?;
                    adopt(&mut open, element);
                }
                Event::Text(text) => {
                    if let Some(parent) = open.last_mut() {
                        parent.text.push_str(&text);
                    }
                }
                Event::GeneralRef(reference) => {
                    if let Some(parent) = open.last_mut() {
                        parent.text.extend(["&", &reference, ";"]);
                    }
                }
                Event::End(_) => {
                    if let Some(element) = open.pop() {
                        adopt(&mut open, element);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let root = open.pop().and_then(|mut document| document.children.pop());
        root.ok_or_else(|| broken("phần trống".to_owned()))
    }

    fn begin(start: &BytesStart) -> Result<Self, String> {
        let mut element = Self::new(start.name().as_ref());
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            element
                .attributes
                .push((attribute.key.as_ref().to_owned(), attribute.value.into_owned()));
        }
        Ok(element)
    }

    /// The part as it is packed: declaration, then the elements in the order of the schema.
    pub fn into_part(mut self) -> Vec<u8> {
        order::arrange(&mut self);
        let mut xml = String::from(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#);
        xml.push('\n');
        self.write(&mut xml);
        xml.into_bytes()
    }

    fn write(&self, xml: &mut String) {
        xml.extend(["<", &self.name]);
        for (name, value) in &self.attributes {
            xml.extend([" ", name, "=\"", value, "\""]);
        }
        if self.children.is_empty() && self.text.is_empty() {
            xml.push_str("/>");
            return;
        }
        xml.extend([">", &self.text]);
        for child in &self.children {
            child.write(xml);
        }
        xml.extend(["</", &self.name, ">"]);
    }

    /// The attribute's value, still escaped.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn remove_attribute(&mut self, name: &str) {
        self.attributes.retain(|(key, _)| key != name);
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.attributes.push((name.to_owned(), escaped_xml(value)));
        self
    }

    pub fn set_text(&mut self, text: &str) {
        self.text = escaped_xml(text);
    }

    pub fn child_mut(&mut self, name: &str) -> Option<&mut Self> {
        self.children.iter_mut().find(|child| child.name == name)
    }

    /// Nothing inside and nothing said.
    pub fn is_bare(&self) -> bool {
        self.children.is_empty() && self.attributes.is_empty() && self.text.is_empty()
    }
}

fn adopt(open: &mut [Element], element: Element) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(element);
    }
}
