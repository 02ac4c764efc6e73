//! Names of files made from names that people gave.

/// The name without signs that file systems refuse, not too long; "bao-cao" when nothing is left.
pub(crate) fn without_refused_signs(name: &str) -> String {
    const REFUSED: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];
    const LENGTH: usize = 80;
    let clean = |c: char| if REFUSED.contains(&c) || c.is_control() { '-' } else { c };
    let name: String = name.chars().map(clean).take(LENGTH).collect();
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() { "bao-cao".to_owned() } else { name.to_owned() }
}
