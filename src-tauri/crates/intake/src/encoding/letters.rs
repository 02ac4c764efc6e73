//! The 67 small letters of Vietnamese beyond a–z and how the old codes write them. Capitals follow
//! by rule: VNI and VIQR write the same marks behind a capital, TCVN3 has only seven of its own.
//! Source: TCVN 5712:1993 (third code) and the keyboards' own tables; the bytes are facts.

/// A letter, its TCVN3 byte, its VNI spelling (bytes as Latin-1) and its VIQR spelling.
pub(super) struct Letter {
    pub(super) letter: char,
    pub(super) tcvn3: u8,
    pub(super) vni: &'static str,
    pub(super) viqr: &'static str,
}

/// The capitals with a TCVN3 byte of their own; every other one is drawn by an H font.
pub(super) const TCVN3_CAPITALS: [(u8, char); 7] =
    [(0xA1, 'Ă'), (0xA2, 'Â'), (0xA3, 'Ê'), (0xA4, 'Ô'), (0xA5, 'Ơ'), (0xA6, 'Ư'), (0xA7, 'Đ')];

const fn row(letter: char, tcvn3: u8, vni: &'static str, viqr: &'static str) -> Letter {
    Letter { letter, tcvn3, vni, viqr }
}

pub(super) const LETTERS: [Letter; 67] = [
    row('à', 0xB5, "aø", "a`"),
    row('á', 0xB8, "aù", "a'"),
    row('â', 0xA9, "aâ", "a^"),
    row('ã', 0xB7, "aõ", "a~"),
    row('è', 0xCC, "eø", "e`"),
    row('é', 0xD0, "eù", "e'"),
    row('ê', 0xAA, "eâ", "e^"),
    row('ì', 0xD7, "ì", "i`"),
    row('í', 0xDD, "í", "i'"),
    row('ò', 0xDF, "oø", "o`"),
    row('ó', 0xE3, "où", "o'"),
    row('ô', 0xAB, "oâ", "o^"),
    row('õ', 0xE2, "oõ", "o~"),
    row('ù', 0xEF, "uø", "u`"),
    row('ú', 0xF3, "uù", "u'"),
    row('ý', 0xFD, "yù", "y'"),
    row('ă', 0xA8, "aê", "a("),
    row('đ', 0xAE, "ñ", "dd"),
    row('ĩ', 0xDC, "ó", "i~"),
    row('ũ', 0xF2, "uõ", "u~"),
    row('ơ', 0xAC, "ô", "o+"),
    row('ư', 0xAD, "ö", "u+"),
    row('ạ', 0xB9, "aï", "a."),
    row('ả', 0xB6, "aû", "a?"),
    row('ấ', 0xCA, "aá", "a^'"),
    row('ầ', 0xC7, "aà", "a^`"),
    row('ẩ', 0xC8, "aå", "a^?"),
    row('ẫ', 0xC9, "aã", "a^~"),
    row('ậ', 0xCB, "aä", "a^."),
    row('ắ', 0xBE, "aé", "a('"),
    row('ằ', 0xBB, "aè", "a(`"),
    row('ẳ', 0xBC, "aú", "a(?"),
    row('ẵ', 0xBD, "aü", "a(~"),
    row('ặ', 0xC6, "aë", "a(."),
    row('ẹ', 0xD1, "eï", "e."),
    row('ẻ', 0xCE, "eû", "e?"),
    row('ẽ', 0xCF, "eõ", "e~"),
    row('ế', 0xD5, "eá", "e^'"),
    row('ề', 0xD2, "eà", "e^`"),
    row('ể', 0xD3, "eå", "e^?"),
    row('ễ', 0xD4, "eã", "e^~"),
    row('ệ', 0xD6, "eä", "e^."),
    row('ỉ', 0xD8, "æ", "i?"),
    row('ị', 0xDE, "ò", "i."),
    row('ọ', 0xE4, "oï", "o."),
    row('ỏ', 0xE1, "oû", "o?"),
    row('ố', 0xE8, "oá", "o^'"),
    row('ồ', 0xE5, "oà", "o^`"),
    row('ổ', 0xE6, "oå", "o^?"),
    row('ỗ', 0xE7, "oã", "o^~"),
    row('ộ', 0xE9, "oä", "o^."),
    row('ớ', 0xED, "ôù", "o+'"),
    row('ờ', 0xEA, "ôø", "o+`"),
    row('ở', 0xEB, "ôû", "o+?"),
    row('ỡ', 0xEC, "ôõ", "o+~"),
    row('ợ', 0xEE, "ôï", "o+."),
    row('ụ', 0xF4, "uï", "u."),
    row('ủ', 0xF1, "uû", "u?"),
    row('ứ', 0xF8, "öù", "u+'"),
    row('ừ', 0xF5, "öø", "u+`"),
    row('ử', 0xF6, "öû", "u+?"),
    row('ữ', 0xF7, "öõ", "u+~"),
    row('ự', 0xF9, "öï", "u+."),
    row('ỳ', 0xFA, "yø", "y`"),
    row('ỵ', 0xFE, "î", "y."),
    row('ỷ', 0xFB, "yû", "y?"),
    row('ỹ', 0xFC, "yõ", "y~"),
];
