//! Which units were asked for an indicator: a report counts "118/118" of them, and a table of other
//! units that is imported later changes nothing in it.

use std::collections::HashSet;

use tongket_model::{Collection, IndicatorId, OrganisationId, Origin, Reported};

/// Those of the rounds that ask it, and those of the tables that its values came with: of `year`
/// where there are any, else of any year. `None` where neither tells.
pub(crate) fn asked_units(
    indicator: IndicatorId,
    year: i32,
    rounds: &[Collection],
    reported: &[Reported],
) -> Option<HashSet<OrganisationId>> {
    let of_year = units_of(indicator, |of| of == year, rounds, reported);
    of_year.or_else(|| units_of(indicator, |_| true, rounds, reported))
}

fn units_of(
    indicator: IndicatorId,
    counts: impl Fn(i32) -> bool,
    rounds: &[Collection],
    reported: &[Reported],
) -> Option<HashSet<OrganisationId>> {
    let asks = |round: &&Collection| {
        counts(round.period.year()) && round.questions.iter().any(|it| it.indicator == indicator)
    };
    let mut units: HashSet<OrganisationId> =
        rounds.iter().filter(asks).flat_map(|round| round.reporters.iter().copied()).collect();
    let own = || {
        let of_indicator = reported.iter().filter(|value| value.indicator == indicator);
        of_indicator.filter(|value| counts(value.period.year()))
    };
    let tables: HashSet<(&str, &str)> = own().filter_map(|value| table(&value.origin)).collect();
    if units.is_empty() && tables.is_empty() {
        return None;
    }
    let of_tables =
        reported.iter().filter(|value| table(&value.origin).is_some_and(|it| tables.contains(&it)));
    units.extend(own().chain(of_tables).map(|value| value.reporter));
    Some(units)
}

/// The file and the sheet that a value came with.
fn table(origin: &Origin) -> Option<(&str, &str)> {
    match origin {
        Origin::Cell(place) => Some((&place.hash, &place.sheet)),
        Origin::Paragraph(place) => Some((&place.hash, "")),
        Origin::Hand | Origin::Sample { .. } | Origin::Carried { .. } => None,
    }
}
