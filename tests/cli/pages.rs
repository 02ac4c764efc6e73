//! Where a report's foot comes to stand, for reports of every length of a page: LibreOffice sets
//! them, pdftotext reads the pages.

use std::path::Path;
use std::process::Command;

use tongket_tests::Ran;

use crate::case::Database;
use crate::place::Place;

const KIND: &str = r#"name = "Báo cáo thử"
side = "party"
profile = "hd05"
type_name = "BÁO CÁO"
symbol = "BC"
subject = "thử độ dài"
period = "year"
"#;

/// More than a page of lines, so that the foot crosses the end of a page somewhere between.
const LENGTHS: std::ops::RangeInclusive<usize> = 14..=30;

#[test]
fn the_signature_never_stands_on_a_page_without_words() {
    let place = Place::new(Database::Sample, None);
    let mut files = Vec::new();
    for length in LENGTHS.step_by(2) {
        let kind = place.path(&format!("mau-{length}"));
        std::fs::create_dir(&kind).unwrap();
        std::fs::write(kind.join("kind.toml"), KIND).unwrap();
        std::fs::write(kind.join("body.md"), "Một dòng.\n\n".repeat(length)).unwrap();
        let file = place.path(&format!("dai-{length}.docx"));
        let mut draft = place.tongket();
        let ran = Ran::of(draft.args(["draft", "--kind"]).arg(&kind).arg("--out").arg(&file));
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        files.push(file);
    }
    let mut on_second_page = 0;
    for (file, pages) in files.iter().zip(set_on_pages(&place.path("pdf"), &files)) {
        let signed = pages.iter().position(|page| page.contains("Nơi nhận")).unwrap();
        on_second_page += usize::from(signed == 1);
        let before = pages[signed].split("Nơi nhận").next().unwrap();
        assert!(before.contains("Một dòng"), "{}: {:?}", file.display(), pages[signed]);
    }
    assert!((1..files.len()).contains(&on_second_page), "{on_second_page} cross the page");
}

/// The text of each page of each file.
fn set_on_pages(folder: &Path, files: &[std::path::PathBuf]) -> Vec<Vec<String>> {
    std::fs::create_dir(folder).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let office = Command::new("libreoffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(files)
        .output()
        .unwrap();
    let pages_of = |file: &std::path::PathBuf| {
        let pdf = folder.join(file.with_extension("pdf").file_name().unwrap());
        assert!(pdf.exists(), "{}", String::from_utf8_lossy(&office.stderr));
        let text = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        text.split_terminator('\u{c}').map(str::to_owned).collect()
    };
    files.iter().map(pages_of).collect()
}
