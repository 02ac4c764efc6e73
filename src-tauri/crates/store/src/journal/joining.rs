//! Steps that go on with the one before, as typing does: they become one step, and what several
//! changes did to a row becomes one change.

use chrono::{NaiveDateTime, TimeDelta};
use rusqlite::{Connection, OptionalExtension};
use tongket_model::StepId;

use crate::{Clock, StoreError, clock};

/// How long a step can be gone on with after its start: what is typed in a minute is taken back
/// by one undo.
const OPEN_FOR: TimeDelta = TimeDelta::seconds(60);

/// The step that a change under `key` goes on with: the newest of all, when it stands, was done
/// under this key and is young enough. An undo in between ends it.
pub(super) fn to_join(
    connection: &Connection,
    key: &str,
    now: Clock,
) -> Result<Option<StepId>, StoreError> {
    let mut newest = connection.prepare_cached(include_str!("newest.sql"))?;
    let newest = newest.query_one([], |row| {
        let (id, time, state): (_, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok((StepId(id), time, state, row.get::<_, Option<String>>(3)?))
    });
    let Some((id, time, state, of_key)) = newest.optional()? else { return Ok(None) };
    let Ok(started) = NaiveDateTime::parse_from_str(&time, clock::STEP_TIME) else {
        return Ok(None);
    };
    let age = now.now() - started;
    let young = (TimeDelta::zero()..OPEN_FOR).contains(&age);
    Ok((state == "done" && of_key.as_deref() == Some(key) && young).then_some(id))
}

/// Makes one change of neighbouring changes to the same row. Others stand between no two of them,
/// so that they can be replayed in the same order as before. A step left empty is removed; says
/// whether it stands.
pub(super) fn collapse(connection: &Connection, step: StepId) -> Result<bool, StoreError> {
    let mut kept: Vec<(i64, String, i64)> = Vec::new();
    for (seq, table, row) in rows_of(connection, step)? {
        let Some((first, ..)) = kept.last().filter(|(_, t, r)| (t, *r) == (&table, row)) else {
            kept.push((seq, table, row));
            continue;
        };
        let first = *first;
        if comes_to_nothing(connection, first, seq)? {
            connection.prepare_cached(include_str!("remove_change.sql"))?.execute([first])?;
            kept.pop();
        } else {
            connection.prepare_cached(include_str!("take_after.sql"))?.execute([first, seq])?;
        }
        connection.prepare_cached(include_str!("remove_change.sql"))?.execute([seq])?;
    }
    if kept.is_empty() {
        connection.prepare_cached(include_str!("remove_step.sql"))?.execute([step.0])?;
    }
    Ok(!kept.is_empty())
}

fn rows_of(connection: &Connection, step: StepId) -> Result<Vec<(i64, String, i64)>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("rows_of_step.sql"))?;
    let rows = statement.query_map([step.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn comes_to_nothing(connection: &Connection, first: i64, last: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("comes_to_nothing.sql"))?;
    Ok(statement.query_one([first, last], |row| row.get(0))?)
}
