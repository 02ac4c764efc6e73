//! The home of one person on one machine: what the program keeps lies in it and nowhere else.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use tempfile::TempDir;
use tongket_tests::Ran;

use crate::driver::Driver;
use crate::patience::{JOURNEY, Patience, within};
use crate::window::Window;

/// The size of the screen that everything must be usable on.
pub const SCREEN: (u32, u32) = (1366, 768);

/// As in tauri.conf.json.
const IDENTIFIER: &str = "vn.tongket.desktop";

/// Set by `cargo xtask e2e`, which builds the program that people get.
const PROGRAM: &str = "TONGKET_WINDOW";

pub struct Home {
    folder: TempDir,
    /// When the journey of this person must have ended.
    end: Instant,
}

impl Home {
    /// Of a person who never started the program.
    pub fn fresh() -> Home {
        let home = Home { folder: TempDir::new().unwrap(), end: Instant::now() + JOURNEY };
        // The window opens where the person left it: here over the whole screen.
        let (width, height) = SCREEN;
        let left = json!({ "main": {
            "width": width, "height": height, "x": 0, "y": 0, "prev_x": 0, "prev_y": 0,
            "maximized": false, "visible": true, "decorated": true, "fullscreen": false,
        } });
        let settings = home.folder("config").join(IDENTIFIER);
        std::fs::create_dir_all(&settings).unwrap();
        std::fs::write(settings.join(".window-state.json"), left.to_string()).unwrap();
        home
    }

    /// Of a person who worked on this database until now.
    pub fn with_database(file: &Path) -> Home {
        let home = Home::fresh();
        let own = home.database();
        std::fs::create_dir_all(own.parent().unwrap()).unwrap();
        std::fs::copy(file, own).unwrap();
        home
    }

    /// Starts the program and waits for its first screen.
    pub fn start(&self) -> Window {
        Window::of(self.drive(&program(), &[]))
    }

    /// As [`Home::start`], for a person who types through an input method of GTK.
    pub fn start_with_input_method(&self, name: &str) -> Window {
        Window::of(self.drive(&program(), &[("GTK_IM_MODULE", Path::new(name))]))
    }

    /// As [`Home::start`], on a machine where nothing opens files and folders, and says so late.
    pub fn start_without_programs(&self) -> Window {
        const LAUNCHERS: [&str; 6] =
            ["xdg-open", "gio", "gnome-open", "kde-open6", "kde-open5", "kde-open"];
        let programs = self.folder("programs");
        std::fs::create_dir_all(&programs).unwrap();
        for launcher in LAUNCHERS.map(|name| programs.join(name)) {
            std::fs::write(&launcher, "#!/bin/sh\nsleep 0.5\nexit 3\n").unwrap();
            std::fs::set_permissions(&launcher, Permissions::from_mode(0o755)).unwrap();
        }
        let known = std::env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(programs).chain(std::env::split_paths(&known));
        let all = PathBuf::from(std::env::join_paths(all).unwrap());
        Window::of(self.drive(&program(), &[("PATH", &all)]))
    }

    /// Starts any program that has a page, with `more` in its environment.
    pub fn drive(&self, program: &Path, more: &[(&str, &Path)]) -> Driver {
        let folders = ["data", "config", "cache"].map(|name| self.folder(name));
        let [data, config, cache] = &folders;
        let own = [
            ("HOME", self.folder.path()),
            ("XDG_DATA_HOME", data.as_path()),
            ("XDG_CONFIG_HOME", config.as_path()),
            ("XDG_CACHE_HOME", cache.as_path()),
        ];
        let environment = [&own, more].concat();
        Driver::start(program, &environment, self.folder("said.txt"), self.end)
    }

    /// Ends the program as a power cut does, in the middle of whatever it is doing.
    pub fn kill(&self, window: Window) {
        for process in self.processes() {
            let killed = Command::new("kill").args(["-9", &process]).status().unwrap();
            assert!(killed.success(), "{process}: {killed}");
        }
        drop(window);
    }

    /// Starts the program once more on the same desk, and waits until this second start has ended.
    pub fn starts_again(&self) {
        self.starts_again_with(&[]);
    }

    /// As [`Home::starts_again`], with samples of the intake suite as files to open.
    pub fn starts_again_with(&self, samples: &[&str]) {
        let first = self.processes();
        let [first] = first.as_slice() else { panic!("{} programs run", first.len()) };
        let environment = std::fs::read(format!("/proc/{first}/environ")).unwrap();
        let environment = String::from_utf8(environment).unwrap();
        let environment = environment.split('\0').filter_map(|one| one.split_once('='));
        let mut again = Command::new(program())
            .env_clear()
            .envs(environment)
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/intake/samples"))
            .args(samples)
            .spawn()
            .unwrap();
        let ended = within(Patience::Start, || again.try_wait().unwrap());
        let Some(ended) = ended else {
            again.kill().unwrap();
            panic!("the second start goes on beside the first");
        };
        assert!(ended.success(), "{ended}");
    }

    /// Runs the command line on the sample's database.
    pub fn tongket(&self, arguments: &[&str]) {
        let mut tongket = tongket_tests::tongket();
        let ran = Ran::of(tongket.args(arguments).env("TONGKET_DB", self.sample()));
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }

    /// Writes over the middle of every copy that was made of the sample's database.
    pub fn damage_backups(&self) {
        let copies = std::fs::read_dir(self.sample().with_file_name("sao-luu")).unwrap();
        for copy in copies.map(|copy| copy.unwrap().path()) {
            let mut bytes = std::fs::read(&copy).unwrap();
            let third = bytes.len() / 3;
            bytes[third..2 * third].fill(b'?');
            std::fs::write(&copy, bytes).unwrap();
        }
    }

    /// A Word file that would load and run what lies at this address, in base64.
    pub fn hostile_word(&self, address: &str) -> String {
        let file = self.folder.path().join("la.docx");
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/e2e/hostile_word.py");
        let written = tongket_tests::python().arg(script).arg(&file).arg(address).output().unwrap();
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        STANDARD.encode(std::fs::read(file).unwrap())
    }

    /// The database of the sample office.
    fn sample(&self) -> PathBuf {
        self.folder("data").join("tongket/tong-ket-mau.db")
    }

    /// The person's own database.
    pub fn database(&self) -> PathBuf {
        self.folder("data").join("tongket/tong-ket.db")
    }

    /// The text of a Word file that was exported under this name, as python-docx reads it: every
    /// run, content controls included.
    pub fn read_word(&self, name: &str) -> String {
        let script = "import sys, docx; from docx.oxml.ns import qn
body = docx.Document(sys.argv[1]).element.body
for p in body.iter(qn('w:p')): print(''.join(t.text or '' for t in p.iter(qn('w:t'))))";
        let file = self.exports().join(name);
        let read = tongket_tests::python().args(["-c", script]).arg(&file).output().unwrap();
        assert!(read.status.success(), "{file:?}: {}", String::from_utf8_lossy(&read.stderr));
        let text = String::from_utf8(read.stdout).unwrap();
        // Numbers and their units are kept on one line by spaces of another kind.
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where exports go when the person chose no folder.
    fn exports(&self) -> PathBuf {
        self.folder.path().join("Tổng Kết")
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program itself, not the processes of its page.
    pub fn processes(&self) -> Vec<String> {
        let program = program();
        let ours = self.processes_of(|exe| exe == program);
        ours.filter_map(|process| Some(process.file_name()?.to_str()?.to_owned())).collect()
    }

    /// Processor time of the program and its page so far, in milliseconds.
    pub fn cpu(&self) -> f64 {
        // Linux counts a process' time in hundredths of a second.
        const TICK: f64 = 10.0;
        let program = program();
        let is_page = |exe: &Path| exe.file_name().is_some_and(|name| name == "WebKitWebProcess");
        let ours = self.processes_of(|exe| exe == program || is_page(exe));
        let ticks = ours.filter_map(|process| {
            let stat = std::fs::read_to_string(process.join("stat")).ok()?;
            // Behind the name, which may hold anything: state is the third field, utime the 14th.
            let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
            Some(fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?)
        });
        ticks.sum::<f64>() * TICK
    }

    /// Folders under `/proc` of this person's processes.
    fn processes_of(&self, is_wanted: impl Fn(&Path) -> bool) -> impl Iterator<Item = PathBuf> {
        let home = self.folder.path().as_os_str().as_encoded_bytes();
        let all = std::fs::read_dir("/proc").unwrap().flatten().map(|entry| entry.path());
        all.filter(move |process| {
            let is_wanted =
                std::fs::read_link(process.join("exe")).is_ok_and(|exe| is_wanted(&exe));
            let environment = std::fs::read(process.join("environ")).unwrap_or_default();
            is_wanted && environment.windows(home.len()).any(|part| part == home)
        })
    }
}

/// The program that people get.
pub fn program() -> PathBuf {
    let program = std::env::var_os(PROGRAM);
    let program = program.unwrap_or_else(|| panic!("no {PROGRAM}: run cargo xtask e2e"));
    std::fs::canonicalize(&program).unwrap_or_else(|error| panic!("{program:?}: {error}"))
}
