//! Ratios that a file states, against those computed from its own values or from what is stored.

use std::collections::HashMap;

use tongket_figures::{Amount, Period, Quantity, print_number};
use tongket_intake::{Action, ImportPlan, RatioBase, Subject};
use tongket_model::{FigureKind, Plan};
use tongket_report::{Finding, Severity};

use super::stored::Stored;

impl Stored {
    /// A stated ratio against the one computed from the same file, or else from the database.
    pub(super) fn ratio_finding(
        &self,
        of_file: &OfFile,
        action: &Action,
        place: &str,
    ) -> Option<Finding> {
        let Action::CheckRatio { indicator, unit: None, period, base, percent, assigner } = action
        else {
            return None;
        };
        let value = self.value_in(of_file, indicator, *period)?;
        let base_value = match base {
            RatioBase::Plan => self.plan_in(of_file, indicator, *period, assigner)?,
            RatioBase::Prior => {
                self.value_in(of_file, indicator, period.same_period_last_year()?)?
            }
        };
        let computed = value.percent_of(base_value)?;
        let rounded = computed.round(percent.decimals());
        if rounded == *percent {
            return None;
        }
        let name = match indicator {
            Subject::Known { id, .. } => self.names.get(id).cloned().unwrap_or_default(),
            Subject::New { slug } => slug.to_string(),
        };
        let gap = computed.checked_sub(*percent).map_or(Amount::ZERO, Amount::abs).round(2);
        let values = [print_number(*percent), print_number(computed.round(2).trimmed())];
        let message = format!(
            "{name}: ô {place} ghi {}% nhưng tính được {}% (lệch {} điểm %)",
            values[0],
            values[1],
            print_number(gap.trimmed())
        );
        Some(Finding::new("ratio-differs", Severity::Warning, message).with_values(values))
    }

    fn value_in<'p>(
        &'p self,
        of_file: &'p OfFile,
        of: &Subject,
        wanted: Period,
    ) -> Option<&'p Quantity> {
        of_file.figures.get(&(of.clone(), wanted)).or_else(|| {
            let Subject::Known { id, .. } = of else { return None };
            let stored = |kind| self.figures.get(&(*id, wanted, kind));
            stored(FigureKind::Actual)
                .or_else(|| stored(FigureKind::Estimate))
                .map(|figure| &figure.quantity)
        })
    }

    fn plan_in<'p>(
        &'p self,
        of_file: &'p OfFile,
        of: &Subject,
        wanted: Period,
        by: &str,
    ) -> Option<&'p Quantity> {
        let of_file = of_file.plans.get(&(of.clone(), wanted)).into_iter().flatten();
        let mut by_whom = of_file.filter(|(assigner, _)| by.is_empty() || assigner == by);
        by_whom.next().map(|(_, quantity)| quantity).or_else(|| {
            let Subject::Known { id, .. } = of else { return None };
            let mut plans = self.plans.values();
            let same = |plan: &&Plan| {
                plan.indicator == *id
                    && plan.period == wanted
                    && (by.is_empty() || plan.assigner == by)
            };
            plans.find(same).map(|plan| &plan.quantity)
        })
    }
}

/// What the file itself gives for the office, to compute its ratios from.
#[derive(Default)]
pub(super) struct OfFile {
    figures: HashMap<(Subject, Period), Quantity>,
    plans: HashMap<(Subject, Period), Vec<(String, Quantity)>>,
}

impl OfFile {
    pub(super) fn of(plan: &ImportPlan) -> OfFile {
        let mut found = OfFile::default();
        if plan.summary.n_ratio_checks == 0 {
            return found;
        }
        for step in plan.steps() {
            match step.action {
                Action::SetFigure { indicator, unit: None, period, entry, .. } => {
                    found.figures.entry((indicator, period)).or_insert(entry.quantity);
                }
                Action::SetPlan { indicator, unit: None, period, assigner, entry } => {
                    let plans = found.plans.entry((indicator, period)).or_default();
                    plans.push((assigner, entry.quantity));
                }
                _ => {}
            }
        }
        found
    }
}
