//! `cargo xtask fuzz [TARGET] [SECONDS]`: damages good files of a format (or of every one) at
//! random places and reads them, for as long as it is told to. The tests run a short version of
//! the same loop. A file that fails is kept and named.

use crate::run::{Outcome, cargo, run};

const SECONDS: &str = "60";

pub fn fuzz(arguments: &[String]) -> Outcome {
    let is_number = |text: &&String| text.bytes().all(|b| b.is_ascii_digit());
    let seconds = arguments.iter().find(is_number).map_or(SECONDS, String::as_str);
    let target = arguments.iter().find(|text| !is_number(text)).map_or("", String::as_str);
    run(cargo()
        .args(["test", "--release", "--locked", "--package", "tongket-tests", "--test", "intake"])
        .args(["--", "--ignored", "--nocapture", "damaged_files_for_as_long_as_told"])
        .env("TONGKET_FUZZ_TARGET", target)
        .env("TONGKET_FUZZ_SECONDS", seconds))
}
