//! Templates that try to take all time or memory, or to overflow the stack: each is refused in one
//! line with its place, soon, and within bounded memory.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::fixture::Written;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HostileFile {
    facts: Written,
    #[serde(rename = "case")]
    cases: Vec<Hostile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hostile {
    what: String,
    /// Pieces, each with how often it stands there.
    template: Vec<(String, usize)>,
    /// The sentence of the refusal from its place on, without the line itself; nothing when the
    /// template is odd but harmless.
    error: Option<String>,
}

/// A debug build on a busy machine takes several times as long.
const AT_MOST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });

/// What Windows gives the main thread of a program.
const STACK_BYTES: usize = 1024 * 1024;

/// Of the whole test process, all suites that run beside this one included.
const MEMORY_KIB: u64 = 512 * 1024;

#[test]
fn every_hostile_template() {
    let text = include_str!("hostile.toml");
    let file: HostileFile = toml::from_str(text).unwrap();
    let facts = file.facts.facts();
    let mut failures = Vec::new();
    for case in &file.cases {
        let source: String =
            case.template.iter().map(|(piece, times)| piece.repeat(*times)).collect();
        let start = Instant::now();
        let facts = Arc::clone(&facts);
        let render = move || tongket_template::render("mẫu", &source, &facts);
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(render).unwrap();
        let result = thread.join().unwrap();
        let took = start.elapsed();
        let found = result.err().map(|error| {
            let place = error.place.as_ref();
            let place = place.map(|p| format!("dòng {}, cột {}: ", p.line, p.column));
            format!("{}{}", place.unwrap_or_default(), error.message)
        });
        let one_line = !found.as_ref().is_some_and(|text| text.contains('\n'));
        if found != case.error || took > AT_MOST || !one_line {
            failures.push(format!("{} ({took:?}): {found:?}", case.what));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    if let Some(peak) = peak_memory_kib() {
        assert!(peak < MEMORY_KIB, "{peak} KiB at the peak");
    }
}

/// What Linux says of this process; other systems are not asked.
fn peak_memory_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
