//! Finds the heading rows of a sheet and what each column is, by words and merges; never by a
//! fixed place.

use std::collections::{BTreeMap, HashMap};

use tongket_figures::fold;

use super::grid::Grid;
use super::heading::Heading;
use super::wording::{Label, read_label};

/// One table of a sheet.
#[derive(Debug)]
pub(super) struct Layout {
    /// First row of the headings.
    pub(super) heading_row: u32,
    pub(super) first_data_row: u32,
    pub(super) numbering_col: Option<u32>,
    pub(super) label_col: u32,
    pub(super) unit_col: Option<u32>,
    /// A unit that a line above the headings gives to the whole table.
    pub(super) unit: String,
    /// The label column is "Đơn vị": each row is a unit, and the columns are its values.
    pub(super) rows_are_units: bool,
    pub(super) columns: Columns,
}

#[derive(Debug)]
pub(super) enum Columns {
    /// Indicators in rows; these columns hold values.
    Values(Vec<(u32, Heading)>),
    /// Transposed: periods in rows; these columns are indicators.
    Indicators(Vec<(u32, Label)>),
}

/// What the heading of a column says.
enum Role {
    Numbering,
    Label,
    /// "Kỳ": the rows are periods.
    Times,
    Unit,
    /// "Đơn vị" is the unit beside a label column, and the label where there is none.
    UnitOrLabel,
    Remark,
    Value(Heading),
    Other(Label),
}

/// More heading rows than any form has; a merge that is taller is no heading.
const MAX_HEADING_ROWS: u32 = 6;
/// Heading cells looked at; a real form has a few hundred.
const MAX_HEADING_CELLS: usize = 20_000;

impl Layout {
    /// The first table of the sheet.
    pub(super) fn find(grid: &Grid) -> Option<Layout> {
        let heading_row = grid.rows().find(|row| is_heading_row(grid, *row))?;
        let headings = Headings::new(grid, heading_row);
        let mut numbering_col = None;
        let (mut label_col, mut unit_col, mut either_col) = (None, None, None);
        let mut rows_are_times = false;
        let (mut values, mut indicators) = (Vec::new(), Vec::new());
        for (col, texts) in &headings.texts {
            match role_of(texts) {
                Role::Numbering => numbering_col = numbering_col.or(Some(*col)),
                // Beside a column of labels, "Chỉ tiêu" holds what was to be reached.
                Role::Label if label_col.is_some() => values.extend(
                    texts
                        .last()
                        .filter(|text| fold(text) == "chi tieu")
                        .map(|_| (*col, Heading::of_plan())),
                ),
                Role::Label => label_col = Some(*col),
                Role::Times => {
                    rows_are_times = true;
                    label_col = label_col.or(Some(*col));
                }
                Role::Unit => unit_col = unit_col.or(Some(*col)),
                Role::UnitOrLabel => either_col = either_col.or(Some(*col)),
                Role::Remark => {}
                Role::Value(heading) => values.push((*col, heading)),
                Role::Other(label) => indicators.push((*col, label)),
            }
        }
        let rows_are_units = label_col.is_none();
        if rows_are_units {
            label_col = either_col;
        } else {
            unit_col = unit_col.or(either_col);
        }
        let label_col = label_col?;
        let mut first_data_row = headings.last_row + 1;
        if is_column_numbers(grid, first_data_row, label_col) {
            first_data_row += 1;
        }
        let times =
            rows_are_times || (values.is_empty() && times_in_rows(grid, first_data_row, label_col));
        let columns = match times {
            true => Columns::Indicators(indicators),
            false if values.is_empty() => return None,
            false => Columns::Values(values),
        };
        let unit = unit_above(grid, heading_row);
        Some(Layout {
            heading_row,
            first_data_row,
            numbering_col,
            label_col,
            unit_col,
            unit,
            rows_are_units,
            columns,
        })
    }
}

/// The texts over each column from the top down, a merged heading once.
struct Headings {
    texts: BTreeMap<u32, Vec<String>>,
    last_row: u32,
}

impl Headings {
    fn new(grid: &Grid, heading_row: u32) -> Headings {
        let merges: Vec<_> = grid
            .sheet
            .merges
            .iter()
            .filter(|area| {
                (heading_row..heading_row + MAX_HEADING_ROWS).contains(&area.first_row)
                    && area.last_row - area.first_row < MAX_HEADING_ROWS
            })
            .collect();
        let mut last_row = heading_row;
        loop {
            let inside = |area: &&&crate::raw::Area| area.first_row <= last_row;
            let down = merges.iter().filter(inside).map(|area| area.last_row).max();
            // A heading over several columns has its own headings below it.
            let split = merges.iter().filter(inside).any(|area| {
                area.last_row == last_row
                    && area.first_col < area.last_col
                    && has_texts_only(grid, last_row + 1, area.first_col, area.last_col)
            });
            let next = down.unwrap_or(last_row).max(last_row + u32::from(split));
            if next == last_row || next - heading_row >= MAX_HEADING_ROWS {
                break;
            }
            last_row = next;
        }
        let mut owner = HashMap::new();
        for area in merges {
            for row in area.first_row..=area.last_row.min(last_row) {
                for col in area.first_col..=area.last_col {
                    if owner.len() < MAX_HEADING_CELLS {
                        owner.insert((row, col), (area.first_row, area.first_col));
                    }
                }
            }
        }
        let own =
            (heading_row..=last_row).flat_map(|row| grid.row(row)).map(|cell| (cell.row, cell.col));
        let mut places: Vec<(u32, u32)> = own.chain(owner.keys().copied()).collect();
        places.sort_unstable();
        places.dedup();
        let mut texts: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for (row, col) in places.into_iter().take(MAX_HEADING_CELLS) {
            let (from_row, from_col) = owner.get(&(row, col)).copied().unwrap_or((row, col));
            let text = grid.text(from_row, from_col);
            // A tall merge gives its text to its first row only.
            if !text.is_empty() && from_row == row {
                texts.entry(col).or_default().push(text);
            }
        }
        Headings { texts, last_row }
    }
}

fn role_of(texts: &[String]) -> Role {
    let label = read_label(texts.last().map_or("", String::as_str));
    if let Some(role) = role_by_name(&fold(&label.text)) {
        return role;
    }
    match Heading::read(texts.iter().map(String::as_str)) {
        Some(heading) => Role::Value(heading),
        None => Role::Other(label),
    }
}

fn role_by_name(name: &str) -> Option<Role> {
    Some(match name {
        "tt" | "stt" | "so tt" | "so thu tu" => Role::Numbering,
        "chi tieu" | "cac chi tieu" | "ten chi tieu" | "chi tieu chu yeu" | "noi dung"
        | "noi dung chi tieu" | "danh muc" | "tieu chi" | "linh vuc" | "nhiem vu" | "hang muc" => {
            Role::Label
        }
        "ky" | "thoi ky" | "thoi gian" | "ky bao cao" => Role::Times,
        "dvt" | "don vi tinh" => Role::Unit,
        "don vi" => Role::UnitOrLabel,
        "danh gia" | "nhan xet" | "xep loai" | "nguon" | "nguon so lieu" => Role::Remark,
        _ if name.starts_with("ghi chu") || name.starts_with("danh gia") => Role::Remark,
        _ => return None,
    })
}

/// At least two texts, one of which names the column of numbers, labels or times.
fn is_heading_row(grid: &Grid, row: u32) -> bool {
    let texts = || grid.row(row).iter().take(200).map(|cell| grid.text(row, cell.col));
    let anchors = texts().any(|text| {
        let role = role_by_name(&fold(&read_label(&text).text));
        matches!(role, Some(Role::Numbering | Role::Label | Role::Times | Role::UnitOrLabel))
    });
    anchors && texts().filter(|text| !text.is_empty()).take(2).count() == 2
}

fn has_texts_only(grid: &Grid, row: u32, first_col: u32, last_col: u32) -> bool {
    let mut cells =
        grid.row(row).iter().filter(|cell| (first_col..=last_col).contains(&cell.col)).peekable();
    cells.peek().is_some()
        && cells.all(|cell| grid.text(row, cell.col).contains(|c: char| c.is_alphabetic()))
}

/// "Đơn vị tính: tỷ đồng", mostly at the right above the table; empty when no line says so.
fn unit_above(grid: &Grid, heading_row: u32) -> String {
    let titles = grid.rows().take_while(|row| *row < heading_row).flat_map(|row| grid.row(row));
    let unit = titles.filter_map(|cell| {
        let text = grid.text(cell.row, cell.col);
        let (head, unit) = text.trim_matches(['(', ')']).split_once(':')?;
        let says_unit = matches!(fold(head).as_str(), "don vi tinh" | "don vi" | "dvt");
        says_unit.then(|| unit.trim().to_owned())
    });
    unit.last().unwrap_or_default()
}

/// "A, B, 1, 2, (3), 5=4/3": the row under the headings that numbers the columns.
fn is_column_numbers(grid: &Grid, row: u32, label_col: u32) -> bool {
    let is_number = |text: &str| {
        let inner = text.trim().trim_matches(['(', ')', '[', ']']);
        let letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_alphabetic());
        let formula = inner.contains(|c: char| c.is_ascii_digit())
            && inner.len() <= 20
            && inner.chars().all(|c| c.is_ascii_digit() || "()=/-+*x:% ".contains(c));
        letter || formula
    };
    let texts: Vec<String> = grid
        .row(row)
        .iter()
        .take(200)
        .map(|cell| grid.text(row, cell.col))
        .filter(|text| !text.is_empty())
        .collect();
    texts.len() >= 3 && is_number(&grid.text(row, label_col)) && texts.iter().all(|t| is_number(t))
}

/// True when most labels name a time and a kind of value: "Ước TH 2022".
fn times_in_rows(grid: &Grid, first_row: u32, label_col: u32) -> bool {
    let labels: Vec<String> = grid
        .rows()
        .skip_while(|row| *row < first_row)
        .map(|row| grid.text(row, label_col))
        .filter(|label| !label.is_empty())
        .take(50)
        .collect();
    let n_times = labels
        .iter()
        .filter_map(|label| Heading::read([label.as_str()]))
        .filter(|heading| heading.year().is_some())
        .count();
    n_times >= 2 && n_times * 2 > labels.len()
}
