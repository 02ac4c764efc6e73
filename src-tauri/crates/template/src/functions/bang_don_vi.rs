//! Tables of what units reported, on a line of their own: one row for each unit, grouped, with the
//! sums of the groups and of all.

mod cell;
mod column;

use std::sync::Arc;

use tongket_figures::Style;
use tongket_model::{ReportedMeasure, Reporter};

use self::column::UnitColumn;
use super::don_vi::{Asked, measures_named};
use crate::call::Call;
use crate::error::misuse;
use crate::objects::Printable;
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::units::RESULTS;
use crate::{Block, Cited, CitedKind, Column, Row, RowKind, Table, TableCell};

/// One column for each indicator named; behind a colon the measure: "giai-ngan:cam-ket",
/// "ngay-ban-hanh:ngay". A unit without a value is a gap.
pub fn bang_don_vi(call: &Call) -> Outcome {
    let mut columns: Vec<UnitColumn> = Vec::new();
    let mut reporters: Vec<&Reporter> = Vec::new();
    while columns.is_empty() || call.arg(columns.len()).is_some() {
        let named = call.text_arg(columns.len(), "mã chỉ tiêu")?;
        let (slug, measure) = named.split_once(':').unwrap_or((&named, ""));
        let measures = match measure {
            "" => Some(&RESULTS[..]),
            measure => measures_named(measure),
        };
        let measures = measures.ok_or_else(|| {
            misuse(format!(
                "«{named}»: sau dấu hai chấm chỉ có thuc-hien, uoc, ke-hoach, cam-ket, ngay"
            ))
        })?;
        let asked = Asked::about(call, call.indicator_named(slug)?)?;
        if columns.is_empty() {
            reporters = asked.reporters.clone();
        }
        columns.push(UnitColumn::read(&asked, measures, &reporters)?);
    }
    table(call, &reporters, columns)
}

/// Plan, result and their ratio, commitment, and what is missing to it where a unit falls short.
pub fn bang_cam_ket(call: &Call) -> Outcome {
    let asked = Asked::read(call)?;
    let reporters = asked.reporters.clone();
    let column = |measures| UnitColumn::read(&asked, measures, &reporters);
    let plan = column(&[ReportedMeasure::Plan])?;
    let result = column(&RESULTS)?;
    let commitment = column(&[ReportedMeasure::Commitment])?;
    let decimals = asked.of.decimals.unwrap_or(call.style()?.decimals);
    let ratio = UnitColumn::ratio(&result, &plan, decimals);
    let short = UnitColumn::short(&asked, &commitment, &result);
    table(call, &reporters, vec![plan, result, ratio, commitment, short])
}

fn table(call: &Call, reporters: &[&Reporter], columns: Vec<UnitColumn>) -> Outcome {
    let style = Style { pad_counts: false, ..call.style()? };
    let named = |key: &str, heading: &str, weight, numeric| Column {
        key: key.to_owned(),
        headings: vec![heading.to_owned()],
        weight,
        numeric,
    };
    let mut headings = vec![named("tt", "TT", 9, true), named("don-vi", "Đơn vị", 50, false)];
    headings.extend(columns.iter().map(|it| {
        let told = it.told().map(|word| format!(", {word}")).unwrap_or_default();
        named(&it.key, &format!("{}{told}", it.heading), 28, true)
    }));
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (place, reporter) in reporters.iter().enumerate() {
        match groups.iter_mut().find(|(name, _)| *name == reporter.group) {
            Some((_, places)) => places.push(place),
            None => groups.push((&reporter.group, vec![place])),
        }
    }
    let summed = |key: &str, name: &str, places: &[usize]| Row {
        key: key.to_owned(),
        kind: RowKind::Group,
        cells: [String::new(), name.to_owned()]
            .into_iter()
            .chain(columns.iter().map(|column| column.total(places, &style)))
            .map(TableCell::Text)
            .collect(),
    };
    let mut rows = Vec::new();
    let mut number = 0;
    for (name, places) in &groups {
        if !name.is_empty() {
            rows.push(summed(&format!("nhom:{name}"), name, places));
        }
        for place in places {
            number += 1;
            let reporter = reporters[*place];
            let cells =
                columns.iter().map(|column| column.cells[*place].print(&style, column.told()));
            let cells = [number.to_string(), reporter.name.clone()].into_iter().chain(cells);
            rows.push(Row {
                key: reporter.organisation.0.to_string(),
                kind: RowKind::Body,
                cells: cells.map(TableCell::Text).collect(),
            });
        }
    }
    let all: Vec<usize> = (0..reporters.len()).collect();
    rows.push(summed("tong-cong", "Tổng cộng", &all));
    let cited = |column: &UnitColumn| {
        let (kind, expression) = (CitedKind::Figure, call.expression());
        let evidence = super::don_vi::evidence_of(call, reporters, &column.values);
        Arc::new(Cited { kind, expression, text: column.heading.clone(), evidence })
    };
    let table = Table {
        expression: call.expression(),
        cited: columns.iter().map(cited).collect(),
        gaps: columns.iter().filter_map(|it| it.gap.clone()).map(Arc::new).collect(),
        columns: headings,
        rows,
    };
    Ok(Printable::value(Slot::Block(Block::Table(Arc::new(table)))))
}
