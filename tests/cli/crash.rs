//! The program is killed while it saves, again and again; whatever it told as saved must be there.

use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde::Deserialize;
use tongket_tests::{Ran, tongket};

/// What `selftest check` prints.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Found {
    ok: bool,
    max: i64,
    count: i64,
}

/// `TONGKET_CRASH_LOOPS` says how often; the numbers go on where the run before was killed.
#[test]
fn survives_being_killed() {
    let loops = loops();
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("so-lieu.db");
    let mut next = 1;
    let mut n_told = 0;
    for round in 1..=loops {
        let told = write_until_killed(&database, next);
        let found = check(&database);
        assert!(found.ok, "round {round}: damaged, {found:?}");
        assert_eq!(found.count, found.max, "round {round}: numbers are missing");
        let last = told.last().copied().unwrap_or(next - 1);
        assert!(found.max >= last, "round {round}: told {last}, found {found:?}");
        // One save may have been done but not told yet.
        assert!(found.max <= last + 1, "round {round}: told {last}, found {found:?}");
        next = found.max + 1;
        n_told += told.len();
    }
    assert!(n_told > 0 || loops < 5, "nothing was saved before any kill");
}

/// A document that is written over is the old one or the new one, never half of it.
#[test]
fn documents_survive_the_program_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let draft = |out: &str, year: &str| {
        let mut drafting = tongket();
        drafting.current_dir(folder.path()).stdout(Stdio::null());
        drafting.args(["draft", "--sample", "--force", "--year", year, "--out", out]);
        drafting
    };
    for (out, year) in [("a.docx", "2022"), ("b.docx", "2023"), ("c.docx", "2022")] {
        assert_eq!(Ran::of(&mut draft(out, year)).code, Some(0));
    }
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let versions = [read("a.docx"), read("b.docx")];
    for round in 1..=loops() {
        let mut child =
            draft("c.docx", if round % 2 == 0 { "2022" } else { "2023" }).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random(150_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(versions.contains(&read("c.docx")), "round {round}: torn");
    }
}

/// A database that is gone back to a backup is the old one or the backup, and nothing is lost.
#[test]
fn going_back_survives_the_program_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("so-lieu.db");
    let run = |arguments: &[&str]| {
        let mut running = tongket();
        running.current_dir(folder.path()).arg("--db").arg(&database).args(arguments);
        running
    };
    let ran = |arguments: &[&str]| {
        let ran = Ran::of(&mut run(arguments));
        assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.stderr);
        ran.stdout
    };
    ran(&["init", "--sample"]);
    let then = ran(&["figures", "list", "--json"]);
    ran(&["backup"]);
    ran(&["figures", "set", "fdi", "9,9", "--year", "2023"]);
    let now = ran(&["figures", "list", "--json"]);
    let backup = "so-lieu-sao-luu-20261122-000000.db";
    for round in 1..=loops() {
        let mut child = run(&["restore", backup]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random(120_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = ran(&["figures", "list", "--json"]);
        assert!(found == then || found == now, "round {round}: neither the old nor the backup");
        ran(&["verify"]);
        if found == then {
            ran(&["figures", "set", "fdi", "9,9", "--year", "2023"]);
        }
    }
}

/// What is typed is saved again and again by programs that are killed at any moment: the text is
/// the newest that was told as saved, or the one that was being saved.
#[test]
fn typing_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| Ran::of(tongket().current_dir(folder.path()).args(args));
    assert_eq!(run(&["--db", "a.db", "init", "--sample"]).code, Some(0));
    let new = ["--db", "a.db", "drafts", "new", "--kind", "kinh-te-xa-hoi", "--year", "2023"];
    assert_eq!(run(&new).code, Some(0));
    let stored = || run(&["--db", "a.db", "drafts", "show", "1", "--body"]).stdout;
    let template = stored();
    let (mut before, mut n_saved) = (template.clone(), 0);
    for round in 1..=loops() {
        let body = format!("## Lần {round}\n\n{}\n", "Lời văn đang gõ. ".repeat(2_000));
        std::fs::write(folder.path().join("a.md"), &body).unwrap();
        let mut saving = tongket();
        saving.current_dir(folder.path()).args(["--db", "a.db", "drafts", "save", "1", "a.md"]);
        let mut child = saving.stdout(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random(500_000)));
        child.kill().unwrap();
        let told = !child.wait_with_output().unwrap().stdout.is_empty();
        let found = stored();
        assert!(found == body || (!told && found == before), "round {round}: told {told}");
        n_saved += u32::from(found == body);
        before = found;
    }
    assert!(n_saved > 0 || loops() < 10, "nothing was saved before any kill");
    assert_eq!(run(&["--db", "a.db", "verify"]).code, Some(0));
    // The clock stands still: all of it is one step.
    if before != template {
        assert_eq!(run(&["--db", "a.db", "undo"]).code, Some(0));
    }
    assert_eq!(stored(), template);
}

fn loops() -> u32 {
    std::env::var("TONGKET_CRASH_LOOPS").map_or(10, |text| text.parse().unwrap())
}

/// Kills the writer a moment after it told of some rows; returns all numbers it told.
fn write_until_killed(database: &Path, from: i64) -> Vec<i64> {
    let mut writing = tongket();
    writing.arg("--db").arg(database).args(["selftest", "write", "--from", &from.to_string()]);
    let mut child = writing.stdout(Stdio::piped()).spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut told = Vec::new();
    // None at all in one of six: then it is killed while it makes or opens the file.
    for _ in 0..random(60).saturating_sub(10) {
        told.extend(number(&mut output));
    }
    std::thread::sleep(Duration::from_micros(random(20_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    while let Some(number) = number(&mut output) {
        told.push(number);
    }
    told
}

/// The number of the next whole line «OK n».
fn number(output: &mut impl BufRead) -> Option<i64> {
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    line.strip_suffix('\n')?.strip_prefix("OK ")?.parse().ok()
}

fn check(database: &Path) -> Found {
    let ran = Ran::of(tongket().arg("--db").arg(database).args(["selftest", "check"]));
    serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("the check fails: {ran:?}"))
}

/// Below `end`.
fn random(end: u64) -> u64 {
    RandomState::new().hash_one(()) % end
}
