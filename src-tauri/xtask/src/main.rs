//! The chores of the project, as `cargo xtask CHORE`. Each installs what it needs when absent.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod crash;
mod fuzz;
mod run;
mod test;
mod tools;
mod window;
mod windows;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test              everything that must hold: format, lints, all tests
cargo xtask app               builds the window and starts it on a sample database of its own
cargo xtask e2e [NAME]        the journeys through the real window
cargo xtask feel              how the window feels: frames, keys, preview, start beside an empty window
cargo xtask bindings          writes the page's types from the commands
cargo xtask bench             speed and memory of drafting, beside docxtpl on the same work
cargo xtask crash [LOOPS]     kills the program while it saves and counts what is lost
cargo xtask fuzz [TARGET] [SECONDS]  reads files damaged at random; TARGET: xlsx, xls, xlsb, ods, csv
cargo xtask windows [--try]   the command line for Windows; --try drafts the sample under wine";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let chore = args.next();
    let rest: Vec<String> = args.collect();
    let done = match chore.as_deref() {
        Some("test") => test::test(),
        Some("app") => window::app(),
        Some("e2e") => window::e2e(rest.first().map(String::as_str)),
        Some("feel") => window::feel(),
        Some("bindings") => window::bindings(),
        Some("bench") => bench::bench(),
        Some("crash") => crash::crash(rest.first().map(String::as_str)),
        Some("fuzz") => fuzz::fuzz(&rest),
        Some("windows") => windows::windows(rest.iter().any(|arg| arg == "--try")),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}
