//! How the template that a draft was made from differs from what it is now. It is only shown:
//! the draft keeps its text.

use tongket_model::FrozenText;

use crate::comparison::text_changes;
use crate::{App, AppError, Comparison};

/// Line by line; refused when the template is gone.
pub fn template_difference(app: &App, id: u32) -> Result<Comparison, AppError> {
    let stored = app.stored(id)?;
    let kind = app.kind(&stored.kind).map_err(|_| {
        AppError::refused(format!(
            "Mẫu «{}» không còn nữa; dự thảo vẫn giữ nguyên lời văn của mình",
            stored.settings.kind_name
        ))
    })?;
    let then = app.store.content(&stored.template)?.unwrap_or_default();
    let then = String::from_utf8_lossy(&then);
    Ok(Comparison {
        from: "Mẫu khi tạo dự thảo".to_owned(),
        to: "Mẫu hiện nay".to_owned(),
        figures: Vec::new(),
        texts: text_changes(&lines(&then), &lines(&kind.body)),
    })
}

/// The lines that say something, each under its heading.
fn lines(body: &str) -> Vec<FrozenText> {
    let mut heading = String::new();
    let mut lines = Vec::new();
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with('#') {
            line.trim_start_matches('#').trim().clone_into(&mut heading);
        }
        let (text, wording) = (line.to_owned(), line.to_owned());
        lines.push(FrozenText { heading: heading.clone(), text, wording });
    }
    lines
}
