//! One row of what was concluded, with its parts by name.

use std::sync::Arc;

use minijinja::Value;
use tongket_figures::{Style, days_phrase};
use tongket_model::{
    Assignee, CauseKind, Conclusion, ConclusionKind, Document, DocumentId, Progress, Role,
    TaskResult,
};

use super::super::hoi_nghi::full_name;
use super::wanted::conference_of;
use crate::call::{Call, written_call};
use crate::objects::{OnDemand, Printable, Rows};
use crate::slots::Slot;
use crate::units::units_below;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, Facts, Gap, GapKind};

/// Rows of conclusions, each with its parts by name.
pub(in super::super) fn sequence(
    call: &Call,
    of: &[&Conclusion],
    word: &str,
    when_empty: String,
) -> Value {
    rows(call, call.expression(), of, word, when_empty)
}

/// The same for rows that another call gives: the count of a group is asked for by itself when a
/// Word file is refreshed.
pub(in super::super) fn rows(
    call: &Call,
    expression: String,
    of: &[&Conclusion],
    word: &str,
    when_empty: String,
) -> Value {
    Source::of(call).rows(expression, of, word, when_empty)
}

pub(in super::super) fn record(call: &Call, it: &Conclusion) -> Value {
    Source::of(call).record(it)
}

/// What rows are made from: the facts, and the call that asked for them.
#[derive(Clone)]
struct Source {
    facts: Arc<dyn Facts>,
    expression: Arc<str>,
}

/// Of a row. `.ngay_han` is a gap where no day is known, `.tinh_trang` one for a limitation of which
/// nobody said what became of it, `.cu_the` one for a rule without a threshold. `.tien_do` counts
/// what is done of what the documents hold that the row carries out; `.nam_dich` is of an objective
/// for one year.
const PARTS: &[&str] = &[
    "noi_dung",
    "trich",
    "don_vi",
    "cu_the",
    "chu_tri",
    "phoi_hop",
    "nguoi_giao",
    "thoi_han",
    "ngay_han",
    "khan",
    "tinh_trang",
    "tien_do",
    "van_ban",
    "ket_qua",
    "nguyen_nhan",
    "giai_phap",
    "viec",
    "de_an",
    "nguon",
    "nam_dich",
    "linh_vuc",
    "loai",
];

impl Source {
    fn of(call: &Call) -> Source {
        Source { facts: Arc::clone(&call.context.facts), expression: call.expression().into() }
    }

    fn rows(
        &self,
        expression: String,
        of: &[&Conclusion],
        word: &str,
        when_empty: String,
    ) -> Value {
        let counting_word = of.iter().map(|it| it.counting_word.as_str()).find(|it| !it.is_empty());
        Value::from_object(Rows {
            expression,
            items: of.iter().map(|it| self.record(it)).collect(),
            counting_word: counting_word.unwrap_or(word).to_owned(),
            when_empty,
            evidence: of.iter().map(|it| evidence(&*self.facts, it)).collect(),
            unknown: None,
        })
    }

    fn record(&self, it: &Conclusion) -> Value {
        let (source, id) = (self.clone(), it.id);
        let make = move |name: &str| {
            let name = PARTS.iter().find(|known| **known == name)?;
            source.part(source.facts.conclusion(id)?, name)
        };
        let whole = self.words(it.text.clone(), vec![evidence(&*self.facts, it)]);
        Value::from_object(OnDemand { whole, names: PARTS, make: Box::new(make) })
    }

    fn part(&self, it: &Conclusion, name: &str) -> Option<Value> {
        let facts = &*self.facts;
        // An empty part is an empty text, so that a template can ask whether it is there.
        let said = |text: String| match text.as_str() {
            "" => Value::from(""),
            _ => Printable::value(self.words(text, vec![evidence(facts, it)])),
        };
        let list = |names: Vec<String>| said(names.join(", "));
        Some(match name {
            "noi_dung" => said(it.text.clone()),
            "trich" => said(it.quote.clone()),
            "don_vi" => list(assignees(facts, it, None)),
            "cu_the" => self.units_meant(it),
            "chu_tri" => list(assignees(facts, it, Some(Role::Lead))),
            "phoi_hop" => list(assignees(facts, it, Some(Role::Support))),
            "nguoi_giao" => {
                let assigner = it.assigner.and_then(|id| facts.body(id));
                said(assigner.map(|body| body.name.clone()).unwrap_or_default())
            }
            "thoi_han" => said(deadline(it, facts.style())),
            "ngay_han" => match it.deadline {
                Some(day) => said(day.print(facts.style())),
                None => self.gap("thoi-han", format!("chưa có thời hạn cụ thể: {}", it.text)),
            },
            "khan" => said(it.urgency.clone()),
            "tinh_trang" if it.is_unanswered() => {
                self.gap("khac-phuc", format!("chưa nêu đã khắc phục đến đâu: {}", it.text))
            }
            "tinh_trang" => said(it.progress_name().to_owned()),
            "tien_do" => said(done_of_basis(facts, it)),
            "van_ban" => {
                let document = it.document.and_then(|id| document_of(facts, id));
                said(document.map(Document::title).unwrap_or_default())
            }
            "ket_qua" => said(results(facts, it)),
            "nguyen_nhan" => self.parts(it, name, &[ConclusionKind::Cause], "nguyên nhân"),
            "giai_phap" => self.parts(it, name, &[ConclusionKind::Solution], "giải pháp"),
            "viec" => self.parts(it, "nhiem_vu", &ConclusionKind::TASKS, "nhiệm vụ"),
            "de_an" => self.parts(it, name, &[ConclusionKind::Scheme], "đề án"),
            "nguon" => said(source(facts, it)),
            "nam_dich" => {
                let is_goal = it.kind == ConclusionKind::Objective && it.covers.is_none();
                said(if is_goal { it.year.to_string() } else { String::new() })
            }
            "linh_vuc" => said(it.field.clone()),
            "loai" => said(it.kind.vietnamese().to_owned()),
            _ => return None,
        })
    }

    /// What is a part of the row; subjective causes come first.
    fn parts(
        &self,
        it: &Conclusion,
        function: &str,
        kinds: &'static [ConclusionKind],
        word: &str,
    ) -> Value {
        let mut parts = self.facts.parts_of(it.id);
        parts.retain(|part| kinds.contains(&part.kind));
        parts.sort_by_key(|part| part.cause == Some(CauseKind::Objective));
        let expression = written_call(function, [], [format!("thuoc={}", it.id.0)]);
        self.rows(expression, &parts, word, format!("chưa có {word}: {}", it.text))
    }

    /// The units that the rules among the assignees mean by the data; empty without a rule.
    fn units_meant(&self, it: &Conclusion) -> Value {
        let facts = &*self.facts;
        let mut names: Vec<&str> = Vec::new();
        for assignee in &it.assignees {
            let Assignee::Rule { text, indicator, below } = assignee else { continue };
            let of = indicator.and_then(|id| facts.indicator_of(id));
            let Some((of, below)) = of.zip(*below) else {
                return self.gap("nguong", format!("chưa có ngưỡng của «{text}»"));
            };
            let found = units_below(facts, of, it.year, below);
            names.extend(found.iter().map(|unit| unit.reporter.name.as_str()));
        }
        match names.as_slice() {
            [] => Value::from(""),
            names => Printable::value(self.words(names.join(", "), vec![evidence(facts, it)])),
        }
    }

    fn words(&self, text: String, evidence: Vec<Evidence>) -> Slot {
        let (kind, expression) = (CitedKind::Words, self.expression.to_string());
        Slot::Cited(Cited { kind, expression, text, evidence }.into())
    }

    fn gap(&self, subject: &str, words: String) -> Value {
        let gap = Gap {
            kind: GapKind::ToWrite,
            text: format!("[{words}]"),
            expression: self.expression.to_string(),
            subject: subject.to_owned(),
            hint: String::new(),
        };
        Printable::value(Slot::Gap(gap.into()))
    }
}

/// What came of it; a result without words is told by the document or the figure that shows it.
pub(in super::super) fn results(facts: &dyn Facts, it: &Conclusion) -> String {
    let told = |result: &TaskResult| {
        let document = result.document.and_then(|id| document_of(facts, id)).map(Document::title);
        let indicator = result.indicator.and_then(|id| facts.indicator_of(id));
        match result.text.as_str() {
            "" => document.or_else(|| Some(indicator?.name.clone())),
            text => Some(text.to_owned()),
        }
    };
    it.results.iter().filter_map(told).collect::<Vec<_>>().join("; ")
}

/// "3/7": how many of the tasks are done that stand in the documents which the row carries out;
/// empty when none do.
fn done_of_basis(facts: &dyn Facts, it: &Conclusion) -> String {
    if it.basis.is_empty() {
        return String::new();
    }
    let stands_there = |of: &&Conclusion| {
        of.id != it.id
            && of.kind.is_followed()
            && of.progress != Progress::Dropped
            && of.document.is_some_and(|document| it.basis.contains(&document))
    };
    let there: Vec<&Conclusion> = facts.conclusions().iter().filter(stands_there).collect();
    match there.iter().filter(|of| of.progress == Progress::Done).count() {
        _ if there.is_empty() => String::new(),
        done => format!("{done}/{}", there.len()),
    }
}

/// The document with its date, or the conference: "Chỉ thị 24-CT/TU, ngày 07/8/2023".
fn source(facts: &dyn Facts, it: &Conclusion) -> String {
    let style = facts.style();
    if let Some(document) = it.document.and_then(|id| document_of(facts, id)) {
        let day = document.date.map(|date| format!(", ngày {}", date.print(style)));
        return format!("{}{}", document.title(), day.unwrap_or_default());
    }
    match conference_of(facts, it) {
        Some(conference) => {
            let days = Some(days_phrase(&conference.days, style)).filter(|days| !days.is_empty());
            let days = days.map(|days| format!(", {days}")).unwrap_or_default();
            format!("{}{days}", full_name(conference, style))
        }
        None => String::new(),
    }
}

/// By role, or all; rules stand with those in the lead.
pub(in super::super) fn assignees(
    facts: &dyn Facts,
    it: &Conclusion,
    wanted: Option<Role>,
) -> Vec<String> {
    let name = |assignee: &Assignee| match assignee {
        Assignee::Body { body, role } if wanted.is_none_or(|wanted| wanted == *role) => {
            facts.body(*body).map(|body| body.name.clone())
        }
        Assignee::Rule { text, .. } if wanted != Some(Role::Support) => Some(text.clone()),
        _ => None,
    };
    it.assignees.iter().filter_map(name).collect()
}

/// The day, or the words where no day was set.
pub(in super::super) fn deadline(it: &Conclusion, style: &Style) -> String {
    match it.deadline {
        Some(day) => day.print(style),
        None => it.deadline_words.clone(),
    }
}

pub(in super::super) fn words(call: &Call, text: String, evidence: Vec<Evidence>) -> Slot {
    let (kind, expression) = (CitedKind::Words, call.expression());
    Slot::Cited(Cited { kind, expression, text, evidence }.into())
}

pub(in super::super) fn evidence(facts: &dyn Facts, it: &Conclusion) -> Evidence {
    let document = it.document.and_then(|id| document_of(facts, id)).map(Document::title);
    let subject = match document {
        Some(document) => format!("{} ({document})", it.kind.vietnamese()),
        None => it.kind.vietnamese().to_owned(),
    };
    Evidence {
        kind: EvidenceKind::Conclusion(it.id),
        subject,
        indicator: None,
        period: Some(tongket_figures::Period::Year(it.year)),
        quantity: None,
        origin: it.origin.clone(),
        state: it.state,
    }
}

pub(in super::super) fn document_of(facts: &dyn Facts, id: DocumentId) -> Option<&Document> {
    facts.documents().iter().find(|document| document.id == id)
}
