//! `cargo xtask fuzz [TARGET] [SECONDS]`: damages good files of a format (or of every one) at
//! random places and reads them, for as long as it is told to; `fuzz figures [TEXTS]` reads texts
//! that are almost figures, `fuzz search [QUERIES]` asks search for what nobody should type. The
//! tests run a short version of the same loops. A file that fails is kept and named.

use crate::run::{Outcome, cargo, run};

const SECONDS: &str = "60";
const TEXTS: &str = "100000";

pub fn fuzz(arguments: &[String]) -> Outcome {
    let is_number = |text: &&String| text.bytes().all(|b| b.is_ascii_digit());
    let number = arguments.iter().find(is_number).map(String::as_str);
    let target = arguments.iter().find(|text| !is_number(text)).map_or("", String::as_str);
    match target {
        "search" => run(tests("store", "hostile_queries_for_as_many_as_told")
            .env("TONGKET_FUZZ_QUERIES", number.unwrap_or(TEXTS))),
        "figures" => {
            run(tests("figures", "hostile::").env("PROPTEST_CASES", number.unwrap_or(TEXTS)))
        }
        _ => run(tests("intake", "damaged_files_for_as_long_as_told")
            .env("TONGKET_FUZZ_TARGET", target)
            .env("TONGKET_FUZZ_SECONDS", number.unwrap_or(SECONDS))),
    }
}

/// Tests by their name, those too that run only when they are asked for.
fn tests(suite: &str, name: &str) -> std::process::Command {
    let mut command = cargo();
    command
        .args(["test", "--release", "--locked", "--package", "tongket-tests", "--test", suite])
        .args(["--", "--include-ignored", "--nocapture", name]);
    command
}
