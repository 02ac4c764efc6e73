//! Reading beside everything else that happens: each piece of long work has a connection of its
//! own, which sees the database as it stood at one moment, so that nobody who writes waits for it.

use std::ops::Deref;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::{App, AppError};

/// So many connections are kept for the next work; opening one takes a millisecond.
const MOST_IDLE: usize = 2;

/// The open database as it stood when this was asked for.
pub struct Reading {
    /// `None` only while it is dropped.
    app: Option<App>,
    readers: Arc<Readers>,
}

/// The reading connections to the file that a session has open.
#[derive(Default)]
pub(crate) struct Readers {
    state: Mutex<State>,
    ended: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<App>,
    n_reading: usize,
    /// The file is to be closed: nothing is kept.
    is_closed: bool,
}

impl Readers {
    /// What `app` has open, as it stands now. Nobody may write through `app` meanwhile.
    pub fn read(self: &Arc<Readers>, app: &App) -> Result<Reading, AppError> {
        let idle = self.state().idle.pop();
        let mut reader = idle.map_or_else(|| app.reader(), Ok)?;
        // Again when another program wrote in between, so that the version is that of the moment.
        loop {
            let version = app.store.version_of_facts()?;
            reader.store.hold()?;
            if app.store.version_of_facts()? == version {
                reader.version_of_facts = Some(version);
                break;
            }
            reader.store.release()?;
        }
        self.state().n_reading += 1;
        Ok(Reading { app: Some(reader), readers: Arc::clone(self) })
    }

    /// Lets go of the file as soon as whatever reads it comes to its end.
    pub fn close(&self) {
        let mut state = self.state();
        state.is_closed = true;
        state.idle.clear();
    }

    /// As [`Readers::close`], and waits for that end.
    pub fn close_and_wait(&self) {
        self.close();
        let reads = |state: &mut State| state.n_reading > 0;
        drop(self.ended.wait_while(self.state(), reads).unwrap_or_else(PoisonError::into_inner));
    }

    /// Work that panicked has given back its connection all the same.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Deref for Reading {
    type Target = App;

    #[allow(clippy::expect_used, reason = "only drop takes it")]
    fn deref(&self) -> &App {
        self.app.as_ref().expect("a reading has its connection until it is dropped")
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        let Some(app) = self.app.take() else { return };
        let is_released = app.store.release().is_ok();
        let mut state = self.readers.state();
        state.n_reading -= 1;
        if is_released && !state.is_closed && state.idle.len() < MOST_IDLE {
            state.idle.push(app);
        } else {
            // The file is closed before anybody hears that it is.
            drop(app);
        }
        drop(state);
        self.readers.ended.notify_all();
    }
}
