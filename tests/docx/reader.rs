//! Calls the Python reader, the authority on what a package holds.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// What the reader tells about each package, in their order.
pub fn read(packages: &[Vec<u8>]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<_> = (0..packages.len())
        .map(|at| folder.path().join(format!("{at}.docx")).to_string_lossy().into_owned())
        .collect();
    for (path, package) in paths.iter().zip(packages) {
        std::fs::write(path, package).unwrap();
    }
    let python = std::env::var("TONGKET_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docx/read_package.py");
    let output = Command::new(python).arg("-B").arg(script).args(&paths).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the Python reader failed:\n{errors}");
    let mut told: Value = serde_json::from_slice(&output.stdout).unwrap();
    paths.iter().map(|path| told[path].take()).collect()
}
