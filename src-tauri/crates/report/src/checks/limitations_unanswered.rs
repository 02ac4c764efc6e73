//! Limitations of last year of which nobody said what became of them.

use tongket_model::ConclusionKind;
use tongket_template::Facts;

use crate::finding::Concern;
use crate::{Finding, Severity, Subject};

/// One finding for each, since each has to be answered; in a draft that speaks of limitations.
pub fn limitations_unanswered(facts: &dyn Facts) -> Vec<Finding> {
    let last_year = facts.year() - 1;
    let limitations = facts.conclusions().iter().filter(|it| it.kind == ConclusionKind::Limitation);
    limitations
        .filter(|it| it.year == last_year && it.is_unanswered())
        .map(|it| {
            let message =
                format!("Hạn chế năm {last_year} chưa nêu đã khắc phục đến đâu: «{}»", it.text);
            Finding::new("limitation-unanswered", Severity::Warning, message)
                .with_hint("Ghi đã khắc phục, đang khắc phục, hoặc chưa và vì sao.")
                .on(Subject::Conclusion(it.id))
                .concerning(Concern::Limitations)
        })
        .collect()
}
