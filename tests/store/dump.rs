//! Every row of every data table as text, read past the store, and what search finds each thing
//! by. Left out are the journal and the content named by hashes: what undo works with, not what it
//! restores.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

pub fn dump(path: &Path) -> String {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let data = tables
        .iter()
        .filter(|table| !table.starts_with("journal_") && !table.starts_with("sqlite_"))
        .filter(|table| *table != "content" && !table.starts_with("search_"));
    data.map(|table| table_text(&connection, table)).collect::<String>() + &index_text(&connection)
}

/// The words of each thing in their order; on what number the index keeps them is its own affair.
pub fn index_text(connection: &Connection) -> String {
    let instances =
        "CREATE VIRTUAL TABLE temp.word_at USING fts5vocab(main, search_words, instance)";
    connection.execute_batch(instances).unwrap();
    let mut statement = connection
        .prepare(
            "SELECT noun, of_row, organisation, year, field,
                (SELECT group_concat(term, ' ' ORDER BY offset) FROM word_at WHERE doc = id)
            FROM search_entry ORDER BY noun, of_row",
        )
        .unwrap();
    let rows = statement
        .query_map([], |row| (0..6).map(|at| row.get(at)).collect::<Result<Vec<Value>, _>>())
        .unwrap();
    rows.map(|row| format!("search {:?}\n", row.unwrap())).collect()
}

fn table_text(connection: &Connection, table: &str) -> String {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
    let n_columns = statement.column_count();
    let rows = statement
        .query_map([], |row| {
            (0..n_columns).map(|at| row.get(at)).collect::<Result<Vec<Value>, _>>()
        })
        .unwrap();
    rows.map(|row| format!("{table} {:?}\n", row.unwrap())).collect()
}
