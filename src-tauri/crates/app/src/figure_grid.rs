//! The grid of a year: a row per indicator, in the columns of the usual table of targets.

mod cells;
mod order;

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{FIELDS, FigureKind, IndicatorId, Plan, State, field_name};

use crate::year_data::YearData;
use crate::{App, AppError, Scope};
use cells::Cells;
pub(crate) use cells::{amount_text, percent_text};
use order::{Placed, by_field};

/// How far a value can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum CellState {
    Confirmed,
    Draft,
    Assumed,
}

impl From<State> for CellState {
    fn from(state: State) -> CellState {
        match state {
            State::Confirmed => CellState::Confirmed,
            State::Draft => CellState::Draft,
            State::Assumed => CellState::Assumed,
        }
    }
}

/// Whether a value is final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ValueKind {
    Actual,
    Estimate,
}

impl From<FigureKind> for ValueKind {
    fn from(kind: FigureKind) -> ValueKind {
        match kind {
            FigureKind::Actual => ValueKind::Actual,
            FigureKind::Estimate => ValueKind::Estimate,
        }
    }
}

/// How the year's figure stands against its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Exceeded,
    Met,
    NotMet,
    /// Only a part of the year is in.
    Pending,
    /// A figure is owed and not in.
    Missing,
}

impl Verdict {
    /// The word of the column "Đánh giá".
    pub(crate) fn word(self) -> &'static str {
        match self {
            Verdict::Exceeded => "Vượt",
            Verdict::Met => "Đạt",
            Verdict::NotMet => "Chưa đạt",
            Verdict::Pending => "Chưa đánh giá",
            Verdict::Missing => "Thiếu số liệu",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Cell {
    /// As shown in the column, without the unit and without "ước", which `kind` tells.
    pub text: String,
    /// A plain decimal, for sorting and charts.
    pub value: Option<String>,
    pub kind: Option<ValueKind>,
    pub state: Option<CellState>,
    /// A doubt worth showing beside the cell.
    pub problem: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GridColumn {
    /// `last_year`, `plan`, `plan:tỉnh`, `result`, `percent_plan`, `percent_plan:tỉnh`,
    /// `percent_last`, `next_target`, `verdict`, `note`
    pub key: String,
    pub title: String,
    pub editable: bool,
    pub numeric: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GridRow {
    pub indicator: String,
    pub name: String,
    pub unit: String,
    pub field: String,
    /// Within the field: "1", "2", "2.1"
    pub number: String,
    /// 0; 1 for parts ("trong đó") of a row, and so on.
    pub depth: u32,
    pub supplier: String,
    pub due: String,
    pub verdict: Option<Verdict>,
    /// By column; an empty cell is left out.
    pub cells: BTreeMap<String, Cell>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GridField {
    pub slug: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Grid {
    pub year: i32,
    pub columns: Vec<GridColumn>,
    /// In the order of the rows; then those that no row is in yet.
    pub fields: Vec<GridField>,
    pub rows: Vec<GridRow>,
}

pub fn figure_grid(app: &App, scope: &Scope) -> Result<Grid, AppError> {
    let data = YearData::load(app, &scope.choice(), scope.year)?;
    let groups = by_field(&data.indicators);
    let assigners = assigners(&data);
    let cells = Cells::new(&data, &assigners);
    let rows = groups.iter().flat_map(|group| &group.rows).map(|placed| row(&cells, placed));
    let shown: Vec<&str> = groups.iter().map(|group| group.field).collect();
    let known = FIELDS.iter().map(|(slug, _)| *slug);
    let unused: Vec<&str> = known.filter(|slug| !shown.contains(slug)).collect();
    let field = |slug: &str| GridField { slug: slug.to_owned(), name: field_name(slug).to_owned() };
    Ok(Grid {
        year: data.year,
        columns: columns(&data, &assigners),
        rows: rows.collect(),
        fields: shown.into_iter().chain(unused).map(field).collect(),
    })
}

/// The rows of some indicators as the grid of the whole year shows them.
pub(crate) fn rows_of(
    app: &App,
    scope: &Scope,
    wanted: &HashSet<IndicatorId>,
) -> Result<Vec<GridRow>, AppError> {
    let data = YearData::load(app, &scope.choice(), scope.year)?;
    let assigners = assigners(&data);
    let cells = Cells::new(&data, &assigners);
    let groups = by_field(&data.indicators);
    let rows = groups.iter().flat_map(|group| &group.rows);
    Ok(rows.filter(|placed| wanted.contains(&placed.of.id)).map(|p| row(&cells, p)).collect())
}

fn row(cells: &Cells, placed: &Placed) -> GridRow {
    let of = placed.of;
    GridRow {
        indicator: of.slug.to_string(),
        name: of.name.clone(),
        unit: of.unit.text().to_owned(),
        field: of.field.clone(),
        number: placed.number.clone(),
        depth: placed.depth,
        supplier: of.supplier.clone(),
        due: of.due.clone(),
        verdict: cells.verdict(of),
        cells: cells.of(of),
    }
}

/// Who assigned plans of this year, each once, in the order of the rows; "" always comes first.
fn assigners(data: &YearData) -> Vec<String> {
    let mut assigners = vec![String::new()];
    let plans = data.indicators.iter().flat_map(|of| data.plans(of.id));
    for plan in plans {
        if !assigners.contains(&plan.assigner) {
            assigners.push(plan.assigner.clone());
        }
    }
    assigners
}

fn columns(data: &YearData, assigners: &[String]) -> Vec<GridColumn> {
    let column = |key: String, title: String, editable, numeric| GridColumn {
        key,
        title,
        editable,
        numeric,
    };
    let (before, year, next) = (data.year - 1, data.year, data.year + 1);
    let plan = |by| column(column_by("plan", by), format!("KH {year}{}", assigned(by)), true, true);
    let percent =
        |by| column(column_by("percent_plan", by), format!("% KH{}", assigned(by)), false, true);
    let (usual, rare): (Vec<&String>, Vec<&String>) =
        assigners.iter().partition(|by| is_usual(data, by));
    let mut columns = vec![column("last_year".into(), format!("TH {before}"), true, true)];
    columns.extend(usual.iter().map(|by| plan(by)));
    columns.push(column("result".into(), result_title(data), true, true));
    columns.extend(usual.iter().map(|by| percent(by)));
    columns.push(column("percent_last".into(), "% cùng kỳ".into(), false, true));
    columns.push(column("next_target".into(), format!("KH {next}"), true, true));
    columns.push(column("verdict".into(), "Đánh giá".into(), false, false));
    columns.extend(rare.iter().flat_map(|by| [plan(by), percent(by)]));
    columns.push(column("note".into(), "Ghi chú".into(), true, false));
    columns
}

/// Whether the plans of this assigner stand among the columns of the usual form. Who plans but a
/// row in four or fewer would push the results out of view for columns that are nearly empty.
fn is_usual(data: &YearData, assigner: &str) -> bool {
    let n_with = |wanted: &dyn Fn(&Plan) -> bool| {
        data.indicators.iter().filter(|of| data.plans(of.id).iter().any(wanted)).count()
    };
    let n_assigned = n_with(&|plan| plan.assigner == assigner);
    assigner.is_empty() || n_assigned * 4 > n_with(&|_| true)
}

/// The key of the column of one assigner: `plan`, `plan:tỉnh`.
fn column_by(column: &str, assigner: &str) -> String {
    if assigner.is_empty() { column.to_owned() } else { format!("{column}:{assigner}") }
}

fn assigned(assigner: &str) -> String {
    if assigner.is_empty() { String::new() } else { format!(" ({assigner} giao)") }
}

fn result_title(data: &YearData) -> String {
    let results = || data.indicators.iter().filter_map(|of| data.result(of.id));
    let n_estimates = results().filter(|figure| figure.kind == FigureKind::Estimate).count();
    let word = match n_estimates {
        0 => "TH",
        all if all == results().count() => "Ước TH",
        _ => "TH (ước)",
    };
    format!("{word} {}", data.year)
}
