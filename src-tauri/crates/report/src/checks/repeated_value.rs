//! A value that a draft says twice, with different numbers.

use std::collections::HashMap;

use tongket_figures::{Period, Style, fold};

use super::sentence::{finding_at, types_any};
use crate::prose::{Line, Prose, Said, SaidMeasure};
use crate::{Finding, Severity};

/// A name of fewer words may be that of something else elsewhere.
const TELLING_WORDS: usize = 5;

/// Words of sentences that add up other stretches of time than their period says.
const SUMS: [&str; 7] =
    ["lũy kế", "luỹ kế", "nhiệm kỳ", "giai đoạn", "bình quân", "đến nay", "tháng"];

/// A warning at the second of two measured values of one thing and period, when one of them was
/// typed. A thing is known by its indicator, or by a name that is long enough.
pub fn repeated_value(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut seen: HashMap<(String, Period), (&Line, &Said)> = HashMap::new();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for said in &sentence.figures {
            let Some(key) = key(said) else { continue };
            let low = line.sentence(sentence).to_lowercase();
            if SUMS.iter().any(|word| low.contains(word)) {
                continue;
            }
            match seen.get(&key) {
                Some((first, other)) => findings.extend(differ(first, other, line, said, style)),
                None => {
                    seen.insert(key, (line, said));
                }
            }
        }
    }
    findings
}

fn key(said: &Said) -> Option<(String, Period)> {
    let measured = said.measure == SaidMeasure::Value && !said.quantity.unit.is_rank();
    let named =
        said.name.split_whitespace().count() >= TELLING_WORDS && !said.name.contains("so với");
    // Bodies of several levels count the same things.
    let measured = measured && !said.quantity.unit.is_count() && said.quantity.of.is_none();
    let usable = measured && said.is_certain && super::is_definite(&said.quantity);
    let name = match &said.indicator {
        Some(slug) => slug.to_string(),
        None if named => format!("{} {}", fold(&said.name), fold(said.quantity.unit.text())),
        None => return None,
    };
    usable.then_some((name, said.period?))
}

fn differ(first: &Line, other: &Said, line: &Line, said: &Said, style: &Style) -> Option<Finding> {
    let unit = &other.quantity.unit;
    let (one, two) = (other.span(unit)?, said.span(unit)?);
    let same = one.meets(two)
        || one.allows(&said.quantity, unit)
        || two.allows(&other.quantity, &other.quantity.unit);
    let typed = types_any(first, &[other]) || types_any(line, &[said]);
    // Parts of a list that share a name stand in one sentence.
    if same || !typed || first.place == line.place {
        return None;
    }
    let message = format!(
        "{}: chỗ này {} nhưng trước đó {}",
        said.name,
        said.print(style),
        other.print(style)
    );
    let finding = finding_at("repeated-value", Severity::Warning, message, line, &said.at)
        .with_values([other.print(style), said.print(style)]);
    Some(match &said.indicator {
        Some(slug) => finding.of(slug),
        None => finding,
    })
}
