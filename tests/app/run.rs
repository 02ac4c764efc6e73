//! Doing what the window asks for.

use serde::Serialize;
use serde_json::Value;
use tongket_app::{self as app, App, AppError, OfficeChoice, Session};

use crate::action::Action;
use crate::imports::Imports;
use crate::memory;

impl Action {
    pub fn run(&self, session: &mut Session, imports: &mut Imports) -> Result<Value, AppError> {
        if let Some(answer) = self.run_on_imports(session, imports) {
            return answer;
        }
        if let Some(answer) = memory::run(self, session) {
            return answer;
        }
        let choice = |office: &Option<String>| OfficeChoice(office.clone());
        match self {
            Action::AppState => json(app::app_state(session)?),
            Action::CreateOffice { form } => json(app::create_office(session, form)?),
            Action::OpenSample => json(app::open_sample(session)?),
            Action::OpenOwn => json(app::open_own(session)?),
            Action::Profiles => json(app::profiles()?),
            Action::Office { office } => json(app::office(&*session.reading()?, &choice(office))?),
            Action::SaveOffice { office, form } => {
                json(app::save_office(session.app_mut()?, &choice(office), form)?)
            }
            Action::Undo { step: None } => json(app::undo(session.app_mut()?)?),
            Action::Undo { step: Some(step) } => json(app::undo_step(session.app_mut()?, *step)?),
            Action::Redo => json(app::redo(session.app_mut()?)?),
            Action::Overview { scope } => json(app::overview(&*session.reading()?, scope)?),
            Action::YearOffer { office, year } => {
                json(app::year_offer(&*session.reading()?, &choice(office), *year)?)
            }
            Action::OpenYear { office, year, choice: chosen } => {
                json(app::open_chosen_year(session.app_mut()?, &choice(office), *year, chosen)?)
            }
            Action::FigureGrid { scope } => json(app::figure_grid(&*session.reading()?, scope)?),
            Action::SetCells { scope, edits, step } => {
                json(app::set_cells(session.app_mut()?, scope, edits, step)?)
            }
            Action::ReadPaste { scope, anchor, columns, rows } => {
                json(app::read_paste(&*session.reading()?, scope, anchor, columns, rows)?)
            }
            Action::ApplyPaste { scope, cells } => {
                json(app::apply_paste(session.app_mut()?, scope, cells)?)
            }
            Action::FigurePanel { scope, indicator } => {
                json(app::figure_panel(&*session.reading()?, scope, indicator)?)
            }
            Action::AddIndicator { office, form } => {
                json(app::add_indicator(session.app_mut()?, &choice(office), form)?)
            }
            Action::EditIndicator { office, indicator, form } => {
                json(app::edit_indicator(session.app_mut()?, &choice(office), indicator, form)?)
            }
            Action::RemoveIndicator { office, indicator } => {
                json(app::remove_indicator(session.app_mut()?, &choice(office), indicator)?)
            }
            Action::MoveIndicator { office, indicator, after } => {
                let after = after.as_deref();
                json(app::move_indicator(session.app_mut()?, &choice(office), indicator, after)?)
            }
            Action::Backups => json(app::backups(session)?),
            Action::BackUp => json(app::back_up_now(&*session.reading()?)?),
            Action::BackUpDaily => json(app::back_up_daily(&*session.reading()?)?),
            Action::Restore { token } => json(app::restore(session, token)?),
            Action::VerifyDatabase => json(app::verify_database(&*session.reading()?)?),
            Action::QuickFind { scope, query } => {
                json(app::quick_find(&*session.reading()?, scope, query)?)
            }
            Action::DataPlace => json(app::data_place(session)?),
            Action::Changed => json(session.changed()?),
            _ => self.run_on_drafts(session.app_mut()?),
        }
    }

    fn run_on_drafts(&self, app: &mut App) -> Result<Value, AppError> {
        match self {
            Action::Kinds => json(app::kinds(app)?),
            Action::Drafts { scope } => json(app::drafts(app, scope)?),
            Action::DraftOffer { scope, kind } => json(app::draft_offer(app, scope, kind)?),
            Action::NewDraft { scope, kind, source, title } => {
                json(app::new_draft(app, scope, kind, *source, title)?)
            }
            Action::Draft { id } => json(app::draft(app, *id)?),
            Action::SaveDraft { id, revision, body, instead_of } => {
                let revision = match revision {
                    Some(revision) => *revision,
                    None => app::draft(app, *id)?.revision,
                };
                json(app::save_draft(app, *id, revision, body, instead_of)?)
            }
            Action::SaveDraftSettings { id, settings } => {
                json(app::save_draft_settings(app, *id, settings)?)
            }
            Action::RemoveDraft { id } => json(app::remove_draft(app, *id)?),
            Action::PreviewDraft { id } => {
                let body = app::draft(app, *id)?.body;
                json(app::preview_draft(app, *id, &body)?)
            }
            Action::ReadDraft { id, body } => json(app::read_draft(app, *id, body)?),
            Action::FreezeVersion { id, note } => {
                let unfrozen = app::unfrozen_version(app, *id, note)?;
                json(app::freeze_version(app, unfrozen)?)
            }
            Action::CompareVersions { id, from, to } => {
                json(app::compare_versions(app, *id, *from, *to)?)
            }
            Action::TemplateDifference { id } => json(app::template_difference(app, *id)?),
            Action::Templates => json(app::templates(app)?),
            Action::Template { id, scope } => json(app::template(app, id, scope)?),
            Action::CopyTemplate { id, name } => json(app::copy_template(app, id, name)?),
            Action::PreviewTemplate { id, form, scope } => {
                json(app::preview_template(app, id, form, scope)?)
            }
            Action::SaveTemplate { id, form, instead_of } => {
                json(app::save_template(app, id, form, instead_of)?)
            }
            Action::RemoveTemplate { id } => json(app::remove_template(app, id)?),
            Action::ExportFolder => json(app::export_folder(app)?),
            Action::SetExportFolder { folder } => json(app::set_export_folder(app, folder)?),
            _ => unreachable!("run handles the rest"),
        }
    }
}

impl Action {
    /// `None` for what is about no import.
    fn run_on_imports(
        &self,
        session: &mut Session,
        imports: &mut Imports,
    ) -> Option<Result<Value, AppError>> {
        Some(match self {
            Action::Import { scope, file, reading } => imports.read(session, scope, file, reading),
            Action::RefreshImport { scope } => imports.refresh(session, scope),
            Action::ImportLines { filter, from, count } => {
                json(imports.open().lines(filter, *from, *count))
            }
            Action::ImportSource { sheet, from, count } => {
                json(imports.open().source(*sheet, *from, *count))
            }
            Action::ImportQuestions { line } => json(imports.open().questions(*line)),
            Action::Answer { line, question, option } => {
                let mut questions = imports.open().questions(*line);
                let edit = questions.remove(*question).options.remove(*option).edit;
                imports.edit(&[edit])
            }
            Action::EditImport { edits } => imports.edit(edits),
            Action::ApplyImport => imports.apply(session),
            Action::PutImportAside => imports.put_aside(session),
            Action::SavedImports { scope } => {
                session.app().and_then(|app| json(app::saved_imports(app, scope)?))
            }
            Action::ReopenImport { scope, id } => imports.reopen(session, scope, *id),
            Action::DiscardImport { scope, id } => {
                session.app_mut().and_then(|app| json(app::discard_import(app, scope, *id)?))
            }
            _ => return None,
        })
    }
}

pub fn json(answer: impl Serialize) -> Result<Value, AppError> {
    Ok(serde_json::to_value(answer).unwrap())
}
