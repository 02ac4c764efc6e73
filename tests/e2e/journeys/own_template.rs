//! A template is copied and broken: the error stands at its line. Mended, it makes a report.

use serde_json::json;

use super::open_sample;
use crate::home::Home;
use crate::window::{Window, keys};

#[test]
fn an_error_stands_at_its_line_until_it_is_mended() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-templates");
    window.click("copy-template");
    window.sees("template-name");
    window.click("look-source");
    window.settles();
    window.click_on(".cm-line");
    window.chord(keys::CONTROL, keys::END);
    window.press(keys::ENTER);
    window.press("Thiếu ngoặc {{ so_lieu(\"fdi\" }}");
    window.sees("text-error");
    window.settles();
    assert_eq!(marked_line(&window), Some(told_line(&window)));
    window.shows_screen("mau-bao-cao-loi");

    // Also what cannot be printed yet is kept.
    home.kill(window);
    let window = home.start();
    window.click("go-templates");
    window.sees("text-error");
    window.settles();
    window.click_on(".cm-line");
    window.chord(keys::CONTROL, keys::END);
    window.chord(keys::SHIFT, keys::HOME);
    window.press("Đủ ngoặc {{ so_lieu(\"fdi\") }}");
    window.sees_no("text-error");
    window.previews("Đủ ngoặc");
    window.settles();
    window.shows_screen("mau-bao-cao-sua");
}

/// The number that the words above the text tell.
fn told_line(window: &Window) -> u64 {
    let told = window.text("text-error").unwrap_or_default();
    let number = told.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
    number.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("no line in «{told}»"))
}

/// The number of the line beside which the mark of an error stands.
fn marked_line(window: &Window) -> Option<u64> {
    let script = "const mark = document.querySelector('.cm-lint-marker-error');
        if (!mark) return null;
        const { top, bottom } = mark.getBoundingClientRect();
        const numbers = [...document.querySelectorAll('.cm-lineNumbers .cm-gutterElement')];
        const beside = numbers.find((number) => {
            const box = number.getBoundingClientRect();
            return box.height > 0 && box.top <= (top + bottom) / 2 && (top + bottom) / 2 < box.bottom;
        });
        return beside ? Number(beside.innerText) : null";
    window.ask(script, json!([])).as_u64()
}
