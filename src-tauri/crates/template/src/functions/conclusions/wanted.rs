//! Which conclusions a call asks for.

use tongket_figures::same_name;
use tongket_model::{
    Assignee, BodyId, CauseKind, Conclusion, ConclusionKind, Conference, DocumentId, Progress,
    is_within_field,
};

use super::super::hoi_nghi::called;
use super::record::document_of;
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
    assignee: Option<String>,
    assigner: Option<String>,
    /// What they stand in or carry out.
    document: Option<String>,
    /// What they stand in.
    within: Option<String>,
    conference: Option<String>,
    /// Of the conference; empty for what belongs to none.
    topic: Option<String>,
    /// What the row is that they are parts of.
    part_of: Option<String>,
    progress: Option<Progress>,
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
    /// By `nam=`, `linh_vuc=` (`rieng=` without its parts), `don_vi=`, `nguoi_giao=`, `van_ban=`, `trong=`, `hoi_nghi=`,
    /// `chu_de=`, `thuoc=`, `tinh_trang=`, `loai=`, `thoi_han=`, `ca_giai_doan=`, `co_viec=`, `nhieu_nam=`, `co_nguon=`.
    pub fn read(call: &Call, kinds: &'static [ConclusionKind]) -> Outcome<Wanted> {
        const STATES: [(&str, Progress); 3] =
            [("chưa", Progress::Open), ("đang", Progress::Doing), ("xong", Progress::Done)];
        const CAUSES: [(&str, CauseKind); 2] =
            [("chủ quan", CauseKind::Subjective), ("khách quan", CauseKind::Objective)];
        const DAYS: [(&str, bool); 2] = [("có ngày", true), ("chưa có", false)];
        let state = call.choice("tinh_trang", &STATES.map(|(word, _)| word))?;
        let cause = call.choice("loai", &CAUSES.map(|(word, _)| word))?;
        let day = call.choice("thoi_han", &DAYS.map(|(word, _)| word))?;
        let (document, conference) = (call.text_option("van_ban")?, call.text_option("hoi_nghi")?);
        let is_set = |option: &str| Ok::<_, Stop>(call.option::<bool>(option)?.unwrap_or(false));
        let (within, part_of) = (call.text_option("trong")?, call.text_option("thuoc")?);
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
            assigner: call.text_option("nguoi_giao")?,
            document,
            within,
            conference,
            topic: call.text_option("chu_de")?,
            part_of,
            progress: STATES.iter().find(|(word, _)| Some(*word) == state).map(|(_, it)| *it),
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
        let named = [&self.assignee, &self.assigner, &self.topic];
        let places = [&self.document, &self.within, &self.conference, &self.part_of];
        let is_narrow = named.iter().chain(&places).any(|name| name.is_some())
            || self.progress.is_some()
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
            && self.progress.is_none_or(|progress| it.progress == progress)
            && self.cause.is_none_or(|cause| it.cause == Some(cause))
            && self.has_day.is_none_or(|has_day| it.deadline.is_some() == has_day)
            && !(self.whole && self.part_of.is_none() && self.is_part(facts, it))
            && (!self.has_parts || has_parts(facts, it))
            && (!self.of_several_years || first < last)
            && (!self.has_source || it.document.is_some() || it.conference.is_some())
            && same(&self.assignee, &|name| is_given_to(facts, it, name))
            && same(&self.assigner, &|name| {
                it.assigner.is_some_and(|body| is_body(facts, body, name))
            })
            && same(&self.document, &|name| {
                let stands_in = it.document.is_some_and(|id| is_document(facts, id, name));
                stands_in || it.basis.iter().any(|id| is_document(facts, *id, name))
            })
            && same(&self.within, &|name| {
                it.document.is_some_and(|id| is_document(facts, id, name))
            })
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

fn topic_of<'f>(facts: &'f dyn Facts, it: &Conclusion) -> Option<&'f str> {
    let conference = conference_of(facts, it)?;
    let place = usize::try_from(it.topic?).ok()?;
    conference.topics.get(place).map(String::as_str)
}

fn has_parts(facts: &dyn Facts, whole: &Conclusion) -> bool {
    !facts.parts_of(whole.id).is_empty()
}

fn is_given_to(facts: &dyn Facts, it: &Conclusion, name: &str) -> bool {
    it.assignees.iter().any(|assignee| match assignee {
        Assignee::Body { body, .. } => is_body(facts, *body, name),
        Assignee::Rule { text, .. } => same_name(text, name),
    })
}

fn is_body(facts: &dyn Facts, id: BodyId, name: &str) -> bool {
    facts.body(id).is_some_and(|body| {
        same_name(&body.name, name) || body.aliases.iter().any(|alias| same_name(alias, name))
    })
}

pub(in super::super) fn is_document(facts: &dyn Facts, id: DocumentId, name: &str) -> bool {
    document_of(facts, id).is_some_and(|document| {
        let others = document.aliases.iter().map(String::as_str);
        [document.number.as_str(), &document.title(), &document.subject]
            .into_iter()
            .chain(others)
            .any(|known| !known.is_empty() && same_name(known, name))
    })
}

pub(in super::super) fn conference_of<'f>(
    facts: &'f dyn Facts,
    it: &Conclusion,
) -> Option<&'f Conference> {
    facts.conferences().iter().find(|conference| Some(conference.id) == it.conference)
}
