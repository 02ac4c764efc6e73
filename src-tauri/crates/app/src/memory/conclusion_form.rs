//! A row of what was concluded as a person fills it in.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::Amount;
use tongket_model::{
    Assignee, Conclusion, ConclusionId, Mention, OrganisationId, Origin, State, TaskResult,
};
use tongket_store::Changes;

use super::bodies::Bodies;
use super::conferences;
use super::documents::numbered;
use super::mirrored::{CauseKind, ConclusionKind, Role};
use super::typed::{day, number, period, required, revision, unchanged};
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConclusionForm {
    #[specta(inline)]
    pub kind: ConclusionKind,
    pub text: String,
    /// As the source has it; empty when entered by hand.
    pub quote: String,
    pub year: i32,
    /// Slug; empty for all.
    pub field: String,
    /// What it holds for beyond that year: "giai đoạn 2020 - 2025"; may be empty.
    pub covers: String,
    /// The number in the list of the document it stands in.
    pub document: Option<u32>,
    pub conference: Option<u32>,
    /// Which of the conference's topics, from 0; `None` for the general part.
    pub topic: Option<u32>,
    /// Who gives it, by name; a new body is made of a name that none has yet. May be empty.
    pub from: String,
    pub assignees: Vec<AssigneeForm>,
    /// The number of the row that it is a part of.
    pub part_of: Option<u32>,
    #[specta(inline)]
    pub cause: Option<CauseKind>,
    /// A day: "20/12/2023"; may be empty.
    pub deadline: String,
    /// The deadline as it is put where it is no day; no date is ever made of it.
    pub deadline_words: String,
    pub urgency: String,
    /// How many parts the source says it has.
    pub stated_count: Option<u32>,
    /// What its parts are counted by: "nhiệm vụ".
    pub counting_word: String,
    /// Numbers in the list of the documents that it carries out or names.
    pub basis: Vec<u32>,
    pub results: Vec<ResultForm>,
    pub mentions: Vec<MentionForm>,
    /// What the stored row was when the form was handed out; a form saved over another one is
    /// refused. Empty for a new row.
    #[serde(default)]
    pub revision: String,
}

/// A body, or a rule: "các đơn vị có tỷ lệ giải ngân thấp".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AssigneeForm {
    pub name: String,
    #[specta(inline)]
    pub role: Role,
    pub is_rule: bool,
    /// Of a rule: slug of the indicator whose ratio to the plan decides; may be empty.
    pub indicator: String,
    /// Of a rule: units below so many per cent are meant; may be empty.
    pub below: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct ResultForm {
    pub text: String,
    /// "1/11/2023"; may be empty.
    pub date: String,
    /// Slug of the indicator whose figure shows it; may be empty.
    pub indicator: String,
    /// The number in the list of the document that shows it.
    pub document: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MentionForm {
    pub text: String,
    /// "dòng 45"
    pub place: String,
}

impl ConclusionForm {
    /// One of which nothing else is known yet.
    pub fn new(kind: ConclusionKind, year: i32, text: &str) -> ConclusionForm {
        ConclusionForm {
            kind,
            text: text.to_owned(),
            quote: String::new(),
            year,
            field: String::new(),
            covers: String::new(),
            document: None,
            conference: None,
            topic: None,
            from: String::new(),
            assignees: Vec::new(),
            part_of: None,
            cause: None,
            deadline: String::new(),
            deadline_words: String::new(),
            urgency: String::new(),
            stated_count: None,
            counting_word: String::new(),
            basis: Vec::new(),
            results: Vec::new(),
            mentions: Vec::new(),
            revision: String::new(),
        }
    }
}

impl AssigneeForm {
    pub fn body(name: &str, role: Role) -> AssigneeForm {
        let (indicator, below) = (String::new(), String::new());
        AssigneeForm { name: name.to_owned(), role, is_rule: false, indicator, below }
    }

    /// A condition of which only the words are known.
    pub fn rule(text: &str) -> AssigneeForm {
        AssigneeForm { is_rule: true, ..AssigneeForm::body(text, Role::Lead) }
    }
}

/// One row as its form.
pub fn conclusion(app: &App, office: &OfficeChoice, id: u32) -> Result<ConclusionForm, AppError> {
    let owner = app.data_office(office)?;
    let style = app.style(&owner)?;
    let it = app.numbered_conclusion(office, id)?;
    let bodies = Bodies::load(&app.store, owner.id)?;
    let indicators = app.store.indicators(owner.id)?;
    let slug = |id: Option<tongket_model::IndicatorId>| {
        let of = indicators.iter().find(|of| Some(of.id) == id);
        of.map(|of| of.slug.to_string()).unwrap_or_default()
    };
    let assignee = |assignee: &Assignee| match assignee {
        Assignee::Body { body, role } => {
            AssigneeForm::body(bodies.name(*body).unwrap_or_default(), (*role).into())
        }
        Assignee::Rule { text, indicator, below } => AssigneeForm {
            name: text.clone(),
            role: Role::Lead,
            is_rule: true,
            indicator: slug(*indicator),
            below: below.map(|below| below.to_string().replace('.', ",")).unwrap_or_default(),
        },
    };
    let result = |result: &TaskResult| ResultForm {
        text: result.text.clone(),
        date: result.date.map(|date| date.print(&style)).unwrap_or_default(),
        indicator: slug(result.indicator),
        document: result.document.map(|id| number(id.0)),
    };
    let mention = |it: &Mention| MentionForm { text: it.text.clone(), place: it.place.clone() };
    Ok(ConclusionForm {
        revision: revision(&it),
        kind: it.kind.into(),
        year: it.year,
        covers: it.covers.map(|covers| covers.print(&style)).unwrap_or_default(),
        document: it.document.map(|id| number(id.0)),
        conference: it.conference.map(|id| number(id.0)),
        topic: it.topic,
        from: it.assigner.and_then(|id| bodies.name(id)).unwrap_or_default().to_owned(),
        assignees: it.assignees.iter().map(assignee).collect(),
        part_of: it.part_of.map(|id| number(id.0)),
        cause: it.cause.map(CauseKind::from),
        deadline: it.deadline.map(|day| day.print(&style)).unwrap_or_default(),
        stated_count: it.stated_count.map(number),
        basis: it.basis.iter().map(|id| number(id.0)).collect(),
        results: it.results.iter().map(result).collect(),
        mentions: it.mentions.iter().map(mention).collect(),
        text: it.text,
        quote: it.quote,
        field: it.field,
        deadline_words: it.deadline_words,
        urgency: it.urgency,
        counting_word: it.counting_word,
    })
}

/// Adds a row at the end of its year, or changes that of a number, as one step, with the bodies
/// that are not known yet; returns its number.
pub fn save_conclusion(
    app: &mut App,
    office: &OfficeChoice,
    id: Option<u32>,
    form: &ConclusionForm,
) -> Result<u32, AppError> {
    let owner = app.data_office(office)?.id;
    let stored = match id {
        Some(id) => {
            let stored = app.numbered_conclusion(office, id)?;
            unchanged(&stored, &form.revision, "Dòng này")?;
            stored
        }
        None => {
            let known = app.store.conclusions_between(owner, form.year, form.year)?;
            let last = known.iter().map(|it| it.position).max().unwrap_or(0);
            let new = Conclusion::new(owner, form.kind.into(), form.year, "", Origin::Hand);
            Conclusion { position: last + 1, state: State::Confirmed, ..new }
        }
    };
    let conclusion = form.applied(app, office, stored)?;
    let mut bodies = Bodies::load(&app.store, owner)?;
    let step = match id {
        Some(_) => format!("Sửa {}", form.kind.vietnamese()),
        None => format!("Thêm {}", form.kind.vietnamese()),
    };
    let done = app.store.transact(&step, |changes| {
        let conclusion = form.with_bodies(conclusion, &mut bodies, changes)?;
        match id {
            Some(_) => changes.update_conclusion(&conclusion).map(|()| conclusion.id),
            None => changes.add_conclusion(&conclusion),
        }
        .map_err(AppError::from)
    })?;
    Ok(number(done.value.0))
}

impl ConclusionForm {
    /// `stored` with what the form says, but for who gives it to whom.
    pub(super) fn applied(
        &self,
        app: &App,
        office: &OfficeChoice,
        stored: Conclusion,
    ) -> Result<Conclusion, AppError> {
        let owner = stored.organisation;
        let documents = app.store.documents_of(owner)?;
        let document = |id: u32| numbered(&documents, id).map(|document| document.id);
        let conference = match self.conference {
            Some(id) => Some(conferences::numbered(app, owner, id)?),
            None => None,
        };
        if let Some((of, topic)) = conference.as_ref().zip(self.topic)
            && topic as usize >= of.topics.len()
        {
            return Err(AppError::refused(format!(
                "Chủ đề: {} chỉ có {} chủ đề; hãy chọn lại, hoặc để trống nếu thuộc phần chung",
                of.name,
                of.topics.len()
            )));
        }
        let conference = conference.map(|of| of.id);
        let results = self.results.iter().filter(|it| !it.is_empty());
        let mention = |it: &MentionForm| Mention { text: it.text.clone(), place: it.place.clone() };
        Ok(Conclusion {
            kind: self.kind.into(),
            text: required("Nội dung", &self.text, "ghi một câu nói rõ việc gì")?,
            quote: self.quote.trim().to_owned(),
            year: self.year,
            field: self.field.trim().to_owned(),
            covers: period("Giai đoạn", &self.covers)?,
            document: self.document.map(document).transpose()?,
            conference,
            topic: self.conference.and(self.topic),
            part_of: self.part_of(app, office, stored.id)?,
            cause: self.cause.map(tongket_model::CauseKind::from),
            deadline: day("Thời hạn", &self.deadline)?,
            deadline_words: self.deadline_words.trim().to_owned(),
            urgency: self.urgency.trim().to_owned(),
            stated_count: self.stated_count.map(i64::from),
            counting_word: self.counting_word.trim().to_owned(),
            basis: self.basis.iter().map(|id| document(*id)).collect::<Result<_, _>>()?,
            results: results.map(|it| it.read(app, owner)).collect::<Result<_, _>>()?,
            mentions: self.mentions.iter().map(mention).collect(),
            ..stored
        })
    }

    /// The whole, which must not be a part of the row itself.
    fn part_of(
        &self,
        app: &App,
        office: &OfficeChoice,
        of: ConclusionId,
    ) -> Result<Option<ConclusionId>, AppError> {
        let Some(whole) = self.part_of else { return Ok(None) };
        let whole = app.numbered_conclusion(office, whole)?;
        let mut above = Some(whole.clone());
        while let Some(it) = above {
            if it.id == of {
                return Err(AppError::refused(
                    "Thuộc dòng: dòng đó lại là một phần của dòng này; hãy chọn dòng khác",
                ));
            }
            above = match it.part_of {
                Some(id) => app.store.conclusion(id)?,
                None => None,
            };
        }
        Ok(Some(whole.id))
    }

    pub(super) fn with_bodies(
        &self,
        conclusion: Conclusion,
        bodies: &mut Bodies,
        changes: &mut Changes<'_>,
    ) -> Result<Conclusion, AppError> {
        let assigner = match self.from.trim() {
            "" => None,
            name => Some(bodies.called_or_new(changes, name)?),
        };
        let mut assignees = Vec::new();
        for form in self.assignees.iter().filter(|form| !form.name.trim().is_empty()) {
            let name = form.name.trim();
            assignees.push(match form.is_rule {
                true => form.read_rule(changes, conclusion.organisation)?,
                false => Assignee::Body {
                    body: bodies.called_or_new(changes, name)?,
                    role: form.role.into(),
                },
            });
        }
        Ok(Conclusion { assigner, assignees, ..conclusion })
    }
}

impl AssigneeForm {
    fn read_rule(
        &self,
        changes: &Changes<'_>,
        owner: OrganisationId,
    ) -> Result<Assignee, AppError> {
        let indicator = match self.indicator.trim() {
            "" => None,
            slug => {
                let indicators = changes.store().indicators(owner)?;
                let found = indicators.iter().find(|of| of.slug.as_str() == slug);
                Some(found.map(|of| of.id).ok_or_else(|| unknown_indicator(slug))?)
            }
        };
        let below = match self.below.trim().trim_end_matches('%').trim() {
            "" => None,
            text => Some(text.replace(',', ".").parse::<Amount>().map_err(|_| {
                AppError::refused(format!(
                    "Ngưỡng: «{}» không phải là số; hãy ghi phần trăm như 36,5",
                    self.below
                ))
            })?),
        };
        Ok(Assignee::Rule { text: self.name.trim().to_owned(), indicator, below })
    }
}

impl ResultForm {
    /// Whether it says and shows nothing; a document or a figure alone shows what was done.
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.indicator.trim().is_empty() && self.document.is_none()
    }

    pub(super) fn read(&self, app: &App, owner: OrganisationId) -> Result<TaskResult, AppError> {
        let indicator = match self.indicator.trim() {
            "" => None,
            slug => {
                let indicators = app.store.indicators(owner)?;
                let found = indicators.iter().find(|of| of.slug.as_str() == slug);
                Some(found.map(|of| of.id).ok_or_else(|| unknown_indicator(slug))?)
            }
        };
        let document = match self.document {
            Some(id) => Some(numbered(&app.store.documents_of(owner)?, id)?.id),
            None => None,
        };
        let date = day("Ngày của kết quả", &self.date)?;
        Ok(TaskResult { text: self.text.trim().to_owned(), date, indicator, document })
    }
}

fn unknown_indicator(slug: &str) -> AppError {
    AppError::refused(format!("Không có chỉ tiêu «{slug}»; hãy chọn chỉ tiêu trong danh sách"))
}
