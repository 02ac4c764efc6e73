//! Changes that are refused say why and leave nothing: `refusals.toml`.

use serde::Deserialize;
use tongket_store::{Store, StoreError};

use crate::command::{Command, add_home};
use crate::dump::dump;
use crate::fixture::{Failures, Folder};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    commands: Vec<Command>,
    refused: String,
}

fn prepared(folder: &Folder) -> Store {
    let mut store = folder.open();
    let prepared = store.transact("Chuẩn bị", |changes| {
        add_home(changes)?;
        for slug in ["fdi", "thu"] {
            Command::AddIndicator { slug: slug.to_owned(), name: slug.to_owned() }.run(changes)?;
        }
        Ok::<_, StoreError>(())
    });
    prepared.unwrap();
    store
}

#[test]
fn refused_changes() {
    let cases: Cases = toml::from_str(include_str!("refusals.toml")).unwrap();
    let mut failures = Failures::default();
    for case in cases.case {
        let folder = Folder::new();
        let mut store = prepared(&folder);
        let before = dump(&folder.path());
        let (last, first) = case.commands.split_last().unwrap();
        let refused = store.transact("Thử", |changes| {
            first.iter().for_each(|command| command.run(changes).unwrap());
            last.run(changes)
        });
        let sentence = refused.err().map_or("accepted".to_owned(), |error| error.to_string());
        let said = if sentence.starts_with(&case.refused) { &case.refused } else { &sentence };
        failures.expect(&case.name, said, &case.refused);
        failures.expect(format!("{}: leaves nothing", case.name), dump(&folder.path()), before);
    }
    failures.report();
}
