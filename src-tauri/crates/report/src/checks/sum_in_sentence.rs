//! Wholes and their parts in one sentence: "gồm", "trong đó", "tổng cộng".

use tongket_figures::Style;

use super::sentence::{before, behind, between, finding_at, told, types_any};
use super::span::Span;
use crate::prose::{Line, Prose, Said, Sentence};
use crate::{Finding, Severity};

/// Words behind a whole; its parts are all of it.
const MADE_OF: [&str; 4] = ["gồm", "chia ra", "được chia thành", "cụ thể:"];

/// Words behind a whole; its parts are some of it.
const AMONG: [&str; 3] = ["trong đó", "trong số đó", "trong tổng số đó"];

/// Words before a whole that stands behind its parts.
const ALTOGETHER: [&str; 4] = ["tổng cộng", "cộng chung", "tất cả là", "tổng số là"];

/// Characters between a whole and the word that opens its parts.
const NEAR: usize = 60;

/// Parts that do not add up, and a part larger than its whole.
pub fn sum_in_sentence(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for nth in 0..sentence.figures.len() {
            findings.extend(parts_behind(line, sentence, nth, style));
            findings.extend(parts_before(line, sentence, nth, style));
        }
    }
    findings
}

fn parts_behind(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Vec<Finding> {
    let whole = &sentence.figures[nth];
    let opening = behind(line, sentence, nth);
    let opens =
        |words: &[&str]| words.iter().any(|word| opening.find(word).is_some_and(|at| at < NEAR));
    let (all, some) = (opens(&MADE_OF), opens(&AMONG));
    if all == some {
        return Vec::new();
    }
    let parts = parts(line, sentence, nth);
    let Some(of) = whole.span(&whole.quantity.unit).filter(|_| is_amount(whole)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for part in &parts {
        let span = part.span(&whole.quantity.unit);
        if span.is_some_and(|span| of.is_below(span)) && types_any(line, &[whole, part]) {
            let message = format!(
                "phần {} lớn hơn tổng {} nêu trước «trong đó»",
                part.print(style),
                whole.print(style)
            );
            let message = if all { message.replace("trong đó", "gồm") } else { message };
            findings.push(
                finding_at("part-above-whole", Severity::Error, message, line, &part.at)
                    .with_values([whole.print(style), part.print(style)]),
            );
        }
    }
    let rest = parts.len() == 2 && {
        let joint = between(line, parts[0], parts[1]);
        joint.contains("còn ") || joint.contains("còn lại")
    };
    if findings.is_empty() && (all || rest) {
        findings.extend(differs(line, whole, &parts, style, &|n| &parts[..n]));
    }
    findings
}

/// The figures behind a whole that can be parts of it.
fn parts<'s>(line: &Line, sentence: &'s Sentence, nth: usize) -> Vec<&'s Said> {
    let whole = &sentence.figures[nth];
    let mut parts = Vec::new();
    for (at, said) in sentence.figures.iter().enumerate().skip(nth + 1) {
        let joint = before(line, sentence, at);
        // Parts of a part belong to it alone.
        if at > nth + 1 && AMONG.iter().chain(&MADE_OF).any(|word| joint.contains(word)) {
            return Vec::new();
        }
        // What follows a semicolon speaks of something else, unless all parts are so divided.
        if at > nth + 1 && joint.contains(';') && !behind(line, sentence, nth).contains(':') {
            break;
        }
        let rest = said.is_value() && joint.contains("còn");
        let alike = said.measure == whole.measure || (said.is_value() && whole.is_value()) || rest;
        if alike && said.quantity.unit.converts_to(&whole.quantity.unit) {
            parts.push(said);
        }
    }
    parts
}

fn parts_before(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let whole = &sentence.figures[nth];
    let lead = before(line, sentence, nth);
    if !ALTOGETHER.iter().any(|word| lead.contains(word)) || !is_amount(whole) {
        return None;
    }
    let unit = &whole.quantity.unit;
    let parts: Vec<&Said> = sentence.figures[..nth]
        .iter()
        .filter(|said| said.is_value() && said.quantity.unit.converts_to(unit))
        .collect();
    let n_parts = parts.len();
    differs(line, whole, &parts, style, &|n| &parts[n_parts - n..])
}

/// A finding when no two or more of `parts`, chosen by their number, add up to the whole.
fn differs<'p>(
    line: &Line,
    whole: &Said,
    parts: &'p [&'p Said],
    style: &Style,
    chosen: &dyn Fn(usize) -> &'p [&'p Said],
) -> Option<Finding> {
    let unit = &whole.quantity.unit;
    if parts.len() < 2 || line.text.contains(['…']) || line.text.contains("...") {
        return None;
    }
    let of = whole.span(unit)?;
    let sum = |parts: &[&Said]| {
        let mut sum = Span::exact(tongket_figures::Amount::ZERO);
        for part in parts {
            sum = sum.plus(part.span(unit)?)?;
        }
        Some(sum)
    };
    for n in 2..=parts.len() {
        if sum(chosen(n))?.meets(of) {
            return None;
        }
    }
    let all: Vec<&Said> = parts.iter().copied().chain([whole]).collect();
    if !types_any(line, &all) {
        return None;
    }
    let total = sum(parts)?.middle();
    let gap = total.checked_sub(whole.quantity.amount).ok()?.abs();
    let in_unit = |amount| told(amount, unit, 6, style);
    let values = [whole.print(style), in_unit(total)];
    let message =
        format!("tổng {} khác cộng thành phần {}: chênh {}", values[0], values[1], in_unit(gap));
    let finding = finding_at("sum-in-sentence", Severity::Warning, message, line, &whole.at);
    Some(finding.with_values(values))
}

/// Rates and places in a ranking do not add up; gains of places do.
fn is_amount(said: &Said) -> bool {
    !said.quantity.unit.is_rank() && (said.is_value() || said.is_change())
}
