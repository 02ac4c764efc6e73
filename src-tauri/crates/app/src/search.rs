//! Finds what an office keeps: documents, conclusions, tasks, figures, lists, drafts.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::field_name;
use tongket_store::{Marked, Noun, SearchHit, SearchQuery};

use crate::memory::{Bodies, body_named};
use crate::plain::count;
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(default)]
pub struct SearchRequest {
    /// As people type it: without accents, in any order, a phrase between quotation marks.
    pub text: String,
    /// In every office of the database, not in the chosen one alone.
    pub everywhere: bool,
    pub year: Option<i32>,
    /// Slug of a field.
    pub field: Option<String>,
    /// A body or post by name: conclusions given by it or to it.
    pub body: Option<String>,
    /// Of all kinds when empty.
    pub kinds: Vec<FoundKind>,
    /// At most so many are told of; all are counted.
    pub limit: u32,
}

impl Default for SearchRequest {
    fn default() -> SearchRequest {
        SearchRequest {
            text: String::new(),
            everywhere: false,
            year: None,
            field: None,
            body: None,
            kinds: Vec::new(),
            limit: 20,
        }
    }
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FoundKind {
    Document,
    Conclusion,
    Conference,
    Indicator,
    Figure,
    Plan,
    Target,
    List,
    Theme,
    Draft,
}

/// The best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SearchAnswer {
    pub n_hits: u32,
    pub hits: Vec<FoundLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FoundLine {
    pub kind: FoundKind,
    /// "văn bản"
    pub kind_name: String,
    /// The number by which other commands name it.
    pub id: u32,
    /// Of an indicator, and of a figure, plan or target of it: its slug; empty for others.
    pub indicator: String,
    pub year: Option<i32>,
    /// The field's name; empty for all.
    pub field: String,
    /// Slug and name of the office whose it is.
    pub office: String,
    pub office_name: String,
    pub title: String,
    pub title_pieces: Vec<Piece>,
    /// Where it is found in its text; empty when only the title holds the words.
    pub passage: Vec<Piece>,
}

/// A piece of a text, marked where it holds what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// What holds all the words, in any spelling: without accents, old or new tone placement, Roman or
/// Arabic ordinals, however numbers are grouped. A text without a word finds nothing.
pub fn search(
    app: &App,
    office: &OfficeChoice,
    request: &SearchRequest,
) -> Result<SearchAnswer, AppError> {
    let owner = app.data_office(office)?;
    let body = match &request.body {
        Some(name) => Some(body_named(&Bodies::load(&app.store, owner.id)?, name)?.id),
        None => None,
    };
    let found = app.store.search(&SearchQuery {
        text: request.text.clone(),
        organisations: match request.everywhere {
            true => Vec::new(),
            false => app.issuers_on(owner.id)?.into_iter().collect(),
        },
        nouns: request.kinds.iter().map(|kind| kind.noun()).collect(),
        year: request.year,
        field: request.field.clone(),
        body,
        limit: request.limit as usize,
    })?;
    let organisations = app.store.organisations()?;
    let line = |hit: SearchHit| {
        let of = organisations.iter().find(|of| of.id == hit.organisation);
        Some(FoundLine {
            kind: FoundKind::of(hit.noun)?,
            kind_name: hit.noun.vietnamese().to_owned(),
            id: u32::try_from(hit.row).unwrap_or(u32::MAX),
            indicator: hit.indicator.map(|slug| slug.to_string()).unwrap_or_default(),
            year: hit.year,
            field: field_name(&hit.field).to_owned(),
            office: of.map(|of| of.slug.to_string()).unwrap_or_default(),
            office_name: of.map(|of| of.name.clone()).unwrap_or_default(),
            title_pieces: pieces(&hit.title),
            title: hit.title.text,
            passage: pieces(&hit.passage),
        })
    };
    let hits = found.hits.into_iter().filter_map(line).collect();
    Ok(SearchAnswer { n_hits: count(found.n_hits), hits })
}

fn pieces(of: &Marked) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for mark in &of.marks {
        push(&mut pieces, of.text.get(end..mark.start), false);
        push(&mut pieces, of.text.get(mark.clone()), true);
        end = mark.end;
    }
    push(&mut pieces, of.text.get(end..), false);
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: Option<&str>, marked: bool) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        pieces.push(Piece { text: text.to_owned(), marked });
    }
}

impl FoundKind {
    const ALL: [(FoundKind, Noun, &'static str); 10] = [
        (FoundKind::Document, Noun::Document, "van-ban"),
        (FoundKind::Conclusion, Noun::Conclusion, "ket-luan"),
        (FoundKind::Conference, Noun::Conference, "hoi-nghi"),
        (FoundKind::Indicator, Noun::Indicator, "chi-tieu"),
        (FoundKind::Figure, Noun::Figure, "so-lieu"),
        (FoundKind::Plan, Noun::Plan, "ke-hoach"),
        (FoundKind::Target, Noun::Target, "chi-tieu-phan-dau"),
        (FoundKind::List, Noun::List, "danh-sach"),
        (FoundKind::Theme, Noun::Theme, "chu-de"),
        (FoundKind::Draft, Noun::Draft, "du-thao"),
    ];

    /// By the word that people type for it: "van-ban".
    pub fn from_word(word: &str) -> Result<FoundKind, AppError> {
        let known = FoundKind::ALL.iter().find(|(_, _, known)| *known == word);
        known.map(|(kind, ..)| *kind).ok_or_else(|| {
            let words: Vec<&str> = FoundKind::ALL.iter().map(|(_, _, word)| *word).collect();
            AppError::usage(format!("Không có loại «{word}»; chỉ có {}", words.join(", ")))
        })
    }

    fn noun(self) -> Noun {
        FoundKind::ALL.iter().find(|(kind, ..)| *kind == self).map_or(Noun::Document, |it| it.1)
    }

    fn of(noun: Noun) -> Option<FoundKind> {
        FoundKind::ALL.iter().find(|(_, known, _)| *known == noun).map(|(kind, ..)| *kind)
    }
}
