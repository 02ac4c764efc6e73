//! `cargo xtask windows [--try]`: the command line for Windows, built from Debian with its own
//! Rust (the toolchain has no Windows std) and mingw; with `--try`, the sample drafted under wine.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Outcome, command, root, run, target};
use crate::tools;

const TRIPLE: &str = "x86_64-pc-windows-gnu";

const COMPILERS: [(&str, &str); 4] = [
    ("/usr/bin/rustc", "rustc-web"),
    ("/usr/bin/cargo", "cargo-web"),
    ("/usr/lib/rustlib/src/rust/library", "rust-web-src"),
    ("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64-win32"),
];

const WINE: [(&str, &str); 2] = [("wine", "wine"), ("/usr/lib/wine/wine64", "wine64")];

/// wine 8 lacks bcryptprimitives.dll, which every Rust program imports. Only for trying; never
/// shipped.
const SHIM: &str = "\
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return SystemFunction036(data, (ULONG)length);
}
";

pub fn windows(try_it: bool) -> Outcome {
    tools::debian(&COMPILERS)?;
    let folder = target().join("windows");
    run(cross_cargo(&folder).args([
        "build",
        "--release",
        "-Zbuild-std=std,panic_abort",
        "--target",
        TRIPLE,
        "--package",
        "tongket-cli",
    ]))?;
    let program = folder.join(TRIPLE).join("release/tongket.exe");
    println!("{}", program.display());
    if try_it { try_under_wine(&folder, &program) } else { Ok(()) }
}

/// Debian's cargo and rustc, whatever toolchain runs this chore.
fn cross_cargo(folder: &Path) -> Command {
    let mut cargo = command("/usr/bin/cargo");
    cargo
        .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTDOC", "/usr/bin/rustdoc")
        .env("CARGO", "/usr/bin/cargo")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder)
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc")
        .env("CC_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-gcc")
        .env("AR_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-ar")
        .env_remove("RUSTUP_TOOLCHAIN");
    cargo
}

fn try_under_wine(folder: &Path, program: &Path) -> Outcome {
    tools::debian(&WINE)?;
    let prefix = folder.join("wine");
    let system = prefix.join("drive_c/windows/system32");
    if !system.is_dir() {
        run(wine(&prefix, "wineboot").arg("--init"))?;
    }
    build_shim(folder, &system.join("bcryptprimitives.dll"))?;
    let output = folder.join("mau");
    // What an earlier try left would be counted up and hide a failure.
    let _ = std::fs::remove_dir_all(&output);
    std::fs::create_dir_all(&output).map_err(|error| error.to_string())?;
    let mut draft = wine(&prefix, "wine");
    draft.arg(program).args(["draft", "--sample", "--all", "--out-dir", "."]);
    run(draft.current_dir(&output))?;
    let written = documents_in(&output)?;
    if written.is_empty() {
        return Err("wine ended well but no document was written".to_owned());
    }
    for document in written {
        println!("{}", document.display());
    }
    Ok(())
}

fn wine(prefix: &Path, program: &str) -> Command {
    let mut wine = command(program);
    wine.env("WINEPREFIX", prefix)
        .env("WINEDEBUG", "-all")
        .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
        .env("LC_ALL", "C.UTF-8");
    wine
}

fn build_shim(folder: &Path, library: &Path) -> Outcome {
    let source = folder.join("prng.c");
    std::fs::write(&source, SHIM).map_err(|error| error.to_string())?;
    let mut gcc = command("x86_64-w64-mingw32-gcc");
    run(gcc.args(["-shared", "-o"]).arg(library).arg(&source).arg("-ladvapi32"))
}

fn documents_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(root().join(folder)).map_err(|error| error.to_string())?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    Ok(paths.filter(|path| path.extension().is_some_and(|ext| ext == "docx")).collect())
}
