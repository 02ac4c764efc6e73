//! LibreOffice sets a document on pages: page numbers, turned sections and repeated rows as they
//! are seen.

use crate::case::Case;
use std::path::Path;
use std::process::Command;

/// The text of each page of `pages/sample.toml`, set by LibreOffice and read by pdftotext.
fn pages() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sample.docx");
    let package = Case::read(&tests.join("docx/pages/sample.toml")).write().unwrap();
    std::fs::write(&file, package).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let office = Command::new("libreoffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([folder.path(), &file])
        .output()
        .unwrap();
    let pdf = folder.path().join("sample.pdf");
    assert!(pdf.exists(), "{}", String::from_utf8_lossy(&office.stderr));
    let text = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    text.split_terminator('\u{c}').map(str::to_owned).collect()
}

#[test]
fn pages_show_numbers_and_repeated_rows() {
    let pages = pages();
    let first_lines: Vec<&str> =
        pages.iter().map(|page| page.lines().next().unwrap_or("").trim()).collect();
    // Page 1 and the first page of the appendix, which counts anew, show no number.
    let expected = ["Trang một", "2", "Phụ lục", "2", "3"];
    assert_eq!(first_lines, expected);
    assert!(pages[2].contains("Chỉ tiêu") && pages[3].contains("Chỉ tiêu"));
}
