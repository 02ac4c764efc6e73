//! Rounds of collecting figures from units: who is asked for what, who has answered, the forms
//! that go out and those that come back.

mod answer_form;
mod returned;
mod status;

pub use answer_form::write_answer_forms;
pub use returned::{ReturnedForm, ReturnedForms, apply_returned_forms, read_returned_forms};
pub use status::{CollectionLine, collections};

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{Date, DateReading, Period, read_date};
use tongket_model::{Collection, CollectionId, Organisation, Question, ReportedMeasure};

use crate::{App, AppError, OfficeChoice};

/// What a person says about a round of collecting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CollectionForm {
    pub name: String,
    /// As offices write it: "9 tháng năm 2024", "2024".
    pub period: String,
    /// "15/12/2024"; empty when there is none.
    pub due: String,
    pub questions: Vec<QuestionForm>,
    /// Only units of this heading; all when `None`.
    pub group: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct QuestionForm {
    /// Slug of the indicator.
    pub indicator: String,
    /// `thuc-hien`, `uoc`, `ke-hoach`, `cam-ket`, `ngay`
    pub measure: String,
}

/// The words by which measures are asked for.
const MEASURES: [(&str, ReportedMeasure); 5] = [
    ("thuc-hien", ReportedMeasure::Actual),
    ("uoc", ReportedMeasure::Estimate),
    ("ke-hoach", ReportedMeasure::Plan),
    ("cam-ket", ReportedMeasure::Commitment),
    ("ngay", ReportedMeasure::Date),
];

/// Adds a round as one step and returns its number.
pub fn add_collection(
    app: &mut App,
    choice: &OfficeChoice,
    form: &CollectionForm,
) -> Result<u32, AppError> {
    let office = app.data_office(choice)?;
    let collection = form.checked(app, &office)?;
    let name = format!("Tạo đợt thu thập: {}", collection.name);
    let done = app.store.transact(&name, |changes| changes.add_collection(&collection))?;
    u32::try_from(done.value.0)
        .map_err(|_| AppError::refused("Đã tạo quá nhiều đợt thu thập; hãy xóa bớt đợt cũ"))
}

/// Removes a round as one step; what was reported stays.
pub fn remove_collection(app: &mut App, choice: &OfficeChoice, id: u32) -> Result<(), AppError> {
    let collection = app.collection(choice, id)?;
    let name = format!("Xóa đợt thu thập: {}", collection.name);
    app.store.transact(&name, |changes| changes.remove_collection(collection.id))?;
    Ok(())
}

impl App {
    /// Refused when the office has none of this number.
    pub(crate) fn collection(
        &self,
        choice: &OfficeChoice,
        id: u32,
    ) -> Result<Collection, AppError> {
        let office = self.data_office(choice)?;
        let all = self.store.collections_of(office.id)?;
        let found = all.into_iter().find(|it| it.id == CollectionId(id.into()));
        found.ok_or_else(|| {
            AppError::refused(format!("Không có đợt thu thập số {id}; xem các đợt trong danh sách"))
        })
    }
}

impl CollectionForm {
    fn checked(&self, app: &App, office: &Organisation) -> Result<Collection, AppError> {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(AppError::refused("Đợt thu thập chưa có tên; hãy đặt tên cho đợt này"));
        }
        let mut questions = Vec::new();
        for asked in &self.questions {
            let question = asked.checked(app, office)?;
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
        if questions.is_empty() {
            return Err(AppError::refused("Biểu chưa hỏi chỉ tiêu nào; hãy chọn ít nhất một"));
        }
        let mut reporters = app.store.reporters_of(office.id)?;
        if let Some(group) = &self.group {
            reporters.retain(|it| tongket_figures::same_name(&it.group, group));
        }
        if reporters.is_empty() {
            return Err(AppError::refused(
                "Chưa có đơn vị nào để hỏi; hãy thêm đơn vị báo cáo trước",
            ));
        }
        Ok(Collection {
            id: CollectionId(0),
            organisation: office.id,
            name,
            period: Period::read(&self.period).map_err(AppError::refused)?,
            due: self.due()?,
            questions,
            reporters: reporters.into_iter().map(|it| it.organisation).collect(),
        })
    }

    fn due(&self) -> Result<Option<Date>, AppError> {
        match (self.due.trim(), read_date(&self.due)) {
            ("", _) => Ok(None),
            (_, Some(DateReading::Day(day))) => Ok(Some(day)),
            (other, _) => Err(AppError::refused(format!(
                "Hạn báo cáo «{other}» không phải là một ngày; hãy ghi như 15/12/2024"
            ))),
        }
    }
}

impl QuestionForm {
    fn checked(&self, app: &App, office: &Organisation) -> Result<Question, AppError> {
        let indicator = app.indicator(office, &self.indicator)?.id;
        let known = MEASURES.iter().find(|(word, _)| *word == self.measure);
        let (_, measure) = known.ok_or_else(|| {
            let words: Vec<&str> = MEASURES.iter().map(|(word, _)| *word).collect();
            AppError::usage(format!(
                "Không hiểu loại số liệu «{}»; chỉ có {}",
                self.measure,
                words.join(", ")
            ))
        })?;
        Ok(Question { indicator, measure: *measure })
    }
}
