//! What a person can change in an import under way.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_intake::{LabelChoice, Measure};

use super::OpenImport;
use crate::AppError;

/// Rows and labels by their numbers in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum ImportEdit {
    /// This reading of the rows is right.
    Take {
        rows: Vec<u32>,
        reading: u32,
    },
    Skip {
        rows: Vec<u32>,
    },
    /// Takes back what was said of the rows.
    Forget {
        rows: Vec<u32>,
    },
    /// All rows of the label are of this indicator, named by its slug.
    Map {
        label: u32,
        indicator: String,
    },
    /// … of a new indicator.
    MakeNew {
        label: u32,
    },
    /// … are not wanted, in the next edition of the form neither.
    Unwanted {
        label: u32,
    },
    ForgetLabel {
        label: u32,
    },
    /// All cells under the heading are of this kind: `result`, `plan` …
    Measure {
        head: String,
        measure: String,
    },
    ForgetMeasure {
        head: String,
    },
    /// The file's value takes the place of the stored one.
    Replace {
        rows: Vec<u32>,
    },
    /// The stored value stays.
    Keep {
        rows: Vec<u32>,
    },
}

impl OpenImport {
    /// Refused when the plan is another than the one that the edit was made for.
    pub fn edit(&mut self, edit: &ImportEdit) -> Result<(), AppError> {
        let fits = match edit {
            ImportEdit::Take { rows, reading } => each(rows, |row| {
                let reading = at(*reading);
                let taken = self.import.plan.take_reading(row, reading);
                if taken {
                    self.answers.rows.insert(row, Some(reading));
                }
                taken
            }),
            ImportEdit::Skip { rows } => each(rows, |row| {
                let skipped = self.import.plan.skip_row(row);
                if skipped {
                    self.answers.rows.insert(row, None);
                }
                skipped
            }),
            ImportEdit::Forget { rows } => each(rows, |row| {
                self.import.plan.forget_row(row);
                self.answers.replaced.remove(&row);
                self.answers.rows.remove(&row).is_some()
            }),
            ImportEdit::Map { label, indicator } => {
                let found = self.known.indicators.iter().find(|it| it.slug.as_str() == indicator);
                found.is_some_and(|found| {
                    self.import.plan.map_label(at(*label), LabelChoice::Indicator(found))
                })
            }
            ImportEdit::MakeNew { label } => {
                self.import.plan.map_label(at(*label), LabelChoice::New)
            }
            ImportEdit::Unwanted { label } => {
                self.import.plan.map_label(at(*label), LabelChoice::Unwanted)
            }
            ImportEdit::ForgetLabel { label } => {
                self.import.plan.forget_label(at(*label));
                true
            }
            ImportEdit::Measure { head, measure } => match measure_of(measure) {
                Some(measure) => {
                    self.import.plan.set_measure(head, measure);
                    true
                }
                None => false,
            },
            ImportEdit::ForgetMeasure { head } => {
                self.import.plan.forget_measure(head);
                true
            }
            ImportEdit::Replace { rows } => self.decide(rows, true),
            ImportEdit::Keep { rows } => self.decide(rows, false),
        };
        self.judge();
        if fits {
            return Ok(());
        }
        Err(AppError::refused("Lựa chọn này không còn hợp với tệp đang xem; hãy chọn lại"))
    }

    fn decide(&mut self, rows: &[u32], replaced: bool) -> bool {
        let n_rows = self.import.plan.rows().len();
        each(rows, |row| {
            let is_there = row < n_rows;
            if is_there {
                self.answers.replaced.insert(row, replaced);
            }
            is_there
        })
    }
}

/// Whether it was so for every row; all of them are done.
fn each(rows: &[u32], mut work: impl FnMut(usize) -> bool) -> bool {
    let n_done = rows.iter().filter(|row| work(at(**row))).count();
    n_done == rows.len()
}

fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The kinds that a heading can be said to hold, in the order in which they are offered.
pub(super) const MEASURES: [(&str, Measure, &str); 8] = [
    ("result", Measure::Result, "Thực hiện"),
    ("estimate", Measure::Estimate, "Ước thực hiện"),
    ("plan", Measure::Plan, "Kế hoạch"),
    ("prior-result", Measure::PriorResult, "Thực hiện năm trước"),
    ("target", Measure::Target, "Kế hoạch năm sau"),
    ("commitment", Measure::Commitment, "Cam kết"),
    ("ratio-plan", Measure::RatioPlan, "% so với kế hoạch"),
    ("ratio-prior", Measure::RatioPrior, "% so với cùng kỳ"),
];

fn measure_of(code: &str) -> Option<Measure> {
    MEASURES.iter().find(|(known, _, _)| *known == code).map(|(_, measure, _)| *measure)
}
