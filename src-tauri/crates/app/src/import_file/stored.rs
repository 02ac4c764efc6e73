//! What the database holds where an import would write, and how the two differ.

use std::collections::HashMap;

use tongket_figures::{Amount, Date, Period, Quantity, Style};
use tongket_intake::{Action, ImportPlan, OfUnit, Ruling, Subject};
use tongket_model::{
    Figure, FigureKind, IndicatorId, Organisation, OrganisationId, Plan, ReportedMeasure,
    ReportedValue, Target,
};
use tongket_report::{Finding, Severity};

use super::ratios::OfFile;
use crate::{App, AppError};

/// So many times last year's value, or less than last year's by so much: somebody mistook the unit
/// or the mark of decimals (as `intake` finds it within a file).
const SLIP: i64 = 500;

/// What the database holds for the keys of an import.
#[derive(PartialEq, Eq)]
pub(crate) struct Stored {
    pub names: HashMap<IndicatorId, String>,
    pub(super) figures: HashMap<(IndicatorId, Period, FigureKind), Figure>,
    pub(super) plans: HashMap<(IndicatorId, Period, String), Plan>,
    targets: HashMap<(IndicatorId, i32), Target>,
    reported: HashMap<(IndicatorId, OrganisationId, Period, ReportedMeasure), ReportedValue>,
}

/// What is stored where an action would write.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Comparison<'s> {
    Nothing,
    Same,
    Quantity(&'s Quantity),
    Date(Date),
}

impl Stored {
    pub fn load(app: &App, office: &Organisation) -> Result<Stored, AppError> {
        let store = &app.store;
        let names = store.indicators(office.id)?.into_iter().map(|of| (of.id, of.name));
        let figures = store.figures_of(office.id)?.into_iter();
        let figures = figures.filter(|figure| figure.organisation == office.id);
        let plans = store.plans_of(office.id)?.into_iter();
        let targets = store.targets_of(office.id)?.into_iter();
        let reported = store.reported_to(office.id)?.into_iter();
        Ok(Stored {
            names: names.collect(),
            figures: figures.map(|f| ((f.indicator, f.period, f.kind), f)).collect(),
            plans: plans.map(|p| ((p.indicator, p.period, p.assigner.clone()), p)).collect(),
            targets: targets.map(|t| ((t.indicator, t.year), t)).collect(),
            reported: reported
                .map(|r| ((r.indicator, r.reporter, r.period, r.measure), r.value))
                .collect(),
        })
    }

    /// What is stored where an action would write, against what it would write.
    pub fn compare(&self, action: &Action) -> Comparison<'_> {
        if let Some(stored) = self.reported(action) {
            return match (stored, action) {
                (ReportedValue::Date(stored), Action::SetDate { date, .. }) if stored == date => {
                    Comparison::Same
                }
                (ReportedValue::Date(stored), _) => Comparison::Date(*stored),
                (ReportedValue::Quantity(stored), _) => against(stored, action),
            };
        }
        self.at(action).map_or(Comparison::Nothing, |stored| against(stored, action))
    }

    /// The value of the same period of last year, when what an action would write is about a
    /// thousand times as large or small.
    pub fn thousandfold(&self, action: &Action) -> Option<&Quantity> {
        let Action::SetFigure {
            indicator: Subject::Known { id, .. },
            unit: None,
            period,
            entry,
            ..
        } = action
        else {
            return None;
        };
        let before = period.same_period_last_year()?;
        let stored = |kind| self.figures.get(&(*id, before, kind));
        let stored = stored(FigureKind::Actual).or_else(|| stored(FigureKind::Estimate))?;
        let now = entry.quantity.convert(&stored.quantity.unit).ok()?.amount.abs();
        let then = stored.quantity.amount.abs();
        let ratio = if now > then { now.checked_div(then) } else { then.checked_div(now) };
        ratio.is_some_and(|ratio| ratio >= Amount::from(SLIP)).then_some(&stored.quantity)
    }

    /// What a unit reported where an action would write.
    pub fn reported(&self, action: &Action) -> Option<&ReportedValue> {
        let Some(OfUnit::Known { id: reporter }) = action.of_unit() else { return None };
        let (period, measure) = reported_key(action)?;
        self.reported.get(&(known(action)?, *reporter, period, measure))
    }

    /// The stored value where an action would write.
    pub fn at(&self, action: &Action) -> Option<&Quantity> {
        if action.of_unit().is_some() {
            return match self.reported(action)? {
                ReportedValue::Quantity(quantity) => Some(quantity),
                ReportedValue::Date(_) => None,
            };
        }
        let id = known(action)?;
        match action {
            Action::SetFigure { period, kind, .. } => {
                self.figures.get(&(id, *period, *kind)).map(|figure| &figure.quantity)
            }
            Action::SetPlan { period, assigner, .. } => {
                self.plans.get(&(id, *period, assigner.clone())).map(|plan| &plan.quantity)
            }
            Action::SetTarget { year, .. } => {
                self.targets.get(&(id, *year)).map(|target| &target.quantity)
            }
            _ => None,
        }
    }

    pub fn conflicts(&self, plan: &ImportPlan, style: &Style) -> Vec<Finding> {
        let mut findings = Vec::new();
        let of_file = OfFile::of(plan);
        // What is stored speaks of known indicators only; a ratio is held against the file itself.
        let compared = |at: &usize| {
            matches!(plan.ruled(*at), Ruling::Apply(_))
                && (matches!(plan.subject(*at), Some(Subject::Known { .. }))
                    || plan.checks_ratio(*at))
        };
        for at in (0..plan.rows().len()).filter(compared) {
            let (row, step) = (&plan.rows()[at], plan.step(at));
            let place = step.place.to_string();
            let name = known(&step.action).and_then(|id| self.names.get(&id));
            let of_unit = [name.map_or("", String::as_str), row.organisation()];
            let of_unit = of_unit.into_iter().filter(|name| !name.is_empty());
            let of_unit = of_unit.collect::<Vec<_>>().join(", ");
            findings.extend(self.conflict(&step.action, &of_unit, &place, style));
            findings.extend(self.slip_finding(&step.action, &place, style));
            findings.extend(self.ratio_finding(&of_file, &step.action, &place));
        }
        findings
    }

    /// What the file says of `what` against what is stored, where they differ.
    fn conflict(&self, action: &Action, what: &str, place: &str, style: &Style) -> Option<Finding> {
        let day = |date: &Date| date.naive().format("%d/%m/%Y").to_string();
        let values = match (self.compare(action), action) {
            (Comparison::Quantity(stored), _) => {
                [stored.print(style), action.entry()?.quantity.print(style)]
            }
            (Comparison::Date(stored), Action::SetDate { date, .. }) => [day(&stored), day(date)],
            _ => return None,
        };
        let message =
            format!("{what}: ô {place} ghi {} nhưng kho đang có {}", values[1], values[0]);
        Some(
            Finding::new("conflict", Severity::Warning, message)
                .with_values(values)
                .with_hint("Giữ số đang có, trừ khi chọn thay bằng số trong tệp."),
        )
    }

    fn slip_finding(&self, action: &Action, place: &str, style: &Style) -> Option<Finding> {
        let (entry, before) = (action.entry()?, self.thousandfold(action)?);
        let name = known(action).and_then(|id| self.names.get(&id)).map_or("", String::as_str);
        let values = [before.print(style), entry.quantity.print(style)];
        let message = format!(
            "{name}: ô {place} ghi {} còn năm trước là {}, lệch khoảng một nghìn lần",
            values[1], values[0]
        );
        Some(
            Finding::new("thousandfold", Severity::Warning, message)
                .with_values(values)
                .with_hint("Xem lại đơn vị tính của số trong tệp."),
        )
    }
}

/// The period and measure under which a value of a unit is kept; `None` for what is not kept of
/// units.
pub(super) fn reported_key(action: &Action) -> Option<(Period, ReportedMeasure)> {
    Some(match action {
        Action::SetFigure { period, kind: FigureKind::Actual, .. } => {
            (*period, ReportedMeasure::Actual)
        }
        Action::SetFigure { period, kind: FigureKind::Estimate, .. } => {
            (*period, ReportedMeasure::Estimate)
        }
        Action::SetPlan { period, .. } => (*period, ReportedMeasure::Plan),
        Action::SetCommitment { period, .. } => (*period, ReportedMeasure::Commitment),
        Action::SetDate { date, .. } => (Period::Year(date.year()), ReportedMeasure::Date),
        Action::SetTarget { .. }
        | Action::CheckRatio { .. }
        | Action::Ask { .. }
        | Action::Skip { .. } => return None,
    })
}

fn against<'s>(stored: &'s Quantity, action: &Action) -> Comparison<'s> {
    match action.entry() {
        Some(entry) if entry.quantity.is_same_as(stored) => Comparison::Same,
        _ => Comparison::Quantity(stored),
    }
}

pub(super) fn known(action: &Action) -> Option<IndicatorId> {
    match action.subject()? {
        Subject::Known { id, .. } => Some(*id),
        Subject::New { .. } => None,
    }
}
