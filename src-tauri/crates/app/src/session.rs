//! What a window has open: the person's own database, the sample one, or none yet.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_store::{Noun, Store, StoreError};

use crate::app_state::DatabaseState;
use crate::{App, AppError, Clock, default_database, init};

/// The sample's database, beside the person's own.
pub(crate) const SAMPLE_DATABASE: &str = "tong-ket-mau.db";

/// What a window has to load anew; empty when nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Changed {
    pub nouns: Vec<String>,
}

pub struct Session {
    own: PathBuf,
    clock: Clock,
    is_sample: bool,
    opened: Result<App, DatabaseState>,
    /// Another file was opened, or the same one anew, since the window was last told.
    anew: bool,
}

impl Session {
    /// Opens the person's own database, that of the per-user folder when `own` is `None`; the
    /// sample one while there is no other. A file that cannot be opened is told by
    /// [`Session::state`], not here.
    pub fn start(own: Option<PathBuf>, clock: Clock) -> Result<Session, AppError> {
        let own = own.map_or_else(default_database, Ok)?;
        let opened = open(&own, clock);
        let is_sample = own.ends_with(SAMPLE_DATABASE);
        let mut session = Session { own, clock, is_sample, opened, anew: false };
        // Who has only the sample so far goes on with it.
        if matches!(session.opened, Err(DatabaseState::None)) && session.sample().exists() {
            session.opened = open(&session.sample(), clock);
            session.is_sample = true;
        }
        Ok(session)
    }

    /// The open database; refused in the words of its state when there is none.
    pub fn app(&self) -> Result<&App, AppError> {
        self.opened.as_ref().map_err(DatabaseState::refusal)
    }

    pub fn app_mut(&mut self) -> Result<&mut App, AppError> {
        self.opened.as_mut().map_err(|state| state.refusal())
    }

    /// What the window has to load anew since this was last asked: the nouns that steps touched,
    /// or all of them when another file was opened or another program changed this one.
    pub fn changed(&mut self) -> Result<Changed, AppError> {
        let anew = std::mem::take(&mut self.anew);
        let touched = match &mut self.opened {
            Ok(app) => {
                let touched = app.store.take_touched();
                let elsewhere = app.store.changed_elsewhere()?;
                if elsewhere || anew { Noun::all() } else { touched }
            }
            Err(_) if anew => Noun::all(),
            Err(_) => BTreeSet::new(),
        };
        Ok(Changed { nouns: touched.into_iter().map(|noun| noun.code().to_owned()).collect() })
    }

    /// Where the open database lies, or would lie.
    pub fn path(&self) -> PathBuf {
        if self.is_sample { self.sample() } else { self.own.clone() }
    }

    pub(crate) fn is_sample(&self) -> bool {
        self.is_sample
    }

    pub(crate) fn opened(&self) -> Result<&App, &DatabaseState> {
        self.opened.as_ref()
    }

    /// Opens the own database, made when there is none, also when it has no office yet.
    pub(crate) fn make_own(&mut self) -> Result<&mut App, AppError> {
        // Windows keeps a file that is open from being opened anew with other rights.
        self.opened = Err(DatabaseState::None);
        self.is_sample = false;
        self.anew = true;
        match App::open_or_create(&self.own, self.clock) {
            Ok(app) => self.opened = Ok(app),
            Err(error) => {
                self.opened = open(&self.own, self.clock);
                return Err(error);
            }
        }
        self.app_mut()
    }

    /// Closes the database while `work` does something to its file, and opens it again.
    pub(crate) fn while_closed<T>(
        &mut self,
        work: impl FnOnce(&Path, Clock) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let path = self.path();
        self.anew = true;
        self.opened = Err(DatabaseState::None);
        let done = work(&path, self.clock);
        self.opened = open(&path, self.clock);
        done
    }

    fn sample(&self) -> PathBuf {
        self.own.with_file_name(SAMPLE_DATABASE)
    }
}

/// Opens the sample database, made when there is none; the person's own stays as it is.
pub fn open_sample(session: &mut Session) -> Result<(), AppError> {
    let sample = session.sample();
    if matches!(open(&sample, session.clock), Err(DatabaseState::None)) {
        init(&sample, true, session.clock)?;
    }
    session.opened = open(&sample, session.clock);
    session.is_sample = true;
    session.anew = true;
    session.app().map(drop)
}

/// Goes back to the person's own database; whether there is one is told by the state.
pub fn open_own(session: &mut Session) -> Result<(), AppError> {
    session.opened = open(&session.own, session.clock);
    session.is_sample = session.own.ends_with(SAMPLE_DATABASE);
    session.anew = true;
    Ok(())
}

fn open(path: &Path, clock: Clock) -> Result<App, DatabaseState> {
    match Store::open_existing(path, clock) {
        Ok(store) => Ok(App::on(store, path, clock)),
        Err(StoreError::Missing(_) | StoreError::Empty(_)) => Err(DatabaseState::None),
        Err(newer @ StoreError::Newer { .. }) => {
            Err(DatabaseState::Newer { message: newer.to_string() })
        }
        Err(other) => Err(DatabaseState::Unusable { message: other.to_string() }),
    }
}
