//! Which conclusions a call asks for.

use tongket_figures::same_name;
use tongket_model::{
    Assignee, BodyId, CauseKind, Conclusion, ConclusionKind, Conference, Document, DocumentId,
    Progress, Role, documents_named, is_within_field,
};

use super::super::hoi_nghi::called;
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
    /// Empty for what is given to nobody by name.
    assignee: Option<String>,
    /// In the lead; of what is given to supporting bodies only, one of these.
    lead: Option<String>,
    /// Empty for what nobody is named to have given.
    assigner: Option<String>,
    /// What they stand in or carry out.
    document: Option<String>,
    /// What they stand in.
    within: Option<String>,
    /// What `document` and `within` mean.
    document_id: Option<DocumentId>,
    within_id: Option<DocumentId>,
    conference: Option<String>,
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
        let (document, conference) = (call.text_option("van_ban")?, call.text_option("hoi_nghi")?);
        let is_set = |option: &str| Ok::<_, Stop>(call.option::<bool>(option)?.unwrap_or(false));
        let (within, part_of) = (call.text_option("trong")?, call.text_option("thuoc")?);
        let meant = |name: &Option<String>| document_meant(call.facts(), name.as_deref()?);
        let document_id = meant(&document).map(|it| it.id);
        let within_id = meant(&within).map(|it| it.id);
        let places = [&document, &conference, &within, &part_of];
        let is_placed = places.iter().any(|place| place.is_some());
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
            assignee: call.text_option("don_vi")?,
            lead: call.text_option("chu_tri")?,
            assigner: call.text_option("nguoi_giao")?,
            document,
            within,
            document_id,
            within_id,
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
        let named = [&self.assignee, &self.lead, &self.assigner, &self.topic];
        let places = [&self.document, &self.within, &self.conference, &self.part_of];
        let is_narrow = named.iter().chain(&places).any(|name| name.is_some())
            || !self.progress.is_empty()
            || self.cause.is_some()
            || self.has_day.is_some()
            || self.has_parts
            || self.of_several_years
            || self.has_source;
        if is_narrow { None } else { self.year }
    }

    /// What is told when there are none: "chưa có nhiệm vụ năm 2023 (xây dựng Đảng)".
    pub fn when_empty(&self, word: &str) -> String {
        let places = [&self.document, &self.within, &self.conference, &self.part_of];
        let of = match (self.year, places.into_iter().flatten().next()) {
            (Some(year), _) => format!(" năm {year}"),
            (None, Some(place)) => format!(" của {place}"),
            (None, None) => String::new(),
        };
        let within = self.field.as_ref().map(|field| format!(" ({field})")).unwrap_or_default();
        format!("chưa có {word}{of}{within}")
    }

    pub fn of<'f>(&self, facts: &'f dyn Facts) -> Vec<&'f Conclusion> {
        facts.conclusions().iter().filter(|it| self.fits(facts, it)).collect()
    }

    fn fits(&self, facts: &dyn Facts, it: &Conclusion) -> bool {
        let (first, last) = it.years();
        let holds =
            |year: i32| it.year == year || self.whole_term && (first..=last).contains(&year);
        let same =
            |asked: &Option<String>, fits: &dyn Fn(&str) -> bool| asked.as_deref().is_none_or(fits);
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
            && same(&self.assignee, &|name| is_given_to(facts, it, name))
            && same(&self.assigner, &|name| {
                it.assigner.map_or(name.is_empty(), |body| is_body(facts, body, name))
            })
            && same(&self.lead, &|name| {
                leads(it).any(|assignee| is_assignee(facts, assignee, name))
            })
            && same(&self.document, &|_| {
                self.document_id.is_some_and(|id| it.document == Some(id) || it.basis.contains(&id))
            })
            && same(&self.within, &|_| self.within_id.is_some() && it.document == self.within_id)
            && same(&self.topic, &|name| topic_of(facts, it).unwrap_or_default() == name)
            && same(&self.part_of, &|text| whole_of(facts, it).is_some_and(|of| is_row(of, text)))
            && same(&self.conference, &|name| {
                let of = conference_of(facts, it);
                of.is_some_and(|of| called(of, name))
            })
    }
}

impl Wanted {
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

fn is_given_to(facts: &dyn Facts, it: &Conclusion, name: &str) -> bool {
    let mut assignees = it.assignees.iter();
    match name {
        "" => it.assignees.is_empty(),
        name => assignees.any(|assignee| is_assignee(facts, assignee, name)),
    }
}

fn is_assignee(facts: &dyn Facts, assignee: &Assignee, name: &str) -> bool {
    match assignee {
        Assignee::Body { body, .. } => is_body(facts, *body, name),
        Assignee::Rule { text, .. } => same_name(text, name),
    }
}

/// To whom a row is given in the first place: those in the lead, all when none is.
pub(super) fn leads(it: &Conclusion) -> impl Iterator<Item = &Assignee> {
    let supports =
        |assignee: &Assignee| matches!(assignee, Assignee::Body { role: Role::Support, .. });
    let has_lead = !it.assignees.iter().all(supports);
    it.assignees.iter().filter(move |assignee| !has_lead || !supports(assignee))
}

fn is_body(facts: &dyn Facts, id: BodyId, name: &str) -> bool {
    facts.body(id).is_some_and(|body| body.is_called(name))
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
