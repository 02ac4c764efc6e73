//! The home of one person on one machine: what the program keeps lies in it and nowhere else.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use crate::driver::Driver;
use crate::window::Window;

/// The size of the screen that everything must be usable on.
pub const SCREEN: (u32, u32) = (1366, 768);

/// As in tauri.conf.json.
const IDENTIFIER: &str = "vn.tongket.desktop";

/// Set by `cargo xtask e2e`, which builds the program that people get.
const PROGRAM: &str = "TONGKET_WINDOW";

pub struct Home {
    folder: TempDir,
}

impl Home {
    /// Of a person who never started the program.
    pub fn fresh() -> Home {
        let home = Home { folder: TempDir::new().unwrap() };
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

    /// Starts the program and waits for its first screen.
    pub fn start(&self) -> Window {
        let program = program();
        let folders = ["data", "config", "cache"].map(|name| self.folder(name));
        let [data, config, cache] = &folders;
        let driver = Driver::start(
            &program,
            &[
                ("HOME", self.folder.path()),
                ("XDG_DATA_HOME", data),
                ("XDG_CONFIG_HOME", config),
                ("XDG_CACHE_HOME", cache),
            ],
        );
        Window::of(driver)
    }

    /// Ends the program as a power cut does, in the middle of whatever it is doing.
    pub fn kill(&self, window: Window) {
        for process in self.processes() {
            let killed = Command::new("kill").args(["-9", &process]).status().unwrap();
            assert!(killed.success(), "{process}: {killed}");
        }
        drop(window);
    }

    /// The person's own database.
    pub fn database(&self) -> PathBuf {
        self.folder("data").join("tongket/tong-ket.db")
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program itself, not the processes of its page.
    fn processes(&self) -> Vec<String> {
        let (program, home) = (program(), self.folder.path().as_os_str().as_encoded_bytes());
        let all = std::fs::read_dir("/proc").unwrap().flatten().map(|entry| entry.path());
        let ours = all.filter(|process| {
            let is_program =
                std::fs::read_link(process.join("exe")).is_ok_and(|exe| exe == program);
            let environment = std::fs::read(process.join("environ")).unwrap_or_default();
            is_program && environment.windows(home.len()).any(|part| part == home)
        });
        ours.filter_map(|process| Some(process.file_name()?.to_str()?.to_owned())).collect()
    }
}

fn program() -> PathBuf {
    let program = std::env::var_os(PROGRAM);
    let program = program.unwrap_or_else(|| panic!("no {PROGRAM}: run cargo xtask e2e"));
    std::fs::canonicalize(&program).unwrap_or_else(|error| panic!("{program:?}: {error}"))
}
