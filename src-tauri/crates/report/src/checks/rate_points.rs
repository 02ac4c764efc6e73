//! Differences of two rates written with "%": they are percentage points.

use tongket_figures::{Unit, fold};

use super::sentence::{before, finding_at};
use super::span::Span;
use crate::finding::Replacement;
use crate::prose::{Line, Prose, Said, SaidMeasure, Sentence};
use crate::{Finding, Severity, Spot};

/// Words by which a value is called a rate.
const RATES: [&str; 6] = ["ty le", "ti le", "ty trong", "ti trong", "toc do", "ty suat"];

/// "tỷ lệ hộ nghèo là 2,86%, giảm 0,45% so với năm trước"
pub fn rate_points(prose: &Prose) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for nth in 1..sentence.figures.len() {
            findings.extend(points_as_percent(prose, line, sentence, nth));
        }
    }
    findings
}

fn points_as_percent(
    prose: &Prose,
    line: &Line,
    sentence: &Sentence,
    nth: usize,
) -> Option<Finding> {
    let style = prose.draft.facts().style();
    let (rate, stated) = (&sentence.figures[nth - 1], &sentence.figures[nth]);
    let changes = stated.is_change() && stated.is_rate() && line.is_typed(&stated.at);
    let of_rate = rate.is_rate()
        && rate.quantity.of.is_none()
        && matches!(rate.measure, SaidMeasure::Value | SaidMeasure::Target | SaidMeasure::Prior);
    let joint = before(line, sentence, nth);
    let adjacent = joint.chars().count() < 16 && !joint.contains(';');
    if !changes || !of_rate || !adjacent || !is_called_rate(prose, line, sentence, rate) {
        return None;
    }
    let compared = stated.basis == "kế hoạch" || stated.basis == "dự toán";
    if compared || is_growth(sentence, nth) {
        return None;
    }
    let words = stated.print(style);
    let points = words.replace('%', "\u{a0}điểm phần trăm");
    let message = format!("hiệu hai tỷ lệ ghi «{words}»: phải là «{points}»");
    let sure = confirmed(sentence, nth);
    let mut typed = line.typed_words(&stated.at)?;
    if sure && typed.words.ends_with('%') {
        let insert = typed.words.trim_end_matches('%').trim_end().to_owned() + " điểm phần trăm";
        let label = "Đổi thành điểm phần trăm".to_owned();
        typed.repair = Some(Replacement { insert, label });
    }
    let finding = finding_at("rate-points", Severity::Warning, message, line, &stated.at)
        .with_values([rate.print(style), words])
        .with_hint("Chênh lệch giữa hai tỷ lệ tính bằng điểm phần trăm.");
    Some(finding.with_spot(Spot::Typed(typed)))
}

/// "tỷ lệ hộ nghèo", by the sentence or by the name of the indicator.
fn is_called_rate(prose: &Prose, line: &Line, sentence: &Sentence, rate: &Said) -> bool {
    let called = |name: &str| {
        let name = fold(name);
        RATES.iter().any(|word| name.starts_with(word))
    };
    let facts = prose.draft.facts();
    let known = rate.indicator.as_ref().and_then(|slug| facts.indicator(slug.as_str()));
    let cited = line.cited(&rate.at).and_then(|cited| cited.evidence.first()?.quantity.as_ref());
    let clause = line.words(sentence.range.start..rate.at.start);
    let clause = clause.rsplit([',', ';', '.']).next().unwrap_or_default();
    called(&rate.name)
        || known.is_some_and(|of| of.unit.is_rate())
        || cited.is_some_and(|quantity| quantity.unit.is_rate())
        || called(clause.trim_start_matches(|c: char| !c.is_alphabetic()))
}

/// The other rate of the sentence, when it names both.
fn other_rate(sentence: &Sentence, nth: usize) -> Option<&Said> {
    let figures = &sentence.figures;
    let rate = |said: &&Said| said.is_rate() && said.is_value();
    figures.get(nth + 1).filter(rate).or_else(|| figures.get(nth.checked_sub(2)?).filter(rate))
}

/// Whether the two rates of the sentence differ by just so much.
fn confirmed(sentence: &Sentence, nth: usize) -> bool {
    let unit = Unit::percent();
    let spans = other_rate(sentence, nth).and_then(|other| {
        let rate = sentence.figures[nth - 1].span(&unit)?;
        Some(rate.minus(other.span(&unit)?)?.size())
    });
    spans.is_some_and(|gap| gap.allows(&sentence.figures[nth].quantity, &unit))
}

/// Whether it is how much the one rate grew against the other.
fn is_growth(sentence: &Sentence, nth: usize) -> bool {
    let unit = Unit::percent();
    let growth = other_rate(sentence, nth).and_then(|other| {
        let rate = sentence.figures[nth - 1].span(&unit)?;
        let ratio = rate.percent_of(other.span(&unit)?)?;
        Some(ratio.minus(Span::exact(tongket_figures::Amount::ONE_HUNDRED))?.size())
    });
    let allows = growth.is_some_and(|growth| growth.allows(&sentence.figures[nth].quantity, &unit));
    allows && !confirmed(sentence, nth)
}
