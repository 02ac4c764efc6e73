//! What the window shows around its screens: the database, the office, the years, what can be
//! undone.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::Period;
use tongket_model::Organisation;
use tongket_store::{OUR_OFFICE, StepInfo};

use crate::backups::{iso, newest_backup};
use crate::{App, AppError, OfficeChoice, Session};

/// Whether there is a database and what may be done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum DatabaseState {
    /// No file yet, or no office in it.
    None,
    Ready,
    /// May be looked at, not written.
    ReadOnly {
        message: String,
    },
    /// Made by a newer version of the program.
    Newer {
        message: String,
    },
    /// No database, or a damaged one.
    Unusable {
        message: String,
    },
}

impl DatabaseState {
    pub(crate) fn refusal(&self) -> AppError {
        AppError::refused(match self {
            DatabaseState::None | DatabaseState::Ready => {
                "Chưa có tệp dữ liệu; hãy khai báo cơ quan hoặc mở dữ liệu mẫu"
            }
            DatabaseState::ReadOnly { message }
            | DatabaseState::Newer { message }
            | DatabaseState::Unusable { message } => message,
        })
    }
}

/// A step that could be undone or redone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StepLine {
    /// By which undo knows it.
    pub number: i64,
    pub name: String,
    /// ISO time of the machine that did it.
    pub time: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OrganisationLine {
    pub slug: String,
    pub name: String,
    pub short_name: String,
    /// Whether it issues reports.
    pub is_office: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AppState {
    pub database: DatabaseState,
    pub is_sample: bool,
    /// The office taken when none is named.
    pub office: Option<OrganisationLine>,
    /// Those that have data or issue reports.
    pub offices: Vec<OrganisationLine>,
    /// Years with figures or plans and the one behind them, newest first; this year when there is
    /// none.
    pub years: Vec<i32>,
    /// The newest year of which the office has figures; the newest of `years` when it has none.
    pub newest_year: i32,
    pub undo: Option<StepLine>,
    pub redo: Option<StepLine>,
    /// ISO time.
    pub last_backup: Option<String>,
    pub version: String,
}

pub fn app_state(session: &Session) -> Result<AppState, AppError> {
    let mut state = AppState {
        database: DatabaseState::None,
        is_sample: session.is_sample(),
        office: None,
        offices: Vec::new(),
        years: Vec::new(),
        newest_year: session.clock().now().year(),
        undo: None,
        redo: None,
        last_backup: newest_backup(&session.path())?.map(|backup| iso(backup.time)),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    match session.opened() {
        Ok(app) => fill(&mut state, app)?,
        Err(database) => state.database = database.clone(),
    }
    Ok(state)
}

fn fill(state: &mut AppState, app: &App) -> Result<(), AppError> {
    let store = &app.store;
    let ours = store.setting(OUR_OFFICE)?;
    for organisation in store.organisations()? {
        let is_office = store.office(organisation.id)?.is_some();
        let line = line(&organisation, is_office);
        if ours.as_ref() == Some(&line.slug) {
            state.office = Some(line.clone());
        }
        if is_office || store.has_indicators(organisation.id)? {
            state.offices.push(line);
        }
    }
    state.database = match (store.is_read_only(), &state.office) {
        (true, _) => DatabaseState::ReadOnly { message: read_only(app) },
        (false, None) => DatabaseState::None,
        (false, Some(_)) => DatabaseState::Ready,
    };
    // A goal of 2021-2025 makes no year to work on.
    let one_year = |period: &Period| !matches!(period, Period::Range { .. } | Period::Term { .. });
    let year = |period: Period| period.year();
    let mut years: BTreeSet<i32> =
        store.periods()?.into_iter().filter(one_year).map(year).collect();
    let own = match app.store.setting(OUR_OFFICE)? {
        Some(_) => store.periods_of(app.data_office(&OfficeChoice(None))?.id)?,
        None => Vec::new(),
    };
    let newest = own.into_iter().filter(one_year).map(year).max();
    // The next year can be typed into before anything is stored for it.
    years.extend(newest.map(|newest| newest + 1));
    let last = *years.last().unwrap_or(&app.clock.now().year());
    years.insert(last);
    state.newest_year = newest.unwrap_or(last);
    state.years = years.into_iter().rev().collect();
    state.undo = store.next_undo()?.map(step_line);
    state.redo = store.next_redo()?.map(step_line);
    Ok(())
}

fn read_only(app: &App) -> String {
    format!(
        "Tệp «{}» chỉ cho đọc: xem được nhưng chưa sửa được; hãy chép tệp vào thư mục được ghi \
         hoặc xin quyền ghi",
        app.path().display()
    )
}

fn line(organisation: &Organisation, is_office: bool) -> OrganisationLine {
    OrganisationLine {
        slug: organisation.slug.to_string(),
        name: organisation.name.clone(),
        short_name: organisation.short_name.clone(),
        is_office,
    }
}

fn step_line(step: StepInfo) -> StepLine {
    StepLine { number: step.id.0, name: step.name, time: step.time.replacen(' ', "T", 1) }
}
