//! What a test that kills the program uses to see that nothing told as saved is lost.

use std::ops::ControlFlow;

use tongket_store::SelfTest;

use crate::{App, AppError};

/// Writes numbered rows, one transaction each, and calls `committed` after each commit.
pub fn self_test_write(
    app: &mut App,
    from: i64,
    committed: impl FnMut(i64) -> ControlFlow<()>,
) -> Result<(), AppError> {
    Ok(app.store.selftest_write(from, committed)?)
}

pub fn self_test_check(app: &App) -> Result<SelfTest, AppError> {
    Ok(app.store.selftest_check()?)
}
