//! A notice of conclusion, a resolution or a speech, read into rows that a person looks over,
//! changes and confirms. Reading stores nothing.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{Date, DateReading};
use tongket_intake::{Citation, ProposedRow, RawParagraph, ReadOptions, propose_conclusions};
use tongket_model::{
    Conclusion, Document, DocumentState, Origin, ParagraphPlace, State, documents_named,
};

use super::bodies::Bodies;
use super::conclusion_form::{AssigneeForm, ConclusionForm, MentionForm};
use super::typed::number;
use crate::extract_prose::read_text;
use crate::plain::count;
use crate::{App, AppError, OfficeChoice, ProseSource};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ConclusionReading {
    pub source: ReadSource,
    /// The text as it was read, in its order.
    pub paragraphs: Vec<ReadParagraph>,
    pub rows: Vec<ReadRow>,
    /// Every mention of a document, in the order of the text.
    pub citations: Vec<ReadCitation>,
    /// What does not fit in the text itself: "p7: nêu 4 nhóm vấn đề, tách được 3".
    pub notes: Vec<String>,
}

/// What was read, as the origin of each row names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReadSource {
    /// Without its folder; "văn bản dán vào" for what was pasted.
    pub file: String,
    /// SHA-256 of its bytes, in hex.
    pub hash: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadParagraph {
    /// `p5`
    pub place: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadRow {
    /// Of its paragraph: `p5`.
    pub place: String,
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
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadCitation {
    pub place: String,
    /// As written.
    pub written: String,
    /// "Chỉ thị 24-CT/TU"
    pub title: String,
    /// Its number in the list of documents; `None` when the register does not have it.
    pub document: Option<u32>,
    /// How its type is spelled where that is wrong: "Chị thị"; the text is left as it is.
    pub slip: String,
    /// What the register says otherwise: "ngày trong kho là 07/8/2023".
    pub differs: String,
}

/// A row as a person leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct ConfirmedRow {
    pub form: ConclusionForm,
    /// The paragraph it was read from: `p5`.
    pub place: String,
    /// Which of the rows it is a part of, from 0; one that stands before it.
    pub part_of: Option<u32>,
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
    let proposal = propose_conclusions(&file.paragraphs, year);
    let documents = app.store.documents_of(owner.id)?;
    let bodies = Bodies::load(&app.store, owner.id)?;
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
            kind_name: it.kind.vietnamese().to_owned(),
            part_of: it.part_of.map(count),
            deadline_between: between.unwrap_or_default(),
            new_bodies,
            citations: it.citations.iter().map(|at| count(*at)).collect(),
            form,
        }
    };
    let notes = proposal.notes.iter().map(|note| format!("{}: {}", note.place, note.text));
    let (rows, notes) = (proposal.rows.iter().map(row).collect(), notes.collect());
    let paragraph = |it: &RawParagraph| ReadParagraph {
        place: it.place.to_string(),
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
    Ok(ConclusionReading { source, paragraphs, rows, citations, notes })
}

/// What origins call a text that came without a file.
const PASTED: &str = "văn bản dán vào";

fn form(
    it: &ProposedRow,
    year: i32,
    citations: &[ReadCitation],
    style: &tongket_figures::Style,
) -> ConclusionForm {
    let assignee = |it: &tongket_intake::ProposedAssignee| AssigneeForm {
        is_rule: it.is_rule,
        ..AssigneeForm::body(&it.name, it.role.into())
    };
    let mut basis: Vec<u32> =
        it.citations.iter().filter_map(|at| citations.get(*at)?.document).collect();
    basis.sort_unstable();
    basis.dedup();
    let mention =
        |(place, text): &(String, String)| MentionForm { text: text.clone(), place: place.clone() };
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

fn citation(it: &Citation, documents: &[Document], style: &tongket_figures::Style) -> ReadCitation {
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
    let other_days: Vec<String> =
        found.iter().filter_map(|it| Some(it.date?.print(style))).collect();
    let differs = match known {
        None if found.is_empty() => None,
        None => Some(format!("trong kho có văn bản cùng số, ngày {}", other_days.join(", "))),
        Some(known) => match (said, known.date) {
            (Some(said), Some(stored)) if said != stored => {
                Some(format!("ngày trong kho là {}", stored.print(style)))
            }
            _ if known.state == DocumentState::Pending => {
                Some("trong kho còn chờ ban hành".to_owned())
            }
            _ => None,
        },
    };
    ReadCitation {
        place: it.place.clone(),
        written: it.written.clone(),
        title,
        document: known.map(|known| number(known.id.0)),
        slip: it.slip.clone(),
        differs: differs.unwrap_or_default(),
    }
}

/// Which of the documents of one name is meant: that of the day, or the only one that the day does
/// not rule out. A wrong day is taken for a slip only within its year, since numbers begin anew.
fn meant<'d>(found: &[&'d Document], said: Option<Date>) -> Option<&'d Document> {
    let Some(said) = said else {
        return if let [only] = found { Some(only) } else { None };
    };
    let of_day = found.iter().find(|it| it.date == Some(said));
    let mut undated = found.iter().filter(|it| it.date.is_none());
    let mut same_year =
        found.iter().filter(|it| it.date.is_some_and(|date| date.year() == said.year()));
    of_day.or_else(|| undated.next()).or_else(|| same_year.next()).copied()
}

/// Stores the rows of `source` that a person confirmed as one step; returns their numbers.
pub fn save_conclusions(
    app: &mut App,
    office: &OfficeChoice,
    source: &ReadSource,
    rows: &[ConfirmedRow],
) -> Result<Vec<u32>, AppError> {
    let owner = app.data_office(office)?.id;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut conclusions = Vec::new();
    for row in rows {
        let known = app.store.conclusions_between(owner, row.form.year, row.form.year)?;
        let last = known.iter().map(|it| it.position).max().unwrap_or(0);
        let kind = row.form.kind.into();
        let origin = Origin::Paragraph(Arc::new(ParagraphPlace {
            file: source.file.clone(),
            hash: source.hash.clone(),
            location: row.place.clone(),
        }));
        let new = Conclusion::new(owner, kind, row.form.year, "", origin);
        let position = last + 1 + conclusions.len() as i64;
        let new = Conclusion { position, state: State::Confirmed, ..new };
        conclusions.push(row.form.applied(app, office, new)?);
    }
    let mut bodies = Bodies::load(&app.store, owner)?;
    let step = format!("Ghi {} dòng kết luận đọc từ văn bản", rows.len());
    let done = app.store.transact(&step, |changes| {
        let mut ids = Vec::new();
        for (row, conclusion) in rows.iter().zip(conclusions) {
            let mut conclusion = row.form.with_bodies(conclusion, &mut bodies, changes)?;
            let whole = row.part_of.and_then(|at| ids.get(at as usize).copied());
            conclusion.part_of = whole.or(conclusion.part_of);
            ids.push(changes.add_conclusion(&conclusion)?);
        }
        Ok::<_, AppError>(ids)
    })?;
    Ok(done.value.into_iter().map(|id| number(id.0)).collect())
}
