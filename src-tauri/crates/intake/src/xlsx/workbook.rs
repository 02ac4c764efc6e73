//! The workbook part: its tabs, which of them are hidden, and the day its dates count from.

use crate::error::{MissingPart, Refusal};
use crate::package::Package;
use crate::workbook::{Tab, Workbook};
use crate::xml::{Node, attribute, flag};

/// Of the workbook part.
pub(super) fn read(package: &mut Package, part: &str) -> Result<Workbook, Refusal> {
    let missing = Refusal::MissingPart(MissingPart::Workbook);
    let mut xml = package.xml(part)?.ok_or(missing)?;
    let mut workbook = Workbook::default();
    loop {
        let (Node::Start(tag) | Node::Empty(tag)) = (match xml.next()? {
            Node::Eof => return Ok(workbook),
            node => node,
        }) else {
            continue;
        };
        match tag.local_name().as_ref() {
            "workbookPr" => workbook.dates_from_1904 = flag(&tag, "date1904")?,
            "sheet" => workbook.tabs.push(Tab {
                name: attribute(&tag, "name")?.unwrap_or_default().into_owned(),
                hidden: attribute(&tag, "state")?
                    .is_some_and(|state| matches!(&*state, "hidden" | "veryHidden")),
                relation: attribute(&tag, "id")?.unwrap_or_default().into_owned(),
            }),
            _ => {}
        }
    }
}
