//! The actions of the window on a database in a folder of its own. `cases/` holds what is done
//! and what must come of it, one file per subject.

mod action;
mod case;
mod imports;
mod memory;
mod place;
mod reading;
mod run;

use place::Place;

#[test]
fn cases_hold() {
    let mut failures = Vec::new();
    for case in case::all() {
        let mut place = Place::of(&case);
        for (number, step) in case.step.iter().enumerate() {
            let of_step = case::failures_of(step, place.run(step));
            let told = |failure| format!("{}, step {}: {failure}", case.name, number + 1);
            failures.extend(of_step.into_iter().map(told));
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
