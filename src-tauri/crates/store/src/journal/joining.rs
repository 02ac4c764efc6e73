//! Steps that go on with the one before, as typing does: they become one step, and what several
//! changes did to a row becomes one change. What an editor's own undo makes of typed text stands in
//! the place of the steps that it goes back over.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};
use rusqlite::{Connection, OptionalExtension};
use tongket_model::StepId;

use super::replay::{Way, replay};
use super::{Done, touched};
use crate::{Changes, Clock, Noun, Store, StoreError, clock, search};

/// How long a step can be gone on with after its start: what is typed in a minute is taken back
/// by one undo.
const OPEN_FOR: TimeDelta = TimeDelta::seconds(60);

/// What changes have to do with the steps before.
pub(super) enum StepOf<'a> {
    Itself,
    /// They go on with what was typed under the key a little before.
    Typing(&'a str),
    /// They stand in the place of the newest steps, as far as these are among `instead_of`.
    Undoing {
        key: &'a str,
        instead_of: &'a [StepId],
    },
}

impl StepOf<'_> {
    /// Under which what is typed next goes on with the step.
    pub fn key(&self) -> Option<&str> {
        match self {
            StepOf::Itself => None,
            StepOf::Typing(key) | StepOf::Undoing { key, .. } => Some(key),
        }
    }
}

impl Store {
    /// As [`Store::transact`], but the changes join the newest step when that was done under the
    /// same key less than a minute ago: what is typed becomes one step, however often it is saved.
    pub fn transact_continuing<T, E: From<StoreError>>(
        &mut self,
        name: &str,
        key: &str,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.transact_as(name, &StepOf::Typing(key), |_| Ok(()), work)
    }

    /// As [`Store::transact_continuing`], for text that the editor's own undo made out of what
    /// `instead_of` stored: the newest steps, as far as they are among those, are taken back and
    /// forgotten first, and what `work` then does is one step in their stead; none when it comes to
    /// what was there before them. So undo leads further back and never takes back an undoing.
    /// `check` sees what is stored until then.
    pub fn transact_instead<T, E: From<StoreError>>(
        &mut self,
        name: &str,
        key: &str,
        instead_of: &[StepId],
        check: impl FnOnce(&Store) -> Result<(), E>,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.transact_as(name, &StepOf::Undoing { key, instead_of }, check, work)
    }
}

struct Newest {
    id: StepId,
    time: String,
    is_done: bool,
    key: Option<String>,
}

fn newest(connection: &Connection) -> Result<Option<Newest>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("newest.sql"))?;
    let newest = statement.query_one([], |row| {
        Ok(Newest {
            id: StepId(row.get(0)?),
            time: row.get(1)?,
            is_done: row.get::<_, String>(2)? == "done",
            key: row.get(3)?,
        })
    });
    Ok(newest.optional()?)
}

/// The step that typing goes on with: the newest of all, when it stands, was done under the same
/// key and is young enough. An undo in between ends it.
pub(super) fn to_join(
    connection: &Connection,
    of: &StepOf<'_>,
    now: Clock,
) -> Result<Option<StepId>, StoreError> {
    let StepOf::Typing(key) = of else { return Ok(None) };
    let Some(newest) = newest(connection)? else { return Ok(None) };
    let Ok(started) = NaiveDateTime::parse_from_str(&newest.time, clock::STEP_TIME) else {
        return Ok(None);
    };
    let age = now.now() - started;
    let young = (TimeDelta::zero()..OPEN_FOR).contains(&age);
    Ok((newest.is_done && newest.key.as_deref() == Some(*key) && young).then_some(newest.id))
}

/// Takes back and forgets the newest steps in whose place the changes stand, as far as they are
/// done; says what they touched.
pub(super) fn take_back(store: &Store, of: &StepOf<'_>) -> Result<BTreeSet<Noun>, StoreError> {
    let connection = &store.connection;
    let mut taken_back = BTreeSet::new();
    let StepOf::Undoing { instead_of, .. } = of else { return Ok(taken_back) };
    while let Some(newest) = newest(connection)? {
        if !newest.is_done || !instead_of.contains(&newest.id) {
            break;
        }
        taken_back.extend(touched(connection, newest.id, 0)?);
        replay(connection, newest.id, Way::Back)?;
        search::follow(store, newest.id, 0)?;
        connection.prepare_cached(include_str!("remove_step.sql"))?.execute([newest.id.0])?;
    }
    Ok(taken_back)
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
