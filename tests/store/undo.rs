//! Undo takes back exactly what a step changed, whatever the steps were, also in a program
//! started later.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use tongket_figures::{Amount, Period};
use tongket_model::{DocumentState, FigureKind};
use tongket_store::{Changes, Clock, Noun, Store, StoreError};

use crate::command::{Command, Value, add_home};
use crate::drafting::Drafting;
use crate::dump::dump;
use crate::fixture::Folder;

#[derive(Debug, Clone)]
enum Act {
    Step(Vec<Command>),
    /// A step that goes on with the one before; the clock stands still.
    Type(Vec<Command>),
    Undo,
    Redo,
    Reopen,
}

fn slug() -> impl Strategy<Value = String> {
    prop_oneof![Just("fdi"), Just("thu-ngan-sach"), Just("ho-ngheo")].prop_map(str::to_owned)
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![Just("2022"), Just("2023"), Just("2023-09-T")]
        .prop_map(|code| code.parse().unwrap())
}

fn kind() -> impl Strategy<Value = FigureKind> {
    prop_oneof![Just(FigureKind::Estimate), Just(FigureKind::Actual)]
}

/// Any text at all, control characters and NUL included.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        Just("Nhiệm vụ «{{ 1 }}»\u{0}\u{1b}\u{202e}'; DROP TABLE figure; --".to_owned()),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    (0i64..1_000_000, 0u32..4, text(), any::<bool>()).prop_map(|(digits, decimals, raw, share)| {
        let amount = Amount::new(digits, decimals);
        // A share may come out as 9/8: such a command is refused and must leave nothing.
        Value { amount, of: share.then_some(Amount::from(500)), to: None, raw }
    })
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => (slug(), text()).prop_map(|(slug, name)| Command::AddIndicator { slug, name }),
        1 => (slug(), slug()).prop_map(|(slug, whole)| Command::SetPartOf { slug, whole }),
        1 => slug().prop_map(|slug| Command::RemoveIndicator { slug }),
        5 => (slug(), period(), kind(), value()).prop_map(|(indicator, period, kind, value)| {
            Command::SetFigure { indicator, period, kind, value }
        }),
        1 => (slug(), period(), kind()).prop_map(|(indicator, period, kind)| {
            Command::RemoveFigure { indicator, period, kind }
        }),
        2 => (slug(), period(), text(), value()).prop_map(|(indicator, period, assigner, value)| {
            Command::SetPlan { indicator, period, assigner, value }
        }),
        1 => slug().prop_map(|indicator| Command::RemovePlans { indicator }),
        1 => (slug(), 2023..2026, value())
            .prop_map(|(indicator, year, value)| Command::SetTarget { indicator, year, value }),
        2 => (slug(), vec(slug(), 0..4))
            .prop_map(|(slug, indicators)| Command::SetScorecard { slug, indicators }),
        1 => slug().prop_map(|slug| Command::RemoveScorecard { slug }),
        1 => (2023..2025, vec(text(), 0..3))
            .prop_map(|(year, components)| Command::SetTheme { year, components }),
        2 => (slug(), vec(text(), 0..5)).prop_map(|(slug, items)| Command::SetList { slug, items }),
        1 => slug().prop_map(|slug| Command::RemoveList { slug }),
        1 => (text(), text()).prop_map(|(number, subject)| {
            Command::AddDocument { number, subject, state: DocumentState::Issued }
        }),
        1 => (slug(), text()).prop_map(|(key, value)| Command::SetSetting { key, value }),
        1 => slug().prop_map(|key| Command::RemoveSetting { key }),
        8 => drafting().prop_map(Command::OnDraft),
    ]
}

fn drafting() -> impl Strategy<Value = Drafting> {
    prop_oneof![
        2 => (slug(), text()).prop_map(|(title, body)| Drafting::Add { title, body }),
        3 => text().prop_map(|body| Drafting::Write { body }),
        2 => text().prop_map(|note| Drafting::Freeze { note }),
        1 => Just(Drafting::Remove),
        1 => (slug(), text()).prop_map(|(name, body)| Drafting::SetTemplate { name, body }),
        1 => slug().prop_map(|name| Drafting::RemoveTemplate { name }),
        2 => (slug(), text()).prop_map(|(indicator, text)| Drafting::SetNote { indicator, text }),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => vec(command(), 1..5).prop_map(Act::Step),
        4 => vec(command(), 1..3).prop_map(Act::Type),
        2 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => Just(Act::Reopen),
    ]
}

/// The dumps that undo and redo must lead through, and where we stand among them.
struct Trail {
    dumps: Vec<String>,
    /// Whether the step that led to each dump was typed.
    typed: Vec<bool>,
    at: usize,
}

impl Trail {
    fn done(&mut self, dump: String, typed: bool) {
        self.dumps.truncate(self.at + 1);
        self.typed.truncate(self.at + 1);
        self.dumps.push(dump);
        self.typed.push(typed);
        self.at += 1;
    }

    /// The newest step was typed and nothing was undone since.
    fn goes_on(&self) -> bool {
        self.at + 1 == self.dumps.len() && self.typed[self.at]
    }
}

/// One step; commands that are refused are left out of it, as a shell may do.
fn run(commands: &[Command], changes: &mut Changes<'_>) -> Result<(), StoreError> {
    for command in commands {
        let _refused = command.run(changes);
    }
    Ok(())
}

fn type_in(folder: &Folder, store: &mut Store, trail: &mut Trail, commands: &[Command]) {
    let work = |changes: &mut Changes<'_>| run(commands, changes);
    let done = store.transact_continuing("Gõ", "gõ", work).unwrap();
    if done.touched.is_empty() {
        return;
    }
    if trail.goes_on() {
        trail.at -= 1;
    }
    match done.step {
        Some(_) => trail.done(dump(&folder.path()), true),
        None => {
            trail.dumps.truncate(trail.at + 1);
            trail.typed.truncate(trail.at + 1);
        }
    }
}

fn follow(folder: &Folder, store: &mut Store, trail: &mut Trail, act: &Act) {
    match act {
        Act::Step(commands) => {
            let done = store.transact("Sửa nhiều thứ", |changes| run(commands, changes));
            if done.unwrap().step.is_some() {
                trail.done(dump(&folder.path()), false);
            }
        }
        Act::Type(commands) => type_in(folder, store, trail, commands),
        Act::Undo => {
            let undone = store.undo().unwrap().is_some();
            assert_eq!(undone, trail.at > 0, "undo finds a step exactly when one stands");
            trail.at -= usize::from(undone);
        }
        Act::Redo => {
            let redone = store.redo().unwrap().is_some();
            assert_eq!(redone, trail.at + 1 < trail.dumps.len());
            trail.at += usize::from(redone);
        }
        Act::Reopen => *store = folder.open(),
    }
    assert_eq!(dump(&folder.path()), trail.dumps[trail.at], "after {act:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_lead_through_the_same_states(acts in vec(act(), 1..30)) {
        let folder = Folder::new();
        let mut store = folder.open();
        let mut trail = Trail { dumps: vec![dump(&folder.path())], typed: vec![false], at: 0 };
        store.transact("Thêm đơn vị", add_home).unwrap();
        trail.done(dump(&folder.path()), false);
        for act in &acts {
            follow(&folder, &mut store, &mut trail, act);
        }
        let (newest, n_steps) = (trail.dumps.len() - 1, trail.dumps.len());
        for _ in 0..n_steps {
            follow(&folder, &mut store, &mut trail, &Act::Undo);
        }
        prop_assert_eq!(trail.at, 0);
        store = folder.open();
        for _ in 0..n_steps {
            follow(&folder, &mut store, &mut trail, &Act::Redo);
        }
        prop_assert_eq!(trail.at, newest);
        let verification = store.verify().unwrap();
        prop_assert!(verification.ok, "{:?}", verification.problems);
    }
}

#[test]
fn a_step_tells_its_name_and_what_it_touched() {
    let folder = Folder::new();
    let mut store = folder.open();
    let done = store.transact("Thêm đơn vị", add_home).unwrap();
    assert_eq!(done.touched.into_iter().collect::<Vec<_>>(), [Noun::Organisation]);
    let undone = store.undo().unwrap().unwrap();
    assert_eq!(Some(undone.id), done.step);
    assert_eq!(
        (undone.name.as_str(), undone.time.as_str()),
        ("Thêm đơn vị", "2026-11-22 08:30:05")
    );
    assert_eq!(undone.touched.into_iter().collect::<Vec<_>>(), [Noun::Organisation]);
}

#[test]
fn a_step_without_changes_leaves_nothing_and_keeps_the_undone_ones() {
    let folder = Folder::new();
    let mut store = folder.open();
    store.transact("Thêm đơn vị", add_home).unwrap();
    store.transact("Đặt", |changes| changes.set_setting("a", "1")).unwrap();
    store.undo().unwrap().unwrap();
    let same = store.transact("Xem", |changes| changes.remove_setting("b")).unwrap();
    assert_eq!((same.step, same.touched.len()), (None, 0));
    assert_eq!(store.redo().unwrap().unwrap().name, "Đặt");
    let same = store.transact("Đặt lại như cũ", |changes| changes.set_setting("a", "1")).unwrap();
    assert_eq!(same.step, None);
}

#[test]
fn a_failed_step_leaves_nothing() {
    let folder = Folder::new();
    let mut store = folder.open();
    let before = dump(&folder.path());
    let failed = store.transact("Thêm rồi hỏng", |changes| {
        add_home(changes)?;
        Err::<(), _>(StoreError::Refused("thử".to_owned()))
    });
    assert!(matches!(failed, Err(StoreError::Refused(_))));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.transact("Thêm rồi dừng", |changes| {
            add_home(changes)?;
            if changes.store().organisations()?.len() == 1 {
                panic!("a bug in the middle of a step");
            }
            Ok::<_, StoreError>(())
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(dump(&folder.path()), before);
    assert!(store.undo().unwrap().is_none());
    store.transact("Thêm đơn vị", add_home).unwrap();
    assert!(store.verify().unwrap().ok);
}

/// A save of typing: at this second, under this key.
type Save = (u32, &'static str);

/// What is tried, the saves, and the number of steps that come of them.
#[test]
fn typing_is_one_step_for_a_minute() {
    let cases: [(&str, &[Save], usize); 5] = [
        ("one key", &[(0, "a"), (1, "a"), (59, "a")], 1),
        ("from the start of the step on", &[(0, "a"), (40, "a"), (70, "a"), (100, "a")], 2),
        ("two keys", &[(0, "a"), (1, "b"), (2, "a")], 3),
        ("a clock set back", &[(30, "a"), (10, "a")], 2),
        ("a minute", &[(0, "a"), (60, "a")], 2),
    ];
    for (name, saves, n_steps) in cases {
        let folder = Folder::new();
        for (number, (second, key)) in saves.iter().enumerate() {
            let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
            let time = day.and_hms_opt(8, second / 60, second % 60).unwrap();
            let mut store = Store::open(&folder.path(), Clock::Fixed(time)).unwrap();
            let value = number.to_string();
            store.transact_continuing("Gõ", key, |c| c.set_setting("a", &value)).unwrap();
        }
        let mut store = folder.open();
        let n_undone = std::iter::from_fn(|| store.undo().unwrap()).count();
        assert_eq!(n_undone, n_steps, "{name}");
    }
}

/// What the editor's own undo leads back over: saves as (second, value), then the value that it
/// comes to in the place of all steps of these saves, and the values that undo leads to from there.
#[test]
fn what_the_editor_undoes_leads_undo_further_back() {
    type Saves = &'static [(u32, &'static str)];
    let cases: [(&str, Saves, &str, &[&str]); 4] = [
        ("within one step", &[(0, "a"), (10, "ab")], "a", &["-"]),
        ("into an older step", &[(0, "a"), (90, "ab")], "a", &["-"]),
        ("to where typing began", &[(0, "a"), (90, "ab")], "-", &[]),
        ("forth again", &[(0, "a"), (90, "ab")], "abc", &["-"]),
    ];
    for (name, saves, came_to, undone) in cases {
        let folder = Folder::new();
        let at = |second: u32| {
            let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
            Clock::Fixed(day.and_hms_opt(8, second / 60, second % 60).unwrap())
        };
        folder.open().transact("Trước", |c| c.set_setting("a", "-")).unwrap();
        let mut steps = Vec::new();
        for (second, value) in saves {
            let mut store = Store::open(&folder.path(), at(*second)).unwrap();
            let done = store.transact_continuing("Gõ", "a", |c| c.set_setting("a", value)).unwrap();
            steps.extend(done.step);
        }
        let mut store = Store::open(&folder.path(), at(200)).unwrap();
        let write = |c: &mut Changes<'_>| c.set_setting("a", came_to);
        let done = store.transact_instead("Gõ", "a", &steps, |_| Ok(()), write).unwrap();
        assert_eq!(done.step.is_some(), !undone.is_empty(), "{name}");
        assert_eq!(store.setting("a").unwrap().as_deref(), Some(came_to), "{name}");
        assert!(store.verify().unwrap().ok, "{name}");
        for value in undone {
            store.undo().unwrap().unwrap();
            assert_eq!(store.setting("a").unwrap().as_deref(), Some(*value), "{name}");
        }
        assert_eq!(store.undo().unwrap().unwrap().name, "Trước", "{name}");
    }
}

#[test]
fn what_the_editor_undoes_leaves_other_steps_alone() {
    let folder = Folder::new();
    let mut store = folder.open();
    let typed = store.transact_continuing("Gõ", "a", |c| c.set_setting("a", "1")).unwrap();
    store.transact("Khác", |c| c.set_setting("b", "1")).unwrap();
    let steps = [typed.step.unwrap()];
    let write = |c: &mut Changes<'_>| c.set_setting("a", "2");
    store.transact_instead("Gõ", "a", &steps, |_| Ok(()), write).unwrap();
    assert_eq!(store.setting("b").unwrap().as_deref(), Some("1"));
    store.undo().unwrap().unwrap();
    assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
    let refused = store.transact_instead("Gõ", "a", &steps, |_| Err(StoreError::DiskFull), write);
    assert!(refused.is_err());
    assert_eq!(store.next_undo().unwrap().unwrap().name, "Khác", "nothing was taken back");
}

#[test]
fn a_step_that_is_no_longer_the_newest_is_not_undone() {
    let folder = Folder::new();
    let mut store = folder.open();
    let set = |store: &mut Store, value: &str| {
        store.transact("Đặt", |c| c.set_setting("a", value)).unwrap().step.unwrap()
    };
    let (first, second) = (set(&mut store, "1"), set(&mut store, "2"));
    assert!(matches!(store.undo_step(first), Err(StoreError::NotNewest)));
    assert_eq!(store.setting("a").unwrap().as_deref(), Some("2"));
    assert_eq!(store.undo_step(second).unwrap().id, second);
    assert!(matches!(store.undo_step(second), Err(StoreError::NotNewest)), "undone already");
    let elsewhere = set(&mut folder.open(), "3");
    assert!(matches!(store.undo_step(first), Err(StoreError::NotNewest)));
    store.undo_step(elsewhere).unwrap();
    assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
}
