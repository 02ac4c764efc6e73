//! The rows that were read from a notice, stored as one step once a person has confirmed them.

use std::sync::Arc;

use serde::Deserialize;
use specta::Type;
use tongket_model::{Conclusion, Origin, ParagraphPlace, State, place_name};

use super::bodies::Bodies;
use super::conclusion_form::ConclusionForm;
use super::read_conclusions::{ConclusionReading, ReadRow, ReadSource};
use super::typed::number;
use crate::plain::count;
use crate::{App, AppError, OfficeChoice};

/// A row as a person leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct ConfirmedRow {
    pub form: ConclusionForm,
    /// The paragraph it was read from: `p5`.
    pub place: String,
    /// Which of the rows it is a part of, from 0; one that stands before it.
    pub part_of: Option<u32>,
}

/// Stores the rows of `source` that a person confirmed as one step; returns their numbers.
pub fn save_conclusions(
    app: &mut App,
    office: &OfficeChoice,
    source: &ReadSource,
    rows: &[ConfirmedRow],
) -> Result<Vec<u32>, AppError> {
    let owner = app.data_office(office)?.id;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut conclusions = Vec::new();
    for row in rows {
        let known = app.store.conclusions_between(owner, row.form.year, row.form.year)?;
        let last = known.iter().map(|it| it.position).max().unwrap_or(0);
        let kind = row.form.kind.into();
        let origin = Origin::Paragraph(Arc::new(ParagraphPlace {
            file: source.file.clone(),
            hash: source.hash.clone(),
            location: row.place.clone(),
        }));
        let new = Conclusion::new(owner, kind, row.form.year, "", origin);
        let position = last + 1 + conclusions.len() as i64;
        let new = Conclusion { position, state: State::Confirmed, ..new };
        conclusions.push(row.form.applied(app, office, new).map_err(|error| at_place(row, error))?);
    }
    let mut bodies = Bodies::load(&app.store, owner)?;
    let step = format!("Ghi {} dòng kết luận đọc từ văn bản", rows.len());
    let done = app.store.transact(&step, |changes| {
        let mut ids = Vec::new();
        for (row, conclusion) in rows.iter().zip(conclusions) {
            let made = row.form.with_bodies(conclusion, &mut bodies, changes);
            let mut conclusion = made.map_err(|error| at_place(row, error))?;
            let whole = row.part_of.and_then(|at| ids.get(at as usize).copied());
            conclusion.part_of = whole.or(conclusion.part_of);
            ids.push(changes.add_conclusion(&conclusion)?);
        }
        Ok::<_, AppError>(ids)
    })?;
    Ok(done.value.into_iter().map(|id| number(id.0)).collect())
}

/// Says of which row a refusal is.
fn at_place(row: &ConfirmedRow, error: AppError) -> AppError {
    match row.place.as_str() {
        "" => error,
        place => AppError::refused(format!("{}: {error}", place_name(place))),
    }
}

impl ConclusionReading {
    /// The rows that the office does not have yet, to be written as they were read.
    pub fn new_rows(&self) -> Vec<ConfirmedRow> {
        let new: Vec<usize> =
            (0..self.rows.len()).filter(|at| self.rows[*at].stored.is_none()).collect();
        let row = |row: &ReadRow| {
            let whole = row.part_of.map(|at| at as usize);
            let stored = whole.and_then(|at| self.rows.get(at)?.stored);
            ConfirmedRow {
                form: ConclusionForm { part_of: stored, ..row.form.clone() },
                place: row.place.clone(),
                part_of: new.iter().position(|at| Some(*at) == whole).map(count),
            }
        };
        new.iter().map(|at| row(&self.rows[*at])).collect()
    }
}
