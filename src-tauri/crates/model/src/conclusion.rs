//! One row of what was concluded ("dòng kết luận"): an assessment, a task, a limitation with its
//! causes. What is asked of whom, by when, and what came of it.

use serde::{Deserialize, Serialize};
use tongket_figures::{Amount, Date, Period};

use crate::{
    BodyId, ConclusionId, ConferenceId, DocumentId, IndicatorId, OrganisationId, Origin, State,
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    pub id: ConclusionId,
    pub organisation: OrganisationId,
    pub kind: ConclusionKind,
    /// As reports print it.
    pub text: String,
    /// As the source has it; empty when entered by hand.
    pub quote: String,
    /// Slug of the field; empty for all.
    pub field: String,
    /// The year it is counted to.
    pub year: i32,
    /// What it holds for beyond that year: 2020..2025. Never wider than what the source says.
    pub covers: Option<Period>,
    /// Where it stands.
    pub document: Option<DocumentId>,
    pub conference: Option<ConferenceId>,
    /// Which of the conference's topics it belongs to, from 0; `None` for the general part.
    pub topic: Option<u32>,
    pub assigner: Option<BodyId>,
    pub assignees: Vec<Assignee>,
    /// The task it is a part of, the limitation it causes or remedies.
    pub part_of: Option<ConclusionId>,
    /// Of a cause.
    pub cause: Option<CauseKind>,
    pub deadline: Option<Date>,
    /// The deadline as it is put where it is not a day: "ngay từ những quý đầu năm". No date is
    /// ever made of it.
    pub deadline_words: String,
    /// "khẩn trương"; says how, not by when.
    pub urgency: String,
    /// Of what is to be done, and of a limitation that is to be overcome.
    pub progress: Progress,
    /// How many parts the source says it has: "02 nhiệm vụ".
    pub stated_count: Option<i64>,
    /// What its parts are counted by: "nhiệm vụ", "nhóm giải pháp".
    pub counting_word: String,
    /// What it carries out or names.
    pub basis: Vec<DocumentId>,
    pub results: Vec<TaskResult>,
    /// Further places of the source that say the same.
    pub mentions: Vec<Mention>,
    /// Order within its document or year.
    pub position: i64,
    pub origin: Origin,
    pub state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConclusionKind {
    Assessment,
    Instruction,
    Task,
    Delegation,
    Commitment,
    Request,
    Proposal,
    Limitation,
    Cause,
    Lesson,
    Solution,
    Objective,
    Scheme,
    /// What is stated and is none of the others.
    Statement,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CauseKind {
    /// chủ quan
    Subjective,
    /// khách quan
    Objective,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    Open,
    Doing,
    Done,
    /// No longer asked for.
    Dropped,
}

/// To whom a row is addressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "to")]
pub enum Assignee {
    Body {
        body: BodyId,
        role: Role,
    },
    /// A condition over data: "các đơn vị có tỷ lệ giải ngân thấp".
    Rule {
        text: String,
        /// Whose reported ratio to the plan decides; `None` until a person has said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        indicator: Option<IndicatorId>,
        /// In percent of the plan: units below it are meant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        below: Option<Amount>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// chủ trì
    Lead,
    /// phối hợp
    Support,
}

/// What came of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskResult {
    pub text: String,
    pub date: Option<Date>,
    /// The figure that shows it.
    pub indicator: Option<IndicatorId>,
    /// The document that shows it.
    pub document: Option<DocumentId>,
}

/// The same said again elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    pub text: String,
    /// "dòng 45"
    pub place: String,
}

impl ConclusionKind {
    pub const ALL: [ConclusionKind; 14] = [
        ConclusionKind::Assessment,
        ConclusionKind::Instruction,
        ConclusionKind::Task,
        ConclusionKind::Delegation,
        ConclusionKind::Commitment,
        ConclusionKind::Request,
        ConclusionKind::Proposal,
        ConclusionKind::Limitation,
        ConclusionKind::Cause,
        ConclusionKind::Lesson,
        ConclusionKind::Solution,
        ConclusionKind::Objective,
        ConclusionKind::Scheme,
        ConclusionKind::Statement,
    ];

    /// What is called a task ("nhiệm vụ") in lists and counts.
    pub const TASKS: [ConclusionKind; 2] = [ConclusionKind::Task, ConclusionKind::Instruction];

    /// What somebody has to do, so that it is followed until it is done. A delegation gives a
    /// right, not a task.
    pub const FOLLOWED: [ConclusionKind; 4] = [
        ConclusionKind::Task,
        ConclusionKind::Instruction,
        ConclusionKind::Commitment,
        ConclusionKind::Scheme,
    ];

    /// The stable name in files: `task`.
    pub fn code(self) -> &'static str {
        match self {
            ConclusionKind::Assessment => "assessment",
            ConclusionKind::Instruction => "instruction",
            ConclusionKind::Task => "task",
            ConclusionKind::Delegation => "delegation",
            ConclusionKind::Commitment => "commitment",
            ConclusionKind::Request => "request",
            ConclusionKind::Proposal => "proposal",
            ConclusionKind::Limitation => "limitation",
            ConclusionKind::Cause => "cause",
            ConclusionKind::Lesson => "lesson",
            ConclusionKind::Solution => "solution",
            ConclusionKind::Objective => "objective",
            ConclusionKind::Scheme => "scheme",
            ConclusionKind::Statement => "statement",
        }
    }

    pub fn from_code(code: &str) -> Option<ConclusionKind> {
        ConclusionKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    pub fn vietnamese(self) -> &'static str {
        match self {
            ConclusionKind::Assessment => "đánh giá",
            ConclusionKind::Instruction => "chỉ đạo",
            ConclusionKind::Task => "nhiệm vụ",
            ConclusionKind::Delegation => "ủy quyền",
            ConclusionKind::Commitment => "cam kết",
            ConclusionKind::Request => "yêu cầu",
            ConclusionKind::Proposal => "kiến nghị",
            ConclusionKind::Limitation => "hạn chế",
            ConclusionKind::Cause => "nguyên nhân",
            ConclusionKind::Lesson => "bài học kinh nghiệm",
            ConclusionKind::Solution => "giải pháp",
            ConclusionKind::Objective => "mục tiêu",
            ConclusionKind::Scheme => "đề án",
            ConclusionKind::Statement => "kết luận",
        }
    }

    pub fn is_followed(self) -> bool {
        ConclusionKind::FOLLOWED.contains(&self)
    }
}

impl Conclusion {
    /// One of which nothing else is known yet.
    pub fn new(
        organisation: OrganisationId,
        kind: ConclusionKind,
        year: i32,
        text: &str,
        origin: Origin,
    ) -> Conclusion {
        Conclusion {
            id: ConclusionId(0),
            organisation,
            kind,
            text: text.to_owned(),
            quote: String::new(),
            field: String::new(),
            year,
            covers: None,
            document: None,
            conference: None,
            topic: None,
            assigner: None,
            assignees: Vec::new(),
            part_of: None,
            cause: None,
            deadline: None,
            deadline_words: String::new(),
            urgency: String::new(),
            progress: Progress::Open,
            stated_count: None,
            counting_word: String::new(),
            basis: Vec::new(),
            results: Vec::new(),
            mentions: Vec::new(),
            position: 0,
            origin,
            state: State::Draft,
        }
    }

    /// First and last year it holds for.
    pub fn years(&self) -> (i32, i32) {
        match self.covers.map(Period::bounds) {
            Some((first, last)) => (first.year().min(self.year), last.year().max(self.year)),
            None => (self.year, self.year),
        }
    }

    pub fn bodies(&self) -> impl Iterator<Item = BodyId> {
        self.assignees.iter().filter_map(|assignee| match assignee {
            Assignee::Body { body, .. } => Some(*body),
            Assignee::Rule { .. } => None,
        })
    }

    /// Whether it is followed, nothing has ended it, and its day is before `today`. Words are no
    /// day: what is due "ngay từ những quý đầu năm" is never overdue.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_pending() && self.deadline.is_some_and(|deadline| deadline < today)
    }

    /// "đang thực hiện", "đã khắc phục"; "chưa nêu" for a limitation of which nothing was said since.
    /// Empty for what nobody has to do: an assessment.
    pub fn progress_name(&self) -> &'static str {
        match self.kind {
            _ if self.is_unanswered() => "chưa nêu",
            ConclusionKind::Limitation => self.progress.overcome(),
            kind if !kind.is_followed() && self.progress == Progress::Open => "",
            _ => self.progress.vietnamese(),
        }
    }

    /// Whether it is a limitation of which nobody said yet what became of it. One that is not
    /// overcome has a result that says why.
    pub fn is_unanswered(&self) -> bool {
        let is_limitation = self.kind == ConclusionKind::Limitation;
        is_limitation && self.progress == Progress::Open && self.results.is_empty()
    }

    pub fn is_pending(&self) -> bool {
        self.kind.is_followed() && matches!(self.progress, Progress::Open | Progress::Doing)
    }
}

impl Progress {
    /// Of what is to be done.
    pub fn vietnamese(self) -> &'static str {
        match self {
            Progress::Open => "chưa thực hiện",
            Progress::Doing => "đang thực hiện",
            Progress::Done => "đã hoàn thành",
            Progress::Dropped => "dừng theo dõi",
        }
    }

    /// Of a limitation.
    pub fn overcome(self) -> &'static str {
        match self {
            Progress::Open => "chưa khắc phục",
            Progress::Doing => "đang khắc phục",
            Progress::Done => "đã khắc phục",
            Progress::Dropped => "dừng theo dõi",
        }
    }
}

impl CauseKind {
    pub fn vietnamese(self) -> &'static str {
        match self {
            CauseKind::Subjective => "chủ quan",
            CauseKind::Objective => "khách quan",
        }
    }
}

impl Role {
    pub fn vietnamese(self) -> &'static str {
        match self {
            Role::Lead => "chủ trì",
            Role::Support => "phối hợp",
        }
    }
}
