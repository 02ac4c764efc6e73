//! The same value said twice in two units: "61,6 vạn người (616.000 người)".

use super::sentence::{between, finding_at, told, types_any};
use crate::prose::Prose;
use crate::{Finding, Severity};

/// Words between the two.
const THAT_IS: [&str; 7] = ["(", "(tức", "(tức là", "(hay", "(tương đương", ", tức", "(bằng"];

/// Values in two units of one measure that are not the same.
pub fn restated_value(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for pair in sentence.figures.windows(2) {
            let [one, other] = pair else { continue };
            let unit = &one.quantity.unit;
            let two_units = *unit != other.quantity.unit && other.quantity.unit.converts_to(unit);
            let joint = between(line, one, other);
            let closes = line.words(other.at.end..sentence.range.end).starts_with([')', ',']);
            if !two_units || !closes || !THAT_IS.contains(&joint.trim()) {
                continue;
            }
            let (Some(first), Some(second)) = (one.span(unit), other.span(unit)) else { continue };
            let holds = first.allows(&other.quantity, unit) || second.allows(&one.quantity, unit);
            if holds || first.meets(second) || !types_any(line, &[one, other]) {
                continue;
            }
            let message = format!(
                "{} và {} không bằng nhau: {} là {}",
                one.print(style),
                other.print(style),
                other.print(style),
                told(second.middle(), unit, 6, style),
            );
            findings.push(
                finding_at("restated-value", Severity::Error, message, line, &other.at)
                    .with_values([one.print(style), other.print(style)]),
            );
        }
    }
    findings
}
