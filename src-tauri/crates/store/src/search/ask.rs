//! Answering a query.

use std::ops::Range;

use rusqlite::{ToSql, named_params};
use tongket_figures::{SearchWord, search_words};
use tongket_model::{FIELDS, OrganisationId, is_within_field};

use super::entry::{Entry, FOUND, entry};
use super::keep::year_word;
use super::{Marked, SearchFound, SearchHit, SearchQuery};
use crate::{Store, StoreError};

/// How much of a text is shown around the first word that was asked for, in bytes: an
/// eighth before it.
const PASSAGE: usize = 320;

/// Of figures and conclusions, so many hits are ranked, or as many as are told of, those entered
/// last: ranking each of many thousands takes longer than anybody waits while typing.
const MOST_RANKED: usize = 2000;

/// Words of a query that are looked at; more would only take time.
const MOST_WORDS: usize = 24;

/// Readings of one phrase that are looked for; more would only take time.
const MOST_READINGS: usize = 8;

/// Words that have to stand next to each other, the last one perhaps only begun.
struct Phrase {
    words: Vec<String>,
    is_begun: bool,
}

impl Store {
    /// What holds all the words of the query. A query without a word finds nothing.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchFound, StoreError> {
        let phrases = phrases(&query.text);
        if phrases.is_empty() {
            return Ok(SearchFound::default());
        }
        let mut expression = expression(&phrases);
        if let Some(year) = query.year {
            expression.push_str(&format!(" AND \"{}\"", year_word(year)));
        }
        let conditions = include_str!("conditions.sql");
        let found = include_str!("found.sql").replace("{conditions}", conditions);
        let find = include_str!("find.sql").replace("{conditions}", conditions);
        let nouns: Vec<&str> = query.nouns.iter().map(|noun| noun.code()).collect();
        let nouns = (!nouns.is_empty()).then(|| serde_json::json!(nouns).to_string());
        let organisations: Vec<i64> = query.organisations.iter().map(|of| of.0).collect();
        let organisations =
            (!organisations.is_empty()).then(|| serde_json::json!(organisations).to_string());
        let fields = query.field.as_ref().map(|asked| {
            let parts = FIELDS.iter().map(|(slug, _)| *slug);
            let parts = parts.filter(|slug| slug != asked && is_within_field(slug, asked));
            serde_json::json!(std::iter::once(asked.as_str()).chain(parts).collect::<Vec<_>>())
                .to_string()
        });
        let body = query.body.map(|body| body.0);
        let params = named_params! {
            ":words": expression,
            ":organisations": organisations,
            ":nouns": nouns,
            ":fields": fields,
            ":body": body,
        };
        let (mut n_hits, mut of_many) = (0, Vec::new());
        let mut statement = self.connection.prepare_cached(&found)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            n_hits += 1;
            if row.get(1)? {
                of_many.push(row.get::<_, i64>(0)?);
            }
        }
        let n_ranked = MOST_RANKED.max(query.limit);
        let from = of_many.len().checked_sub(n_ranked).map_or(0, |first| of_many[first]);
        let limit = query.limit as i64;
        let mut params = params.to_vec();
        params.extend([(":limit", &limit as &dyn ToSql), (":from", &from)]);
        let mut statement = self.connection.prepare_cached(&find)?;
        let rows = statement.query_map(params.as_slice(), |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
        })?;
        let mut hits = Vec::new();
        for row in rows {
            let (code, row) = row?;
            let Some(noun) = FOUND.into_iter().find(|noun| noun.code() == code) else { continue };
            let Some(entry) = entry(self, noun, row)? else { continue };
            let Entry { organisation, indicator, year, field, title, text, .. } = entry;
            let (organisation, passage) = (OrganisationId(organisation), passage(&text, &phrases));
            let title = Marked { marks: marks(&title, &phrases), text: title };
            hits.push(SearchHit {
                noun,
                row,
                organisation,
                indicator,
                year,
                field,
                title,
                passage,
            });
        }
        Ok(SearchFound { n_hits, hits })
    }
}

/// Quotation marks and what is written together make phrases; every other word is one by itself.
/// Each with the other readings of its words: one of them is enough.
fn phrases(text: &str) -> Vec<Vec<Phrase>> {
    let mut phrases: Vec<Vec<Phrase>> = Vec::new();
    let mut n_words = 0;
    let mut is_begun = false;
    for (idx, part) in text.split(['"', '“', '”', '«', '»']).enumerate() {
        let is_quoted = idx % 2 == 1;
        is_begun = false;
        for (place, word) in search_words(part).into_iter().enumerate() {
            n_words += 1;
            if n_words > MOST_WORDS {
                return phrases;
            }
            is_begun = word.range.end == part.len();
            let goes_on = place > 0 && (is_quoted || word.joined);
            match phrases.last_mut().filter(|_| goes_on) {
                Some(readings) => go_on(readings, &word, part),
                None => phrases.push(readings(&word).map(Phrase::whole).collect()),
            }
        }
    }
    // While it is typed, the last word is only begun.
    for phrase in phrases.last_mut().into_iter().flatten() {
        phrase.is_begun = is_begun;
    }
    phrases
}

/// What a word may be, each as the words that stand in its place.
fn readings(word: &SearchWord) -> impl Iterator<Item = Vec<String>> {
    let other = Some(word.also.clone()).filter(|also| !also.is_empty());
    std::iter::once(vec![word.text.clone()]).chain(other)
}

/// Sets `word` of `part` behind each reading of a phrase. "102.6" may be two numbers or one that is
/// still being typed.
fn go_on(phrases: &mut Vec<Phrase>, word: &SearchWord, part: &str) {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_group = is_number(&word.text)
        && part.get(..word.range.start).is_some_and(|before| before.ends_with('.'))
        && word.range.end == part.len();
    let mut longer = Vec::new();
    for phrase in phrases.iter() {
        for reading in readings(word) {
            longer.push(Phrase::whole([phrase.words.clone(), reading].concat()));
        }
        if let Some((last, before)) = phrase.words.split_last().filter(|_| is_group)
            && is_number(last)
        {
            let whole = vec![format!("{last}{}", word.text)];
            longer.push(Phrase::whole([before.to_vec(), whole].concat()));
        }
    }
    longer.truncate(MOST_READINGS);
    *phrases = longer;
}

/// In the language of FTS5. Words are letters and digits only, so nothing in them can be an
/// operator; each phrase is quoted all the same.
fn expression(phrases: &[Vec<Phrase>]) -> String {
    let phrase = |phrase: &Phrase| {
        let mark = if phrase.is_begun { "*" } else { "" };
        format!("\"{}\"{mark}", phrase.words.join(" "))
    };
    let either = |readings: &Vec<Phrase>| {
        format!("({})", readings.iter().map(phrase).collect::<Vec<_>>().join(" OR "))
    };
    phrases.iter().map(either).collect::<Vec<_>>().join(" AND ")
}

/// The part of a text with the first word that was asked for.
fn passage(text: &str, phrases: &[Vec<Phrase>]) -> Marked {
    let marks = marks(text, phrases);
    let Some(first) = marks.first() else { return Marked::default() };
    let start = boundary(text, first.start.saturating_sub(PASSAGE / 8), false);
    let end = boundary(text, (start + PASSAGE).min(text.len()), true);
    let inside = marks.into_iter().filter(|mark| mark.start >= start && mark.end <= end);
    let marks = inside.map(|mark| mark.start - start..mark.end - start).collect();
    Marked { text: text.get(start..end).unwrap_or_default().to_owned(), marks }
}

/// Where words that were asked for stand; those next to each other as one.
fn marks(text: &str, phrases: &[Vec<Phrase>]) -> Vec<Range<usize>> {
    let words = search_words(text);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        let longest = phrases
            .iter()
            .flatten()
            .filter(|phrase| phrase.stands_at(&words[at..]))
            .max_by_key(|phrase| phrase.words.len());
        let Some(phrase) = longest else { continue };
        let (start, end) = (words[at].range.start, words[at + phrase.words.len() - 1].range.end);
        match marks.last_mut() {
            Some(last) if text.get(last.end..start).is_none_or(|gap| gap.chars().count() == 1) => {
                last.end = end.max(last.end);
            }
            _ => marks.push(start..end),
        }
    }
    marks
}

impl Phrase {
    fn whole(words: Vec<String>) -> Phrase {
        Phrase { words, is_begun: false }
    }

    fn stands_at(&self, words: &[SearchWord]) -> bool {
        words.len() >= self.words.len()
            && self.words.iter().zip(words).enumerate().all(|(idx, (asked, there))| {
                let is_last = idx + 1 == self.words.len();
                let begins = self.is_begun && is_last && there.text.starts_with(asked.as_str());
                there.text == *asked || begins
            })
    }
}

/// The next place from `at` on, or the last before it, where a word ends.
fn boundary(text: &str, at: usize, forward: bool) -> usize {
    if at == 0 || at >= text.len() {
        return at.min(text.len());
    }
    let is_space = |(_, c): &(usize, char)| c.is_whitespace();
    let mut spaces = text.char_indices().filter(is_space).map(|(place, _)| place);
    match forward {
        true => spaces.find(|place| *place >= at).unwrap_or(text.len()),
        false => spaces.take_while(|place| *place <= at).last().map_or(0, |place| place + 1),
    }
}
