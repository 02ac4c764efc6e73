//! A document as a person fills it in.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{
    BodyId, Document, DocumentEvent, DocumentRelation, DocumentState as State, Opinion,
};

use super::bodies::Bodies;
use super::conferences;
use super::documents::numbered;
use super::mirrored::{Answer, EventKind, RelationKind};
use super::typed::{day, day_or_words, lines, number, period, required, revision, unchanged};
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct DocumentForm {
    /// "Chỉ thị"
    pub kind: String,
    /// "24-CT/TU"; empty while it waits to be issued, and where none is known.
    pub number: String,
    /// "7/8/2023", or words: "trung tuần tháng 10.2020".
    pub date: String,
    pub issuer: String,
    pub subject: String,
    /// chờ ban hành; one with a number and a day is issued whatever this says.
    pub pending: bool,
    pub aliases: Vec<String>,
    /// Slug; empty for all.
    pub field: String,
    /// What it is in force for: "giai đoạn 2020 - 2025"; may be empty.
    pub term: String,
    /// The number of a conference in its list.
    pub conference: Option<u32>,
    pub relations: Vec<RelationForm>,
    pub events: Vec<EventForm>,
    pub opinions: Vec<OpinionForm>,
    /// The full text; may be empty.
    pub text: String,
    /// What the stored row was when the form was handed out; a form saved over another one is
    /// refused. Empty for a new row.
    #[serde(default)]
    pub revision: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RelationForm {
    #[specta(inline)]
    pub kind: RelationKind,
    /// The number of a document in the list.
    pub to: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EventForm {
    #[specta(inline)]
    pub kind: EventKind,
    /// "28/12/2022"; empty when no day is known.
    pub date: String,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OpinionForm {
    /// Whose, by name; may be empty. A new body is made of a name that none has yet.
    pub body: String,
    pub text: String,
    /// `None` while it is open.
    #[specta(inline)]
    pub answer: Option<Answer>,
    /// What was changed, or why it was not.
    pub answer_text: String,
}

/// One document as its form.
pub fn document(app: &App, office: &OfficeChoice, id: u32) -> Result<DocumentForm, AppError> {
    let owner = app.data_office(office)?;
    let style = app.style(&owner)?;
    let bodies = Bodies::load(&app.store, owner.id)?;
    let all = app.store.documents_of(owner.id)?;
    let it = numbered(&all, id)?.clone();
    let text = app.store.document_text(it.id)?.unwrap_or_default();
    let event = |event: &DocumentEvent| EventForm {
        kind: event.kind.into(),
        date: event.date.map(|date| date.print(&style)).unwrap_or_default(),
        note: event.note.clone(),
    };
    let opinion = |opinion: &Opinion| OpinionForm {
        body: opinion.body.and_then(|id| bodies.name(id)).unwrap_or_default().to_owned(),
        text: opinion.text.clone(),
        answer: opinion.answer.map(Answer::from),
        answer_text: opinion.answer_text.clone(),
    };
    let relation =
        |it: &DocumentRelation| RelationForm { kind: it.kind.into(), to: number(it.to.0) };
    Ok(DocumentForm {
        revision: revision(&(&it, &text)),
        date: match it.date {
            Some(date) => date.print(&style),
            None => it.date_words,
        },
        pending: it.state == State::Pending,
        term: it.term.map(|term| term.print(&style)).unwrap_or_default(),
        conference: it.conference.map(|conference| number(conference.0)),
        relations: it.relations.iter().map(relation).collect(),
        events: it.events.iter().map(event).collect(),
        opinions: it.opinions.iter().map(opinion).collect(),
        kind: it.kind,
        number: it.number,
        issuer: it.issuer,
        subject: it.subject,
        aliases: it.aliases,
        field: it.field,
        text,
    })
}

/// Adds a document, or changes that of a number in the list, as one step; returns its number in
/// the list. Refused when another one is called so already.
pub fn save_document(
    app: &mut App,
    office: &OfficeChoice,
    id: Option<u32>,
    form: &DocumentForm,
) -> Result<u32, AppError> {
    let owner = app.data_office(office)?.id;
    let all = app.store.documents_of(owner)?;
    let stored = match id {
        Some(id) => {
            let stored = numbered(&all, id)?.clone();
            let text = app.store.document_text(stored.id)?.unwrap_or_default();
            unchanged(&(&stored, &text), &form.revision, "Văn bản này")?;
            stored
        }
        None => Document::new(owner, ""),
    };
    let document = form.applied(app, stored, &all)?;
    let mut bodies = Bodies::load(&app.store, owner)?;
    let step = match id {
        Some(_) => format!("Sửa {}", document.title()),
        None => format!("Thêm {}", document.title()),
    };
    let done = app.store.transact(&step, |changes| {
        let mut document = document;
        for opinion in &form.opinions {
            let body = match opinion.body.trim() {
                "" => None,
                name => Some(bodies.called_or_new(changes, name)?),
            };
            document.opinions.push(opinion.read(body));
        }
        let id = match id {
            Some(_) => changes.update_document(&document).map(|()| document.id)?,
            None => changes.add_document(&document)?,
        };
        changes.set_document_text(id, &form.text)?;
        Ok::<_, AppError>(id)
    })?;
    Ok(number(done.value.0))
}

impl DocumentForm {
    /// `stored` with what the form says, but for its opinions. `all` are the documents of the
    /// office.
    fn applied(&self, app: &App, stored: Document, all: &[Document]) -> Result<Document, AppError> {
        let conference = match self.conference {
            Some(id) => Some(conferences::numbered(app, stored.organisation, id)?.id),
            None => None,
        };
        let (date, date_words) = day_or_words("Ngày", &self.date)?;
        let is_issued = !self.pending || (!self.number.trim().is_empty() && date.is_some());
        let document = Document {
            kind: required("Loại văn bản", &self.kind, "ghi như Chỉ thị, Nghị quyết, Kết luận")?,
            number: self.number.trim().to_owned(),
            date,
            date_words,
            issuer: self.issuer.trim().to_owned(),
            subject: self.subject.trim().to_owned(),
            state: if is_issued { State::Issued } else { State::Pending },
            aliases: lines(&self.aliases),
            field: self.field.trim().to_owned(),
            term: period("Thời kỳ áp dụng", &self.term)?,
            conference,
            relations: self.relations(&stored, all)?,
            events: self.events.iter().map(EventForm::read).collect::<Result<_, _>>()?,
            opinions: Vec::new(),
            ..stored
        };
        if document.number.is_empty() && document.subject.is_empty() {
            return Err(AppError::refused(
                "Số, ký hiệu: chưa ghi; văn bản chưa có số thì hãy ghi trích yếu",
            ));
        }
        let mut others = all.iter().filter(|it| it.id != document.id);
        if let Some(same) = others.find(|it| it.is_same_as(&document)) {
            return Err(AppError::refused(format!(
                "Số, ký hiệu: đã có {} trong kho; hãy sửa văn bản đó",
                same.title()
            )));
        }
        Ok(document)
    }

    fn relations(
        &self,
        of: &Document,
        all: &[Document],
    ) -> Result<Vec<DocumentRelation>, AppError> {
        let mut relations = Vec::new();
        for relation in &self.relations {
            let to = numbered(all, relation.to)?.id;
            if to == of.id {
                return Err(AppError::refused(
                    "Quan hệ: văn bản không thể thực hiện, sửa đổi hay thay thế chính nó",
                ));
            }
            relations.push(DocumentRelation { kind: relation.kind.into(), to });
        }
        Ok(relations)
    }
}

impl EventForm {
    fn read(&self) -> Result<DocumentEvent, AppError> {
        let date = day("Ngày của quá trình", &self.date)?;
        Ok(DocumentEvent { kind: self.kind.into(), date, note: self.note.trim().to_owned() })
    }
}

impl OpinionForm {
    fn read(&self, body: Option<BodyId>) -> Opinion {
        Opinion {
            body,
            text: self.text.trim().to_owned(),
            answer: self.answer.map(tongket_model::Answer::from),
            answer_text: self.answer_text.trim().to_owned(),
        }
    }
}
