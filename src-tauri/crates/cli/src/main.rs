//! `tongket`: the command line. It parses, calls the application and prints; no rule lives here.

mod arguments;
mod outcome;
mod output;
mod remedy;
mod show;
mod verbs;

use std::process::ExitCode;

use outcome::Outcome;

fn main() -> ExitCode {
    // A program started as the reading child never reaches the database.
    let mut args = std::env::args_os().skip(1);
    if args.next().is_some_and(|first| first == tongket_app::READ_VERB) {
        return match tongket_app::serve_reader(args) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => Outcome::Refused.into(),
        };
    }
    let outcome = match arguments::parse() {
        Ok(arguments) => verbs::run(arguments).unwrap_or_else(|error| {
            output::complain(remedy::told(&error));
            Outcome::of(&error)
        }),
        Err(ended) => ended.print(),
    };
    outcome.when_printed().into()
}
