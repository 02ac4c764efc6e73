//! The reading child. This program is its own child: started with `__read FILE` it serves, or
//! misbehaves as the file's name says; started by cargo it runs the cases.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use tongket_intake::{Encoding, READ_VERB, ReadOptions, read_here_as, read_in_child, serve};

/// Beyond every limit on processor time, and the clock of a machine that is busy.
const LONG_WAIT: Duration = Duration::from_secs(31);

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|verb| verb == READ_VERB) {
        return as_child(&arguments.collect::<Vec<_>>());
    }
    let waits = thread::spawn(a_child_may_wait);
    let failures: Vec<String> =
        [gives_what_is_read_here(), failures_give_one_line(), waits.join().unwrap()].concat();
    failures.iter().for_each(|failure| eprintln!("{failure}"));
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn as_child(arguments: &[OsString]) -> ExitCode {
    match Path::new(&arguments[0]).file_name().unwrap().to_str().unwrap() {
        "quay.xlsx" => loop {
            std::hint::spin_loop();
        },
        "hong.xlsx" => std::process::abort(),
        "cho.csv" => {
            thread::sleep(LONG_WAIT);
            serve(arguments.iter().cloned()).unwrap();
        }
        "im-lang.xlsx" => {}
        // An allocation that the memory limit does not allow ends the process.
        "tham.xlsx" => drop(std::hint::black_box(vec![1u8; 3 << 30])),
        _ => serve(arguments.iter().cloned()).unwrap(),
    }
    ExitCode::SUCCESS
}

fn gives_what_is_read_here() -> Vec<String> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/samples");
    let mut failures = Vec::new();
    for name in [
        "bieu-ktxh.xlsx",
        "phieu-diem.xls",
        "bieu-ktxh.ods",
        "bao-cao-tcvn3.docx",
        "bieu-ktxh.tsv",
        "khong-co.xlsx",
    ] {
        let path = samples.join(name);
        let options = ReadOptions { encoding: Some(Encoding::Tcvn3), not_secret: true };
        let in_child = read_in_child(&program(), &path, &options);
        let here = read_here_as(&path, &options);
        if in_child != here {
            failures.push(format!("{name}: the child gives {in_child:?}, this process {here:?}"));
        }
        if here.is_ok() == (name == "khong-co.xlsx") {
            failures.push(format!("{name}: {here:?}"));
        }
    }
    failures
}

/// A machine that does other things keeps a child waiting; only its own work counts.
fn a_child_may_wait() -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cho.csv");
    fs::write(&path, "TT;2022\r\n1;5\r\n").unwrap();
    match read_in_child(&program(), &path, &ReadOptions::default()) {
        Ok(_) => Vec::new(),
        Err(refused) => vec![format!("a child that waited: {refused}")],
    }
}

fn failures_give_one_line() -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let broken = "tệp cần quá nhiều bộ nhớ hoặc bị lỗi khi đọc: hãy mở bằng Excel hoặc Word, lưu lại rồi nhập";
    let mut cases = vec![
        ("quay.xlsx", "đọc quá 10 giây: hãy tách thành các tệp nhỏ hơn"),
        ("hong.xlsx", broken),
        ("im-lang.xlsx", broken),
    ];
    if cfg!(unix) {
        cases.push(("tham.xlsx", broken));
    }
    let mut failures = Vec::new();
    let as_it_is = ReadOptions::default();
    for (name, cause) in cases {
        let path = folder.path().join(name);
        fs::write(&path, b"x").unwrap();
        let line = read_in_child(&program(), &path, &as_it_is).unwrap_err().to_string();
        // One that only time ended would give the line of that.
        if line != format!("{name}: {cause}") {
            failures.push(format!("{name}: got {line:?}"));
        }
    }
    let missing =
        read_in_child(&folder.path().join("khong-co"), &folder.path().join("hong.xlsx"), &as_it_is);
    let line = missing.unwrap_err().to_string();
    if !line.contains("không chạy được bộ đọc tệp") {
        failures.push(format!("without a program: got {line:?}"));
    }
    failures
}

fn program() -> PathBuf {
    std::env::current_exe().unwrap()
}
