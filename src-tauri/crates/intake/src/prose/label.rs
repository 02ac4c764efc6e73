//! Numbers that are no figures: of documents, articles, places, items, slogans, hours. Each rule
//! says where such a number ends, so that what follows is read on its own.

use super::nouns::{Found, noun};
use super::period::year_at;
use super::token::{Kind, Token, ends_any, starts, starts_any};
use super::unit::{self, Sort};

/// Where the number at `at` ends when it is the name of something.
pub(super) fn skip(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.is_number())?;
    document_number(tokens, at)
        .or_else(|| item(tokens, at))
        .or_else(|| glued_name(tokens, at))
        .or_else(|| quoted(tokens, at))
        .or_else(|| slogan(tokens, at))
        .or_else(|| hour(tokens, at))
        .or_else(|| session(tokens, at))
        .or_else(|| named_by_word(tokens, at))
        .or_else(|| age(tokens, at))
        .or_else(|| is_code(token.text).then_some(at + 1))
}

/// Tokens of the longest number of a document.
const LONGEST_CHAIN: usize = 12;

/// "24-CT/TU", "36/2021/NQ-HĐND", "số 171 - KH/TU".
fn document_number(tokens: &[Token], at: usize) -> Option<usize> {
    let mut end = at + 1;
    let mut letters = false;
    while end < at + LONGEST_CHAIN
        && tokens.get(end).is_some_and(|mark| mark.is_mark("/.") || mark.is_dash())
    {
        let next = tokens.get(end + 1)?;
        let tight = tokens[end].glued && next.glued;
        let named = at > 0 && tokens[at - 1].low == "số";
        let is_letters = next.is_word() && next.is_capitalised() && (next.is_acronym() || letters);
        match () {
            () if is_letters && (tight || named) => letters = true,
            () if tight && (next.is_number() || (letters && next.is_word())) => {}
            () => break,
        }
        end += 2;
    }
    letters.then_some(end)
}

/// "1. ", "2)", "1.1.", "(3)", "[4]", "1-" at the beginning.
fn item(tokens: &[Token], at: usize) -> Option<usize> {
    let short = tokens[at].text.len() <= 5 && !tokens[at].text.contains(',');
    let next = tokens.get(at + 1);
    let opened = at > 0 && tokens[at - 1].is_mark("([");
    let closes = next.is_some_and(|next| next.glued && next.is_mark(")]"));
    if short && opened && closes {
        return Some(at + 2);
    }
    let begins = at == 0
        || tokens[at - 1].is_mark(";:•*+")
        || (at == 1
            && (tokens[0].is_mark("-–+*•") || tokens[0].is_word() && tokens[0].low == "câu"));
    // A full stop in the middle of a sentence would have ended it.
    let marks = if at == 0 { ")." } else { ")" };
    let marked = next.is_some_and(|next| next.glued && (next.is_mark(marks) || next.is_dash()));
    let spaced = tokens.get(at + 2).is_none_or(|after| !after.glued || after.is_word());
    let lone = at == 0 && next.is_none();
    // "1.1 Công tác …"
    let outline = at == 0
        && tokens[at].text.contains('.')
        && tokens[at].text.split('.').all(|part| part.len() == 1)
        && next.is_some_and(Token::is_capitalised);
    (short && (begins && marked && spaced || lone || outline)).then_some(at + 1)
}

/// "COVID-19", "5K", "30a", "A-80".
fn glued_name(tokens: &[Token], at: usize) -> Option<usize> {
    let behind_dash = at >= 2
        && tokens[at].glued
        && tokens[at - 1].is_dash()
        && tokens[at - 1].glued
        && tokens[at - 2].is_word();
    if behind_dash {
        return Some(at + 1);
    }
    let next = tokens.get(at + 1).filter(|next| next.glued && next.is_word())?;
    (unit::read(tokens, at + 1).is_none() && next.kind == Kind::Word).then_some(at + 2)
}

/// "“3 nhất”", "\"5 rõ\"": short words in quotation marks that begin with a number.
fn quoted(tokens: &[Token], at: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let opens = at > 0 && tokens[at - 1].is_mark("“\"'‘«”");
    let last = (at + 1..=at + LONGEST)
        .find(|end| tokens.get(*end).is_some_and(|token| token.is_mark("”\"'’»“")));
    last.filter(|_| opens)
}

/// Words that make a small number before them a catchword.
const SLOGANS: [&str; 36] = [
    "rõ",
    "dám",
    "không",
    "tại chỗ",
    "nhất",
    "cùng",
    "xin",
    "luôn",
    "tăng cường",
    "đẩy mạnh",
    "sẵn sàng",
    "xung kích",
    "hơn",
    "tốt",
    "biết",
    "bám",
    "xây",
    "chống",
    "sạch",
    "có",
    "giảm",
    "trong 1",
    "trong một",
    "cửa",
    "sao",
    "cấp",
    "bên",
    "phía",
    "chiều",
    "trước",
    "an",
    "nhà",
    "g",
    "thật",
    "nâng cao",
    "quyết tâm",
];

/// "5 rõ", "4 tại chỗ", "2 cấp", "3 sao": never above ten.
fn slogan(tokens: &[Token], at: usize) -> Option<usize> {
    let digits = tokens[at].text;
    let small = digits.len() <= 2 && digits.parse().is_ok_and(|number: u8| number <= 10);
    let counted = matches!(noun(tokens, at + 1), Found::Noun(_));
    if !small || counted {
        return None;
    }
    let end = starts_any(tokens, at + 1, &SLOGANS)?;
    // "tăng 8 so với", "đạt 7 trong …" are figures; so is "giảm 5 nhà". Stars are always a grade.
    let behind_verb = at > 0
        && tokens[at + 1].low != "sao"
        && ["tăng", "giảm", "còn", "đạt", "bằng", "thêm"].contains(&tokens[at - 1].low.as_str());
    (!behind_verb).then_some(end)
}

/// "14:40", "7 giờ 30 phút", "24/7", "24/24".
fn hour(tokens: &[Token], at: usize) -> Option<usize> {
    let next = tokens.get(at + 1)?;
    let after = tokens.get(at + 2);
    let number = |token: Option<&Token>| token.is_some_and(Token::is_number);
    if next.is_mark(":") && next.glued && number(after) && after.is_some_and(|token| token.glued) {
        return Some(at + 3);
    }
    if tokens[at].text == "24"
        && next.is_mark("/")
        && after.is_some_and(|t| matches!(t.text, "7" | "24"))
    {
        return Some(starts(tokens, at + 3, "giờ").unwrap_or(at + 3));
    }
    let lead = ends_any(tokens, at, &["lúc", "hồi", "vào", "từ", "đến"]).is_some();
    let end = starts(tokens, at + 1, "giờ").filter(|_| lead || number(after))?;
    if number(tokens.get(end)) {
        return Some(starts(tokens, end + 1, "phút").unwrap_or(end + 1));
    }
    Some(end)
}

/// "Nghị quyết Trung ương 6 khóa XIII": the sixth session.
fn session(tokens: &[Token], at: usize) -> Option<usize> {
    let term = starts_any(tokens, at + 1, &["khóa", "( khóa"])?;
    let roman = tokens
        .get(term)
        .is_some_and(|t| t.is_number() || t.text.chars().all(|c| "IVX".contains(c)));
    roman.then_some(term + 1)
}

/// A number behind one of these is a name whatever follows.
const NAMES: [&str; 57] = [
    "điều",
    "chương",
    "khóa",
    "lần",
    "lần thứ",
    "kỳ họp thứ",
    "phiên thứ",
    "phiên họp thứ",
    "thứ",
    "trang",
    "phụ lục",
    "biểu",
    "biểu số",
    "bảng",
    "hình",
    "quốc lộ",
    "tỉnh lộ",
    "đường tỉnh",
    "lớp",
    "trung đoàn",
    "sư đoàn",
    "lữ đoàn",
    "tiểu đoàn",
    "quân khu",
    "quân đoàn",
    "khu phố",
    "tổ dân phố",
    "phiên bản",
    "mẫu số",
    "tuyến số",
    "tổ",
    "quận",
    "phường số",
    "đợt",
    "bước",
    "cấp độ",
    "mức độ",
    "khối",
    "hàng",
    "mục",
    "iso",
    "tcvn",
    "qcvn",
    "ocop",
    "covid",
    "đề án",
    "chi bộ",
    "tháng",
    "giai đoạn",
    "thế kỷ",
    "lượt xem :",
    "lượt xem",
    "view count :",
    "tiểu mục",
    "hotline :",
    "top",
    "vneid mức",
];

/// A number behind one of these is a name unless it is counted or measured ("cấp 12 giấy phép").
const MAYBE_NAMES: [&str; 59] = [
    "khoản",
    "điểm",
    "phần",
    "quyển",
    "tập",
    "kỳ",
    "phiên",
    "cấp",
    "mức",
    "loại",
    "nhóm",
    "vùng",
    "khu vực",
    "khu",
    "tuyến",
    "đường",
    "ngõ",
    "phố",
    "thôn",
    "xóm",
    "ấp",
    "bản",
    "đội",
    "phường",
    "lô",
    "tiểu khu",
    "tầng",
    "tuần",
    "câu",
    "bài",
    "tiêu chí",
    "nhiệm vụ",
    "chỉ tiêu",
    "nội dung",
    "nghị quyết",
    "chỉ thị",
    "kết luận",
    "quy định",
    "quyết định",
    "kế hoạch",
    "chương trình",
    "hướng dẫn",
    "thông tư",
    "nghị định",
    "luật",
    "dự án",
    "thông báo",
    "công văn",
    "công điện",
    "báo cáo",
    "tờ trình",
    "ban chỉ đạo",
    "bệnh viện",
    "hội nghị",
    "công ty",
    "nhà máy",
    "số",
    "mũi",
    "zalo",
];

fn named_by_word(tokens: &[Token], at: usize) -> Option<usize> {
    let end = label_end(tokens, at);
    if ends_any(tokens, at, &["số"]).is_some_and(|_| is_counting(tokens, at)) {
        return None;
    }
    if let Some(start) = ends_any(tokens, at, &NAMES) {
        // "3 tháng 12 người": the word before belongs to another number.
        let figure = start > 0
            && (matches!(tokens[start].low.as_str(), "hàng" | "khối" | "tổ")
                || tokens[start - 1].is_number());
        let counted = unit::read(tokens, end).is_some_and(|unit| unit.sort != Sort::Guess);
        return (!(figure && counted)).then(|| series(tokens, end));
    }
    // "kỷ luật 9" counts.
    if ends_any(tokens, at, &["kỷ luật", "pháp luật"]).is_some() {
        return None;
    }
    ends_any(tokens, at, &MAYBE_NAMES)?;
    let whole = !tokens[at].text.contains([',', '.']);
    let counted = unit::read(tokens, end).is_some_and(|unit| unit.sort != Sort::Guess);
    (whole && !counted).then(|| series(tokens, end))
}

/// Words that make "số" behind them no name's.
const COUNTING: [&str; 11] =
    ["tổng", "con", "trong", "dân", "doanh", "hệ", "chỉ", "đa", "điểm", "tần", "tỷ"];

/// "số 12" names; "tổng số 12", "con số 12" count.
fn is_counting(tokens: &[Token], at: usize) -> bool {
    at >= 2 && COUNTING.contains(&tokens[at - 2].low.as_str())
}

/// Behind the number and what is written to it: "15/2021", "1A".
fn label_end(tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while end < at + LONGEST_CHAIN
        && tokens.get(end).is_some_and(|mark| mark.is_mark("/") && mark.glued)
        && tokens.get(end + 1).is_some_and(|next| next.glued && next.is_number())
    {
        end += 2;
    }
    end
}

/// Further numbers of the same kind: "Điều 5, 6 và 7".
fn series(tokens: &[Token], mut end: usize) -> usize {
    while let Some(join) = tokens.get(end) {
        let next = tokens.get(end + 1);
        let number = next.is_some_and(|next| next.is_number() && next.text.len() <= 3);
        let joins = join.is_mark(",") || join.low == "và" || join.is_dash();
        let counted = unit::read(tokens, end + 2).is_some() || year_at(tokens, end + 1).is_some();
        let shape = tokens.get(end + 2).is_some_and(|mark| mark.is_mark("/%"));
        if !joins || !number || counted || shape {
            break;
        }
        end += 2;
    }
    end
}

/// "trẻ dưới 5 tuổi", "từ 14 đến 60 tuổi", "40 năm tuổi Đảng", "kỷ niệm 95 năm Ngày thành lập".
fn age(tokens: &[Token], at: usize) -> Option<usize> {
    let whole = !tokens[at].text.contains(',');
    let years =
        starts_any(tokens, at + 1, &["tuổi", "năm tuổi đảng", "năm tuổi quân", "tuổi đảng"]);
    if let Some(end) = years.filter(|_| whole) {
        return Some(end);
    }
    let to = tokens.get(at + 1).is_some_and(|join| join.low == "đến" || join.is_dash());
    let of_many = starts_any(tokens, at + 3, &["tuổi", "năm tuổi đảng", "tuổi đảng"]);
    if let Some(end) = of_many.filter(|_| to) {
        return Some(end);
    }
    let celebrated = ends_any(tokens, at, &["kỷ niệm", "kỉ niệm", "kỷ niệm lần thứ"]).is_some();
    starts(tokens, at + 1, "năm").filter(|_| celebrated)
}

/// Telephone numbers and codes: "0225", "000123"; "07" is a count.
fn is_code(digits: &str) -> bool {
    let lead = digits.split(['.', ',']).next().unwrap_or(digits);
    lead.len() > 2 && lead.starts_with('0')
}
