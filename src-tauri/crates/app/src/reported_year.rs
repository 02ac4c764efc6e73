//! Which year a report is about, and the refusal of years about which nothing is known.

use std::collections::BTreeSet;

use tongket_model::{Conclusion, Figure, Organisation, Plan, Reported};

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
        let concluded = self.store.conclusions_of(data.id)?;
        let reported = self.store.reported_to(data.id)?;
        let own = figures.iter().filter(|figure| figure.organisation == data.id);
        checked_year(data, year, known_years(own, &plans, &concluded, &reported))
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

/// The years that figures, plans, conclusions and what units reported speak of.
pub(crate) fn known_years<'f>(
    figures: impl Iterator<Item = &'f Figure>,
    plans: &[Plan],
    concluded: &[Conclusion],
    reported: &[Reported],
) -> BTreeSet<i32> {
    let figures = figures.map(|figure| figure.period.year());
    let plans = plans.iter().map(|plan| plan.period.year());
    let reported = reported.iter().map(|value| value.period.year());
    figures.chain(plans).chain(reported).chain(concluded.iter().map(|it| it.year)).collect()
}

/// As [`App::checked_year`], of years already known.
pub(crate) fn checked_year(
    data: &Organisation,
    year: i32,
    known: BTreeSet<i32>,
) -> Result<i32, AppError> {
    if known.contains(&year) {
        return Ok(year);
    }
    let known: Vec<String> = known.iter().map(i32::to_string).collect();
    Err(AppError::usage(format!(
        "«{}» không có số liệu, kế hoạch hay kết luận năm {year}; các năm hiện có: {}",
        data.name,
        if known.is_empty() { "chưa có năm nào".to_owned() } else { known.join(", ") }
    )))
}
