//! Text that would load, link or run something stays text wherever it stands: nothing runs, and
//! nothing is asked for over the network.

use std::net::TcpListener;

use serde_json::json;

use super::{new_draft, open_sample};
use crate::home::Home;
use crate::window::{Window, keys};

#[test]
fn typed_markup_stays_text() {
    let home = Home::fresh();
    let elsewhere = Elsewhere::new();
    let picture = format!("<img src=\"{}/a.png\" onerror=\"window.ran=1\">", elsewhere.address);
    let window = open_sample(&home);

    window.click("go-figures");
    window.click("add-indicator");
    window.type_into("indicator-name", &picture);
    window.click("indicator-save");
    window.sees_no("indicator-dialog");
    window.sees_in("[data-testid='figures-grid']", &picture);

    new_draft(&window);
    window.click_text(".cm-line", "lãnh đạo thực hiện nhiệm vụ");
    window.press(keys::END);
    window
        .press(&format!(" {picture} [nối](javascript:window.ran=1) <script>window.ran=1</script>"));
    window.previews(&picture);
    window.previews("<script>window.ran=1</script>");
    // A tag that is not closed is told at its line; everything else goes on.
    window.press(" {{");
    window.sees("text-error");
    window.press(keys::BACKSPACE);
    window.press(keys::BACKSPACE);
    window.sees_no("text-error");

    window.click("export-draft");
    window.sees("export-result");
    let word = home.read_word(&window.text("export-file").unwrap_or_default());
    assert!(word.contains(&picture), "{word}");
    elsewhere.was_never_asked(&window);
}

#[test]
fn a_word_file_that_links_elsewhere_is_shown_without() {
    let home = Home::fresh();
    let elsewhere = Elsewhere::new();
    let window = open_sample(&home);
    new_draft(&window);
    // The preview gets this file, as if the program had made it.
    window.answers("preview_draft", json!(home.hostile_word(&elsewhere.address)));
    window.click_text(".cm-line", "lãnh đạo thực hiện nhiệm vụ");
    window.press(" ");
    window.previews("Tệp lạ");
    window.previews("bấm vào đây");
    window.settles();
    let links = "return document.querySelector('[data-testid=preview] iframe').contentDocument
        .querySelectorAll('a[href], img[src]:not([src^=\"data:\"]), [onerror], script, iframe').length";
    assert_eq!(window.ask(links, json!([])), json!(0));
    elsewhere.was_never_asked(&window);
}

/// A machine that the texts name and that must never hear of it.
struct Elsewhere {
    listener: TcpListener,
    address: String,
}

impl Elsewhere {
    fn new() -> Elsewhere {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        Elsewhere { listener, address }
    }

    fn was_never_asked(&self, window: &Window) {
        assert_eq!(
            window.ask("return window.ran ?? 'nothing ran'", json!([])),
            json!("nothing ran")
        );
        let asked = self.listener.accept();
        assert!(asked.is_err(), "{asked:?}");
    }
}
