//! What kind of row each sentence is, from its own words and from where it stands.

use tongket_model::{CauseKind, ConclusionKind};

use super::addressee::{Addressed, addressed, giver, gives, goes_on};
use super::body_name::is_imperative;
use super::citation::Citation;
use super::deadline::deadline;
use super::sentences::{item_mark, sentences};
use super::stated::stated;
use super::words::{Word, find, longest, words};
use super::{ProposalNote, ProposedAssignee, ProposedRow};
use crate::raw::RawParagraph;

/// Longest heading, in words.
const LONGEST_HEADING: usize = 16;

/// What a heading makes of the rows below it, the first that it names.
const HEADINGS: [(&str, Option<ConclusionKind>); 14] = [
    ("han che", Some(ConclusionKind::Limitation)),
    ("khuyet diem", Some(ConclusionKind::Limitation)),
    ("nguyen nhan", Some(ConclusionKind::Cause)),
    ("bai hoc", Some(ConclusionKind::Lesson)),
    ("kien nghi", Some(ConclusionKind::Proposal)),
    ("de xuat", Some(ConclusionKind::Proposal)),
    ("nhiem vu", Some(ConclusionKind::Task)),
    ("giai phap", Some(ConclusionKind::Solution)),
    ("muc tieu", Some(ConclusionKind::Objective)),
    ("phuong huong", Some(ConclusionKind::Task)),
    ("de an", Some(ConclusionKind::Scheme)),
    ("ket qua", Some(ConclusionKind::Assessment)),
    ("uu diem", Some(ConclusionKind::Assessment)),
    ("to chuc thuc hien", None),
];

const URGENT: [&str; 7] = [
    "khan truong",
    "kip thoi",
    "trien khai ngay",
    "quyet liet",
    "cap bach",
    "ngay lap tuc",
    "gap rut",
];

/// Words by which a sentence judges what was done.
const JUDGING: [&str; 8] = [
    "danh gia cao",
    "ghi nhan",
    "bieu duong",
    "dat ket qua",
    "dat nhieu ket qua",
    "da dat duoc",
    "thong nhat danh gia",
    "hoan nghenh",
];
/// What stands behind whoever speaks.
const SPEAKING: [&str; 5] = ["ket luan", "phat bieu", "nhan manh", "chi ro", "chi dao"];

const LIMITING: [&str; 9] = [
    "nhung chua",
    "con han che",
    "han che la",
    "chua thuong xuyen",
    "chua dat",
    "con mang tinh hinh thuc",
    "con cham",
    "chua cao",
    "ton tai, han che",
];

/// Where reading is in the text.
pub(super) struct Scene {
    year: Option<i32>,
    /// Who spoke last.
    from: String,
    section: Option<ConclusionKind>,
    cause: Option<CauseKind>,
    lead: Option<Lead>,
    /// What the sentence before gave, where this one is a clause of the same.
    given: Option<Given>,
    /// Sentences that give something and became no row.
    pub lost: Vec<ProposalNote>,
}

/// Who gives what kind of thing to whom.
#[derive(Clone)]
struct Given {
    kind: ConclusionKind,
    from: String,
    to: Vec<ProposedAssignee>,
}

/// A sentence that ends in a colon: what stands in the list below it is its own.
struct Lead {
    kind: Option<ConclusionKind>,
    from: String,
    to: Vec<ProposedAssignee>,
    row: Option<usize>,
}

impl Scene {
    pub fn new(year: Option<i32>) -> Scene {
        Scene {
            year,
            from: String::new(),
            section: None,
            cause: None,
            lead: None,
            given: None,
            lost: Vec::new(),
        }
    }

    /// Goes on to the next paragraph; `citations` are its own, the first of number `first`.
    pub fn enter(
        &mut self,
        paragraph: &RawParagraph,
        citations: &[Citation],
        first: usize,
        rows: &mut Vec<ProposedRow>,
    ) {
        let text = &*paragraph.text;
        let mark = item_mark(text);
        let start = mark.unwrap_or(0);
        let body = text.get(start..).unwrap_or_default();
        let is_lead = body.trim_end().ends_with(':');
        if self.is_heading(body, is_lead, mark.is_some()) {
            return;
        }
        if mark.is_none() {
            self.lead = None;
        }
        for range in sentences(body) {
            let sentence = body.get(range.clone()).unwrap_or_default();
            let at = start + range.start..start + range.end;
            let inside = citations
                .iter()
                .enumerate()
                .filter(|(_, it)| it.range.start >= at.start && it.range.end <= at.end);
            let inside = inside.map(|(idx, _)| first + idx).collect();
            let is_last = start + range.end + 1 >= text.trim_end().len();
            if !body[..range.start].trim_end().ends_with(';') {
                self.given = None;
            }
            self.sentence(&paragraph.place, sentence, is_lead && is_last, inside, rows);
        }
    }

    /// A short line that names what follows.
    fn is_heading(&mut self, text: &str, is_lead: bool, is_item: bool) -> bool {
        let words = words(text);
        let shouted = !text.contains(char::is_lowercase) && !words.is_empty();
        let ends = text.trim_end().ends_with(['.', ';', ',']);
        let named = find(&words, &HEADINGS.map(|(words, _)| words));
        let Some((at, _)) = named.filter(|_| words.len() <= LONGEST_HEADING) else {
            return shouted;
        };
        let begins = at <= 3;
        let gives = addressed(text, &words).is_some();
        let is_heading = shouted || (!ends && begins && !gives && (is_lead || is_item));
        if !is_heading || (is_lead && stated(text, &words).is_some() && !shouted) {
            return shouted;
        }
        let named = HEADINGS
            .iter()
            .find(|(words_of_it, _)| longest(&words[at..], &[*words_of_it]).is_some());
        self.section = named.and_then(|(_, kind)| *kind);
        self.cause = cause_in(&words);
        self.lead = None;
        true
    }

    fn sentence(
        &mut self,
        place: &str,
        text: &str,
        is_lead: bool,
        citations: Vec<usize>,
        rows: &mut Vec<ProposedRow>,
    ) {
        let words = words(text);
        if self.is_only_a_deadline(text, &words, rows) {
            return;
        }
        let address = addressed(text, &words).or_else(|| self.next_clause(text, &words));
        if let Some(address) = &address
            && !address.from.is_empty()
        {
            self.from.clone_from(&address.from);
        } else if let (None, Some((at, _))) = (&address, find(&words, &SPEAKING)) {
            let speaker = giver(text, &words[..at]);
            if !speaker.is_empty() {
                self.from = speaker;
            }
        }
        let kind = address.as_ref().map(|it| it.kind).or_else(|| self.kind(&words));
        let rest = address.as_ref().map_or(0, |it| it.rest);
        let content = words.get(rest).and_then(|word| text.get(word.range.start..));
        let content = content.unwrap_or_default().trim_end_matches(':').trim();
        // Where nothing is left behind the names, a person has the whole sentence to look at.
        let content = if content.is_empty() && address.is_some() { text } else { content };
        let stated = if is_lead { stated(text, &words) } else { None };
        let (from, to) = match (&address, &self.lead) {
            (Some(address), _) => (self.from.clone(), address.to.clone()),
            (None, Some(lead)) => (lead.from.clone(), lead.to.clone()),
            (None, None) => (self.from.clone(), Vec::new()),
        };
        let is_row = kind.is_some() && !content.is_empty() && (!is_lead || stated.is_some());
        let below = self.lead.as_ref().and_then(|lead| lead.row);
        if is_row && let Some(kind) = kind {
            let due = deadline(text, &words, self.year).unwrap_or_default();
            rows.push(ProposedRow {
                place: place.to_owned(),
                kind,
                text: content.to_owned(),
                quote: text.to_owned(),
                from: from.clone(),
                to: to.clone(),
                deadline: due.day,
                deadline_words: due.words,
                deadline_between: due.between,
                urgency: urgency(text, &words),
                year: self.year_of(&words),
                cause: (kind == ConclusionKind::Cause)
                    .then(|| cause_in(&words).or(self.cause))
                    .flatten(),
                part_of: below,
                stated: stated.clone(),
                citations,
                mentions: Vec::new(),
            });
        }
        if let Some(address) = address {
            let (kind, from) = (address.kind, self.from.clone());
            self.given = Some(Given { kind, from, to: address.to });
        }
        if !is_row && !is_lead && gives(text, &words) {
            let note = format!("câu có giao việc nhưng chưa tách được: «{text}»");
            self.lost.push(ProposalNote { place: place.to_owned(), text: note });
        }
        if is_lead {
            let row = (is_row && stated.is_some()).then(|| rows.len() - 1);
            let kind =
                kind.or(Some(ConclusionKind::Task)).filter(|_| !to.is_empty() || row.is_some());
            self.lead = kind.is_some().then_some(Lead { kind, from, to, row });
        }
    }

    /// A clause behind a semicolon goes on with what was given: to another body that it names, or
    /// to the same.
    fn next_clause(&self, text: &str, words: &[Word]) -> Option<Addressed> {
        let given = self.given.clone()?;
        let (kind, from) = (given.kind, given.from);
        match goes_on(text, words) {
            Some((to, rest)) => Some(Addressed { kind, from, to, rest }),
            None if is_imperative(words) => Some(Addressed { kind, from, to: given.to, rest: 0 }),
            None => None,
        }
    }

    /// "…; hoàn thành trước 30/9/2024": the time for what the clause before gives.
    fn is_only_a_deadline(&self, text: &str, words: &[Word], rows: &mut [ProposedRow]) -> bool {
        const DONE: [&str; 5] =
            ["hoan thanh", "xong", "thoi han", "thoi gian hoan thanh", "bao cao"];
        let Some(row) = rows.last_mut().filter(|row| self.given.is_some() && row.has_no_time())
        else {
            return false;
        };
        let Some(due) = deadline(text, words, self.year) else { return false };
        let n_done = longest(words, &DONE).unwrap_or(0);
        let n_time = due.words.split_whitespace().count();
        if words.len() > n_done + n_time {
            return false;
        }
        row.text = format!("{}; {text}", row.text);
        row.quote = format!("{}; {text}", row.quote);
        (row.deadline, row.deadline_words, row.deadline_between) =
            (due.day, due.words, due.between);
        true
    }

    /// The year that the text is about, or the next or last one where the sentence says that what
    /// it gives is of it: not the year of a document, nor one that something began in.
    fn year_of(&self, words: &[Word]) -> Option<i32> {
        let near = |year: &i32| self.year.is_none_or(|given| (year - given).abs() <= 1);
        year_in(words).filter(near).or(self.year)
    }

    /// Of a sentence that gives nothing to anybody.
    fn kind(&self, words: &[Word]) -> Option<ConclusionKind> {
        let says = |phrases: &[&str]| find(words, phrases).is_some();
        if let Some(lead) = &self.lead {
            return lead.kind;
        }
        if self.section.is_some() {
            return self.section;
        }
        match () {
            () if says(&["cam ket"]) => Some(ConclusionKind::Commitment),
            () if says(&LIMITING) => Some(ConclusionKind::Limitation),
            () if says(&["nguyen nhan"]) => Some(ConclusionKind::Cause),
            () if says(&JUDGING) => Some(ConclusionKind::Assessment),
            () if is_imperative(words) => Some(ConclusionKind::Instruction),
            () => None,
        }
    }
}

fn cause_in(words: &[Word]) -> Option<CauseKind> {
    match find(words, &["chu quan", "khach quan"]) {
        Some((at, _)) if words[at].plain == "chu" => Some(CauseKind::Subjective),
        Some(_) => Some(CauseKind::Objective),
        None => None,
    }
}

/// As written, one after the other.
fn urgency(text: &str, words: &[Word]) -> String {
    let mut said: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match longest(&words[at..], &URGENT) {
            Some(n) => {
                let range = words[at].range.start..words[at + n - 1].range.end;
                said.extend(text.get(range));
                at += n;
            }
            None => at += 1,
        }
    }
    said.join(", ")
}

/// "kế hoạch năm 2024", not "Nghị quyết năm 2013", "từ năm 2020", "so với năm 2022".
fn year_in(words: &[Word]) -> Option<i32> {
    const OF_ANOTHER: [&str; 14] = [
        "quyet", "thi", "luat", "dinh", "luan", "lenh", "tu", "voi", "truoc", "den", "sau", "cua",
        "hien", "khoa",
    ];
    (1..words.len()).find_map(|at| {
        let year = words[at].plain.parse().ok().filter(|year| (1945..=2100).contains(year))?;
        let before = at.checked_sub(2).map(|before| words[before].plain.as_str());
        let is_own = before.is_none_or(|before| !OF_ANOTHER.contains(&before));
        (words[at - 1].plain == "nam" && is_own).then_some(year)
    })
}
