//! What elements say of the run, paragraph, row or cell around them.

use quick_xml::events::BytesStart;

use super::Story;
use crate::error::Refusal;
use crate::word::element::Element;
use crate::word::look::is_on;
use crate::word::table::Merge;
use crate::xml::{attribute, number_attribute};

impl Story<'_, '_> {
    /// An element that says something of its run, paragraph, row or cell.
    pub(super) fn take_property(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        let name = tag.local_name();
        let value = attribute(tag, "val")?;
        match (self.parent(), name.as_ref()) {
            (Element::RunProperties, "rStyle") => {
                self.run.style = self.styles.look(value.as_deref());
            }
            (Element::RunProperties, _) => self.run.direct.take(tag, self.theme)?,
            (Element::MarkProperties, "del" | "moveFrom") => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.paragraph.mark_deleted = true;
                }
            }
            (Element::ParagraphProperties, "pStyle") => {
                let look = self.look_of_paragraph(value.as_deref());
                if let Some(open) = self.paragraphs.last_mut() {
                    open.look = look;
                }
            }
            (Element::TableProperties, "tblStyle") => {
                if let Some(table) = self.tables.last_mut() {
                    table.style = value.map(|id| id.into_owned());
                }
            }
            (Element::RowProperties, name) => self.take_row_property(name, tag)?,
            (Element::CellProperties, name) => self.take_cell_property(name, tag)?,
            _ => {}
        }
        Ok(())
    }

    fn take_row_property(&mut self, name: &str, tag: &BytesStart) -> Result<(), Refusal> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        match name {
            "gridBefore" => table.skip_columns(number_attribute(tag, "val")?.unwrap_or(0)),
            "del" => table.delete_row(),
            "hidden" if is_on(tag)? => table.hide_row(),
            _ => {}
        }
        Ok(())
    }

    fn take_cell_property(&mut self, name: &str, tag: &BytesStart) -> Result<(), Refusal> {
        let Some(cell) = self.cells.last_mut() else { return Ok(()) };
        match name {
            "gridSpan" => cell.span = number_attribute(tag, "val")?,
            "vMerge" => {
                let starts = attribute(tag, "val")?.is_some_and(|value| value == "restart");
                cell.merge = if starts { Merge::First } else { Merge::Continued };
            }
            "cellDel" => cell.deleted = true,
            _ => {}
        }
        Ok(())
    }
}
