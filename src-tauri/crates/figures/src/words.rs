//! Numbers printed in Vietnamese words, in the official northern forms (linh, nghìn).

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// 1001 → "một nghìn không trăm linh một"; 21 → "hai mươi mốt"; -5 → "âm năm".
pub fn number_in_words(number: i64) -> String {
    let mut words = String::new();
    if number < 0 {
        words.push_str("âm");
    }
    push_unsigned(&mut words, number.unsigned_abs());
    words
}

fn push_unsigned(words: &mut String, number: u64) {
    if number == 0 {
        return push_word(words, DIGITS[0]);
    }
    let (billions, rest) = (number / 1_000_000_000, number % 1_000_000_000);
    if billions > 0 {
        push_unsigned(words, billions);
        push_word(words, "tỷ");
    }
    let mut inner = billions > 0;
    for (scale, size) in [("triệu", 1_000_000), ("nghìn", 1000), ("", 1)] {
        let group = rest / size % 1000;
        if group == 0 {
            continue;
        }
        push_group(words, group, inner);
        push_word(words, scale);
        inner = true;
    }
}

/// 1..=999; an inner group says its hundreds even when there are none ("không trăm").
fn push_group(words: &mut String, group: u64, inner: bool) {
    let digit = |d: u64| DIGITS[usize::try_from(d % 10).unwrap_or(0)];
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let says_hundreds = hundreds > 0 || inner;
    if says_hundreds {
        push_word(words, digit(hundreds));
        push_word(words, "trăm");
    }
    match tens {
        0 if units > 0 && says_hundreds => push_word(words, "linh"),
        0 => {}
        1 => push_word(words, "mười"),
        _ => {
            push_word(words, digit(tens));
            push_word(words, "mươi");
        }
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => push_word(words, "mốt"),
        (2.., 4) => push_word(words, "tư"),
        (1.., 5) => push_word(words, "lăm"),
        _ => push_word(words, digit(units)),
    }
}

fn push_word(words: &mut String, word: &str) {
    if !words.is_empty() && !word.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}
