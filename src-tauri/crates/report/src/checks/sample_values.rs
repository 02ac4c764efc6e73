//! Sample values that the draft shows.

use std::collections::HashSet;

use tongket_model::State;

use crate::{Draft, Finding, Severity};

/// One note per assumed value, so that none can be taken for a real one.
pub fn sample_values(draft: &Draft) -> Vec<Finding> {
    let style = draft.facts().style();
    let mut seen = HashSet::new();
    let mut findings = Vec::new();
    for cited in draft.cited() {
        for evidence in cited.evidence.iter().filter(|e| e.state == State::Assumed) {
            let value = evidence.quantity.as_ref().map(|q| q.print(style)).unwrap_or_default();
            let period = evidence.period.map(|period| period.print(style)).unwrap_or_default();
            let what = [evidence.subject.as_str(), &period, &value];
            let what: Vec<&str> = what.into_iter().filter(|part| !part.is_empty()).collect();
            let message = format!("giá trị giả định: {}", what.join(", "));
            if seen.insert(message.clone()) {
                let finding = Finding::new("assumed-value", Severity::Note, message).about(cited);
                findings.push(Finding { indicator: evidence.indicator.clone(), ..finding });
            }
        }
    }
    findings
}
