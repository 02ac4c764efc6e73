//! Names brought to one form for matching: folded, abbreviations written out, punctuation gone.

use tongket_figures::{Amount, Base, Unit, UnitError, fold};

use super::abbreviations::written_out;

/// The form in which two names are compared.
pub(crate) fn key(name: &str) -> String {
    let folded = fold(name);
    let words =
        folded.split(|c: char| !(c.is_alphanumeric() || c == '%')).filter(|w| !w.is_empty());
    words.map(written_out).collect::<Vec<_>>().join(" ")
}

/// A key without what offices add or leave out at will: "(FDI)", "Số", "Tổng số".
pub(super) fn loose_key(name: &str) -> String {
    let key = key(without_brackets(name));
    let bare = key.strip_prefix("tong so ").or(key.strip_prefix("so ")).unwrap_or(&key);
    bare.to_owned()
}

/// The words of a name in one order, without those that add nothing: only a guess.
pub(super) fn word_bag(name: &str) -> String {
    const FILLERS: [&str; 9] = ["cua", "tren", "dia", "ban", "tong", "so", "va", "cac", "duoc"];
    let key = loose_key(name);
    let mut words: Vec<&str> = key.split(' ').filter(|word| !FILLERS.contains(word)).collect();
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
