//! Findings with their places in a body and the repairs that need no looking.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use tongket_report::{Finding, Severity, Spot, Subject, Typed};
use tongket_template::{Cited, FoldKind, Mapped, Printed};

use super::offsets::Offsets;
use crate::body_reading::{FindingSeverity, FindingView, Repair};

/// Where the values of a body stand.
pub(super) struct Places<'b> {
    body: &'b str,
    mapped: &'b Mapped,
    offsets: &'b Offsets,
    /// The tag that printed each value, by the value itself.
    values: HashMap<*const Cited, &'b Range<usize>>,
}

impl<'b> Places<'b> {
    pub fn of(body: &'b str, mapped: &'b Mapped, offsets: &'b Offsets) -> Places<'b> {
        let mut values = HashMap::new();
        for (printed, place) in &mapped.values {
            let cited = match printed {
                Printed::Cited(cited) => std::slice::from_ref(cited),
                Printed::Table(table) => table.cited.as_slice(),
                Printed::Text(_) | Printed::Gap(_) | Printed::List => &[],
            };
            for cited in cited {
                values.entry(Arc::as_ptr(cited)).or_insert(place);
            }
        }
        Places { body, mapped, offsets, values }
    }

    /// The finding with the bytes it stands on, when it has a place in the body.
    pub fn view(&self, finding: &Finding) -> (FindingView, Option<Range<usize>>) {
        let mut view = FindingView::from(finding);
        let block = finding
            .place
            .as_ref()
            .and_then(|place| self.mapped.block_places.get(place.block.checked_sub(1)?));
        let mut place = block.cloned();
        match &finding.spot {
            Some(Spot::Value(cited)) => {
                place = self.place_of(cited).cloned().or(place);
            }
            Some(Spot::Typed(typed)) => {
                let behind = typed.behind.as_ref().and_then(|behind| self.place_of(behind));
                if let Some(range) = self.typed(typed, block) {
                    let (from, to) = self.offsets.range(&range);
                    view.repair = typed.repair.as_ref().map(|repair| {
                        let (label, insert) = (repair.label.clone(), repair.insert.clone());
                        Repair { label, from, to, insert }
                    });
                    place = Some(range);
                } else {
                    place = behind.cloned().or(place);
                }
            }
            Some(Spot::Gap(_)) | None => {}
        }
        if let Some(place) = &place {
            let (from, to) = self.offsets.range(place);
            (view.from, view.to) = (Some(from), Some(to));
        }
        (view, place)
    }

    fn place_of(&self, cited: &Arc<Cited>) -> Option<&'b Range<usize>> {
        self.values.get(&Arc::as_ptr(cited)).copied()
    }

    /// Where the words were typed, when there can be no doubt: directly behind their value, in text
    /// that stands once in their block, or themselves once there. Inside of a loop or a macro they
    /// belong to many values.
    fn typed(&self, typed: &Typed, block: Option<&Range<usize>>) -> Option<Range<usize>> {
        let start = match &typed.behind {
            Some(behind) => {
                let value = self.place_of(behind)?;
                let rest = self.body.get(value.end..)?;
                let rest = rest.split("{{").next()?.split("{%").next()?;
                value.end + rest.find(&typed.words)?
            }
            None => {
                let block = block?;
                let source = self.body.get(block.clone())?;
                let of_run = only_place(source, &typed.run).map(|run| run + typed.offset);
                block.start + of_run.or_else(|| only_place(source, &typed.words))?
            }
        };
        let range = start..start + typed.words.len();
        let shared = self.mapped.folds.iter().any(|fold| {
            matches!(fold.kind, FoldKind::Loop | FoldKind::Macro | FoldKind::Comment)
                && fold.range.start < range.start
                && range.end < fold.range.end
        });
        (!shared).then_some(range)
    }
}

/// Where `words` stand when they stand there once.
fn only_place(source: &str, words: &str) -> Option<usize> {
    let mut found = source.match_indices(words).map(|(start, _)| start);
    let start = found.next().filter(|_| !words.is_empty())?;
    found.next().is_none().then_some(start)
}

/// Without a place in the body.
impl From<&Finding> for FindingView {
    fn from(finding: &Finding) -> FindingView {
        let (mut indicator, mut conclusion, mut list) = (None, None, None);
        match &finding.subject {
            Some(Subject::Indicator(slug)) => indicator = Some(slug.to_string()),
            Some(Subject::Conclusion(id)) => conclusion = u32::try_from(id.0).ok(),
            Some(Subject::List(id)) => list = u32::try_from(id.0).ok(),
            None => {}
        }
        FindingView {
            code: finding.code.to_owned(),
            severity: match finding.severity {
                Severity::Error => FindingSeverity::Error,
                Severity::Warning => FindingSeverity::Warning,
                Severity::Note => FindingSeverity::Note,
            },
            message: finding.message.clone(),
            hint: finding.hint.clone(),
            values: finding.values.clone(),
            heading: finding
                .place
                .as_ref()
                .map(|place| place.heading.to_string())
                .unwrap_or_default(),
            from: None,
            to: None,
            indicator,
            conclusion,
            list,
            repair: None,
        }
    }
}
