//! The benchmark of drafting: the whole program from a database to a Word file, and in the same run
//! the same work by docxtpl, the library a person would otherwise script. Reports nothing when the
//! two files do not hold the same figures. Started by `cargo xtask bench`.

mod checks;
mod cost;
mod dataset;
mod facts;
mod own_cost;
mod peer;
mod phases;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use cost::{Costs, GROSS, milliseconds};
use dataset::{Place, Size, YEAR};
use peer::Peer;

type Failure = Box<dyn std::error::Error>;

const RUNS: usize = 21;
const RUNS_OF_PEER: usize = 5;

/// One office, and ten times that, with the processor time the whole program may take.
const AIMS: [(Size, Duration); 2] = [
    (Size { indicators: 500, years: 2, paragraphs: 120 }, Duration::from_millis(20)),
    (Size { indicators: 5000, years: 2, paragraphs: 1200 }, Duration::from_millis(130)),
];
/// At the larger size, in MiB.
const AIM_MEMORY: u64 = 60;
const AIM_RATIO: f64 = 25.0;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        // Children of this process, because a child is charged with the memory that its parent
        // held when it started: the parent has to stay small.
        ["prepare", folder, size] => Place(folder.into()).prepare(AIMS[size.parse::<usize>()?].0),
        ["phases", folder] => phases::print(&Place(folder.into())),
        // Alone: `cargo bench -p tongket-tests --bench draft -- checks`.
        ["checks", ..] => checks::print(),
        _ => compare(),
    }
}

fn compare() -> Result<(), Failure> {
    let own = std::env::current_exe()?;
    let program = program_beside(&own)?;
    let folder = tempfile::tempdir()?;
    let mut least = Vec::new();
    let peer = Peer::find()?;
    let start = peer.start(RUNS_OF_PEER)?;
    for (idx, (size, aim)) in AIMS.into_iter().enumerate() {
        let place = Place(folder.path().join(idx.to_string()));
        let path = place.0.to_string_lossy().into_owned();
        finish(Command::new(&own).args(["prepare", &path, &idx.to_string()]))?;
        hold_to_size(&program, &place, size)?;
        let ours = Costs::of(RUNS, || draft(&program, &place))?;
        let theirs = peer.same_work(&place, RUNS_OF_PEER)?;
        let n_figures = peer.same_figures(&place, size)?;
        println!(
            "\n{} indicators, {} paragraphs with {} figures, {} rows ({n_figures} numbers, the same in both files)",
            size.indicators,
            size.paragraphs,
            size.figures(),
            size.indicators
        );
        println!("  tongket   {ours}   aim {} ms: {}", aim.as_millis(), met(ours.least <= aim));
        println!("  docxtpl   {theirs}");
        let without_start = theirs.least.saturating_sub(start.least);
        println!("  without its start {:>8.1} ms", milliseconds(without_start));
        let ratio = theirs.least.as_secs_f64() / ours.least.as_secs_f64();
        let bare_ratio = without_start.as_secs_f64() / ours.least.as_secs_f64();
        println!(
            "  ratio {ratio:.1}, without its start {bare_ratio:.1}   aim {AIM_RATIO}: {}",
            met(ratio >= AIM_RATIO)
        );
        if ratio * GROSS < AIM_RATIO {
            return Err(format!("only {ratio:.1} times as fast as docxtpl").into());
        }
        let phases = finish(Command::new(&own).args(["phases", &path]))?;
        print!("{}", String::from_utf8(phases)?);
        least.push(ours);
    }
    if let [one, ten] = least.as_slice() {
        let growth = ten.least.as_secs_f64() / one.least.as_secs_f64();
        println!("\ngrowth {growth:.1} times for ten times the work: {}", met(growth <= 10.0));
        println!("memory below {AIM_MEMORY} MiB: {}", met(ten.memory < AIM_MEMORY << 20));
        if growth > 10.0 * GROSS {
            return Err(format!("ten times the work takes {growth:.1} times as long").into());
        }
    }
    println!("\na draft with a memory, and all checks");
    let checks = finish(Command::new(&own).arg("checks"))?;
    print!("{}", String::from_utf8(checks)?);
    Ok(())
}

fn met(is_met: bool) -> &'static str {
    if is_met { "met" } else { "MISSED" }
}

/// The whole program, as a person calls it.
fn draft(program: &Path, place: &Place) -> Command {
    let mut command = Command::new(program);
    command.arg("--db").arg(place.database()).args(["draft", "--force", "--year"]);
    command.arg(YEAR.to_string()).arg("--kind").arg(place.kind());
    command.arg("--out").arg(place.report());
    command
}

/// Drafts once and refuses to measure a report that holds less than was asked for.
fn hold_to_size(program: &Path, place: &Place, size: Size) -> Result<(), Failure> {
    let output = finish(draft(program, place).arg("--json"))?;
    let drafted: serde_json::Value = serde_json::from_slice(&output)?;
    let values_of_row = 4;
    let expected = (size.figures(), size.indicators * values_of_row, 0);
    let count = |name: &str| usize::try_from(drafted[name].as_u64().unwrap_or_default());
    let gaps = drafted["gaps"].as_array().map_or(0, Vec::len);
    let found = (count("figures")?, count("table_figures")?, gaps);
    if found == expected {
        return Ok(());
    }
    Err(format!("figures, figures of tables, gaps: {found:?} instead of {expected:?}").into())
}

/// The release build of the command line, which stands one folder above the benchmark itself.
fn program_beside(own: &Path) -> Result<PathBuf, Failure> {
    let release = own.parent().and_then(Path::parent).ok_or("the benchmark has no folder")?;
    let program = release.join(format!("tongket{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    Err(format!("{} is not there; start with cargo xtask bench", program.display()).into())
}

/// Runs a program to its end and gives back what it printed.
fn finish(command: &mut Command) -> Result<Vec<u8>, Failure> {
    let output = command.stderr(std::process::Stdio::inherit()).output()?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(format!("{command:?} ended with {}", output.status).into())
}
