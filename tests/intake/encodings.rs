//! Text in every encoding that offices have: the same sentences must come out equal, and what
//! cannot be decided must say so. `encodings/sentences.txt` holds the sentences, `letters.tsv` the
//! letters of the old codes, `strings.tsv` single texts with their reading.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tongket_intake::{Encoding, RawFile, ReadOptions, read_here, read_here_as};
use unicode_normalization::UnicodeNormalization;

const SENTENCES: &str = include_str!("encodings/sentences.txt");
const LETTERS: &str = include_str!("encodings/letters.tsv");

/// The letters of an old code: what it writes for a Vietnamese letter.
fn spelled(text: &str, column: usize) -> Vec<u8> {
    let rows: Vec<Vec<&str>> =
        LETTERS.lines().skip(1).map(|row| row.split('\t').collect()).collect();
    assert_eq!(rows.len(), 134, "the letters were not read");
    let mut bytes = Vec::new();
    for letter in text.chars() {
        let name = letter.to_string();
        match rows.iter().find(|row| row[0] == name) {
            Some(row) if column == VIQR => bytes.extend_from_slice(row[VIQR].as_bytes()),
            Some(row) => {
                assert!(!row[column].is_empty(), "{letter} has no code of its own");
                let pairs = row[column].as_bytes().chunks(2).map(|pair| {
                    u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()
                });
                bytes.extend(pairs);
            }
            None => bytes.push(u8::try_from(letter).expect("a sentence is ASCII besides")),
        }
    }
    bytes
}

const TCVN3: usize = 1;
const VNI: usize = 2;
const VIQR: usize = 3;

/// Windows-1258 by its own rule: a base letter of the code page and a tone mark behind it.
fn windows_1258(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for letter in text.chars() {
        let decomposed: Vec<char> = letter.nfd().collect();
        let tone = decomposed.iter().copied().find(|c| tone_byte(*c).is_some());
        let base: String = decomposed.iter().copied().filter(|c| Some(*c) != tone).nfc().collect();
        bytes.push(match base.as_str() {
            "ă" => 0xE3,
            "Ă" => 0xC3,
            "đ" => 0xF0,
            "Đ" => 0xD0,
            "ơ" => 0xF5,
            "Ơ" => 0xD5,
            "ư" => 0xFD,
            "Ư" => 0xDD,
            base => u8::try_from(base.chars().next().unwrap()).unwrap(),
        });
        bytes.extend(tone.and_then(tone_byte));
    }
    bytes
}

fn tone_byte(mark: char) -> Option<u8> {
    match mark {
        '\u{300}' => Some(0xCC),
        '\u{309}' => Some(0xD2),
        '\u{303}' => Some(0xDE),
        '\u{301}' => Some(0xEC),
        '\u{323}' => Some(0xF2),
        _ => None,
    }
}

fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn lines_of(file: &RawFile) -> Vec<&str> {
    file.paragraphs.iter().map(|paragraph| &*paragraph.text).collect()
}

fn written(folder: &Path, bytes: &[u8]) -> PathBuf {
    let path = folder.join("chu.txt");
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn the_same_sentences_come_out_of_every_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let small = SENTENCES.to_lowercase();
    let marked = |bytes: Vec<u8>, mark: &[u8]| [mark, &bytes].concat();
    let nfd: String = SENTENCES.nfd().collect();
    let twice: String = SENTENCES.bytes().map(as_windows_1252).collect();
    let carried: String = spelled(&small, TCVN3).into_iter().map(char::from).collect();
    let cases = [
        ("UTF-8", SENTENCES.as_bytes().to_vec(), Encoding::Utf8),
        ("UTF-8 with a mark", marked(SENTENCES.into(), b"\xEF\xBB\xBF"), Encoding::Utf8),
        ("decomposed", nfd.into_bytes(), Encoding::Utf8),
        ("UTF-16 LE", utf_16(SENTENCES, u16::to_le_bytes), Encoding::Utf16),
        ("UTF-16 BE", utf_16(SENTENCES, u16::to_be_bytes), Encoding::Utf16),
        (
            "UTF-16 LE with a mark",
            marked(utf_16(SENTENCES, u16::to_le_bytes), b"\xFF\xFE"),
            Encoding::Utf16,
        ),
        (
            "UTF-16 BE with a mark",
            marked(utf_16(SENTENCES, u16::to_be_bytes), b"\xFE\xFF"),
            Encoding::Utf16,
        ),
        ("Windows-1258", windows_1258(SENTENCES), Encoding::Windows1258),
        ("VNI", spelled(SENTENCES, VNI), Encoding::Vni),
        ("UTF-8 twice", twice.into_bytes(), Encoding::Utf8Twice),
        ("TCVN3 in small letters", spelled(&small, TCVN3), Encoding::Tcvn3),
        ("TCVN3 kept as Unicode signs", carried.into_bytes(), Encoding::Tcvn3),
    ];
    let mut failures = Vec::new();
    for (name, bytes, encoding) in cases {
        let expected = if encoding == Encoding::Tcvn3 { &small } else { SENTENCES };
        let file = read_here(&written(folder.path(), &bytes)).unwrap();
        let recognised = file.encoding.clone().unwrap();
        if !lines_of(&file).iter().copied().eq(expected.lines()) {
            failures.push(format!("{name}: {:#?}", lines_of(&file)));
        }
        if (recognised.encoding, recognised.sure) != (encoding, true) {
            failures.push(format!("{name}: {recognised:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What Windows-1252 shows for a byte; the five it leaves open stay control characters.
fn as_windows_1252(byte: u8) -> char {
    const UPPER: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..0xA0 => UPPER.chars().nth(usize::from(byte - 0x80)).unwrap(),
        byte => char::from(byte),
    }
}

#[test]
fn every_letter_of_the_old_codes_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let mut failures = String::new();
    for row in LETTERS.lines().skip(1) {
        let letter = row.split('\t').next().unwrap();
        for (column, encoding) in
            [(TCVN3, Encoding::Tcvn3), (VNI, Encoding::Vni), (VIQR, Encoding::Viqr)]
        {
            // TCVN3 draws a capital with its small letter behind the letter without a tone.
            let bytes = match row.split('\t').nth(column).unwrap() {
                "" => drawn_capital(letter),
                _ => spelled(letter, column),
            };
            let options = ReadOptions { encoding: Some(encoding), ..ReadOptions::default() };
            let file = read_here_as(&written(folder.path(), &bytes), &options).unwrap();
            if lines_of(&file) != [letter] {
                writeln!(failures, "{letter} in {encoding:?}: {:?}", lines_of(&file)).unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn drawn_capital(letter: &str) -> Vec<u8> {
    let plain: String = letter.nfd().filter(|c| tone_byte(*c).is_none()).nfc().collect();
    let capital = if plain.is_ascii() { plain.into_bytes() } else { spelled(&plain, TCVN3) };
    [capital, spelled(&letter.to_lowercase(), TCVN3)].concat()
}

#[test]
fn every_string_gives_its_reading() {
    let folder = tempfile::tempdir().unwrap();
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for line in include_str!("encodings/strings.tsv").lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [forced, written_as, text, guess, expected] = fields.as_slice() else {
            panic!("too few fields: {line:?}");
        };
        n_cases += 1;
        let text = text.replace("\\u00ad", "\u{ad}").replace("\\u0001", "\u{1}");
        let bytes: Vec<u8> = match *written_as {
            "latin-1" => text.chars().map(|c| u8::try_from(c).unwrap()).collect(),
            _ => text.into_bytes(),
        };
        let options = ReadOptions { encoding: forced.parse().ok(), ..ReadOptions::default() };
        let found = match read_here_as(&written(folder.path(), &bytes), &options) {
            Ok(file) => {
                let recognised = file.encoding.clone().unwrap();
                let sure = if recognised.sure { "" } else { "?" };
                (format!("{}{sure}", recognised.encoding.code()), lines_of(&file).join("|"))
            }
            Err(error) => (String::new(), error.to_string()),
        };
        if found != ((*guess).to_owned(), expected.replace("\\ufffd", "\u{fffd}")) {
            failures.push(format!("{line:?}: got {found:?}"));
        }
    }
    assert!(n_cases >= 15, "the cases were not read");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
