//! What people do with the program, from the first start on.

mod back_in_time;
mod figure_to_word;
mod first_start;
mod hostile_text;
mod import;
mod input_method;
mod memory;
mod no_file_manager;
mod own_template;
mod read_notice;
mod second_start;
mod sudden_end;
mod two_drafts;

use crate::home::Home;
use crate::window::{Window, keys};

/// A first start that leads to the sample office.
fn open_sample(home: &Home) -> Window {
    let window = home.start();
    open_first(&window);
    window
}

/// The sample office, from the window of a first start.
fn open_first(window: &Window) {
    window.click("accept-secrecy");
    window.click("start-sample");
}

/// Types this year's result into the grid.
fn type_result(window: &Window, indicator: &str, typed: &str, shown: &str) {
    let cell = format!("[data-indicator='{indicator}'] [data-column='result']");
    window.scroll_to(&cell);
    window.click_on(&cell);
    window.press(typed);
    window.press(keys::ENTER);
    window.sees_no("cell-editor");
    window.sees_in(&cell, shown);
}

/// A draft from the first kind that is offered, open on the desk.
fn new_draft(window: &Window) {
    window.click("go-drafts");
    window.click("new-draft-first");
    window.sees("new-draft-dialog");
    // What comes over from last year makes the dialog grow, and the button move.
    window.settles();
    window.click("make-draft");
    window.sees("checks");
    window.settles();
}
