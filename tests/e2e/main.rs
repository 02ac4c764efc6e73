//! The real window, as people get it, driven through WebDriver: one journey per file. Run by
//! `cargo xtask e2e`, which builds the program and gives it a screen.

mod axe;
#[path = "../bench/dataset.rs"]
#[allow(dead_code, reason = "the benchmark of drafting uses the rest")]
mod dataset;
mod driver;
mod feel;
mod home;
mod journeys;
mod patience;
mod window;

/// Of what a benchmark prepares.
type Failure = Box<dyn std::error::Error>;
