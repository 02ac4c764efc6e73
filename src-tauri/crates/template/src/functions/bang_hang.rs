//! `{{ bang_hang(linh_vuc="chuyen-doi-so") }}`: places in rankings, one column for each year.

use std::sync::Arc;

use tongket_figures::Style;
use tongket_model::{Figure, Indicator, is_within_field};

use crate::call::Call;
use crate::objects::Printable;
use crate::outcome::Outcome;
use crate::phrase::evidence_of_figure;
use crate::slots::Slot;
use crate::{
    Block, Cited, CitedKind, Column, GapKind, Row, RowKind, Table, TableCell, figure_for_year,
};

/// So many years fit beside the names.
const MOST_YEARS: i32 = 8;

/// The rankings of `linh_vuc=`, or all, over the years up to the report's; a year that was not
/// measured is "…".
pub fn bang_hang(call: &Call) -> Outcome {
    let facts = call.facts();
    let last = call.year()?;
    let field = call.text_option("linh_vuc")?;
    let years_of = |of: &Indicator| {
        let years = facts.figures(of.id).iter().map(|figure| figure.period.year());
        years.filter(|year| (last - MOST_YEARS + 1..=last).contains(year)).min()
    };
    let wanted = |of: &&Indicator| {
        of.unit.is_rank() && field.as_ref().is_none_or(|field| is_within_field(&of.field, field))
    };
    let known = facts.indicators().iter().filter(wanted);
    let rankings: Vec<(&Indicator, i32)> =
        known.filter_map(|of| Some((of, years_of(of)?))).collect();
    let Some(first) = rankings.iter().map(|(_, first)| *first).min() else {
        let words = format!("chưa có chỉ số xếp hạng nào đến năm {last}");
        return Err(call.gap(GapKind::MissingList, "bang-hang", &words).into());
    };
    let style = call.style()?;
    let mut table = Table { expression: call.expression(), ..Table::default() };
    let column = |key: String, heading: String, weight, numeric| Column {
        key,
        headings: vec![heading],
        weight,
        numeric,
    };
    table.columns.push(column("tt".to_owned(), "TT".to_owned(), 9, true));
    table.columns.push(column("chi-so".to_owned(), "Chỉ số".to_owned(), 60, false));
    for year in first..=last {
        table.columns.push(column(format!("nam-{year}"), format!("Năm {year}"), 18, true));
    }
    for (number, (of, _)) in (1..).zip(&rankings) {
        let figures: Vec<_> =
            (first..=last).map(|year| figure_for_year(facts, of.id, year)).collect();
        let places =
            figures.iter().map(|figure| figure.map_or("…".to_owned(), |it| place_of(it, &style)));
        let cells = [number.to_string(), of.name.clone()].into_iter().chain(places);
        table.rows.push(Row {
            key: of.slug.to_string(),
            kind: RowKind::Body,
            cells: cells.map(TableCell::Text).collect(),
        });
        let evidence = figures.iter().flatten().map(|it| evidence_of_figure(of, it)).collect();
        let (kind, expression) = (CitedKind::Figure, table.expression.clone());
        table.cited.push(Arc::new(Cited { kind, expression, text: of.name.clone(), evidence }));
    }
    Ok(Printable::value(Slot::Block(Block::Table(Arc::new(table)))))
}

/// "thứ 24", and when it appeared where that was in another year: "thứ 24 (công bố 2023)".
fn place_of(figure: &Figure, style: &Style) -> String {
    let place = figure.quantity.print_bare(style);
    match figure.published.filter(|published| *published != figure.period.year()) {
        Some(published) => format!("{place} (công bố {published})"),
        None => place,
    }
}
