//! The units that a task addresses by a condition: "các đơn vị có tỷ lệ giải ngân thấp" are those
//! below a threshold that a person sets.

use serde::Serialize;
use tongket_figures::{Amount, Quantity, Unit};
use tongket_model::Assignee;
use tongket_template::{Facts, units_below};

use super::conclusion_form::conclusion;
use super::save_conclusion;
use crate::{App, AppError, OfficeChoice};

/// Who is meant by one condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitsMeant {
    /// "các đơn vị có tỷ lệ giải ngân thấp"
    pub rule: String,
    /// The indicator whose ratio to the plan decides, and the threshold: "20%".
    pub indicator: String,
    pub below: String,
    pub units: Vec<UnitMeant>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitMeant {
    pub name: String,
    /// Its ratio: "18,4%".
    pub ratio: String,
}

/// Sets the threshold of every condition that the row of that number is addressed by, as one step.
pub fn set_threshold(
    app: &mut App,
    office: &OfficeChoice,
    id: u32,
    indicator: &str,
    below: &str,
) -> Result<(), AppError> {
    let mut form = conclusion(app, office, id)?;
    let mut has_rule = false;
    for assignee in form.assignees.iter_mut().filter(|it| it.is_rule) {
        has_rule = true;
        assignee.indicator = indicator.to_owned();
        assignee.below = below.to_owned();
    }
    if !has_rule {
        return Err(addressed_by_name(id));
    }
    save_conclusion(app, office, Some(id), &form).map(drop)
}

/// By the data of the row's year; refused while a condition has no threshold.
pub fn units_meant(app: &App, office: &OfficeChoice, id: u32) -> Result<Vec<UnitsMeant>, AppError> {
    let row = app.numbered_conclusion(office, id)?;
    let facts = app.facts_around(office, row.year)?;
    let mut meant = Vec::new();
    for assignee in &row.assignees {
        let Assignee::Rule { text, indicator, below } = assignee else { continue };
        let of = indicator.and_then(|id| facts.indicator_of(id));
        let Some((of, below)) = of.zip(*below) else {
            return Err(AppError::refused(format!(
                "«{text}»: chưa có ngưỡng; hãy ghi chỉ tiêu và mức phần trăm so với kế hoạch mà \
                 đơn vị thấp hơn thì bị coi là thấp"
            )));
        };
        let percent = |amount: Amount| {
            Quantity::of_amount(amount.round(1).trimmed(), Unit::percent())
                .print_bare(facts.style())
        };
        let found = units_below(&facts, of, row.year, below);
        let units = found
            .iter()
            .map(|unit| UnitMeant { name: unit.reporter.name.clone(), ratio: percent(unit.ratio) });
        meant.push(UnitsMeant {
            rule: text.clone(),
            indicator: of.name.clone(),
            below: percent(below),
            units: units.collect(),
        });
    }
    match meant.is_empty() {
        true => Err(addressed_by_name(id)),
        false => Ok(meant),
    }
}

fn addressed_by_name(id: u32) -> AppError {
    AppError::refused(format!(
        "Dòng số {id} giao cho cơ quan, chức danh có tên, không phải cho các đơn vị theo điều kiện"
    ))
}
