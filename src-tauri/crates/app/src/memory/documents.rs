//! The register of documents.

use serde::Serialize;
use tongket_figures::{Date, Style, fold};
use tongket_model::{
    Document, DocumentId, DocumentRelation, DocumentState, OrganisationId, RelationKind, field_name,
};

use crate::{App, AppError, OfficeChoice};

/// A document as it is entered.
#[derive(Debug, Clone, Default)]
pub struct DocumentEntry {
    /// "Chỉ thị"
    pub kind: String,
    /// Empty while it waits to be issued.
    pub number: String,
    pub date: Option<Date>,
    pub issuer: String,
    pub subject: String,
    pub aliases: Vec<String>,
    /// Slug; empty for all.
    pub field: String,
    /// The number of the document that it carries out.
    pub implements: Option<String>,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentLine {
    pub id: i64,
    /// "Chỉ thị 24-CT/TU"
    pub title: String,
    pub kind: String,
    pub number: String,
    /// As printed: "07/8/2023", or the words that stand for it; may be empty.
    pub date: String,
    pub issuer: String,
    pub subject: String,
    /// "chờ ban hành" or "đã ban hành"
    pub state: String,
    pub field: String,
    pub aliases: Vec<String>,
    /// "thực hiện Chỉ thị 24-CT/TU"
    pub relations: Vec<String>,
    /// How many conclusions stand in it or carry it out.
    pub n_conclusions: usize,
}

/// The newest first; those of `implementing` only where it is given: "văn bản triển khai".
pub fn documents(
    app: &App,
    office: &OfficeChoice,
    implementing: Option<&str>,
) -> Result<Vec<DocumentLine>, AppError> {
    let owner = app.data_office(office)?;
    let style = app.style(&owner)?;
    let all = app.store.documents_of(owner.id)?;
    let conclusions = app.store.conclusions_of(owner.id)?;
    let wanted = match implementing {
        Some(number) => Some(numbered(&all, number)?.id),
        None => None,
    };
    let carries_out = |document: &&Document| {
        wanted.is_none_or(|wanted| {
            let implements =
                |it: &DocumentRelation| it.kind == RelationKind::Implements && it.to == wanted;
            document.relations.iter().any(implements)
        })
    };
    let mut found: Vec<&Document> = all.iter().filter(carries_out).collect();
    found.sort_by_key(|document| std::cmp::Reverse((document.date, document.id)));
    let line = |document: &&Document| {
        let of = conclusions
            .iter()
            .filter(|it| it.document == Some(document.id) || it.basis.contains(&document.id));
        line(document, &all, &style, of.count())
    };
    Ok(found.iter().map(line).collect())
}

fn line(
    document: &Document,
    all: &[Document],
    style: &Style,
    n_conclusions: usize,
) -> DocumentLine {
    let title_of = |id: DocumentId| all.iter().find(|it| it.id == id).map(Document::title);
    let relations = document.relations.iter().filter_map(|relation| {
        Some(format!("{} {}", relation.kind.vietnamese(), title_of(relation.to)?))
    });
    let state = match document.state {
        DocumentState::Pending => "chờ ban hành",
        DocumentState::Issued => "đã ban hành",
    };
    DocumentLine {
        id: document.id.0,
        title: document.title(),
        kind: document.kind.clone(),
        number: document.number.clone(),
        date: match document.date {
            Some(date) => date.print(style),
            None => document.date_words.clone(),
        },
        issuer: document.issuer.clone(),
        subject: document.subject.clone(),
        state: state.to_owned(),
        field: field_name(&document.field).to_owned(),
        aliases: document.aliases.clone(),
        relations: relations.collect(),
        n_conclusions,
    }
}

/// Adds a document as one step; refused when its number is in the register already.
pub fn add_document(
    app: &mut App,
    office: &OfficeChoice,
    entry: &DocumentEntry,
) -> Result<i64, AppError> {
    let owner = app.data_office(office)?;
    let all = app.store.documents_of(owner.id)?;
    if !entry.number.is_empty() && numbered(&all, &entry.number).is_ok() {
        let number = &entry.number;
        return Err(AppError::refused(format!("Đã có văn bản số {number} trong kho")));
    }
    let document = entry.document(owner.id, &all)?;
    let name = format!("Thêm văn bản {}", document.title());
    let done = app.store.transact(&name, |changes| {
        let id = changes.add_document(&document)?;
        changes.set_document_text(id, &entry.text)?;
        Ok::<_, AppError>(id.0)
    })?;
    Ok(done.value)
}

/// Takes a document out of the register, as one step; refused while something names it.
pub fn remove_document(app: &mut App, id: i64) -> Result<(), AppError> {
    app.store.transact("Xóa văn bản", |changes| changes.remove_document(DocumentId(id)))?;
    Ok(())
}

impl DocumentEntry {
    fn document(&self, owner: OrganisationId, all: &[Document]) -> Result<Document, AppError> {
        let relation = match &self.implements {
            Some(number) => Some(DocumentRelation {
                kind: RelationKind::Implements,
                to: numbered(all, number)?.id,
            }),
            None => None,
        };
        let is_issued = !self.number.is_empty() || self.date.is_some();
        Ok(Document {
            number: self.number.clone(),
            date: self.date,
            issuer: self.issuer.clone(),
            subject: self.subject.clone(),
            state: if is_issued { DocumentState::Issued } else { DocumentState::Pending },
            aliases: self.aliases.clone(),
            field: self.field.clone(),
            relations: relation.into_iter().collect(),
            ..Document::new(owner, &self.kind)
        })
    }
}

/// The document of that number or alias.
pub(super) fn numbered<'d>(all: &'d [Document], number: &str) -> Result<&'d Document, AppError> {
    let wanted = fold(number);
    let is_called = |text: &str| !text.is_empty() && fold(text) == wanted;
    let found = all.iter().find(|document| {
        is_called(&document.number)
            || is_called(&document.title())
            || document.aliases.iter().any(|alias| is_called(alias))
    });
    found.ok_or_else(|| AppError::usage(format!("Không có văn bản «{number}» trong kho")))
}
