//! One row of what was concluded, with its parts by name.

use minijinja::Value;
use tongket_figures::{Style, days_phrase};
use tongket_model::{Assignee, CauseKind, Conclusion, ConclusionKind, Document, DocumentId, Role};

use super::super::hoi_nghi::full_name;
use super::TASKS;
use super::wanted::conference_of;
use crate::call::{Call, written_call};
use crate::objects::{Printable, Record, Rows};
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, Facts, GapKind};

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
    let counting_word = of.iter().map(|it| it.counting_word.as_str()).find(|it| !it.is_empty());
    Value::from_object(Rows {
        expression,
        items: of.iter().map(|it| record(call, it)).collect(),
        counting_word: counting_word.unwrap_or(word).to_owned(),
        when_empty,
        evidence: of.iter().map(|it| evidence(call.facts(), it)).collect(),
        unknown: None,
    })
}

/// `.noi_dung`, `.trich`, `.don_vi`, `.chu_tri`, `.phoi_hop`, `.nguoi_giao`, `.thoi_han`,
/// `.ngay_han` (a gap where no day is known), `.khan`, `.tinh_trang`, `.van_ban`, `.ket_qua`, `.nguyen_nhan`, `.giai_phap`, `.viec`, `.de_an`,
/// `.nguon`, `.nam_dich` (of an objective for one year), `.linh_vuc`, `.loai`.
pub(in super::super) fn record(call: &Call, it: &Conclusion) -> Value {
    let facts = call.facts();
    let evidence = vec![evidence(facts, it)];
    // An empty part is an empty text, so that a template can ask whether it is there.
    let said = |text: String| match text.as_str() {
        "" => Value::from(""),
        _ => Printable::value(words(call, text, evidence.clone())),
    };
    let list = |names: Vec<String>| said(names.join(", "));
    let assigner = it.assigner.and_then(|id| facts.body(id)).map(|body| body.name.clone());
    let document = it.document.and_then(|id| document_of(facts, id)).map(Document::title);
    let results: Vec<&str> = it.results.iter().map(|result| result.text.as_str()).collect();
    let state = match it.kind {
        ConclusionKind::Limitation => it.progress.overcome(),
        _ => it.progress.vietnamese(),
    };
    let is_goal = it.kind == ConclusionKind::Objective && it.covers.is_none();
    let horizon = if is_goal { it.year.to_string() } else { String::new() };
    let part = |function: &str, kind: &'static [ConclusionKind], word: &str| {
        let mut parts: Vec<&Conclusion> = facts
            .conclusions()
            .iter()
            .filter(|part| part.part_of == Some(it.id) && kind.contains(&part.kind))
            .collect();
        // Subjective causes come first.
        parts.sort_by_key(|part| part.cause == Some(CauseKind::Objective));
        let expression = written_call(function, [], [format!("thuoc={}", it.id.0)]);
        rows(call, expression, &parts, word, format!("chưa có {word}: {}", it.text))
    };
    let due = match it.deadline {
        Some(day) => said(day.print(facts.style())),
        None => {
            let words = format!("chưa có thời hạn cụ thể: {}", it.text);
            Printable::value(Slot::Gap(call.gap(GapKind::ToWrite, "thoi-han", &words).into()))
        }
    };
    Value::from_object(Record {
        parts: vec![
            ("noi_dung", said(it.text.clone())),
            ("trich", said(it.quote.clone())),
            ("don_vi", list(assignees(facts, it, None))),
            ("chu_tri", list(assignees(facts, it, Some(Role::Lead)))),
            ("phoi_hop", list(assignees(facts, it, Some(Role::Support)))),
            ("nguoi_giao", said(assigner.unwrap_or_default())),
            ("thoi_han", said(deadline(it, facts.style()))),
            ("ngay_han", due),
            ("khan", said(it.urgency.clone())),
            ("tinh_trang", said(state.to_owned())),
            ("van_ban", said(document.unwrap_or_default())),
            ("ket_qua", said(results.join("; "))),
            ("nguyen_nhan", part("nguyen_nhan", &[ConclusionKind::Cause], "nguyên nhân")),
            ("giai_phap", part("giai_phap", &[ConclusionKind::Solution], "giải pháp")),
            ("viec", part("nhiem_vu", TASKS, "nhiệm vụ")),
            ("de_an", part("de_an", &[ConclusionKind::Scheme], "đề án")),
            ("nguon", said(source(facts, it))),
            ("nam_dich", said(horizon)),
            ("linh_vuc", said(it.field.clone())),
            ("loai", said(it.kind.vietnamese().to_owned())),
        ],
        whole: words(call, it.text.clone(), evidence.clone()),
    })
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
        kind: EvidenceKind::Conclusion,
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
