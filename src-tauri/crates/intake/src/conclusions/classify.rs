//! What kind of row each sentence is, from its own words and from where it stands.

use std::ops::Range;

use tongket_model::{CauseKind, ConclusionKind};

use super::addressee::{Addressed, addressed, giver, gives, goes_on, without_duty};
use super::body_name::{is_imperative, is_unsure};
use super::citation::Citation;
use super::deadline::deadline;
use super::sentences::{item_mark, sentences};
use super::signs::{
    DISCUSSING, HEADINGS, JUDGING, LIMITING, cause_in, decides, said, urgency, year_in,
};
use super::stated::stated;
use super::words::{KnownNames, Word, find, longest, words};
use super::{ProposalNote, ProposedAssignee, ProposedRow};
use crate::raw::RawParagraph;

/// Longest heading, in words.
const LONGEST_HEADING: usize = 16;

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
    known: KnownNames,
    /// Of sentences that give something and became no row, or one that may be read wrongly.
    pub notes: Vec<ProposalNote>,
}

/// Who gives what kind of thing to whom.
#[derive(Clone)]
struct Given {
    kind: ConclusionKind,
    from: String,
    to: Vec<ProposedAssignee>,
}

/// Where a sentence stands in its paragraph.
struct Stands {
    /// Ends it with a colon.
    leads: bool,
    /// First behind the mark of an item.
    begins_item: bool,
}

/// A sentence that ends in a colon: what stands in the list below it is its own.
struct Lead {
    kind: Option<ConclusionKind>,
    from: String,
    to: Vec<ProposedAssignee>,
    row: Option<usize>,
}

impl Scene {
    pub fn new(year: Option<i32>, known: KnownNames) -> Scene {
        Scene {
            year,
            from: String::new(),
            section: None,
            cause: None,
            lead: None,
            given: None,
            known,
            notes: Vec::new(),
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
        let is_item = mark.is_some();
        if self.is_heading(body, is_lead, is_item) {
            return;
        }
        if !is_item {
            self.lead = None;
        }
        for range in self.whole(body) {
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
            let stands =
                Stands { leads: is_lead && is_last, begins_item: is_item && range.start < 2 };
            self.sentence(&paragraph.place, sentence, stands, inside, rows);
        }
    }

    /// The sentences of a paragraph; what is talked about in one stays together.
    fn whole(&self, text: &str) -> Vec<Range<usize>> {
        let mut whole: Vec<Range<usize>> = Vec::new();
        for range in sentences(text) {
            let is_talk = |before: &Range<usize>| {
                let lead = text[before.clone()].split_once(':').map(|(lead, _)| lead);
                let goes_on = text[before.end..range.start].starts_with(';');
                goes_on && lead.is_some_and(|lead| find(&self.words(lead), &DISCUSSING).is_some())
            };
            match whole.last_mut() {
                Some(before) if is_talk(before) => before.end = range.end,
                _ => whole.push(range),
            }
        }
        whole
    }

    fn words(&self, text: &str) -> Vec<Word> {
        let mut words = words(text);
        self.known.mark(&mut words);
        words
    }

    /// A short line that names what follows.
    fn is_heading(&mut self, text: &str, is_lead: bool, is_item: bool) -> bool {
        let words = self.words(text);
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
        Stands { leads: is_lead, begins_item }: Stands,
        citations: Vec<usize>,
        rows: &mut Vec<ProposedRow>,
    ) {
        let words = self.words(text);
        if self.is_only_a_deadline(text, &words, rows) {
            return;
        }
        let follows = self.given.is_some();
        let address = addressed(text, &words)
            .or_else(|| self.next_clause(text, &words))
            .or_else(|| if begins_item { self.own_item(text, &words) } else { None });
        if let Some(address) = &address
            && !address.from.is_empty()
        {
            self.from.clone_from(&address.from);
        } else if let (None, Some((at, _))) = (&address, said(&words)) {
            let speaker = giver(text, &words[..at]);
            if !speaker.is_empty() {
                self.from = speaker;
            }
        }
        let kind = address.as_ref().map(|it| it.kind).or_else(|| self.kind(text, &words));
        let rest = address.as_ref().map_or(0, |it| without_duty(&words, it.rest));
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
            if address.is_unsure && is_row {
                let name = address.to.last().map_or("", |it| it.name.as_str());
                self.note(place, &format!("xem lại tên «{name}» đã đúng, đủ chưa"), text);
            }
            let (kind, from) = (address.kind, self.from.clone());
            self.given = Some(Given { kind, from, to: address.to });
        }
        if !is_row && !is_lead && gives(text, &words) {
            self.note(place, "câu có giao việc nhưng chưa tách được", text);
        } else if !is_row && follows {
            self.note(place, "vế sau dấu chấm phẩy chưa tách được", text);
        }
        if is_lead {
            let row = (is_row && stated.is_some()).then(|| rows.len() - 1);
            let kind =
                kind.or(Some(ConclusionKind::Task)).filter(|_| !to.is_empty() || row.is_some());
            self.lead = kind.is_some().then_some(Lead { kind, from, to, row });
        }
    }

    fn note(&mut self, place: &str, what: &str, sentence: &str) {
        let (place, text) = (place.to_owned(), format!("{what}: «{sentence}»"));
        self.notes.push(ProposalNote { place, text, sentence: sentence.to_owned() });
    }

    /// A clause behind a semicolon goes on with what was given: to another body that it names, or
    /// to the same.
    fn next_clause(&self, text: &str, words: &[Word]) -> Option<Addressed> {
        let given = self.given.clone()?;
        let (kind, from) = (given.kind, given.from);
        match goes_on(text, words) {
            Some((to, rest)) => Some(Addressed { kind, from, to, rest, is_unsure: false }),
            None if is_imperative(words) => {
                Some(Addressed { kind, from, to: given.to, rest: 0, is_unsure: false })
            }
            None => None,
        }
    }

    /// "2. Ủy ban nhân dân huyện chỉ đạo đẩy nhanh giải ngân": an item that begins with whom it is
    /// for and what is to be done gives it, where no heading says that it is something else.
    fn own_item(&self, text: &str, words: &[Word]) -> Option<Addressed> {
        let is_told = self.section.is_some_and(|kind| !ConclusionKind::TASKS.contains(&kind));
        let (to, rest) = goes_on(text, words).filter(|_| !is_told)?;
        let kind = self.lead.as_ref().and_then(|lead| lead.kind).unwrap_or(ConclusionKind::Task);
        Some(Addressed { kind, from: String::new(), to, rest, is_unsure: is_unsure(words, rest) })
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
    fn kind(&self, text: &str, words: &[Word]) -> Option<ConclusionKind> {
        let says = |phrases: &[&str]| find(words, phrases).is_some();
        if let Some(lead) = &self.lead {
            return lead.kind;
        }
        if decides(text, words) {
            return Some(ConclusionKind::Statement);
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
