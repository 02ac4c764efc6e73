//! Undo and redo: the row images of a step, written back.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde_json::{Map, Value as Json};
use tongket_model::StepId;

use super::triggers::columns;
use crate::{Noun, StoreError};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forth,
}

struct Change {
    table: String,
    row: i64,
    before: Option<String>,
    after: Option<String>,
}

/// Writes the images of `step` back, last change first, or forth, and marks the step.
pub(super) fn replay(connection: &Connection, step: StepId, way: Way) -> Result<(), StoreError> {
    connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    connection.prepare_cached(include_str!("now_replaying.sql"))?.execute([])?;
    let mut changes = changes_of(connection, step)?;
    if way == Way::Back {
        changes.reverse();
    }
    let mut columns = HashMap::new();
    for change in &changes {
        let (from, to) = match way {
            Way::Back => (&change.after, &change.before),
            Way::Forth => (&change.before, &change.after),
        };
        let columns = match columns.entry(change.table.as_str()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(columns_of(connection, &change.table)?),
        };
        write(connection, change, columns, from.is_some(), to.as_deref())?;
    }
    connection.prepare_cached(include_str!("now_nothing.sql"))?.execute([])?;
    let state = if way == Way::Back { "undone" } else { "done" };
    connection.prepare_cached(include_str!("set_state.sql"))?.execute((step.0, state))?;
    Ok(())
}

fn changes_of(connection: &Connection, step: StepId) -> Result<Vec<Change>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("changes_of_step.sql"))?;
    let changes = statement.query_map([step.0], |row| {
        Ok(Change { table: row.get(0)?, row: row.get(1)?, before: row.get(2)?, after: row.get(3)? })
    })?;
    Ok(changes.collect::<Result<_, _>>()?)
}

/// Makes the row look like `image`; a row that is to be there or not to be there, but is not so,
/// means that the journal and the data have parted, and nothing is replayed.
fn write(
    connection: &Connection,
    change: &Change,
    columns: &[String],
    exists: bool,
    image: Option<&str>,
) -> Result<(), StoreError> {
    let table = change.table.as_str();
    let mut values = match image {
        Some(image) => values(image, columns).ok_or_else(|| parted(table))?,
        None => Vec::new(),
    };
    let sql = match (exists, image) {
        (false, Some(_)) => insert_sql(table, columns),
        (true, Some(_)) => update_sql(table, columns),
        (_, None) => format!("DELETE FROM {table} WHERE rowid = ?"),
    };
    if exists {
        values.push(Value::Integer(change.row));
    }
    let n_rows = connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    if n_rows == 1 { Ok(()) } else { Err(parted(table)) }
}

/// The columns of a journaled table; the journal names no other.
fn columns_of(connection: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    Noun::of_table(table).ok_or_else(|| parted(table))?;
    columns(connection, table)
}

fn parted(table: &str) -> StoreError {
    StoreError::Damaged(format!("nhật ký không khớp bảng {table}"))
}

fn insert_sql(table: &str, columns: &[String]) -> String {
    let places = vec!["?"; columns.len()].join(", ");
    format!("INSERT INTO {table} ({}) VALUES ({places})", columns.join(", "))
}

fn update_sql(table: &str, columns: &[String]) -> String {
    let places = vec!["?"; columns.len()].join(", ");
    format!("UPDATE {table} SET ({}) = ({places}) WHERE rowid = ?", columns.join(", "))
}

/// The image's values in the order of the columns; `None` when it is not one of this table.
fn values(image: &str, columns: &[String]) -> Option<Vec<Value>> {
    let image: Map<String, Json> = serde_json::from_str(image).ok()?;
    let value = |column: &String| match image.get(column)? {
        Json::Null => Some(Value::Null),
        Json::Number(number) => number.as_i64().map(Value::Integer),
        Json::String(text) => Some(Value::Text(text.clone())),
        _ => None,
    };
    columns.iter().map(value).collect()
}
