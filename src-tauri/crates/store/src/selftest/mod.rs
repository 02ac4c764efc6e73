//! Numbered rows by which a test that kills the program counts what survived. They stand in a
//! table of their own, outside the journal.

use std::ops::ControlFlow;

use serde::Serialize;

use crate::{Store, StoreError};

/// What is there. Whether a number is missing, only the one who was told of it can say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SelfTest {
    /// The file is whole and no row is torn.
    pub ok: bool,
    /// The highest number, 0 when there is none.
    pub max: i64,
    pub count: i64,
}

impl Store {
    /// Writes rows numbered `from`, `from` + 1, …, one transaction each, and calls
    /// `committed` after each commit, until that says to stop.
    pub fn selftest_write(
        &mut self,
        from: i64,
        mut committed: impl FnMut(i64) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.start_journaling()?;
        for number in from.. {
            self.connection.prepare_cached(include_str!("add.sql"))?.execute([number])?;
            if committed(number).is_break() {
                break;
            }
        }
        Ok(())
    }

    pub fn selftest_check(&self) -> Result<SelfTest, StoreError> {
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?));
        let (n_torn, max, count) =
            self.connection.query_row(include_str!("check.sql"), [], read)?;
        let ok = n_torn == 0 && self.file_problems()?.is_empty();
        Ok(SelfTest { ok, max, count })
    }
}
