//! The chores of the window: `app` starts it on a sample database, `e2e` drives it as people do,
//! `bindings` writes the page's types anew.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{Outcome, cargo, command, root, run, target};
use crate::tools;

const PACKAGE: &str = "tongket-desktop";

/// Sign that the package is there, and the package.
const TO_BUILD: [(&str, &str); 1] = [("/usr/include/webkitgtk-4.1", "libwebkit2gtk-4.1-dev")];

const TO_DRIVE: [(&str, &str); 4] = [
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("xauth", "xauth"),
    ("dbus-run-session", "dbus-daemon"),
];

/// The office laptop that every screen must be usable on.
const SCREEN: &str = "-screen 0 1366x768x24 -nolisten tcp";

/// Builds the window as people get it and starts it on a sample database of its own.
pub fn app() -> Outcome {
    let window = build(true)?;
    let sample = target().join("app/tong-ket-mau.db");
    if !sample.exists() {
        let make =
            ["run", "--quiet", "--locked", "--package", "tongket-cli", "--", "init", "--sample"];
        run(cargo().args(make).env("TONGKET_DB", &sample))?;
    }
    run(command(window).env("TONGKET_DB", sample))
}

/// The journeys, or those whose name contains `filter`, on a screen of their own.
pub fn e2e(filter: Option<&str>) -> Outcome {
    tools::debian(&TO_DRIVE)?;
    tools::for_tests()?;
    let python = tools::python("support/requirements.txt")?;
    let window = build(false)?;
    // Journeys use it too, and their time is not for building it.
    run(cargo().args(["build", "--locked", "--package", "tongket-cli"]))?;
    let tongket = window.with_file_name("tongket");
    let mut journeys = on_a_screen();
    // One window has the keyboard at a time.
    journeys.args(["--test-threads", "1"]).args(filter);
    journeys.env("TONGKET_WINDOW", window).env("TONGKET_PROGRAM", tongket);
    // As with a graphics card: of a page that is drawn plainly the driver takes no picture while
    // nothing on it changes.
    journeys.env("WEBKIT_DISABLE_COMPOSITING_MODE", "0");
    run(journeys.env("TONGKET_PYTHON", python))
}

/// How the window feels, beside an empty one of the same toolchain.
pub fn feel() -> Outcome {
    tools::debian(&TO_DRIVE)?;
    let window = build(true)?;
    run(shell("build").args(["--release", "--example", "empty"]))?;
    let empty = target().join("release/examples/empty");
    let mut measured = on_a_screen();
    measured.args(["--ignored", "--nocapture", "--test-threads", "1", "feel::"]);
    run(measured.env("TONGKET_WINDOW", window).env("TONGKET_EMPTY_WINDOW", empty))
}

/// The tests that drive the window, on a screen of their own; what is added goes to them.
fn on_a_screen() -> Command {
    let mut tests = command("xvfb-run");
    tests.args(["--auto-servernum", "--server-args", SCREEN]);
    tests.arg(cargo().get_program());
    tests.args(["test", "--locked", "--package", "tongket-tests", "--test", "e2e", "--"]);
    tests
}

/// Writes `ui/src/lib/api/bindings.ts` from the commands and their types.
pub fn bindings() -> Outcome {
    build_page()?;
    run(shell("test").env("TONGKET_WRITE_BINDINGS", "1"))
}

/// Lints of the shell and the page, their tests, and the journeys.
pub fn test() -> Outcome {
    install_page()?;
    for check in ["lint", "check", "test"] {
        run(npm().args(["run", check]))?;
    }
    build_page()?;
    run(shell("clippy").args(["--all-targets", "--", "-D", "warnings"]))?;
    run(&mut shell("test"))?;
    e2e(None)
}

/// The page and the program around it; the page is inside of the program.
fn build(release: bool) -> Result<PathBuf, String> {
    build_page()?;
    run(shell("build").args(release.then_some("--release")))?;
    let profile = if release { "release" } else { "debug" };
    Ok(target().join(profile).join("tong-ket"))
}

/// A command of cargo on the shell, with the page built in: always so, since without it everything
/// under the shell would be built a second time.
fn shell(verb: &str) -> Command {
    let mut shell = cargo();
    shell.args([verb, "--locked", "--package", PACKAGE, "--features", "tauri/custom-protocol"]);
    shell
}

fn build_page() -> Outcome {
    tools::debian(&TO_BUILD)?;
    install_page()?;
    run(npm().args(["run", "build"]))
}

/// What the lock file names, once for each state of the lock file.
fn install_page() -> Outcome {
    let lock =
        std::fs::read(root().join("ui/package-lock.json")).map_err(|error| error.to_string())?;
    let installed = root().join("ui/node_modules/.installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|have| have == lock) {
        return Ok(());
    }
    tools::debian(&[("npm", "npm")])?;
    run(npm().args(["ci", "--no-audit", "--no-fund"]))?;
    std::fs::write(installed, lock).map_err(|error| error.to_string())
}

fn npm() -> Command {
    let mut npm = command("npm");
    npm.current_dir(root().join("ui"));
    npm
}
