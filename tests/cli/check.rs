//! Runs one step and compares what came of it with what the case asks.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Seek, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tongket_tests::{Ran, python, word_text};

use crate::case::{Stdin, Step};
use crate::place::{Files, Place};

/// Outputs kept by the steps of a case.
pub type Kept = BTreeMap<String, String>;

/// What is not as it should be after the run.
pub fn failures_of(step: &Step, place: &Place, kept: &mut Kept) -> Vec<String> {
    fill(step, place);
    let before = place.files();
    let ran = run(step, place);
    let after = place.files();
    let mut failures = rules(&ran);
    if ran.code != Some(step.code) {
        failures.push(format!("ended with {:?} and said:\n{}{}", ran.code, ran.stdout, ran.stderr));
    }
    let is_refused = step.code >= 2 && !step.may_change;
    if (is_refused || step.changes_nothing) && before != after {
        failures.push(format!("changed {}", difference(&before, &after)));
    }
    failures.extend(of_output(step, &ran));
    failures.extend(of_json(step, &ran));
    failures.extend(of_kept(step, &ran, kept));
    failures.extend(of_files(step, &after));
    failures.extend(of_word(step, place));
    failures.extend(of_workbooks(step, place));
    failures
}

fn run(step: &Step, place: &Place) -> Ran {
    let mut command: Command = place.tongket();
    command.args(&step.run);
    for (name, value) in &step.env {
        if value.is_empty() {
            command.env_remove(name)
        } else {
            command.env(name, value)
        };
    }
    if let Some(stdin) = &step.stdin {
        command.stdin(read_from(match stdin {
            Stdin::Text(text) => text.as_bytes(),
            Stdin::Bytes(bytes) => bytes,
        }));
    }
    match step.stdout_to.as_deref() {
        None => Ran::of(&mut command),
        Some("closed") => {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            Ran::of(command.stdout(writer))
        }
        Some(file) => {
            let file = File::options().write(true).open(file).unwrap();
            Ran::of(command.stdout(Stdio::from(file)))
        }
    }
}

fn read_from(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    file
}

/// What holds for every run: it ends by itself, never in a panic, and an error is one Vietnamese
/// line that shows nothing of the program's inside.
pub fn rules(ran: &Ran) -> Vec<String> {
    const INSIDE: [&str; 6] = ["panicked", "os error", ".rs:", "Err(", "Some(", "constraint"];
    const VIETNAMESE: &str = "ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
    let mut failures = Vec::new();
    let expects_line = ran.code.is_none_or(|code| code >= 2);
    let n_lines = ran.stderr.lines().count();
    if n_lines != usize::from(expects_line) {
        failures.push(format!("wrote {n_lines} lines of error:\n{}", ran.stderr));
    }
    if let Some(inside) = INSIDE.iter().find(|inside| ran.stderr.contains(**inside)) {
        failures.push(format!("shows its inside ({inside}): {}", ran.stderr));
    }
    if expects_line && !ran.stderr.to_lowercase().contains(|letter| VIETNAMESE.contains(letter)) {
        failures.push(format!("does not speak Vietnamese: {}", ran.stderr));
    }
    failures
}

fn of_output(step: &Step, ran: &Ran) -> Vec<String> {
    let stdout = ran.stdout.replace('\u{a0}', " ");
    let stderr = ran.stderr.replace('\u{a0}', " ");
    let unsaid = step.says.iter().filter(|part| !stdout.contains(*part));
    let said = step.silent.iter().filter(|part| stdout.contains(*part));
    let untold = step.error.iter().filter(|part| !stderr.contains(*part));
    unsaid
        .map(|part| format!("does not say «{part}» in:\n{stdout}"))
        .chain(said.map(|part| format!("says «{part}»")))
        .chain(untold.map(|part| format!("has no error «{part}» in: {stderr}")))
        .collect()
}

fn of_json(step: &Step, ran: &Ran) -> Vec<String> {
    if step.json.is_empty() && step.lengths.is_empty() {
        return Vec::new();
    }
    let Ok(document) = serde_json::from_str::<Value>(&ran.stdout.replace('\u{a0}', " ")) else {
        return vec![format!("prints no JSON: {}", ran.stdout)];
    };
    let mut failures = Vec::new();
    for (pointer, wanted) in &step.json {
        let wanted = serde_json::to_value(wanted).unwrap();
        let found = document.pointer(pointer).unwrap_or(&Value::Null);
        if *found != wanted {
            failures.push(format!("has {found} at {pointer}, not {wanted}"));
        }
    }
    for (pointer, wanted) in &step.lengths {
        let found = document.pointer(pointer).and_then(Value::as_array).map(Vec::len);
        if found != Some(*wanted) {
            failures.push(format!("has {found:?} entries at {pointer}, not {wanted}"));
        }
    }
    failures
}

fn of_kept(step: &Step, ran: &Ran, kept: &mut Kept) -> Vec<String> {
    let mut failures = Vec::new();
    if let Some(name) = &step.same_as
        && kept[name] != ran.stdout
    {
        failures.push(format!("differs from «{name}»:\n{}\n{}", kept[name], ran.stdout));
    }
    if let Some(name) = &step.differs_from
        && kept[name] == ran.stdout
    {
        failures.push(format!("is the same as «{name}»"));
    }
    if let Some(name) = &step.keep {
        kept.insert(name.clone(), ran.stdout.clone());
    }
    failures
}

fn of_files(step: &Step, files: &Files) -> Vec<String> {
    let mut failures = Vec::new();
    if let Some(wanted) = &step.files {
        let found: Vec<&String> = files.keys().collect();
        if found != wanted.iter().collect::<Vec<_>>() {
            failures.push(format!("leaves {found:?}"));
        }
    }
    for [one, other] in &step.same_bytes {
        if files[one] != files[other] {
            failures.push(format!("makes {one} and {other} differ"));
        }
    }
    for [one, other] in &step.different_bytes {
        if files[one] == files[other] {
            failures.push(format!("makes {one} and {other} the same"));
        }
    }
    failures
}

fn of_word(step: &Step, place: &Place) -> Vec<String> {
    let mut failures = Vec::new();
    for (file, wanted) in &step.word {
        let text = word_text(&place.path(file));
        let missing = wanted.iter().filter(|part| !text.contains(*part));
        failures.extend(missing.map(|part| format!("«{part}» does not stand in {file}")));
    }
    for (file, unwanted) in &step.word_lacks {
        let text = word_text(&place.path(file));
        let found = unwanted.iter().filter(|part| text.contains(*part));
        failures.extend(found.map(|part| format!("«{part}» stands in {file}")));
    }
    failures
}

fn of_workbooks(step: &Step, place: &Place) -> Vec<String> {
    let mut failures = Vec::new();
    for (file, cells) in &step.workbook {
        let told = cells_py("get", &place.path(file), cells.keys().cloned());
        for ((cell, wanted), found) in cells.iter().zip(told.lines()) {
            if wanted != found {
                failures.push(format!("{file} {cell} holds «{found}», not «{wanted}»"));
            }
        }
    }
    failures
}

/// Types into workbooks what the step says.
fn fill(step: &Step, place: &Place) {
    for (file, cells) in &step.fill {
        let typed = cells.iter().map(|(cell, value)| format!("{cell}={value}"));
        cells_py("set", &place.path(file), typed);
    }
}

fn cells_py(verb: &str, file: &Path, places: impl Iterator<Item = String>) -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/cli/fill_cells.py");
    let ran = Ran::of(python().arg(script).arg(verb).arg(file).args(places));
    assert_eq!(ran.code, Some(0), "{} {verb}:\n{}", file.display(), ran.stderr);
    ran.stdout
}

fn difference(before: &Files, after: &Files) -> String {
    let gone =
        before.keys().filter(|name| !after.contains_key(*name)).map(|name| format!("-{name}"));
    let other = after.iter().filter(|(name, bytes)| before.get(*name) != Some(bytes));
    gone.chain(other.map(|(name, _)| name.clone())).collect::<Vec<_>>().join(", ")
}
