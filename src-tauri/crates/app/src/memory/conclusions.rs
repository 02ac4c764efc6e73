//! What was concluded, as lists: by year, kind, body, document, conference; what is overdue, due
//! or without a deadline.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{Date, Style};
use tongket_model::{
    Assignee, BodyId, Conclusion, ConclusionId, Document, IndicatorId, field_name, is_within_field,
};

use super::bodies::{Bodies, body_named};
use super::conferences::title;
use super::mirrored::{CauseKind, ConclusionKind, Role, TaskProgress};
use super::typed::number;
use crate::{App, AppError, OfficeChoice};

/// What is due within so many days is due soon.
const SOON: i64 = 15;

/// Which rows are asked for; every row when nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Type)]
#[serde(default)]
pub struct ConclusionQuery {
    /// Those that hold for it.
    pub year: Option<i32>,
    #[specta(inline)]
    pub kinds: Vec<ConclusionKind>,
    /// Given by or to a body of this name.
    pub body: Option<String>,
    /// Slug of a field.
    pub field: Option<String>,
    /// The number of a document in the list: rows that stand in it or carry it out.
    pub document: Option<u32>,
    /// The number of a conference in the list.
    pub conference: Option<u32>,
    /// The parts of the row of this number.
    pub part_of: Option<u32>,
    #[specta(inline)]
    pub tasks: TaskFilter,
}

/// Which of the rows that are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum TaskFilter {
    /// Every row, followed or not.
    #[default]
    All,
    /// Not ended yet.
    Pending,
    /// Not ended, and its day is past.
    Overdue,
    /// Not ended, and its day is near.
    DueSoon,
    /// Not ended, and no day is set.
    NoDeadline,
    /// Ended.
    Done,
}

/// How a row that is followed stands to its deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// It is not followed, or has ended.
    Nothing,
    Overdue,
    Soon,
    Later,
    NoDeadline,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ConclusionLine {
    pub id: u32,
    #[specta(inline)]
    pub kind: ConclusionKind,
    /// "nhiệm vụ"
    pub kind_name: String,
    pub text: String,
    /// As the source has it; empty when entered by hand.
    pub quote: String,
    pub year: i32,
    /// Its name; empty for all.
    pub field: String,
    pub from: String,
    /// Who leads, and whoever a rule names.
    pub to: Vec<String>,
    pub with: Vec<String>,
    /// "Chỉ thị 24-CT/TU"; empty when it stands in none.
    pub document: String,
    /// Titles of the documents that it carries out or names.
    pub basis: Vec<String>,
    /// "Hội nghị Thành ủy lần thứ 14"; empty when it was concluded at none.
    pub conference: String,
    /// The topic of the conference; empty for the general part.
    pub topic: String,
    /// The day as printed, or the words that stand for it; may be empty.
    pub deadline: String,
    #[specta(inline)]
    pub due: Due,
    /// Days that its day is past; 0 when it is not overdue.
    pub days_late: u32,
    pub urgency: String,
    #[specta(inline)]
    pub progress: TaskProgress,
    /// "đang thực hiện", "chưa khắc phục"; "chưa nêu" for a limitation of which nothing was said
    /// since.
    pub progress_name: String,
    pub results: Vec<ResultLine>,
    pub part_of: Option<u32>,
    /// Of a cause, where it is known.
    #[specta(inline)]
    pub cause: Option<CauseKind>,
    /// How many parts it has: causes, solutions, tasks below it.
    pub n_parts: u32,
    /// "nêu 4, đã ghi 2", where the count that the source states is another one.
    pub count_note: String,
    pub n_mentions: u32,
    /// "thong-bao.docx, vị trí p5"
    pub origin: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ResultLine {
    pub text: String,
    /// As printed; may be empty.
    pub date: String,
    /// The figure and the document that show it, by name; empty when there are none.
    pub indicator: String,
    pub document: String,
}

/// By year and place.
pub fn conclusions(
    app: &App,
    office: &OfficeChoice,
    query: &ConclusionQuery,
) -> Result<Vec<ConclusionLine>, AppError> {
    let owner = app.data_office(office)?;
    let all = app.store.conclusions_of(owner.id)?;
    let bodies = Bodies::load(&app.store, owner.id)?;
    let asked = match &query.body {
        Some(name) => Some(body_named(&bodies, name)?.id),
        None => None,
    };
    let today = app.today();
    let wanted = all.iter().filter(|it| query.asks_for(it, asked, today));
    let mut n_parts = HashMap::new();
    for whole in all.iter().filter_map(|it| it.part_of) {
        *n_parts.entry(whole).or_default() += 1;
    }
    let lines = Lines {
        n_parts,
        bodies: &bodies,
        documents: app.store.documents_of(owner.id)?,
        conferences: app.store.conferences_of(owner.id)?,
        indicators: app.store.indicators(owner.id)?,
        style: app.style(&owner)?,
        today,
    };
    Ok(wanted.map(|it| lines.line(it)).collect())
}

impl ConclusionQuery {
    fn asks_for(&self, it: &Conclusion, body: Option<BodyId>, today: Date) -> bool {
        let of_body = |body| it.assigner == Some(body) || it.bodies().any(|it| it == body);
        let of_document = |id: i64| {
            it.document.is_some_and(|of| of.0 == id) || it.basis.iter().any(|of| of.0 == id)
        };
        let (first, last) = it.years();
        let is = |asked: Option<u32>, there: Option<i64>| {
            asked.is_none_or(|asked| there == Some(i64::from(asked)))
        };
        self.year.is_none_or(|year| (first..=last).contains(&year))
            && (self.kinds.is_empty() || self.kinds.contains(&it.kind.into()))
            && body.is_none_or(of_body)
            && self.field.as_ref().is_none_or(|field| is_within_field(&it.field, field))
            && self.document.is_none_or(|id| of_document(i64::from(id)))
            && is(self.conference, it.conference.map(|of| of.0))
            && is(self.part_of, it.part_of.map(|of| of.0))
            && match (self.tasks, due(it, today)) {
                (TaskFilter::All, _) => true,
                (TaskFilter::Pending, _) => it.is_pending(),
                (TaskFilter::Overdue, due) => due == Due::Overdue,
                (TaskFilter::DueSoon, due) => due == Due::Soon,
                (TaskFilter::NoDeadline, due) => due == Due::NoDeadline,
                (TaskFilter::Done, _) => {
                    it.kind.is_followed() && it.progress == tongket_model::Progress::Done
                }
            }
    }
}

fn due(it: &Conclusion, today: Date) -> Due {
    match it.deadline {
        _ if !it.is_pending() => Due::Nothing,
        None => Due::NoDeadline,
        Some(day) if day < today => Due::Overdue,
        Some(day) if day.days_since(today) <= SOON => Due::Soon,
        Some(_) => Due::Later,
    }
}

/// What lines are told with.
struct Lines<'a> {
    n_parts: HashMap<ConclusionId, u32>,
    bodies: &'a Bodies,
    documents: Vec<Document>,
    conferences: Vec<tongket_model::Conference>,
    indicators: Vec<tongket_model::Indicator>,
    style: Style,
    today: Date,
}

impl Lines<'_> {
    fn line(&self, it: &Conclusion) -> ConclusionLine {
        let due = due(it, self.today);
        let late = it.deadline.map_or(0, |day| self.today.days_since(day)).max(0);
        let n_parts = self.n_parts.get(&it.id).copied().unwrap_or_default();
        let conference = self.conferences.iter().find(|of| Some(of.id) == it.conference);
        let topic = conference.zip(it.topic).and_then(|(of, topic)| of.topics.get(topic as usize));
        ConclusionLine {
            id: number(it.id.0),
            kind: it.kind.into(),
            kind_name: it.kind.vietnamese().to_owned(),
            text: it.text.clone(),
            quote: it.quote.clone(),
            year: it.year,
            field: field_name(&it.field).to_owned(),
            from: it.assigner.and_then(|id| self.bodies.name(id)).unwrap_or_default().to_owned(),
            to: self.given(it, Role::Lead),
            with: self.given(it, Role::Support),
            document: it.document.map(|id| self.title_of(id)).unwrap_or_default(),
            basis: it.basis.iter().map(|id| self.title_of(*id)).collect(),
            conference: conference.map(|of| title(of, &self.style)).unwrap_or_default(),
            topic: topic.cloned().unwrap_or_default(),
            deadline: match it.deadline {
                Some(day) => day.print(&self.style),
                None => it.deadline_words.clone(),
            },
            due,
            days_late: if due == Due::Overdue { number(late) } else { 0 },
            urgency: it.urgency.clone(),
            progress: it.progress.into(),
            progress_name: it.progress_name().to_owned(),
            results: it.results.iter().map(|result| self.result(result)).collect(),
            part_of: it.part_of.map(|whole| number(whole.0)),
            cause: it.cause.map(CauseKind::from),
            n_parts,
            count_note: match it.stated_count {
                Some(stated) if stated != i64::from(n_parts) => {
                    format!("nêu {stated}, đã ghi {n_parts}")
                }
                _ => String::new(),
            },
            n_mentions: it.mentions.len() as u32,
            origin: it.origin.describe(),
        }
    }

    fn given(&self, it: &Conclusion, wanted: Role) -> Vec<String> {
        let names = it.assignees.iter().filter_map(|assignee| match assignee {
            Assignee::Body { body, role } if Role::from(*role) == wanted => {
                self.bodies.name(*body).map(str::to_owned)
            }
            Assignee::Rule { text, .. } if wanted == Role::Lead => Some(text.clone()),
            _ => None,
        });
        names.collect()
    }

    fn title_of(&self, id: tongket_model::DocumentId) -> String {
        self.documents.iter().find(|of| of.id == id).map(Document::title).unwrap_or_default()
    }

    fn result(&self, result: &tongket_model::TaskResult) -> ResultLine {
        let name = |id: IndicatorId| {
            self.indicators.iter().find(|of| of.id == id).map(|of| of.name.clone())
        };
        ResultLine {
            text: result.text.clone(),
            date: result.date.map(|date| date.print(&self.style)).unwrap_or_default(),
            indicator: result.indicator.and_then(name).unwrap_or_default(),
            document: result.document.map(|id| self.title_of(id)).unwrap_or_default(),
        }
    }
}

/// Takes a row away, as one step; refused while another one is a part of it.
pub fn remove_conclusion(app: &mut App, office: &OfficeChoice, id: u32) -> Result<(), AppError> {
    let conclusion = app.numbered_conclusion(office, id)?;
    let name = format!("Xóa {}", conclusion.kind.vietnamese());
    app.store.transact(&name, |changes| changes.remove_conclusion(conclusion.id))?;
    Ok(())
}

impl App {
    /// The row of that number, of the chosen office.
    pub(super) fn numbered_conclusion(
        &self,
        office: &OfficeChoice,
        id: u32,
    ) -> Result<Conclusion, AppError> {
        let owner = self.data_office(office)?.id;
        let found = self.store.conclusion(tongket_model::ConclusionId(i64::from(id)))?;
        found.filter(|it| it.organisation == owner).ok_or_else(|| {
            AppError::usage(format!("Không có dòng kết luận số {id}; xem các số trong danh sách"))
        })
    }

    pub(super) fn today(&self) -> Date {
        self.clock.now().date().into()
    }
}
