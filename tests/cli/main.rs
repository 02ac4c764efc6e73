//! The command line as a person or a script meets it. `cases/` holds what is run in which folder
//! and what must come of it, one file per subject; every run besides keeps the rules of
//! [`check::rules`].

mod case;
mod check;
mod crash;
mod pages;
mod place;

use case::Case;
use check::Kept;
use place::Place;

#[test]
fn cases_hold() {
    let cases = case::all();
    let mut failures = Vec::new();
    for case in &cases {
        failures.extend(failures_of(case).into_iter().map(|f| format!("{}: {f}", case.name)));
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

fn failures_of(case: &Case) -> Vec<String> {
    let mut place = Place::new(case.database, case.clock);
    if !case.prepare.iter().all(|prepare| place.prepare(prepare)) {
        // Only the administrator may mount the small disks; the tests of record run as such.
        eprintln!("{}: left out, mounting is not allowed here", case.name);
        return Vec::new();
    }
    let (mut kept, mut failures) = (Kept::new(), Vec::new());
    for step in &case.step {
        let shown = step.run.join(" ");
        failures.extend(
            check::failures_of(step, &place, &mut kept)
                .into_iter()
                .map(|failure| format!("«{shown}» {failure}")),
        );
    }
    failures
}
