//! The program is killed while someone types: what stood still is there at the next start.

use super::open_sample;
use crate::home::Home;
use crate::window::keys;

const CELL: &str = "[data-indicator='hang-hoa-qua-cang'] [data-column='result']";

#[test]
fn what_was_written_outlives_a_kill() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-figures");
    window.click_on(CELL);
    window.press("172,5");
    window.press(keys::ENTER);
    window.sees_no("cell-editor");
    window.sees_in(CELL, "172,5");
    // The next one is not finished when the power goes.
    window.press("99");
    home.kill(window);

    // It opens where one left off.
    let window = home.start();
    window.click("go-figures");
    window.sees_in(CELL, "172,5");
}
