//! The rules that keep the house in order, checked on the text of the sources: the arrows between
//! the rooms, SQL only in the store, no floats where amounts live, no shell in the rooms, nothing
//! public that nobody uses. Each finding names the file and what to do instead.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Room → the rooms it may use (README, "The house").
const ARROWS: [(&str, &[&str]); 9] = [
    ("figures", &[]),
    ("docx", &[]),
    ("model", &["figures"]),
    ("template", &["model", "figures"]),
    ("store", &["model", "figures"]),
    ("intake", &["docx", "model", "figures"]),
    ("report", &["docx", "template", "model", "figures"]),
    ("app", &["store", "intake", "report", "template", "model", "figures"]),
    ("cli", &["app"]),
];

/// What may stand at the top of the repository besides dotted settings.
const TOP: [&str; 8] =
    ["Cargo.toml", "Cargo.lock", "LICENSE", "README.md", "assets", "src-tauri", "tests", "ui"];

struct Source {
    room: String,
    path: PathBuf,
    text: String,
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let mut findings = Vec::new();
    for (room, allowed) in ARROWS {
        let manifest = read(&root().join("src-tauri/crates").join(room).join("Cargo.toml"));
        let manifest: toml::Table = manifest.parse().unwrap();
        let used = manifest.get("dependencies").and_then(toml::Value::as_table);
        for name in used.into_iter().flat_map(toml::Table::keys) {
            if let Some(other) = name.strip_prefix("tongket-")
                && !allowed.contains(&other)
            {
                findings.push(format!("{room} → {other} is no arrow of the house"));
            }
            if name.starts_with("tauri") {
                findings.push(format!("{room} knows its shell ({name})"));
            }
        }
    }
    let rooms: Vec<_> = std::fs::read_dir(root().join("src-tauri/crates")).unwrap().collect();
    assert_eq!(rooms.len(), ARROWS.len(), "a room without arrows: add it to ARROWS");
    none(findings);
}

#[test]
fn sql_stays_in_the_store() {
    let words = ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA "];
    let mut findings = Vec::new();
    for source in sources().iter().filter(|source| source.room != "store") {
        for (number, line) in code_lines(&source.text) {
            if words.iter().any(|word| line.contains(word)) {
                findings.push(place(source, number, "SQL outside the room store"));
            }
        }
    }
    findings.extend(
        files("src-tauri", "sql")
            .into_iter()
            .filter(|path| !path.to_string_lossy().contains("crates/store/"))
            .map(|path| format!("{}: a .sql file outside the room store", path.display())),
    );
    none(findings);
}

#[test]
fn amounts_never_meet_floats() {
    let mut findings = Vec::new();
    for source in sources().iter().filter(|s| ["figures", "model"].contains(&s.room.as_str())) {
        for (number, line) in code_lines(&source.text) {
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            if words.any(|word| word == "f64" || word == "f32") {
                findings.push(place(source, number, "use Amount, which is exact"));
            }
        }
    }
    none(findings);
}

#[test]
fn rooms_do_not_print() {
    let mut findings = Vec::new();
    for source in sources().iter().filter(|source| source.room != "cli") {
        for (number, line) in code_lines(&source.text) {
            if ["println!", "print!(", "eprint!(", "dbg!"].iter().any(|word| line.contains(word)) {
                findings.push(place(source, number, "answer the shell instead of printing"));
            }
        }
    }
    none(findings);
}

#[test]
fn what_is_public_is_used() {
    let sources = sources();
    let tests: String = files("tests", "rs").iter().map(|path| read(path)).collect();
    let mut findings = Vec::new();
    for (room, _) in ARROWS.iter().filter(|(room, _)| *room != "cli") {
        let lib = read(&root().join("src-tauri/crates").join(room).join("src/lib.rs"));
        let elsewhere: Vec<&str> =
            sources.iter().filter(|s| s.room != *room).map(|s| s.text.as_str()).collect();
        let own: String = sources
            .iter()
            .filter(|s| s.room == *room && !s.path.ends_with("src/lib.rs"))
            .map(|s| s.text.as_str())
            .collect();
        for name in exported(&lib) {
            // A type is also used where the room's own public items name it.
            let is_type = name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
            let used = elsewhere.iter().any(|text| has_word(text, &name))
                || has_word(&tests, &name)
                || (is_type && is_named(&own, &name));
            if !used {
                findings.push(format!("{room} makes {name} public, and nobody uses it"));
            }
        }
    }
    none(findings);
}

#[test]
fn files_say_what_they_are_and_stay_short() {
    let mut findings = Vec::new();
    let tests = files("tests", "rs").into_iter().chain(files("src-tauri/xtask", "rs"));
    let rooms = sources().into_iter().map(|source| source.path);
    for path in rooms.chain(tests) {
        let text = read(&path);
        if !text.starts_with("//! ") {
            findings.push(format!("{}: the first line says what the file is", path.display()));
        }
        if text.lines().count() > 450 {
            findings.push(format!("{}: longer than 450 lines; split it", path.display()));
        }
    }
    none(findings);
}

#[test]
fn the_root_is_a_front_door() {
    let listed =
        std::process::Command::new("git").args(["ls-files"]).current_dir(root()).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert!(!listed.is_empty(), "git does not list the files of the project");
    let mut tops: Vec<&str> = listed.lines().filter_map(|path| path.split('/').next()).collect();
    tops.dedup();
    let findings = tops
        .into_iter()
        .filter(|top| !top.starts_with('.') && !TOP.contains(top))
        .map(|top| format!("{top}: no place for this at the top of the repository"));
    none(findings.collect());
}

/// The sources of all rooms, without tests.
fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    for (room, _) in ARROWS {
        for path in files(&format!("src-tauri/crates/{room}/src"), "rs") {
            let text = read(&path);
            sources.push(Source { room: room.to_owned(), path, text });
        }
    }
    assert!(sources.len() > 100, "the sources were not found");
    sources
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Lines of code with their numbers: comments and what follows `#[cfg(test)]` left out.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().take_while(|(_, line)| !line.contains("#[cfg(test)]"));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(idx, l)| (idx + 1, l))
}

/// The names of `pub use` and `pub mod` of a room's face.
fn exported(lib: &str) -> Vec<String> {
    let mut names = BTreeSet::new();
    let mut rest = lib;
    while let Some(at) = rest.find("pub use ") {
        rest = &rest[at + "pub use ".len()..];
        let end = rest.find(';').unwrap();
        let list = rest[..end].split_once('{').map_or(&rest[..end], |(_, list)| list);
        for name in list.trim_end_matches('}').split(',') {
            let name = name.trim().rsplit([' ', ':']).next().unwrap_or_default();
            if !name.is_empty() {
                names.insert(name.to_owned());
            }
        }
    }
    names.into_iter().collect()
}

/// Whether a line of code other than its definition and imports names the type.
fn is_named(text: &str, name: &str) -> bool {
    let defines = ["struct", "enum", "trait", "type"].map(|kind| format!("{kind} {name}"));
    text.lines().map(str::trim_start).any(|line| {
        !line.starts_with("//")
            && !line.starts_with("use ")
            && !line.starts_with("impl")
            && !defines.iter().any(|definition| line.contains(definition.as_str()))
            && has_word(line, name)
    })
}

fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut from = 0;
    while let Some(at) = text[from..].find(word) {
        let (start, end) = (from + at, from + at + word.len());
        let before = text[..start].chars().next_back().is_some_and(is_part);
        let after = text[end..].chars().next().is_some_and(is_part);
        if !before && !after {
            return true;
        }
        from = end;
    }
    false
}

fn place(source: &Source, number: usize, reason: &str) -> String {
    format!("{}:{number}: {reason}", source.path.display())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn none(findings: Vec<String>) {
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}
