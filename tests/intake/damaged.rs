//! Bytes of good files of every format flipped, cut and doubled at random places, always the same
//! ones: whatever is read, nothing panics and nothing hangs. `cargo xtask fuzz` goes on with other
//! places for as long as it is told to.

use std::fs;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use tongket_intake::{Context, Known, Learned, interpret, propose, propose_conclusions, read_here};
use tongket_tests::Chance;

use crate::package::{workbook, zipped};
use crate::samples::sample;

const ROUNDS: usize = 300;

/// The good files: samples, and made ones.
const SEEDS: [&str; 11] = [
    "bieu-ktxh.xlsx",
    "phieu-diem.xlsx",
    "bieu-ktxh.xls",
    "phieu-diem.xls",
    "bieu-ktxh.ods",
    "phieu-diem.ods",
    "xlsb",
    "bao-cao.docx",
    "bao-cao-tcvn3.docx",
    "csv",
    "txt",
];

const SENTENCES: &str = include_str!("prose/sentences.tsv");

fn good(seed: &str) -> Vec<u8> {
    match seed {
        "xlsb" => zipped(&crate::formats::binary_workbook()),
        "csv" => "TT;Chỉ tiêu;2022\r\n1;\"Thu; chi\";1.172,5\r\n2;GRDP;10,34\r\n".into(),
        "txt" => SENTENCES.lines().take(20).collect::<Vec<_>>().join("\r\n").into(),
        name => fs::read(sample(name)).unwrap(),
    }
}

#[test]
fn damaged_files_neither_panic_nor_hang() {
    let mut failures = Vec::new();
    let mut chance = Chance(0x5EED_2023);
    for seed in SEEDS {
        let n_read = (0..ROUNDS).filter(|_| round(seed, &mut chance, &mut failures)).count();
        assert!(n_read > ROUNDS / 20, "{seed}: too few damaged files are read: {n_read}");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs for `TONGKET_FUZZ_SECONDS`, from another start each time; a file that fails is kept.
#[test]
#[ignore = "cargo xtask fuzz"]
fn damaged_files_for_as_long_as_told() {
    let seconds = std::env::var("TONGKET_FUZZ_SECONDS").unwrap().parse().unwrap();
    let wanted = std::env::var("TONGKET_FUZZ_TARGET").unwrap_or_default();
    let seeds: Vec<&str> = SEEDS.into_iter().filter(|seed| seed.ends_with(&wanted)).collect();
    assert!(!seeds.is_empty(), "the targets are {SEEDS:?}");
    let end = Instant::now() + Duration::from_secs(seconds);
    let start = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let (mut chance, mut failures, mut n_rounds) = (Chance(start), Vec::new(), 0usize);
    while Instant::now() < end && failures.is_empty() {
        for seed in &seeds {
            round(seed, &mut chance, &mut failures);
            n_rounds += 1;
        }
    }
    println!("{n_rounds} files from {start}");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Damages one file and reads it; true when it could be read all the same.
fn round(seed: &str, chance: &mut Chance, failures: &mut Vec<String>) -> bool {
    let good = good(seed);
    let is_package = good.starts_with(b"PK") && chance.below(2) == 1;
    let bytes = if is_package { damage_part(&good, chance) } else { damage(good, chance) };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hong");
    fs::write(&path, &bytes).unwrap();
    let start = Instant::now();
    let read = catch_unwind(|| read_all(&path));
    let is_slow = start.elapsed() > Duration::from_secs(5);
    if read.is_err() || is_slow {
        let kept = std::env::temp_dir().join(format!("tongket-fuzz-{seed}"));
        fs::write(&kept, bytes).unwrap();
        let how = if is_slow { "took too long" } else { "panicked" };
        failures.push(format!("{seed}: {how}, kept as {}", kept.display()));
    }
    read.unwrap_or(false)
}

/// Damages one part of a package, so that its reader sees the damage too.
fn damage_part(good: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(good)).unwrap();
    let mut parts = workbook("", &[]);
    parts.clear();
    for idx in 0..archive.len() {
        let mut part = archive.by_index(idx).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    let names: Vec<String> = parts.keys().cloned().collect();
    let name = &names[chance.below(names.len())];
    let bytes = damage(parts[name].clone(), chance);
    parts.insert(name.clone(), bytes);
    zipped(&parts)
}

fn damage(mut bytes: Vec<u8>, chance: &mut Chance) -> Vec<u8> {
    for _ in 0..=chance.below(4) {
        if bytes.is_empty() {
            return bytes;
        }
        let at = chance.below(bytes.len());
        match chance.below(4) {
            0 => bytes.truncate(at),
            1 => bytes[at] = b"0<>\"9/A-."[chance.below(9)],
            2 => {
                let copy = bytes[at..(at + 40).min(bytes.len())].to_vec();
                bytes.splice(at..at, copy);
            }
            _ => bytes[at] ^= 1 << chance.below(8),
        }
    }
    bytes
}

fn read_all(path: &std::path::Path) -> bool {
    let Ok(file) = read_here(path) else { return false };
    propose_conclusions(&file.paragraphs, None, &[]);
    let reading = interpret(&file, &Context::default());
    propose(reading.rows, &file, &Known::default(), &Learned::default());
    true
}
