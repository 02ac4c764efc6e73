//! Names brought to one form for matching: folded, abbreviations written out, punctuation gone.

use tongket_figures::{Amount, Base, Unit, UnitError, fold};

/// Abbreviations of the forms, folded, written out.
const ABBREVIATIONS: [(&str, &str); 18] = [
    ("bhxh", "bao hiem xa hoi"),
    ("bhyt", "bao hiem y te"),
    ("dn", "doanh nghiep"),
    ("gtsx", "gia tri san xuat"),
    ("gttt", "gia tri tang them"),
    ("hdnd", "hoi dong nhan dan"),
    ("htx", "hop tac xa"),
    ("kh", "ke hoach"),
    ("ktxh", "kinh te xa hoi"),
    ("mttq", "mat tran to quoc"),
    ("nsnn", "ngan sach nha nuoc"),
    ("ntm", "nong thon moi"),
    ("qpan", "quoc phong an ninh"),
    ("tccsd", "to chuc co so dang"),
    ("tp", "thanh pho"),
    ("ttcn", "tieu thu cong nghiep"),
    ("ubnd", "uy ban nhan dan"),
    ("xnk", "xuat nhap khau"),
];

/// The form in which two names are compared.
pub(crate) fn key(name: &str) -> String {
    let folded = fold(name);
    let words =
        folded.split(|c: char| !(c.is_alphanumeric() || c == '%')).filter(|w| !w.is_empty());
    let written_out = words.map(|word| {
        let found = ABBREVIATIONS.iter().find(|(short, _)| *short == word);
        found.map_or(word, |(_, long)| long)
    });
    written_out.collect::<Vec<_>>().join(" ")
}

/// A key without what offices add or leave out at will: "(FDI)", "Số", "Tổng số".
pub(super) fn loose_key(name: &str) -> String {
    let key = key(without_brackets(name));
    let bare = key.strip_prefix("tong so ").or(key.strip_prefix("so ")).unwrap_or(&key);
    bare.to_owned()
}

/// The name without brackets at its end.
pub(crate) fn without_brackets(name: &str) -> &str {
    let trimmed = name.trim();
    match trimmed.strip_suffix(')').and_then(|body| body.rfind('(')) {
        Some(open) if open > 0 => trimmed[..open].trim_end(),
        _ => trimmed,
    }
}

/// The amount in the catalogue's unit. Counts agree when one noun is part of the other: "DN" and
/// "doanh nghiệp, hợp tác xã".
pub(super) fn convert(amount: Amount, from: &Unit, to: &Unit) -> Result<Amount, UnitError> {
    if same_count(from, to) { Ok(amount) } else { from.convert(amount, to) }
}

pub(super) fn same_count(one: &Unit, other: &Unit) -> bool {
    let noun = |unit: &Unit| match unit.base() {
        // A magnitude before the noun ("nghìn người") makes the two differ.
        Base::Count(noun) if key(noun) == key(unit.text()) => Some(format!(" {} ", key(noun))),
        _ => None,
    };
    match (noun(one), noun(other)) {
        (Some(one), Some(other)) => one.contains(&other) || other.contains(&one),
        _ => false,
    }
}
