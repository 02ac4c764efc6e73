//! A foreign zip package, opened with the limits of [`crate::limits`]: sizes are counted on the
//! bytes that come out, names that two readers could see differently are refused, and parts that
//! nobody asks for are never opened.

use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::error::Refusal;
use crate::limits;
use crate::xml::Xml;

/// An open package. Part names are looked up without regard to case or to the kind of slash.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    places: HashMap<String, usize>,
    bytes_in: u64,
    bytes_out: u64,
}

impl<'b> Package<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Package<'b>, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        if archive.len() > limits::PARTS {
            return Err(Refusal::TooManyParts);
        }
        if archive.has_duplicate_names() {
            return Err(Refusal::DuplicateParts);
        }
        let mut places = HashMap::new();
        for (place, name) in archive.file_names_raw().enumerate() {
            let name = folded_name(&String::from_utf8_lossy(name));
            if places.insert(name, place).is_some() {
                return Err(Refusal::DuplicateParts);
            }
        }
        Ok(Package { archive, places, bytes_in: bytes.len() as u64, bytes_out: 0 })
    }

    /// Part names in lower case.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// The bytes of a part; `None` when the package has no such part.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(mut part) = self.part(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(|error| limit_hit(&error))?;
        Ok(Some(bytes))
    }

    /// The XML of a part; `None` when the package has no such part.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<Xml<PartReader<'_, 'b>>>, Refusal> {
        let part = self.part(name)?;
        Ok(part.map(|part| Xml::new(BufReader::with_capacity(64 * 1024, part))))
    }

    fn part(&mut self, name: &str) -> Result<Option<CountedPart<'_, 'b>>, Refusal> {
        let Some(&place) = self.places.get(&folded_name(name)) else { return Ok(None) };
        let part = self.archive.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Refusal::PasswordProtected,
            ZipError::UnsupportedArchive(_) => Refusal::UnknownCompression,
            _ => Refusal::Damaged,
        })?;
        Ok(Some(CountedPart {
            part,
            part_bytes: 0,
            bytes_in: self.bytes_in,
            bytes_out: &mut self.bytes_out,
        }))
    }
}

pub(crate) type PartReader<'p, 'b> = BufReader<CountedPart<'p, 'b>>;

/// Passes the bytes of one part on and counts them against the limits.
pub(crate) struct CountedPart<'p, 'b> {
    part: ZipFile<'p, Cursor<&'b [u8]>>,
    part_bytes: u64,
    bytes_in: u64,
    bytes_out: &'p mut u64,
}

impl Read for CountedPart<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n_read = self.part.read(buffer)?;
        self.part_bytes += n_read as u64;
        *self.bytes_out += n_read as u64;
        let bombs = *self.bytes_out > limits::RATIO_FROM_BYTES
            && *self.bytes_out / limits::RATIO > self.bytes_in;
        if bombs || self.part_bytes > limits::PART_BYTES || *self.bytes_out > limits::PACKAGE_BYTES
        {
            return Err(io::Error::other(Refusal::UnpacksTooLarge));
        }
        Ok(n_read)
    }
}

/// A limit that a reader hit comes through the libraries as an I/O error.
pub(crate) fn limit_hit(error: &io::Error) -> Refusal {
    let refusal = error.get_ref().and_then(|inner| inner.downcast_ref::<Refusal>());
    refusal.cloned().unwrap_or(Refusal::Damaged)
}

fn folded_name(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_ascii_lowercase()
}
