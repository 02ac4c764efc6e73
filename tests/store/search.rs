//! Search: `search.toml` holds what is stored, what is asked in which spelling, and what must be
//! found; the counts are held against going through everything; no query is an error.

use std::collections::BTreeSet;

use serde::Deserialize;
use tongket_figures::{Date, Period, Quantity, Unit, fold};
use tongket_model::{
    Assignee, Body, BodyId, BodyKind, Conclusion, ConclusionKind, Conference, ConferenceFact,
    ConferenceId, Document, DocumentState, OrganisationId, Origin, Role, State,
};
use tongket_store::{Changes, Marked, Noun, SearchQuery, Store, StoreError};
use tongket_tests::{Chance, Corpus, hostile_query};
use unicode_normalization::UnicodeNormalization;

use crate::command::{Command, add_home, home};
use crate::drafting::Drafting;
use crate::fixture::{Failures, Folder};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Indicators with figures, lists, themes and drafts.
    command: Vec<Command>,
    conference: Vec<WrittenConference>,
    document: Vec<WrittenDocument>,
    conclusion: Vec<WrittenConclusion>,
    /// Title and body of each.
    drafts: Vec<[String; 2]>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenConference {
    name: String,
    ordinal: Option<i64>,
    day: Option<Date>,
    topics: Vec<String>,
    facts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDocument {
    kind: String,
    #[serde(default)]
    number: String,
    date: Option<Date>,
    subject: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    field: String,
    /// What it is in force for: "2020..2025".
    term: Option<Period>,
    #[serde(default)]
    date_words: String,
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenConclusion {
    kind: ConclusionKind,
    text: String,
    year: i32,
    #[serde(default)]
    field: String,
    /// What it holds for beyond its year: "2020..2025".
    covers: Option<Period>,
    /// Names of bodies; the first gives it, the others are given it.
    #[serde(default)]
    bodies: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    what: String,
    /// Each of them finds the same.
    ask: Vec<String>,
    year: Option<i32>,
    field: Option<String>,
    body: Option<String>,
    kind: Option<Noun>,
    limit: Option<usize>,
    /// How many there are; the number of `found` when not given.
    n_hits: Option<usize>,
    /// Title and passage of each, the best first, with marks around what was asked for.
    found: Vec<String>,
    /// Whether the marks are compared: each of the questions has others where not.
    #[serde(default = "yes")]
    marks: bool,
}

fn yes() -> bool {
    true
}

fn stored(file: &File, folder: &Folder) -> Store {
    let mut store = folder.open();
    store.transact("Thêm đơn vị", add_home).unwrap();
    let added = store.transact("Thêm tất cả", |changes| {
        let of = home(changes.store())?;
        file.command.iter().try_for_each(|command| command.run(changes).map(drop))?;
        file.conference.iter().try_for_each(|it| it.add(of, changes))?;
        file.document.iter().try_for_each(|it| it.add(of, changes))?;
        file.conclusion.iter().try_for_each(|it| it.add(of, changes))?;
        file.drafts.iter().try_for_each(|[title, body]| {
            Drafting::Add { title: title.clone(), body: body.clone() }.run(changes)
        })
    });
    added.unwrap();
    store
}

#[test]
fn every_spelling_finds_the_same() {
    let file: File = toml::from_str(include_str!("search.toml")).unwrap();
    let folder = Folder::new();
    let store = stored(&file, &folder);
    let mut failures = Failures::default();
    for case in &file.case {
        for ask in &case.ask {
            for (form, text) in [("", ask.clone()), ("NFD ", ask.nfd().collect())] {
                let (n_hits, found) = case.run(&store, &text);
                let shown = |told: &String| match case.marks {
                    true => told.clone(),
                    false => told.split(" | ").next().unwrap_or(told).replace(['«', '»'], ""),
                };
                let (found, wanted): (Vec<_>, Vec<_>) =
                    (found.iter().map(shown).collect(), case.found.iter().map(shown).collect());
                let name = format!("{}: {form}«{ask}»", case.what);
                failures.expect(&name, n_hits, case.n_hits.unwrap_or(case.found.len()));
                failures.expect(&name, found, wanted);
            }
        }
    }
    failures.report();
}

impl Case {
    fn run(&self, store: &Store, text: &str) -> (usize, Vec<String>) {
        let body = self.body.as_ref().map(|name| {
            let bodies = store.bodies().unwrap();
            bodies.iter().find(|body| body.name == *name).unwrap().id
        });
        let query = SearchQuery {
            text: text.to_owned(),
            organisations: Vec::new(),
            nouns: self.kind.into_iter().collect(),
            year: self.year,
            field: self.field.clone(),
            body,
            limit: self.limit.unwrap_or(20),
        };
        let found = store.search(&query).unwrap();
        let told = found.hits.iter().map(|hit| {
            let (title, passage) = (marked(&hit.title), marked(&hit.passage));
            let told = format!("{}: {title} | {passage}", hit.noun.code());
            let told = told.replace('\u{a0}', "␣");
            told.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(" |").to_owned()
        });
        (found.n_hits, told.collect())
    }
}

fn marked(of: &Marked) -> String {
    let mut told = of.text.clone();
    for mark in of.marks.iter().rev() {
        told.insert(mark.end, '»');
        told.insert(mark.start, '«');
    }
    told
}

impl WrittenConference {
    fn add(
        &self,
        organisation: OrganisationId,
        changes: &mut Changes<'_>,
    ) -> Result<(), StoreError> {
        let fact = |text: &String| ConferenceFact {
            name: text.clone(),
            quantity: Quantity::read(text, &Unit::read("")).unwrap(),
            raw: text.clone(),
        };
        let conference = Conference {
            id: ConferenceId(0),
            organisation,
            name: self.name.clone(),
            ordinal: self.ordinal,
            days: self.day.into_iter().collect(),
            day_words: String::new(),
            period: None,
            topics: self.topics.clone(),
            facts: self.facts.iter().map(fact).collect(),
            origin: Origin::Hand,
            state: State::Confirmed,
            aliases: Vec::new(),
        };
        changes.add_conference(&conference).map(drop)
    }
}

impl WrittenDocument {
    fn add(
        &self,
        organisation: OrganisationId,
        changes: &mut Changes<'_>,
    ) -> Result<(), StoreError> {
        let id = changes.add_document(&Document {
            number: self.number.clone(),
            date: self.date,
            subject: self.subject.clone(),
            aliases: self.aliases.clone(),
            field: self.field.clone(),
            term: self.term,
            date_words: self.date_words.clone(),
            state: DocumentState::Issued,
            ..Document::new(organisation, &self.kind)
        })?;
        changes.set_document_text(id, &self.text)
    }
}

impl WrittenConclusion {
    fn add(
        &self,
        organisation: OrganisationId,
        changes: &mut Changes<'_>,
    ) -> Result<(), StoreError> {
        let mut ids = Vec::new();
        for name in &self.bodies {
            ids.push(body(organisation, name, changes)?);
        }
        let given = ids.iter().skip(1).map(|body| Assignee::Body { body: *body, role: Role::Lead });
        let new = Conclusion::new(organisation, self.kind, self.year, &self.text, Origin::Hand);
        let conclusion = Conclusion {
            field: self.field.clone(),
            covers: self.covers,
            assigner: ids.first().copied(),
            assignees: given.collect(),
            ..new
        };
        changes.add_conclusion(&conclusion).map(drop)
    }
}

fn body(
    organisation: OrganisationId,
    name: &str,
    changes: &mut Changes<'_>,
) -> Result<BodyId, StoreError> {
    let bodies = changes.store().bodies()?;
    match bodies.iter().find(|body| body.name == name) {
        Some(known) => Ok(known.id),
        None => changes.add_body(&Body {
            id: BodyId(0),
            organisation,
            name: name.to_owned(),
            aliases: Vec::new(),
            kind: BodyKind::Collective,
            position: 1,
        }),
    }
}

/// `n` conclusions of made texts.
fn with_corpus(corpus: &Corpus, folder: &Folder) -> Store {
    let mut store = folder.open();
    store.transact("Thêm đơn vị", add_home).unwrap();
    let added = store.transact("Thêm kết luận", |changes| {
        let of = home(changes.store())?;
        corpus.texts.iter().try_for_each(|text| {
            let kind = ConclusionKind::Statement;
            changes.add_conclusion(&Conclusion::new(of, kind, 2023, text, Origin::Hand)).map(drop)
        })
    });
    added.unwrap();
    store
}

#[test]
fn counts_are_those_of_going_through_everything() {
    let mut chance = Chance(0x5EED_2024);
    let corpus = Corpus::new(300, 40, &mut chance);
    let folder = Folder::new();
    let store = with_corpus(&corpus, &folder);
    let mut failures = Failures::default();
    let mut n_found = 0;
    for _ in 0..400 {
        let question = corpus.question(&mut chance);
        let query =
            SearchQuery { text: question.text.clone(), limit: 1000, ..SearchQuery::default() };
        let found = store.search(&query).unwrap();
        failures.expect(&question.text, (found.n_hits, found.hits.len()), {
            (question.n_hits, question.n_hits)
        });
        let unmarked = found.hits.iter().filter(|hit| hit.title.marks.is_empty()).count();
        failures.expect(format!("{}: without a mark", question.text), unmarked, 0);
        n_found += found.n_hits;
    }
    assert!(n_found > 400, "only {n_found}");
    failures.report();
}

/// Every line of the files of the sample offices as something that was concluded.
fn sample_lines() -> Vec<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/sample");
    let offices = std::fs::read_dir(root).unwrap().map(|office| office.unwrap().path());
    let files = offices.flat_map(|office| std::fs::read_dir(office).unwrap());
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
    texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn without_accents_is_found_what_is_found_with_them() {
    let mut store = Folder::new().open();
    store.transact("Thêm đơn vị", add_home).unwrap();
    let lines = sample_lines();
    let stored = store.transact("Thêm kết luận", |changes| {
        let of = home(changes.store())?;
        let mut filled = lines.iter().filter(|line| !line.trim().is_empty());
        filled.try_for_each(|line| {
            let kind = ConclusionKind::Statement;
            changes.add_conclusion(&Conclusion::new(of, kind, 2023, line, Origin::Hand)).map(drop)
        })
    });
    stored.unwrap();
    // One word by one, and two side by side; a space ends the last one.
    let mut asked = BTreeSet::new();
    for line in &lines {
        let words: Vec<&str> = line.split([' ', '\t', '"']).filter(|it| !it.is_empty()).collect();
        asked.extend(words.iter().map(|word| format!("{word} ")));
        asked.extend(words.chunks_exact(2).map(|pair| format!("\"{} {}\" ", pair[0], pair[1])));
    }
    let mut failures = Failures::default();
    let mut n_found = 0;
    for text in asked {
        let n_hits = |text: String| {
            store.search(&SearchQuery { text, ..SearchQuery::default() }).unwrap().n_hits
        };
        let (n_with, n_without) = (n_hits(text.clone()), n_hits(format!("{} ", fold(&text))));
        n_found += usize::from(n_with > 0);
        failures.expect(&text, n_without.min(n_with), n_with);
    }
    assert!(n_found > 5_000, "only {n_found} of the sample's words are found at all");
    failures.report();
}

#[test]
fn no_query_is_an_error() {
    hostile_queries(2_000, 0x5EED_2025);
}

/// `TONGKET_FUZZ_QUERIES` of them, from another start each time.
#[test]
#[ignore = "cargo xtask fuzz search"]
fn hostile_queries_for_as_many_as_told() {
    let n_queries = std::env::var("TONGKET_FUZZ_QUERIES").unwrap().parse().unwrap();
    let start = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let n_answered = hostile_queries(n_queries, start);
    println!("{n_queries} queries from {start}, {n_answered} found something");
}

/// Returns how many found something.
fn hostile_queries(n_queries: usize, start: u64) -> usize {
    let file: File = toml::from_str(include_str!("search.toml")).unwrap();
    let folder = Folder::new();
    let store = stored(&file, &folder);
    let mut chance = Chance(start);
    let mut n_answered = 0;
    for _ in 0..n_queries {
        let text = hostile_query(&mut chance);
        let query = SearchQuery { text: text.clone(), limit: 3, ..SearchQuery::default() };
        let found = store.search(&query).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        for hit in &found.hits {
            for of in [&hit.title, &hit.passage] {
                let whole = of.marks.iter().all(|mark| of.text.get(mark.clone()).is_some());
                assert!(whole, "{text:?}: {of:?}");
            }
        }
        n_answered += usize::from(found.n_hits > 0);
    }
    n_answered
}
