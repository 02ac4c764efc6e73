//! The figures in the sentences of a file as rows, beside those of its tables, and the date that
//! the document bears.

use std::sync::Arc;

use tongket_figures::{Date, DateReading, fold, read_date};
use tongket_model::Indicator;

use super::{ProseFigure, figures_of};
use crate::interpret::assigner_of;
use crate::raw::{RawFile, RawValue};
use crate::reading::{Context, Labels, Place, Row, Said};

/// The figures in the sentences of a file, named as `catalogue` names them where it can.
pub fn extract_file(
    file: &RawFile,
    context: &Context,
    catalogue: &[Indicator],
) -> Vec<ProseFigure> {
    figures_of(&file.paragraphs, context, dated(file), catalogue)
}

/// One row a figure, under the words of the text itself.
pub(crate) fn rows(file: &RawFile, context: &Context) -> impl Iterator<Item = Row> {
    extract_file(file, context, &[]).into_iter().map(row)
}

fn row(figure: ProseFigure) -> Row {
    let subject = Labels {
        indicator: figure.indicator.into(),
        measure: Some(figure.measure),
        period: figure.period,
        unit: figure.unit.into(),
        assigner: assigner_of(&figure.comparison_as_written).into(),
        ..Labels::default()
    };
    let said = Said {
        value: figure.value,
        raw: figure.value_as_written.into(),
        unit: None,
        extra: figure.extra,
        qualifier: figure.qualifier.into(),
        status: figure.status,
        alternatives: figure.alternatives,
    };
    Row::new(
        Place::Text(figure.location.into_boxed_str().into()),
        subject.into(),
        Arc::default(),
        said,
    )
}

/// Paragraphs, and cells of the first table, among which the head of a document is.
const HEAD: usize = 12;

/// "Hải Phòng, ngày 01 tháng 12 năm 2023" in the head of a document.
fn dated(file: &RawFile) -> Option<Date> {
    let cells = file.sheets.iter().take(1).flat_map(|sheet| &sheet.cells);
    let cells = cells.filter_map(|cell| match &cell.value {
        RawValue::Text(text) => Some(&**text),
        _ => None,
    });
    let paragraphs = file.paragraphs.iter().map(|paragraph| &*paragraph.text);
    let lines = cells.take(HEAD).chain(paragraphs.take(HEAD)).flat_map(str::lines);
    let mut dates = lines.filter_map(|line| {
        // A place, a comma, and nothing but the date.
        let (_, date) = line.trim().rsplit_once(',')?;
        match read_date(date.trim()).filter(|_| fold(date).trim_start().starts_with("ngay ")) {
            Some(DateReading::Day(date)) => Some(date),
            _ => None,
        }
    });
    dates.next()
}
