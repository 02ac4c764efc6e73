//! How wide a line of text is in Times New Roman, for rules drawn exactly as long as the words
//! above them. A measure for single lines of a letterhead, not a typesetter: no kerning.

use crate::{Mm, Pt};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The width of the text set in Times New Roman of this size.
#[must_use]
pub fn text_width(text: &str, size: Pt, bold: bool) -> Mm {
    let face = if bold { &BOLD } else { &REGULAR };
    let mut units = 0;
    let mut base = ' ';
    // Decomposed, an accented letter is its base letter and marks without width; only the horn of
    // ơ and ư widens its letter.
    for character in text.nfd() {
        if character == HORN {
            units += face.horn(base);
        } else if !is_combining_mark(character) {
            units += face.advance(character);
            base = character;
        }
    }
    Mm::from_dxa(units * size.dxa() / UNITS_PER_EM)
}

const UNITS_PER_EM: i32 = 2048;
const HORN: char = '\u{31b}';

/// Advance widths of one face, taken from Liberation Serif, which has the widths of Times New
/// Roman.
struct Face {
    /// From the space to the tilde.
    ascii: [u16; 95],
    others: [(char, u16); 17],
    /// What the horn adds to o, u and U; it adds nothing to O.
    horns: [(char, u16); 3],
}

impl Face {
    fn advance(&self, character: char) -> i32 {
        let ascii = (character as usize).checked_sub(0x20).and_then(|at| self.ascii.get(at));
        let other = || self.others.iter().find(|(other, _)| *other == character);
        let width = ascii.copied().or_else(|| other().map(|(_, width)| *width));
        // A letter this table does not know counts as wide as a digit.
        i32::from(width.unwrap_or(1024))
    }

    fn horn(&self, base: char) -> i32 {
        let horn = self.horns.iter().find(|(letter, _)| *letter == base);
        horn.map_or(0, |(_, width)| i32::from(*width))
    }
}

#[rustfmt::skip]
const REGULAR: Face = Face {
    ascii: [
        512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569,
        1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909,
        1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479,
        1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024,
        682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024,
        1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
    ],
    others: [
        ('\u{a0}', 512), ('–', 1024), ('—', 2048), ('“', 909), ('”', 909), ('‘', 682), ('’', 682),
        ('…', 2048), ('×', 1155), ('²', 614), ('³', 614), ('°', 819), ('đ', 1024), ('Đ', 1479),
        ('•', 717), ('≥', 1124), ('≤', 1124),
    ],
    horns: [('o', 59), ('u', 86), ('U', 110)],
};

#[rustfmt::skip]
const BOLD: Face = Face {
    ascii: [
        512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569,
        1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024,
        1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593,
        1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024,
        682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024,
        1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
    ],
    others: [
        ('\u{a0}', 512), ('–', 1024), ('—', 2048), ('“', 1024), ('”', 1024), ('‘', 682), ('’', 682),
        ('…', 2048), ('×', 1167), ('²', 614), ('³', 614), ('°', 819), ('đ', 1139), ('Đ', 1479),
        ('•', 717), ('≥', 1124), ('≤', 1124),
    ],
    horns: [('o', 110), ('u', 90), ('U', 151)],
};
