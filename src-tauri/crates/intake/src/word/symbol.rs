//! Characters of symbol fonts that carry meaning in a report. The others are ornaments, and are
//! left out.

/// The character of `w:sym`: `code` in hexadecimal digits, in the private area for symbol fonts.
pub(super) fn symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    let in_font = match code {
        0xF000..=0xF0FF => code - 0xF000,
        code => return char::from_u32(code).filter(|c| !c.is_control()),
    };
    if !font.eq_ignore_ascii_case("symbol") {
        return None;
    }
    Some(match in_font {
        0x20..=0x21 | 0x23 | 0x25..=0x26 | 0x28..=0x29 | 0x2B..=0x2C | 0x2E..=0x3F | 0x7C => {
            char::from_u32(in_font)?
        }
        0x2D => '−',
        0xA3 => '≤',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB8 => '÷',
        0xB9 => '≠',
        0xBB => '≈',
        0xBC => '…',
        0x44 => 'Δ',
        0x53 => 'Σ',
        0x6D => 'µ',
        _ => return None,
    })
}
