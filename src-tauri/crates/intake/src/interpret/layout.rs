//! Finds the tables of a sheet and what each of their columns is, by words, merges and what
//! stands below; never by a fixed place.

use std::ops::Range;

use tongket_figures::fold;

use super::grid::Grid;
use super::heading::{Heading, Kind};
use super::headings::{HeadingRows, may_head};
use super::roles::{Role, anchors, is_column_numbers, role_of};
use super::stats::ColumnStats;
use super::titles::Titles;
use super::wording::{Label, read_label, words};

/// One table of a sheet.
#[derive(Debug)]
pub(super) struct Layout {
    /// The columns of the sheet that belong to it.
    pub(super) cols: Range<u32>,
    /// First row of the headings.
    pub(super) heading_row: u32,
    pub(super) first_data_row: u32,
    /// The next table of the sheet begins here.
    pub(super) end_row: u32,
    /// Headings that stand again on further pages: first row of each and of the data below it.
    pub(super) repeats: Vec<(u32, u32)>,
    pub(super) numbering_col: Option<u32>,
    pub(super) label_col: u32,
    pub(super) unit_col: Option<u32>,
    /// "Cấp", "Loại", "Lĩnh vực": columns that put rows into groups.
    pub(super) group_cols: Vec<u32>,
    pub(super) titles: Titles,
    /// The label column is "Đơn vị": each row is a unit, and the columns are its values.
    pub(super) rows_are_units: bool,
    pub(super) columns: Columns,
}

/// A column that holds values.
#[derive(Debug, Clone)]
pub(super) struct ValueColumn {
    pub(super) col: u32,
    /// The labels over it from the top down.
    pub(super) labels: Vec<Label>,
    /// `None` where they name no kind of value: the thing itself, of the report's time.
    pub(super) heading: Option<Heading>,
}

#[derive(Debug)]
pub(super) enum Columns {
    /// Indicators or units in rows; these columns hold values.
    Values(Vec<ValueColumn>),
    /// Transposed: periods in rows; these columns are indicators.
    Indicators(Vec<(u32, Label)>),
}

/// More tables than any sheet of an office has.
const MAX_TABLES: usize = 200;

/// All tables of the sheet from the top down, those side by side from left to right.
pub(super) fn find_all(grid: &Grid, of_file: &Titles) -> Vec<Layout> {
    let mut found: Vec<Layout> = Vec::new();
    let (mut top_row, mut heads): (Option<u32>, Vec<String>) = (None, Vec::new());
    let mut of_sheet: Option<Titles> = None;
    let mut next_row = 0;
    let mut above = 0;
    for row in grid.rows().collect::<Vec<_>>() {
        if row < next_row
            || found.len() >= MAX_TABLES
            || !may_head(grid, row, found.is_empty() || above > 0)
        {
            above = row;
            continue;
        }
        let rows = HeadingRows::new(grid, row);
        let texts = rows.all_texts();
        if let Some(_top) = top_row.filter(|_| texts == heads) {
            next_row = data_row(grid, &rows);
            let repeat = (row, next_row);
            let of_top = found.iter_mut().filter(|layout| Some(layout.heading_row) == top_row);
            of_top.for_each(|layout| layout.repeats.push(repeat));
            continue;
        }
        let from = found.last().map_or(0, |last| last.first_data_row);
        let lines = title_lines(grid, from, row, !found.is_empty());
        let titles = Titles::read(&lines).within(of_sheet.as_ref().unwrap_or(of_file));
        let tables = tables_at(grid, &rows, &titles);
        if tables.is_empty() {
            continue;
        }
        let ends = row - u32::try_from(title_rows(grid, from, row)).unwrap_or(0);
        found.iter_mut().filter(|layout| layout.end_row == u32::MAX).for_each(|layout| {
            layout.end_row = ends;
        });
        (top_row, heads) = (Some(row), texts);
        next_row = tables.iter().map(|table| table.first_data_row).max().unwrap_or(row + 1);
        // The unit over one table is not that of the next.
        of_sheet.get_or_insert(Titles { unit: of_file.unit.clone(), ..titles });
        found.extend(tables);
    }
    for layout in &mut found {
        drop_empty_columns(grid, layout);
    }
    found
}

/// The texts of the lines above a heading that may be its titles; below another table only those
/// right above it.
fn title_lines(grid: &Grid, from: u32, row: u32, below_table: bool) -> Vec<String> {
    let first = match below_table {
        true => row - u32::try_from(title_rows(grid, from, row)).unwrap_or(0),
        false => 0,
    };
    let own = grid.rows_in(first..row).flat_map(|row| grid.row(row).iter().take(200));
    let own = own
        .filter(|cell| matches!(cell.value, crate::raw::RawValue::Text(_)))
        .map(|cell| grid.text(cell.row, cell.col).into_owned());
    let above = grid.sheet.above.iter().map(|line| line.to_string()).filter(|_| !below_table);
    above.chain(own).collect()
}

/// How many rows right above `row` are lines of title: a single text each, back to a table.
fn title_rows(grid: &Grid, from: u32, row: u32) -> usize {
    let is_line = |above: u32| {
        let cells = grid.row(above).iter().filter(|cell| !grid.is_blank(above, cell.col));
        let texts: Vec<_> = cells.take(3).map(|cell| &cell.value).collect();
        texts.len() <= 2
            && texts.iter().all(|value| matches!(value, crate::raw::RawValue::Text(_)))
            && !grid
                .row(above)
                .iter()
                .any(|cell| super::below::is_note(&grid.text(above, cell.col)))
    };
    (from..row).rev().take(8).take_while(|above| is_line(*above)).count()
}

fn data_row(grid: &Grid, rows: &HeadingRows) -> u32 {
    let next = rows.last_row + 1;
    next + u32::from(is_column_numbers(grid, next))
}

/// The tables whose headings stand in these rows: one, or several side by side.
fn tables_at(grid: &Grid, rows: &HeadingRows, titles: &Titles) -> Vec<Layout> {
    let (numberings, labels) = anchors(rows);
    let starts = match (numberings.as_slice(), labels.as_slice()) {
        ([_, _, ..], _) => numberings,
        (_, [first, second, ..]) if first.1 == second.1 && second.0 > first.0 + 1 => {
            labels.iter().map(|(col, _)| *col).collect()
        }
        _ => vec![0],
    };
    let ends = starts[1..].iter().copied().chain([u32::MAX]);
    let starts = std::iter::once(0).chain(starts[1..].iter().copied());
    starts.zip(ends).filter_map(|(from, to)| table(grid, rows, from..to, titles)).collect()
}

fn table(grid: &Grid, rows: &HeadingRows, cols: Range<u32>, titles: &Titles) -> Option<Layout> {
    let first_data_row = data_row(grid, rows);
    let stats = ColumnStats::of(grid, first_data_row, &cols);
    let mut sorted = Sorted::default();
    for (col, texts) in rows.texts(&cols) {
        sorted.take(col, texts, &stats, &titles.unit);
    }
    sorted.settle(&cols, &stats);
    let label_col = sorted.label_col?;
    let times = sorted.rows_are_times
        || (sorted.values.is_empty() && times_in_rows(grid, first_data_row, label_col));
    let columns = match times {
        true => Columns::Indicators(sorted.indicators(label_col)),
        false => Columns::Values(sorted.value_columns(&stats)),
    };
    match &columns {
        Columns::Values(values) if values.is_empty() => return None,
        _ => {}
    }
    Some(Layout {
        cols,
        heading_row: rows.first_row,
        first_data_row,
        end_row: u32::MAX,
        repeats: Vec::new(),
        numbering_col: sorted.numbering_col,
        label_col,
        unit_col: sorted.unit_col,
        group_cols: sorted.group_cols,
        titles: titles.clone(),
        rows_are_units: sorted.rows_are_units,
        columns,
    })
}

/// The columns of a table by what their headings say.
#[derive(Default)]
struct Sorted {
    numbering_col: Option<u32>,
    label_col: Option<u32>,
    unit_col: Option<u32>,
    either_col: Option<u32>,
    group_cols: Vec<u32>,
    rows_are_times: bool,
    rows_are_units: bool,
    values: Vec<ValueColumn>,
    others: Vec<(u32, Vec<Label>)>,
}

impl Sorted {
    fn take(&mut self, col: u32, texts: &[String], stats: &ColumnStats, unit_above: &str) {
        let labels = || texts.iter().map(|text| read_label(text)).collect::<Vec<_>>();
        match role_of(texts, unit_above) {
            Role::Numbering if self.numbering_col.is_none() => self.numbering_col = Some(col),
            Role::Numbering | Role::Remark => {}
            Role::Label if self.label_col.is_none() => self.label_col = Some(col),
            // Beside a column of labels, "Chỉ tiêu" holds what was to be reached.
            Role::Label if stats.n_values(col) > 0 => {
                if texts.last().is_some_and(|text| fold(text) == "chi tieu") {
                    let heading = Some(Heading::bare(Kind::Plan));
                    self.values.push(ValueColumn { col, labels: Vec::new(), heading });
                }
            }
            // "Lĩnh vực", "Chỉ tiêu": the first groups what the second names.
            Role::Label => self.group_cols.extend(self.label_col.replace(col)),
            // "Kỳ báo cáo" behind the labels is a column of values.
            Role::Times if self.label_col.is_some() => {
                let heading = Heading::read_under(unit_above, texts.iter().map(String::as_str));
                match heading {
                    Some(_) => self.values.push(ValueColumn { col, labels: labels(), heading }),
                    None => self.others.push((col, labels())),
                }
            }
            Role::Times => {
                self.rows_are_times = true;
                self.label_col = self.label_col.or(Some(col));
            }
            Role::Units => match self.label_col {
                None => (self.label_col, self.rows_are_units) = (Some(col), true),
                Some(_) => self.others.push((col, labels())),
            },
            Role::Unit => self.unit_col = self.unit_col.or(Some(col)),
            Role::UnitOrLabel => self.either_col = self.either_col.or(Some(col)),
            Role::Group => self.group_cols.push(col),
            Role::Value(heading) => {
                self.values.push(ValueColumn { col, labels: labels(), heading: Some(heading) });
            }
            Role::Other => self.others.push((col, labels())),
        }
    }

    /// What only the columns together tell.
    fn settle(&mut self, cols: &Range<u32>, stats: &ColumnStats) {
        if self.label_col.is_none() && self.either_col.is_some() {
            (self.label_col, self.rows_are_units) = (self.either_col, true);
        } else {
            self.unit_col = self.unit_col.or(self.either_col);
        }
        let first_value = self.values.iter().map(|value| value.col).min();
        if self.label_col.is_none() {
            // A name that no form of ours has ("Nguồn / cấp"), or none at all.
            let before = |col: u32| first_value.is_none_or(|value| col < value);
            let named = self
                .others
                .iter()
                .map(|(col, _)| *col)
                .find(|col| before(*col) && stats.n_worded(*col) > 0);
            let unnamed = || {
                let until = first_value.unwrap_or(cols.start);
                (cols.start..until).take(50).find(|col| {
                    Some(*col) != self.numbering_col
                        && stats.n_worded(*col) > 0
                        && stats.n_numbers(*col) == 0
                })
            };
            self.label_col = named.or_else(unnamed).or(self.group_cols.pop());
            self.others.retain(|(col, _)| Some(*col) != self.label_col);
        }
    }

    fn indicators(&mut self, label_col: u32) -> Vec<(u32, Label)> {
        let others = std::mem::take(&mut self.others).into_iter();
        let named = others.filter(|(col, _)| *col != label_col);
        named.filter_map(|(col, mut labels)| labels.pop().map(|label| (col, label))).collect()
    }

    fn value_columns(&mut self, stats: &ColumnStats) -> Vec<ValueColumn> {
        let has_plan =
            self.values.iter().any(|value| value.heading.as_ref().is_some_and(Heading::is_plan));
        let has_results =
            self.values.iter().any(|value| value.heading.as_ref().is_some_and(Heading::reports));
        let others = std::mem::take(&mut self.others).into_iter();
        let others: Vec<ValueColumn> = others
            .filter(|(col, _)| stats.n_numbers(*col) > 0)
            .map(|(col, labels)| {
                let heading = match Heading::unknown(&labels) {
                    // Beside "TH 2024", "DT 2024" is no area.
                    heading if has_results && heading.may_be_budget(&labels) => {
                        Heading { kind: Kind::Plan, ..heading }
                    }
                    heading => heading,
                };
                // What stands over the values of units is the thing itself.
                let is_thing = self.rows_are_units && heading.names_thing();
                let heading = (!is_thing).then_some(heading);
                ValueColumn { col, labels, heading }
            })
            .collect();
        let mut values: Vec<ValueColumn> = std::mem::take(&mut self.values)
            .into_iter()
            .filter_map(|value| match value.heading.as_ref().map(|heading| heading.kind) {
                // A ratio to nothing is a value of its own where the rows are units.
                Some(Kind::BareRatio) if !has_plan => {
                    self.rows_are_units.then_some(ValueColumn { heading: None, ..value })
                }
                _ => Some(value),
            })
            .chain(others)
            .collect();
        values.sort_by_key(|value| value.col);
        values
    }
}

/// A column in which no row has anything says nothing, unless all wait for values.
fn drop_empty_columns(grid: &Grid, layout: &mut Layout) {
    let stats = ColumnStats::of_rows(grid, layout.first_data_row..layout.end_row, &layout.cols);
    if let Columns::Values(values) = &mut layout.columns
        && values.iter().any(|value| stats.n_cells(value.col) > 0)
    {
        values.retain(|value| stats.n_cells(value.col) > 0);
    }
}

/// True when most labels name a time and a kind of value: "Ước TH 2022".
fn times_in_rows(grid: &Grid, first_row: u32, label_col: u32) -> bool {
    let labels: Vec<String> = grid
        .rows_in(first_row..u32::MAX)
        .map(|row| grid.text(row, label_col).into_owned())
        .filter(|label| !label.is_empty())
        .take(50)
        .collect();
    let n_times = labels
        .iter()
        .filter(|label| words(label).len() <= 8)
        .filter_map(|label| Heading::read([label.as_str()]))
        .filter(|heading| heading.year().is_some())
        .count();
    n_times >= 2 && n_times * 2 > labels.len()
}
