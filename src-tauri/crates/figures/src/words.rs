//! Whole numbers in Vietnamese words, official northern forms (linh, nghìn).

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// 1001 → "một nghìn không trăm linh một"; 21 → "hai mươi mốt"; -5 → "âm năm".
pub fn number_in_words(number: i64) -> String {
    if number < 0 {
        return format!("âm {}", unsigned_in_words(number.unsigned_abs()));
    }
    unsigned_in_words(number.unsigned_abs())
}

fn unsigned_in_words(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let billions = number / 1_000_000_000;
    let rest = number % 1_000_000_000;
    let mut words = Vec::new();
    if billions > 0 {
        words.push(format!("{} tỷ", unsigned_in_words(billions)));
    }
    for (unit, size) in [("triệu", 1_000_000), ("nghìn", 1000), ("", 1)] {
        let group = rest / size % 1000;
        if group == 0 {
            continue;
        }
        let group = group_in_words(group, !words.is_empty());
        words.push(if unit.is_empty() { group } else { format!("{group} {unit}") });
    }
    words.join(" ")
}

/// 1..=999; an inner group says its hundreds even when there are none ("không trăm").
fn group_in_words(group: u64, inner: bool) -> String {
    let digit = |d: u64| DIGITS[usize::try_from(d % 10).unwrap_or(0)];
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let mut words = Vec::new();
    if hundreds > 0 || inner {
        words.push(format!("{} trăm", digit(hundreds)));
    }
    match tens {
        0 if units > 0 && !words.is_empty() => words.push("linh".to_owned()),
        0 => {}
        1 => words.push("mười".to_owned()),
        _ => words.push(format!("{} mươi", digit(tens))),
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt".to_owned()),
        (2.., 4) => words.push("tư".to_owned()),
        (1.., 5) => words.push("lăm".to_owned()),
        _ => words.push(digit(units).to_owned()),
    }
    words.join(" ")
}
