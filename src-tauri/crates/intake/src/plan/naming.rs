//! Names brought to one form for matching: folded, abbreviations written out, punctuation gone.

use tongket_figures::{Amount, Base, Unit, UnitError, fold};

use super::abbreviations::written_out;

/// The form in which two names are compared.
pub(crate) fn key(name: &str) -> String {
    let folded = fold(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !(c.is_alphanumeric() || c == '%')) {
        if !word.is_empty() {
            key.push_str(if key.is_empty() { "" } else { " " });
            key.push_str(written_out(word));
        }
    }
    key
}

/// A name in the forms in which it is looked up.
pub(super) struct Keys {
    pub(super) exact: String,
    /// Without what offices add or leave out at will: "(FDI)", "Số", "Tổng số".
    pub(super) loose: String,
}

impl Keys {
    pub(super) fn of(name: &str) -> Keys {
        let (exact, bare) = (key(name), without_brackets(name));
        let of_bare = (bare.len() < name.trim().len()).then(|| key(bare));
        let loose = of_bare.as_ref().unwrap_or(&exact);
        let loose = loose.strip_prefix("tong so ").or(loose.strip_prefix("so ")).unwrap_or(loose);
        Keys { loose: loose.to_owned(), exact }
    }
}

/// The words of a loose key in one order, without those that add nothing: only a guess.
pub(super) fn word_bag(loose_key: &str) -> String {
    const FILLERS: [&str; 9] = ["cua", "tren", "dia", "ban", "tong", "so", "va", "cac", "duoc"];
    let mut words: Vec<&str> =
        loose_key.split(' ').filter(|word| !FILLERS.contains(word)).collect();
    words.sort_unstable();
    match words.len() {
        0..=2 => String::new(),
        _ => words.join(" "),
    }
}

/// "Kế hoạch", "Thực hiện": a kind of value, no thing.
pub(crate) fn is_kind_word(label: &str) -> bool {
    const KINDS: [&str; 8] = [
        "ke hoach",
        "thuc hien",
        "uoc thuc hien",
        "ket qua",
        "du toan",
        "so tien",
        "gia tri",
        "ke hoach giao",
    ];
    KINDS.contains(&key(label).as_str())
}

/// The name without brackets at its end.
pub(crate) fn without_brackets(name: &str) -> &str {
    let trimmed = name.trim();
    match trimmed.strip_suffix(')').and_then(|body| body.rfind('(')) {
        Some(open) if open > 0 => trimmed[..open].trim_end(),
        _ => trimmed,
    }
}

/// The amount in the catalogue's unit. Counts agree when one of their nouns is the same: "DN" and
/// "doanh nghiệp, hợp tác xã"; "học sinh giỏi" are other than "học sinh".
pub(super) fn convert(amount: Amount, from: &Unit, to: &Unit) -> Result<Amount, UnitError> {
    if same_count(from, to) { Ok(amount) } else { from.convert(amount, to) }
}

pub(super) fn same_count(one: &Unit, other: &Unit) -> bool {
    let nouns = |unit: &Unit| match unit.base() {
        Base::Count(noun) if !noun.contains(|c: char| c.is_ascii_digit()) => {
            noun.split([',', ';']).map(key).filter(|noun| !noun.is_empty()).collect()
        }
        _ => Vec::new(),
    };
    let others = nouns(other);
    one.counts_alike(other) && nouns(one).iter().any(|noun| others.contains(noun))
}
