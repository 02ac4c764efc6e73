//! Bytes of good workbooks flipped, cut and doubled at random places, always the same ones:
//! whatever is read, nothing panics and nothing hangs.

use std::fs;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use tongket_intake::{Context, Known, Learned, interpret, propose, read_here};

use crate::package::{workbook, zipped};
use crate::samples::sample;

const ROUNDS: usize = 300;

/// Marsaglia's xorshift: the same damage in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}

#[test]
fn damaged_workbooks_neither_panic_nor_hang() {
    let folder = tempfile::tempdir().unwrap();
    let mut failures = Vec::new();
    let mut chance = Chance(0x5EED_2023);
    let mut n_read = 0;
    for name in ["bieu-ktxh.xlsx", "phieu-diem.xlsx"] {
        let good = fs::read(sample(name)).unwrap();
        for round in 0..ROUNDS {
            let bytes = damage_package(&good, round, &mut chance);
            let path = folder.path().join("hong.xlsx");
            fs::write(&path, bytes).unwrap();
            let start = Instant::now();
            match catch_unwind(|| read_all(&path)) {
                Ok(read) => n_read += usize::from(read),
                Err(_) => failures.push(format!("{name}, round {round}: panicked")),
            }
            if start.elapsed() > Duration::from_secs(5) {
                failures.push(format!("{name}, round {round}: took {:?}", start.elapsed()));
            }
        }
    }
    assert!(n_read > ROUNDS / 4, "too few damaged files get past the package: {n_read}");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Half of the rounds damage the file, half a part inside it, so that readers see the damage too.
fn damage_package(good: &[u8], round: usize, chance: &mut Chance) -> Vec<u8> {
    if round.is_multiple_of(2) {
        return damage(good.to_vec(), chance);
    }
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
    let reading = interpret(&file, &Context::default());
    propose(reading.rows, &file, &Known::default(), &Learned::default());
    true
}
