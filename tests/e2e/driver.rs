//! The WebDriver of WebKitGTK, spoken to directly: it starts the program itself, so that nothing
//! stands between a journey and the window that people use.

use std::fmt::Write as _;
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::patience::{Patience, until};

/// Debian's package webkit2gtk-driver.
const PROGRAM: &str = "WebKitWebDriver";

/// A running driver with one session: one start of the program.
pub struct Driver {
    process: Child,
    agent: ureq::Agent,
    address: String,
    session: String,
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
    /// Starts the driver, and `program` through it, with `environment` for both.
    pub fn start(program: &Path, environment: &[(&str, &Path)]) -> Driver {
        let port = free_port();
        // On a session bus of its own, as at a machine of its own: the program that starts second
        // on one bus hands over to the first and ends.
        let mut command = Command::new("dbus-run-session");
        command.args(["--", PROGRAM, &format!("--port={port}")]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        // Both names are looked for: the first by WebKit, the second by Tauri.
        command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.envs(environment.iter().copied());
        let process = command.spawn().unwrap_or_else(|error| panic!("{PROGRAM}: {error}"));
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)));
        let mut driver = Driver {
            process,
            agent: config.build().into(),
            address: format!("http://127.0.0.1:{port}"),
            session: String::new(),
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

    fn ask(&self, method: &str, path: &str, body: Option<Value>) -> Result<Value, Failure> {
        let address = format!("{}{path}", self.address);
        let answer = match (method, body) {
            ("POST", body) => self.agent.post(address).send_json(body.unwrap_or(json!({}))),
            ("DELETE", _) => self.agent.delete(address).call(),
            _ => self.agent.get(address).call(),
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
        let key = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        let presses = keys.chars().flat_map(|one| [key("keyDown", one), key("keyUp", one)]);
        let actions: Vec<Value> = presses.collect();
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
        let picture = self.command("GET", "/screenshot", json!({}))?;
        Ok(picture.as_str().unwrap_or_default().to_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The program ends with its session, or else with everything that the driver started.
        if !self.session.is_empty() {
            let _ = self.command("DELETE", "", json!({}));
        }
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-9", "--", &group]).status();
        let _ = self.process.wait();
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
