//! Averages beside the amounts that they divide: "14.732 tỷ đồng của 33 đơn vị, bình quân 446,4 tỷ
//! đồng/đơn vị".

use tongket_figures::{Amount, Style, Unit, fold};

use super::sentence::{before, finding_at, told, types_any};
use super::span::Span;
use crate::prose::{Line, Prose, Said, Sentence};
use crate::{Finding, Severity};

/// Averages that no two amounts of the sentence give.
pub fn average_in_sentence(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for nth in 0..sentence.figures.len() {
            findings.extend(average(line, sentence, nth, style));
        }
    }
    findings
}

fn average(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let stated = &sentence.figures[nth];
    let lead = before(line, sentence, nth);
    let (of, per) = stated.quantity.unit.text().split_once('/')?;
    if !lead.contains("bình quân") && !lead.contains("trung bình") {
        return None;
    }
    let (of, per) = (Unit::read(of), fold(per));
    let earlier =
        || sentence.figures[..nth].iter().filter(|said| said.is_value() || said.is_change());
    let amounts: Vec<&Said> =
        earlier().filter(|said| said.quantity.unit.converts_to(&of)).collect();
    let counts: Vec<&Said> = earlier()
        .filter(|said| {
            said.quantity.unit.is_count() && fold(said.quantity.unit.text()).starts_with(&per)
        })
        .collect();
    let mut computed = None;
    for amount in &amounts {
        for count in &counts {
            let span = Span::of(&count.quantity, &count.quantity.unit);
            let quotient = amount.span(&of)?.over(span?)?;
            if quotient.allows(&stated.quantity, &stated.quantity.unit) {
                return None;
            }
            computed.get_or_insert((quotient.middle(), *amount, *count));
        }
    }
    let (right, amount, count) = computed?;
    stated.span(&stated.quantity.unit)?;
    if !types_any(line, &[amount, count, stated]) {
        return None;
    }
    let decimals = stated.quantity.amount.decimals().max(1);
    let right: Amount = right;
    let message = format!(
        "bình quân {} không khớp số trong câu: {} chia {} là {}",
        stated.print(style),
        amount.print(style),
        count.print(style),
        told(right, &stated.quantity.unit, decimals, style),
    );
    let finding = finding_at("average-in-sentence", Severity::Warning, message, line, &stated.at);
    Some(finding.with_values([amount.print(style), count.print(style), stated.print(style)]))
}
