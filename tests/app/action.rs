//! What the window can ask for, by the names and arguments of its commands.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tongket_app::{self as app, AppError, Session};
use tongket_app::{CellEdit, OfficeChoice, OfficeForm, Scope, YearChoice};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "do", rename_all = "camelCase")]
pub enum Action {
    AppState,
    CreateOffice {
        form: OfficeForm,
    },
    OpenSample,
    OpenOwn,
    Profiles,
    Office {
        office: Option<String>,
    },
    SaveOffice {
        office: Option<String>,
        form: OfficeForm,
    },
    Undo,
    Redo,
    Overview {
        scope: Scope,
    },
    YearOffer {
        office: Option<String>,
        year: i32,
    },
    OpenYear {
        office: Option<String>,
        year: i32,
        choice: YearChoice,
    },
    FigureGrid {
        scope: Scope,
    },
    SetCells {
        scope: Scope,
        edits: Vec<CellEdit>,
        step: String,
    },
    /// What the window is told to load anew.
    Changed,
}

impl Action {
    pub fn run(&self, session: &mut Session) -> Result<Value, AppError> {
        let choice = |office: &Option<String>| OfficeChoice(office.clone());
        match self {
            Action::AppState => json(app::app_state(session)?),
            Action::CreateOffice { form } => json(app::create_office(session, form)?),
            Action::OpenSample => json(app::open_sample(session)?),
            Action::OpenOwn => json(app::open_own(session)?),
            Action::Profiles => json(app::profiles()?),
            Action::Office { office } => json(app::office(session.app()?, &choice(office))?),
            Action::SaveOffice { office, form } => {
                json(app::save_office(session.app_mut()?, &choice(office), form)?)
            }
            Action::Undo => json(app::undo(session.app_mut()?)?),
            Action::Redo => json(app::redo(session.app_mut()?)?),
            Action::Overview { scope } => json(app::overview(session.app()?, scope)?),
            Action::YearOffer { office, year } => {
                json(app::year_offer(session.app()?, &choice(office), *year)?)
            }
            Action::OpenYear { office, year, choice: chosen } => {
                json(app::open_chosen_year(session.app_mut()?, &choice(office), *year, chosen)?)
            }
            Action::FigureGrid { scope } => json(app::figure_grid(session.app()?, scope)?),
            Action::SetCells { scope, edits, step } => {
                json(app::set_cells(session.app_mut()?, scope, edits, step)?)
            }
            Action::Changed => json(session.changed()?),
        }
    }
}

fn json(answer: impl Serialize) -> Result<Value, AppError> {
    Ok(serde_json::to_value(answer).unwrap())
}
