//! The one door for changes. Each named step runs in one transaction together with the journal
//! of its row changes, so that what is stored can always be undone, also after a restart.

mod joining;
mod replay;
mod triggers;

use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};
use serde::Serialize;
use tongket_model::StepId;

use joining::StepOf;
pub(crate) use triggers::{inconsistencies, install};

use crate::{Changes, Noun, Store, StoreError, content, search};

/// How much of the past can be undone.
struct Kept {
    /// The newest steps are kept; older ones go once the journal holds too many changes.
    steps: i64,
    changes: i64,
    /// The same by size, lest months of typing fill the disk: the newest steps are kept, older
    /// ones go once all images take more bytes.
    large_steps: i64,
    bytes: i64,
}

const KEPT: Kept = Kept { steps: 1000, changes: 200_000, large_steps: 100, bytes: 64 << 20 };

/// What a step came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Done<T> {
    pub value: T,
    /// `None` when there is nothing to undo: nothing changed, or what is typed is back where it
    /// began.
    pub step: Option<StepId>,
    /// What to load anew.
    pub touched: BTreeSet<Noun>,
}

/// A step of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepInfo {
    pub id: StepId,
    /// "Sửa số liệu thu ngân sách"
    pub name: String,
    /// Local time of the machine when it was done: `2026-11-22 08:30:05`.
    pub time: String,
    /// What to load anew.
    pub touched: BTreeSet<Noun>,
}

impl Store {
    /// Runs `work` as one step called `name` in Vietnamese. All its changes are stored, or none
    /// when it returns an error or panics. Steps undone before can then no longer be redone.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        name: &str,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.transact_as(name, &StepOf::Itself, |_| Ok(()), work)
    }

    /// `check` sees what is stored before anything is done.
    fn transact_as<T, E: From<StoreError>>(
        &mut self,
        name: &str,
        of: &StepOf<'_>,
        check: impl FnOnce(&Store) -> Result<(), E>,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.start_journaling()?;
        let transaction = begin(&self.connection)?;
        check(self)?;
        let opened = open_step(self, name, of)?;
        let mut changes = Changes::new(self);
        let value = work(&mut changes)?;
        let adds_content = changes.adds_content;
        let mut touched = touched(&transaction, opened.step, opened.behind)?;
        touched.extend(&opened.taken_back);
        if touched.is_empty() {
            transaction.rollback().map_err(StoreError::from)?;
            return Ok(Done { value, step: None, touched });
        }
        // Before what is typed joins: a change that comes to nothing is taken out of the journal.
        search::follow(self, opened.step, opened.behind)?;
        let stands = close_step(&transaction, &opened)?;
        if adds_content {
            content::remove_unnamed(&transaction)?;
        }
        transaction.commit().map_err(StoreError::from)?;
        let step = stands.then_some(opened.step);
        self.touched.extend(&touched);
        self.touched.step = step;
        Ok(Done { value, step, touched })
    }

    /// Takes back the newest step that stands; `None` when there is none.
    pub fn undo(&mut self) -> Result<Option<StepInfo>, StoreError> {
        self.replay(replay::Way::Back, None)
    }

    /// As [`Store::undo`], but refused when the newest step is another than `step`.
    pub fn undo_step(&mut self, step: StepId) -> Result<StepInfo, StoreError> {
        self.replay(replay::Way::Back, Some(step))?.ok_or(StoreError::NotNewest)
    }

    /// Does the step that was undone last once more; `None` when there is none.
    pub fn redo(&mut self) -> Result<Option<StepInfo>, StoreError> {
        self.replay(replay::Way::Forth, None)
    }

    /// The step that [`Store::undo`] would take back.
    pub fn next_undo(&self) -> Result<Option<StepInfo>, StoreError> {
        pick(&self.connection, replay::Way::Back)
    }

    /// The step that [`Store::redo`] would do once more.
    pub fn next_redo(&self) -> Result<Option<StepInfo>, StoreError> {
        pick(&self.connection, replay::Way::Forth)
    }

    fn replay(
        &mut self,
        way: replay::Way,
        only: Option<StepId>,
    ) -> Result<Option<StepInfo>, StoreError> {
        self.start_journaling()?;
        let transaction = begin(&self.connection)?;
        let Some(step) = pick(&transaction, way)? else {
            return Ok(None);
        };
        if only.is_some_and(|only| only != step.id) {
            return Err(StoreError::NotNewest);
        }
        replay::replay(&transaction, step.id, way)?;
        search::follow(self, step.id, 0)?;
        transaction.commit()?;
        self.touched.extend(&step.touched);
        Ok(Some(step))
    }
}

/// The step that is next on the way.
fn pick(connection: &Connection, way: replay::Way) -> Result<Option<StepInfo>, StoreError> {
    let sql = match way {
        replay::Way::Back => include_str!("newest_done.sql"),
        replay::Way::Forth => include_str!("oldest_undone.sql"),
    };
    let mut statement = connection.prepare_cached(sql)?;
    let picked = statement
        .query_map([], |row| Ok((StepId(row.get(0)?), row.get(1)?, row.get(2)?)))?
        .next()
        .transpose()?;
    let Some((id, name, time)) = picked else { return Ok(None) };
    Ok(Some(StepInfo { id, name, time, touched: touched(connection, id, 0)? }))
}

/// Waits for another program's write and then holds the right to write.
fn begin(connection: &Connection) -> Result<Transaction<'_>, StoreError> {
    Ok(Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?)
}

/// The step that changes are written into.
struct Opened {
    step: StepId,
    /// The number of the newest change before.
    behind: i64,
    /// Whether it may hold nothing in the end.
    may_be_empty: bool,
    /// What the steps held in whose place it stands.
    taken_back: BTreeSet<Noun>,
}

fn open_step(store: &Store, name: &str, of: &StepOf<'_>) -> Result<Opened, StoreError> {
    let (connection, clock) = (&store.connection, store.clock);
    let joined = joining::to_join(connection, of, clock)?;
    let taken_back = joining::take_back(store, of)?;
    let step = match joined {
        Some(step) => step,
        None => {
            let mut add = connection.prepare_cached(include_str!("add_step.sql"))?;
            StepId(add.query_one((name, clock.text(), of.key()), |row| row.get(0))?)
        }
    };
    let mut newest = connection.prepare_cached(include_str!("newest_change.sql"))?;
    let behind = newest.query_one([], |row| row.get(0))?;
    connection.prepare_cached(include_str!("now_step.sql"))?.execute([step.0])?;
    let may_be_empty = joined.is_some() || !taken_back.is_empty();
    Ok(Opened { step, behind, may_be_empty, taken_back })
}

/// Says whether the step stands: what is typed may have come back to where it began.
fn close_step(connection: &Connection, opened: &Opened) -> Result<bool, StoreError> {
    connection.prepare_cached(include_str!("now_nothing.sql"))?.execute([])?;
    connection.prepare_cached(include_str!("forget_undone.sql"))?.execute([])?;
    let stands = !opened.may_be_empty || joining::collapse(connection, opened.step)?;
    connection.prepare_cached(include_str!("measure_step.sql"))?.execute([opened.step.0])?;
    thin(connection, opened.step, &KEPT)?;
    Ok(stands)
}

/// Forgets the oldest steps, by number and never by time.
fn thin(connection: &Connection, newest: StepId, kept: &Kept) -> Result<(), StoreError> {
    let params = named_params! {
        ":newest": newest.0,
        ":steps_kept": kept.steps,
        ":changes_kept": kept.changes,
        ":large_steps_kept": kept.large_steps,
        ":bytes_kept": kept.bytes,
    };
    connection.prepare_cached(include_str!("thin.sql"))?.execute(params)?;
    Ok(())
}

/// What the changes of a step from behind a number on are changes of.
fn touched(
    connection: &Connection,
    step: StepId,
    behind: i64,
) -> Result<BTreeSet<Noun>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("touched.sql"))?;
    let tables = statement.query_map([step.0, behind], |row| row.get::<_, String>(0))?;
    let mut touched = BTreeSet::new();
    for table in tables {
        touched.extend(Noun::of_table(&table?));
    }
    Ok(touched)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails where it stands")]
mod tests {
    use super::*;
    use crate::Clock;

    fn store(dir: &tempfile::TempDir) -> Store {
        Store::open(&dir.path().join("a.db"), Clock::System).unwrap()
    }

    #[test]
    fn the_database_refuses_what_goes_round_the_door() {
        let dir = tempfile::tempdir().unwrap();
        let mut store = store(&dir);
        store.transact("Đặt", |changes| changes.set_setting("a", "1")).unwrap();
        let only_read = Store::open(&dir.path().join("a.db"), Clock::System).unwrap();
        for sql in [
            "INSERT INTO setting (key, value) VALUES ('b', '1')",
            "UPDATE setting SET value = '2'",
            "DELETE FROM setting",
        ] {
            assert!(store.connection.execute(sql, []).is_err(), "after a step: {sql}");
            assert!(only_read.connection.execute(sql, []).is_err(), "before any step: {sql}");
        }
        assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
    }

    #[test]
    fn a_full_disk_leaves_the_step_out_and_the_store_usable() {
        let dir = tempfile::tempdir().unwrap();
        let mut store = store(&dir);
        store.transact("Đặt", |changes| changes.set_setting("a", "1")).unwrap();
        let pages: i64 =
            store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        store.connection.pragma_update(None, "max_page_count", pages + 2).unwrap();
        let large = "x".repeat(100_000);
        let refused = store.transact("Đặt", |changes| {
            changes.set_setting("b", "1")?;
            changes.set_setting("a", &large)
        });
        assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
        assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
        assert_eq!(store.setting("b").unwrap(), None);
        store.transact("Đặt", |changes| changes.set_setting("a", "2")).unwrap();
        assert!(store.verify().unwrap().ok);
    }

    /// One statement may take away rows that refer to each other, in whatever order.
    #[test]
    fn undo_brings_rows_back_before_those_they_refer_to() {
        let dir = tempfile::tempdir().unwrap();
        let mut store = store(&dir);
        let add = "INSERT INTO organisation (slug, name, short_name, parent, level, side)
            VALUES (?1, '', '', ?2, 'unit', 'party')";
        let added = store.transact("Thêm", |changes| {
            changes.execute(add, ("tren", None::<i64>))?;
            changes.execute(add, ("duoi", Some(1)))
        });
        added.unwrap();
        let removed =
            store.transact("Xóa", |changes| changes.execute("DELETE FROM organisation", []));
        removed.unwrap();
        store.undo().unwrap().unwrap();
        assert_eq!(store.organisations().unwrap().len(), 2);
    }

    #[test]
    fn every_data_table_is_journaled() {
        let dir = tempfile::tempdir().unwrap();
        let store = store(&dir);
        let tables: Vec<String> = crate::schema::listing(&store.connection)
            .unwrap()
            .into_iter()
            .filter(|(kind, ..)| kind == "table")
            .map(|(_, name, ..)| name)
            .filter(|name| !name.starts_with("sqlite_") && !name.starts_with("journal_"))
            .filter(|name| name != "selftest" && name != "content" && !name.starts_with("search_"))
            .collect();
        let mut journaled: Vec<&str> = crate::noun::TABLES.iter().map(|(name, _)| *name).collect();
        journaled.sort_unstable();
        assert_eq!(tables, journaled);
    }

    #[test]
    fn thinning_keeps_both_the_newest_steps_and_the_newest_changes() {
        let dir = tempfile::tempdir().unwrap();
        let mut store = store(&dir);
        for number in 0..20 {
            let name = number.to_string();
            store.transact(&name, |changes| changes.set_setting("a", &name)).unwrap();
        }
        let names = |store: &Store| -> Vec<String> {
            let sql = "SELECT name FROM journal_step ORDER BY id";
            let mut statement = store.connection.prepare(sql).unwrap();
            let names = statement.query_map([], |row| row.get(0)).unwrap();
            names.collect::<Result<_, _>>().unwrap()
        };
        thin(&store.connection, StepId(20), &Kept { steps: 5, changes: 100, ..KEPT }).unwrap();
        assert_eq!(names(&store).len(), 20, "few changes");
        thin(&store.connection, StepId(20), &Kept { steps: 100, changes: 5, ..KEPT }).unwrap();
        assert_eq!(names(&store).len(), 20, "few steps");
        thin(&store.connection, StepId(20), &Kept { steps: 5, changes: 8, ..KEPT }).unwrap();
        assert_eq!(names(&store).first().map(String::as_str), Some("11"));
        assert!(store.verify().unwrap().ok, "what is left still fits the data");
        let n_undone = std::iter::from_fn(|| store.undo().unwrap()).count();
        assert_eq!((n_undone, store.setting("a").unwrap().as_deref()), (9, Some("10")));
    }
}
