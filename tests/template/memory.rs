//! The memory of an office as a case file writes it: bodies, conferences, conclusions.

use serde::Deserialize;
use tongket_figures::{Date, Period, Quantity, Unit};
use tongket_model::{
    Assignee, Body, BodyId, BodyKind, CauseKind, Conclusion, ConclusionId, ConclusionKind,
    Conference, ConferenceFact, ConferenceId, Document, DocumentId, Origin, Progress, Role, State,
    TaskResult, documents_named,
};

use crate::fixture::OFFICE;

/// Names and aliases: `["Ban Tổ chức Thành ủy", "BTC"]`.
pub type WrittenBody = Vec<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenConference {
    name: String,
    ordinal: Option<i64>,
    #[serde(default)]
    days: Vec<Date>,
    period: Option<Period>,
    #[serde(default)]
    topics: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
    /// What is counted, and how many: `["đại biểu", "hơn 9.000 đại biểu"]`.
    #[serde(default)]
    facts: Vec<[String; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenConclusion {
    kind: ConclusionKind,
    text: String,
    #[serde(default)]
    quote: String,
    #[serde(default)]
    field: String,
    year: i32,
    covers: Option<Period>,
    /// Number of the document it stands in.
    document: Option<String>,
    /// The number of the conference in the file, from 1.
    conference: Option<i64>,
    topic: Option<u32>,
    from: Option<String>,
    /// In the lead; a name that is no body is a rule.
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
    /// The number of the conclusion in the file, from 1.
    part_of: Option<i64>,
    cause: Option<CauseKind>,
    deadline: Option<Date>,
    #[serde(default)]
    deadline_words: String,
    #[serde(default)]
    urgency: String,
    #[serde(default = "open")]
    progress: Progress,
    stated_count: Option<i64>,
    #[serde(default)]
    counting_word: String,
    #[serde(default)]
    results: Vec<String>,
}

fn open() -> Progress {
    Progress::Open
}

pub fn bodies(written: &[WrittenBody]) -> Vec<Body> {
    let body = |(id, names): (i64, &WrittenBody)| Body {
        id: BodyId(id),
        organisation: OFFICE,
        name: names[0].clone(),
        aliases: names[1..].to_vec(),
        kind: BodyKind::Collective,
        position: id,
    };
    (1..).zip(written).map(body).collect()
}

pub fn conferences(written: &[WrittenConference]) -> Vec<Conference> {
    let conference = |(id, it): (i64, &WrittenConference)| Conference {
        id: ConferenceId(id),
        organisation: OFFICE,
        name: it.name.clone(),
        ordinal: it.ordinal,
        days: it.days.clone(),
        day_words: String::new(),
        period: it.period,
        topics: it.topics.clone(),
        facts: it.facts.iter().map(fact).collect(),
        origin: Origin::Hand,
        state: State::Confirmed,
        aliases: it.aliases.clone(),
    };
    (1..).zip(written).map(conference).collect()
}

fn fact([name, value]: &[String; 2]) -> ConferenceFact {
    ConferenceFact {
        name: name.clone(),
        quantity: Quantity::read(value, &Unit::read(name)).unwrap(),
        raw: value.clone(),
    }
}

pub fn conclusions(
    written: &[WrittenConclusion],
    bodies: &[Body],
    documents: &[Document],
) -> Vec<Conclusion> {
    let id_of = |name: &String| bodies.iter().find(|body| body.name == *name).map(|body| body.id);
    let assignee = |name: &String, role| match id_of(name) {
        Some(body) => Assignee::Body { body, role },
        None => Assignee::Rule { text: name.clone(), indicator: None, below: None },
    };
    let document = |number: &String| -> DocumentId { documents_named(documents, number)[0].id };
    let conclusion = |(id, it): (i64, &WrittenConclusion)| {
        let lead = it.to.iter().map(|name| assignee(name, Role::Lead));
        let support = it.with.iter().map(|name| assignee(name, Role::Support));
        let result = |text: &String| TaskResult {
            text: text.clone(),
            date: None,
            indicator: None,
            document: None,
        };
        Conclusion {
            id: ConclusionId(id),
            quote: it.quote.clone(),
            field: it.field.clone(),
            covers: it.covers,
            document: it.document.as_ref().map(document),
            conference: it.conference.map(ConferenceId),
            topic: it.topic,
            assigner: it.from.as_ref().and_then(id_of),
            assignees: lead.chain(support).collect(),
            part_of: it.part_of.map(ConclusionId),
            cause: it.cause,
            deadline: it.deadline,
            deadline_words: it.deadline_words.clone(),
            urgency: it.urgency.clone(),
            progress: it.progress,
            stated_count: it.stated_count,
            counting_word: it.counting_word.clone(),
            results: it.results.iter().map(result).collect(),
            position: id,
            state: State::Confirmed,
            ..Conclusion::new(OFFICE, it.kind, it.year, &it.text, Origin::Hand)
        }
    };
    (1..).zip(written).map(conclusion).collect()
}
