//! What a window has open: the person's own database, the sample one, or none yet.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_store::{Noun, Store, StoreError};

use crate::app_state::DatabaseState;
use crate::reading::Readers;
use crate::{App, AppError, Clock, Reading, default_database, init};

/// The sample's database, beside the person's own.
pub(crate) const SAMPLE_DATABASE: &str = "tong-ket-mau.db";

/// What a window has to load anew; empty when nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Changed {
    pub nouns: Vec<String>,
    pub by: ChangedBy,
    /// The step of ours that it was, by which undo knows it; `None` when no step stands for it.
    pub step: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChangedBy {
    /// Actions of this session.
    Us,
    /// Another program, whatever we did besides.
    Others,
    /// Another file was opened, or the same one anew.
    Opening,
}

pub struct Session {
    own: PathBuf,
    clock: Clock,
    is_sample: bool,
    opened: Result<App, DatabaseState>,
    readers: Arc<Readers>,
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
        let readers = Arc::default();
        let mut session = Session { own, clock, is_sample, opened, readers, anew: false };
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

    /// The open database as it stands now, to be read while this session goes on; refused as
    /// [`Session::app`].
    pub fn reading(&self) -> Result<Reading, AppError> {
        self.readers.read(self.app()?)
    }

    /// What the window has to load anew since this was last asked: the nouns that steps touched,
    /// or all of them when another file was opened or another program changed this one.
    pub fn changed(&mut self) -> Result<Changed, AppError> {
        let anew = std::mem::take(&mut self.anew);
        let ((touched, step), elsewhere) = match &mut self.opened {
            Ok(app) => (app.store.take_touched(), app.store.changed_elsewhere()?),
            Err(_) => Default::default(),
        };
        let (nouns, by) = match (anew, elsewhere) {
            (true, _) => (Noun::all(), ChangedBy::Opening),
            (false, true) => (Noun::all(), ChangedBy::Others),
            (false, false) => (touched, ChangedBy::Us),
        };
        let nouns = nouns.into_iter().map(|noun| noun.code().to_owned()).collect();
        Ok(Changed { nouns, by, step: step.map(|step| step.0) })
    }

    pub(crate) fn clock(&self) -> Clock {
        self.clock
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
        self.close();
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
        self.close();
        let done = work(&path, self.clock);
        self.opened = open(&path, self.clock);
        done
    }

    /// Waits for whatever still reads the file.
    fn close(&mut self) {
        std::mem::take(&mut self.readers).close_and_wait();
        self.opened = Err(DatabaseState::None);
    }

    /// Goes on with another database, while what reads the old one comes to its end.
    fn change_to(&mut self, opened: Result<App, DatabaseState>, is_sample: bool) {
        std::mem::take(&mut self.readers).close();
        self.opened = opened;
        self.is_sample = is_sample;
        self.anew = true;
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
    session.change_to(open(&sample, session.clock), true);
    session.app().map(drop)
}

/// Goes back to the person's own database; whether there is one is told by the state.
pub fn open_own(session: &mut Session) -> Result<(), AppError> {
    let is_sample = session.own.ends_with(SAMPLE_DATABASE);
    session.change_to(open(&session.own, session.clock), is_sample);
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
