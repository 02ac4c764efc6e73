//! "Hai con số" said of a growth that has other than two digits before the comma.

use tongket_figures::{Amount, Quantity};

use super::sentence::finding_at;
use crate::prose::Prose;
use crate::{Finding, Severity};

/// A growth that is called two-digit and is not.
pub fn two_digits(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        let text = line.sentence(sentence);
        let Some(at) = text.find("hai con số").map(|at| sentence.range.start + at) else {
            continue;
        };
        let before = sentence.figures.iter().rev().filter(|said| said.at.end <= at);
        let Some(growth) = before.clone().find(|said| said.is_rate()) else { continue };
        let words = at..at + "hai con số".len();
        if has_two_digits(&growth.quantity) || !(line.is_typed(&words) || line.is_typed(&growth.at))
        {
            continue;
        }
        let message = format!("«hai con số» nhưng số nêu trước là {}", growth.print(style));
        findings.push(
            finding_at("two-digits", Severity::Error, message, line, &words)
                .with_values([growth.print(style)]),
        );
    }
    findings
}

fn has_two_digits(growth: &Quantity) -> bool {
    let (low, high) = (growth.amount, growth.to.unwrap_or(growth.amount));
    high >= Amount::from(10) && low < Amount::ONE_HUNDRED
}
