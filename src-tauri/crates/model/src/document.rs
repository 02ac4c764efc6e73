//! A document ("văn bản"): what reports cite, what conclusions carry out.

use serde::{Deserialize, Serialize};
use tongket_figures::{Date, DateReading, Period, read_date, same_name};

use crate::{BodyId, ConferenceId, DocumentId, OrganisationId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub id: DocumentId,
    /// In whose register it stands.
    pub organisation: OrganisationId,
    /// "Nghị quyết"
    pub kind: String,
    /// "36/2021/NQ-HĐND", "24-CT/TU"; empty while it waits to be issued, and where none is known.
    pub number: String,
    pub date: Option<Date>,
    /// The date as words where no day is known: "trung tuần tháng 10.2020"; may be empty.
    pub date_words: String,
    /// "HĐND tỉnh"
    pub issuer: String,
    pub subject: String,
    pub state: DocumentState,
    /// Other spellings under which texts name it: "Chị thị số 24-CT/TU", "Đại hội lần thứ XVII".
    pub aliases: Vec<String>,
    /// Slug of the field; empty for all.
    pub field: String,
    /// What it is in force for: the term 2020-2025.
    pub term: Option<Period>,
    /// Where it was adopted or what it reports on.
    pub conference: Option<ConferenceId>,
    pub relations: Vec<DocumentRelation>,
    /// Its way from the first draft to the final review, in order.
    pub events: Vec<DocumentEvent>,
    /// What was said on its draft, with the answers.
    pub opinions: Vec<Opinion>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentState {
    /// chờ ban hành: no number yet
    Pending,
    Issued,
}

/// What a document is to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRelation {
    pub kind: RelationKind,
    pub to: DocumentId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// thực hiện, cụ thể hóa
    Implements,
    /// sửa đổi, bổ sung
    Amends,
    /// thay thế
    Replaces,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentEvent {
    pub kind: EventKind,
    pub date: Option<Date>,
    pub note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// dự thảo
    Drafted,
    /// xin ý kiến
    Consulted,
    /// trình
    Submitted,
    /// ban hành
    Issued,
    /// sơ kết
    MidTermReview,
    /// tổng kết
    FinalReview,
}

/// An opinion on a draft and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    pub body: Option<BodyId>,
    pub text: String,
    /// `None` while it is open.
    pub answer: Option<Answer>,
    /// What was changed, or why it was not.
    pub answer_text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// tiếp thu
    Accepted,
    /// giải trình
    Explained,
}

impl Document {
    /// Days by which a whole number of years may be missed: a review around the anniversary is
    /// called by it.
    pub const NEARLY_A_YEAR: i64 = 45;

    /// One of which nothing else is known yet.
    pub fn new(organisation: OrganisationId, kind: &str) -> Document {
        Document {
            id: DocumentId(0),
            organisation,
            kind: kind.to_owned(),
            number: String::new(),
            date: None,
            date_words: String::new(),
            issuer: String::new(),
            subject: String::new(),
            state: DocumentState::Pending,
            aliases: Vec::new(),
            field: String::new(),
            term: None,
            conference: None,
            relations: Vec::new(),
            events: Vec::new(),
            opinions: Vec::new(),
        }
    }

    /// How people call it in a line: "Chỉ thị 24-CT/TU", and its subject where it has no number.
    pub fn title(&self) -> String {
        match self.number.as_str() {
            "" if self.subject_names_kind() => self.subject.clone(),
            "" => format!("{} {}", self.kind, self.subject).trim().to_owned(),
            number => format!("{} {number}", self.kind).trim().to_owned(),
        }
    }

    /// Its day, or the first of those that its words can mean: "trung tuần tháng 10.2020" begins on
    /// 11 October. For sorting only: what is printed are the words.
    pub fn first_day(&self) -> Option<Date> {
        self.days().map(|(first, _)| first)
    }

    /// The first and the last day that it can be of; `None` when nothing is known of it.
    pub fn days(&self) -> Option<(Date, Date)> {
        if let Some(date) = self.date {
            return Some((date, date));
        }
        // "trong quý I/2023": what leads to the time is passed over.
        let starts = self.date_words.char_indices().filter(|(_, c)| c.is_whitespace());
        let tails = starts.map(|(at, _)| self.date_words[at..].trim_start());
        std::iter::once(self.date_words.as_str()).chain(tails).find_map(|words| {
            match read_date(words) {
                Some(DateReading::Day(day)) => Some((day, day)),
                Some(DateReading::Interval(first, last)) => Some((first, last)),
                Some(DateReading::Month { year, month }) => {
                    Some((Date::first_of_month(year, month), Date::last_of_month(year, month)))
                }
                Some(DateReading::DayWithoutYear { .. }) => None,
                None => Period::read(words).ok().map(Period::bounds),
            }
        })
    }

    /// Whether the subject is a name that says what it is: "Nghị quyết Đại hội XVI".
    pub fn subject_names_kind(&self) -> bool {
        !self.kind.is_empty() && self.subject.to_lowercase().starts_with(&self.kind.to_lowercase())
    }

    /// When its execution is to be reviewed, by the term it is in force for: half a year on either
    /// side of the middle ("sơ kết giữa nhiệm kỳ"), and the last year ("tổng kết"). Terms of less
    /// than three years are not reviewed midway. A congress is held, not carried out: its resolution
    /// is reviewed.
    pub fn reviews(&self) -> Vec<Review> {
        if same_name(&self.kind, "Đại hội") {
            return Vec::new();
        }
        let Some((first, last)) = self.term.map(Period::bounds) else { return Vec::new() };
        let (first, last) = (first.year(), last.year());
        let is_done = |kind| self.events.iter().any(|event| event.kind == kind);
        let mut reviews = Vec::new();
        if last - first >= 2 {
            // In half years, counted from the first half of the year 0.
            let middle = first + last + 1;
            let kind = EventKind::MidTermReview;
            reviews.push(Review {
                kind,
                from: half_year(middle - 1),
                until: half_year(middle),
                is_done: is_done(kind),
            });
        }
        let kind = EventKind::FinalReview;
        reviews.push(Review { kind, from: (last, 1), until: (last, 2), is_done: is_done(kind) });
        reviews
    }
}

/// Year and half of it, 1 or 2.
fn half_year(count: i32) -> (i32, u8) {
    (count.div_euclid(2), if count.rem_euclid(2) == 0 { 1 } else { 2 })
}

/// A review that the term of a document calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Review {
    /// [`EventKind::MidTermReview`] or [`EventKind::FinalReview`].
    pub kind: EventKind,
    /// Year and half of it (1 or 2) in which it may begin and must be done.
    pub from: (i32, u8),
    pub until: (i32, u8),
    /// Whether the document's way shows it.
    pub is_done: bool,
}

impl DocumentState {
    pub fn vietnamese(self) -> &'static str {
        match self {
            DocumentState::Pending => "chờ ban hành",
            DocumentState::Issued => "đã ban hành",
        }
    }
}

impl RelationKind {
    pub fn vietnamese(self) -> &'static str {
        match self {
            RelationKind::Implements => "thực hiện",
            RelationKind::Amends => "sửa đổi, bổ sung",
            RelationKind::Replaces => "thay thế",
        }
    }
}

impl EventKind {
    pub fn vietnamese(self) -> &'static str {
        match self {
            EventKind::Drafted => "dự thảo",
            EventKind::Consulted => "xin ý kiến",
            EventKind::Submitted => "trình",
            EventKind::Issued => "ban hành",
            EventKind::MidTermReview => "sơ kết",
            EventKind::FinalReview => "tổng kết",
        }
    }
}

impl Answer {
    pub fn vietnamese(self) -> &'static str {
        match self {
            Answer::Accepted => "tiếp thu",
            Answer::Explained => "giải trình",
        }
    }
}
