//! The register as sequences: `van_ban(thuc_hien="24-CT/TU")`; and the opinions on a draft.

use minijinja::Value;
use tongket_figures::same_name;
use tongket_model::{Document, DocumentEvent, DocumentState, RelationKind, is_within_field};

use super::conclusions::{document_meant, rows};
use super::dan_van_ban::{evidence, mention};
use super::hoi_nghi::conference_meant;
use crate::call::{Call, quoted, written_call};
use crate::objects::{Printable, Record, Rows};
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Block, Cited, CitedKind, Column, Facts, GapKind, Row, RowKind, Table, TableCell};

/// Documents by `loai=`, `tinh_trang=`, `nam=` (of their date), `hoi_nghi=`, `linh_vuc=`,
/// `thuc_hien=` (what they carry out) and `can_cu_cua=` (what carries them out), the oldest first.
/// Each has `.dan`, `.loai`, `.so`, `.ngay`, `.co_quan`, `.trich_yeu`, `.tinh_trang`, `.noi_dung`,
/// `.thuc_hien`, `.trien_khai`, `.tien_trinh`.
pub fn van_ban(call: &Call) -> Outcome {
    const STATES: [(&str, DocumentState); 2] =
        [("chờ ban hành", DocumentState::Pending), ("đã ban hành", DocumentState::Issued)];
    let state = call.choice("tinh_trang", &STATES.map(|(word, _)| word))?;
    let state = STATES.iter().find(|(word, _)| Some(*word) == state).map(|(_, state)| *state);
    let (kind, field) = (call.text_option("loai")?, call.text_option("linh_vuc")?);
    let (carried_out, basis_of) = (call.text_option("thuc_hien")?, call.text_option("can_cu_cua")?);
    let year = match call.option::<i32>("nam")? {
        Some(_) => Some(call.year()?),
        None => None,
    };
    let facts = call.facts();
    let held = |name: String| conference_meant(facts, &name, facts.year()).map(|it| it.id);
    let conference = call.text_option("hoi_nghi")?.map(held);
    let meant = |name: &Option<String>| name.as_ref().map(|name| document_meant(facts, name));
    let (whole, part) = (meant(&carried_out), meant(&basis_of));
    let carries_out = |document: &Document, other: Option<&Document>| {
        other.is_some_and(|other| document.relations.iter().any(|to| is_implemented(to, other)))
    };
    let wanted = |document: &&Document| {
        state.is_none_or(|state| document.state == state)
            && kind.as_ref().is_none_or(|kind| same_name(&document.kind, kind))
            && field.as_ref().is_none_or(|field| is_within_field(&document.field, field))
            && year.is_none_or(|year| document.date.is_some_and(|date| date.year() == year))
            && conference.is_none_or(|held| held.is_some() && document.conference == held)
            && whole.is_none_or(|whole| carries_out(document, whole))
            && part.is_none_or(|part| part.is_some_and(|part| carries_out(part, Some(document))))
    };
    let mut found: Vec<&Document> = facts.documents().iter().filter(wanted).collect();
    found.sort_by_key(|document| (document.date.is_none(), document.date, document.id));
    let word = kind.unwrap_or_else(|| "văn bản".to_owned());
    let mut items = Vec::with_capacity(found.len());
    for document in &found {
        items.push(record(call, document)?);
    }
    Ok(Value::from_object(Rows {
        expression: call.expression(),
        items,
        counting_word: word.to_lowercase(),
        when_empty: format!("chưa có {}", word.to_lowercase()),
        evidence: found.iter().map(|document| evidence(document)).collect(),
        unknown: None,
    }))
}

fn record(call: &Call, document: &Document) -> Outcome<Value> {
    let facts = call.facts();
    // An empty part is an empty text, so that a template can ask whether it is there.
    let said = |text: String| match text.as_str() {
        "" => Value::from(""),
        _ => Printable::value(words(call, document, text)),
    };
    let date = match document.date {
        Some(date) => date.print(&call.style()?),
        None => document.date_words.clone(),
    };
    let event = |event: &DocumentEvent| {
        let day = event.date.map(|day| format!(" ngày {}", day.print(facts.style())));
        let note = Some(&event.note).filter(|note| !note.is_empty());
        let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{}{}{note}", event.kind.vietnamese(), day.unwrap_or_default())
    };
    let events: Vec<String> = document.events.iter().map(event).collect();
    let name = document.name_among(facts.documents());
    let others = |items: Vec<Value>, option: &str| {
        Value::from_object(Rows {
            expression: written_call("van_ban", [], [format!("{option}={}", quoted(&name))]),
            items,
            counting_word: "văn bản".to_owned(),
            when_empty: format!("chưa có văn bản: {}", document.title()),
            evidence: vec![evidence(document)],
            unknown: None,
        })
    };
    let carried_out = |it: &&Document| document.relations.iter().any(|to| is_implemented(to, it));
    let carrying_out = |it: &&Document| it.relations.iter().any(|to| is_implemented(to, document));
    let mentions = |wanted: &dyn Fn(&&Document) -> bool| -> Outcome<Vec<Value>> {
        let mut items = Vec::new();
        for of in facts.documents().iter().filter(|it| wanted(it)) {
            items.push(Printable::value(citation(call, of)?));
        }
        Ok(items)
    };
    let concluded: Vec<_> =
        facts.conclusions().iter().filter(|it| it.document == Some(document.id)).collect();
    let empty = format!("chưa có nội dung của {}", document.title());
    let within = written_call("ket_luan", [], [format!("trong={}", quoted(&name))]);
    let dan = citation(call, document)?;
    Ok(Value::from_object(Record {
        parts: vec![
            ("dan", Printable::value(dan.clone())),
            ("loai", said(document.kind.clone())),
            ("so", said(document.number.clone())),
            ("ngay", said(date)),
            ("co_quan", said(document.issuer.clone())),
            ("trich_yeu", said(document.subject.clone())),
            ("tinh_trang", said(document.state.vietnamese().to_owned())),
            ("noi_dung", rows(call, within, &concluded, "nội dung", empty)),
            ("thuc_hien", others(mentions(&carried_out)?, "can_cu_cua")),
            ("trien_khai", others(mentions(&carrying_out)?, "thuc_hien")),
            ("tien_trinh", said(events.join("; "))),
        ],
        whole: dan,
        asked_as: Some(name),
    }))
}

fn is_implemented(relation: &tongket_model::DocumentRelation, document: &Document) -> bool {
    relation.kind == RelationKind::Implements && relation.to == document.id
}

fn citation(call: &Call, document: &Document) -> Outcome<Slot> {
    let (kind, text) = (CitedKind::Citation, mention(call, document)?);
    let name = document.name_among(call.facts().documents());
    let expression = written_call("dan_van_ban", [quoted(&name)], []);
    Ok(Slot::Cited(Cited { kind, expression, text, evidence: vec![evidence(document)] }.into()))
}

fn words(call: &Call, document: &Document, text: String) -> Slot {
    let (kind, expression) = (CitedKind::Words, call.expression());
    Slot::Cited(Cited { kind, expression, text, evidence: vec![evidence(document)] }.into())
}

/// The opinions on a draft, with what was taken over and what was explained: on a line of its own.
pub fn bang_y_kien(call: &Call) -> Outcome {
    let name = call.text_arg(0, "tên hoặc số văn bản")?;
    let facts = call.facts();
    let Some(document) = document_meant(facts, &name) else {
        let words = format!("chưa có văn bản «{name}»");
        return Err(call.gap(GapKind::MissingDocument, &name, &words).into());
    };
    if document.opinions.is_empty() {
        let words = format!("chưa có ý kiến góp ý: {}", document.title());
        return Err(call.gap(GapKind::MissingList, &name, &words).into());
    }
    let column = |key: &str, heading: &str, weight, numeric| Column {
        key: key.to_owned(),
        headings: vec![heading.to_owned()],
        weight,
        numeric,
    };
    let row = |(idx, opinion): (usize, &tongket_model::Opinion)| {
        let body = opinion.body.and_then(|body| facts.body(body));
        let answer = match opinion.answer {
            None => "chưa trả lời".to_owned(),
            Some(answer) if opinion.answer_text.is_empty() => answer.vietnamese().to_owned(),
            Some(answer) => format!("{}: {}", answer.vietnamese(), opinion.answer_text),
        };
        let body = body.map(|body| body.name.clone()).unwrap_or_default();
        let cells = [(idx + 1).to_string(), body, opinion.text.clone(), answer];
        let cells = cells.into_iter().map(TableCell::Text).collect();
        Row { key: idx.to_string(), kind: RowKind::Body, cells }
    };
    let table = Table {
        expression: call.expression(),
        columns: vec![
            column("tt", "TT", 12, true),
            column("co-quan", "Cơ quan góp ý", 40, false),
            column("y-kien", "Nội dung góp ý", 70, false),
            column("tra-loi", "Tiếp thu, giải trình", 60, false),
        ],
        rows: document.opinions.iter().enumerate().map(row).collect(),
        cited: Vec::new(),
        gaps: Vec::new(),
    };
    Ok(Printable::value(Slot::Block(Block::Table(std::sync::Arc::new(table)))))
}

/// Reviews that fall into `nam=`, what carries out another such document left to its review: each has `.van_ban`, `.viec`, `.khi`, `.tinh_trang`.
pub fn lich_so_ket(call: &Call) -> Outcome {
    let year = call.year()?;
    let facts: &dyn Facts = call.facts();
    let mut items = Vec::new();
    let mut of = Vec::new();
    let due = |document: &Document| -> Vec<_> {
        let mut reviews = document.reviews();
        reviews.retain(|review| (review.from.0..=review.until.0).contains(&year));
        reviews
    };
    for document in facts.documents() {
        let carries_out =
            |other: &Document| document.relations.iter().any(|to| is_implemented(to, other));
        if facts.documents().iter().any(|other| carries_out(other) && !due(other).is_empty()) {
            continue;
        }
        for review in due(document) {
            let half = |(year, half): (i32, u8)| {
                format!("{} năm {year}", if half == 1 { "6 tháng đầu" } else { "6 tháng cuối" })
            };
            let when = match review.from.0 == review.until.0 {
                true => format!("năm {}", review.from.0),
                false => format!("từ {} đến {}", half(review.from), half(review.until)),
            };
            let said = |text: String| Printable::value(words(call, document, text));
            let state = if review.is_done { "đã tổ chức" } else { "chưa tổ chức" };
            let cited = mention(call, document)?;
            let task = review.kind.vietnamese();
            items.push(Value::from_object(Record {
                whole: words(call, document, format!("{task} việc thực hiện {cited}: {when}")),
                asked_as: None,
                parts: vec![
                    ("van_ban", said(cited.clone())),
                    ("viec", said(task.to_owned())),
                    ("khi", said(when)),
                    ("tinh_trang", said(state.to_owned())),
                ],
            }));
            of.push(evidence(document));
        }
    }
    Ok(Value::from_object(Rows {
        expression: call.expression(),
        items,
        counting_word: "cuộc".to_owned(),
        when_empty: format!("năm {year} không có văn bản đến kỳ sơ kết, tổng kết"),
        evidence: of,
        unknown: None,
    }))
}
