//! Shared by the test suites: the program under test and the foreign readers.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The time that every run of the program believes it is: 2026-11-22 00:00:00 UTC.
pub const NOW: &str = "1795305600";

/// The program, built for this run of the tests, with a fixed clock and no database of the person.
pub fn tongket() -> Command {
    let mut command = Command::new(program());
    command.env("SOURCE_DATE_EPOCH", NOW).env_remove("TONGKET_DB");
    command
}

/// The Python that has the readers of Office files.
pub fn python() -> Command {
    Command::new(std::env::var_os("TONGKET_PYTHON").unwrap_or_else(|| "python3".into()))
}

/// `tongket` beside the test programs; cargo builds it unless it is fresh.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            .args(["build", "--quiet", "--package", "tongket-cli"])
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
            .status();
        assert!(built.is_ok_and(|status| status.success()), "the program does not build");
        let tests = std::env::current_exe().unwrap();
        let folder = tests.ancestors().nth(2).unwrap();
        folder.join(format!("tongket{}", std::env::consts::EXE_SUFFIX))
    })
}
