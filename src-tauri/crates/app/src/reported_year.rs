//! Which year a report is about, and the refusal of years about which nothing is known.

use std::collections::BTreeSet;

use tongket_model::{Figure, Organisation, Plan};

use crate::{App, AppError, Remedy};

impl App {
    /// The newest year for which the office has figures of its own.
    pub(crate) fn newest_year(&self, data: &Organisation) -> Result<i32, AppError> {
        let figures = self.store.figures_of(data.id)?;
        newest_year(data, figures.iter().filter(|figure| figure.organisation == data.id))
    }

    /// Refuses a year about which nothing at all is known.
    pub(crate) fn checked_year(&self, data: &Organisation, year: i32) -> Result<i32, AppError> {
        let (figures, plans) = (self.store.figures_of(data.id)?, self.store.plans_of(data.id)?);
        let own = figures.iter().filter(|figure| figure.organisation == data.id);
        checked_year(data, year, own, plans.iter())
    }
}

/// As [`App::newest_year`], of figures already read.
pub(crate) fn newest_year<'f>(
    data: &Organisation,
    figures: impl Iterator<Item = &'f Figure>,
) -> Result<i32, AppError> {
    figures.map(|figure| figure.period.year()).max().ok_or_else(|| {
        AppError::refused(format!(
            "«{}» chưa có số liệu nào; hãy nhập biểu hoặc ghi số liệu trước",
            data.name
        ))
        .helped_by(Remedy::EnterFigures)
    })
}

/// As [`App::checked_year`], of figures and plans already read.
pub(crate) fn checked_year<'f>(
    data: &Organisation,
    year: i32,
    figures: impl Iterator<Item = &'f Figure>,
    plans: impl Iterator<Item = &'f Plan>,
) -> Result<i32, AppError> {
    let mut known: BTreeSet<i32> = figures.map(|figure| figure.period.year()).collect();
    known.extend(plans.map(|plan| plan.period.year()));
    if known.contains(&year) {
        return Ok(year);
    }
    let known: Vec<String> = known.iter().map(i32::to_string).collect();
    Err(AppError::usage(format!(
        "«{}» không có số liệu hay kế hoạch năm {year}; các năm hiện có: {}",
        data.name,
        if known.is_empty() { "chưa có năm nào".to_owned() } else { known.join(", ") }
    )))
}
