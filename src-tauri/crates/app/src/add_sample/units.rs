//! The units that report to a sample office, and what they reported.

use std::collections::HashMap;

use tongket_figures::{DateReading, Quantity, Unit, read_date};
use tongket_model::{
    IndicatorId, Level, Organisation, OrganisationId, Reported, ReportedId, ReportedMeasure,
    ReportedValue, Reporter, Side, Slug,
};
use tongket_store::Changes;

use super::files::{SampleError, SampleFiles, TableRow, each_row};
use super::{Problem, origin, period, state};

/// Adds both tables of one office; `indicators` by slug, with the unit of values without one.
pub(super) fn add(
    changes: &mut Changes<'_>,
    files: &SampleFiles,
    owner: OrganisationId,
    indicators: &HashMap<String, (IndicatorId, Unit)>,
) -> Result<(), Problem> {
    let mut units = HashMap::new();
    let mut newcomers = Vec::new();
    each_row(&format!("{}/units.tsv", files.slug), files.units, |row| {
        newcomers.push(unit(row, owner)?);
        Ok(())
    })?;
    for (organisation, reporter) in newcomers {
        let id = changes.add_organisation(&organisation)?;
        changes.set_reporter(&Reporter { organisation: id, ..reporter })?;
        units.insert(organisation.name, id);
    }
    let mut given = Vec::new();
    each_row(&format!("{}/reported.tsv", files.slug), files.reported, |row| {
        let known = units.get(row.cell("unit"));
        let reporter = known.ok_or_else(|| row.error("không có đơn vị này trong units.tsv"))?;
        given.push(reported(row, *reporter, indicators)?);
        Ok(())
    })?;
    for value in &given {
        changes.set_reported(value)?;
    }
    Ok(())
}

fn unit(row: &TableRow, owner: OrganisationId) -> Result<(Organisation, Reporter), SampleError> {
    let name = row.cell("name").to_owned();
    let slug = Slug::from_name(&name).ok_or_else(|| row.error("tên đơn vị không có chữ nào"))?;
    let organisation = Organisation {
        id: OrganisationId(0),
        slug,
        name: name.clone(),
        short_name: String::new(),
        parent: Some(owner),
        level: Level::Unit,
        side: Side::Party,
    };
    let reporter = Reporter {
        organisation: organisation.id,
        name,
        office: owner,
        aliases: Vec::new(),
        group: row.cell("group").to_owned(),
        position: i64::try_from(row.line).unwrap_or(i64::MAX),
    };
    Ok((organisation, reporter))
}

fn reported(
    row: &TableRow,
    reporter: OrganisationId,
    indicators: &HashMap<String, (IndicatorId, Unit)>,
) -> Result<Reported, SampleError> {
    let slug = row.cell("indicator");
    let known = indicators.get(slug);
    let (indicator, unit) =
        known.ok_or_else(|| row.error(format!("không có chỉ tiêu «{slug}»")))?;
    let measure = ReportedMeasure::from_code(row.cell("measure"))
        .ok_or_else(|| row.error("cột measure phải là actual, estimate, plan, commitment, date"))?;
    let raw = row.cell("value");
    let value = match (measure, read_date(raw)) {
        (ReportedMeasure::Date, Some(DateReading::Day(day))) => ReportedValue::Date(day),
        (ReportedMeasure::Date, _) => return Err(row.error("cột value phải là ngày")),
        _ => ReportedValue::Quantity(Quantity::read(raw, unit).map_err(|error| row.error(error))?),
    };
    Ok(Reported {
        id: ReportedId(0),
        indicator: *indicator,
        reporter,
        period: period(row)?,
        measure,
        value,
        raw: raw.to_owned(),
        origin: origin(row),
        state: state(row)?,
    })
}
