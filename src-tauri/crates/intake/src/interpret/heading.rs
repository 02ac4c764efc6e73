//! What a heading says of its numbers: "Ước TH năm 2023", "KH tỉnh giao 2022", "So sánh với kế
//! hoạch (%)". The same words stand over columns and, in a transposed table, before rows.

use std::cmp::Ordering;

use tongket_figures::{Date, DateReading, Period, fold, read_date};

use super::times::Times;
use super::wording::{Label, has_phrase, read_label, single_spaced, words, years};
use crate::reading::Measure;

/// A heading before the year of the report is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) kind: Kind,
    pub(super) span: TimeSpan,
    /// Unit in brackets: "Với kế hoạch (%)".
    pub(super) unit: Option<String>,
    /// "tỉnh" of "KH tỉnh giao 2022".
    pub(super) assigner: String,
    pub(super) assumed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Thực hiện, kết quả, or a bare year: the year tells result from prior result.
    Result,
    Estimate,
    Plan,
    Target,
    /// Cùng kỳ, năm trước
    Prior,
    RatioPlan,
    RatioPrior,
    /// "Tỷ lệ (%)" alone: of the plan, where the table has one.
    BareRatio,
    /// "Số tiền", "Tổng số": the titles say of what.
    BareAmount,
    Commitment,
    CommitmentGap,
    /// "Chưa đạt": counts units, which are marked one by one.
    Short,
    Rank,
    Change,
    DocumentDate,
}

/// The stretch of time a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeSpan {
    /// It names none: the year of the report.
    Unsaid,
    Exactly(Period),
    /// The first n months, or a quarter, of a year that stands elsewhere.
    Months(u8),
    Quarter(u8),
    /// A single month: no period of the office, so the person has to say.
    OneMonth,
}

impl Heading {
    /// Reads the texts of a heading from the top down; `None` when they name no kind of value.
    pub(super) fn read<'t>(texts: impl IntoIterator<Item = &'t str>) -> Option<Heading> {
        let labels: Vec<Label> = texts.into_iter().map(read_label).collect();
        let text = labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>().join(" ");
        let unit = labels.iter().rev().find_map(|label| label.unit.clone());
        Some(Heading {
            kind: kind_of(&text, unit.as_deref() == Some("%"))?,
            span: span_of(&text),
            unit,
            assigner: assigner_of(&text),
            assumed: labels.iter().any(|label| label.assumed),
        })
    }

    /// A value of the report's year, from a heading that says no more.
    pub(super) fn bare(kind: Kind) -> Heading {
        let (unit, assigner) = (None, String::new());
        Heading { kind, span: TimeSpan::Unsaid, unit, assigner, assumed: false }
    }

    /// The year it names, if any.
    pub(super) fn year(&self) -> Option<i32> {
        match self.span {
            TimeSpan::Exactly(period) => Some(period.year()),
            _ => None,
        }
    }

    /// True for a value that a report tells of its own year: thực hiện, ước thực hiện.
    pub(super) fn reports(&self) -> bool {
        matches!(self.kind, Kind::Result | Kind::Estimate)
    }

    pub(super) fn is_plan(&self) -> bool {
        matches!(self.kind, Kind::Plan)
    }

    /// The measure in a report on these times; `None` when neither heading nor title tells.
    pub(super) fn measure(&self, times: &Times, of_title: Option<Measure>) -> Option<Measure> {
        let compared = times.base.zip(self.year()).map(|(base, year)| year.cmp(&base));
        let in_range =
            times.range.zip(self.year()).is_some_and(|((from, to), y)| (from..=to).contains(&y));
        Some(match (self.kind, compared) {
            (Kind::Result | Kind::Estimate, Some(Ordering::Less)) => Measure::PriorResult,
            (Kind::Result, _) => Measure::Result,
            (Kind::Estimate, _) => Measure::Estimate,
            (Kind::Plan, Some(Ordering::Greater)) if !in_range => Measure::Target,
            (Kind::Plan, _) => Measure::Plan,
            (Kind::Target, _) => Measure::Target,
            (Kind::Prior, _) => Measure::PriorResult,
            (Kind::RatioPlan | Kind::BareRatio, _) => Measure::RatioPlan,
            (Kind::RatioPrior, _) => Measure::RatioPrior,
            (Kind::BareAmount, _) => of_title?,
            (Kind::Commitment, _) => Measure::Commitment,
            (Kind::CommitmentGap, _) => Measure::CommitmentGap,
            (Kind::Short, _) => Measure::Count,
            (Kind::Rank, _) => Measure::Rank,
            (Kind::Change, _) => Measure::Change,
            (Kind::DocumentDate, _) => Measure::DocumentDate,
        })
    }

    /// The period of a value with this measure; `None` when nothing names a year.
    pub(super) fn period(&self, measure: Option<Measure>, times: &Times) -> Option<Period> {
        let said = match self.span {
            TimeSpan::Exactly(period) => Some(period),
            TimeSpan::Unsaid => None,
            TimeSpan::OneMonth => return None,
            TimeSpan::Months(months) => Some(Period::Months { year: times.base?, months }),
            TimeSpan::Quarter(quarter) => Some(Period::Quarter { year: times.base?, quarter }),
        };
        let of_report = said.is_none_or(|said| times.base.is_none_or(|base| said.year() == base));
        let Some(measure) = measure else { return said.or(times.of_results()) };
        match (measure, said) {
            (Measure::DocumentDate, _) => None,
            // "UTH 2023/TH 2022" names the year that it compares with.
            (Measure::RatioPlan | Measure::RatioPrior | Measure::Change, Some(said)) => {
                match of_report {
                    true => Some(said),
                    false => times.of_results(),
                }
            }
            // "Cùng kỳ" under "6 tháng đầu năm 2023" is the year before.
            (Measure::PriorResult, None) => times.before(),
            (Measure::PriorResult, Some(said)) if self.kind == Kind::Prior && of_report => {
                said.same_period_last_year()
            }
            (Measure::Target, None) => Some(Period::Year(times.base? + 1)),
            (Measure::Plan, None) => times.of_plans(),
            (_, None) => times.of_results(),
            (_, said) => said,
        }
    }
}

/// Words and abbreviations of the trade, folded. The order matters: a comparison names the
/// values that it compares.
fn kind_of(text: &str, in_percent: bool) -> Option<Kind> {
    let words = words(text);
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(&words, phrase));
    if let Some(kind) = quotient(text) {
        return Some(kind);
    }
    if any(&["cam ket"]) && !any(&["ty le", "ti le", "%"]) {
        return Some(match () {
            () if any(&["con thieu", "thieu"]) => Kind::CommitmentGap,
            () if any(&["chua dat", "khong dat", "chua hoan thanh"]) => Kind::Short,
            () => Kind::Commitment,
        });
    }
    if matches!(fold(text).trim(), "hang" | "xep hang" | "thu hang" | "xep thu" | "vi tri") {
        return Some(Kind::Rank);
    }
    if words.first().is_some_and(|word| word == "ngay")
        && any(&["ban hanh", "ky", "hop", "to chuc", "thanh lap"])
        && !text.contains(|c: char| c.is_ascii_digit())
    {
        return Some(Kind::DocumentDate);
    }
    let plan = any(&["ke hoach", "kh", "du toan", "dt", "chi tieu giao", "nghi quyet", "nq"]);
    let prior = any(&["cung ky", "ck", "nam truoc", "nam ngoai"]);
    let compares = any(&["so sanh", "so voi", "ty le", "ti le", "%", "tang giam", "ty trong"])
        || (in_percent && any(&["dat", "bang", "tang"]));
    if any(&["tang giam", "tang + giam -", "muc tang", "toc do tang"])
        && (compares || prior)
        && !any(&["toc do tang truong"])
    {
        return Some(Kind::Change);
    }
    if compares && (plan || prior) {
        return Some(if prior { Kind::RatioPrior } else { Kind::RatioPlan });
    }
    if any(&["uoc", "uth", "uoc th"]) {
        return Some(Kind::Estimate);
    }
    if prior {
        return Some(Kind::Prior);
    }
    if any(&["phan dau", "muc tieu"]) || (any(&["chi tieu"]) && !years(text).is_empty() && !plan) {
        return Some(Kind::Target);
    }
    if plan {
        return Some(Kind::Plan);
    }
    if is_bare_ratio(&words) {
        return Some(Kind::BareRatio);
    }
    if any(&["thuc hien", "th", "kq", "ket qua", "luy ke", "da thuc hien"]) || is_bare_time(&words)
    {
        return Some(Kind::Result);
    }
    is_bare_amount(&words).then_some(Kind::BareAmount)
}

/// "Tỷ lệ", "Tỷ lệ %", "Tỷ lệ giải ngân", "%"
fn is_bare_ratio(words: &[String]) -> bool {
    let said = ["ty", "ti", "le", "dat", "%", "hoan", "thanh"];
    let last = words.iter().rposition(|word| !said.contains(&word.as_str()));
    let tail = &words[last.map_or(0, |at| at + 1)..];
    let names = |phrase: &str| has_phrase(tail, phrase);
    let of_plan = ["giai ngan", "giai ngan %", "hoan thanh", "thuc hien", "dat duoc"];
    let says = words.join(" ");
    names("ty le")
        || names("ti le")
        || names("%")
        || of_plan.iter().any(|what| says == format!("ty le {what}"))
}

/// "Số tiền", "Giá trị", "Kinh phí": money or things, of a time that stands elsewhere.
fn is_bare_amount(words: &[String]) -> bool {
    let phrase = words.join(" ");
    [
        "so tien",
        "gia tri",
        "tong so",
        "tong cong",
        "kinh phi",
        "so luong",
        "du phong",
        "tong muc",
        "so lieu",
    ]
    .iter()
    .any(|head| phrase == *head || phrase.starts_with(&format!("{head} kieu")))
}

/// "UTH 2023/KH 2023", "UTH/TH năm trước": one value over another.
fn quotient(text: &str) -> Option<Kind> {
    let (over, under) = text.split_once('/')?;
    let (over, under) = (words(over), words(under));
    let any = |words: &[String], phrases: &[&str]| phrases.iter().any(|p| has_phrase(words, p));
    let value = ["uth", "uoc", "th", "kh", "ke hoach", "thuc hien"];
    if !any(&over, &value) {
        return None;
    }
    if any(&under, &["kh", "ke hoach", "du toan", "dt"]) {
        return Some(Kind::RatioPlan);
    }
    any(&under, &["th", "thuc hien", "ck", "cung ky", "uth"]).then_some(Kind::RatioPrior)
}

/// "Năm 2022", "2022", "6 tháng năm 2023": nothing but a time.
fn is_bare_time(words: &[String]) -> bool {
    const TIME: [&str; 11] =
        ["nam", "thang", "dau", "quy", "i", "ii", "iii", "iv", "den", "ngay", "het"];
    let has_time = words.iter().any(|word| !years(word).is_empty())
        || words.first().is_some_and(|word| word == "quy" || word == "thang")
        || words.get(1).is_some_and(|word| word == "thang");
    has_time
        && words.iter().all(|word| {
            TIME.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit() || c == '-')
        })
}

pub(super) fn span_of(text: &str) -> TimeSpan {
    let words = words(text);
    let year = years(text).last().copied();
    if let Some(date) = cut_off(text, None) {
        return TimeSpan::Exactly(Period::CutOff(date));
    }
    let number = |word: &String| word.parse::<u8>().ok().filter(|n| (1..=12).contains(n));
    // "9 tháng", "đến hết tháng 9"
    let counted =
        words.windows(2).find(|pair| pair[1] == "thang").and_then(|pair| number(&pair[0]));
    let up_to = words
        .windows(3)
        .find(|three| matches!(three[0].as_str(), "het" | "den") && three[1] == "thang")
        .and_then(|three| number(&three[2]));
    let months = counted.or(up_to);
    let one_month = self::words(&without_remarks(text))
        .windows(2)
        .any(|pair| pair[0] == "thang" && number(&pair[1]).is_some());
    if months.is_none() && one_month {
        return TimeSpan::OneMonth;
    }
    let quarter = words.windows(2).find(|pair| pair[0] == "quy").and_then(|p| quarter_of(&p[1]));
    match (months, quarter, year) {
        (Some(months), _, Some(year)) => TimeSpan::Exactly(Period::Months { year, months }),
        (Some(months), _, None) => TimeSpan::Months(months),
        (None, Some(quarter), Some(year)) => TimeSpan::Exactly(Period::Quarter { year, quarter }),
        (None, Some(quarter), None) => TimeSpan::Quarter(quarter),
        (None, None, Some(year)) => TimeSpan::Exactly(Period::Year(year)),
        (None, None, None) => TimeSpan::Unsaid,
    }
}

/// The text without brackets, but for those that begin with a time: "(bản cũ, tháng 10)" tells
/// when the line was written, "(tháng 10)" what it is of.
fn without_remarks(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('(') {
        let (inner, after) = behind.split_once(')').unwrap_or((behind, ""));
        kept.push_str(before);
        if words(inner).first().is_some_and(|word| word == "thang") {
            kept.push_str(inner);
        }
        rest = after;
    }
    kept + rest
}

fn quarter_of(word: &str) -> Option<u8> {
    Some(match word {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    })
}

/// "(đến 30/9/2023)", "lũy kế đến ngày 25/9/2024"; "(đến 25/9)" of the year of the report.
pub(super) fn cut_off(text: &str, base: Option<i32>) -> Option<Date> {
    let mut words =
        text.split_whitespace().skip_while(|word| fold(word.trim_start_matches('(')) != "den");
    words.next()?;
    // "ngày 25 tháng 9 năm 2024"
    let spelled: Vec<&str> = words.clone().skip_while(|word| fold(word) == "het").take(6).collect();
    let spelled = spelled.join(" ");
    if let Some(DateReading::Day(date)) = read_date(spelled.trim_matches([')', ',', ';', '.', ':']))
    {
        return Some(date);
    }
    words.take(3).find_map(|word| {
        let bare = word.trim_matches(['(', ')', ',', ';', '.']);
        match (read_date(bare), base) {
            (Some(DateReading::Day(date)), _) => Some(date),
            (Some(DateReading::DayWithoutYear { day, month }), Some(base)) => {
                match read_date(&format!("{day}/{month}/{base}")) {
                    Some(DateReading::Day(date)) => Some(date),
                    _ => None,
                }
            }
            _ => None,
        }
    })
}

/// Who assigned the plan: the words between "kế hoạch" and "giao", times left out.
pub(crate) fn assigner_of(text: &str) -> String {
    let written: Vec<&str> = text.split_whitespace().collect();
    let folded: Vec<String> = written.iter().map(|word| fold(word)).collect();
    let Some(end) = folded.iter().position(|word| word == "giao") else { return String::new() };
    let begin = folded[..end]
        .iter()
        .rposition(|word| matches!(word.as_str(), "hoach" | "kh" | "toan" | "dt"));
    let Some(begin) = begin else { return String::new() };
    let named = (begin + 1..end).filter(|idx| {
        !matches!(folded[*idx].as_str(), "nam" | "do" | "duoc") && years(&folded[*idx]).is_empty()
    });
    single_spaced(&named.map(|idx| written[idx]).collect::<Vec<_>>().join(" "))
}
