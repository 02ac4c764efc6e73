//! The folder in which a case runs, prepared as the case asks.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use tongket_tests::tongket;

use crate::case::{Database, Prepare};

/// The name of the database in the folder.
const DATABASE: &str = "so-lieu.db";

/// Files by their path in the folder; a folder has no bytes.
pub type Files = BTreeMap<String, Option<Vec<u8>>>;

pub struct Place {
    folder: tempfile::TempDir,
    disks: Vec<PathBuf>,
    /// The second since 1970 on which the clock stands.
    clock: Option<u64>,
}

impl Place {
    pub fn new(database: Database, clock: Option<u64>) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(DATABASE);
        match database {
            Database::Sample => std::fs::write(file, sample()).unwrap(),
            Database::Bare => {
                std::fs::write(&file, sample()).unwrap();
                let connection = rusqlite::Connection::open(&file).unwrap();
                connection.execute_batch(include_str!("../support/bare.sql")).unwrap();
            }
            Database::Empty => make(&file, &["init"]),
            Database::None => {}
        }
        Place { folder, disks: Vec::new(), clock }
    }

    /// The program, ready to run here.
    pub fn tongket(&self) -> Command {
        let mut command = tongket();
        command.current_dir(self.folder.path()).env("TONGKET_DB", DATABASE);
        if let Some(second) = self.clock {
            command.env("SOURCE_DATE_EPOCH", second.to_string());
        }
        command
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// False when this machine does not allow it to us.
    pub fn prepare(&mut self, prepare: &Prepare) -> bool {
        match prepare {
            Prepare::File { at, text } => self.write(at, text.as_bytes()),
            Prepare::Forgotten(at) => {
                let file = File::create(self.path(at)).unwrap();
                file.set_modified(SystemTime::now() - Duration::from_secs(24 * 60 * 60)).unwrap();
            }
            Prepare::Folder(at) => std::fs::create_dir_all(self.path(at)).unwrap(),
            Prepare::Copy { from, at } => {
                let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(from);
                self.write(at, &std::fs::read(from).unwrap());
            }
            Prepare::Own(at) => self.write(at, &std::fs::read(self.path(DATABASE)).unwrap()),
            Prepare::Patch { file, at, bytes } => {
                let mut whole = std::fs::read(self.path(file)).unwrap();
                whole[*at..at + bytes.len()].copy_from_slice(bytes);
                self.write(file, &whole);
            }
            Prepare::Disk { at, kib } => {
                let disk = self.path(at);
                std::fs::create_dir(&disk).unwrap();
                let size = format!("size={kib}k");
                if !runs(
                    Command::new("mount").args(["-t", "tmpfs", "-o", &size, "none"]).arg(&disk),
                ) {
                    return false;
                }
                self.disks.push(disk);
            }
            Prepare::ReadOnly(at) => {
                return runs(Command::new("mount").args(["-o", "remount,ro"]).arg(self.path(at)));
            }
        }
        true
    }

    /// Every file and folder, with the bytes.
    pub fn files(&self) -> Files {
        let mut files = Files::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(self.folder.path()).unwrap().to_string_lossy();
                let bytes = if path.is_dir() { None } else { Some(std::fs::read(&path).unwrap()) };
                files.insert(name.into_owned(), bytes);
                if path.is_dir() {
                    folders.push(path);
                }
            }
        }
        files
    }

    fn write(&self, at: &str, bytes: &[u8]) {
        let path = self.path(at);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        for disk in &self.disks {
            runs(Command::new("umount").arg(disk));
        }
    }
}

/// A database with the sample offices; made once, since every case starts from it.
fn sample() -> &'static [u8] {
    static SAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(DATABASE);
        make(&file, &["init", "--sample"]);
        std::fs::read(file).unwrap()
    })
}

fn make(file: &Path, verb: &[&str]) {
    assert!(runs(tongket().arg("--db").arg(file).args(verb)), "{verb:?} fails");
}

fn runs(command: &mut Command) -> bool {
    let ran = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    ran.is_ok_and(|status| status.success())
}
