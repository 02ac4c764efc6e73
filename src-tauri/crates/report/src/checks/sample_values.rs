//! Sample values that the draft shows.

use std::collections::{BTreeMap, HashSet};

use tongket_model::State;
use tongket_template::EvidenceKind;

use crate::{Draft, Finding, Severity, Subject};

/// One note per assumed value, so that none can be taken for a real one; what units reported is
/// told together, by indicator and kind of value.
pub fn sample_values(draft: &Draft) -> Vec<Finding> {
    let style = draft.facts().style();
    let mut seen = HashSet::new();
    let mut findings = Vec::new();
    let mut of_units = BTreeMap::new();
    for cited in draft.cited() {
        for evidence in cited.evidence.iter().filter(|e| e.state == State::Assumed) {
            if let (EvidenceKind::Reported(measure), Some(of)) =
                (&evidence.kind, &evidence.indicator)
            {
                let (units, _) =
                    of_units.entry((of, *measure)).or_insert_with(|| (HashSet::new(), cited));
                units.insert(&evidence.subject);
                continue;
            }
            let value = evidence.quantity.as_ref().map(|q| q.print(style)).unwrap_or_default();
            let period = evidence.period.map(|period| period.print(style)).unwrap_or_default();
            let what = [evidence.subject.as_str(), &period, &value];
            let what: Vec<&str> = what.into_iter().filter(|part| !part.is_empty()).collect();
            let message = format!("giá trị giả định: {}", what.join(", "));
            if seen.insert(message.clone()) {
                let finding = Finding::new("assumed-value", Severity::Note, message).about(cited);
                findings.push(Finding {
                    subject: evidence.indicator.clone().map(Subject::Indicator),
                    ..finding
                });
            }
        }
    }
    for ((slug, measure), (units, cited)) in of_units {
        let of = draft.facts().indicator(slug.as_str());
        let name = of.map_or_else(|| slug.to_string(), |of| of.name_in_sentence());
        let (n_units, what) = (units.len(), measure.vietnamese());
        let message = format!("giá trị giả định: {name} ({what}) của {n_units} đơn vị");
        let finding = Finding::new("assumed-value", Severity::Note, message).about(cited);
        findings.push(finding.of(slug));
    }
    findings
}
