//! Commands on drafts, templates and notes, made up by the property test. Rows are named by their
//! keys; those that do not exist are refused.

use tongket_model::{
    Draft, DraftId, DraftSettings, DraftVersion, DraftVersionId, FrozenContent, FrozenText,
    OfficeTemplate, OfficeTemplateId, OrganisationId, Side,
};
use tongket_store::{Changes, Store, StoreError};

use crate::command::{home, indicator};

#[derive(Debug, Clone)]
pub enum Drafting {
    Add {
        title: String,
        body: String,
    },
    /// Writes the body of the newest draft.
    Write {
        body: String,
    },
    Freeze {
        note: String,
    },
    Remove,
    SetTemplate {
        name: String,
        body: String,
    },
    RemoveTemplate {
        name: String,
    },
    SetNote {
        indicator: String,
        text: String,
    },
}

const TIME: &str = "2026-11-22T08:30:05";

impl Drafting {
    pub fn run(&self, changes: &mut Changes<'_>) -> Result<(), StoreError> {
        match self {
            Drafting::Add { title, body } => {
                let template = changes.add_content(title.as_bytes())?;
                let organisation = home(changes.store())?;
                changes.add_draft(&draft(organisation, title, body, template)).map(drop)
            }
            Drafting::Write { body } => {
                let mut draft = newest(changes.store())?;
                draft.body.clone_from(body);
                changes.update_draft(&draft)
            }
            Drafting::Freeze { note } => freeze(changes, note),
            Drafting::Remove => {
                let id = newest(changes.store())?.id;
                changes.remove_draft(id)
            }
            Drafting::SetTemplate { name, body } => set_template(changes, name, body),
            Drafting::RemoveTemplate { name } => {
                let id = template_id(changes.store(), name)?.unwrap_or(OfficeTemplateId(0));
                changes.remove_template(id)
            }
            Drafting::SetNote { indicator: slug, text } => {
                let of = indicator(changes.store(), slug)?;
                changes.set_note(of.id, 2023, text)
            }
        }
    }
}

pub fn draft(organisation: OrganisationId, title: &str, body: &str, template: String) -> Draft {
    Draft {
        id: DraftId(0),
        organisation,
        kind: "kinh-te-xa-hoi".to_owned(),
        year: 2023,
        title: title.to_owned(),
        settings: DraftSettings {
            kind_name: "Báo cáo kinh tế - xã hội".to_owned(),
            side: Side::State,
            type_name: "BÁO CÁO".to_owned(),
            symbol: "BC".to_owned(),
            subject: "tình hình năm {{ nam }}".to_owned(),
            profile: "nd30".to_owned(),
            number: String::new(),
            date: String::new(),
            toc: false,
            draft_mark: true,
        },
        body: body.to_owned(),
        template,
        created: TIME.to_owned(),
        changed: TIME.to_owned(),
    }
}

fn newest(store: &Store) -> Result<Draft, StoreError> {
    let all = store.drafts()?;
    all.into_iter().max_by_key(|draft| draft.id).map_or_else(|| store.draft(DraftId(0)), Ok)
}

/// The next version of the newest draft, whose Word file is the body.
pub fn freeze(changes: &mut Changes<'_>, note: &str) -> Result<(), StoreError> {
    let draft = newest(changes.store())?;
    let number = changes.store().versions_of(draft.id)?.len() as u32 + 1;
    let docx = changes.add_content(draft.body.as_bytes())?;
    let text = FrozenText { text: draft.body.clone(), ..FrozenText::default() };
    let version = DraftVersion {
        id: DraftVersionId(0),
        draft: draft.id,
        number,
        name: format!("Dự thảo lần {number}"),
        time: TIME.to_owned(),
        note: note.to_owned(),
        body: draft.body,
        content: FrozenContent { texts: vec![text], figures: Vec::new() },
        docx,
    };
    changes.add_version(&version).map(drop)
}

fn template_id(store: &Store, name: &str) -> Result<Option<OfficeTemplateId>, StoreError> {
    let all = store.templates()?;
    Ok(all.into_iter().find(|template| template.name == name).map(|template| template.id))
}

fn set_template(changes: &mut Changes<'_>, name: &str, body: &str) -> Result<(), StoreError> {
    let stored = template_id(changes.store(), name)?;
    let template = OfficeTemplate {
        id: stored.unwrap_or(OfficeTemplateId(0)),
        organisation: home(changes.store())?,
        name: name.to_owned(),
        based_on: "kinh-te-xa-hoi".to_owned(),
        settings: "name = \"Báo cáo\"".to_owned(),
        body: body.to_owned(),
        changed: TIME.to_owned(),
    };
    match stored {
        Some(_) => changes.update_template(&template),
        None => changes.add_template(&template).map(drop),
    }
}
