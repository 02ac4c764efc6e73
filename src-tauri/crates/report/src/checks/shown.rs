//! Which stored things a draft prints: a finding about the data is told only with a draft that
//! speaks of them.

use std::collections::HashSet;

use tongket_model::{ConclusionId, ConclusionKind, ListId, Slug};
use tongket_template::EvidenceKind;

use crate::finding::Concern;
use crate::{Draft, Finding, Subject};

#[derive(Default)]
pub(super) struct Shown {
    targets: HashSet<Slug>,
    conclusions: HashSet<ConclusionId>,
    lists: HashSet<ListId>,
    has_limitations: bool,
}

impl Shown {
    pub fn of(draft: &Draft) -> Shown {
        let mut shown = Shown::default();
        for evidence in draft.cited().into_iter().flat_map(|cited| &cited.evidence) {
            match evidence.kind {
                EvidenceKind::Target => shown.targets.extend(evidence.indicator.clone()),
                EvidenceKind::Conclusion(id) => {
                    shown.conclusions.insert(id);
                }
                EvidenceKind::ListItem(list) => {
                    shown.lists.insert(list);
                }
                _ => {}
            }
        }
        let mut limitations = draft.facts().conclusions().iter();
        shown.has_limitations = limitations
            .any(|it| it.kind == ConclusionKind::Limitation && shown.conclusions.contains(&it.id));
        shown
    }

    pub fn concerns(&self, finding: &Finding) -> bool {
        match finding.concern {
            Concern::Everything => true,
            Concern::Target => match &finding.subject {
                Some(Subject::Indicator(slug)) => self.targets.contains(slug),
                Some(Subject::Conclusion(_) | Subject::List(_)) | None => true,
            },
            Concern::Limitations => self.has_limitations,
            Concern::Conclusion(id) => self.conclusions.contains(&id),
            Concern::List(id) => self.lists.contains(&id),
        }
    }
}
