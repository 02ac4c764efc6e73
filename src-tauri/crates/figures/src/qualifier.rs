//! Words of estimation around an amount, in the order they were written: "ước đạt khoảng".

use serde::{Deserialize, Serialize};

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
            Qualifier::Estimated => "ước",
            Qualifier::Expected => "dự kiến",
            Qualifier::About => "khoảng",
            Qualifier::Above => "trên",
            Qualifier::MoreThan => "hơn",
            Qualifier::Nearly => "gần",
            Qualifier::Below => "dưới",
            Qualifier::AtLeast => "từ…trở lên",
            Qualifier::AtMost => "không quá",
            Qualifier::Remaining => "còn",
            Qualifier::Only => "chỉ",
        }
    }
}

/// Leading words and signs, longest first so that "ước tính" is not read as "ước".
const LEADING: [(&str, Option<Qualifier>); 25] = [
    ("ước tính", Some(Qualifier::Estimated)),
    ("ước", Some(Qualifier::Estimated)),
    ("dự kiến", Some(Qualifier::Expected)),
    ("khoảng", Some(Qualifier::About)),
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
    (">=", Some(Qualifier::AtLeast)),
    ("≥", Some(Qualifier::AtLeast)),
    ("<=", Some(Qualifier::AtMost)),
    ("≤", Some(Qualifier::AtMost)),
    (">", Some(Qualifier::Above)),
    ("<", Some(Qualifier::Below)),
    // The verb says nothing of its own.
    ("đạt", None),
    ("là", None),
    ("bằng", None),
    ("~", Some(Qualifier::About)),
];

impl Qualifier {
    /// Takes qualifiers (and the verb "đạt") off the front of `text`; returns them in order and
    /// the rest.
    pub fn read_leading(text: &str) -> (Vec<Qualifier>, &str) {
        let mut rest = text.trim_start();
        let mut found = Vec::new();
        'next: loop {
            for (word, qualifier) in LEADING {
                if let Some(after) = strip_word(rest, word) {
                    found.extend(qualifier);
                    rest = after;
                    continue 'next;
                }
            }
            return (found, rest);
        }
    }

    /// Takes "trở lên" or "trở xuống" off the end of `text`.
    pub fn read_trailing(text: &str) -> (&str, Option<Qualifier>) {
        let trimmed = text.trim_end();
        if let Some(rest) = trimmed.strip_suffix("trở lên") {
            return (rest, Some(Qualifier::AtLeast));
        }
        match trimmed.strip_suffix("trở xuống") {
            Some(rest) => (rest, Some(Qualifier::AtMost)),
            None => (text, None),
        }
    }

    /// The qualifier of a stable [`Qualifier::code`].
    pub fn from_code(code: &str) -> Option<Qualifier> {
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
        ALL.into_iter().find(|qualifier| qualifier.code() == code)
    }
}

/// `word` at the front without regard to case, followed by a space, a digit or nothing.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let found = rest.next()?;
        if !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let after = rest.as_str();
    let ends = after.is_empty()
        || after.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit())
        || !word.ends_with(char::is_alphabetic);
    ends.then(|| after.trim_start())
}
