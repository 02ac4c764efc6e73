//! The forms that come back: a folder of files is read, each says who answered what, and what is
//! certain is written as one step. Nothing is written before the person has seen who is missing.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tongket_figures::{Period, Style, Unit};
use tongket_intake::{
    Answer, RawFile, RawSheet, RawValue, ReadOptions, SkipReason, is_unit, read_answers,
    read_in_child,
};
use tongket_model::{
    CellPlace, Collection, Indicator, IndicatorId, OrganisationId, Origin, Reported, ReportedId,
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
    /// Answers that contradict what is stored, one sentence each; the stored value is kept unless
    /// the person wants it replaced.
    pub conflicts: Vec<String>,
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

/// Reads the forms that came back; `files` may be folders, of which every file is looked at. Writes
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
        conflicts: Vec::new(),
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
    returned.conflicts = asked.conflicts(&returned.values, &known, &app.style(&office)?);
    known.extend(returned.values.iter().cloned());
    returned.missing = missing(&asked.collection, &asked.reporters, &known);
    Ok(Some(returned))
}

/// Writes the answers as one step; returns how many were new or differ from what is stored. What
/// contradicts it is only written when `replace` says so.
pub fn apply_returned_forms(
    app: &mut App,
    choice: &OfficeChoice,
    id: u32,
    returned: &ReturnedForms,
    replace: bool,
) -> Result<usize, AppError> {
    let office = app.data_office(choice)?;
    let collection = app.collection(choice, id)?;
    let stored = by_key(&app.store.reported_to(office.id)?);
    let is_new = |it: &&Reported| match stored.get(&key(it)) {
        Some(value) => replace && !same(value, &it.value),
        None => true,
    };
    let changed: Vec<&Reported> = returned.values.iter().filter(is_new).collect();
    if !changed.is_empty() {
        let name = format!("Nhập biểu của đơn vị: {}", collection.name);
        app.store.transact(&name, |changes| {
            changed.iter().try_for_each(|it| changes.set_reported(it).map(drop))
        })?;
    }
    Ok(changed.len())
}

/// Where a value of a unit is stored.
type Key = (IndicatorId, OrganisationId, Period, ReportedMeasure);

fn key(of: &Reported) -> Key {
    (of.indicator, of.reporter, of.period, of.measure)
}

fn by_key(stored: &[Reported]) -> HashMap<Key, ReportedValue> {
    stored.iter().map(|it| (key(it), it.value.clone())).collect()
}

fn same(one: &ReportedValue, other: &ReportedValue) -> bool {
    match (one, other) {
        (ReportedValue::Quantity(one), ReportedValue::Quantity(other)) => one.is_same_as(other),
        (one, other) => one == other,
    }
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
            entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|it| is_sent(it)).collect();
        inside.sort();
        files.extend(inside);
    }
    match files.is_empty() {
        true => Err(AppError::refused(
            "Không có tệp nào trong thư mục; hãy chọn thư mục chứa các biểu gửi về",
        )),
        false => Ok(files),
    }
}

/// Whatever its name ends in: the content tells what it is.
fn is_sent(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with("~$") && !name.starts_with('.') && path.is_file()
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
        // Numbers are those of one database; the name was written beside it.
        let named = text_at(identity, 0, 3).unwrap_or_default();
        if !is_unit(reporter, &named) {
            return Err(refused(&format!(
                "là biểu của «{named}», nhưng đơn vị mang số này trong danh sách là «{}»; hãy ghi lại biểu cho đơn vị rồi gửi lại",
                reporter.name
            )));
        }
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
            let mut asked = HashSet::new();
            let mut lines: Vec<(u32, &Indicator, ReportedMeasure)> = Vec::new();
            for (row, key) in keys(sheet) {
                let Some((indicator, measure)) = self.question(&key) else { continue };
                if asked.insert((indicator.id, measure)) {
                    lines.push((row, indicator, measure));
                } else {
                    let (cell, name) = (answer_cell(row), &indicator.name);
                    let why = "hỏi lần thứ hai, chỉ lấy dòng đầu";
                    form.problems.push(format!("Ô {cell} ({name}): {why}"));
                }
            }
            let cells: Vec<(u32, u32, Unit)> = lines
                .iter()
                .map(|(row, indicator, _)| (*row, ANSWER_COLUMN, indicator.unit.clone()))
                .collect();
            let raws = raws(sheet);
            for ((row, indicator, measure), answer) in
                lines.into_iter().zip(read_answers(file, sheet, &cells))
            {
                let raw = raws.get(&row).cloned().unwrap_or_default();
                let cell = answer_cell(row);
                match value(answer, measure, &raw) {
                    Ok(Some(value)) => {
                        let place = CellPlace {
                            file: file.name.as_str().into(),
                            hash: file.sha256.as_str().into(),
                            sheet: sheet.name.as_str().into(),
                            cell,
                        };
                        values.push(Reported {
                            id: ReportedId(0),
                            indicator: indicator.id,
                            reporter: reporter.organisation,
                            period: self.collection.period,
                            measure,
                            value,
                            raw,
                            origin: Origin::Cell(place.into()),
                            state: State::Draft,
                        });
                    }
                    Ok(None) => {}
                    Err(why) => form.problems.push(format!("Ô {cell} ({}): {why}", indicator.name)),
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

    /// One sentence for each value that contradicts a stored one.
    fn conflicts(&self, values: &[Reported], stored: &[Reported], style: &Style) -> Vec<String> {
        let stored = by_key(stored);
        let conflict = |it: &Reported| {
            let before = stored.get(&key(it)).filter(|before| !same(before, &it.value))?;
            let reporter = self.reporters.iter().find(|of| of.organisation == it.reporter)?;
            let indicator = self.indicators.iter().find(|of| of.id == it.indicator)?;
            Some(format!(
                "{}, {}: biểu ghi {} nhưng kho đang có {}",
                reporter.name,
                indicator.name,
                in_words(&it.value, style),
                in_words(before, style)
            ))
        };
        values.iter().filter_map(conflict).collect()
    }
}

fn in_words(value: &ReportedValue, style: &Style) -> String {
    match value {
        ReportedValue::Quantity(quantity) => quantity.print(style),
        ReportedValue::Date(date) => date.naive().format("%d/%m/%Y").to_string(),
    }
}

/// What an answer stores; `None` when the cell says that there is nothing yet.
fn value(
    answer: Answer,
    measure: ReportedMeasure,
    raw: &str,
) -> Result<Option<ReportedValue>, String> {
    let asks_day = measure == ReportedMeasure::Date;
    Ok(Some(match answer {
        Answer::Nothing => return Ok(None),
        Answer::Day(day) if asks_day => ReportedValue::Date(day),
        _ if asks_day => {
            return Err(format!("«{raw}» không phải là một ngày; hãy ghi như 15/9/2024"));
        }
        Answer::Day(_) | Answer::Unreadable(SkipReason::Date) => {
            return Err("Excel đã đổi thành ngày; hãy định dạng ô là số rồi ghi lại".to_owned());
        }
        Answer::Value(quantity) => ReportedValue::Quantity(quantity),
        Answer::Unsure(reason, readings) => {
            let readings: Vec<String> =
                readings.iter().map(|it| it.print(&Style::default())).collect();
            let readings = match readings.as_slice() {
                [] => String::new(),
                some => format!(" ({})", some.join(" hoặc ")),
            };
            let why = reason.vietnamese();
            return Err(format!("«{raw}» {why}{readings}; hãy hỏi lại đơn vị rồi ghi tay"));
        }
        Answer::Unreadable(SkipReason::Text) => {
            return Err(format!("«{raw}» không phải là số; hãy ghi số"));
        }
        Answer::Unreadable(reason) => {
            return Err(format!("{}; hãy ghi số", reason.vietnamese()));
        }
    }))
}

/// The lines of a sheet that say what they ask.
fn keys(sheet: &RawSheet) -> impl Iterator<Item = (u32, String)> {
    let cells = sheet.cells.iter().filter(|cell| cell.col == u32::from(KEY_COLUMN));
    cells.filter_map(|cell| match &cell.value {
        RawValue::Text(text) => Some((cell.row, text.to_string())),
        _ => None,
    })
}

fn answer_cell(row: u32) -> String {
    format!("E{}", row + 1)
}

/// The answers as they stand, by their rows.
fn raws(sheet: &RawSheet) -> HashMap<u32, String> {
    let cells = sheet.cells.iter().filter(|cell| cell.col == ANSWER_COLUMN);
    let text = |value: &RawValue| match value {
        RawValue::Text(text) => text.trim().to_owned(),
        RawValue::Number(text) | RawValue::Date(text) | RawValue::Error(text) => text.to_string(),
        RawValue::Bool(_) | RawValue::NoResult => String::new(),
    };
    cells.map(|cell| (cell.row, text(&cell.value))).collect()
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
