//! The invariants of the house that a machine can hold: which room may know which, what may stand
//! in which room, and what each file looks like. Only files under version control are looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use tongket_tests::{RustText, words};

/// Each room and the rooms it may name in its Cargo.toml: the arrows of the map in README.md, where
/// `figures` and `model` may be used wherever an arrow leads. `app` names `template` because it
/// answers the template's questions (`Facts`) out of the store.
const ARROWS: [(&str, &[&str]); 9] = [
    ("figures", &[]),
    ("docx", &[]),
    ("model", &["figures"]),
    ("store", &["figures", "model"]),
    ("template", &["figures", "model"]),
    ("intake", &["docx", "figures", "model"]),
    ("report", &["docx", "figures", "model", "template"]),
    ("app", &["figures", "intake", "model", "report", "store", "template"]),
    ("cli", &["app"]),
];

/// Libraries that belong to one room each, and those that no room may use.
const LIBRARIES: [(&str, &[&str]); 7] = [
    ("rusqlite", &["store"]),
    ("rusqlite_migration", &["store"]),
    ("docx-rs", &["docx"]),
    ("minijinja", &["template"]),
    ("clap", &["cli"]),
    ("tauri", &[]),
    ("tauri-specta", &[]),
];

/// What no code of a room may say.
const FORBIDDEN_WORDS: [(&[&str], &[&str]); 3] = [
    (&["f32", "f64"], &["figures", "model"]),
    // No input or output.
    (&["fs", "net", "process", "env"], &["figures", "model", "template"]),
    (&["net", "TcpStream", "UdpSocket", "ToSocketAddrs"], ALL),
];

const ALL: &[&str] =
    &["figures", "docx", "model", "store", "template", "intake", "report", "app", "cli"];

/// What prints past the one place of each program that may.
const PRINTING: [&str; 5] = ["println!", "print!", "eprintln!", "eprint!", "dbg!"];

const LONGEST_FILE: usize = 400;

#[test]
fn rooms_know_only_whom_they_may() {
    let mut failures = Vec::new();
    for (room, allowed) in ARROWS {
        for name in dependencies(room) {
            if let Some(other) = name.strip_prefix("tongket-")
                && !allowed.contains(&other)
            {
                failures.push(format!("{room} must not know {other}"));
            }
            let owners = LIBRARIES.iter().find(|(library, _)| *library == name);
            if owners.is_some_and(|(_, owners)| !owners.contains(&room)) {
                failures.push(format!("{room} must not use {name}"));
            }
        }
    }
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    let found = tracked().into_iter().filter_map(|file| Some(room_of(&file)?.to_owned()));
    failures.extend(
        found
            .collect::<BTreeSet<_>>()
            .iter()
            .filter(|room| !rooms.contains(room.as_str()))
            .map(|room| format!("{room} is not on the map")),
    );
    report(failures);
}

#[test]
fn sql_stands_only_in_the_store() {
    let mut failures = Vec::new();
    for file in tracked().iter().filter(|file| is_product(file)) {
        if room_of(file) == Some("store") {
            continue;
        }
        if file.ends_with(".sql") {
            failures.push(format!("{file} belongs into store"));
        } else if file.ends_with(".rs") {
            let found = RustText::of(&read(file)).literals.into_iter().find(|text| is_sql(text));
            failures.extend(found.map(|sql| format!("{file}: «{sql}»")));
        }
    }
    report(failures);
}

#[test]
fn rooms_do_not_say_what_is_not_theirs() {
    let mut failures = Vec::new();
    for file in tracked().iter().filter(|file| file.ends_with(".rs")) {
        let Some(room) = room_of(file) else { continue };
        let text = RustText::of(&read(file));
        for (forbidden, rooms) in FORBIDDEN_WORDS {
            if rooms.contains(&room) {
                let found = text.words().find(|word| forbidden.contains(word));
                failures.extend(found.map(|word| format!("{file} says {word}")));
            }
        }
        let printing = PRINTING.iter().find(|macro_call| text.code.contains(**macro_call));
        failures.extend(printing.map(|macro_call| format!("{file} says {macro_call}")));
    }
    report(failures);
}

/// What a room says is read in the window too, by people who know no command line.
#[test]
fn only_the_command_line_speaks_of_itself() {
    let mut failures = Vec::new();
    let is_option = |word: &str| {
        let name = word.trim_start_matches(['(', '«']).strip_prefix("--");
        name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    for file in tracked().iter().filter(|file| file.ends_with(".rs")) {
        if room_of(file).is_none_or(|room| room == "cli") {
            continue;
        }
        for text in RustText::of(&read(file)).literals {
            if text.contains("tongket ") || text.split_whitespace().any(is_option) {
                failures.push(format!("{file}: «{text}»"));
            }
        }
    }
    report(failures);
}

/// Every name that a room offers is used by another room or a test, or is part of the signature of
/// one that is.
#[test]
fn nothing_is_public_without_a_user() {
    let mut words_of_rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut signatures: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in tracked().iter().filter(|file| file.ends_with(".rs")) {
        let (room, text) = (room_of(file).unwrap_or("tests"), RustText::of(&read(file)));
        let said = words_of_rooms.entry(room.to_owned()).or_default();
        said.extend(text.words().map(str::to_owned));
        let of_room = signatures.entry(room.to_owned()).or_default();
        of_room.extend(public_signatures(&text.code));
    }
    let mut failures = Vec::new();
    for (room, _) in ARROWS.iter().filter(|(room, _)| *room != "cli") {
        let elsewhere = |name: &str| {
            words_of_rooms.iter().any(|(other, said)| other != room && said.contains(name))
        };
        let in_signature = |name: &str| signatures[*room].contains(name);
        for name in offered(room) {
            if !elsewhere(&name) && !in_signature(&name) {
                failures.push(format!("{room} offers {name} to nobody"));
            }
        }
    }
    report(failures);
}

#[test]
fn files_say_what_they_are_and_stay_short() {
    let mut failures = Vec::new();
    for file in tracked().iter().filter(|file| file.ends_with(".rs")) {
        let text = read(file);
        if !text.starts_with("//!") {
            failures.push(format!("{file} does not open with what it is"));
        }
        let n_lines = text.lines().count();
        if n_lines > LONGEST_FILE {
            failures.push(format!("{file} has {n_lines} lines"));
        }
    }
    report(failures);
}

/// Names of formats, and the window's own page, which is reached without any network.
const KNOWN_HOSTS: [&str; 6] = [
    "schemas.openxmlformats.org",
    "schemas.microsoft.com",
    "www.w3.org",
    "purl.org",
    "localhost",
    "ipc.localhost",
];

#[test]
fn nothing_points_to_a_machine_or_the_network() {
    const PLACES: [&str; 5] = ["/root/", "/home/", "/work/", "C:\\Users\\", "/Users/"];
    let mut failures = Vec::new();
    // Lock files name the registry, and this file the places it looks for.
    let is_lock = |file: &str| file.ends_with(".lock") || file.ends_with("package-lock.json");
    let looked_at = |file: &&String| !is_lock(file) && *file != "tests/architecture.rs";
    for file in tracked().iter().filter(looked_at) {
        let Ok(text) = std::fs::read_to_string(root().join(file)) else { continue };
        let place = PLACES.iter().find(|place| text.contains(**place));
        failures.extend(place.map(|place| format!("{file} names {place}")));
        // What tests give the program to read may name any host.
        let hosts = hosts(&text).filter(|host| !KNOWN_HOSTS.contains(host));
        let hosts = hosts.filter(|_| !file.starts_with("tests/"));
        failures.extend(hosts.map(|host| format!("{file} names the host {host}")));
    }
    report(failures);
}

#[test]
fn the_root_is_a_front_door() {
    const KNOWN: [&str; 8] =
        ["Cargo.toml", "Cargo.lock", "LICENSE", "README.md", "assets", "src-tauri", "tests", "ui"];
    let files = tracked();
    let top: BTreeSet<&str> = files.iter().filter_map(|file| file.split('/').next()).collect();
    let strange = top.into_iter().filter(|name| !KNOWN.contains(name) && !name.starts_with('.'));
    report(strange.map(|name| format!("{name} does not belong into the root")).collect());
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All files under version control that are there, by their path from the root.
fn tracked() -> Vec<String> {
    let listed = Command::new("git")
        // Whoever runs the tests need not own the files.
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(listed.status.success(), "git does not list the files");
    let names = String::from_utf8(listed.stdout).unwrap();
    let there = names.split_terminator('\0').filter(|name| root().join(name).is_file());
    let files: Vec<String> = there.map(str::to_owned).collect();
    assert!(files.len() > 100, "only {} files found", files.len());
    files
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap()
}

/// The room that a file belongs to.
fn room_of(file: &str) -> Option<&str> {
    file.strip_prefix("src-tauri/crates/")?.split('/').next()
}

/// Not a test.
fn is_product(file: &str) -> bool {
    file.starts_with("src-tauri/") || file.starts_with("assets/") || file.starts_with("ui/")
}

/// Names of what the room's Cargo.toml asks for, whether to build, run or test it.
fn dependencies(room: &str) -> Vec<String> {
    let manifest = read(&format!("src-tauri/crates/{room}/Cargo.toml"));
    let manifest: toml::Table = toml::from_str(&manifest).unwrap();
    let mut tables = vec![&manifest];
    let targets = manifest.get("target").and_then(|targets| targets.as_table());
    tables.extend(targets.into_iter().flat_map(|t| t.values()).filter_map(|t| t.as_table()));
    let mut names = Vec::new();
    for table in tables {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let wanted = table.get(kind).and_then(|wanted| wanted.as_table());
            names.extend(wanted.into_iter().flat_map(|wanted| wanted.keys().cloned()));
        }
    }
    names
}

/// The names after `pub use` and `pub mod` in the room's lib.rs.
fn offered(room: &str) -> Vec<String> {
    let code = RustText::of(&read(&format!("src-tauri/crates/{room}/src/lib.rs"))).code;
    let mut names = Vec::new();
    for statement in code.split("pub ").skip(1) {
        let statement = statement.split(';').next().unwrap_or_default();
        if let Some(module) = statement.strip_prefix("mod ") {
            names.extend(words(module).next().map(str::to_owned));
        } else if let Some(path) = statement.strip_prefix("use ") {
            let list = path.rsplit("::").next().unwrap_or_default();
            let list = path.split_once('{').map_or(list, |(_, list)| list);
            let last = list.split(',').filter_map(|name| words(name).last());
            names.extend(last.map(str::to_owned));
        }
    }
    names
}

/// The types in the heads of public functions and inside of public types.
fn public_signatures(code: &str) -> Vec<String> {
    const KINDS: [&str; 6] = ["fn", "struct", "enum", "trait", "type", "const"];
    let parts = code.split("pub ").skip(1).filter(|part| !part.starts_with("use "));
    let signatures = parts.map(|part| {
        let kind = part.split(' ').next().unwrap_or_default();
        let end = match kind {
            "struct" | "enum" | "trait" => part.find("\n}"),
            "fn" => part.find(['{', ';']),
            _ => part.find('\n'),
        };
        // The name itself is no use of it.
        let name = usize::from(KINDS.contains(&kind));
        let head = &part[..end.unwrap_or(part.len())];
        words(head).skip(1 + name).map(str::to_owned).collect::<Vec<_>>()
    });
    signatures.flatten().collect()
}

fn is_sql(text: &str) -> bool {
    const STATEMENTS: [(&str, &str); 9] = [
        ("SELECT ", " FROM "),
        ("INSERT ", " INTO "),
        ("INSERT INTO ", ""),
        ("UPDATE ", " SET "),
        ("DELETE FROM ", ""),
        ("CREATE TABLE ", ""),
        ("DROP TABLE ", ""),
        ("PRAGMA ", ""),
        ("VACUUM", ""),
    ];
    let text = text.to_uppercase();
    STATEMENTS.iter().any(|(start, then)| text.contains(start) && text.contains(then))
}

/// What stands behind «http://» and «https://».
fn hosts(text: &str) -> impl Iterator<Item = &str> {
    let addresses = ["http://", "https://"].into_iter().flat_map(|start| text.split(start).skip(1));
    addresses.map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-');
        &rest[..end.unwrap_or(rest.len())]
    })
}

fn report(failures: Vec<String>) {
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
