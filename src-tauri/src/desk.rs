//! What the window has open, and the ways in which commands reach it, off the main thread: changes
//! one at a time, the window hearing afterwards of what changed; questions beside everything else.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use tauri::async_runtime::{JoinHandle, spawn_blocking};
use tauri_specta::Event;
use tongket_app::{App, AppError, ChangedBy, Overview, Scope, Session, app_state, overview};

use crate::events::{Cause, Changed};

/// What a command answers: what was asked for, or the one sentence that the window shows.
pub type Answer<T> = Result<T, AppError>;

/// What came of a change, and the step that it was.
#[derive(Debug, Serialize, Type)]
pub struct Done<T> {
    pub value: T,
    /// By which undo knows it; `null` when nothing changed.
    pub step: Option<i64>,
}

#[derive(Clone)]
pub struct Desk {
    session: Arc<Mutex<Session>>,
    window: AppHandle,
    ahead: Arc<Mutex<Option<JoinHandle<Ahead>>>>,
}

/// What the first screen most likely asks for; `None` where there is nothing to see yet.
type Ahead = Option<(Scope, Overview)>;

impl Desk {
    pub fn new(session: Session, window: AppHandle) -> Desk {
        Desk { session: Arc::new(Mutex::new(session)), window, ahead: Arc::default() }
    }

    /// Begins to read the overview, while the page that will ask for it is still on its way.
    pub fn look_ahead(&self) {
        let desk = self.clone();
        let read = move || {
            let (year, reading) = {
                let session = desk.session();
                (app_state(&session).ok()?.newest_year, session.reading().ok()?)
            };
            let scope = Scope { office: None, year };
            let overview = overview(&reading, &scope).ok()?;
            Some((scope, overview))
        };
        *self.ahead() = Some(spawn_blocking(read));
    }

    /// The overview of this scope that was read ahead, if nothing has changed since; once.
    pub async fn seen_ahead(&self, scope: &Scope) -> Option<Overview> {
        let read = self.ahead().take()?;
        let (of, overview) = read.await.ok()??;
        (of == *scope).then_some(overview)
    }

    /// Asks something of the open database, as it stands now; refused when there is none. However
    /// long it takes, other commands go on beside it.
    pub async fn read<T: Send + 'static>(
        &self,
        question: impl FnOnce(&App) -> Answer<T> + Send + 'static,
    ) -> Answer<T> {
        let desk = self.clone();
        away(move || {
            let reading = desk.session().reading()?;
            question(&reading)
        })
        .await
    }

    /// Does one action on the open database; refused when there is none.
    pub async fn run<T: Send + 'static>(
        &self,
        action: impl FnOnce(&mut App) -> Answer<T> + Send + 'static,
    ) -> Answer<T> {
        Ok(self.step(Cause::Action, action).await?.value)
    }

    /// As [`Desk::run`], the window hearing what the change came of and which step it was.
    pub async fn step<T: Send + 'static>(
        &self,
        cause: Cause,
        action: impl FnOnce(&mut App) -> Answer<T> + Send + 'static,
    ) -> Answer<Done<T>> {
        self.act(cause, move |session| action(session.app_mut()?)).await
    }

    /// Does one action on what is open or not open yet.
    pub async fn with_session<T: Send + 'static>(
        &self,
        action: impl FnOnce(&mut Session) -> Answer<T> + Send + 'static,
    ) -> Answer<T> {
        Ok(self.act(Cause::Action, action).await?.value)
    }

    async fn act<T: Send + 'static>(
        &self,
        cause: Cause,
        action: impl FnOnce(&mut Session) -> Answer<T> + Send + 'static,
    ) -> Answer<Done<T>> {
        let desk = self.clone();
        away(move || {
            let mut session = desk.session();
            let done = action(&mut session);
            let step = desk.tell_changes(&mut session, cause);
            Ok(Done { value: done?, step })
        })
        .await
    }

    /// Tells the window what changed since it was last told, by whomever.
    pub fn look_for_changes(&self) {
        self.tell_changes(&mut self.session(), Cause::Action);
    }

    /// Makes the copy of the day, if there is none yet.
    pub fn back_up_daily(&self) {
        // Without an open database there is nothing to copy.
        let Ok(reading) = self.session().reading() else { return };
        match tongket_app::back_up_daily(&reading) {
            Ok(true) => {
                self.tell(Changed { nouns: vec!["backup".to_owned()], cause: Cause::Backup });
            }
            Ok(false) => {}
            Err(error) => log::warn!("daily copy: {error}"),
        }
    }

    /// Says which step it was, if it was one of this window.
    fn tell_changes(&self, session: &mut Session, ours: Cause) -> Option<i64> {
        let changed = match session.changed() {
            Ok(changed) => changed,
            Err(error) => {
                log::warn!("looking for changes: {error}");
                return None;
            }
        };
        let cause = match changed.by {
            ChangedBy::Us => ours,
            ChangedBy::Others => Cause::Elsewhere,
            ChangedBy::Opening => Cause::Opening,
        };
        if !changed.nouns.is_empty() {
            self.tell(Changed { nouns: changed.nouns, cause });
        }
        changed.step
    }

    fn tell(&self, changed: Changed) {
        *self.ahead() = None;
        if let Err(error) = changed.emit(&self.window) {
            log::warn!("telling changes: {error}");
        }
    }

    fn ahead(&self) -> MutexGuard<'_, Option<JoinHandle<Ahead>>> {
        self.ahead.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An action that panicked has rolled back its step, so the next one may go on.
    fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs what takes time on a thread that nothing else waits for. A panic becomes an answer; what
/// happened is in the log.
pub async fn away<T: Send + 'static>(
    work: impl FnOnce() -> Answer<T> + Send + 'static,
) -> Answer<T> {
    spawn_blocking(work).await.unwrap_or_else(|_| {
        Err(AppError::refused(
            "Chương trình gặp lỗi ngoài dự kiến nên chưa làm được việc này; dữ liệu đã lưu vẫn \
             nguyên vẹn, hãy thử lại hoặc khởi động lại chương trình",
        ))
    })
}
