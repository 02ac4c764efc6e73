//! Where the time of one draft goes, measured inside the libraries: the least of several runs of
//! each phase. Placing the file on disk and starting the program are not in it.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tongket_app::{Clock, WordOptions, read_body, read_prose};
use tongket_report::{Profile, ReportKind, Stamp, check, draft, write_word};
use tongket_store::Store;
use tongket_template::Facts;

use crate::Failure;
use crate::cost::milliseconds;
use crate::dataset::Place;
use crate::facts::StoredFacts;
use crate::own_cost::own_cpu;

const RUNS: usize = 15;
/// What the benchmark's kind names.
const PROFILE: &str = "nd30";

/// Prints one line per phase.
pub fn print(place: &Place) -> Result<(), Failure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../assets/profiles")
        .join(format!("{PROFILE}.toml"));
    let profile = Profile::read(PROFILE, &std::fs::read_to_string(path)?)?;
    let settings = std::fs::read_to_string(place.kind().join("kind.toml"))?;
    let body = std::fs::read_to_string(place.kind().join("body.md"))?;
    let kind = ReportKind::read("do", &settings, &body)?;
    let stamp = Stamp {
        created: "2025-12-15T08:30:00Z".to_owned(),
        store_id: "00000000-0000-0000-0000-000000000000".to_owned(),
    };
    let options = WordOptions::default();

    let facts = least("read the store", || {
        let store = Store::open_existing(&place.database(), Clock::System)?;
        StoredFacts::read(&store, profile.citation_pattern())
    })?;
    let facts: Arc<dyn Facts> = Arc::new(facts);
    let draft = least("template", || Ok(draft(&kind, &profile, &facts)?))?;
    least("checks", || Ok(check(&draft, read_prose)))?;
    least("for the window", || Ok(read_body(&kind, &profile, &facts)))?;
    least("Word", || Ok(write_word(&draft, &profile, &stamp, &options, Cursor::new(Vec::new()))?))?;
    Ok(())
}

/// Runs a phase several times, prints its least time and hands on its result.
fn least<T>(name: &str, phase: impl Fn() -> Result<T, Failure>) -> Result<T, Failure> {
    let mut least = Duration::MAX;
    for _ in 1..RUNS {
        let before = own_cpu()?;
        let result = phase()?;
        // Taking the result apart again is part of the phase's cost.
        drop(result);
        least = least.min(own_cpu()?.saturating_sub(before));
    }
    println!("    {name:<16} {:>8.2} ms", milliseconds(least));
    phase()
}
