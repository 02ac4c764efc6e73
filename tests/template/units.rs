//! Units that report to the office, and what they reported, as case files write them.

use tongket_model::{
    IndicatorId, OrganisationId, Origin, Reported, ReportedId, ReportedMeasure, ReportedValue,
    Reporter, State,
};

use crate::fixture::{OFFICE, Written, WrittenIndicator};

impl Written {
    pub fn reporters(&self) -> Vec<Reporter> {
        let units = self.units.iter().flat_map(|of| of[1..].iter().map(|name| (&of[0], name)));
        let numbered = (2..).zip(units);
        let reporter = |(id, (group, name)): (i64, (&String, &String))| Reporter {
            organisation: OrganisationId(id),
            name: name.clone(),
            office: OFFICE,
            aliases: Vec::new(),
            group: group.clone(),
            position: id,
        };
        numbered.map(reporter).collect()
    }

    pub fn reported(&self, written: &WrittenIndicator, indicator: IndicatorId) -> Vec<Reported> {
        let reporters = self.reporters();
        let numbered = (1..).zip(&written.reported);
        let reported = numbered.map(|(id, [unit, period, measure, value])| {
            let measure: ReportedMeasure = word(measure);
            let reporter = reporters.iter().find(|it| it.name == *unit);
            Reported {
                id: ReportedId(id),
                indicator,
                reporter: reporter.unwrap_or_else(|| panic!("no unit {unit}")).organisation,
                period: period.parse().unwrap(),
                measure,
                value: match measure {
                    ReportedMeasure::Date => ReportedValue::Date(word(value)),
                    _ => ReportedValue::Quantity(written.quantity(value)),
                },
                raw: value.clone(),
                origin: Origin::Hand,
                state: State::Draft,
            }
        });
        reported.collect()
    }
}

/// A value whose serde form is one text.
fn word<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(text.into()).unwrap_or_else(|error| panic!("{text}: {error}"))
}
