//! .xls (Excel 5 to 2003) into [`RawSheet`]s. An own reader over the crate `cfb`: the Rust reader
//! at hand gives away number formats, hidden rows and fonts (old offices write TCVN3), panics on
//! some files and misreads some texts. Values only; macros and drawings are never opened. Not
//! given by the format: whether the result of a formula was ever computed. Programs that do not
//! compute write 0 there.

mod cells;
mod globals;
mod records;
mod shared;
mod sheet;
mod text;

use std::io::{Cursor, Read};

use crate::binary::Keeper;
use crate::encoding::RunReader;
use crate::error::{MissingPart, Refusal};
use crate::raw::RawSheet;
use crate::tally::Tally;
use globals::Globals;

/// All worksheets in the order of their tabs, and the number format codes they refer to. Text in
/// fonts of an old code goes through `runs`.
pub(crate) fn read(
    bytes: &[u8],
    runs: &mut RunReader,
) -> Result<(Vec<RawSheet>, Vec<String>), Refusal> {
    let stream = workbook_stream(bytes)?;
    let Globals { tabs, strings, styles, fonts, dates_from_1904, page } = Globals::read(&stream)?;
    let tally = Tally::default();
    let mut keeper = Keeper { styles: &styles, fonts: &fonts, dates_from_1904, runs, tally };
    let mut sheets = Vec::new();
    for tab in tabs {
        let body = stream.get(tab.start..).ok_or(Refusal::MissingPart(MissingPart::Sheet))?;
        let sheet = RawSheet { name: tab.name, hidden: tab.hidden, ..RawSheet::default() };
        sheets.extend(sheet::read(body, sheet, &strings, page, &mut keeper)?);
    }
    Ok((sheets, styles.formats))
}

/// The stream that holds the whole workbook. It cannot be longer than the file.
fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    // A file for both Excel 95 and 97 has both; the newer one knows more.
    let stream_of = |name: &str| {
        let mut entries = file.read_root_storage().filter(cfb::Entry::is_stream);
        entries.find(|entry| entry.name().eq_ignore_ascii_case(name))
    };
    let entry = stream_of("Workbook").or_else(|| stream_of("Book"));
    let path = entry.ok_or(Refusal::MissingPart(MissingPart::Workbook))?.path().to_owned();
    let stream = file.open_stream(path).map_err(|_| Refusal::Damaged)?;
    let mut content = Vec::new();
    stream.take(bytes.len() as u64).read_to_end(&mut content).map_err(|_| Refusal::Damaged)?;
    Ok(content)
}
