//! Sentences as offices write them, whose figures agree with each other: the checks must say nothing
//! of them. The sentences are those by which the reader of sentences is tested.

use tongket_app::read_prose;
use tongket_report::{check, draft};

use crate::checks::{kind, profile};
use crate::fixture::Written;

const SENTENCES: &str = include_str!("../intake/prose/sentences.tsv");

/// Says of each typed number that the store does not hold it; here no store holds anything.
const SAID_OF_ALL: [&str; 1] = ["typed-figure-unknown"];

#[test]
fn nothing_is_said_of_good_sentences() {
    let facts: Written = toml::from_str("year = 2022").unwrap();
    let (facts, profile) = (facts.facts(), profile());
    let mut failures = Vec::new();
    let mut n_sentences = 0;
    for sentence in SENTENCES.lines().skip(1).filter_map(|line| line.split('\t').next()) {
        let draft = draft(&kind(sentence), &profile, &facts).unwrap();
        n_sentences += 1;
        for finding in check(&draft, read_prose) {
            if !SAID_OF_ALL.contains(&finding.code) {
                failures.push(format!("{}: {}\n  {sentence}", finding.code, finding.message));
            }
        }
    }
    assert!(n_sentences > 100, "{n_sentences} sentences");
    assert!(failures.is_empty(), "{} false alarms:\n{}", failures.len(), failures.join("\n"));
}
