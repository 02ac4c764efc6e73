//! What was concluded: entered row by row, listed, followed until it is done.

use serde::Serialize;
use tongket_figures::{Date, Period, Style};
use tongket_model::{
    Assignee, Body, BodyId, Conclusion, ConclusionId, Document, OrganisationId, Origin, Role,
    State, TaskResult, field_name,
};

pub use tongket_model::{ConclusionKind, Progress};

use super::bodies::{body_named, body_or_new};
use super::documents::numbered;
use crate::{App, AppError, OfficeChoice};

/// A row as it is entered.
#[derive(Debug, Clone)]
pub struct ConclusionEntry {
    pub kind: ConclusionKind,
    pub text: String,
    pub year: i32,
    pub covers: Option<Period>,
    /// Slug; empty for all.
    pub field: String,
    /// Number of the document it stands in.
    pub document: Option<String>,
    /// Who gives it; a new body is made where there is none of that name.
    pub from: Option<String>,
    /// Who leads, and who takes part.
    pub to: Vec<String>,
    pub with: Vec<String>,
    pub deadline: Option<Date>,
    pub deadline_words: String,
    /// The number of the row that it is a part of.
    pub part_of: Option<i64>,
}

/// Which rows are asked for.
#[derive(Debug, Clone, Default)]
pub struct ConclusionQuery {
    pub office: OfficeChoice,
    pub year: Option<i32>,
    pub kinds: Vec<ConclusionKind>,
    /// Given by or to a body of this name.
    pub body: Option<String>,
    pub tasks: TaskFilter,
}

/// Which of the rows that are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TaskFilter {
    /// Every row, followed or not.
    #[default]
    All,
    /// Not ended yet.
    Pending,
    /// Not ended, and its day is past.
    Overdue,
    /// Not ended, and no day is set.
    NoDeadline,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConclusionLine {
    pub id: i64,
    pub kind: ConclusionKind,
    /// "nhiệm vụ"
    pub kind_name: String,
    pub text: String,
    pub year: i32,
    pub field: String,
    pub from: String,
    pub to: Vec<String>,
    pub with: Vec<String>,
    /// "Chỉ thị 24-CT/TU"; empty when it stands in none.
    pub document: String,
    /// The day as printed, or the words that stand for it; may be empty.
    pub deadline: String,
    pub has_day: bool,
    pub overdue: bool,
    pub urgency: String,
    pub progress: Progress,
    /// "đang thực hiện", "chưa khắc phục"
    pub progress_name: String,
    pub results: Vec<String>,
    pub part_of: Option<i64>,
}

/// By year and place.
pub fn conclusions(app: &App, query: &ConclusionQuery) -> Result<Vec<ConclusionLine>, AppError> {
    let owner = app.data_office(&query.office)?;
    let all = match query.year {
        Some(year) => app.store.conclusions_between(owner.id, year, year)?,
        None => app.store.conclusions_of(owner.id)?,
    };
    let bodies = app.store.bodies()?;
    let asked = match &query.body {
        Some(name) => Some(body_named(&bodies, name)?.id),
        None => None,
    };
    let today = today(app);
    let documents = app.store.documents_of(owner.id)?;
    let style = app.style(&owner)?;
    let wanted = |it: &&Conclusion| {
        let of_kind = query.kinds.is_empty() || query.kinds.contains(&it.kind);
        let of_body = |body| it.assigner == Some(body) || it.bodies().any(|it| it == body);
        of_kind
            && asked.is_none_or(of_body)
            && match query.tasks {
                TaskFilter::All => true,
                TaskFilter::Pending => it.is_pending(),
                TaskFilter::Overdue => it.is_overdue(today),
                TaskFilter::NoDeadline => it.is_pending() && it.deadline.is_none(),
            }
    };
    let line = |it: &Conclusion| line(it, &bodies, &documents, &style, today);
    Ok(all.iter().filter(wanted).map(line).collect())
}

fn line(
    it: &Conclusion,
    bodies: &[Body],
    documents: &[Document],
    style: &Style,
    today: Date,
) -> ConclusionLine {
    let name = |id: BodyId| bodies.iter().find(|body| body.id == id).map(|body| body.name.clone());
    let given = |wanted: Role| {
        let names = it.assignees.iter().filter_map(|assignee| match assignee {
            Assignee::Body { body, role } if *role == wanted => name(*body),
            Assignee::Rule { text, .. } if wanted == Role::Lead => Some(text.clone()),
            _ => None,
        });
        names.collect()
    };
    let document = documents.iter().find(|document| Some(document.id) == it.document);
    let progress_name = match it.kind {
        ConclusionKind::Limitation => it.progress.overcome(),
        _ => it.progress.vietnamese(),
    };
    ConclusionLine {
        id: it.id.0,
        kind: it.kind,
        kind_name: it.kind.vietnamese().to_owned(),
        text: it.text.clone(),
        year: it.year,
        field: field_name(&it.field).to_owned(),
        from: it.assigner.and_then(name).unwrap_or_default(),
        to: given(Role::Lead),
        with: given(Role::Support),
        document: document.map(Document::title).unwrap_or_default(),
        deadline: match it.deadline {
            Some(day) => day.print(style),
            None => it.deadline_words.clone(),
        },
        has_day: it.deadline.is_some(),
        overdue: it.is_overdue(today),
        urgency: it.urgency.clone(),
        progress: it.progress,
        progress_name: progress_name.to_owned(),
        results: it.results.iter().map(|result| result.text.clone()).collect(),
        part_of: it.part_of.map(|whole| whole.0),
    }
}

/// Adds a row as one step, with the bodies that are not known yet; returns its number.
pub fn add_conclusion(
    app: &mut App,
    office: &OfficeChoice,
    entry: &ConclusionEntry,
) -> Result<i64, AppError> {
    let owner = app.data_office(office)?.id;
    let document = match &entry.document {
        Some(number) => Some(numbered(&app.store.documents_of(owner)?, number)?.id),
        None => None,
    };
    let part_of = match entry.part_of {
        Some(id) => Some(find(app, owner, id)?.id),
        None => None,
    };
    let name = format!("Thêm {}", entry.kind.vietnamese());
    let done = app.store.transact(&name, |changes| {
        let assigner = match &entry.from {
            Some(name) => Some(body_or_new(changes, owner, name)?),
            None => None,
        };
        let mut assignees = Vec::new();
        for (names, role) in [(&entry.to, Role::Lead), (&entry.with, Role::Support)] {
            for name in names {
                assignees.push(Assignee::Body { body: body_or_new(changes, owner, name)?, role });
            }
        }
        let known = changes.store().conclusions_between(owner, entry.year, entry.year)?;
        let id = changes.add_conclusion(&Conclusion {
            field: entry.field.clone(),
            covers: entry.covers,
            document,
            assigner,
            assignees,
            part_of,
            deadline: entry.deadline,
            deadline_words: entry.deadline_words.clone(),
            position: known.iter().map(|it| it.position).max().unwrap_or(0) + 1,
            state: State::Confirmed,
            ..Conclusion::new(owner, entry.kind, entry.year, entry.text.trim(), Origin::Hand)
        })?;
        Ok::<_, AppError>(id.0)
    })?;
    Ok(done.value)
}

/// Notes how far a row has come, with what came of it, as one step.
pub fn record_progress(
    app: &mut App,
    office: &OfficeChoice,
    id: i64,
    progress: Progress,
    result: Option<&str>,
) -> Result<(), AppError> {
    let owner = app.data_office(office)?.id;
    let mut conclusion = find(app, owner, id)?;
    conclusion.progress = progress;
    let date = Some(today(app));
    conclusion.results.extend(result.map(|text| TaskResult {
        text: text.trim().to_owned(),
        date,
        indicator: None,
        document: None,
    }));
    let name = format!("Ghi tiến độ {}", conclusion.kind.vietnamese());
    app.store.transact(&name, |changes| changes.update_conclusion(&conclusion))?;
    Ok(())
}

/// Takes a row away, as one step; refused while another one is a part of it.
pub fn remove_conclusion(app: &mut App, office: &OfficeChoice, id: i64) -> Result<(), AppError> {
    let owner = app.data_office(office)?.id;
    let conclusion = find(app, owner, id)?;
    let name = format!("Xóa {}", conclusion.kind.vietnamese());
    app.store.transact(&name, |changes| changes.remove_conclusion(ConclusionId(id)))?;
    Ok(())
}

fn find(app: &App, owner: OrganisationId, id: i64) -> Result<Conclusion, AppError> {
    let all = app.store.conclusions_of(owner)?;
    all.into_iter().find(|it| it.id.0 == id).ok_or_else(|| {
        AppError::usage(format!("Không có dòng kết luận số {id}; xem các số trong danh sách"))
    })
}

fn today(app: &App) -> Date {
    app.clock.now().date().into()
}
