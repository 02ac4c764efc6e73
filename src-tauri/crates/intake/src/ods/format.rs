//! A data style of OpenDocument as the number format code that says the same in a workbook, as
//! far as it changes how a value is read: percent, decimals, groups, dates.

use quick_xml::events::BytesStart;

use crate::error::Refusal;
use crate::xml::{attribute, flag, number_attribute};

/// More decimals than any program shows.
const MOST_DECIMALS: u32 = 20;

#[derive(Default)]
pub(super) struct OpenFormat {
    kind: Kind,
    decimals: u32,
    grouped: bool,
    parts: String,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Kind {
    #[default]
    Number,
    Percent,
    Moment,
    Text,
    Boolean,
}

impl OpenFormat {
    /// `None` for an element that opens no data style.
    pub(super) fn of(element: &str) -> Option<OpenFormat> {
        let kind = match element {
            "number-style" | "currency-style" => Kind::Number,
            "percentage-style" => Kind::Percent,
            "date-style" | "time-style" => Kind::Moment,
            "text-style" => Kind::Text,
            "boolean-style" => Kind::Boolean,
            _ => return None,
        };
        Some(OpenFormat { kind, ..OpenFormat::default() })
    }

    /// Takes one element inside the style.
    pub(super) fn take(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        let is_long = |tag| Ok(attribute(tag, "style")?.is_some_and(|style| style == "long"));
        match (self.kind, tag.local_name().as_ref()) {
            (Kind::Number | Kind::Percent, "number") => {
                let decimals = number_attribute(tag, "decimal-places")?.unwrap_or(0);
                self.decimals = decimals.min(MOST_DECIMALS);
                self.grouped = flag(tag, "grouping")?;
            }
            (Kind::Moment, part) => {
                let (short, long) = match part {
                    "year" => ("yy", "yyyy"),
                    "month" => ("m", "mm"),
                    "day" => ("d", "dd"),
                    "hours" => ("h", "hh"),
                    "minutes" => ("m", "mm"),
                    "seconds" => ("s", "ss"),
                    _ => return Ok(()),
                };
                if !self.parts.is_empty() {
                    self.parts.push(' ');
                }
                self.parts.push_str(if is_long(tag)? { long } else { short });
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn code(&self) -> String {
        let whole = if self.grouped { "#,##0" } else { "0" };
        let decimals = match self.decimals {
            0 => String::new(),
            n => format!(".{}", "0".repeat(usize::try_from(n).unwrap_or(0))),
        };
        match self.kind {
            Kind::Number => format!("{whole}{decimals}"),
            Kind::Percent => format!("{whole}{decimals}%"),
            Kind::Moment => self.parts.clone(),
            Kind::Text => "@".to_owned(),
            Kind::Boolean => "General".to_owned(),
        }
    }
}
