//! `cargo xtask crash [LOOPS]`: kills the program while it saves, again and again, and checks that
//! everything it reported as saved is there. The tests run a short version of the same loop.

use crate::run::{Outcome, cargo, run};

/// Enough to meet most moments of a save; thousands for a night.
const LOOPS: &str = "200";

pub fn crash(loops: Option<&str>) -> Outcome {
    run(cargo().args(["build", "--locked", "--package", "tongket-cli"]))?;
    run(cargo()
        .args(["test", "--locked", "--package", "tongket-tests", "--test", "cli"])
        .args(["--", "--nocapture", "survives_being_killed"])
        .env("TONGKET_CRASH_LOOPS", loops.unwrap_or(LOOPS)))
}
