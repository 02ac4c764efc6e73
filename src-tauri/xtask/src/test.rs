//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

use crate::run::{Outcome, cargo, run};
use crate::{tools, window};

/// Property tests draw the same values in every run of record, so that a failure is always the
/// change's own; `cargo test` alone draws new ones each time.
const SEED: &str = "20261122";

pub fn test() -> Outcome {
    tools::for_tests()?;
    let python = tools::python("support/requirements.txt")?;
    run(cargo().args(["fmt", "--all", "--check"]))?;
    run(cargo().args([
        "clippy",
        "--workspace",
        "--exclude",
        "tongket-desktop",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))?;
    run(cargo()
        .args(["test", "--workspace", "--exclude", "tongket-desktop", "--locked"])
        .env("TONGKET_PYTHON", python)
        .env("PROPTEST_RNG_SEED", SEED))?;
    window::test()
}
