//! What the office confirmed for earlier editions of a form, found again and kept.

use std::collections::BTreeSet;

use tongket_intake::{ImportPlan, Learned};
use tongket_model::{LearnedForm, LearnedFormId};

use super::ImportKnowledge;
use crate::AppError;

/// A form that grew or lost a few lines is still the form it was: of what was learned, at least so
/// many of ten labels are met again.
const SHARED_OF_TEN: usize = 7;

impl ImportKnowledge {
    /// What was confirmed for this form; nothing when it is met for the first time.
    pub(super) fn learned_of(&self, plan: &ImportPlan) -> Learned {
        if self.forms.is_empty() {
            return Learned::default();
        }
        let same = self.forms.iter().find(|form| form.fingerprint == plan.form);
        let learned = same.and_then(answers).or_else(|| self.learned_of_alike(plan));
        learned.unwrap_or_default()
    }

    fn learned_of_alike(&self, plan: &ImportPlan) -> Option<Learned> {
        let labels: BTreeSet<String> = plan.labels().iter().map(|label| label.key()).collect();
        let shared = |learned: &Learned| {
            let n_shared = learned.labels.keys().filter(|key| labels.contains(*key)).count();
            let is_alike = n_shared > 1 && n_shared * 10 >= learned.labels.len() * SHARED_OF_TEN;
            is_alike.then_some(n_shared)
        };
        let alike = self.forms.iter().filter_map(|form| {
            let learned = answers(form)?;
            Some((shared(&learned)?, learned))
        });
        alike.max_by_key(|(n_shared, _)| *n_shared).map(|(_, learned)| learned)
    }

    /// The form to store with an import; `None` when nothing was learned that is not known.
    pub(super) fn form_to_keep(&self, plan: &ImportPlan) -> Result<Option<LearnedForm>, AppError> {
        let learned = plan.learned();
        let stored = self.forms.iter().find(|form| form.fingerprint == plan.form);
        let known = stored.and_then(answers).unwrap_or_default();
        if learned == known {
            return Ok(None);
        }
        let answers = serde_json::to_string(&learned).map_err(|_| {
            AppError::refused("Không ghi nhớ được cách khớp của biểu này; hãy nhập lại tệp")
        })?;
        Ok(Some(LearnedForm {
            id: LearnedFormId(0),
            organisation: self.office.id,
            fingerprint: plan.form.clone(),
            name: plan.file.to_string(),
            answers,
        }))
    }
}

/// `None` for answers that another version of the program wrote: they are asked anew.
fn answers(form: &LearnedForm) -> Option<Learned> {
    serde_json::from_str(&form.answers).ok()
}
