//! What the window has open, and the one way in which commands reach it: off the main thread, one
//! at a time, the window hearing afterwards of what changed.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tauri::AppHandle;
use tauri_specta::Event;
use tongket_app::{App, AppError, Session};

use crate::events::Changed;

/// What a command answers: what was asked for, or the one sentence that the window shows.
pub type Answer<T> = Result<T, AppError>;

#[derive(Clone)]
pub struct Desk {
    session: Arc<Mutex<Session>>,
    window: AppHandle,
}

impl Desk {
    pub fn new(session: Session, window: AppHandle) -> Desk {
        Desk { session: Arc::new(Mutex::new(session)), window }
    }

    /// Does one action on the open database; refused when there is none.
    pub async fn run<T: Send + 'static>(
        &self,
        action: impl FnOnce(&mut App) -> Answer<T> + Send + 'static,
    ) -> Answer<T> {
        self.with_session(move |session| action(session.app_mut()?)).await
    }

    /// Does one action on what is open or not open yet.
    pub async fn with_session<T: Send + 'static>(
        &self,
        action: impl FnOnce(&mut Session) -> Answer<T> + Send + 'static,
    ) -> Answer<T> {
        let desk = self.clone();
        away(move || {
            let mut session = desk.session();
            let done = action(&mut session);
            desk.tell_changes(&mut session);
            done
        })
        .await
    }

    /// Tells the window what changed since it was last told, by whomever.
    pub fn look_for_changes(&self) {
        self.tell_changes(&mut self.session());
    }

    /// Makes the copy of the day, if there is none yet.
    pub fn back_up_daily(&self) {
        let made = tongket_app::back_up_daily(&self.session());
        let told = made.map(|made| match made {
            true => Changed { nouns: vec!["backup".to_owned()] }.emit(&self.window),
            false => Ok(()),
        });
        match told {
            Ok(Ok(())) => {}
            Ok(Err(error)) => log::warn!("telling of the daily copy: {error}"),
            Err(error) => log::warn!("daily copy: {error}"),
        }
    }

    fn tell_changes(&self, session: &mut Session) {
        let told = session.changed().map(|changed| match changed.nouns {
            nouns if nouns.is_empty() => Ok(()),
            nouns => Changed { nouns }.emit(&self.window),
        });
        match told {
            Ok(Ok(())) => {}
            Ok(Err(error)) => log::warn!("telling changes: {error}"),
            Err(error) => log::warn!("looking for changes: {error}"),
        }
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
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| {
        Err(AppError::refused(
            "Chương trình gặp lỗi ngoài dự kiến nên chưa làm được việc này; dữ liệu đã lưu vẫn \
             nguyên vẹn, hãy thử lại hoặc khởi động lại chương trình",
        ))
    })
}
