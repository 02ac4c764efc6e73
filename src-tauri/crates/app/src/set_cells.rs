//! Writes what was typed into cells of the grid, as one named step.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::cell_entry::{CellReader, EntryColumn};
use crate::figure_grid::{GridRow, rows_of};
use crate::year_data::YearData;
use crate::{App, AppError, Scope};

/// A text for one cell; an empty one empties it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CellEdit {
    pub indicator: String,
    /// The key of an editable column.
    pub column: String,
    /// "1.172,5", "trên 120", "7/8", "548.291 triệu đồng", "ước 10,34"
    pub text: String,
}

/// All edits or, when one cannot be read, none. Returns the rows that were edited, as they are
/// now. `step` names the step in the list of undo; a name is made when it is empty.
pub fn set_cells(
    app: &mut App,
    scope: &Scope,
    edits: &[CellEdit],
    step: &str,
) -> Result<Vec<GridRow>, AppError> {
    let data = YearData::load(app, &scope.choice(), scope.year)?;
    let by_slug: HashMap<&str, _> =
        data.indicators.iter().map(|of| (of.slug.as_str(), of)).collect();
    let reader = CellReader::new(&data);
    let (mut changes, mut edited) = (Vec::new(), HashSet::new());
    for edit in edits {
        let of = *by_slug.get(edit.indicator.as_str()).ok_or_else(|| {
            AppError::refused(format!(
                "Không còn chỉ tiêu «{}»; có thể vừa bị xóa, hãy tải lại",
                edit.indicator
            ))
        })?;
        let column = EntryColumn::of_key(&edit.column).ok_or_else(|| {
            AppError::usage(format!("Cột «{}» được tính, không sửa được", edit.column))
        })?;
        changes.extend(reader.read(of, &column, &edit.text, &edit.text)?);
        edited.insert(of.id);
    }
    let name = match (step.trim(), edits) {
        ("", [edit]) => one_cell(edit, &by_slug, scope.year),
        ("", _) => format!("Sửa {} ô số liệu năm {}", edits.len(), scope.year),
        (step, _) => step.to_owned(),
    };
    app.store.transact(&name, |open| changes.iter().try_for_each(|change| change.write(open)))?;
    rows_of(app, scope, &edited)
}

/// "Sửa kế hoạch năm 2023: FDI"
fn one_cell(
    edit: &CellEdit,
    by_slug: &HashMap<&str, &tongket_model::Indicator>,
    year: i32,
) -> String {
    let column = EntryColumn::of_key(&edit.column).map(|column| column.name(year));
    let of = by_slug.get(edit.indicator.as_str()).map(|of| of.name_in_sentence());
    format!("Sửa {}: {}", column.unwrap_or_default(), of.unwrap_or_default())
}
