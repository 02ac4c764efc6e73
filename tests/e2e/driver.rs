//! The WebDriver of WebKitGTK, spoken to directly: it starts the program itself, so that nothing
//! stands between a journey and the window that people use.

use std::fmt::Write as _;
use std::fs::File;
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::patience::{Patience, until};

/// Debian's package webkit2gtk-driver.
const PROGRAM: &str = "WebKitWebDriver";

/// Longer than any single command takes: loading axe-core on a machine that compiles.
const COMMAND: Duration = Duration::from_secs(60);

/// A running driver with one session: one start of the program.
pub struct Driver {
    process: Child,
    agent: ureq::Agent,
    address: String,
    session: String,
    /// When the journey must have ended.
    end: Instant,
    /// What driver and program said, told when the journey fails.
    said: PathBuf,
}

/// What the driver says went wrong: `no such element`, and its own words.
#[derive(Debug)]
#[allow(dead_code, reason = "told by Debug when a journey fails")]
pub struct Failure {
    pub code: String,
    pub message: String,
}

/// An element of the page as the driver names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(pub String);

/// The key of an element in what WebDriver answers (W3C WebDriver, §12.1).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Driver {
    /// Starts the driver, and `program` through it, with `environment` for both; what they say goes
    /// into the file `said`. Commands after `end` fail.
    pub fn start(
        program: &Path,
        environment: &[(&str, &Path)],
        said: PathBuf,
        end: Instant,
    ) -> Driver {
        let port = free_port();
        // On a session bus of its own, as at a machine of its own: the program that starts second
        // on one bus hands over to the first and ends.
        let mut command = Command::new("dbus-run-session");
        command.args(["--", PROGRAM, &format!("--port={port}")]);
        let out = File::create(&said).unwrap();
        command.stdout(out.try_clone().unwrap()).stderr(out).process_group(0);
        // Both names are looked for: the first by WebKit, the second by Tauri.
        command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.envs(environment.iter().copied());
        let process = command.spawn().unwrap_or_else(|error| panic!("{PROGRAM}: {error}"));
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let mut driver = Driver {
            process,
            agent: config.build().into(),
            address: format!("http://127.0.0.1:{port}"),
            session: String::new(),
            end,
            said,
        };
        until(Patience::Start, "the driver answers", || driver.ask("GET", "/status", None).ok());
        driver.open(program);
        driver
    }

    fn open(&mut self, program: &Path) {
        let options = json!({ "binary": program, "args": [] });
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": options,
        } } });
        let opened = self.ask("POST", "/session", Some(wanted));
        let opened = opened.unwrap_or_else(|failure| panic!("no window: {failure:?}"));
        let id = opened["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {opened}"));
        self.session = format!("/session/{id}");
    }

    /// One command of the session; `path` begins with a slash.
    pub fn command(&self, method: &str, path: &str, body: Value) -> Result<Value, Failure> {
        let body = (method == "POST").then_some(body);
        self.ask(method, &format!("{}{path}", self.session), body)
    }

    /// Panics when the journey has lasted too long: whatever it waits for, it comes through here.
    fn ask(&self, method: &str, path: &str, body: Option<Value>) -> Result<Value, Failure> {
        let left = self.end.saturating_duration_since(Instant::now());
        assert!(!left.is_zero(), "the journey takes too long; it came to {method} {path}");
        self.send(method, path, body, left.min(COMMAND))
    }

    fn send(
        &self,
        method: &str,
        path: &str,
        body: Option<Value>,
        longest: Duration,
    ) -> Result<Value, Failure> {
        let address = format!("{}{path}", self.address);
        let (agent, longest) = (&self.agent, Some(longest));
        let answer = match (method, body) {
            ("POST", body) => {
                let request = agent.post(address).config().timeout_global(longest).build();
                request.send_json(body.unwrap_or(json!({})))
            }
            ("DELETE", _) => agent.delete(address).config().timeout_global(longest).build().call(),
            _ => agent.get(address).config().timeout_global(longest).build().call(),
        };
        let mut answer = answer.map_err(Failure::of)?;
        let mut answer: Value = answer.body_mut().read_json().map_err(Failure::of)?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(code) => Err(Failure {
                code: code.to_owned(),
                message: value["message"].as_str().unwrap_or_default().to_owned(),
            }),
            None => Ok(value),
        }
    }

    pub fn find(&self, css: &str) -> Result<Element, Failure> {
        let wanted = json!({ "using": "css selector", "value": css });
        let found = self.command("POST", "/element", wanted)?;
        Ok(Element(found[ELEMENT].as_str().unwrap_or_default().to_owned()))
    }

    pub fn click(&self, element: &Element) -> Result<(), Failure> {
        self.of_element(element, "click", json!({}))
    }

    /// Types into an element; keys without a letter are characters of their own ([`crate::keys`]).
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), Failure> {
        self.of_element(element, "value", json!({ "text": text }))
    }

    fn of_element(&self, element: &Element, what: &str, body: Value) -> Result<(), Failure> {
        self.command("POST", &format!("/element/{}/{what}", element.0), body).map(drop)
    }

    /// Presses keys one after the other, wherever the focus is.
    pub fn press(&self, keys: &str) -> Result<(), Failure> {
        self.key_actions(keys.chars().flat_map(|key| [("keyDown", key), ("keyUp", key)]))
    }

    /// Presses `keys` while `held` is held down.
    pub fn chord(&self, held: &str, keys: &str) -> Result<(), Failure> {
        let down = held.chars().chain(keys.chars()).map(|key| ("keyDown", key));
        let up = keys.chars().chain(held.chars()).map(|key| ("keyUp", key));
        self.key_actions(down.chain(up))
    }

    fn key_actions(&self, keys: impl Iterator<Item = (&'static str, char)>) -> Result<(), Failure> {
        let action = |(kind, key): (&str, char)| json!({ "type": kind, "value": key.to_string() });
        let actions: Vec<Value> = keys.map(action).collect();
        let source = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.command("POST", "/actions", json!({ "actions": [source] })).map(drop)
    }

    /// What `script` returns; it finds `arguments` in the variable of that name.
    pub fn execute(&self, script: &str, arguments: Value) -> Result<Value, Failure> {
        self.command("POST", "/execute/sync", json!({ "script": script, "args": arguments }))
    }

    /// The element that `script` returns.
    pub fn element(&self, script: &str, arguments: Value) -> Result<Element, Failure> {
        let found = self.execute(script, arguments)?;
        let missing = || Failure { code: "no such element".to_owned(), message: script.to_owned() };
        found[ELEMENT].as_str().map(|id| Element(id.to_owned())).ok_or_else(missing)
    }

    /// As [`Driver::execute`] for a script that answers later, through its last argument.
    pub fn execute_async(&self, script: &str, arguments: Value) -> Result<Value, Failure> {
        self.command("POST", "/execute/async", json!({ "script": script, "args": arguments }))
    }

    /// The window's picture: PNG in base64.
    pub fn screenshot(&self) -> Result<String, Failure> {
        // The picture is of the newest frame, which may be older than what the page says by now.
        const NEXT_FRAME: &str = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
        self.execute_async(NEXT_FRAME, json!([]))?;
        let picture = self.command("GET", "/screenshot", json!({}))?;
        Ok(picture.as_str().unwrap_or_default().to_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The program ends with its session, or else with everything that the driver started.
        if !self.session.is_empty() {
            let _ = self.send("DELETE", &self.session, None, Duration::from_secs(10));
        }
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-9", "--", &group]).status();
        let _ = self.process.wait();
        if std::thread::panicking() {
            let said = std::fs::read_to_string(&self.said).unwrap_or_default();
            eprintln!("what the driver and the program said:\n{said}");
        }
    }
}

impl Failure {
    fn of(error: ureq::Error) -> Failure {
        let mut message = String::new();
        let _ = write!(message, "{error}");
        Failure { code: "unreachable".to_owned(), message }
    }
}

/// A port that nobody listens on; the driver takes it a moment later.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}
