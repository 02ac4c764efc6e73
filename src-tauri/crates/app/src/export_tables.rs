//! The tables of the office as an Excel file: figures, plans, targets, what units reported, and what
//! was concluded.

mod concluded;

use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use tongket_figures::Quantity;
use tongket_model::{
    Indicator, IndicatorId, Organisation, OrganisationId, Origin, State, field_name,
};

use crate::place_file::cannot_write;
use crate::workbook::{Table, Value, workbook};
use crate::{App, AppError, OfficeChoice, Slot, place_file};

/// What to export and where to.
#[derive(Debug, Clone)]
pub struct TablesRequest {
    pub office: OfficeChoice,
    /// Only what is of this year; everything when `None`.
    pub year: Option<i32>,
    pub out: PathBuf,
    /// Whether a file of that name may be replaced.
    pub replace: bool,
}

/// Writes the tables and returns the number of rows of each, by its name.
pub fn export_tables(
    app: &App,
    request: &TablesRequest,
) -> Result<Vec<(&'static str, usize)>, AppError> {
    let TablesRequest { office, year, out, replace } = request;
    let slot = Slot::chosen(out, *replace)?;
    let owner = app.data_office(office)?;
    let concluded = concluded::concluded(app, office, *year)?;
    let tables = Tables::new(app, &owner, *year)?.all(app, concluded)?;
    let bytes = workbook(&tables, app.clock)?;
    place_file(&slot, |file| write_all(file, &bytes, out))?;
    Ok(tables.iter().map(|table| (table.name, table.rows.len())).collect())
}

pub(crate) fn write_all<W: Write>(
    mut file: W,
    bytes: &[u8],
    path: &Path,
) -> Result<(W, ()), AppError> {
    file.write_all(bytes).map_err(|error| cannot_write(path, &error))?;
    Ok((file, ()))
}

struct Tables {
    owner: OrganisationId,
    year: Option<i32>,
    /// In the order of tables.
    indicators: Vec<Indicator>,
    places: HashMap<IndicatorId, usize>,
}

impl Tables {
    fn new(app: &App, owner: &Organisation, year: Option<i32>) -> Result<Tables, AppError> {
        let mut indicators = app.store.indicators(owner.id)?;
        indicators.sort_by_key(|of| (of.position, of.id));
        let places = indicators.iter().enumerate().map(|(idx, of)| (of.id, idx)).collect();
        Ok(Tables { owner: owner.id, year, indicators, places })
    }

    /// Those that have rows.
    fn all(&self, app: &App, concluded: Table) -> Result<Vec<Table>, AppError> {
        let mut tables =
            vec![self.figures(app)?, self.plans(app)?, self.targets(app)?, self.reported(app)?];
        tables.push(concluded);
        tables.retain(|table| !table.rows.is_empty());
        match tables.is_empty() {
            true => Err(AppError::refused(
                "Chưa có số liệu, kết luận nào để xuất; hãy nhập số liệu hoặc chọn năm khác",
            )),
            false => Ok(tables),
        }
    }

    fn is_asked(&self, year: i32) -> bool {
        self.year.is_none_or(|asked| asked == year)
    }

    fn figures(&self, app: &App) -> Result<Table, AppError> {
        let figures = app.store.figures_of(self.owner)?.into_iter();
        let figures = figures.filter(|figure| self.is_asked(figure.period.year()));
        let rows = figures.filter_map(|figure| {
            let (place, mut row) = self.row_of(figure.indicator)?;
            row.push(figure.period.to_string().as_str().into());
            row.push(figure.kind.vietnamese().into());
            row.extend(of_value(&figure.quantity, &figure.raw, &figure.origin, figure.state));
            Some((place, row))
        });
        Ok(table("Số liệu", &[("Kỳ", 14.0), ("Loại", 14.0)], rows))
    }

    fn plans(&self, app: &App) -> Result<Table, AppError> {
        let plans = app.store.plans_of(self.owner)?.into_iter();
        let plans = plans.filter(|plan| self.is_asked(plan.period.year()));
        let rows = plans.filter_map(|plan| {
            let (place, mut row) = self.row_of(plan.indicator)?;
            row.push(plan.period.to_string().as_str().into());
            row.push(plan.assigner.as_str().into());
            row.extend(of_value(&plan.quantity, &plan.raw, &plan.origin, plan.state));
            Some((place, row))
        });
        Ok(table("Kế hoạch", &[("Kỳ", 14.0), ("Cấp giao", 18.0)], rows))
    }

    fn targets(&self, app: &App) -> Result<Table, AppError> {
        let targets = app.store.targets_of(self.owner)?.into_iter();
        let targets = targets.filter(|target| self.is_asked(target.year));
        let rows = targets.filter_map(|target| {
            let (place, mut row) = self.row_of(target.indicator)?;
            row.push(Value::Text(target.year.to_string()));
            row.extend(of_value(&target.quantity, &target.raw, &target.origin, target.state));
            Some((place, row))
        });
        Ok(table("Chỉ tiêu phấn đấu", &[("Năm", 8.0)], rows))
    }

    fn reported(&self, app: &App) -> Result<Table, AppError> {
        let names: HashMap<OrganisationId, (String, String)> = {
            let reporters = app.store.reporters_of(self.owner)?.into_iter();
            reporters.map(|it| (it.organisation, (it.name, it.group))).collect()
        };
        let reported = app.store.reported_to(self.owner)?.into_iter();
        let reported = reported.filter(|value| self.is_asked(value.period.year()));
        let rows = reported.filter_map(|value| {
            let (place, mut row) = self.row_of(value.indicator)?;
            let (name, group) = names.get(&value.reporter)?;
            row.push(group.as_str().into());
            row.push(name.as_str().into());
            row.push(value.period.to_string().as_str().into());
            row.push(value.measure.vietnamese().into());
            match (value.quantity(), value.date()) {
                (Some(quantity), _) => {
                    row.extend(of_value(quantity, &value.raw, &value.origin, value.state));
                }
                (None, date) => {
                    row.push(date.map_or(Value::Empty, Value::Date));
                    row.push(Value::Empty);
                    row.extend(of_source(&value.raw, &value.origin, value.state));
                }
            }
            Some((place, row))
        });
        let columns = [("Nhóm", 20.0), ("Đơn vị báo cáo", 28.0), ("Kỳ", 14.0), ("Loại", 14.0)];
        Ok(table("Số liệu đơn vị", &columns, rows))
    }

    /// The place of an indicator in tables, and the cells that say which it is.
    fn row_of(&self, indicator: IndicatorId) -> Option<(usize, Vec<Value>)> {
        let place = *self.places.get(&indicator)?;
        let of = self.indicators.get(place)?;
        let cells = [field_name(&of.field), &of.name, of.unit.text(), of.slug.as_str()];
        Some((place, cells.into_iter().map(Value::from).collect()))
    }
}

/// The rows in the order of their indicators; `own` are the columns between the indicator's and
/// the value's.
fn table(
    name: &'static str,
    own: &[(&'static str, f64)],
    rows: impl Iterator<Item = (usize, Vec<Value>)>,
) -> Table {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_key(|(place, _)| *place);
    let mut columns = vec![("Lĩnh vực", 18.0), ("Chỉ tiêu", 40.0), ("ĐVT", 12.0), ("Mã", 20.0)];
    columns.extend(own);
    columns.extend([
        ("Giá trị", 16.0),
        ("Mẫu số hoặc đến", 12.0),
        ("Viết trong nguồn", 20.0),
        ("Nguồn", 36.0),
        ("Trạng thái", 14.0),
    ]);
    Table { name, columns, rows: rows.into_iter().map(|(_, row)| row).collect() }
}

fn of_value(quantity: &Quantity, raw: &str, origin: &Origin, state: State) -> Vec<Value> {
    let second = quantity.of.or(quantity.to).map_or(Value::Empty, Value::Number);
    let mut cells = vec![Value::Number(quantity.amount), second];
    cells.extend(of_source(raw, origin, state));
    cells
}

fn of_source(raw: &str, origin: &Origin, state: State) -> [Value; 3] {
    [raw.into(), origin.describe().as_str().into(), state.vietnamese().into()]
}
