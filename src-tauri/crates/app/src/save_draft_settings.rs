//! Changes what stands around the text of a draft: title, subject, profile, number, date, contents, draft mark.

use tongket_template::render_line;

use crate::{App, AppError, Assets, DateReading, DraftSettings, DraftView, draft, read_date};

pub fn save_draft_settings(
    app: &mut App,
    id: u32,
    settings: &DraftSettings,
) -> Result<DraftView, AppError> {
    let mut stored = app.stored(id)?;
    let title = settings.title.trim();
    if title.is_empty() {
        return Err(AppError::refused("Dự thảo phải có tên; hãy đặt tên rồi lưu lại"));
    }
    Assets::profile(&settings.profile)?;
    let date = settings.date.trim();
    if !date.is_empty() && !matches!(read_date(date), Some(DateReading::Day(_))) {
        return Err(AppError::refused(format!(
            "«{date}» không phải là ngày; viết như 27/12/2023 hoặc để trống"
        )));
    }
    let of = &mut stored.settings;
    settings.profile.clone_into(&mut of.profile);
    settings.number.trim().clone_into(&mut of.number);
    settings.subject.trim().clone_into(&mut of.subject);
    date.clone_into(&mut of.date);
    of.toc = settings.toc;
    of.draft_mark = settings.draft_mark;
    title.clone_into(&mut stored.title);
    let (facts, _) = app.facts_of(&stored)?;
    render_line("trích yếu", &stored.settings.subject, &facts)?;
    let name = format!("Sửa thông tin dự thảo «{title}»");
    let changed = app.time();
    app.store.transact(&name, |changes| {
        // The text may have been saved since it was read above.
        let mut newest = changes.store().draft(stored.id)?;
        if (&newest.title, &newest.settings) == (&stored.title, &stored.settings) {
            return Ok(());
        }
        (newest.title, newest.settings, newest.changed) = (stored.title, stored.settings, changed);
        changes.update_draft(&newest)
    })?;
    draft(app, id)
}
