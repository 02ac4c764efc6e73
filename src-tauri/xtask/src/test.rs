//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

use crate::run::{Outcome, cargo, run};
use crate::tools;

pub fn test() -> Outcome {
    tools::for_tests()?;
    let python = tools::python("support/requirements.txt")?;
    run(cargo().args(["fmt", "--all", "--check"]))?;
    run(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))?;
    run(cargo().args(["build", "--locked", "--package", "tongket-cli"]))?;
    run(cargo().args(["test", "--workspace", "--locked"]).env("TONGKET_PYTHON", python))
}
