//! `cargo xtask fuzz [TARGET] [SECONDS]`: damages good files of a format (or of every one) at
//! random places and reads them, for as long as it is told to; `fuzz search [QUERIES]` asks search
//! for what nobody should type. The tests run a short version of the same loops. A file that fails
//! is kept and named.

use crate::run::{Outcome, cargo, run};

const SECONDS: &str = "60";
const QUERIES: &str = "100000";

pub fn fuzz(arguments: &[String]) -> Outcome {
    let is_number = |text: &&String| text.bytes().all(|b| b.is_ascii_digit());
    let number = arguments.iter().find(is_number).map(String::as_str);
    let target = arguments.iter().find(|text| !is_number(text)).map_or("", String::as_str);
    if target == "search" {
        return run(ignored("store", "hostile_queries_for_as_many_as_told")
            .env("TONGKET_FUZZ_QUERIES", number.unwrap_or(QUERIES)));
    }
    run(ignored("intake", "damaged_files_for_as_long_as_told")
        .env("TONGKET_FUZZ_TARGET", target)
        .env("TONGKET_FUZZ_SECONDS", number.unwrap_or(SECONDS)))
}

/// A test that runs only when it is asked for.
fn ignored(suite: &str, name: &str) -> std::process::Command {
    let mut command = cargo();
    command
        .args(["test", "--release", "--locked", "--package", "tongket-tests", "--test", suite])
        .args(["--", "--ignored", "--nocapture", name]);
    command
}
