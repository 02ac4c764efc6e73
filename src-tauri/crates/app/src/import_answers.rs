//! The questions of an import in words, and the person's answers to them: which reading of a value
//! is right, what is not wanted, what a label or a heading means.

use tongket_figures::{Style, fold, print_number};
use tongket_intake::{
    Action, AskReason, ImportPlan, LabelChoice, Measure, OfUnit, RatioBase, Subject,
};
use tongket_model::Indicator;

use crate::AppError;

/// Answers as they are typed beside the name of a file.
#[derive(Debug, Clone, Default)]
pub struct ImportAnswers {
    /// "D12=2": the second reading of this value is right.
    pub take: Vec<String>,
    /// "D13": this value is not wanted.
    pub skip: Vec<String>,
    /// "Thu nội địa=thu-ngan-sach"; "mới" makes a new indicator, "bỏ" wants none.
    pub map: Vec<String>,
    /// "Năm 2023=kế-hoạch": what stands under a heading.
    pub measure: Vec<String>,
}

/// A value that needs the person's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportQuestion {
    /// As an answer names it: "Biểu 01!D12", "p5#2".
    pub place: String,
    pub label: String,
    pub reason: &'static str,
    /// What it can mean, the likeliest first; counted from 1.
    pub readings: Vec<String>,
    /// What has to be told where none of them can be chosen.
    pub missing: MissingAnswer,
}

/// What an import has to be told about a value that has no reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MissingAnswer {
    /// What stands under this heading.
    Measure(String),
    /// Which indicator this label means.
    Indicator(String),
}

const MEASURES: [(&str, Measure); 8] = [
    ("thuc-hien", Measure::Result),
    ("uoc", Measure::Estimate),
    ("ke-hoach", Measure::Plan),
    ("chi-tieu", Measure::Target),
    ("nam-truoc", Measure::PriorResult),
    ("so-ke-hoach", Measure::RatioPlan),
    ("so-nam-truoc", Measure::RatioPrior),
    ("cam-ket", Measure::Commitment),
];

impl ImportAnswers {
    /// Does in the plan what was said. What it does not have is refused by name.
    pub(crate) fn apply(
        &self,
        plan: &mut ImportPlan,
        indicators: &[Indicator],
    ) -> Result<(), AppError> {
        for answer in &self.measure {
            let (head, measure) = two_sides(answer)?;
            let code = fold(measure).replace(' ', "-");
            let known = MEASURES.iter().find(|(name, _)| *name == code);
            let (_, measure) = known.ok_or_else(|| {
                let names: Vec<&str> = MEASURES.iter().map(|(name, _)| *name).collect();
                let names = names.join(", ");
                AppError::usage(format!("Không rõ loại số liệu «{measure}»: chọn {names}"))
            })?;
            if !plan.rows().iter().any(|row| fold(row.head()) == fold(head)) {
                return Err(AppError::refused(format!("Tệp không có cột «{head}»")));
            }
            plan.set_measure(head, *measure);
        }
        for answer in &self.map {
            map(plan, indicators, answer)?;
        }
        if self.take.is_empty() && self.skip.is_empty() {
            return Ok(());
        }
        let places = places(plan);
        for place in &self.skip {
            plan.skip_row(row_at(plan, &places, place)?);
        }
        for answer in &self.take {
            let (place, nth) = two_sides(answer)?;
            let row = row_at(plan, &places, place)?;
            let reading = nth.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1));
            if !reading.is_some_and(|reading| plan.take_reading(row, reading)) {
                return Err(AppError::refused(format!("{place} không có cách đọc thứ {nth}")));
            }
        }
        Ok(())
    }
}

fn two_sides(answer: &str) -> Result<(&str, &str), AppError> {
    let sides = answer.rsplit_once('=').map(|(one, other)| (one.trim(), other.trim()));
    sides.ok_or_else(|| AppError::usage(format!("«{answer}» thiếu dấu =, như D12=2")))
}

/// All labels of these words, in whatever group.
fn map(plan: &mut ImportPlan, indicators: &[Indicator], answer: &str) -> Result<(), AppError> {
    let (label, meaning) = two_sides(answer)?;
    let choice = match meaning {
        "mới" => LabelChoice::New,
        "bỏ" => LabelChoice::Unwanted,
        slug => {
            let known = indicators.iter().find(|indicator| indicator.slug.as_str() == slug);
            LabelChoice::Indicator(known.ok_or_else(|| {
                AppError::refused(format!("Không có chỉ tiêu nào mang mã «{slug}»"))
            })?)
        }
    };
    let same = |at: &usize| fold(&plan.labels()[*at].label) == fold(label);
    let labels: Vec<usize> = (0..plan.labels().len()).filter(same).collect();
    if labels.is_empty() {
        return Err(AppError::refused(format!("Tệp không có nhãn «{label}»")));
    }
    for at in labels {
        if !plan.map_label(at, choice) {
            return Err(AppError::refused(format!("«{label}» không thành chỉ tiêu mới được")));
        }
    }
    Ok(())
}

/// Of each row the name of its place; figures of one paragraph are counted: "p5#2".
fn places(plan: &ImportPlan) -> Vec<String> {
    let names: Vec<String> = plan.rows().iter().map(|row| row.place().to_string()).collect();
    let mut counted = Vec::with_capacity(names.len());
    let mut nth = 0;
    for (at, name) in names.iter().enumerate() {
        let follows = at > 0 && names[at - 1] == *name;
        nth = if follows { nth + 1 } else { 1 };
        counted.push(match follows || names.get(at + 1) == Some(name) {
            true => format!("{name}#{nth}"),
            false => name.clone(),
        });
    }
    counted
}

/// The row of "Biểu 01!D12", or of "D12" where only one sheet has such a row.
fn row_at(plan: &ImportPlan, places: &[String], wanted: &str) -> Result<usize, AppError> {
    if let Some(row) = places.iter().position(|place| place == wanted) {
        return Ok(row);
    }
    let cells = plan.rows().iter().enumerate();
    let mut cells = cells.filter(|(_, row)| row.place().cell().eq_ignore_ascii_case(wanted));
    match (cells.next(), cells.next()) {
        (Some((row, _)), None) => Ok(row),
        (Some((row, _)), Some(_)) => Err(AppError::refused(format!(
            "«{wanted}» có nhiều số liệu: hãy ghi đủ, như «{}»",
            places[row]
        ))),
        _ => Err(AppError::refused(format!("Tệp không có số liệu ở «{wanted}»"))),
    }
}

/// What of the plan waits for an answer, in the order of the file.
pub(crate) fn questions(plan: &ImportPlan) -> Vec<ImportQuestion> {
    if plan.summary.n_questions == 0 {
        return Vec::new();
    }
    let places = places(plan);
    let asked = plan.steps().enumerate().filter_map(|(at, step)| match step.action {
        Action::Ask { reason, readings } => Some((at, reason, readings)),
        _ => None,
    });
    let question = |(at, reason, readings): (usize, AskReason, Vec<Action>)| {
        let row = &plan.rows()[at];
        let label = [row.organisation(), row.indicator()].into_iter().filter(|it| !it.is_empty());
        ImportQuestion {
            place: places[at].clone(),
            label: label.collect::<Vec<_>>().join(", "),
            reason: reason.vietnamese(),
            readings: readings.iter().map(in_words).collect(),
            missing: match reason {
                AskReason::NoMeasure => MissingAnswer::Measure(row.head().to_owned()),
                _ => MissingAnswer::Indicator(row.indicator().to_owned()),
            },
        }
    };
    asked.map(question).collect()
}

/// "1.039 tỷ đồng (thu-ngan-sach)", "140% so với cùng kỳ (fdi)"
fn in_words(action: &Action) -> String {
    let (said, subject) = match action {
        Action::SetFigure { indicator, entry, .. }
        | Action::SetPlan { indicator, entry, .. }
        | Action::SetTarget { indicator, entry, .. }
        | Action::SetCommitment { indicator, entry, .. } => {
            (entry.quantity.print(&Style::default()), indicator)
        }
        Action::SetDate { indicator, date, .. } => (date.iso(), indicator),
        Action::CheckRatio { indicator, base, percent, .. } => {
            let base = if *base == RatioBase::Plan { "kế hoạch" } else { "cùng kỳ" };
            (format!("{}% so với {base}", print_number(percent.trimmed())), indicator)
        }
        Action::Ask { .. } | Action::Skip { .. } => return String::new(),
    };
    let (Subject::Known { slug, .. } | Subject::New { slug }) = subject;
    match action.of_unit() {
        Some(OfUnit::New { slug: unit }) => format!("{said} ({slug} của {unit})"),
        _ => format!("{said} ({slug})"),
    }
}
