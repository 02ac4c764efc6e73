//! Tasks in groups: by whom they were given to, by whom they were given, by what they are about.

use minijinja::Value;
use tongket_model::{Assignee, BodyKind, Conclusion, ConclusionKind, Conference};

use super::record::{evidence, rows, words};
use super::wanted::{Wanted, conference_of, leads, topic_of};
use super::word_for;
use crate::call::Call;
use crate::objects::{Printable, Record, Rows};
use crate::outcome::Outcome;

/// The tasks by who is in the lead: each group has `.ten`, `.chu_tri` (empty where nobody is named),
/// `.la_chuc_danh` and `.viec`. A task of several bodies stands with each of them.
pub fn theo_don_vi(call: &Call) -> Outcome {
    let wanted = Wanted::read(call, &ConclusionKind::TASKS)?.without_parts();
    let facts = call.facts();
    let mut groups = Groups::default();
    for it in wanted.of(facts) {
        for assignee in leads(it) {
            match assignee {
                Assignee::Body { body, .. } => {
                    let Some(body) = facts.body(*body) else { continue };
                    groups.put(&body.name, body.kind == BodyKind::Post, it);
                }
                Assignee::Rule { text, .. } => groups.put(text, false, it),
            }
        }
        if it.assignees.is_empty() {
            groups.put_unnamed("Các cơ quan, đơn vị", it);
        }
    }
    Ok(groups.rows(call, "nhiem_vu", "chu_tri", wanted.when_empty("nhiệm vụ nào được giao")))
}

/// What is followed by whom it was given: each group has `.ten`, `.nguoi_giao` (empty where nobody
/// is named), `.la_chuc_danh` and `.viec`. What units promised by themselves is given by nobody.
pub fn theo_nguoi_giao(call: &Call) -> Outcome {
    let wanted = Wanted::read(call, &ConclusionKind::FOLLOWED)?.without_parts();
    let facts = call.facts();
    let mut groups = Groups::default();
    for it in wanted.of(facts) {
        let assigner = it.assigner.and_then(|body| facts.body(body));
        match assigner {
            Some(body) => groups.put(&body.name, body.kind == BodyKind::Post, it),
            None if it.kind == ConclusionKind::Commitment => {}
            None => groups.put_unnamed("Chưa rõ người giao", it),
        }
    }
    Ok(groups.rows(
        call,
        "viec_theo_doi",
        "nguoi_giao",
        wanted.when_empty("nhiệm vụ nào được giao"),
    ))
}

/// What a conference asks for, by its topics: tasks, instructions and objectives. Each group has
/// `.ten` and `.viec`; what belongs to no topic comes first, under an empty name.
pub fn theo_chu_de(call: &Call) -> Outcome {
    const ASKED: &[ConclusionKind] =
        &[ConclusionKind::Task, ConclusionKind::Instruction, ConclusionKind::Objective];
    let wanted = Wanted::read(call, ASKED)?.without_parts();
    let found = wanted.of(call.facts());
    let mut groups = Groups::default();
    // What names a topic that the conference does not have belongs to none.
    for it in found.iter().copied().filter(|it| topic_of(call.facts(), it).is_none()) {
        groups.put_unnamed("", it);
    }
    let mut conferences: Vec<&Conference> = Vec::new();
    for conference in found.iter().filter_map(|it| conference_of(call.facts(), it)) {
        if !conferences.iter().any(|known| known.id == conference.id) {
            conferences.push(conference);
        }
    }
    for conference in conferences {
        for (topic, name) in (0_u32..).zip(&conference.topics) {
            let of_topic =
                |it: &&&Conclusion| it.conference == Some(conference.id) && it.topic == Some(topic);
            let tasks = found.iter().filter(of_topic).copied().collect();
            let (name, key) = (name.clone(), name.clone());
            groups.0.push(Group { name, key, is_post: false, tasks });
        }
    }
    Ok(groups.rows(call, "nhiem_vu", "chu_de", wanted.when_empty("kết luận theo chủ đề")))
}

/// In the order in which they first occur.
#[derive(Default)]
struct Groups<'f>(Vec<Group<'f>>);

struct Group<'f> {
    name: String,
    /// By which it is asked for; empty where nobody is named.
    key: String,
    /// Of a post, not of a collective: "giao đồng chí …".
    is_post: bool,
    tasks: Vec<&'f Conclusion>,
}

impl<'f> Groups<'f> {
    fn put(&mut self, name: &str, is_post: bool, task: &'f Conclusion) {
        self.add(name, name, is_post, task);
    }

    /// To the group of those of whom nobody is named.
    fn put_unnamed(&mut self, name: &str, task: &'f Conclusion) {
        self.add(name, "", false, task);
    }

    fn add(&mut self, name: &str, key: &str, is_post: bool, task: &'f Conclusion) {
        match self.0.iter_mut().find(|group| group.key == key) {
            Some(group) => group.tasks.push(task),
            None => {
                let (name, key) = (name.to_owned(), key.to_owned());
                self.0.push(Group { name, key, is_post, tasks: vec![task] });
            }
        }
    }

    /// `option` of `function` asks for one of the groups.
    fn rows(&self, call: &Call, function: &str, option: &'static str, when_empty: String) -> Value {
        let tasks = self.0.iter().flat_map(|group| &group.tasks);
        Value::from_object(Rows {
            expression: call.expression(),
            items: self.0.iter().map(|group| group.record(call, function, option)).collect(),
            counting_word: "nhóm".to_owned(),
            when_empty,
            evidence: tasks.map(|it| evidence(call.facts(), it)).collect(),
            unknown: None,
        })
    }
}

impl Group<'_> {
    fn record(&self, call: &Call, function: &str, option: &'static str) -> Value {
        let empty = format!("chưa có nhiệm vụ: {}", self.name);
        let expression = call.as_call_of(function, &[(option, &self.key)]);
        let word = word_for(&self.tasks);
        let whole = words(call, self.name.clone(), Vec::new());
        let name = match self.name.as_str() {
            "" => Value::from(""),
            _ => Printable::value(whole.clone()),
        };
        Value::from_object(Record {
            parts: vec![
                ("ten", name),
                (option, Value::from(self.key.clone())),
                ("la_chuc_danh", Value::from(self.is_post)),
                ("viec", rows(call, expression, &self.tasks, word, empty)),
            ],
            whole,
            asked_as: None,
        })
    }
}
