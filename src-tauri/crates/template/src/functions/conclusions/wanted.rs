//! Which conclusions a call asks for.

use tongket_figures::{first_lower, same_name};
use tongket_model::{
    Assignee, Body, BodyId, CauseKind, Conclusion, ConclusionKind, Conference, ConferenceId,
    Document, DocumentId, Progress, Role, documents_named, field_name, is_within_field,
};

use super::super::hoi_nghi::conference_meant;
use crate::Facts;
use crate::call::Call;
use crate::outcome::{Outcome, Stop};

/// Which conclusions a call asks for.
pub(in super::super) struct Wanted {
    kinds: &'static [ConclusionKind],
    /// Of the year asked for; `None` for those of a document or a conference whatever their year.
    year: Option<i32>,
    /// Also those that hold for the year among others: a programme of 2020-2025.
    whole_term: bool,
    field: Option<String>,
    /// Of the field itself, without the parts of it.
    own_field: bool,
    assignee: Option<Whom>,
    /// In the lead; of what is given to supporting bodies only, one of these.
    lead: Option<Whom>,
    assigner: Option<Whom>,
    /// What they stand in or carry out.
    document: Option<Place<DocumentId>>,
    /// What they stand in.
    within: Option<Place<DocumentId>>,
    conference: Option<Place<ConferenceId>>,
    /// Of the conference; empty for what belongs to none.
    topic: Option<String>,
    /// What the row is that they are parts of.
    part_of: Option<String>,
    /// Any of them; of any progress when empty.
    progress: &'static [Progress],
    cause: Option<CauseKind>,
    /// With a day set, or without one.
    has_day: Option<bool>,
    /// Only those that have parts.
    has_parts: bool,
    /// Only those that hold for several years.
    of_several_years: bool,
    /// Only those of a document or a conference.
    has_source: bool,
    /// Only those that are no part of another one of these kinds.
    whole: bool,
}

/// A document or a conference that an option names.
struct Place<Id> {
    /// As it is called in sentences.
    name: String,
    /// `None` when nothing is called so.
    id: Option<Id>,
}

/// The body that an option names; nobody when the name is empty.
struct Whom {
    name: String,
    /// Those of that name, or else those that also go by it.
    bodies: Vec<BodyId>,
}

impl Whom {
    fn named(facts: &dyn Facts, name: String) -> Whom {
        let ids = |fits: &dyn Fn(&Body) -> bool| -> Vec<BodyId> {
            facts.bodies().filter(|body| fits(body)).map(|body| body.id).collect()
        };
        let mut bodies = ids(&|body| same_name(&body.name, &name));
        if bodies.is_empty() {
            bodies = ids(&|body| body.is_called(&name));
        }
        Whom { name, bodies }
    }

    fn is(&self, assignee: &Assignee) -> bool {
        match assignee {
            Assignee::Body { body, .. } => self.bodies.contains(body),
            Assignee::Rule { text, .. } => same_name(text, &self.name),
        }
    }

    /// Whether it is one of those, or nobody where there are none.
    fn is_among<'a>(&self, mut assignees: impl Iterator<Item = &'a Assignee>) -> bool {
        match self.name.as_str() {
            "" => assignees.next().is_none(),
            _ => assignees.any(|assignee| self.is(assignee)),
        }
    }
}

impl Wanted {
    /// By `nam=`, `linh_vuc=` (`rieng=` without its parts), `don_vi=`, `chu_tri=`, `nguoi_giao=`,
    /// `van_ban=`, `trong=`, `hoi_nghi=`, `chu_de=`, `thuoc=`, `tinh_trang=`, `loai=`, `thoi_han=`,
    /// `ca_giai_doan=`, `co_viec=`, `nhieu_nam=`, `co_nguon=`.
    pub fn read(call: &Call, kinds: &'static [ConclusionKind]) -> Outcome<Wanted> {
        const STATES: [(&str, &[Progress]); 4] = [
            ("chưa", &[Progress::Open]),
            ("đang", &[Progress::Doing]),
            ("xong", &[Progress::Done]),
            ("chưa xong", &[Progress::Open, Progress::Doing]),
        ];
        const CAUSES: [(&str, CauseKind); 2] =
            [("chủ quan", CauseKind::Subjective), ("khách quan", CauseKind::Objective)];
        const DAYS: [(&str, bool); 2] = [("có ngày", true), ("chưa có", false)];
        let state = call.choice("tinh_trang", &STATES.map(|(word, _)| word))?;
        let cause = call.choice("loai", &CAUSES.map(|(word, _)| word))?;
        let day = call.choice("thoi_han", &DAYS.map(|(word, _)| word))?;
        let is_set = |option: &str| Ok::<_, Stop>(call.option::<bool>(option)?.unwrap_or(false));
        let facts = call.facts();
        let document_of = |option: &str| -> Outcome<Option<Place<DocumentId>>> {
            let Some(name) = call.text_option(option)? else { return Ok(None) };
            let id = document_meant(facts, &name).map(|it| it.id);
            Ok(Some(Place { name, id }))
        };
        let (document, within) = (document_of("van_ban")?, document_of("trong")?);
        let conference = match call.text_option("hoi_nghi")? {
            Some(name) => Some(match conference_meant(facts, &name, call.year()?) {
                Some(of) => Place { name: of.name.clone(), id: Some(of.id) },
                None => Place { name, id: None },
            }),
            None => None,
        };
        let part_of = call.text_option("thuoc")?;
        let is_placed =
            document.is_some() || within.is_some() || conference.is_some() || part_of.is_some();
        let whom = |option: &str| -> Outcome<Option<Whom>> {
            Ok(call.text_option(option)?.map(|name| Whom::named(facts, name)))
        };
        let year = match is_placed && call.option::<i32>("nam")?.is_none() {
            true => None,
            false => Some(call.year()?),
        };
        Ok(Wanted {
            kinds,
            year,
            whole_term: is_set("ca_giai_doan")?,
            field: call.text_option("linh_vuc")?,
            own_field: is_set("rieng")?,
            assignee: whom("don_vi")?,
            lead: whom("chu_tri")?,
            assigner: whom("nguoi_giao")?,
            document,
            within,
            conference,
            topic: call.text_option("chu_de")?,
            part_of,
            progress: STATES
                .iter()
                .find(|(word, _)| Some(*word) == state)
                .map_or(&[], |(_, progress)| *progress),
            cause: CAUSES.iter().find(|(word, _)| Some(*word) == cause).map(|(_, it)| *it),
            has_day: DAYS.iter().find(|(word, _)| Some(*word) == day).map(|(_, it)| *it),
            has_parts: is_set("co_viec")?,
            of_several_years: is_set("nhieu_nam")?,
            has_source: is_set("co_nguon")?,
            whole: false,
        })
    }

    /// The same, without the parts of rows that are asked for too: the two halves of a task are
    /// told with it. Causes of a limitation stay when only causes are asked for.
    pub fn without_parts(self) -> Wanted {
        Wanted { whole: true, ..self }
    }

    /// Whether what is of `field` is asked for.
    pub fn is_of_field(&self, field: &str) -> bool {
        self.field.as_deref().is_none_or(|asked| match self.own_field {
            true => field == asked,
            false => is_within_field(field, asked),
        })
    }

    /// The year, when nothing else but the field is asked for: that is all that lists know.
    pub fn year_of_lists(&self) -> Option<i32> {
        let whom = [&self.assignee, &self.lead, &self.assigner];
        let is_narrow = whom.iter().any(|whom| whom.is_some())
            || self.topic.is_some()
            || self.place().is_some()
            || !self.progress.is_empty()
            || self.cause.is_some()
            || self.has_day.is_some()
            || self.has_parts
            || self.of_several_years
            || self.has_source;
        if is_narrow { None } else { self.year }
    }

    /// What they are asked from, as sentences call it.
    fn place(&self) -> Option<&str> {
        let document = [&self.document, &self.within].into_iter().flatten().next();
        let document = document.map(|place| &place.name);
        let conference = || self.conference.as_ref().map(|place| &place.name);
        document.or_else(conference).or(self.part_of.as_ref()).map(String::as_str)
    }

    /// What is told when there are none: "chưa có nhiệm vụ năm 2023 (xây dựng Đảng)".
    pub fn when_empty(&self, word: &str) -> String {
        let of = match (self.year, self.place()) {
            (Some(year), _) => format!(" năm {year}"),
            (None, Some(place)) => format!(" của {place}"),
            (None, None) => String::new(),
        };
        let field = self.field.as_deref().map(field_name);
        let within = field.map(|field| format!(" ({})", first_lower(field))).unwrap_or_default();
        format!("chưa có {word}{of}{within}")
    }

    pub fn of<'f>(&self, facts: &'f dyn Facts) -> Vec<&'f Conclusion> {
        facts.conclusions().iter().filter(|it| self.fits(facts, it)).collect()
    }

    fn fits(&self, facts: &dyn Facts, it: &Conclusion) -> bool {
        let (first, last) = it.years();
        let holds =
            |year: i32| it.year == year || self.whole_term && (first..=last).contains(&year);
        self.kinds.contains(&it.kind)
            && self.year.is_none_or(holds)
            && self.is_of_field(&it.field)
            && (self.progress.is_empty() || self.progress.contains(&it.progress))
            && self.cause.is_none_or(|cause| it.cause == Some(cause))
            && self.has_day.is_none_or(|has_day| it.deadline.is_some() == has_day)
            && !(self.whole && self.part_of.is_none() && self.is_part(facts, it))
            && (!self.has_parts || has_parts(facts, it))
            && (!self.of_several_years || first < last)
            && (!self.has_source || it.document.is_some() || it.conference.is_some())
            && self.assignee.as_ref().is_none_or(|whom| whom.is_among(it.assignees.iter()))
            && self.lead.as_ref().is_none_or(|whom| whom.is_among(leads(it)))
            && self.assigner.as_ref().is_none_or(|whom| match it.assigner {
                Some(body) => whom.bodies.contains(&body),
                // What a unit promises by itself waits for nobody's name.
                None => whom.name.is_empty() && self.may_be_given(it),
            })
            && self.document.as_ref().is_none_or(|of| {
                of.id.is_some_and(|id| it.document == Some(id) || it.basis.contains(&id))
            })
            && self.within.as_ref().is_none_or(|of| of.id.is_some() && it.document == of.id)
            && self.conference.as_ref().is_none_or(|of| of.id.is_some() && it.conference == of.id)
            && self
                .topic
                .as_ref()
                .is_none_or(|name| topic_of(facts, it).unwrap_or_default() == name)
            && self
                .part_of
                .as_ref()
                .is_none_or(|text| whole_of(facts, it).is_some_and(|of| is_row(of, text)))
    }
}

impl Wanted {
    fn may_be_given(&self, it: &Conclusion) -> bool {
        it.kind != ConclusionKind::Commitment || self.kinds == [ConclusionKind::Commitment]
    }

    fn is_part(&self, facts: &dyn Facts, it: &Conclusion) -> bool {
        whole_of(facts, it).is_some_and(|whole| self.kinds.contains(&whole.kind))
    }
}

/// By its number, which is unique, or by its whole text.
fn is_row(it: &Conclusion, asked: &str) -> bool {
    it.text == asked || asked.parse() == Ok(it.id.0)
}

fn whole_of<'f>(facts: &'f dyn Facts, part: &Conclusion) -> Option<&'f Conclusion> {
    let id = part.part_of?;
    facts.conclusion(id)
}

pub(super) fn topic_of<'f>(facts: &'f dyn Facts, it: &Conclusion) -> Option<&'f str> {
    let conference = conference_of(facts, it)?;
    let place = usize::try_from(it.topic?).ok()?;
    conference.topics.get(place).map(String::as_str)
}

fn has_parts(facts: &dyn Facts, whole: &Conclusion) -> bool {
    !facts.parts_of(whole.id).is_empty()
}

/// To whom a row is given in the first place: those in the lead, all when none is.
pub(super) fn leads(it: &Conclusion) -> impl Iterator<Item = &Assignee> {
    let supports =
        |assignee: &Assignee| matches!(assignee, Assignee::Body { role: Role::Support, .. });
    let has_lead = !it.assignees.iter().all(supports);
    it.assignees.iter().filter(move |assignee| !has_lead || !supports(assignee))
}

/// Of several of one number the newest that the report can speak of.
pub(in super::super) fn document_meant<'f>(
    facts: &'f dyn Facts,
    name: &str,
) -> Option<&'f Document> {
    let found = documents_named(facts.documents(), name);
    let is_known = |it: &&&Document| it.date.is_none_or(|date| date.year() <= facts.year());
    found.iter().find(is_known).or(found.last()).copied()
}

pub(in super::super) fn conference_of<'f>(
    facts: &'f dyn Facts,
    it: &Conclusion,
) -> Option<&'f Conference> {
    facts.conferences().iter().find(|conference| Some(conference.id) == it.conference)
}
