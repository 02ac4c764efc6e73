//! A notice of conclusion, a resolution or a speech, read into rows that a person looks over,
//! changes and confirms. Reading stores nothing.

use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{Date, DateReading, Style};
use tongket_intake::{
    Citation, ProposalNote, ProposedRow, RawParagraph, ReadOptions, propose_conclusions,
};
use tongket_model::{Document, DocumentState, documents_named, place_name};

use super::bodies::Bodies;
use super::conclusion_form::{AssigneeForm, ConclusionForm, MentionForm};
use super::known_rows::KnownRows;
use super::typed::number;
use crate::encoding_view::unsure_encoding;
use crate::extract_prose::{PASTED, read_text};
use crate::plain::count;
use crate::{App, AppError, EncodingView, OfficeChoice, ProseSource};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ConclusionReading {
    pub source: ReadSource,
    /// The text as it was read, in its order.
    pub paragraphs: Vec<ReadParagraph>,
    pub rows: Vec<ReadRow>,
    /// Every mention of a document, in the order of the text.
    pub citations: Vec<ReadCitation>,
    /// What does not fit in the text itself, and what was not understood.
    pub notes: Vec<ReadNote>,
    /// How the letters were read, where that was open.
    pub encoding: Option<EncodingView>,
}

/// What was read, as the origin of each row names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReadSource {
    /// Without its folder; "văn bản dán vào" for what was pasted.
    pub file: String,
    /// SHA-256 of its bytes, in hex.
    pub hash: String,
}

impl ConclusionReading {
    /// Refused while the person has to choose how the letters are read.
    pub fn checked(self) -> Result<ConclusionReading, AppError> {
        match &self.encoding {
            Some(read) if !read.sure => Err(unsure_encoding(&self.source.file)),
            _ => Ok(self),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadParagraph {
    /// `p5`
    pub place: String,
    /// "đoạn 5"
    pub place_name: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadNote {
    /// Of its paragraph: `p5`.
    pub place: String,
    /// "đoạn 5"
    pub place_name: String,
    /// "nêu 4 nhóm vấn đề, tách được 3"
    pub text: String,
    /// The sentence that it is about; empty for a count.
    pub sentence: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadRow {
    /// Of its paragraph: `p5`.
    pub place: String,
    /// "đoạn 5"
    pub place_name: String,
    /// "nhiệm vụ"
    pub kind_name: String,
    pub form: ConclusionForm,
    /// Which of the rows it is a part of, from 0.
    pub part_of: Option<u32>,
    /// What the words of the deadline can mean: "01/01/2021 đến 31/3/2021"; never stored.
    pub deadline_between: String,
    /// Bodies that the office does not know yet; saving makes them.
    pub new_bodies: Vec<String>,
    /// Which of the reading's citations stand in it, from 0.
    pub citations: Vec<u32>,
    /// The number of a row of the office that says the same already.
    pub stored: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadCitation {
    pub place: String,
    /// "đoạn 5"
    pub place_name: String,
    /// As written.
    pub written: String,
    /// "Chỉ thị 24-CT/TU"
    pub title: String,
    /// Its number in the list of documents; `None` when the register does not have it.
    pub document: Option<u32>,
    /// How its type is spelled where that is wrong: "Chị thị"; the text is left as it is.
    pub slip: String,
    /// What the register says otherwise: "ngày ghi ở phần Văn bản là 07/8/2023".
    pub differs: String,
}

/// Reads the text in a child of `program`. `year` is the one it is about, this year's when `None`
/// and the text names none.
pub fn read_conclusions(
    app: &App,
    office: &OfficeChoice,
    source: &ProseSource,
    year: Option<i32>,
    options: &ReadOptions,
    program: &Path,
) -> Result<ConclusionReading, AppError> {
    let owner = app.data_office(office)?;
    let file = read_text(source, options, program)?;
    let bodies = Bodies::load(&app.store, owner.id)?;
    let names: Vec<String> =
        bodies.iter().flat_map(|it| [&it.name].into_iter().chain(&it.aliases)).cloned().collect();
    let proposal = propose_conclusions(&file.paragraphs, year, &names);
    let documents = app.store.documents_of(owner.id)?;
    let known = KnownRows::new(app.store.conclusions_of(owner.id)?, &bodies, &file.sha256);
    let style = app.style(&owner)?;
    let citations: Vec<ReadCitation> =
        proposal.citations.iter().map(|it| citation(it, &documents, &style)).collect();
    let this_year = year.unwrap_or_else(|| app.today().year());
    let row = |it: &ProposedRow| {
        let form = form(it, this_year, &citations, &style);
        let names = form.assignees.iter().filter(|it| !it.is_rule).map(|it| it.name.as_str());
        let names = names.chain(Some(form.from.as_str()).filter(|name| !name.is_empty()));
        let mut new_bodies: Vec<String> = Vec::new();
        for name in names.filter(|name| bodies.called(name).is_none()) {
            if !new_bodies.iter().any(|known| known == name) {
                new_bodies.push(name.to_owned());
            }
        }
        let between = it
            .deadline_between
            .map(|(from, to)| format!("{} đến {}", from.print(&style), to.print(&style)));
        ReadRow {
            place: it.place.clone(),
            place_name: place_name(&it.place),
            kind_name: it.kind.vietnamese().to_owned(),
            part_of: it.part_of.map(count),
            deadline_between: between.unwrap_or_default(),
            new_bodies,
            citations: it.citations.iter().map(|at| count(*at)).collect(),
            stored: known.number_of(&form, &it.place),
            form,
        }
    };
    let note = |it: &ProposalNote| ReadNote {
        place: it.place.clone(),
        place_name: place_name(&it.place),
        text: it.text.clone(),
        sentence: it.sentence.clone(),
    };
    let rows = proposal.rows.iter().map(row).collect();
    let notes = proposal.notes.iter().map(note).collect();
    let paragraph = |it: &RawParagraph| ReadParagraph {
        place: it.place.to_string(),
        place_name: place_name(&it.place),
        text: it.text.to_string(),
    };
    let paragraphs = file.paragraphs.iter().map(paragraph).collect();
    let source = ReadSource {
        file: match source {
            ProseSource::File(_) => file.name,
            ProseSource::Pasted(_) => PASTED.to_owned(),
        },
        hash: file.sha256,
    };
    let encoding = file.encoding.as_ref().map(EncodingView::of);
    Ok(ConclusionReading { source, paragraphs, rows, citations, notes, encoding })
}

fn form(it: &ProposedRow, year: i32, citations: &[ReadCitation], style: &Style) -> ConclusionForm {
    let assignee = |it: &tongket_intake::ProposedAssignee| AssigneeForm {
        is_rule: it.is_rule,
        ..AssigneeForm::body(&it.name, it.role.into())
    };
    let mut basis: Vec<u32> =
        it.citations.iter().filter_map(|at| citations.get(*at)?.document).collect();
    basis.sort_unstable();
    basis.dedup();
    let mention =
        |(at, text): &(String, String)| MentionForm { text: text.clone(), place: place_name(at) };
    ConclusionForm {
        quote: it.quote.clone(),
        from: it.from.clone(),
        assignees: it.to.iter().map(assignee).collect(),
        cause: it.cause.map(Into::into),
        deadline: it.deadline.map(|day| day.print(style)).unwrap_or_default(),
        deadline_words: it.deadline_words.clone(),
        urgency: it.urgency.clone(),
        stated_count: it.stated.as_ref().map(|(n, _)| number(*n)),
        counting_word: it.stated.as_ref().map(|(_, word)| word.clone()).unwrap_or_default(),
        basis,
        mentions: it.mentions.iter().map(mention).collect(),
        ..ConclusionForm::new(it.kind.into(), it.year.unwrap_or(year), &it.text)
    }
}

fn citation(it: &Citation, documents: &[Document], style: &Style) -> ReadCitation {
    let title = match it.number.as_str() {
        "" => it.name.clone(),
        number => format!("{} {number}", it.kind).trim().to_owned(),
    };
    let name = if it.number.is_empty() { &it.name } else { &it.number };
    let mut found = documents_named(documents, name);
    if found.is_empty() {
        found = documents_named(documents, &title);
    }
    let said = match it.date {
        Some(DateReading::Day(said)) => Some(said),
        _ => None,
    };
    let known = meant(&found, said);
    let differs = match known {
        None if found.is_empty() => None,
        None => {
            let days: Vec<String> = found.iter().map(|it| day_words(it, style)).collect();
            Some(format!("ở phần Văn bản, cùng số có văn bản {}", days.join("; ")))
        }
        Some(known) => match (said, known.date) {
            (Some(said), Some(stored)) if said != stored => {
                Some(format!("ngày ghi ở phần Văn bản là {}", stored.print(style)))
            }
            _ if known.state == DocumentState::Pending => {
                Some("ở phần Văn bản còn chờ ban hành".to_owned())
            }
            _ => None,
        },
    };
    ReadCitation {
        place: it.place.clone(),
        place_name: place_name(&it.place),
        written: it.written.clone(),
        title,
        document: known.map(|known| number(known.id.0)),
        slip: it.slip.clone(),
        differs: differs.unwrap_or_default(),
    }
}

/// "ngày 06/01/2024", "trong quý I/2023"
fn day_words(document: &Document, style: &Style) -> String {
    match document.date {
        Some(date) => format!("ngày {}", date.print(style)),
        None if document.date_words.is_empty() => "chưa có ngày".to_owned(),
        None => document.date_words.clone(),
    }
}

/// Which of the documents of one name is meant: that of the day, or the only one that the day does
/// not rule out. A wrong day is taken for a slip only within its year, since numbers begin anew.
fn meant<'d>(found: &[&'d Document], said: Option<Date>) -> Option<&'d Document> {
    let Some(said) = said else {
        return if let [only] = found { Some(only) } else { None };
    };
    let of_day = |it: &Document| it.date == Some(said);
    let of_words = |it: &Document| {
        it.date.is_none() && it.days().is_none_or(|(first, last)| first <= said && said <= last)
    };
    let of_year = |it: &Document| it.date.is_some_and(|date| date.year() == said.year());
    let ways: [&dyn Fn(&Document) -> bool; 3] = [&of_day, &of_words, &of_year];
    let mut fitting =
        ways.iter().map(|fits| found.iter().filter(|it| fits(it)).collect::<Vec<_>>());
    match fitting.find(|fitting| !fitting.is_empty())?[..] {
        [only] => Some(only),
        _ => None,
    }
}
