//! What a heading says of its numbers: "Ước TH năm 2023", "KH tỉnh giao 2022", "So sánh với kế
//! hoạch (%)". The same words stand over columns and, in a transposed table, before rows.

use tongket_figures::{DateReading, Period, fold, read_date};

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

    /// A plan of the report's year, from a heading that says no more.
    pub(super) fn of_plan() -> Heading {
        Heading {
            kind: Kind::Plan,
            span: TimeSpan::Unsaid,
            unit: None,
            assigner: String::new(),
            assumed: false,
        }
    }

    pub(super) fn is_ratio(&self) -> bool {
        matches!(self.kind, Kind::RatioPlan | Kind::RatioPrior)
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

    /// The measure in a report on `base`.
    pub(super) fn measure(&self, base: Option<i32>) -> Measure {
        let compared = base.zip(self.year()).map(|(base, year)| year.cmp(&base));
        match (self.kind, compared) {
            (Kind::Result | Kind::Estimate, Some(std::cmp::Ordering::Less)) => Measure::PriorResult,
            (Kind::Result, _) => Measure::Result,
            (Kind::Estimate, _) => Measure::Estimate,
            (Kind::Plan, Some(std::cmp::Ordering::Greater)) => Measure::Target,
            (Kind::Plan, _) => Measure::Plan,
            (Kind::Target, _) => Measure::Target,
            (Kind::Prior, _) => Measure::PriorResult,
            (Kind::RatioPlan, _) => Measure::RatioPlan,
            (Kind::RatioPrior, _) => Measure::RatioPrior,
        }
    }

    /// The period in a report on `base`; `None` when neither names a year.
    pub(super) fn period(&self, base: Option<i32>) -> Option<Period> {
        let said = match self.span {
            TimeSpan::Exactly(period) => period,
            TimeSpan::Unsaid => Period::Year(base?),
            TimeSpan::Months(months) => Period::Months { year: base?, months },
            TimeSpan::Quarter(quarter) => Period::Quarter { year: base?, quarter },
        };
        let of_report = base.is_none_or(|base| said.year() == base);
        match self.kind {
            // "UTH 2023/TH 2022" names the year that it compares with.
            Kind::RatioPlan | Kind::RatioPrior if !of_report => base.map(Period::Year),
            // "Cùng kỳ" under "6 tháng đầu năm 2023" is the year before.
            Kind::Prior if of_report => said.same_period_last_year(),
            Kind::Target if self.span == TimeSpan::Unsaid => Some(Period::Year(base? + 1)),
            _ => Some(said),
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
    let plan = any(&["ke hoach", "kh", "du toan", "chi tieu giao", "nghi quyet"]);
    let prior = any(&["cung ky", "ck", "nam truoc"]);
    let compares = any(&["so sanh", "so voi", "ty le", "ti le", "%", "tang giam"])
        || (in_percent && any(&["dat", "bang", "tang"]));
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
    if any(&["thuc hien", "th", "kq", "ket qua", "luy ke"]) || is_bare_time(&words) {
        return Some(Kind::Result);
    }
    None
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
    if any(&under, &["kh", "ke hoach", "du toan"]) {
        return Some(Kind::RatioPlan);
    }
    any(&under, &["th", "thuc hien", "ck", "cung ky", "uth"]).then_some(Kind::RatioPrior)
}

/// "Năm 2022", "2022", "6 tháng năm 2023": nothing but a time.
fn is_bare_time(words: &[String]) -> bool {
    const TIME: [&str; 10] = ["nam", "thang", "dau", "quy", "i", "ii", "iii", "iv", "den", "ngay"];
    let has_year = words.iter().any(|word| !years(word).is_empty());
    has_year
        && words.iter().all(|word| {
            TIME.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit() || c == '-')
        })
}

fn span_of(text: &str) -> TimeSpan {
    let words = words(text);
    let year = years(text).last().copied();
    if let Some(date) = cut_off(text) {
        return TimeSpan::Exactly(Period::CutOff(date));
    }
    let months = words.windows(2).find(|pair| pair[1] == "thang").and_then(|p| p[0].parse().ok());
    let quarter = words.windows(2).find(|pair| pair[0] == "quy").and_then(|p| quarter_of(&p[1]));
    match (months.filter(|n| (1..=12).contains(n)), quarter, year) {
        (Some(months), _, Some(year)) => TimeSpan::Exactly(Period::Months { year, months }),
        (Some(months), _, None) => TimeSpan::Months(months),
        (None, Some(quarter), Some(year)) => TimeSpan::Exactly(Period::Quarter { year, quarter }),
        (None, Some(quarter), None) => TimeSpan::Quarter(quarter),
        (None, None, Some(year)) => TimeSpan::Exactly(Period::Year(year)),
        (None, None, None) => TimeSpan::Unsaid,
    }
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

/// "(đến 30/9/2023)", "lũy kế đến ngày 25/9/2024"
fn cut_off(text: &str) -> Option<tongket_figures::Date> {
    let mut words =
        text.split_whitespace().skip_while(|word| fold(word.trim_start_matches('(')) != "den");
    words.next()?;
    words.take(2).find_map(|word| match read_date(word.trim_matches(['(', ')', ',', ';', '.'])) {
        Some(DateReading::Day(date)) => Some(date),
        _ => None,
    })
}

/// Who assigned the plan: the words between "kế hoạch" and "giao", times left out.
fn assigner_of(text: &str) -> String {
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
