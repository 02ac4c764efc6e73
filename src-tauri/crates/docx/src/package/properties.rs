//! The core properties: who, what and when, as the caller says.

use super::part::Element;
use crate::{DocumentSpec, Error};
use docx_rs::{BuildXML, Docx};

const PART: &str = "core.xml";

pub fn part(spec: &DocumentSpec) -> Result<Vec<u8>, Error> {
    let properties = &spec.properties;
    check_time(&properties.created)?;
    let core = Docx::new().doc_props.core;
    let core = core.created_at(&properties.created).updated_at(&properties.created);
    let mut part = Element::parse(PART, &core.build())?;
    for person in ["dc:creator", "cp:lastModifiedBy"] {
        if let Some(element) = part.child_mut(person) {
            element.set_text(&properties.creator);
        }
    }
    for (name, text) in [("dc:title", &properties.title), ("dc:language", &spec.language)] {
        let mut element = Element::new(name);
        element.set_text(text);
        part.children.push(element);
    }
    Ok(part.into_part())
}

/// Word takes a file with a malformed time for a broken one.
fn check_time(time: &str) -> Result<(), Error> {
    const SHAPE: &[u8] = b"0000-00-00T00:00:00Z";
    let fits = |(&found, &shape): (&u8, &u8)| match shape {
        b'0' => found.is_ascii_digit(),
        _ => found == shape,
    };
    if time.len() == SHAPE.len() && time.as_bytes().iter().zip(SHAPE).all(fits) {
        Ok(())
    } else {
        Err(Error::CreatedTime(time.to_owned()))
    }
}
