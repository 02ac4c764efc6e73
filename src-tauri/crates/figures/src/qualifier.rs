//! Words of estimation around an amount, in the order they were written: "ước đạt khoảng".

use serde::{Deserialize, Serialize};

use crate::text::{strip_end, strip_word};

/// One word of estimation; several may stand before one amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// ước, ước tính
    Estimated,
    /// dự kiến
    Expected,
    /// khoảng
    About,
    /// trên, `>`
    Above,
    /// hơn
    MoreThan,
    /// gần
    Nearly,
    /// dưới, `<`
    Below,
    /// từ … trở lên, tối thiểu, ít nhất, `≥`
    AtLeast,
    /// từ … trở xuống, không quá, tối đa, `≤`
    AtMost,
    /// còn
    Remaining,
    /// chỉ
    Only,
}

impl Qualifier {
    /// The word as it is printed before the amount.
    pub fn word(self) -> &'static str {
        match self {
            Qualifier::Estimated => "ước",
            Qualifier::Expected => "dự kiến",
            Qualifier::About => "khoảng",
            Qualifier::Above => "trên",
            Qualifier::MoreThan => "hơn",
            Qualifier::Nearly => "gần",
            Qualifier::Below => "dưới",
            Qualifier::AtLeast => "từ",
            Qualifier::AtMost => "không quá",
            Qualifier::Remaining => "còn",
            Qualifier::Only => "chỉ",
        }
    }

    /// Stands before the verb: "ước đạt", "dự kiến đạt".
    pub fn before_verb(self) -> bool {
        matches!(self, Qualifier::Estimated | Qualifier::Expected)
    }

    /// The stable name kept in the database and in data files.
    pub fn code(self) -> &'static str {
        match self {
            Qualifier::AtLeast => "từ…trở lên",
            other => other.word(),
        }
    }

    /// The qualifier of a stable [`Qualifier::code`].
    pub fn from_code(code: &str) -> Option<Qualifier> {
        ALL.into_iter().find(|qualifier| qualifier.code() == code)
    }

    /// Takes qualifiers, and the verbs that say nothing of their own ("đạt"), off the front of
    /// `text` (NFC); returns them in order and the rest.
    pub fn read_leading(text: &str) -> (Vec<Qualifier>, &str) {
        let mut rest = text.trim_start();
        let mut found = Vec::new();
        while let Some((qualifier, after)) = read_word(rest) {
            found.extend(qualifier);
            rest = after;
        }
        (found, rest)
    }

    /// Takes "trở lên" or "trở xuống" off the end of `text` (NFC).
    pub fn read_trailing(text: &str) -> (&str, Option<Qualifier>) {
        for (words, qualifier) in
            [("trở lên", Qualifier::AtLeast), ("trở xuống", Qualifier::AtMost)]
        {
            if let Some(rest) = strip_end(text, words) {
                return (rest, Some(qualifier));
            }
        }
        (text, None)
    }
}

const ALL: [Qualifier; 11] = [
    Qualifier::Estimated,
    Qualifier::Expected,
    Qualifier::About,
    Qualifier::Above,
    Qualifier::MoreThan,
    Qualifier::Nearly,
    Qualifier::Below,
    Qualifier::AtLeast,
    Qualifier::AtMost,
    Qualifier::Remaining,
    Qualifier::Only,
];

/// Leading words in lower case and signs; what begins like another stands before it, so that
/// "ước tính" is not read as "ước".
const LEADING: [(&str, Option<Qualifier>); 33] = [
    ("ước tính", Some(Qualifier::Estimated)),
    ("ước", Some(Qualifier::Estimated)),
    ("dự kiến", Some(Qualifier::Expected)),
    ("vào khoảng", Some(Qualifier::About)),
    ("khoảng", Some(Qualifier::About)),
    ("xấp xỉ", Some(Qualifier::About)),
    // "trên dưới 100" is about 100, neither above nor below it.
    ("trên dưới", Some(Qualifier::About)),
    ("không quá", Some(Qualifier::AtMost)),
    ("tối đa", Some(Qualifier::AtMost)),
    ("tối thiểu", Some(Qualifier::AtLeast)),
    ("ít nhất", Some(Qualifier::AtLeast)),
    ("trên", Some(Qualifier::Above)),
    ("hơn", Some(Qualifier::MoreThan)),
    ("gần", Some(Qualifier::Nearly)),
    ("dưới", Some(Qualifier::Below)),
    ("từ", Some(Qualifier::AtLeast)),
    ("còn", Some(Qualifier::Remaining)),
    ("chỉ", Some(Qualifier::Only)),
    ("mới", Some(Qualifier::Only)),
    (">=", Some(Qualifier::AtLeast)),
    ("≥", Some(Qualifier::AtLeast)),
    ("<=", Some(Qualifier::AtMost)),
    ("≤", Some(Qualifier::AtMost)),
    (">", Some(Qualifier::Above)),
    ("<", Some(Qualifier::Below)),
    ("~", Some(Qualifier::About)),
    ("≈", Some(Qualifier::About)),
    ("phấn đấu", None),
    ("tương đương với", None),
    ("tương đương", None),
    ("đạt", None),
    ("là", None),
    ("bằng", None),
];

/// One leading word of [`LEADING`] and what follows it.
fn read_word(text: &str) -> Option<(Option<Qualifier>, &str)> {
    LEADING.iter().find_map(|(word, qualifier)| Some((*qualifier, strip_word(text, word)?)))
}
