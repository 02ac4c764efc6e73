//! The forms that come back: a folder of files is read, each says who answered what, and what is
//! certain is written as one step. Nothing is written before the person has seen who is missing.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tongket_figures::{Amount, DateReading, Quantity, read_date};
use tongket_intake::{RawFile, RawSheet, RawValue, ReadOptions, read_in_child};
use tongket_model::{
    CellPlace, Collection, Indicator, OrganisationId, Origin, Reported, ReportedId,
    ReportedMeasure, ReportedValue, Reporter, State,
};

use super::status::missing;
use crate::export_draft::{Progress, Watch};
use crate::plain::count;
use crate::{App, AppError, OfficeChoice};

/// The sheet that says which round and which unit a form belongs to.
pub(super) const IDENTITY_SHEET: &str = "tongket";
/// The hidden column that says what each line asks.
pub(super) const KEY_COLUMN: u16 = 6;
const ANSWER_COLUMN: u32 = 4;

/// What came back, before anything is written.
#[derive(Debug, Clone, Serialize)]
pub struct ReturnedForms {
    pub forms: Vec<ReturnedForm>,
    /// Files that are no answer to this round, one sentence each.
    pub unusable: Vec<String>,
    /// Units that will still owe an answer, in the order in which they were asked.
    pub missing: Vec<String>,
    #[serde(skip)]
    values: Vec<Reported>,
}

/// One unit's form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReturnedForm {
    pub file: String,
    pub reporter: String,
    /// Answers that can be written.
    pub n_values: usize,
    /// Answers that cannot be read, one sentence each; they are not written.
    pub problems: Vec<String>,
}

/// Reads the forms that came back; `files` may be folders, whose Excel files are taken. Writes
/// nothing. `None` when `watch` stopped it.
pub fn read_returned_forms(
    app: &App,
    choice: &OfficeChoice,
    id: u32,
    reader: &Path,
    files: &[PathBuf],
    watch: &mut Watch<'_>,
) -> Result<Option<ReturnedForms>, AppError> {
    let office = app.data_office(choice)?;
    let asked = Asked {
        collection: app.collection(choice, id)?,
        indicators: app.store.indicators(office.id)?,
        reporters: app.store.reporters_of(office.id)?,
    };
    let mut returned = ReturnedForms {
        forms: Vec::new(),
        unusable: Vec::new(),
        missing: Vec::new(),
        values: Vec::new(),
    };
    let mut seen: HashMap<OrganisationId, String> = HashMap::new();
    let files = all_files(files)?;
    for (done, path) in files.iter().enumerate() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let progress =
            Progress {
                done: count(done), total: count(files.len()), what: format!("Đọc {name}")
            };
        if watch(progress).is_break() {
            return Ok(None);
        }
        let read = read_in_child(reader, path, &ReadOptions::default()).map_err(AppError::from);
        match read.and_then(|file| asked.read(&file, &seen)) {
            Ok((reporter, form, values)) => {
                seen.insert(reporter, form.file.clone());
                returned.forms.push(form);
                returned.values.extend(values);
            }
            Err(error) => returned.unusable.push(error.to_string()),
        }
    }
    let mut known = app.store.reported_to(office.id)?;
    known.extend(returned.values.iter().cloned());
    returned.missing = missing(&asked.collection, &asked.reporters, &known);
    Ok(Some(returned))
}

/// Writes the answers as one step; returns how many were new or differ from what is stored.
pub fn apply_returned_forms(
    app: &mut App,
    choice: &OfficeChoice,
    id: u32,
    returned: &ReturnedForms,
) -> Result<usize, AppError> {
    let office = app.data_office(choice)?;
    let collection = app.collection(choice, id)?;
    let stored = app.store.reported_to(office.id)?;
    let key = |it: &Reported| (it.indicator, it.reporter, it.period, it.measure);
    let stored: HashMap<_, _> = stored.iter().map(|it| (key(it), &it.value)).collect();
    let is_new = |it: &&Reported| stored.get(&key(it)).is_none_or(|value| **value != it.value);
    let changed: Vec<&Reported> = returned.values.iter().filter(is_new).collect();
    if !changed.is_empty() {
        let name = format!("Nhập biểu của đơn vị: {}", collection.name);
        app.store.transact(&name, |changes| {
            changed.iter().try_for_each(|it| changes.set_reported(it).map(drop))
        })?;
    }
    Ok(changed.len())
}

/// The files named, and those of the folders named, by name; not what Excel keeps beside an open
/// file.
fn all_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, AppError> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).map_err(|_| {
            AppError::refused(format!(
                "Không đọc được thư mục «{}»; hãy kiểm tra quyền đọc",
                path.display()
            ))
        })?;
        let mut inside: Vec<PathBuf> =
            entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|it| is_form(it)).collect();
        inside.sort();
        files.extend(inside);
    }
    match files.is_empty() {
        true => Err(AppError::refused(
            "Không có tệp Excel nào trong thư mục; hãy chọn thư mục chứa các biểu gửi về",
        )),
        false => Ok(files),
    }
}

fn is_form(path: &Path) -> bool {
    let is_excel = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("xlsx"));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_excel && !name.starts_with("~$") && path.is_file()
}

/// The round whose forms are read.
struct Asked {
    collection: Collection,
    indicators: Vec<Indicator>,
    reporters: Vec<Reporter>,
}

impl Asked {
    fn read(
        &self,
        file: &RawFile,
        seen: &HashMap<OrganisationId, String>,
    ) -> Result<(OrganisationId, ReturnedForm, Vec<Reported>), AppError> {
        let refused = |why: &str| AppError::refused(format!("Tệp «{}»: {why}", file.name));
        let identity = file.sheets.iter().find(|sheet| sheet.name == IDENTITY_SHEET);
        let identity = identity.ok_or_else(|| {
            refused("không phải biểu do Tổng Kết gửi đi; hãy nhập bằng Nhập dữ liệu")
        })?;
        let number = |col| text_at(identity, 0, col).and_then(|text| text.parse::<i64>().ok());
        let is_ours = number(0) == Some(self.collection.id.0)
            && text_at(identity, 0, 1).as_deref() == Some(self.collection.name.as_str());
        if !is_ours {
            return Err(refused("là biểu của đợt thu thập khác; hãy nhập ở đợt đó"));
        }
        let reporter = self.reporters.iter().find(|it| Some(it.organisation.0) == number(2));
        let reporter = reporter
            .ok_or_else(|| refused("đơn vị trong biểu không còn trong danh sách đơn vị báo cáo"))?;
        if let Some(other) = seen.get(&reporter.organisation) {
            return Err(refused(&format!(
                "«{}» đã có biểu trong tệp «{other}»; chỉ để lại tệp đúng rồi nhập lại",
                reporter.name
            )));
        }
        let mut form = ReturnedForm {
            file: file.name.clone(),
            reporter: reporter.name.clone(),
            n_values: 0,
            problems: Vec::new(),
        };
        let mut values = Vec::new();
        for sheet in file.sheets.iter().filter(|sheet| sheet.name != IDENTITY_SHEET) {
            let answers = answers(sheet);
            let mut asked = HashSet::new();
            for (row, key) in keys(sheet) {
                let answer = answers.get(&row).copied();
                let Some((answer, question)) = answer.zip(self.question(&key)) else { continue };
                let cell = format!("E{}", row + 1);
                if !asked.insert((question.0.id, question.1)) {
                    let name = &question.0.name;
                    let why = "hỏi lần thứ hai, chỉ lấy dòng đầu";
                    form.problems.push(format!("Ô {cell} ({name}): {why}"));
                    continue;
                }
                match self.value(question, answer) {
                    Ok(Some((value, raw))) => {
                        let place = CellPlace {
                            file: file.name.as_str().into(),
                            hash: file.sha256.as_str().into(),
                            sheet: sheet.name.as_str().into(),
                            cell,
                        };
                        values.push(Reported {
                            id: ReportedId(0),
                            indicator: question.0.id,
                            reporter: reporter.organisation,
                            period: self.collection.period,
                            measure: question.1,
                            value,
                            raw,
                            origin: Origin::Cell(place.into()),
                            state: State::Draft,
                        });
                    }
                    Ok(None) => {}
                    Err(why) => {
                        form.problems.push(format!("Ô {cell} ({}): {why}", question.0.name));
                    }
                }
            }
        }
        form.n_values = values.len();
        Ok((reporter.organisation, form, values))
    }

    /// What a line of the form asks, by its key.
    fn question(&self, key: &str) -> Option<(&Indicator, ReportedMeasure)> {
        let (slug, measure) = key.split_once('|')?;
        let indicator = self.indicators.iter().find(|it| it.slug.as_str() == slug)?;
        let measure = ReportedMeasure::from_code(measure)?;
        let asked = self.collection.questions.iter();
        let mut asked = asked.filter(|it| it.indicator == indicator.id && it.measure == measure);
        asked.next().map(|_| (indicator, measure))
    }

    /// The value of an answer with its text; `None` when the cell says that there is none.
    fn value(
        &self,
        (indicator, measure): (&Indicator, ReportedMeasure),
        answer: &RawValue,
    ) -> Result<Option<(ReportedValue, String)>, String> {
        let text = match answer {
            RawValue::Text(text) => text.trim().to_owned(),
            RawValue::Number(digits) => digits.to_string(),
            RawValue::Date(date) => date.to_string(),
            RawValue::NoResult => return Err("công thức chưa tính; hãy ghi số".to_owned()),
            RawValue::Error(error) => return Err(format!("ô báo lỗi {error}; hãy ghi số")),
            RawValue::Bool(_) => return Err("không phải là số; hãy ghi số".to_owned()),
        };
        if matches!(text.as_str(), "" | "-" | "–" | "…" | "...") {
            return Ok(None);
        }
        if measure == ReportedMeasure::Date {
            let day = match answer {
                RawValue::Date(iso) => iso.get(..10).and_then(read_iso),
                _ => match read_date(&text) {
                    Some(DateReading::Day(day)) => Some(day),
                    _ => None,
                },
            };
            let day = day.ok_or("không phải là một ngày; hãy ghi như 15/9/2024")?;
            return Ok(Some((ReportedValue::Date(day), text)));
        }
        let quantity = match answer {
            RawValue::Date(_) => {
                return Err("Excel đã đổi thành ngày; hãy định dạng ô là số rồi ghi lại".to_owned());
            }
            RawValue::Number(digits) => {
                let amount: Amount = digits.parse().map_err(|_| "số quá dài".to_owned())?;
                Quantity::of_amount(amount, indicator.unit.clone())
            }
            _ => Quantity::read(&text, &indicator.unit)
                .map_err(|error| error.to_string())?
                .entered_as(&indicator.unit)
                .map_err(|error| error.to_string())?,
        };
        Ok(Some((ReportedValue::Quantity(quantity), text)))
    }
}

fn read_iso(text: &str) -> Option<tongket_figures::Date> {
    let mut parts = text.split('-').map(|part| part.parse().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    tongket_figures::Date::new(i32::try_from(year).ok()?, month, day)
}

/// The lines of a sheet that say what they ask.
fn keys(sheet: &RawSheet) -> impl Iterator<Item = (u32, String)> {
    let cells = sheet.cells.iter().filter(|cell| cell.col == u32::from(KEY_COLUMN));
    cells.filter_map(|cell| match &cell.value {
        RawValue::Text(text) => Some((cell.row, text.to_string())),
        _ => None,
    })
}

/// The answers by their rows.
fn answers(sheet: &RawSheet) -> HashMap<u32, &RawValue> {
    let cells = sheet.cells.iter().filter(|cell| cell.col == ANSWER_COLUMN);
    cells.map(|cell| (cell.row, &cell.value)).collect()
}

fn value_at(sheet: &RawSheet, row: u32, col: u32) -> Option<&RawValue> {
    sheet.cells.iter().find(|cell| (cell.row, cell.col) == (row, col)).map(|cell| &cell.value)
}

fn text_at(sheet: &RawSheet, row: u32, col: u32) -> Option<String> {
    match value_at(sheet, row, col)? {
        RawValue::Text(text) => Some(text.to_string()),
        RawValue::Number(digits) => Some(digits.to_string()),
        _ => None,
    }
}
