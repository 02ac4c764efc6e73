//! `tong-ket`: the desktop shell. It opens the window and offers each action of `app` as a
//! command; no rule of the domain lives here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bindings;
mod commands;
mod desk;
#[cfg(target_os = "linux")]
mod drawing;
mod events;
mod exports;
mod imports;
mod jobs;
mod opening;
mod place;
mod watch;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    // A program started as the reading child reaches neither the window nor the database.
    let mut args = std::env::args_os().skip(1);
    if args.next().is_some_and(|first| first == tongket_app::READ_VERB) {
        let served = tongket_app::serve_reader(args);
        return if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    #[cfg(target_os = "linux")]
    drawing::suit_machine();
    match window::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log::error!("{error}");
            ExitCode::FAILURE
        }
    }
}
