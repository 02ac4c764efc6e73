//! The history of a figure: `histories.toml`.

use serde::Deserialize;
use tongket_figures::{Period, print_number};
use tongket_model::Figure;
use tongket_store::{FigureChange, Store, StoreError};

use crate::command::{Command, add_home, indicator};
use crate::fixture::{Failures, Folder};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    steps: Vec<Step>,
    history: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    name: String,
    commands: Vec<Command>,
    #[serde(default)]
    undo: bool,
}

fn tell(change: &FigureChange) -> String {
    let value = |figure: &Option<Figure>| match figure {
        Some(figure) => print_number(figure.quantity.amount),
        None => "không có".to_owned(),
    };
    let kind = change.before.as_ref().or(change.after.as_ref()).unwrap().kind.vietnamese();
    format!("{}: {kind}: {} → {}", change.name, value(&change.before), value(&change.after))
}

fn play(store: &mut Store, steps: &[Step]) -> Result<(), StoreError> {
    store.transact("Chuẩn bị", |changes| {
        add_home(changes)?;
        for slug in ["fdi", "thu"] {
            Command::AddIndicator { slug: slug.to_owned(), name: slug.to_owned() }.run(changes)?;
        }
        Ok::<_, StoreError>(())
    })?;
    for step in steps {
        store.transact(&step.name, |changes| {
            step.commands.iter().try_for_each(|command| command.run(changes))
        })?;
        if step.undo {
            store.undo()?;
        }
    }
    Ok(())
}

#[test]
fn histories() {
    let cases: Cases = toml::from_str(include_str!("histories.toml")).unwrap();
    let mut failures = Failures::default();
    for case in cases.case {
        let folder = Folder::new();
        play(&mut folder.open(), &case.steps).unwrap();
        let store = folder.open();
        let fdi = indicator(&store, "fdi").unwrap();
        let told = store.history_of(fdi.id, fdi.organisation, Period::Year(2023)).unwrap();
        let of_rows: usize =
            rows_of(&told).map(|figure| store.history_of_figure(figure.id).unwrap().len()).sum();
        failures.expect(&case.name, told.iter().map(tell).collect(), case.history);
        failures.expect(format!("{}: by row", case.name), of_rows, told.len());
    }
    failures.report();
}

/// The figures that a history adds: each row is added once.
fn rows_of(told: &[FigureChange]) -> impl Iterator<Item = &Figure> {
    told.iter().filter(|change| change.before.is_none()).filter_map(|change| change.after.as_ref())
}
