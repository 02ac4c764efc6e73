//! The Excel forms that go out, one for each unit: headings and labels are locked, the cells to be
//! filled in say what belongs there, and a hidden column names each line, so that what comes back
//! needs no guessing.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, Worksheet,
    XlsxError,
};
use tongket_model::{Collection, Indicator, Question, ReportedMeasure, Reporter};

use super::returned::{IDENTITY_SHEET, KEY_COLUMN};
use crate::export_draft::{Progress, Watch};
use crate::export_tables::write_all;
use crate::file_name::without_refused_signs;
use crate::place_file::cannot_write;
use crate::plain::count;
use crate::workbook::{body, cannot_make, empty, heading};
use crate::{App, AppError, OfficeChoice, Slot, place_file};

/// The first line of questions, from 0.
const FIRST_ROW: u32 = 6;

/// Writes one form for each unit that is asked into `folder`. Returns the files, or `None` when
/// `watch` stopped it; what was written until then stays.
pub fn write_answer_forms(
    app: &App,
    choice: &OfficeChoice,
    id: u32,
    folder: &Path,
    watch: &mut Watch<'_>,
) -> Result<Option<Vec<PathBuf>>, AppError> {
    let office = app.data_office(choice)?;
    let collection = app.collection(choice, id)?;
    let indicators = app.store.indicators(office.id)?;
    let lines: Vec<Line> = collection
        .questions
        .iter()
        .filter_map(|question| {
            let indicator = indicators.iter().find(|it| it.id == question.indicator)?;
            Some(Line { question: *question, indicator })
        })
        .collect();
    let reporters = app.store.reporters_of(office.id)?;
    let asked: Vec<&Reporter> = collection
        .reporters
        .iter()
        .filter_map(|id| reporters.iter().find(|it| it.organisation == *id))
        .collect();
    std::fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
    let period = collection.period.print(&app.style(&office)?);
    let mut written = Vec::new();
    for (done, reporter) in asked.iter().enumerate() {
        let what = format!("Ghi biểu cho {}", reporter.name);
        let progress = Progress { done: count(done), total: count(asked.len()), what };
        if watch(progress).is_break() {
            return Ok(None);
        }
        let form = Form { collection: &collection, period: &period, reporter, lines: &lines };
        let bytes = form.bytes(app).map_err(cannot_make)?;
        let name = without_refused_signs(&format!("{} - {}", reporter.name, collection.name));
        let slot = Slot::Free(folder.join(format!("{name}.xlsx")));
        let (path, ()) = place_file(&slot, |file| write_all(file, &bytes, &slot.path()))?;
        written.push(path);
    }
    Ok(Some(written))
}

struct Line<'c> {
    question: Question,
    indicator: &'c Indicator,
}

struct Form<'c> {
    collection: &'c Collection,
    period: &'c str,
    reporter: &'c Reporter,
    lines: &'c [Line<'c>],
}

impl Form<'_> {
    fn bytes(&self, app: &App) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = empty(app.clock)?;
        self.sheet(workbook.add_worksheet())?;
        let identity = workbook.add_worksheet();
        identity.set_name(IDENTITY_SHEET)?.set_very_hidden(true).protect();
        identity.write_string(0, 0, self.collection.id.0.to_string())?;
        identity.write_string(0, 1, &self.collection.name)?;
        identity.write_string(0, 2, self.reporter.organisation.0.to_string())?;
        identity.write_string(0, 3, &self.reporter.name)?;
        workbook.save_to_buffer()
    }

    fn sheet(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (heading, body) = (heading(), body());
        let bold = Format::new().set_bold();
        sheet.set_name("Biểu số liệu")?.protect();
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        for (col, width) in (0..).zip([6.0, 46.0, 14.0, 16.0, 22.0, 30.0]) {
            sheet.set_column_width(col, width)?;
        }
        sheet.set_column_hidden(KEY_COLUMN)?;
        sheet.write_string_with_format(0, 0, &self.collection.name, &bold)?;
        sheet.write_string(1, 0, format!("Kỳ báo cáo: {}", self.period))?;
        let due = self.collection.due.map(|due| due.naive().format("%d/%m/%Y").to_string());
        if let Some(due) = due {
            sheet.write_string(2, 0, format!("Hạn gửi: {due}"))?;
        }
        sheet.write_string_with_format(3, 0, format!("Đơn vị: {}", self.reporter.name), &bold)?;
        let titles = ["TT", "Chỉ tiêu", "Đơn vị tính", "Loại số liệu", "Số liệu", "Ghi chú"];
        for (col, title) in (0..).zip(titles) {
            sheet.write_string_with_format(FIRST_ROW - 1, col, title, &heading)?;
        }
        sheet.set_freeze_panes(FIRST_ROW, 0)?;
        for (idx, line) in self.lines.iter().enumerate() {
            let row = FIRST_ROW + count(idx);
            let texts = [
                (idx + 1).to_string(),
                line.indicator.name.clone(),
                line.unit(),
                line.question.measure.vietnamese().to_owned(),
            ];
            for (col, text) in (0..).zip(texts) {
                sheet.write_string_with_format(row, col, text, &body)?;
            }
            line.answer_cell(sheet, row, &body)?;
            sheet.write_blank(row, 5, &body.clone().set_unlocked())?;
            sheet.write_string(row, KEY_COLUMN, line.key())?;
        }
        Ok(())
    }
}

impl Line<'_> {
    /// What the hidden column says of the line.
    fn key(&self) -> String {
        format!("{}|{}", self.indicator.slug, self.question.measure.code())
    }

    fn unit(&self) -> String {
        match self.question.measure {
            ReportedMeasure::Date => "ngày".to_owned(),
            _ => self.indicator.unit.to_string(),
        }
    }

    /// Unlocked; Excel warns of what does not look like an answer but lets "trên 120" and "7/8" be.
    fn answer_cell(&self, sheet: &mut Worksheet, row: u32, body: &Format) -> Result<(), XlsxError> {
        let is_date = self.question.measure == ReportedMeasure::Date;
        let format = body.clone().set_unlocked();
        let format = if is_date { format.set_num_format("dd/mm/yyyy") } else { format };
        sheet.write_blank(row, 4, &format)?;
        let (rule, message) = match is_date {
            true => {
                let first = ExcelDateTime::from_ymd(1945, 9, 2)?;
                let rule = DataValidationRule::GreaterThanOrEqualTo(first);
                (DataValidation::new().allow_date(rule), "Ghi ngày, ví dụ 15/9/2024")
            }
            false => {
                let rule = DataValidationRule::GreaterThanOrEqualTo(-1e15);
                (
                    DataValidation::new().allow_decimal_number(rule),
                    "Ghi số theo đơn vị tính ở cột bên; chưa có thì để trống",
                )
            }
        };
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Xem lại")?
            .set_error_message("Ô này thường là một số hoặc một ngày. Giữ như đã ghi?")?
            .set_input_message(message)?;
        sheet.add_data_validation(row, 4, row, 4, &rule)?;
        Ok(())
    }
}
