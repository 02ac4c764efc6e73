//! `tongket`: the command line. It parses, calls the application and prints; no rule lives here.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod arguments;
mod outcome;
mod show;
mod verbs;

use std::path::Path;
use std::process::ExitCode;

use outcome::Outcome;

fn main() -> ExitCode {
    // A program started as the reading child never reaches the database.
    let mut args = std::env::args_os().skip(1);
    if args.next().is_some_and(|first| first == tongket_app::READ_VERB) {
        let Some(file) = args.next() else { return Outcome::Usage.into() };
        return match tongket_app::serve_reader(Path::new(&file)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => Outcome::Refused.into(),
        };
    }
    let arguments = match arguments::parse() {
        Ok(arguments) => arguments,
        Err(ended) => return ended.print().into(),
    };
    match verbs::run(arguments) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            eprintln!("{error}");
            Outcome::of(&error).into()
        }
    }
}
