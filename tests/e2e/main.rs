//! The real window, as people get it, driven through WebDriver: one journey per file. Run by
//! `cargo xtask e2e`, which builds the program and gives it a screen.

mod axe;
mod driver;
mod home;
mod journeys;
mod patience;
mod window;
