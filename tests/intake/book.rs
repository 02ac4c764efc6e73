//! A sheet of a case as a workbook that another program's library wrote.

use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet};
use tongket_intake::{RawCell, RawFile, RawSheet, RawValue};

pub fn write(file: &RawFile, path: &Path) {
    let mut workbook = Workbook::new();
    for sheet in &file.sheets {
        write_sheet(file, sheet, workbook.add_worksheet());
    }
    workbook.save(path).unwrap();
}

fn write_sheet(file: &RawFile, sheet: &RawSheet, to: &mut Worksheet) {
    to.set_name(&sheet.name).unwrap();
    to.set_hidden(sheet.hidden);
    for area in &sheet.merges {
        let (first_row, first_col) = (area.first_row, column(area.first_col));
        let format = Format::new().set_align(FormatAlign::Center);
        let last_col = column(area.last_col);
        to.merge_range(first_row, first_col, area.last_row, last_col, "", &format).unwrap();
    }
    for cell in &sheet.cells {
        write_cell(file, cell, to);
    }
    for span in &sheet.hidden_rows {
        for row in span.first..=span.last {
            to.set_row_hidden(row).unwrap();
        }
    }
    for span in &sheet.hidden_cols {
        for col in span.first..=span.last {
            to.set_column_hidden(column(col)).unwrap();
        }
    }
}

fn write_cell(file: &RawFile, cell: &RawCell, to: &mut Worksheet) {
    let (row, col) = (cell.row, column(cell.col));
    let code = &file.formats[usize::try_from(cell.format).unwrap()];
    let format = Format::new().set_num_format(code);
    let format = if cell.struck { format.set_font_strikethrough() } else { format };
    match &cell.value {
        RawValue::Number(digits) if cell.computed => {
            let formula = Formula::new(format!("={digits}")).set_result(digits.as_ref());
            to.write_formula_with_format(row, col, formula, &format)
        }
        RawValue::Number(digits) => {
            to.write_number_with_format(row, col, digits.parse::<f64>().unwrap(), &format)
        }
        RawValue::Text(text) => to.write_string_with_format(row, col, text.as_ref(), &format),
        RawValue::Bool(truth) => to.write_boolean(row, col, *truth),
        RawValue::Error(error) => {
            to.write_formula(row, col, Formula::new("=1/0").set_result(error.as_ref()))
        }
        RawValue::Date(iso) => {
            let day = ExcelDateTime::parse_from_str(iso).unwrap();
            to.write_datetime_with_format(row, col, day, &Format::new().set_num_format("d/m/yyyy"))
        }
        RawValue::NoResult => to.write_formula(row, col, Formula::new("=A1").set_result("")),
    }
    .unwrap();
}

fn column(col: u32) -> u16 {
    u16::try_from(col).unwrap()
}
