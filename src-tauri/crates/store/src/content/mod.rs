//! Bytes named by their SHA-256: what is too large for the journal and never changes.

use std::fmt::Write;

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::{Changes, Store, StoreError};

impl Store {
    /// The bytes of that name, as [`Changes::add_content`] gave it.
    pub fn content(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("get.sql"))?;
        Ok(statement.query_one([sha256], |row| row.get(0)).optional()?)
    }
}

impl Changes<'_> {
    /// Keeps the bytes and returns their name. They stay as long as a stored row or a step that
    /// can be undone or redone names them; those that this step itself does not name go at its end.
    pub fn add_content(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        let sha256 = name(bytes);
        self.execute(include_str!("add.sql"), (&sha256, bytes))?;
        self.adds_content = true;
        Ok(sha256)
    }
}

/// Takes away what nothing names any more.
pub(crate) fn remove_unnamed(connection: &Connection) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("remove_unnamed.sql"))?.execute([])?;
    Ok(())
}

/// One sentence for each content whose bytes are no longer those of its name.
pub(crate) fn problems(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(include_str!("all.sql"))?;
    let mut rows = statement.query([])?;
    let mut problems = Vec::new();
    while let Some(row) = rows.next()? {
        let sha256: String = row.get(0)?;
        if name(row.get_ref(1)?.as_blob().unwrap_or_default()) != sha256 {
            problems.push(format!("Nội dung lưu kèm dự thảo bị hỏng: {sha256}"));
        }
    }
    Ok(problems)
}

/// 64 hexadecimal digits.
fn name(bytes: &[u8]) -> String {
    let mut name = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing into a text cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}
