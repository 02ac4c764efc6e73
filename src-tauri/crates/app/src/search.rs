//! Finds what an office keeps: documents, conclusions, tasks, figures, lists, drafts.

use serde::Serialize;
use tongket_model::field_name;
use tongket_store::{Noun, SearchQuery};

use crate::memory::body_named;
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, Default)]
pub struct SearchRequest {
    pub text: String,
    pub office: OfficeChoice,
    pub year: Option<i32>,
    /// Slug of a field.
    pub field: Option<String>,
    /// A body or post by name.
    pub body: Option<String>,
    /// Of all kinds when empty.
    pub kinds: Vec<FoundKind>,
    pub limit: usize,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchAnswer {
    pub n_hits: usize,
    pub hits: Vec<FoundLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundLine {
    pub kind: FoundKind,
    /// "văn bản"
    pub kind_name: String,
    /// The number by which other commands name it.
    pub id: i64,
    pub year: Option<i32>,
    /// The field's name; empty for all.
    pub field: String,
    pub title: String,
    /// In pieces, those that were asked for marked.
    pub passage: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// What holds all the words, in any spelling: without accents, old or new tone placement, Roman or
/// Arabic ordinals, however numbers are grouped. A text without a word finds nothing.
pub fn search(app: &App, request: &SearchRequest) -> Result<SearchAnswer, AppError> {
    let owner = app.data_office(&request.office)?;
    let body = match &request.body {
        Some(name) => Some(body_named(&app.store.bodies()?, name)?.id),
        None => None,
    };
    let found = app.store.search(&SearchQuery {
        text: request.text.clone(),
        organisation: Some(owner.id),
        nouns: request.kinds.iter().map(|kind| kind.noun()).collect(),
        year: request.year,
        field: request.field.clone(),
        body,
        limit: request.limit,
    })?;
    let hits = found.hits.into_iter().filter_map(|hit| {
        let mut passage = Vec::new();
        let mut end = 0;
        for mark in &hit.marks {
            push(&mut passage, hit.passage.get(end..mark.start), false);
            push(&mut passage, hit.passage.get(mark.clone()), true);
            end = mark.end;
        }
        push(&mut passage, hit.passage.get(end..), false);
        Some(FoundLine {
            kind: FoundKind::of(hit.noun)?,
            kind_name: hit.noun.vietnamese().to_owned(),
            id: hit.row,
            year: hit.year,
            field: field_name(&hit.field).to_owned(),
            title: hit.title,
            passage,
        })
    });
    Ok(SearchAnswer { n_hits: found.n_hits, hits: hits.collect() })
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
