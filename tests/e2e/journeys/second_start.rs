//! The program is started a second time on the same data: the first window comes to the front. What
//! the command line writes meanwhile shows up in it.

use serde_json::json;

use super::{new_draft, open_sample};
use crate::home::Home;
use crate::patience::{Patience, until};
use crate::window::Window;

const CELL: &str = "[data-indicator='kim-ngach-xuat-khau'] [data-column='result']";

#[test]
fn a_second_start_leads_to_the_first_window() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.sees("screen-overview");
    until(Patience::Answer, "the window has the keyboard", || has_keyboard(&window));

    // The window of someone else's data comes before it.
    let elsewhere = Home::fresh();
    let other = elsewhere.start();
    until(Patience::Answer, "the other window has the keyboard", || has_keyboard(&other));
    assert_eq!(has_keyboard(&window), None);

    home.starts_again();
    until(Patience::Answer, "the first window has the keyboard again", || has_keyboard(&window));
    assert_eq!(home.processes().len(), 1, "the second start has ended");
}

#[test]
fn what_the_command_line_writes_shows_up() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-figures");
    window.sees_in(CELL, "25,8");
    home.tongket(&["figures", "set", "kim-ngach-xuat-khau", "27,5"]);
    window.scroll_to(CELL);
    window.sees_in(CELL, "27,5");

    // A draft that is open follows, and the step is undone from the window.
    new_draft(&window);
    window.previews("27,5");
    home.tongket(&["figures", "set", "kim-ngach-xuat-khau", "28,4"]);
    window.previews("28,4");
    window.click("undo");
    window.previews("27,5");
}

fn has_keyboard(window: &Window) -> Option<()> {
    window.ask("return document.hasFocus()", json!([])).as_bool()?.then_some(())
}
