//! What a person does at the window and sees there. Elements are named by their `data-testid`.

use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::driver::{Driver, Element, Failure};
use crate::patience::{Patience, until, within};

pub struct Window {
    driver: Driver,
}

impl Window {
    pub fn of(driver: Driver) -> Window {
        let window = Window { driver };
        until(Patience::Start, "the first screen stands", || {
            window.find("[data-testid^='screen-']").ok()
        });
        window
    }

    /// Clicks what carries this name, once it is there and can be clicked.
    pub fn click(&self, name: &str) {
        self.click_on(&named(name));
    }

    /// As [`Window::click`], by a CSS selector.
    pub fn click_on(&self, css: &str) {
        self.insist(&format!("«{css}» can be clicked"), || {
            let element = self.find(css)?;
            self.driver.click(&element)
        });
    }

    /// Brings what stands outside a scrolled area to its middle: the driver takes it for hidden.
    pub fn scroll_to(&self, css: &str) {
        let script = "const found = document.querySelector(arguments[0]);
            found?.scrollIntoView({ block: 'center' });
            return Boolean(found)";
        until(Patience::Answer, &format!("«{css}» is there"), || {
            self.ask(script, json!([css])).as_bool().unwrap_or_default().then_some(())
        });
    }

    /// Clicks the middle of the first element of this selector that says this text.
    pub fn click_text(&self, css: &str, text: &str) {
        let script = "const found = [...document.querySelectorAll(arguments[0])]
                .find((element) => element.innerText.includes(arguments[1]));
            found?.scrollIntoView({ block: 'center' });
            return found ?? null";
        self.insist(&format!("«{text}» can be clicked"), || {
            let element = self.driver.element(script, json!([css, text]))?;
            self.driver.click(&element)
        });
    }

    /// Waits until the preview's pages say this text.
    pub fn previews(&self, text: &str) {
        let script = "return document.querySelector('[data-testid=preview] iframe')
            ?.contentDocument?.body?.innerText.replace(/\\s+/g, ' ')";
        let says = |pages: Value| pages.as_str().is_some_and(|pages| pages.contains(text));
        let found = within(Patience::Answer, || says(self.ask(script, json!([]))).then_some(()));
        if found.is_none() {
            self.picture("that-vong");
            let pages = self.ask(script, json!([]));
            let start: String = pages.as_str().unwrap_or_default().chars().take(2000).collect();
            panic!("the preview does not say «{text}»: {start}");
        }
    }

    /// What each page of the preview says.
    pub fn pages(&self) -> Value {
        let script = "const pages = document.querySelector('[data-testid=preview] iframe')
                ?.contentDocument?.querySelectorAll('.sheet') ?? [];
            return [...pages].map((page) => page.innerText)";
        self.ask(script, json!([]))
    }

    /// Types into the field of this name, after what is there.
    pub fn type_into(&self, name: &str, text: &str) {
        self.insist(&format!("«{name}» takes «{text}»"), || {
            let element = self.find(&named(name))?;
            self.driver.type_into(&element, text)
        });
    }

    /// Chooses this value of the list of choices of this name.
    pub fn choose(&self, name: &str, value: &str) {
        self.click_on(&format!("{} option[value='{value}']", named(name)));
    }

    /// Presses keys, one after the other, wherever the focus is.
    pub fn press(&self, keys: &str) {
        self.driver.press(keys).unwrap_or_else(|failure| panic!("{keys:?}: {failure:?}"));
    }

    /// Presses a key while another is held down.
    pub fn chord(&self, held: &str, key: &str) {
        self.driver.chord(held, key).unwrap_or_else(|failure| panic!("{key:?}: {failure:?}"));
    }

    /// Waits until the element of this name is there.
    pub fn sees(&self, name: &str) {
        self.insist(&format!("«{name}» is there"), || self.find(&named(name)));
    }

    /// Waits until the element of this selector shows this text.
    pub fn sees_in(&self, css: &str, text: &str) {
        let shown =
            || self.ask("return document.querySelector(arguments[0])?.innerText", json!([css]));
        let sees = || shown().as_str().is_some_and(|shown| shown.contains(text)).then_some(());
        if within(Patience::Answer, sees).is_none() {
            self.picture("that-vong");
            panic!("«{css}» shows {:?}, not «{text}»", shown());
        }
    }

    /// Waits until the element of this selector shows nothing.
    pub fn sees_nothing_in(&self, css: &str) {
        let shown = "return document.querySelector(arguments[0])?.innerText.trim()";
        until(Patience::Answer, &format!("«{css}» is empty"), || {
            (self.ask(shown, json!([css])) == json!("")).then_some(())
        });
    }

    /// Waits until no element of this name is there.
    pub fn sees_no(&self, name: &str) {
        until(Patience::Answer, &format!("«{name}» is gone"), || {
            self.find(&named(name)).is_err().then_some(())
        });
    }

    /// The text that the element of this name shows now, its fields included.
    pub fn text(&self, name: &str) -> Option<String> {
        let script = "const e = document.querySelector(arguments[0]);
            return e && ('value' in e ? String(e.value) : e.innerText)";
        self.ask(script, json!([named(name)])).as_str().map(str::to_owned)
    }

    /// What a script finds in the page; null while the page is being made.
    pub fn ask(&self, script: &str, arguments: Value) -> Value {
        self.driver.execute(script, arguments).unwrap_or(Value::Null)
    }

    /// Lets the program seem to answer `command` with this from now on.
    pub fn answers(&self, command: &str, answer: Value) {
        let script = "const { fetch } = window;
            const [command, answer] = arguments;
            window.fetch = async (address, ...rest) => {
                if (!String(address).endsWith(`/${command}`)) return fetch(address, ...rest);
                const headers = { 'Tauri-Response': 'ok', 'content-type': 'application/json' };
                return new Response(JSON.stringify(answer), { headers });
            };
            return true";
        assert_eq!(self.ask(script, json!([command, answer])), json!(true));
    }

    /// Waits until the page says the same several looks in a row: what it asked for has come.
    pub fn settles(&self) {
        const LOOKS: usize = 8;
        let (mut before, mut n_same) = (Value::Null, 0);
        until(Patience::Answer, "the page stands still", || {
            let now = self.ask("return document.body.innerHTML", json!([]));
            n_same = if now == before && now.is_string() { n_same + 1 } else { 0 };
            before = now;
            (n_same >= LOOKS).then_some(())
        });
    }

    /// Takes the screen's picture into the build folder, and fails on serious faults of
    /// accessibility.
    pub fn shows_screen(&self, name: &str) {
        self.picture(name);
        let faults = crate::axe::serious_faults(&self.driver);
        assert!(faults.is_empty(), "«{name}»:\n{}", faults.join("\n"));
    }

    /// Pictures of every screen lie side by side for a person to look at.
    pub fn picture(&self, name: &str) {
        let picture = self.driver.screenshot().unwrap_or_else(|failure| panic!("{failure:?}"));
        let picture = STANDARD.decode(picture).unwrap();
        let folder = screens();
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name).with_extension("png"), picture).unwrap();
    }

    fn find(&self, css: &str) -> Result<Element, Failure> {
        self.driver.find(css)
    }

    /// Tries until it works; what stood in the way is told when it never does.
    fn insist<T>(&self, what: &str, mut attempt: impl FnMut() -> Result<T, Failure>) -> T {
        let mut last = None;
        let done =
            within(Patience::Answer, || attempt().map_err(|failure| last = Some(failure)).ok());
        done.unwrap_or_else(|| {
            self.picture("that-vong");
            panic!("waited in vain until {what}: {last:?}")
        })
    }
}

fn named(name: &str) -> String {
    format!("[data-testid='{name}']")
}

/// `target/screens`, where the tests themselves are built.
fn screens() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    program.ancestors().nth(3).unwrap().join("screens")
}

/// Keys without a letter (W3C WebDriver, §17.4.2).
pub mod keys {
    pub const ENTER: &str = "\u{E007}";
    pub const ESCAPE: &str = "\u{E00C}";
    pub const DOWN: &str = "\u{E015}";
    pub const END: &str = "\u{E010}";
    pub const HOME: &str = "\u{E011}";
    pub const SHIFT: &str = "\u{E008}";
    pub const CONTROL: &str = "\u{E009}";
    pub const BACKSPACE: &str = "\u{E003}";
    pub const DELETE: &str = "\u{E017}";
}
