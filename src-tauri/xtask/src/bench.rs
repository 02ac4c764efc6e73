//! `cargo xtask bench`: the benchmarks of drafting, with docxtpl beside it in the same run, and of
//! reading, with calamine.

use crate::run::{Outcome, cargo, run};
use crate::tools;

pub fn bench() -> Outcome {
    let python = tools::python("bench/requirements.txt")?;
    run(cargo().args(["build", "--release", "--locked", "--package", "tongket-cli"]))?;
    run(cargo()
        .args(["bench", "--locked", "--package", "tongket-tests"])
        .env("TONGKET_PYTHON", python))
}
