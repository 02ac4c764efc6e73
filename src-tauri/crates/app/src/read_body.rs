//! Reads a body on the facts of an office: what it prints where, what is missing, what is wrong.

mod chip;
mod finding;
mod offsets;

use std::ops::Range;
use std::sync::Arc;

use tongket_report::{Draft, Profile, ReportKind, Spot, check, mapped_draft};
use tongket_template::{Facts, FoldKind as MappedFoldKind, Gap, Mapped, Printed, TemplateError};

use crate::body_reading::{
    BodyError, BodyReading, FindingSeverity, FindingView, Fold, FoldKind, GapView, Section,
    SectionState,
};
use crate::plain::count;
use crate::read_prose::read_prose;
use chip::chip;
use finding::Places;
use offsets::Offsets;

/// Reads the body of `kind`, which may be that of a draft. What is missing is listed among the
/// gaps alone, not again among the findings.
pub fn read_body(kind: &ReportKind, profile: &Profile, facts: &Arc<dyn Facts>) -> BodyReading {
    let offsets = Offsets::of(&kind.body);
    match mapped_draft(kind, profile, facts) {
        Ok((draft, mapped)) => reading(&draft, &mapped, profile, &offsets),
        Err(error) => {
            BodyReading { error: Some(body_error(kind, &error, &offsets)), ..Default::default() }
        }
    }
}

fn reading(draft: &Draft, mapped: &Mapped, profile: &Profile, offsets: &Offsets) -> BodyReading {
    let body = &draft.kind.body;
    let places = Places::of(body, mapped, offsets);
    let mut sections = Sections::of(draft, mapped, profile);
    let gaps: Vec<GapView> = gaps(mapped)
        .map(|(gap, place)| {
            let section = sections.around(place.start);
            section.iter().for_each(|idx| sections.list[*idx].n_gaps += 1);
            let heading = section.map(|idx| sections.list[idx].title.clone());
            gap_view(gap, heading.unwrap_or_default(), offsets.range(place), draft.facts())
        })
        .collect();
    let mut findings: Vec<FindingView> = Vec::new();
    for finding in check(draft, read_prose) {
        if matches!(finding.spot, Some(Spot::Gap(_))) {
            continue;
        }
        let (mut view, place) = places.view(&finding);
        let section = place.and_then(|place| sections.around(place.start));
        if let Some(idx) = section {
            let section = &mut sections.list[idx];
            section.n_findings += u32::from(view.severity != FindingSeverity::Note);
            if view.heading.is_empty() {
                view.heading.clone_from(&section.title);
            }
        }
        findings.push(view);
    }
    BodyReading {
        error: None,
        chips: mapped.chips.iter().map(|of| chip(of, draft.facts(), offsets)).collect(),
        folds: mapped.folds.iter().map(|fold| self::fold(fold, offsets)).collect(),
        outline: sections.views(offsets),
        gaps,
        findings,
        figures: count(draft.n_figures()),
        table_figures: count(draft.n_table_figures()),
    }
}

fn fold(fold: &tongket_template::Fold, offsets: &Offsets) -> Fold {
    let (from, to) = offsets.range(&fold.range);
    let kind = match fold.kind {
        MappedFoldKind::Loop => FoldKind::Loop,
        MappedFoldKind::Condition => FoldKind::Condition,
        MappedFoldKind::Setting => FoldKind::Setting,
        MappedFoldKind::Comment => FoldKind::Comment,
        MappedFoldKind::Macro => FoldKind::Macro,
    };
    Fold { from, to, kind, label: fold.label.clone(), result: fold.result.clone() }
}

/// Every gap of the text and its tables with the tag that printed it.
fn gaps(mapped: &Mapped) -> impl Iterator<Item = (&Gap, &Range<usize>)> {
    mapped.values.iter().flat_map(|(printed, place)| {
        let gaps = match printed {
            Printed::Gap(gap) => std::slice::from_ref(gap),
            Printed::Table(table) => table.gaps.as_slice(),
            Printed::Text(_) | Printed::Cited(_) | Printed::List => &[],
        };
        gaps.iter().map(move |gap| (&**gap, place))
    })
}

fn gap_view(gap: &Gap, heading: String, (from, to): (u32, u32), facts: &dyn Facts) -> GapView {
    GapView {
        kind: gap.kind.code().to_owned(),
        text: gap.text.clone(),
        subject: gap.subject.clone(),
        hint: gap.hint.clone(),
        heading,
        from,
        to,
        indicator: facts.indicator(&gap.subject).map(|of| of.slug.to_string()),
    }
}

/// The sections of a body with what stands in them.
struct Sections {
    list: Vec<Counted>,
}

struct Counted {
    level: u8,
    number: String,
    title: String,
    range: Range<usize>,
    n_gaps: u32,
    n_findings: u32,
}

impl Sections {
    fn of(draft: &Draft, mapped: &Mapped, profile: &Profile) -> Sections {
        let headings = draft.outline(profile);
        let start = |block_idx: usize| mapped.block_places.get(block_idx).map_or(0, |p| p.start);
        let mut list: Vec<Counted> = Vec::with_capacity(headings.len());
        // Sections whose end is not known yet, outermost first.
        let mut open: Vec<usize> = Vec::new();
        for heading in headings {
            let from = start(heading.block_idx);
            while let Some(idx) = open.pop_if(|idx| list[*idx].level >= heading.level) {
                list[idx].range.end = from.max(list[idx].range.start);
            }
            open.push(list.len());
            list.push(Counted {
                level: heading.level,
                number: heading.number,
                title: heading.title,
                range: from..draft.kind.body.len(),
                n_gaps: 0,
                n_findings: 0,
            });
        }
        Sections { list }
    }

    /// The innermost section around a byte of the body.
    fn around(&self, at: usize) -> Option<usize> {
        // Headings of a loop stand on the same places again and again; the last is as good.
        let before = self.list.iter().enumerate().filter(|(_, section)| section.range.start <= at);
        before.max_by_key(|(_, section)| section.range.start).map(|(idx, _)| idx)
    }

    /// Each section with its own numbers, and the state of everything down to the next section of
    /// its level.
    fn views(self, offsets: &Offsets) -> Vec<Section> {
        let mut views: Vec<Section> =
            self.list.into_iter().map(|section| section.view(offsets)).collect();
        // The worst state below each level, from the end on.
        let mut below = [SectionState::Good; 6];
        for section in views.iter_mut().rev() {
            let level = usize::from(section.level.min(4));
            let worst = below[level + 1..].iter().copied().max();
            section.state = section.state.max(worst.unwrap_or(SectionState::Good));
            below[level + 1..].fill(SectionState::Good);
            below[level] = below[level].max(section.state);
        }
        views
    }
}

impl Counted {
    fn view(self, offsets: &Offsets) -> Section {
        let (from, to) = offsets.range(&self.range);
        Section {
            level: self.level,
            number: self.number,
            title: self.title,
            from,
            to,
            gaps: self.n_gaps,
            findings: self.n_findings,
            state: match (self.n_gaps, self.n_findings) {
                (0, 0) => SectionState::Good,
                (_, 0) => SectionState::Gaps,
                _ => SectionState::Findings,
            },
        }
    }
}

/// The line under the type name is a template of its own, which has no place in the body.
fn body_error(kind: &ReportKind, error: &TemplateError, offsets: &Offsets) -> BodyError {
    let place = error.place.as_ref();
    let (line, column) = place.map_or((1, 1), |place| (count(place.line), count(place.column)));
    if error.template != kind.slug {
        let message = format!("Trích yếu, cột {column}: {}", error.message);
        return BodyError { message, line: 1, column: 1, from: 0, to: 0 };
    }
    let (from, to) = place.map_or((0, 0), |place| offsets.range(&place.range));
    BodyError { message: error.message.clone(), line, column, from, to }
}
