//! .xlsx and .xlsm into [`RawSheet`]s. An own reader over quick-xml: the Rust readers at hand
//! trust counts and far addresses that stand in the file, and give away number formats, hidden
//! rows and struck-out fonts, without which the figures of an office are misread. Values only;
//! macros, links and drawings are never opened.

mod address;
mod cell;
mod sheet;
mod strings;
mod styles;
mod workbook;

pub(crate) use address::{cell_name, read_cell};

use crate::encoding::RunReader;
use crate::error::{MissingPart, Refusal};
use crate::package::Package;
use crate::raw::RawSheet;
use crate::relations::Relations;
use crate::styles::Styles;
use sheet::SheetReader;

/// All worksheets in the order of their tabs, and the number format codes they refer to. Text in
/// fonts of an old code goes through `runs`.
pub(crate) fn read(
    package: &mut Package,
    runs: &mut RunReader,
) -> Result<(Vec<RawSheet>, Vec<String>), Refusal> {
    let main = match Relations::of_package(package)?.of_kind("officeDocument") {
        Some(target) => target.part()?.to_owned(),
        None => "xl/workbook.xml".to_owned(),
    };
    let workbook = workbook::read(package, &main)?;
    let relations = Relations::of_part(package, &main)?;
    let styles = match relations.of_kind("styles") {
        Some(target) => styles::read(package, target.part()?)?,
        None => Styles::default(),
    };
    let strings = match relations.of_kind("sharedStrings") {
        Some(target) => strings::read(package, target.part()?, styles.has_old_fonts())?,
        None => Vec::new(),
    };
    let mut reader = SheetReader::new(&strings, &styles, workbook.dates_from_1904, runs);
    let mut sheets = Vec::new();
    for tab in workbook.tabs {
        let target =
            relations.by_id(&tab.relation).ok_or(Refusal::MissingPart(MissingPart::Sheet))?;
        // Chart and dialog sheets hold no cells.
        if target.kind != "worksheet" {
            continue;
        }
        let xml = package.xml(target.part()?)?.ok_or(Refusal::MissingPart(MissingPart::Sheet))?;
        let sheet = RawSheet { name: tab.name, hidden: tab.hidden, ..RawSheet::default() };
        sheets.push(reader.read(xml, sheet)?);
    }
    Ok((sheets, styles.formats))
}
