//! Values that the draft asks for and the database does not hold.

use std::collections::HashSet;
use std::sync::Arc;

use crate::{Draft, Finding, Severity, Spot};

/// One finding per gap; the same gap in several places is one finding.
pub fn gaps(draft: &Draft) -> Vec<Finding> {
    let mut seen = HashSet::new();
    let mut findings = Vec::new();
    for placed in draft.gaps() {
        let message = placed.gap.text.trim_matches(['[', ']']).to_owned();
        if !seen.insert(message.clone()) {
            continue;
        }
        let finding = Finding::new(placed.gap.kind.code(), Severity::Warning, message)
            .with_hint(placed.gap.hint.clone())
            .with_spot(Spot::Gap(Arc::clone(placed.gap)));
        findings.push(finding.at(placed.place));
    }
    findings
}
