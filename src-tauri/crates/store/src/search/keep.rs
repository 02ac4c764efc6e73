//! The index kept with the rows.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Params, Transaction, TransactionBehavior};
use tongket_figures::search_words;
use tongket_model::StepId;

use super::entry::{FOUND, entry};
use crate::{Noun, Store, StoreError};

/// Goes up with every change of what a thing is found by or how words are compared; files filled
/// by another one are filled anew.
const VERSION: i64 = 3;

/// Years of one thing that are entered; no programme holds for more.
const MOST_YEARS: usize = 100;

/// Enters anew whatever the changes of a step behind a number touched.
pub(crate) fn follow(store: &Store, step: StepId, behind: i64) -> Result<(), StoreError> {
    for (noun, row) in rows(&store.connection, include_str!("touched.sql"), (step.0, behind))? {
        renew(store, noun, row)?;
    }
    Ok(())
}

/// Fills the index when it was not filled by this way of comparing words. A full disk or another
/// program at work is no reason not to open the file: the next opening fills it.
pub(crate) fn keep_filled(store: &Store) -> Result<(), StoreError> {
    if is_filled(&store.connection)? {
        return Ok(());
    }
    store.connection.pragma_update(None, "query_only", false)?;
    let filled = fill(store);
    store.connection.pragma_update(None, "query_only", true)?;
    match filled {
        Err(StoreError::Busy | StoreError::DiskFull | StoreError::ReadOnly) => Ok(()),
        filled => filled,
    }
}

fn fill(store: &Store) -> Result<(), StoreError> {
    let transaction =
        Transaction::new_unchecked(&store.connection, TransactionBehavior::Immediate)?;
    // Another program may have been quicker.
    if is_filled(&transaction)? {
        return Ok(());
    }
    transaction.execute_batch(include_str!("clear.sql"))?;
    for (noun, row) in rows(&transaction, include_str!("everything.sql"), ())? {
        renew(store, noun, row)?;
    }
    transaction.prepare_cached(include_str!("set_filled.sql"))?.execute([VERSION])?;
    Ok(transaction.commit()?)
}

/// Where index and rows have parted, as one sentence each.
pub(crate) fn problems(store: &Store) -> Result<Vec<String>, StoreError> {
    if !is_filled(&store.connection)? {
        return Ok(Vec::new());
    }
    let entered = rows(&store.connection, include_str!("entered.sql"), ())?;
    let there = rows(&store.connection, include_str!("everything.sql"), ())?;
    let odd = entered.symmetric_difference(&there);
    Ok(odd.map(|(noun, row)| format!("{noun} số {row}: mục lục tìm kiếm không khớp")).collect())
}

fn is_filled(connection: &Connection) -> Result<bool, StoreError> {
    let mut filled = connection.prepare_cached(include_str!("filled.sql"))?;
    Ok(filled.query_one([], |row| row.get::<_, Option<i64>>(0))? == Some(VERSION))
}

fn renew(store: &Store, noun: Noun, row: i64) -> Result<(), StoreError> {
    let connection = &store.connection;
    let forgotten: Option<i64> = connection
        .prepare_cached(include_str!("forget.sql"))?
        .query_one((noun.code(), row), |row| row.get(0))
        .optional()?;
    if let Some(id) = forgotten {
        connection.prepare_cached(include_str!("forget_words.sql"))?.execute([id])?;
    }
    let Some(entry) = entry(store, noun, row)? else { return Ok(()) };
    let about = (noun.code(), row, entry.organisation, entry.year, &entry.field);
    let id: i64 =
        connection.prepare_cached(include_str!("enter.sql"))?.query_one(about, |row| row.get(0))?;
    let mut words = words_of(&[&entry.title, &entry.text]);
    let years = entry.years.or(entry.year.map(|year| (year, year)));
    for year in years.into_iter().flat_map(|(first, last)| first..=last).take(MOST_YEARS) {
        words.push_str(&year_word(year));
        words.push(' ');
    }
    connection.prepare_cached(include_str!("enter_words.sql"))?.execute((id, words))?;
    Ok(())
}

/// The word that stands for a year for which a thing holds. It begins with a letter of private use,
/// which no text that is searched or asked for keeps.
pub(super) fn year_word(year: i32) -> String {
    format!("\u{e000}{year}")
}

fn words_of(texts: &[&str]) -> String {
    let mut all = String::new();
    for text in texts {
        for word in search_words(text) {
            all.push_str(&word.text);
            all.push(' ');
        }
    }
    all
}

fn rows(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<BTreeSet<(Noun, i64)>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params, |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut found = BTreeSet::new();
    for row in rows {
        let (code, row) = row?;
        found.extend(FOUND.iter().find(|noun| noun.code() == code).map(|noun| (*noun, row)));
    }
    Ok(found)
}
