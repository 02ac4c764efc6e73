//! What the window asks of the memory of the office.

use serde_json::Value;
use tongket_app::{self as app, AppError, OfficeChoice, Session};

use crate::action::Action;
use crate::run::json;

/// `None` for what is about something else.
pub fn run(action: &Action, session: &mut Session) -> Option<Result<Value, AppError>> {
    Some(match action {
        Action::Search { office, request } => {
            reading(session, office, |app, of| json(app::search(app, of, request)?))
        }
        Action::Bodies { office } => {
            reading(session, office, |app, of| json(app::bodies(app, of)?))
        }
        Action::Conferences { office } => {
            reading(session, office, |app, of| json(app::conferences(app, of)?))
        }
        Action::Conference { office, id } => {
            reading(session, office, |app, of| json(app::conference(app, of, *id)?))
        }
        Action::Documents { office, query } => {
            reading(session, office, |app, of| json(app::documents(app, of, query)?))
        }
        Action::Document { office, id } => {
            reading(session, office, |app, of| json(app::document(app, of, *id)?))
        }
        Action::Conclusions { office, query } => {
            reading(session, office, |app, of| json(app::conclusions(app, of, query)?))
        }
        Action::Conclusion { office, id } => {
            reading(session, office, |app, of| json(app::conclusion(app, of, *id)?))
        }
        Action::SaveBody { office, id, form } => {
            writing(session, office, |app, of| json(app::save_body(app, of, *id, form)?))
        }
        Action::RemoveBody { office, id } => {
            writing(session, office, |app, of| json(app::remove_body(app, of, *id)?))
        }
        Action::SaveConference { office, id, form } => {
            writing(session, office, |app, of| json(app::save_conference(app, of, *id, form)?))
        }
        Action::RemoveConference { office, id } => {
            writing(session, office, |app, of| json(app::remove_conference(app, of, *id)?))
        }
        Action::SaveDocument { office, id, form } => {
            writing(session, office, |app, of| json(app::save_document(app, of, *id, form)?))
        }
        Action::RemoveDocument { office, id } => {
            writing(session, office, |app, of| json(app::remove_document(app, of, *id)?))
        }
        Action::SaveConclusion { office, id, form } => {
            writing(session, office, |app, of| json(app::save_conclusion(app, of, *id, form)?))
        }
        Action::RecordProgress { office, id, form } => {
            writing(session, office, |app, of| json(app::record_progress(app, of, *id, form)?))
        }
        Action::RemoveConclusion { office, id } => {
            writing(session, office, |app, of| json(app::remove_conclusion(app, of, *id)?))
        }
        Action::SaveConclusions { office, source, rows } => {
            writing(session, office, |app, of| json(app::save_conclusions(app, of, source, rows)?))
        }
        Action::Reporters { office } => {
            reading(session, office, |app, of| json(app::reporters(app, of)?))
        }
        Action::AddReporters { office, group, names } => {
            writing(session, office, |app, of| json(app::add_reporters(app, of, group, names)?))
        }
        Action::EditReporter { office, slug, form } => {
            writing(session, office, |app, of| json(app::edit_reporter(app, of, slug, form)?))
        }
        Action::ItemLists { office } => {
            reading(session, office, |app, of| json(app::item_lists(app, of)?))
        }
        Action::SaveItemList { office, id, form } => {
            writing(session, office, |app, of| json(app::save_item_list(app, of, *id, form)?))
        }
        Action::RemoveItemList { office, id } => {
            writing(session, office, |app, of| json(app::remove_item_list(app, of, *id)?))
        }
        Action::Themes { office } => {
            reading(session, office, |app, of| json(app::themes(app, of)?))
        }
        Action::SaveTheme { office, id, form } => {
            writing(session, office, |app, of| json(app::save_theme(app, of, *id, form)?))
        }
        Action::RemoveTheme { office, id } => {
            writing(session, office, |app, of| json(app::remove_theme(app, of, *id)?))
        }
        _ => return None,
    })
}

fn reading(
    session: &Session,
    office: &Option<String>,
    ask: impl FnOnce(&app::App, &OfficeChoice) -> Result<Value, AppError>,
) -> Result<Value, AppError> {
    ask(&*session.reading()?, &OfficeChoice(office.clone()))
}

fn writing(
    session: &mut Session,
    office: &Option<String>,
    change: impl FnOnce(&mut app::App, &OfficeChoice) -> Result<Value, AppError>,
) -> Result<Value, AppError> {
    change(session.app_mut()?, &OfficeChoice(office.clone()))
}
