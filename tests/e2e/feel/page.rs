//! What the page itself measures, with its own clock: WebDriver's way there and back is no part of
//! any time.

use serde_json::{Value, json};

use crate::patience::{Patience, until};
use crate::window::Window;

/// Scrolls an element by so many pixels a frame; leaves behind the times between frames, and how
/// many frames showed nothing in the middle of the element.
const SCROLL: &str = "const [css, by, n] = arguments;
    const scrolled = document.querySelector(css);
    const { left, top, width, height } = scrolled.getBoundingClientRect();
    const isBlank = () => !document.elementFromPoint(left + width / 2, top + height / 2)
        ?.closest('[data-testid=figures-row], [data-testid=field-line], [data-index], pre');
    const times = [];
    let n_blank = 0;
    let before = null;
    window.scrolled = null;
    const frame = (now) => {
        if (before !== null) {
            times.push(now - before);
            if (isBlank()) n_blank += 1;
        }
        before = now;
        if (times.length === n) return void (window.scrolled = { times, n_blank });
        scrolled.scrollTop += by;
        requestAnimationFrame(frame);
    };
    scrolled.scrollTop = 0;
    requestAnimationFrame(frame);
    return true";

/// Puts as many lines of plain text over the page as the grid has rows, or takes them away.
const PLAIN: &str = "const [n_lines] = arguments;
    document.querySelector('#plain')?.remove();
    if (n_lines === 0) return true;
    const plain = document.createElement('div');
    plain.id = 'plain';
    plain.style.cssText = 'position:fixed;inset:120px 0 26px 196px;overflow:auto;background:#fff;z-index:9';
    const text = document.createElement('pre');
    text.textContent = Array.from({ length: n_lines }, (_, n) => `${n} `.repeat(30)).join('\\n');
    plain.append(text);
    document.body.append(plain);
    return true";

/// From a key to the end of the frame that shows what it did.
const LISTEN: &str = "window.painted = [];
    window.removeEventListener('keydown', window.listening, true);
    window.listening = (event) => {
        window.keyAt = event.timeStamp;
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => window.painted.push(performance.now() - event.timeStamp);
            after.port2.postMessage(null);
        });
    };
    window.addEventListener('keydown', window.listening, true);
    return true";

/// From the newest key until a page of the preview shows a word, in capitals or not.
const EXPECT: &str = "const [word] = arguments;
    const shown = document.querySelector('[data-testid=preview] iframe').contentDocument;
    window.shownAfter = null;
    const observer = new MutationObserver((changes) => {
        const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
        if (!added.some((node) => node.className === 'sheet' && node.textContent.toLowerCase().includes(word))) return;
        observer.disconnect();
        requestAnimationFrame(() => (window.shownAfter = performance.now() - window.keyAt));
    });
    observer.observe(shown.body, { childList: true, subtree: true });
    return true";

pub struct Page<'w> {
    window: &'w Window,
}

impl Page<'_> {
    pub fn of(window: &Window) -> Page<'_> {
        Page { window }
    }

    /// Times between frames in milliseconds, and how many frames had nothing in their middle.
    pub fn scroll(&self, css: &str, pixels: u32, n_frames: usize) -> (Vec<f64>, u64) {
        assert_eq!(self.window.ask(SCROLL, json!([css, pixels, n_frames])), json!(true));
        let found = until(Patience::Answer, "all is scrolled", || {
            let found = self.window.ask("return window.scrolled", json!([]));
            found.is_object().then_some(found)
        });
        let n_blank = found["n_blank"].as_u64().unwrap_or_else(|| panic!("{found}"));
        (times(&found["times"]), n_blank)
    }

    /// The same for plain text in place of the grid: what this machine can show at all.
    pub fn scroll_plain(&self, n_lines: usize, pixels: u32, n_frames: usize) -> Vec<f64> {
        assert_eq!(self.window.ask(PLAIN, json!([n_lines])), json!(true));
        let (times, _) = self.scroll("#plain", pixels, n_frames);
        assert_eq!(self.window.ask(PLAIN, json!([0])), json!(true));
        times
    }

    /// Measures keys from now on.
    pub fn listen(&self) {
        assert_eq!(self.window.ask(LISTEN, json!([])), json!(true));
    }

    /// Presses a key and waits until the frame after it was painted.
    pub fn key(&self, key: &str) {
        let n_before = self.n_painted();
        self.window.press(key);
        until(Patience::Answer, "the key is painted", || {
            (self.n_painted() > n_before).then_some(())
        });
    }

    /// The times of all keys since `listen`, which are forgotten.
    pub fn painted(&self) -> Vec<f64> {
        times(&self.window.ask("return window.painted.splice(0)", json!([])))
    }

    /// The preview is going to show a word.
    pub fn expect(&self, word: &str) {
        assert_eq!(self.window.ask(EXPECT, json!([word])), json!(true));
    }

    /// Waits for the word; how long it took after the last key.
    pub fn shown(&self) -> f64 {
        until(Patience::Answer, "the preview shows what was typed", || {
            self.window.ask("return window.shownAfter", json!([])).as_f64()
        })
    }

    fn n_painted(&self) -> u64 {
        let counted = self.window.ask("return window.painted.length", json!([]));
        counted.as_u64().unwrap_or_default()
    }
}

fn times(found: &Value) -> Vec<f64> {
    let times = found.as_array().unwrap_or_else(|| panic!("{found}"));
    times.iter().filter_map(Value::as_f64).collect()
}
