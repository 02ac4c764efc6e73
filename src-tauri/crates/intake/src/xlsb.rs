//! .xlsb into [`RawSheet`]s: the parts of an .xlsx with binary records instead of XML. An own
//! reader, since the one at hand gives away number formats, hidden rows and fonts. Values only;
//! macros, links and drawings are never opened.

mod records;
mod sheet;
mod strings;
mod styles;
mod workbook;

use crate::binary::Keeper;
use crate::encoding::RunReader;
use crate::error::{MissingPart, Refusal};
use crate::package::Package;
use crate::raw::RawSheet;
use crate::relations::Relations;
use crate::tally::Tally;
use styles::BookStyles;

/// All worksheets in the order of their tabs, and the number format codes they refer to. Text in
/// fonts of an old code goes through `runs`.
pub(crate) fn read(
    package: &mut Package,
    runs: &mut RunReader,
) -> Result<(Vec<RawSheet>, Vec<String>), Refusal> {
    let main = match Relations::of_package(package)?.of_kind("officeDocument") {
        Some(target) => target.part()?.to_owned(),
        None => "xl/workbook.bin".to_owned(),
    };
    let workbook = workbook::read(package, &main)?;
    let relations = Relations::of_part(package, &main)?;
    let BookStyles { styles, fonts } = match relations.of_kind("styles") {
        Some(target) => styles::read(package, target.part()?)?,
        None => BookStyles::default(),
    };
    let strings = match relations.of_kind("sharedStrings") {
        Some(target) => strings::read(package, target.part()?)?,
        None => Vec::new(),
    };
    let dates_from_1904 = workbook.dates_from_1904;
    let tally = Tally::default();
    let mut keeper = Keeper { styles: &styles, fonts: &fonts, dates_from_1904, runs, tally };
    let mut sheets = Vec::new();
    for tab in workbook.tabs {
        // A tab without a part, or with a chart or a macro for one, holds no cells.
        let Some(target) = relations.by_id(&tab.relation) else { continue };
        if target.kind != "worksheet" {
            continue;
        }
        let missing = Refusal::MissingPart(MissingPart::Sheet);
        let part = package.bytes(target.part()?)?.ok_or(missing)?;
        let sheet = RawSheet { name: tab.name, hidden: tab.hidden, ..RawSheet::default() };
        sheets.push(sheet::read(&part, sheet, &strings, &mut keeper)?);
    }
    Ok((sheets, styles.formats))
}
