//! How far a task or a limitation has come, and what came of it.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{ConclusionKind, TaskResult};

use super::conclusion_form::ResultForm;
use super::mirrored::TaskProgress;
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProgressForm {
    #[specta(inline)]
    pub progress: TaskProgress,
    /// What came of it, or why it has not come further; nothing is added when it is empty.
    pub result: ResultForm,
}

/// Notes how far a row has come, with what came of it, as one step. That a limitation is not
/// overcome yet has to be said with a reason: nothing said is another thing.
pub fn record_progress(
    app: &mut App,
    office: &OfficeChoice,
    id: u32,
    form: &ProgressForm,
) -> Result<(), AppError> {
    let mut conclusion = app.numbered_conclusion(office, id)?;
    let is_limitation = conclusion.kind == ConclusionKind::Limitation;
    if !conclusion.kind.is_followed() && !is_limitation {
        return Err(AppError::refused(format!(
            "Dòng số {id} là {}, không phải việc phải theo dõi; chỉ nhiệm vụ, chỉ đạo, cam kết, đề \
             án và hạn chế có tiến độ",
            conclusion.kind.vietnamese()
        )));
    }
    if is_limitation && form.progress == TaskProgress::Open && form.result.text.trim().is_empty() {
        return Err(AppError::refused(
            "Hạn chế chưa khắc phục: hãy ghi vì sao, hoặc đã làm được đến đâu",
        ));
    }
    conclusion.progress = form.progress.into();
    if !form.result.is_empty() {
        let result = form.result.read(app, conclusion.organisation)?;
        let date = result.date.or(Some(app.today()));
        conclusion.results.push(TaskResult { date, ..result });
    }
    let name = format!("Ghi tiến độ {}", conclusion.kind.vietnamese());
    app.store.transact(&name, |changes| changes.update_conclusion(&conclusion))?;
    Ok(())
}
