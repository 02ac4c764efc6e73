//! By when: "trước ngày 20/12/2023", "trong quý I/2024", "ngay từ những tháng đầu năm 2021".

use tongket_figures::{Date, DateReading, Period, read_date};

use super::words::{Word, longest};

/// When something is due.
#[derive(Debug, Default)]
pub(super) struct Deadline {
    pub day: Option<Date>,
    /// As written.
    pub words: String,
    /// What the words can mean.
    pub between: Option<(Date, Date)>,
}

/// What leads to a time by which something has to be done.
const LEADS: [&str; 24] = [
    "truoc ngay",
    "truoc thang",
    "xong truoc ngay",
    "truoc",
    "cham nhat ngay",
    "cham nhat la ngay",
    "cham nhat",
    "muon nhat",
    "den ngay",
    "den het ngay",
    "den het",
    "trong thang",
    "trong quy",
    "trong nam",
    "trong tuan",
    "trong qui",
    "ngay tu nhung",
    "ngay tu",
    "ngay trong",
    "ngay dau nam",
    "thoi han",
    "han",
    "hoan thanh trong",
    "xong trong",
];

/// Words that a time is made of besides numbers.
const OF_TIMES: [&str; 38] = [
    "ngay", "thang", "nam", "quy", "tuan", "dau", "cuoi", "giua", "nhung", "cac", "nay", "toi",
    "sau", "thuong", "trung", "ha", "het", "trong", "tu", "den", "va", "la", "truoc", "xong",
    "hoan", "thanh", "cham", "nhat", "muon", "thoi", "han", "gian", "ky", "iv", "iii", "ii", "i",
    "nua",
];

/// The first time that a sentence names as a deadline.
pub(super) fn deadline(text: &str, words: &[Word], year: Option<i32>) -> Option<Deadline> {
    (0..words.len()).find_map(|at| {
        let n_lead = longest(&words[at..], &LEADS).filter(|n| *n > 1 || leads_alone(words, at))?;
        let mut end = at + n_lead;
        while end < words.len() {
            let word = &words[end];
            let has_number = word.plain.bytes().any(|byte| byte.is_ascii_digit());
            let of_time = OF_TIMES.contains(&word.plain.as_str())
                || (has_number && !word.plain.bytes().any(|byte| byte.is_ascii_lowercase()))
                || word.plain.starts_with("iv/")
                || word.plain.starts_with('i') && word.plain.contains('/');
            if !of_time || words[end - 1].mark.is_some() {
                break;
            }
            end += 1;
        }
        let range = words[at].range.start..words[end - 1].range.end;
        let written = text.get(range)?;
        let time = text.get(words[at + n_lead - 1].range.start..words[end - 1].range.end)?;
        let day = day_in(text, &words[at..end]);
        let names_time = day.is_some() || written.bytes().any(|byte| byte.is_ascii_digit());
        let in_words = ["dau nam", "cuoi nam", "quy dau", "thang dau", "nam nay", "thang nay"];
        let vague = tongket_figures::fold(written);
        if !names_time && !in_words.iter().any(|phrase| vague.contains(phrase)) {
            return None;
        }
        let between = match day {
            Some(_) => None,
            None => interval(time, &vague, year),
        };
        Some(Deadline { day, words: written.to_owned(), between })
    })
}

/// "hạn" and "trước" by themselves: not "trung hạn", "quyền hạn", "hàn", nor "so với trước".
fn leads_alone(words: &[Word], at: usize) -> bool {
    const OF_TERMS: [&str; 9] =
        ["trung", "dài", "ngắn", "quyền", "giới", "kỳ", "vô", "thời", "với"];
    let before = at.checked_sub(1).map(|before| words[before].spelled.as_str());
    matches!(words[at].spelled.as_str(), "hạn" | "trước")
        && before.is_none_or(|before| !OF_TERMS.contains(&before))
}

/// A day with its year, wherever it stands in the words.
fn day_in(text: &str, words: &[Word]) -> Option<Date> {
    (0..words.len()).find_map(|at| {
        (at + 1..=words.len()).rev().find_map(|end| {
            let range = words[at].range.start..words[end - 1].range.end;
            match read_date(text.get(range)?)? {
                DateReading::Day(day) => Some(day),
                _ => None,
            }
        })
    })
}

/// What words that name no day can mean, where they name a stretch of time.
fn interval(time: &str, folded: &str, year: Option<i32>) -> Option<(Date, Date)> {
    let year = folded
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .find_map(|digits| digits.parse::<i32>().ok())
        .or(year);
    if folded.contains("thang dau nam") {
        // The months at the beginning of a year are its first quarter.
        return Some((Date::new(year?, 1, 1)?, Date::new(year?, 3, 31)?));
    }
    let numeric = time.split_whitespace().collect::<Vec<_>>();
    (0..numeric.len()).find_map(|at| {
        let text = numeric[at..].join(" ");
        match read_date(&text) {
            Some(DateReading::Interval(from, to)) => Some((from, to)),
            Some(DateReading::Month { year, month }) => {
                Some((Date::first_of_month(year, month), Date::last_of_month(year, month)))
            }
            _ => Period::read(&text).ok().map(Period::bounds),
        }
    })
}
