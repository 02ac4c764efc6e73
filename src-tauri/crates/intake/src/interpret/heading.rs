//! What a heading says of its numbers: "Ước TH năm 2023", "KH tỉnh giao 2022", "So sánh với kế
//! hoạch (%)". The same words stand over columns and, in a transposed table, before rows.

use std::cmp::Ordering;

use tongket_figures::{Period, Unit, fold};

use super::span::{TimeSpan, span_of, span_of_value};
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
    /// "UTH 2023/TH 2022"
    pub(super) compares_years: bool,
    /// "Dự kiến"
    pub(super) is_expected: bool,
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
    /// Words that name no kind of value for certain: "Dự kiến 2025", "Cả năm". The person says.
    Unknown,
}

impl Heading {
    /// Reads the texts of a heading from the top down; `None` when they name no kind of value.
    pub(super) fn read<'t>(texts: impl IntoIterator<Item = &'t str>) -> Option<Heading> {
        Heading::read_under("", texts)
    }

    /// The same in a table whose titles name this unit.
    pub(super) fn read_under<'t>(
        unit_above: &str,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Option<Heading> {
        let labels: Vec<Label> = texts.into_iter().map(read_label).collect();
        let heading = Heading::of(&labels, unit_above);
        (heading.kind != Kind::Unknown).then_some(heading)
    }

    /// What can be told of a heading that names no kind of value.
    pub(super) fn unknown(labels: &[Label]) -> Heading {
        Heading { kind: Kind::Unknown, ..Heading::of(labels, "") }
    }

    fn of(labels: &[Label], unit_above: &str) -> Heading {
        let text = labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>().join(" ");
        let unit = labels.iter().rev().find_map(|label| label.unit.clone());
        let kind = kind_of(&text, unit.as_deref(), unit_above).unwrap_or(Kind::Unknown);
        let compares =
            matches!(kind, Kind::RatioPlan | Kind::RatioPrior | Kind::BareRatio | Kind::Change);
        let span = match (compares, span_of(&text), years(&text).into_iter().max()) {
            (false, _, _) => span_of_value(&text),
            // "2023/2022 (%)" is of the later year.
            (true, TimeSpan::Exactly(Period::Year(_)), Some(later)) => {
                TimeSpan::Exactly(Period::Year(later))
            }
            (true, span, _) => span,
        };
        let mut compared = years(&text);
        compared.dedup();
        Heading {
            kind,
            span,
            compares_years: compares && compared.len() > 1,
            unit,
            assigner: assigner_of(&text),
            assumed: labels.iter().any(|label| label.assumed),
            is_expected: has_phrase(&words(&text), "du kien"),
        }
    }

    /// Neither a kind of value nor a time: "Dự kiến 2025", "Giai đoạn 2021-2025", "Cả năm" are
    /// times, of which nobody says whether they are over.
    pub(super) fn names_thing(&self) -> bool {
        self.kind == Kind::Unknown && self.span == TimeSpan::Unsaid && !self.is_expected
    }

    /// "DT" in no unit of its own: "dự toán", or "diện tích".
    pub(super) fn may_be_budget(&self, labels: &[Label]) -> bool {
        self.unit.is_none() && labels.iter().any(|label| has_phrase(&words(&label.text), "dt"))
    }

    /// A value of the report's year, from a heading that says no more.
    pub(super) fn bare(kind: Kind) -> Heading {
        let (unit, assigner) = (None, String::new());
        let span = TimeSpan::Unsaid;
        let (assumed, compares_years, is_expected) = (false, false, false);
        Heading { kind, span, unit, assigner, assumed, compares_years, is_expected }
    }

    /// The year it names, if any.
    pub(super) fn year(&self) -> Option<i32> {
        match self.span {
            TimeSpan::Exactly(Period::Range { .. }) => None,
            TimeSpan::Exactly(period) => Some(period.year()),
            _ => None,
        }
    }

    /// It names a stretch of time that is no single year: no target is set for it.
    fn is_of_other_time(&self) -> bool {
        match self.span {
            TimeSpan::Exactly(Period::Year(_)) | TimeSpan::WholeYear | TimeSpan::Unsaid => false,
            TimeSpan::Exactly(_)
            | TimeSpan::Months(_)
            | TimeSpan::Quarter(_)
            | TimeSpan::NoPeriod => true,
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
            (Kind::Result, Some(Ordering::Less)) => Measure::PriorResult,
            (Kind::Result, _) => Measure::Result,
            // Of an earlier year as well: "Ước TH 2023" in the plan of 2024 is not final.
            (Kind::Estimate, _) => Measure::Estimate,
            (Kind::Plan | Kind::Target, _) if self.is_of_other_time() => Measure::Plan,
            (Kind::Plan, Some(Ordering::Greater)) if !in_range => Measure::Target,
            (Kind::Plan, _) => Measure::Plan,
            // For which year, nobody says.
            (Kind::Target, _) if self.span == TimeSpan::Unsaid => return None,
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
            (Kind::Unknown, _) => return None,
        })
    }

    /// The period of a value with this measure; `None` when nothing names a year.
    pub(super) fn period(&self, measure: Option<Measure>, times: &Times) -> Option<Period> {
        let said = match self.span {
            TimeSpan::Exactly(period) => Some(period),
            TimeSpan::Unsaid => None,
            TimeSpan::NoPeriod => return None,
            TimeSpan::WholeYear => Some(Period::Year(times.base?)),
            TimeSpan::Months(months) => Some(Period::Months { year: times.base?, months }),
            TimeSpan::Quarter(quarter) => Some(Period::Quarter { year: times.base?, quarter }),
        };
        let of_report = said.is_none_or(|said| times.base.is_none_or(|base| said.year() == base));
        let Some(measure) = measure else { return said.or(times.of_results()) };
        match (measure, said) {
            (Measure::DocumentDate, _) => None,
            // A single year may be the one that it is compared with.
            (Measure::RatioPlan | Measure::RatioPrior | Measure::Change, Some(said)) => {
                match of_report != self.compares_years {
                    true => Some(said),
                    false => times.of_results(),
                }
            }
            // "Cùng kỳ" under "6 tháng đầu năm 2023" is the year before.
            (Measure::PriorResult, None) => times.before(),
            (Measure::PriorResult, Some(said)) if self.kind == Kind::Prior && of_report => {
                said.same_period_last_year()
            }
            (Measure::Plan, None) => times.of_plans(),
            (_, None) => times.of_results(),
            (_, said) => said,
        }
    }
}

/// Words and abbreviations of the trade, folded. The order matters: a comparison names the
/// values that it compares.
fn kind_of(text: &str, unit: Option<&str>, unit_above: &str) -> Option<Kind> {
    let words = words(text);
    let in_percent = unit == Some("%");
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
    // "DT" is "diện tích" as well.
    let in_money = Unit::read(unit.unwrap_or(unit_above)).is_money();
    let plan = any(&["ke hoach", "kh", "du toan", "chi tieu giao", "nghi quyet", "nq"])
        || (any(&["dt"]) && (in_money || any(&["giao"])));
    let prior = any(&["cung ky", "ck", "nam truoc", "nam ngoai"]);
    let begins = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            words.len() >= phrase.split(' ').count() && {
                has_phrase(&words[..phrase.split(' ').count()], phrase)
            }
        })
    };
    // "So cùng kỳ", "So KH", "SS với TH 2022"
    let says_so = begins(&["ss", "so kh", "so ke hoach", "so ck", "so cung ky", "so nam truoc"])
        || begins(&["so th", "so du toan", "so dt", "so nghi quyet", "so nq", "so nam"]);
    let compares = says_so
        || any(&["so sanh", "so voi", "ty le", "ti le", "%", "tang giam", "ty trong"])
        || (in_percent && any(&["dat", "bang", "tang"]));
    if any(&["tang giam", "tang + giam -", "muc tang", "toc do tang"])
        && (compares || prior)
        && !any(&["toc do tang truong"])
    {
        return Some(Kind::Change);
    }
    let differs = begins(&["tang", "giam", "vuot", "hut", "chenh lech"])
        && (words.len() == 1 || any(&["so", "%", "giam", "chenh lech"]))
        && !begins(&["tang truong"]);
    if differs {
        return Some(Kind::Change);
    }
    if compares && (plan || prior) {
        return Some(if prior { Kind::RatioPrior } else { Kind::RatioPlan });
    }
    if says_so
        || any(&["so sanh", "so voi"])
        || (in_percent && text.contains('/') && years(text).len() > 1)
    {
        return (!years(text).is_empty()).then_some(Kind::RatioPrior);
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
    let results = ["thuc hien", "th", "kq", "ket qua", "luy ke", "da thuc hien", "ky bao cao"];
    if any(&results) || is_bare_time(&words) {
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
