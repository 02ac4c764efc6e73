//! XML of a foreign part, event by event, with the limits on depth and attributes, and without
//! any DTD: nothing is ever expanded.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use crate::error::Refusal;
use crate::limits;
use crate::package::limit_hit;

pub(crate) struct Xml<R> {
    reader: quick_xml::Reader<R>,
    depth: usize,
    buffer: Vec<u8>,
}

/// What the reader of a part needs to know of an event.
pub(crate) enum Node<'x> {
    Start(BytesStart<'x>),
    Empty(BytesStart<'x>),
    End(BytesEnd<'x>),
    /// Text, CDATA and character references, each as its own piece.
    Text(Cow<'x, str>),
    /// A comment, a declaration, a processing instruction.
    Aside,
    Eof,
}

impl<R: BufRead> Xml<R> {
    pub(crate) fn new(source: R) -> Xml<R> {
        Xml { reader: quick_xml::Reader::from_reader(source), depth: 0, buffer: Vec::new() }
    }

    pub(crate) fn next(&mut self) -> Result<Node<'_>, Refusal> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(refusal_of)?;
        Ok(match event {
            Event::Start(tag) => {
                check_attributes(&tag)?;
                self.depth += 1;
                if self.depth > limits::XML_DEPTH {
                    return Err(Refusal::TooDeep);
                }
                Node::Start(tag)
            }
            Event::Empty(tag) => {
                check_attributes(&tag)?;
                Node::Empty(tag)
            }
            Event::End(tag) => {
                self.depth = self.depth.checked_sub(1).ok_or(Refusal::Damaged)?;
                Node::End(tag)
            }
            Event::Text(text) => Node::Text(without_carriage_returns(text.into_inner())),
            Event::CData(text) => Node::Text(without_carriage_returns(text.into_inner())),
            Event::GeneralRef(reference) => {
                let resolved = match reference.resolve_char_ref().map_err(|_| Refusal::Damaged)? {
                    Some(character) => character.to_string(),
                    None => quick_xml::escape::resolve_xml_entity(&reference)
                        .ok_or(Refusal::Damaged)?
                        .to_owned(),
                };
                Node::Text(resolved.into())
            }
            Event::DocType(_) => return Err(Refusal::Doctype),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Node::Aside,
            Event::Eof if self.depth > 0 => return Err(Refusal::Damaged),
            Event::Eof => Node::Eof,
        })
    }
}

/// The value of an attribute by its local name, entities resolved.
pub(crate) fn attribute<'t>(
    tag: &'t BytesStart,
    name: &str,
) -> Result<Option<Cow<'t, str>>, Refusal> {
    attributes(tag, [name]).map(|[value]| value)
}

/// As [`attribute`], several in one go.
pub(crate) fn attributes<'t, const N: usize>(
    tag: &'t BytesStart,
    names: [&str; N],
) -> Result<[Option<Cow<'t, str>>; N], Refusal> {
    let mut values = [const { None }; N];
    let mut n_missing = N;
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Refusal::Damaged)?;
        let own = attribute.key.local_name();
        let wanted = names.iter().position(|name| *name == own.as_ref());
        let Some(at) = wanted.filter(|at| values[*at].is_none()) else { continue };
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        values[at] = Some(value.map_err(|_| Refusal::Damaged)?);
        n_missing -= 1;
        if n_missing == 0 {
            break;
        }
    }
    Ok(values)
}

/// An attribute that holds a whole number; anything else counts as absent.
pub(crate) fn number_attribute(tag: &BytesStart, name: &str) -> Result<Option<u32>, Refusal> {
    Ok(attribute(tag, name)?.and_then(|value| value.parse().ok()))
}

/// An attribute that holds a truth value; absent is false.
pub(crate) fn flag(tag: &BytesStart, name: &str) -> Result<bool, Refusal> {
    Ok(attribute(tag, name)?.is_some_and(|value| matches!(&*value, "1" | "true" | "on")))
}

fn check_attributes(tag: &BytesStart) -> Result<(), Refusal> {
    // No tag shorter than this can hold too many: `xmlns:a=""` takes eleven bytes.
    const ALWAYS_FEW: usize = 2_500;
    if tag.len() < ALWAYS_FEW {
        return Ok(());
    }
    let (mut n_attributes, mut n_namespaces) = (0, 0);
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Refusal::Damaged)?;
        n_attributes += 1;
        n_namespaces += usize::from(attribute.key.as_namespace_binding().is_some());
        if n_attributes > limits::XML_ATTRIBUTES || n_namespaces > limits::XML_NAMESPACES {
            return Err(Refusal::TooManyAttributes);
        }
    }
    Ok(())
}

/// XML counts every end of line as one line feed.
fn without_carriage_returns(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n").into()
}

fn refusal_of(error: quick_xml::Error) -> Refusal {
    match error {
        quick_xml::Error::Io(error) => limit_hit(&error),
        _ => Refusal::Damaged,
    }
}
