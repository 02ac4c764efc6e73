//! The cell styles of a workbook, whatever its format: of each only its number format,
//! whether its font is struck out and the old code the font is made for.

use std::collections::HashMap;

use crate::encoding::FontCode;
use crate::number_format;

#[derive(Default)]
pub(crate) struct Styles {
    /// Number format codes, each once.
    pub(crate) formats: Vec<String>,
    cells: Vec<CellStyle>,
}

#[derive(Clone, Copy, Default)]
pub(crate) struct CellStyle {
    /// Place in [`Styles::formats`].
    pub(crate) format: u32,
    pub(crate) is_date: bool,
    pub(crate) struck: bool,
    /// The old code that its font is made for.
    pub(crate) code: Option<FontCode>,
}

impl Styles {
    /// Some cell style draws its text with a font of an old code.
    pub(crate) fn has_old_fonts(&self) -> bool {
        self.cells.iter().any(|style| style.code.is_some())
    }

    /// The style of an index in the file; the plain one when the index is wrong.
    pub(crate) fn cell(&self, idx: u32) -> CellStyle {
        usize::try_from(idx).ok().and_then(|idx| self.cells.get(idx)).copied().unwrap_or_default()
    }
}

/// What a file says of its styles, in the order of the file.
#[derive(Default)]
pub(crate) struct StyleParts {
    /// Number format codes of its own, by id.
    pub(crate) codes: HashMap<u32, String>,
    pub(crate) fonts: Vec<Font>,
    /// Number format and font of each cell style.
    pub(crate) cells: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, Default)]
pub(crate) struct Font {
    pub(crate) struck: bool,
    pub(crate) code: Option<FontCode>,
}

impl StyleParts {
    pub(crate) fn into_styles(self) -> Styles {
        const GENERAL: &str = "General";
        let mut formats = vec![GENERAL.to_owned()];
        let mut places = HashMap::from([(GENERAL.to_owned(), 0)]);
        let mut cells = Vec::with_capacity(self.cells.len());
        for (format_id, font) in self.cells {
            let code = match self.codes.get(&format_id) {
                Some(code) => code.as_str(),
                None => number_format::built_in(format_id).unwrap_or(GENERAL),
            };
            let format = *places.entry(code.to_owned()).or_insert_with(|| {
                formats.push(code.to_owned());
                u32::try_from(formats.len() - 1).unwrap_or(0)
            });
            let font = usize::try_from(font).ok().and_then(|font| self.fonts.get(font));
            let font = font.copied().unwrap_or_default();
            let is_date = number_format::is_date(code);
            cells.push(CellStyle { format, is_date, struck: font.struck, code: font.code });
        }
        Styles { formats, cells }
    }
}
