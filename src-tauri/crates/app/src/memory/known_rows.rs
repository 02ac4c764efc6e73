//! Which of the rows that are read from a text the office has already.

use tongket_figures::spelled;
use tongket_model::{Assignee, Conclusion, Origin};

use super::bodies::Bodies;
use super::conclusion_form::{AssigneeForm, ConclusionForm};
use super::typed::number;

pub(super) struct KnownRows<'a> {
    rows: Vec<KnownRow>,
    bodies: &'a Bodies,
    /// Of the text that is read.
    hash: &'a str,
}

struct KnownRow {
    row: Conclusion,
    /// As they are compared.
    text: String,
    quote: String,
}

impl<'a> KnownRows<'a> {
    pub fn new(rows: Vec<Conclusion>, bodies: &'a Bodies, hash: &'a str) -> KnownRows<'a> {
        let known = |row: Conclusion| {
            let (text, quote) = (spelled(&row.text), spelled(&row.quote));
            KnownRow { row, text, quote }
        };
        KnownRows { rows: rows.into_iter().map(known).collect(), bodies, hash }
    }

    /// The number of the row that was read from the same sentence of the same text, whatever was
    /// made of it since, or that asks the same of the same bodies in the same year. What is asked
    /// every year is another row every year.
    pub fn number_of(&self, form: &ConclusionForm, place: &str) -> Option<u32> {
        let (text, quote) = (spelled(&form.text), spelled(&form.quote));
        let found = self.rows.iter().find(|KnownRow { row, text: of_text, quote: of_quote }| {
            let same_words = *of_text == text || !quote.is_empty() && *of_quote == quote;
            let is_from_here = || {
                matches!(&row.origin, Origin::Paragraph(at)
                    if at.hash == self.hash && at.location == place)
            };
            same_words
                && (is_from_here() || row.year == form.year && self.is_given(&form.assignees, row))
        });
        found.map(|known| number(known.row.id.0))
    }

    /// Whether the row is given to those; one that names nobody may have got somebody since.
    fn is_given(&self, forms: &[AssigneeForm], row: &Conclusion) -> bool {
        let is = |form: &AssigneeForm, assignee: &Assignee| match assignee {
            Assignee::Body { body, .. } => {
                !form.is_rule && self.bodies.called(&form.name).is_some_and(|it| it.id == *body)
            }
            Assignee::Rule { text, .. } => form.is_rule && spelled(text) == spelled(&form.name),
        };
        forms.is_empty()
            || forms.len() == row.assignees.len()
                && forms.iter().all(|form| row.assignees.iter().any(|it| is(form, it)))
    }
}
