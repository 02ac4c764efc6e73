//! The plan in numbers.

use super::{Action, Entry, Step, Summary};

impl Summary {
    pub(super) fn of(steps: &[Step], n_new_indicators: usize) -> Summary {
        let mut summary = Summary { n_new_indicators, ..Summary::default() };
        for step in steps {
            *summary.count_of(&step.action) += 1;
            let converts = |entry: &Entry| entry.converted_from.is_some();
            summary.n_converted += usize::from(step.action.entry().is_some_and(converts));
        }
        summary
    }

    fn count_of(&mut self, action: &Action) -> &mut usize {
        match action {
            Action::SetFigure { .. } => &mut self.n_figures,
            Action::SetPlan { .. } => &mut self.n_plans,
            Action::SetTarget { .. } => &mut self.n_targets,
            Action::CheckRatio { .. } => &mut self.n_ratio_checks,
            Action::Ask { .. } => &mut self.n_questions,
            Action::Skip { .. } => &mut self.n_skipped,
        }
    }
}

impl Action {
    /// The value that the action would store.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Action::SetFigure { entry, .. }
            | Action::SetPlan { entry, .. }
            | Action::SetTarget { entry, .. } => Some(entry),
            Action::CheckRatio { .. } | Action::Ask { .. } | Action::Skip { .. } => None,
        }
    }
}
