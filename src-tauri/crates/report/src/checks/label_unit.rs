//! Labels that say "tỷ lệ" while the unit is something else.

use tongket_figures::{Base, fold};
use tongket_template::{Facts, Inline};

use crate::{Draft, Finding, Severity};

/// Words that promise a rate.
const RATE_WORDS: [&str; 3] = ["ty le", "ty trong", "toc do"];

/// Indicators whose name promises a rate but whose unit is money or a count.
pub fn rate_with_other_unit(facts: &dyn Facts) -> Vec<Finding> {
    let mismatched = facts.indicators().iter().filter(|indicator| {
        let name = fold(&indicator.name);
        let promises = RATE_WORDS.iter().any(|word| name.starts_with(word));
        promises && (indicator.unit.is_money() || indicator.unit.is_count())
    });
    mismatched
        .map(|indicator| {
            let message = format!(
                "nhãn và đơn vị lệch: «{}» nhưng đơn vị là {}",
                indicator.name, indicator.unit
            );
            Finding::new("label-unit", Severity::Warning, message)
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
            match inline {
                Inline::Cited { cited, .. } => {
                    let is_money = cited.evidence.first().and_then(|e| e.quantity.as_ref());
                    let is_money = is_money
                        .is_some_and(|q| matches!(q.unit.base(), Base::Dong | Base::UsDollar));
                    let whole = fold(&format!("{clause}{}", cited.text));
                    let label = whole.trim_start_matches([' ', '-', '+']);
                    let promises = RATE_WORDS.iter().any(|word| label.starts_with(word));
                    if is_money && promises && !cited.text.contains('%') && !clause.contains('%') {
                        let message = format!(
                            "nhãn tỷ lệ nhưng giá trị là tiền: «{}{}»",
                            clause.trim(),
                            cited.text
                        );
                        findings.push(
                            Finding::new("label-unit", Severity::Warning, message)
                                .at(place.clone())
                                .with_hint("Gọi là giá trị giải ngân, hoặc nêu tỷ lệ bằng %."),
                        );
                    }
                    clause.push_str(&cited.text);
                }
                other => {
                    let text = other.text();
                    match text.rfind([',', ';', '.', ':', '(', ')']) {
                        Some(end) => clause = text[end + 1..].to_owned(),
                        None => clause.push_str(text),
                    }
                }
            }
        }
    }
    findings
}
