//! Reading a comparison: "tăng 18,3%", "thấp hơn 0,17 điểm phần trăm so với cùng kỳ", "gấp đôi".

use crate::text::{before_words, strip_word, tidy};
use crate::{Amount, Base, Change, ChangeReading, Quantity, Trend, Unit};

impl Change {
    /// Reads "tăng 18,3%", "giảm 0,17 điểm phần trăm", "tăng 1,4 lần", "gấp 3 lần", "không đổi".
    /// What it is compared with ("so với cùng kỳ") is left to the caller.
    pub fn read(text: &str) -> Option<ChangeReading> {
        let text = tidy(text);
        let text = before_words(&text, "so với").unwrap_or(&text).trim();
        if strip_word(text, "không đổi") == Some("") {
            return Some(ChangeReading::Certain(level()));
        }
        if let Some(multiple) = MULTIPLE.iter().find_map(|words| strip_word(text, words)) {
            return read_multiple(multiple);
        }
        let (trend, size) = DIRECTIONS
            .iter()
            .find_map(|(words, trend)| Some((*trend, strip_word(text, words)?)))?;
        let change = read_size(trend, size)?;
        match change.unit.base() {
            Base::Times => Some(ChangeReading::AmbiguousTimes { times: change.amount }),
            _ => Some(ChangeReading::Certain(change)),
        }
    }
}

const MULTIPLE: [&str; 2] = ["tăng gấp", "gấp"];

const DIRECTIONS: [(&str, Trend); 6] = [
    ("tăng", Trend::Up),
    ("cao hơn", Trend::Up),
    ("nhiều hơn", Trend::Up),
    ("giảm", Trend::Down),
    ("thấp hơn", Trend::Down),
    ("ít hơn", Trend::Down),
];

fn level() -> Change {
    let unit = Unit::percent();
    Change { trend: Trend::Level, qualifiers: Vec::new(), amount: Amount::ZERO, unit }
}

/// "3 lần", "khoảng 1,5 lần", "đôi", "rưỡi": how many times as much, without doubt.
fn read_multiple(text: &str) -> Option<ChangeReading> {
    let words = [("đôi", Amount::from(2)), ("rưỡi", Amount::new(15, 1))];
    let said = words.into_iter().find(|(word, _)| strip_word(text, word) == Some(""));
    let change = match said {
        Some((_, amount)) => {
            let unit = Unit::read("lần");
            Change { trend: Trend::Up, qualifiers: Vec::new(), amount, unit }
        }
        None => read_size(Trend::Up, text)?,
    };
    (*change.unit.base() == Base::Times).then_some(ChangeReading::Certain(change))
}

/// One amount that is not negative: the direction is in the word before it.
fn read_size(trend: Trend, text: &str) -> Option<Change> {
    let size = Quantity::read(text, &Unit::read("")).ok()?;
    let plain = size.to.is_none() && size.of.is_none() && !size.unit.is_rank();
    let Quantity { qualifiers, amount, unit, .. } = size;
    (plain && !amount.is_negative()).then_some(Change { trend, qualifiers, amount, unit })
}
