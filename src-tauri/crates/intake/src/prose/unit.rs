//! The unit behind a number: "%", "tỷ đồng", "triệu đồng/người/năm", "tổ chức đảng".

use super::nouns::{Found, noun, nouns};
use super::token::{Token, starts_any};

/// A unit and the tokens it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnitFound {
    pub(super) text: String,
    pub(super) end: usize,
    pub(super) sort: Sort,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// %, điểm %
    Rate,
    /// lần
    Times,
    /// bậc, hạng
    Places,
    /// đồng, ha, tấn, and sizes alone ("tỷ")
    Measure,
    /// A thing counted.
    Count,
    /// Words behind the number that no list knows: counted all the same, by where they stand.
    Guess,
}

/// Measures, as in a sentence; longest first where one begins another.
const MEASURES: [&str; 62] = [
    "đồng việt nam",
    "đồng",
    "đ",
    "vnđ",
    "vnd",
    "usd",
    "đô la mỹ",
    "đô la",
    "đôla",
    "euro",
    "eur",
    "jpy",
    "yên",
    "nhân dân tệ",
    "won",
    "ha",
    "hecta",
    "héc ta",
    "m2",
    "m²",
    "m3",
    "m³",
    "km",
    "km2",
    "km²",
    "mm",
    "cm",
    "m",
    "mét",
    "mét vuông",
    "mét khối",
    "hải lý",
    "cây số",
    "tấn",
    "tạ",
    "yến",
    "kg",
    "g",
    "gam",
    "lít",
    "kwh",
    "mwh",
    "gwh",
    "kw",
    "mw",
    "mwp",
    "gw",
    "kva",
    "mva",
    "kv",
    "mbps",
    "gb",
    "tb",
    "teu",
    "teus",
    "dwt",
    "độ c",
    "hải lí",
    "sào",
    "dặm",
    "kilômét",
    "ki lô mét",
];

/// Sizes before a measure or a noun.
const SIZES: [&str; 8] = ["trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "chục"];

/// What may be written without a space behind the digits, besides "%".
const GLUED: [&str; 29] = [
    "đ", "đồng", "vnđ", "usd", "ha", "m", "m2", "m²", "m3", "m³", "km", "km2", "km²", "mm", "cm",
    "kg", "g", "tấn", "tạ", "kwh", "mw", "mwp", "kw", "kva", "mva", "tỷ", "tỉ", "tr", "triệu",
];

/// Reads the unit that begins at `at`.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<UnitFound> {
    let first = tokens.get(at)?;
    if first.glued && first.is_word() && !GLUED.contains(&first.low.as_str()) {
        return None;
    }
    let (end, sort) = rate(tokens, at)
        .or_else(|| plain(tokens, at))
        .or_else(|| sized(tokens, at))
        .or_else(|| guessed(tokens, at).map(|end| (end, Sort::Guess)))?;
    let end = per(tokens, end, sort);
    Some(UnitFound { text: text(tokens, at, end), end, sort })
}

fn rate(tokens: &[Token], at: usize) -> Option<(usize, Sort)> {
    let points = ["điểm %", "điểm phần trăm", "phần trăm", "%", "‰"];
    if let Some(end) = starts_any(tokens, at, &points) {
        return Some((end, Sort::Rate));
    }
    match tokens.get(at)?.low.as_str() {
        "lần" => {
            let follows =
                tokens.get(at + 1).is_some_and(|t| matches!(t.low.as_str(), "lượt" | "thứ"));
            (!follows).then_some((at + 1, Sort::Times))
        }
        "bậc" | "hạng" => Some((at + 1, Sort::Places)),
        _ => None,
    }
}

/// A measure or a counted noun without a size.
fn plain(tokens: &[Token], at: usize) -> Option<(usize, Sort)> {
    match nouns(tokens, at) {
        Found::Noun(end) => Some((end, Sort::Count)),
        Found::Other => None,
        Found::Nothing => Some((measure(tokens, at)?, Sort::Measure)),
    }
}

fn measure(tokens: &[Token], at: usize) -> Option<usize> {
    let end = starts_any(tokens, at, &MEASURES)?;
    // "tấn" begins other words ("tấn công"); "M" and "5G" are letters of a name.
    let is_name = tokens[at].is_capitalised() && matches!(tokens[at].low.as_str(), "m" | "g");
    (noun(tokens, at) != Found::Other && !is_name).then_some(end)
}

/// "nghìn tỷ đồng", "vạn cán bộ, đảng viên", "triệu lượt khách", "tr.đ", "Tr.USD", "tỷ" alone.
fn sized(tokens: &[Token], at: usize) -> Option<(usize, Sort)> {
    if tokens.get(at)?.low == "tr" || tokens[at].low == "trđ" {
        let dot = tokens.get(at + 1).is_some_and(|mark| mark.glued && mark.text == ".");
        let rest = at + 1 + usize::from(dot);
        // "28,4 Tr.SP": whatever is written to the full stop belongs to the unit.
        let glued = || tokens.get(rest).is_some_and(|word| dot && word.glued && word.is_word());
        let named = plain(tokens, rest).or_else(|| glued().then_some((rest + 1, Sort::Count)));
        return Some(named.unwrap_or((at + 1, Sort::Measure)));
    }
    let mut end = at;
    while is_size(tokens, end) {
        end += 1;
    }
    if end == at {
        return None;
    }
    let with_noun = plain(tokens, end);
    Some(with_noun.unwrap_or((end, Sort::Measure)))
}

/// Whether a size word stands at `at`: not the first word of "tỷ lệ".
pub(super) fn is_size(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| SIZES.contains(&token.low.as_str()))
        && noun(tokens, at) != Found::Other
}

/// The power of ten of a size word.
pub(super) fn power(size: &str) -> Option<u32> {
    Some(match size {
        "chục" => 1,
        "trăm" => 2,
        "nghìn" | "ngàn" => 3,
        "vạn" => 4,
        "triệu" | "tr" => 6,
        "tỷ" | "tỉ" => 9,
        _ => return None,
    })
}

/// "/người/năm", "/vạn dân", "/10.000 dân", "/km2": where the unit ends with them.
fn per(tokens: &[Token], mut end: usize, sort: Sort) -> usize {
    while tokens.get(end).is_some_and(|token| token.is_mark("/")) {
        let mut at = end + 1;
        let round = |token: &Token| token.is_number() && is_round(token.text);
        while tokens.get(at).is_some_and(round) || is_size(tokens, at) {
            at += 1;
        }
        let known = plain(tokens, at).map(|(end, _)| end);
        let word = || tokens.get(at).filter(|token| token.is_word()).map(|_| at + 1);
        match known.or_else(word) {
            Some(after) => end = after,
            None => break,
        }
    }
    // "giường bệnh trên 1 vạn dân"
    if sort == Sort::Count && tokens.get(end).is_some_and(|token| token.low == "trên") {
        let number = tokens.get(end + 1).is_some_and(|n| n.is_number() && is_round(n.text));
        let at = end + 2 + usize::from(is_size(tokens, end + 2));
        if number && tokens.get(at).is_some_and(|noun| noun.low == "dân" || noun.low == "trẻ") {
            return at + 1;
        }
    }
    end
}

/// 1, 10, 1.000, 100.000
fn is_round(digits: &str) -> bool {
    digits.starts_with('1') && digits[1..].bytes().all(|b| matches!(b, b'0' | b'.'))
}

/// Words that do not name a thing counted: verbs, prepositions, adverbs, what closes a phrase.
const NO_NOUN: [&str; 164] = [
    "ai", "an", "bao", "biết", "bên", "bình", "bảo", "bằng", "bị", "bởi", "bỏ", "cao", "chi",
    "chiếm", "cho", "chung", "chuyển", "chính", "chưa", "chỉ", "chịu", "chủ", "cùng", "còn", "có",
    "các", "cũng", "cả", "cần", "cụ", "của", "do", "dẫn", "dưới", "dự", "gia", "giai", "giao",
    "giữ", "giữa", "giảm", "gần", "gấp", "gắn", "gồm", "hay", "hiện", "hoàn", "hoặc", "huy",
    "hàng", "hơn", "hết", "hỗ", "khai", "khi", "khiến", "khoảng", "không", "khác", "kiểm", "kể",
    "kết", "là", "làm", "lên", "luôn", "lại", "lập", "mà", "mức", "mỗi", "một", "mới", "mở", "nay",
    "ngay", "ngoài", "nhiều", "nhưng", "nhất", "nhằm", "những", "nâng", "này", "nên", "nếu", "ở",
    "phát", "phê", "phải", "phấn", "phối", "qua", "quy", "ra", "riêng", "rồi", "rất", "sau", "so",
    "song", "số", "sẽ", "sử", "tham", "thay", "theo", "thi", "thu", "thuộc", "thành", "thì",
    "thông", "thấp", "thể", "thực", "tiếp", "tiến", "toàn", "trong", "trên", "trở", "trừ", "trước",
    "tuy", "tái", "tăng", "tại", "tập", "từ", "tự", "tổng", "tới", "và", "vào", "vì", "vượt",
    "với", "về", "vẫn", "xuống", "xây", "xếp", "xử", "áp", "đa", "được", "đang", "đi", "đã", "đây",
    "đó", "đưa", "đạt", "đến", "đề", "đều", "đồng", "đối", "đứng", "ước", "nam", "nữ",
];

/// One or two plain words that no list knows.
fn guessed(tokens: &[Token], at: usize) -> Option<usize> {
    let names = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.is_word()
                && (at == 0 || !token.glued)
                && !token.is_capitalised()
                && token.low.chars().all(char::is_alphabetic)
                && !NO_NOUN.contains(&token.low.as_str())
                && noun(tokens, at) != Found::Other
        })
    };
    if !names(at) {
        return None;
    }
    let second = names(at + 1) && noun(tokens, at + 1) == Found::Nothing;
    Some(at + 1 + usize::from(second))
}

/// The tokens as written, with single spaces.
pub(super) fn text(tokens: &[Token], from: usize, to: usize) -> String {
    let mut text = String::new();
    for (nth, token) in tokens[from..to].iter().enumerate() {
        if nth > 0 && !token.glued {
            text.push(' ');
        }
        text.push_str(token.text);
    }
    text
}
