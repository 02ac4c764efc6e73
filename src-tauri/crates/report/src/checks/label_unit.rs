//! Labels that say "tỷ lệ" while the unit is something else.

use tongket_figures::fold;
use tongket_template::{Cited, Facts, Inline};

use super::sentence::finding_at;
use crate::prose::Prose;
use crate::{Draft, Finding, Severity};

/// Words that promise a rate.
const RATE_WORDS: [&str; 5] = ["ty le", "ti le", "ty trong", "ti trong", "toc do"];

/// Characters of a label in which its first words stand, however their accents are coded.
const LONGEST_LABEL: usize = 32;

/// Indicators whose name promises a rate but whose unit is money or a count.
pub fn rate_with_other_unit(facts: &dyn Facts) -> Vec<Finding> {
    let mismatched = facts.indicators().iter().filter(|indicator| {
        (indicator.unit.is_money() || indicator.unit.is_count()) && promises_rate(&indicator.name)
    });
    mismatched
        .map(|indicator| {
            let message = format!(
                "nhãn và đơn vị lệch: «{}» nhưng đơn vị là {}",
                indicator.name, indicator.unit
            );
            Finding::new("label-unit", Severity::Warning, message)
                .of(&indicator.slug)
                .with_hint("Đổi tên chỉ tiêu, hoặc nhập số liệu bằng %.")
        })
        .collect()
}

/// Clauses such as "Tỷ lệ giải ngân … ước đạt 548.291 triệu đồng": the clause begins with a rate
/// word and goes on to an amount of money without any percentage between.
pub fn money_called_rate(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, line) in draft.lines() {
        let mut clause = String::new();
        for inline in line {
            let text = inline.text();
            let Inline::Cited { cited, .. } = inline else {
                match text.rfind([',', ';', '.', '(', ')']) {
                    Some(end) => clause = text[end + 1..].to_owned(),
                    None => clause.push_str(text),
                }
                continue;
            };
            clause.push_str(text);
            if is_money(cited) && promises_rate(&clause) && !clause.contains('%') {
                let message =
                    format!("nhãn tỷ lệ nhưng giá trị là tiền: «{}»", clause.trim_start());
                findings.push(
                    Finding::new("label-unit", Severity::Warning, message)
                        .at(place.clone())
                        .about(cited)
                        .with_hint("Gọi là giá trị giải ngân, hoặc nêu tỷ lệ bằng %."),
                );
            }
        }
    }
    findings
}

/// The same of an amount that was typed.
pub fn typed_money_called_rate(prose: &Prose) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for said in &sentence.figures {
            let money = said.quantity.unit.is_money() && said.is_value();
            let before = line.words(sentence.range.start..said.at.start);
            let start = before.rfind([',', ';', '.', '(', ')']).map_or(0, |at| at + 1);
            let clause = &before[start..];
            let counts = clause.contains(|c: char| c.is_ascii_digit());
            if !money || counts || !line.is_typed(&said.at) || !promises_rate(clause) {
                continue;
            }
            let whole = format!("{clause}{}", line.words(said.at.clone()));
            let message = format!("nhãn tỷ lệ nhưng giá trị là tiền: «{}»", whole.trim_start());
            findings.push(
                finding_at("label-unit", Severity::Warning, message, line, &said.at)
                    .with_hint("Gọi là giá trị giải ngân, hoặc nêu tỷ lệ bằng %."),
            );
        }
    }
    findings
}

fn is_money(cited: &Cited) -> bool {
    let quantity = cited.evidence.first().and_then(|evidence| evidence.quantity.as_ref());
    quantity.is_some_and(|quantity| quantity.unit.is_money())
}

fn promises_rate(clause: &str) -> bool {
    let label = clause.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '+'));
    // A plain letter folds to itself, and all the words begin with the same.
    if label.starts_with(|c: char| c.is_ascii_alphabetic() && !matches!(c, 't' | 'T')) {
        return false;
    }
    let label = fold(&label.chars().take(LONGEST_LABEL).collect::<String>());
    RATE_WORDS.iter().any(|word| label.starts_with(word))
}
