//! What a line asks the person, and what may be said of it at any time. Every answer is an edit,
//! which the page sends back as it got it.

use serde::Serialize;
use specta::Type;
use tongket_figures::fold;
use tongket_intake::{Action, AskReason, MatchedBy, Subject};
use tongket_model::Indicator;

use super::edit::MEASURES;
use super::lines::Line;
use super::outcome::State;
use super::{ImportEdit, OpenImport};
use crate::plain::count;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LineQuestion {
    /// "Ô E12 đọc được hai cách"
    pub title: String,
    /// Waits for an answer; otherwise it may be changed.
    pub is_open: bool,
    pub options: Vec<QuestionOption>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct QuestionOption {
    pub label: String,
    /// Where it comes from or what follows from it; may be empty.
    pub detail: String,
    /// It is so now.
    pub is_chosen: bool,
    pub edit: ImportEdit,
}

/// At most so many indicators with similar names are offered.
const SIMILAR: usize = 4;

impl OpenImport {
    /// Of the line with this number: what it asks first, then what it is taken for.
    pub fn questions(&self, line: u32) -> Vec<LineQuestion> {
        let line = usize::try_from(line).ok().and_then(|id| self.lines.lines.get(id));
        let Some(line) = line else { return Vec::new() };
        let mut questions: Vec<LineQuestion> = Vec::new();
        for (row, _) in &line.cells {
            // A heading without a kind of value is asked once for all its cells.
            questions.extend(self.question(*row).filter(|new| !questions.contains(new)));
        }
        questions.push(self.label_question(line));
        questions.sort_by_key(|question| !question.is_open);
        questions
    }

    fn question(&self, row: usize) -> Option<LineQuestion> {
        let answered = self.answers.rows.get(&row);
        match self.outcomes[row].state {
            State::Ask(AskReason::NoMeasure) => Some(self.measure_question(row)),
            // The label is asked for the whole line.
            State::Ask(reason) if is_of_label(reason) => None,
            State::Ask(reason) => {
                let title = format!("{}: {}", self.cell_name(row), reason.vietnamese());
                Some(self.reading_question(row, title, None))
            }
            State::Differs | State::Kept | State::Replaced => self.stored_question(row),
            _ if answered.is_some() => {
                let title = format!("{}: đã chọn", self.cell_name(row));
                Some(self.reading_question(row, title, answered.copied()))
            }
            _ if self.import.plan.measure_under(self.import.plan.rows()[row].head()).is_some() => {
                Some(self.measure_question(row))
            }
            _ => None,
        }
    }

    /// Which of the readings of a cell is right.
    fn reading_question(
        &self,
        row: usize,
        title: String,
        answered: Option<Option<usize>>,
    ) -> LineQuestion {
        let of_file = &self.import.plan.rows()[row];
        let readings = self.import.plan.readings(row);
        let alternatives = of_file.alternatives();
        let options = readings.iter().enumerate().map(|(reading, action)| QuestionOption {
            label: match self.value_text(action) {
                Some(text) => format!("Lấy {text}{}", unit_of(action)),
                None => "Lấy giá trị này".to_owned(),
            },
            detail: match alternatives.get(reading) {
                Some(other) => other.meaning.clone(),
                None => self.subject_of(action),
            },
            is_chosen: answered == Some(Some(reading)),
            edit: ImportEdit::Take { rows: vec![count(row)], reading: count(reading) },
        });
        let mut options: Vec<QuestionOption> = options.collect();
        options.push(QuestionOption {
            label: "Không lấy ô này".to_owned(),
            detail: format!("Trong tệp ghi «{}»", of_file.raw()),
            is_chosen: answered == Some(None),
            edit: ImportEdit::Skip { rows: vec![count(row)] },
        });
        LineQuestion { title, is_open: answered.is_none(), options }
    }

    /// Which of two values of one thing holds.
    fn stored_question(&self, row: usize) -> Option<LineQuestion> {
        let action = self.import.plan.action(row);
        let (stored, new) = (self.stored_text(&action)?, self.value_text(&action)?);
        let state = self.outcomes[row].state;
        let rows = vec![count(row)];
        let option = |label, detail, chosen, edit| QuestionOption {
            label,
            detail,
            is_chosen: state == chosen,
            edit,
        };
        let raw = self.import.plan.rows()[row].raw();
        Some(LineQuestion {
            title: format!("{}: khác số đang có", self.cell_name(row)),
            is_open: state == State::Differs,
            options: vec![
                option(
                    format!("Giữ {stored}{}", unit_of(&action)),
                    "Số đang có".to_owned(),
                    State::Kept,
                    ImportEdit::Keep { rows: rows.clone() },
                ),
                option(
                    format!("Thay bằng {new}{}", unit_of(&action)),
                    format!("Trong tệp ghi «{raw}»; số cũ còn trong lịch sử"),
                    State::Replaced,
                    ImportEdit::Replace { rows },
                ),
            ],
        })
    }

    /// What kind of value stands under a heading.
    fn measure_question(&self, row: usize) -> LineQuestion {
        let head = self.import.plan.rows()[row].head();
        let said = self.import.plan.measure_under(head);
        let options = MEASURES.iter().map(|(code, measure, name)| QuestionOption {
            label: (*name).to_owned(),
            detail: String::new(),
            is_chosen: said == Some(*measure),
            edit: ImportEdit::Measure { head: head.to_owned(), measure: (*code).to_owned() },
        });
        let title = match head {
            "" => "Các số không có tiêu đề cột là loại số liệu nào?".to_owned(),
            head => format!("Cột «{head}» là loại số liệu nào? (chọn một lần cho cả cột)"),
        };
        LineQuestion { title, is_open: said.is_none(), options: options.collect() }
    }

    /// Which indicator the line speaks of.
    fn label_question(&self, line: &Line) -> LineQuestion {
        let plan = &self.import.plan;
        let label = &plan.labels()[line.label];
        let number = count(line.label);
        let asks = |(row, _): &(usize, Option<usize>)| matches!(self.outcomes[*row].state, State::Ask(reason) if is_of_label(reason));
        let asked = line.cells.iter().find(|cell| asks(cell));
        let chosen = match label.by {
            MatchedBy::Unwanted | MatchedBy::Nothing => None,
            _ if asked.is_some() => None,
            _ => label.named().next(),
        };
        let mut options: Vec<QuestionOption> = Vec::new();
        let named: Vec<&Subject> = label.named().collect();
        for indicator in self.offered(&label.label, &named) {
            let is_chosen =
                matches!(chosen, Some(Subject::Known { id, .. }) if *id == indicator.id);
            options.push(QuestionOption {
                label: indicator.name.clone(),
                detail: format!("Chỉ tiêu đang có, {}", indicator.unit),
                is_chosen,
                edit: ImportEdit::Map { label: number, indicator: indicator.slug.to_string() },
            });
        }
        if label.can_be_new() {
            options.push(QuestionOption {
                label: format!("Thêm chỉ tiêu mới «{}»", label.label),
                detail: plan.rows()[line.cells.first().map_or(0, |(row, _)| *row)]
                    .unit()
                    .to_owned(),
                is_chosen: matches!(chosen, Some(Subject::New { .. })),
                edit: ImportEdit::MakeNew { label: number },
            });
        }
        options.push(QuestionOption {
            label: "Bỏ qua dòng này, lần sau cũng bỏ qua".to_owned(),
            detail: String::new(),
            is_chosen: label.by == MatchedBy::Unwanted,
            edit: ImportEdit::Unwanted { label: number },
        });
        let why = asked.and_then(|(row, _)| match self.outcomes[*row].state {
            State::Ask(reason) => Some(reason.vietnamese()),
            _ => None,
        });
        let title = match why {
            Some(why) => format!("«{}»: {why}. Đây là chỉ tiêu nào?", label.label),
            None => format!("«{}» là chỉ tiêu", label.label),
        };
        LineQuestion { title, is_open: asked.is_some(), options }
    }

    /// Those that the plan names, then those with similar names.
    fn offered(&self, label: &str, named: &[&Subject]) -> Vec<&Indicator> {
        let mut offered: Vec<&Indicator> = named
            .iter()
            .filter_map(|subject| match subject {
                Subject::Known { id, .. } => self.known.indicator(*id),
                Subject::New { .. } => None,
            })
            .collect();
        let mut similar: Vec<(usize, &Indicator)> = (self.known.indicators.iter())
            .filter(|indicator| !offered.iter().any(|other| other.id == indicator.id))
            .filter_map(|indicator| Some((likeness(label, &indicator.name)?, indicator)))
            .collect();
        similar.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
        offered.extend(similar.into_iter().take(SIMILAR).map(|(_, indicator)| indicator));
        offered
    }

    fn cell_name(&self, row: usize) -> String {
        format!("Ô {}", self.import.plan.rows()[row].place().cell())
    }

    /// The indicator that an action speaks of.
    fn subject_of(&self, action: &Action) -> String {
        action.subject().map(|subject| self.name_of(subject)).unwrap_or_default()
    }
}

/// The whole line is asked for, not the cell.
fn is_of_label(reason: AskReason) -> bool {
    matches!(
        reason,
        AskReason::NewFromText
            | AskReason::SeveralIndicators
            | AskReason::SimilarName
            | AskReason::OtherUnit
            | AskReason::NoUnit
    )
}

/// " tỷ đồng"; a percent sign stands at the number.
fn unit_of(action: &Action) -> String {
    match action.entry().map(|entry| entry.quantity.unit.text()) {
        None | Some("") => String::new(),
        Some("%") => "%".to_owned(),
        Some(unit) => format!(" {unit}"),
    }
}

/// How many words of a hundred two names share; `None` below a third.
fn likeness(one: &str, other: &str) -> Option<usize> {
    let (one, other) = (fold(one), fold(other));
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(&one), words(&other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    let all = one.len() + other.len() - shared;
    let likeness = (shared * 100).checked_div(all)?;
    (likeness >= 34).then_some(likeness)
}
