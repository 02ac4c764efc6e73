//! What was concluded, as sequences: `nhiem_vu(don_vi="Ban Tổ chức Thành ủy")`, and grouped by whom
//! it was given to or what it is about. The filters are the same for all.

use minijinja::Value;
use tongket_figures::{Style, same_name};
use tongket_model::{
    Assignee, CauseKind, Conclusion, ConclusionKind, Conference, Document, Progress, Role,
};

use super::hoi_nghi::called;
use crate::call::Call;
use crate::objects::{Printable, Record, Rows};
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, Facts};

/// Which conclusions a call asks for.
pub(super) struct Wanted {
    kinds: &'static [ConclusionKind],
    pub year: i32,
    pub field: Option<String>,
    assignee: Option<String>,
    assigner: Option<String>,
    document: Option<String>,
    conference: Option<String>,
    progress: Option<Progress>,
    cause: Option<CauseKind>,
    /// Only those that are no part of another one.
    whole: bool,
}

impl Wanted {
    /// By `nam=`, `linh_vuc=`, `don_vi=`, `nguoi_giao=`, `van_ban=`, `hoi_nghi=`, `tinh_trang=`,
    /// `loai=`.
    pub fn read(call: &Call, kinds: &'static [ConclusionKind]) -> Outcome<Wanted> {
        const STATES: [(&str, Progress); 3] =
            [("chưa", Progress::Open), ("đang", Progress::Doing), ("xong", Progress::Done)];
        const CAUSES: [(&str, CauseKind); 2] =
            [("chủ quan", CauseKind::Subjective), ("khách quan", CauseKind::Objective)];
        let state = call.choice("tinh_trang", &STATES.map(|(word, _)| word))?;
        let cause = call.choice("loai", &CAUSES.map(|(word, _)| word))?;
        Ok(Wanted {
            kinds,
            year: call.year()?,
            field: call.text_option("linh_vuc")?,
            assignee: call.text_option("don_vi")?,
            assigner: call.text_option("nguoi_giao")?,
            document: call.text_option("van_ban")?,
            conference: call.text_option("hoi_nghi")?,
            progress: STATES.iter().find(|(word, _)| Some(*word) == state).map(|(_, it)| *it),
            cause: CAUSES.iter().find(|(word, _)| Some(*word) == cause).map(|(_, it)| *it),
            whole: false,
        })
    }

    /// Whether it asks for what lists do not know: they have a year and a field only.
    pub fn is_narrow(&self) -> bool {
        let named = [&self.assignee, &self.assigner, &self.document, &self.conference];
        named.iter().any(|name| name.is_some()) || self.progress.is_some() || self.cause.is_some()
    }

    pub fn of<'f>(&self, facts: &'f dyn Facts) -> Vec<&'f Conclusion> {
        facts.conclusions().iter().filter(|it| self.fits(facts, it)).collect()
    }

    fn fits(&self, facts: &dyn Facts, it: &Conclusion) -> bool {
        let (first, last) = it.years();
        let same =
            |asked: &Option<String>, fits: &dyn Fn(&str) -> bool| asked.as_deref().is_none_or(fits);
        self.kinds.contains(&it.kind)
            && (first..=last).contains(&self.year)
            && self.field.as_ref().is_none_or(|field| it.field == *field)
            && self.progress.is_none_or(|progress| it.progress == progress)
            && self.cause.is_none_or(|cause| it.cause == Some(cause))
            && !(self.whole && it.part_of.is_some())
            && same(&self.assignee, &|name| is_given_to(facts, it, name))
            && same(&self.assigner, &|name| {
                it.assigner.is_some_and(|body| is_body(facts, body, name))
            })
            && same(&self.document, &|name| {
                let stands_in = it.document.is_some_and(|id| is_document(facts, id, name));
                stands_in || it.basis.iter().any(|id| is_document(facts, *id, name))
            })
            && same(&self.conference, &|name| {
                let of = conference_of(facts, it);
                of.is_some_and(|of| called(of, name))
            })
    }
}

fn is_given_to(facts: &dyn Facts, it: &Conclusion, name: &str) -> bool {
    it.assignees.iter().any(|assignee| match assignee {
        Assignee::Body { body, .. } => is_body(facts, *body, name),
        Assignee::Rule { text, .. } => same_name(text, name),
    })
}

fn is_body(facts: &dyn Facts, id: tongket_model::BodyId, name: &str) -> bool {
    facts.body(id).is_some_and(|body| {
        same_name(&body.name, name) || body.aliases.iter().any(|alias| same_name(alias, name))
    })
}

fn is_document(facts: &dyn Facts, id: tongket_model::DocumentId, name: &str) -> bool {
    document_of(facts, id).is_some_and(|document| {
        let others = document.aliases.iter().map(String::as_str);
        [document.number.as_str(), &document.title(), &document.subject]
            .into_iter()
            .chain(others)
            .any(|known| !known.is_empty() && same_name(known, name))
    })
}

fn document_of(facts: &dyn Facts, id: tongket_model::DocumentId) -> Option<&Document> {
    facts.documents().iter().find(|document| document.id == id)
}

fn conference_of<'f>(facts: &'f dyn Facts, it: &Conclusion) -> Option<&'f Conference> {
    facts.conferences().iter().find(|conference| Some(conference.id) == it.conference)
}

const TASKS: &[ConclusionKind] = &[ConclusionKind::Task, ConclusionKind::Instruction];

/// Mục tiêu that hold for `nam=`.
pub fn muc_tieu(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Objective], "mục tiêu")
}

/// Đề án that hold for `nam=`.
pub fn de_an(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Scheme], "đề án")
}

/// Nội dung ủy quyền of `nam=`.
pub fn uy_quyen(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Delegation], "nội dung ủy quyền")
}

/// Cam kết of units in words, of `nam=`.
pub fn cam_ket(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Commitment], "cam kết")
}

/// Yêu cầu, gợi ý of `nam=`.
pub fn yeu_cau(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Request], "yêu cầu")
}

/// Kiến nghị of `nam=`.
pub fn kien_nghi(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Proposal], "kiến nghị")
}

/// Đánh giá and what else was stated, of `nam=`.
pub fn danh_gia(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Assessment, ConclusionKind::Statement], "nhận định, đánh giá")
}

fn of_kinds(call: &Call, kinds: &'static [ConclusionKind], word: &str) -> Outcome {
    let wanted = Wanted::read(call, kinds)?;
    let found = wanted.of(call.facts());
    let empty = format!("chưa có {word} năm {}", wanted.year);
    Ok(sequence(call, &found, word, empty))
}

/// The tasks by whom they were given to: each group has `.ten` and `.viec`. A task of several
/// bodies stands with each of them.
pub fn theo_don_vi(call: &Call) -> Outcome {
    let wanted = Wanted { whole: true, ..Wanted::read(call, TASKS)? };
    let facts = call.facts();
    let mut groups: Vec<(String, Vec<&Conclusion>)> = Vec::new();
    for it in wanted.of(facts) {
        let names = assignees(facts, it, None);
        let names =
            if names.is_empty() { vec!["Các cơ quan, đơn vị".to_owned()] } else { names };
        for name in names {
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, tasks)) => tasks.push(it),
                None => groups.push((name, vec![it])),
            }
        }
    }
    Ok(grouped(call, groups, format!("chưa có nhiệm vụ nào được giao năm {}", wanted.year)))
}

/// The tasks of a conference by its topics: each group has `.ten` and `.viec`; what belongs to
/// none comes first, under an empty name.
pub fn theo_chu_de(call: &Call) -> Outcome {
    let wanted = Wanted { whole: true, ..Wanted::read(call, TASKS)? };
    let facts = call.facts();
    let found = wanted.of(facts);
    let mut groups: Vec<(String, Vec<&Conclusion>)> = Vec::new();
    let general: Vec<_> = found.iter().copied().filter(|it| it.topic.is_none()).collect();
    if !general.is_empty() {
        groups.push((String::new(), general));
    }
    let mut conferences: Vec<&Conference> = Vec::new();
    for conference in found.iter().filter_map(|it| conference_of(facts, it)) {
        if !conferences.iter().any(|known| known.id == conference.id) {
            conferences.push(conference);
        }
    }
    for conference in conferences {
        for (topic, name) in (0_u32..).zip(&conference.topics) {
            let of_topic = found
                .iter()
                .copied()
                .filter(|it| it.conference == Some(conference.id) && it.topic == Some(topic));
            groups.push((name.clone(), of_topic.collect()));
        }
    }
    Ok(grouped(call, groups, format!("chưa có kết luận theo chủ đề năm {}", wanted.year)))
}

fn grouped(call: &Call, groups: Vec<(String, Vec<&Conclusion>)>, when_empty: String) -> Value {
    let evidence = groups.iter().flat_map(|(_, of)| of.iter().map(|it| evidence(call.facts(), it)));
    let evidence = evidence.collect();
    let record = |(name, of): &(String, Vec<&Conclusion>)| {
        let empty = format!("chưa có nhiệm vụ: {name}");
        let whole = words(call, name.clone(), Vec::new());
        Value::from_object(Record {
            parts: vec![
                ("ten", Printable::value(whole.clone())),
                ("viec", sequence(call, of, "nhiệm vụ", empty)),
            ],
            whole,
        })
    };
    Value::from_object(Rows {
        expression: call.expression(),
        items: groups.iter().map(record).collect(),
        counting_word: "nhóm".to_owned(),
        when_empty,
        evidence,
        unknown: None,
    })
}

/// Rows of conclusions, each with its parts by name.
pub(super) fn sequence(call: &Call, of: &[&Conclusion], word: &str, when_empty: String) -> Value {
    let counting_word = of.iter().map(|it| it.counting_word.as_str()).find(|it| !it.is_empty());
    Value::from_object(Rows {
        expression: call.expression(),
        items: of.iter().map(|it| record(call, it)).collect(),
        counting_word: counting_word.unwrap_or(word).to_owned(),
        when_empty,
        evidence: of.iter().map(|it| evidence(call.facts(), it)).collect(),
        unknown: None,
    })
}

/// `.noi_dung`, `.trich`, `.don_vi`, `.chu_tri`, `.phoi_hop`, `.nguoi_giao`, `.thoi_han`,
/// `.khan`, `.tinh_trang`, `.van_ban`, `.ket_qua`, `.nguyen_nhan`, `.giai_phap`, `.viec`.
pub(super) fn record(call: &Call, it: &Conclusion) -> Value {
    let facts = call.facts();
    let evidence = vec![evidence(facts, it)];
    let said = |text: String| Printable::value(words(call, text, evidence.clone()));
    let list = |names: Vec<String>| said(names.join(", "));
    let assigner = it.assigner.and_then(|id| facts.body(id)).map(|body| body.name.clone());
    let document = it.document.and_then(|id| document_of(facts, id)).map(Document::title);
    let results: Vec<&str> = it.results.iter().map(|result| result.text.as_str()).collect();
    let state = match it.kind {
        ConclusionKind::Limitation => it.progress.overcome(),
        _ => it.progress.vietnamese(),
    };
    let part = |kind: &'static [ConclusionKind], word: &str| {
        let mut parts: Vec<&Conclusion> = facts
            .conclusions()
            .iter()
            .filter(|part| part.part_of == Some(it.id) && kind.contains(&part.kind))
            .collect();
        // Subjective causes come first.
        parts.sort_by_key(|part| part.cause == Some(CauseKind::Objective));
        sequence(call, &parts, word, format!("chưa có {word}: {}", it.text))
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
            ("khan", said(it.urgency.clone())),
            ("tinh_trang", said(state.to_owned())),
            ("van_ban", said(document.unwrap_or_default())),
            ("ket_qua", said(results.join("; "))),
            ("nguyen_nhan", part(&[ConclusionKind::Cause], "nguyên nhân")),
            ("giai_phap", part(&[ConclusionKind::Solution], "giải pháp")),
            ("viec", part(TASKS, "nhiệm vụ")),
        ],
        whole: words(call, it.text.clone(), evidence.clone()),
    })
}

/// By role, or all; rules stand with those in the lead.
pub(super) fn assignees(facts: &dyn Facts, it: &Conclusion, wanted: Option<Role>) -> Vec<String> {
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
pub(super) fn deadline(it: &Conclusion, style: &Style) -> String {
    match it.deadline {
        Some(day) => day.print(style),
        None => it.deadline_words.clone(),
    }
}

fn words(call: &Call, text: String, evidence: Vec<Evidence>) -> Slot {
    let (kind, expression) = (CitedKind::Words, call.expression());
    Slot::Cited(Cited { kind, expression, text, evidence }.into())
}

pub(super) fn evidence(facts: &dyn Facts, it: &Conclusion) -> Evidence {
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
