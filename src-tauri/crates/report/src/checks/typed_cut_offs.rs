//! Values of one sentence that are compared although they were counted up to different days: typed
//! "cùng kỳ" of another date, another place's figure of another month.

use tongket_figures::{Date, Period, Style};

use super::same_period::days_apart;
use super::sentence::{between, finding_at, types_any};
use crate::prose::{Line, Prose, Said, Sentence};
use crate::{Finding, Severity};

/// Words that compare.
const COMPARED: [&str; 6] = ["cùng kỳ", "so với", "cao hơn", "thấp hơn", "tăng", "giảm"];

/// Values of earlier sentences that a comparison may mean.
const REMEMBERED: usize = 12;

/// Days between two cut-offs that are easily taken for one.
const NEAR: i64 = 45;

/// At most one warning per sentence.
pub fn typed_cut_offs(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut findings = Vec::new();
    for line in prose.lines.iter().filter(|line| !line.is_heading) {
        // The value and what it is compared with may stand in two sentences.
        let mut earlier: Vec<&Said> = Vec::new();
        for sentence in &line.sentences {
            findings.extend(compared(line, sentence, &earlier, style));
            earlier.extend(sentence.figures.iter().filter(|said| cut_off(said).is_some()));
            earlier.drain(..earlier.len().saturating_sub(REMEMBERED));
        }
    }
    findings
}

fn compared(line: &Line, sentence: &Sentence, earlier: &[&Said], style: &Style) -> Option<Finding> {
    let dated = || sentence.figures.iter().filter(|said| cut_off(said).is_some());
    let text = line.sentence(sentence).to_lowercase();
    let same_period = text.contains("cùng kỳ");
    // Of an earlier sentence only the same period of the same thing is meant.
    let same_thing = |one: &Said, other: &Said| {
        let years = cut_off(one).zip(cut_off(other)).map(|(a, b)| a.year() - b.year());
        years == Some(1) && one.quantity.unit.converts_to(&other.quantity.unit)
    };
    let pair = |one| dated().find(|other| differ(one, other)).map(|other| (one, other));
    let (one, other) = dated().find_map(pair).or_else(|| {
        let mut nearest = earlier.iter().rev().copied().filter(|_| same_period);
        nearest
            .find_map(|one| dated().find(|other| same_thing(one, other)).map(|other| (one, other)))
    })?;
    if !differ(one, other) {
        return None;
    }
    let joint = if one.at.end <= other.at.start {
        between(line, one, other)
    } else {
        between(line, other, one)
    };
    let beside = one.at.start >= sentence.range.start && is_day_beside_months(one, other);
    let compares = beside || COMPARED.iter().any(|word| joint.contains(word));
    let (now, before) = (cut_off(one)?, cut_off(other)?);
    let same_year = now.year() == before.year();
    if !types_any(line, &[one, other]) || !(same_period && !same_year || compares && same_year) {
        return None;
    }
    let days = days_apart(now, before);
    let names = [one.period?.print_cut_off(style), other.period?.print_cut_off(style)];
    let (code, message) = match same_year {
        true => ("mixed-cut-offs", format!("mốc số liệu khác nhau: {} và {}", names[0], names[1])),
        false => (
            "same-period-mismatch",
            format!("mốc cùng kỳ lệch {days} ngày: {} và {}", names[0], names[1]),
        ),
    };
    let hint = match same_year {
        true => format!("Hai mốc lệch {days} ngày: so sánh cần cùng một mốc."),
        false => "Câu văn phải nêu cả hai mốc.".to_owned(),
    };
    Some(
        finding_at(code, Severity::Warning, message, line, &other.at)
            .with_values(names)
            .with_hint(hint),
    )
}

/// A day and another day or the end of a month near it: figures that look like those of one time.
fn is_day_beside_months(one: &Said, other: &Said) -> bool {
    let is_day = |said: &Said| matches!(said.period, Some(Period::CutOff(_)));
    let quarter = |said: &Said| matches!(said.period, Some(Period::Quarter { .. }));
    let days = cut_off(one).zip(cut_off(other)).map_or(0, |(one, other)| one.days_since(other));
    (is_day(one) || is_day(other)) && !quarter(one) && !quarter(other) && days.abs() <= NEAR
}

/// Whether both were counted up to a day, of one year or of two that follow, and not to the same.
fn differ(one: &Said, other: &Said) -> bool {
    let (Some(one), Some(other)) = (cut_off(one), cut_off(other)) else { return false };
    (one.year() - other.year()).abs() <= 1 && days_apart(one, other) > 0
}

/// The last day of a stretch that ends within its year.
fn cut_off(said: &Said) -> Option<Date> {
    match said.period? {
        period @ (Period::CutOff(_) | Period::Months { .. } | Period::Quarter { .. }) => {
            Some(period.bounds().1)
        }
        _ => None,
    }
}
