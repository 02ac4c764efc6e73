//! Places in a ranking: "đứng thứ 07 cả nước", "xếp thứ 21/63 tỉnh", "xếp hạng 5", "dẫn đầu toàn
//! tỉnh".

use tongket_figures::{Amount, read_ordinal};

use super::number::read as read_number;
use super::token::{Token, starts, starts_any};
use super::unit;

/// A place; the tokens from `first` to `end` say it.
#[derive(Debug, Clone)]
pub(super) struct RankFound {
    /// Where the verb begins.
    pub(super) start: usize,
    /// "thứ" or the number.
    pub(super) first: usize,
    pub(super) end: usize,
    /// Behind the number.
    pub(super) said: usize,
    pub(super) place: Amount,
    pub(super) of: Option<Amount>,
    /// "cả nước", "toàn tỉnh".
    pub(super) among: String,
}

/// Verbs and nouns that say that a place follows.
const VERBS: [&str; 24] = [
    "đứng",
    "xếp",
    "xếp hạng",
    "đứng ở",
    "đứng ở vị trí",
    "đứng vị trí",
    "xếp ở vị trí",
    "xếp vị trí",
    "ở vị trí",
    "giữ vị trí",
    "vị trí",
    "đạt vị trí",
    "thứ hạng",
    "hạng",
    "xếp loại",
    "vươn lên",
    "vươn lên vị trí",
    "lên vị trí",
    "đứng hạng",
    "giữ",
    "lên",
    "đạt",
    "xếp ở",
    "xuống",
];

/// Words of a verb that can also lead elsewhere: only with "thứ" behind them.
const NEEDS_ORDINAL: [&str; 9] =
    ["đứng", "xếp", "giữ", "lên", "đạt", "vươn lên", "đứng ở", "xếp ở", "xuống"];

/// First among these.
const FIRST: [&str; 3] = ["dẫn đầu", "đứng đầu", "xếp đầu"];

const AMONG: [&str; 15] = [
    "cả nước",
    "toàn quốc",
    "toàn tỉnh",
    "toàn thành phố",
    "toàn huyện",
    "toàn ngành",
    "khu vực",
    "vùng",
    "thế giới",
    "tỉnh",
    "thành phố",
    "trong tỉnh",
    "trong cả nước",
    "trong khu vực",
    "trong vùng",
];

/// The place that begins at `at`.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<RankFound> {
    leading(tokens, at).or_else(|| numbered(tokens, at))
}

fn leading(tokens: &[Token], at: usize) -> Option<RankFound> {
    let end = starts_any(tokens, at, &FIRST)?;
    let after = starts_any(tokens, end, &AMONG)?;
    let among = unit::text(tokens, end, after);
    let place = Amount::from(1);
    Some(RankFound { start: at, first: at, end: after, said: after, place, of: None, among })
}

fn numbered(tokens: &[Token], at: usize) -> Option<RankFound> {
    let verb = starts_any(tokens, at, &VERBS)?;
    let ordinal = starts(tokens, verb, "thứ");
    let words = unit::text(tokens, at, verb).to_lowercase();
    if ordinal.is_none() && NEEDS_ORDINAL.contains(&words.as_str()) {
        // "xếp 12/63 tỉnh, thành phố"
        let out_of = words == "xếp" && tokens.get(verb + 1).is_some_and(|mark| mark.is_mark("/"));
        if !out_of {
            return None;
        }
    }
    let first = verb;
    let at_number = ordinal.unwrap_or(verb);
    let token = tokens.get(at_number)?;
    let (place, mut end) = if token.is_number() {
        let number = read_number(tokens, at_number)?;
        (number.likely(), number.end)
    } else {
        ordinal?;
        (Amount::from(read_ordinal(&token.low)?), at_number + 1)
    };
    if !place.is_whole() || place.is_zero() || token.text.contains(',') {
        return None;
    }
    let mut of = None;
    if let Some(mark) = tokens.get(end).filter(|mark| mark.is_mark("/") || mark.low == "trên")
        && let Some(whole) =
            read_number(tokens, starts(tokens, end + 1, "tổng số").unwrap_or(end + 1))
        && (mark.is_mark("/") || whole.likely() >= place)
    {
        if whole.likely() < place {
            return None;
        }
        of = Some(whole.likely());
        end = unit::read(tokens, whole.end).map_or(whole.end, |unit| unit.end);
    }
    let after = starts_any(tokens, end, &AMONG);
    let among = after.map_or_else(String::new, |after| unit::text(tokens, end, after));
    // "xếp loại 5 đảng viên", "đạt vị trí 3 huyện": something counted.
    let counted = ordinal.is_none() && of.is_none() && after.is_none();
    if counted && unit::read(tokens, end).is_some_and(|unit| unit.sort != unit::Sort::Guess) {
        return None;
    }
    Some(RankFound { start: at, first, end: after.unwrap_or(end), said: end, place, of, among })
}
