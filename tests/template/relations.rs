//! Runs `relations.toml`: every relation between figures of the five source events, each once as it
//! holds, where no check may speak, and once broken, where one must.

use std::collections::BTreeSet;

use serde::Deserialize;
use tongket_app::read_prose;
use tongket_figures::{
    DateReading, Quantity, Unit, percent_of, read_date, read_ordinal, same_name,
};
use tongket_report::{check, draft};

use crate::checks::{kind, profile};
use crate::fixture::Written;

/// All relations between the figures of the sources.
const N_RELATIONS: usize = 104;

/// Says of typed numbers whether the store knows them; not whether they agree with each other.
const ABOUT_THE_STORE: [&str; 1] = ["typed-figure-unknown"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    relation: Vec<Relation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Relation {
    /// Of the fact it restates.
    id: String,
    /// A sentence in which it holds.
    #[serde(default)]
    holds: String,
    /// One in which it does not.
    #[serde(default)]
    fails: String,
    /// Of the finding on the latter.
    #[serde(default)]
    code: String,
    /// What the office has stored; for the broken relation `broken`, when it is the data that break.
    facts: Option<Written>,
    broken: Option<Written>,
    /// Relations that no sentence breaks: two forms of one thing, or a value that is computed.
    same: Option<Same>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Same {
    Ordinal([String; 2]),
    Date([String; 2]),
    Items([String; 2]),
    /// Later and earlier day, and the days between them.
    Days([String; 2], i64),
    /// One value over the other, with four decimals.
    Ratio([String; 2], String),
}

#[test]
fn every_relation() {
    let file: File = toml::from_str(include_str!("relations.toml")).unwrap();
    let ids: BTreeSet<&str> = file.relation.iter().map(|one| one.id.as_str()).collect();
    let mut failures: Vec<String> = file.relation.iter().flat_map(failures_of).collect();
    if ids.len() != N_RELATIONS || file.relation.len() != N_RELATIONS {
        failures.push(format!("{} relations, {} ids", file.relation.len(), ids.len()));
    }
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}

fn failures_of(relation: &Relation) -> Vec<String> {
    let id = &relation.id;
    if let Some(same) = &relation.same {
        return same.failure().map(|failure| format!("{id}: {failure}")).into_iter().collect();
    }
    let mut failures = Vec::new();
    let silent = found(&relation.holds, relation.facts.as_ref());
    if !silent.is_empty() {
        failures.push(format!("{id} holds, but {silent:#?}"));
    }
    let broken = relation.broken.as_ref().or(relation.facts.as_ref());
    let spoken = found(&relation.fails, broken);
    let codes: Vec<&str> = spoken.iter().filter_map(|told| told.split(": ").next()).collect();
    if codes != [relation.code.as_str()] {
        failures.push(format!("{id} is broken: expected {}, found {spoken:#?}", relation.code));
    }
    failures
}

/// `code: sentence` of each finding.
fn found(body: &str, facts: Option<&Written>) -> Vec<String> {
    let plain: Written = toml::from_str("year = 2023").unwrap();
    let draft = draft(&kind(body), &profile(), &facts.unwrap_or(&plain).facts()).unwrap();
    let findings = check(&draft, read_prose);
    let agreed = findings.iter().filter(|finding| !ABOUT_THE_STORE.contains(&finding.code));
    agreed.map(|finding| format!("{}: {}", finding.code, finding.message)).collect()
}

impl Same {
    fn failure(&self) -> Option<String> {
        let holds = match self {
            Same::Ordinal([one, other]) => {
                read_ordinal(one).is_some() && read_ordinal(one) == read_ordinal(other)
            }
            Same::Date([one, other]) => {
                read_date(one).is_some() && read_date(one) == read_date(other)
            }
            Same::Items([one, other]) => {
                let (one, other): (Vec<&str>, Vec<&str>) =
                    (one.split(',').collect(), other.split(',').collect());
                one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| same_name(a, b))
            }
            Same::Days([later, earlier], days) => {
                let day = |text: &str| match read_date(text) {
                    Some(DateReading::Day(day)) => day,
                    other => panic!("{text}: {other:?}"),
                };
                day(later).days_since(day(earlier)) == *days
            }
            Same::Ratio([one, other], expected) => {
                let amount = |text: &str| Quantity::read(text, &Unit::read("")).unwrap().amount;
                let percent = percent_of(amount(one), amount(other)).unwrap();
                let hundred = tongket_figures::Amount::from(100);
                let ratio = percent.checked_div(hundred).unwrap().round(4).trimmed();
                ratio.plain() == *expected
            }
        };
        (!holds).then(|| "does not hold".to_owned())
    }
}
