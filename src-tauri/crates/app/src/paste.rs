//! A block copied from Excel or Word is put into the grid: first shown cell by cell, then written
//! as one step.

mod block;
mod marks;

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::Indicator;

use crate::cell_entry::{CellReader, EntryColumn};
use crate::figure_grid::{GridRow, rows_of};
use crate::year_data::YearData;
use crate::{App, AppError, CellEdit, Scope};
use block::Block;
use marks::Marks;

/// One cell that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PasteCell {
    pub indicator: String,
    pub name: String,
    pub column: String,
    /// What the cell shows now.
    pub before: String,
    /// As it stands in the block.
    pub raw: String,
    /// As it would be typed and shown.
    pub after: String,
    /// A doubt about how it was read.
    pub problem: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PasteReview {
    pub cells: Vec<PasteCell>,
    /// What is left out, one sentence each.
    pub skipped: Vec<String>,
}

/// Lays the block (`anchor.text`, rows on lines, cells between tabs) over the grid from the cell
/// of `anchor` on. `columns` and `rows` are the keys and slugs that stand in the grid from there
/// to the right and down, as the window shows them. Nothing is written.
pub fn read_paste(
    app: &App,
    scope: &Scope,
    anchor: &CellEdit,
    columns: &[String],
    rows: &[String],
) -> Result<PasteReview, AppError> {
    let data = YearData::load(app, &scope.choice(), scope.year)?;
    let by_slug: HashMap<&str, &Indicator> =
        data.indicators.iter().map(|of| (of.slug.as_str(), of)).collect();
    let mut block = Block::read(&anchor.text);
    let mut review = PasteReview { cells: Vec::new(), skipped: Vec::new() };
    // With a header the values may begin beside the chosen row or under it.
    let doubt = block.has_header().then(|| {
        block.take_header();
        review.skipped.push("Dòng đầu của khối là tiêu đề cột nên bỏ qua".to_owned());
        "Khối có dòng tiêu đề: hãy xem số đã vào đúng dòng chưa".to_owned()
    });
    let (n_rows, n_columns) = (block.rows.len(), block.width());
    if n_rows == 0 || n_columns == 0 {
        return Err(AppError::refused(
            "Chưa có gì để dán; hãy chọn các ô trong Excel hoặc Word rồi sao chép lại",
        ));
    }
    if n_rows > rows.len() {
        let n = n_rows - rows.len();
        review.skipped.push(format!("{n} dòng cuối của khối nằm ngoài bảng nên bỏ qua"));
    }
    if n_columns > columns.len() {
        let n = n_columns - columns.len();
        review.skipped.push(format!("{n} cột bên phải của khối nằm ngoài bảng nên bỏ qua"));
    }
    let reader = CellReader::new(&data);
    let mut n_same = 0;
    for (at, key) in columns.iter().take(n_columns).enumerate() {
        let Some(column) = EntryColumn::of_key(key) else {
            let sentence = format!("Cột thứ {} của khối rơi vào cột được tính nên bỏ qua", at + 1);
            review.skipped.push(sentence);
            continue;
        };
        let marks = Marks::of_column(block.column(at));
        for (line, slug) in rows.iter().take(n_rows).enumerate() {
            let raw = block.cell(line, at).trim();
            let Some(of) = by_slug.get(slug.as_str()).filter(|_| !raw.is_empty()) else { continue };
            let (text, problem) = match column {
                EntryColumn::Note => (raw.to_owned(), None),
                _ => marks.vietnamese(raw),
            };
            let problem = problem.or_else(|| doubt.clone());
            let before = reader.typed_form(of, &column);
            match reader.reading(of, &column, &text) {
                Ok(after) if after == before => n_same += 1,
                Ok(after) => review.cells.push(PasteCell {
                    indicator: slug.clone(),
                    name: of.name.clone(),
                    column: key.clone(),
                    before,
                    raw: raw.to_owned(),
                    after,
                    problem,
                }),
                Err(error) => review.skipped.push(format!("Dòng {}: {error}", line + 1)),
            }
        }
    }
    if n_same > 0 {
        review.skipped.push(format!("{n_same} ô giữ nguyên vì đã có đúng giá trị đó"));
    }
    let place: HashMap<&str, usize> =
        rows.iter().enumerate().map(|(idx, slug)| (slug.as_str(), idx)).collect();
    review.cells.sort_by_key(|cell| place.get(cell.indicator.as_str()).copied());
    Ok(review)
}

/// Writes the cells of a review as one step, what was copied kept as written. Returns the rows as
/// they are now.
pub fn apply_paste(
    app: &mut App,
    scope: &Scope,
    cells: &[PasteCell],
) -> Result<Vec<GridRow>, AppError> {
    let data = YearData::load(app, &scope.choice(), scope.year)?;
    let reader = CellReader::new(&data);
    let (mut changes, mut written) = (Vec::new(), HashSet::new());
    for cell in cells {
        let of = data.indicator(&cell.indicator)?;
        let column = EntryColumn::of_key(&cell.column).ok_or_else(|| {
            AppError::usage(format!("Cột «{}» được tính, không sửa được", cell.column))
        })?;
        changes.extend(reader.read(of, &column, &cell.after, &cell.raw)?);
        written.insert(of.id);
    }
    let name = format!("Dán {} ô số liệu năm {}", cells.len(), scope.year);
    app.store.transact(&name, |open| changes.iter().try_for_each(|change| change.write(open)))?;
    rows_of(app, scope, &written)
}
