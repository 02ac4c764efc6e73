//! The package around the body.

use crate::xml::Xml;
use crate::{DocumentSpec, Error};
use std::io::{Seek, Write};

/// Placeholder for the API.
pub struct Package<W: Write + Seek> {
    out: W,
}

impl<W: Write + Seek> Package<W> {
    pub fn begin(out: W, _spec: &DocumentSpec) -> Result<Self, Error> {
        Ok(Self { out })
    }

    pub fn body(&mut self, xml: &mut Xml) -> Result<(), Error> {
        self.out.write_all(xml.text.as_bytes())?;
        xml.text.clear();
        Ok(())
    }

    pub fn finish(
        self,
        _lists: &[usize],
        _contents: bool,
        _data: Option<&[u8]>,
    ) -> Result<W, Error> {
        Ok(self.out)
    }
}
