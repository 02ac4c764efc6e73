//! Themes of the year ("chủ đề năm"): one a year, in parts by field.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{Origin, State, Theme, ThemeId, ThemePart};

use super::typed::{lines, number};
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ThemeLine {
    pub id: u32,
    pub form: ThemeForm,
}

/// A theme as a person fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ThemeForm {
    pub year: i32,
    /// Between the components of a part when they are printed: " - ", ", " or "; ".
    pub separator: String,
    pub parts: Vec<ThemePartForm>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ThemePartForm {
    /// Slug; empty for all.
    pub field: String,
    /// "Về kinh tế - xã hội"; may be empty.
    pub heading: String,
    pub components: Vec<String>,
}

/// The newest first.
pub fn themes(app: &App, office: &OfficeChoice) -> Result<Vec<ThemeLine>, AppError> {
    let mut all = app.store.themes_of(app.data_office(office)?.id)?;
    all.sort_by_key(|it| std::cmp::Reverse(it.year));
    let part = |it: ThemePart| ThemePartForm {
        field: it.field,
        heading: it.heading,
        components: it.components,
    };
    let line = |it: Theme| ThemeLine {
        id: number(it.id.0),
        form: ThemeForm {
            year: it.year,
            separator: it.separator,
            parts: it.parts.into_iter().map(part).collect(),
        },
    };
    Ok(all.into_iter().map(line).collect())
}

/// Adds the theme of a year, or changes that of a number, as one step; returns its number.
pub fn save_theme(
    app: &mut App,
    office: &OfficeChoice,
    id: Option<u32>,
    form: &ThemeForm,
) -> Result<u32, AppError> {
    let owner = app.data_office(office)?.id;
    let stored = match id {
        Some(id) => numbered(app, office, id)?,
        None => Theme {
            id: ThemeId(0),
            organisation: owner,
            year: form.year,
            separator: String::new(),
            parts: Vec::new(),
            origin: Origin::Hand,
            state: State::Confirmed,
        },
    };
    let parts: Vec<ThemePart> = form.parts.iter().filter_map(ThemePartForm::read).collect();
    if parts.is_empty() {
        return Err(AppError::refused(
            "Chủ đề: chưa ghi; hãy ghi ít nhất một thành phần của chủ đề năm",
        ));
    }
    let theme = Theme { year: form.year, separator: form.separator.clone(), parts, ..stored };
    let step = match id {
        Some(_) => format!("Sửa chủ đề năm {}", theme.year),
        None => format!("Thêm chủ đề năm {}", theme.year),
    };
    let done = app.store.transact(&step, |changes| match id {
        Some(_) => changes.update_theme(&theme).map(|()| theme.id),
        None => changes.add_theme(&theme),
    })?;
    Ok(number(done.value.0))
}

/// Takes a theme away, as one step.
pub fn remove_theme(app: &mut App, office: &OfficeChoice, id: u32) -> Result<(), AppError> {
    let theme = numbered(app, office, id)?;
    let step = format!("Xóa chủ đề năm {}", theme.year);
    app.store.transact(&step, |changes| changes.remove_theme(theme.id))?;
    Ok(())
}

impl ThemePartForm {
    /// `None` when it says nothing.
    fn read(&self) -> Option<ThemePart> {
        let components = lines(&self.components);
        let (field, heading) = (self.field.trim().to_owned(), self.heading.trim().to_owned());
        (!components.is_empty()).then_some(ThemePart { field, heading, components })
    }
}

fn numbered(app: &App, office: &OfficeChoice, id: u32) -> Result<Theme, AppError> {
    let owner = app.data_office(office)?.id;
    let found = app.store.themes_of(owner)?.into_iter().find(|it| it.id.0 == i64::from(id));
    found.ok_or_else(|| {
        AppError::usage(format!("Không có chủ đề số {id}; xem các số trong danh sách"))
    })
}
