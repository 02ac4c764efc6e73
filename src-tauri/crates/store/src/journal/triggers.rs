//! Triggers of this connection that journal every row change. Without an open step they have no
//! number to write, and so the database itself refuses changes that go round the one door;
//! until they stand, the connection can only read.

use rusqlite::Connection;

use crate::StoreError;
use crate::noun::TABLES;

/// The triggers are temporary: nothing in the file itself can run.
pub(crate) fn install(connection: &Connection) -> Result<(), StoreError> {
    let mut batch = String::from(include_str!("now.sql"));
    for (table, _) in TABLES {
        batch.push_str(&fill(include_str!("triggers.sql"), table, &columns(connection, table)?));
    }
    Ok(connection.execute_batch(&batch)?)
}

/// The columns of a table in their order.
pub(super) fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("columns.sql"))?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Rows that differ from what the journal last wrote about them, as one sentence each.
pub(crate) fn inconsistencies(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut problems = Vec::new();
    for (table, noun) in TABLES {
        let sql = fill(include_str!("inconsistent.sql"), table, &columns(connection, table)?);
        let mut statement = connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| row.get::<_, i64>(0))?;
        for row in rows {
            problems.push(format!("{noun} số {}: khác với nhật ký thay đổi", row?));
        }
    }
    Ok(problems)
}

/// Table names come from [`TABLES`], column names from our own schema steps.
fn fill(template: &str, table: &str, columns: &[String]) -> String {
    let each =
        |text: &dyn Fn(&String) -> String| columns.iter().map(text).collect::<Vec<_>>().join(", ");
    template
        .replace("{table}", table)
        .replace("{old image}", &each(&|column| format!("'{column}', old.{column}")))
        .replace("{new image}", &each(&|column| format!("'{column}', new.{column}")))
        .replace("{old}", &each(&|column| format!("old.{column}")))
        .replace("{new}", &each(&|column| format!("new.{column}")))
        .replace("{image}", &each(&|column| format!("'{column}', {table}.{column}")))
}
