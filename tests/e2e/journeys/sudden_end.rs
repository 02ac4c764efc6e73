//! The program is killed while someone types: what stood still is there at the next start.

use super::{new_draft, open_sample};
use crate::home::Home;
use crate::window::keys;

const CELL: &str = "[data-indicator='hang-hoa-qua-cang'] [data-column='result']";
const TEXT: &str = "[data-testid='draft-text']";

#[test]
fn what_was_written_outlives_a_kill() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-figures");
    window.click_on(CELL);
    window.press("172,5");
    window.press(keys::ENTER);
    window.sees_no("cell-editor");
    // The cell shows what was typed at once; the power stays until it is stored.
    window.sees_in(CELL, "172,5");
    window.sees_in("[data-testid='undo']", "Sửa số liệu");
    // The next one is not finished when the power goes.
    window.press("99");
    home.kill(window);

    // It opens where one left off.
    let window = home.start();
    window.click("go-figures");
    window.sees_in(CELL, "172,5");
}

#[test]
fn what_stood_still_in_a_draft_outlives_a_kill() {
    let home = Home::fresh();
    let window = open_sample(&home);
    new_draft(&window);
    window.click_text(".cm-line", "lãnh đạo thực hiện nhiệm vụ");
    window.press(keys::END);
    window.press(" Câu này đã đứng yên.");
    window.settles();
    window.sees_in("[data-testid='save-state']", "Đã lưu");
    // In the middle of a word.
    window.press(" Câu này còn đang g");
    home.kill(window);

    // The draft that was open is open again.
    let window = home.start();
    window.sees_in(TEXT, "Câu này đã đứng yên.");
    // What is there can be written on.
    window.click_text(".cm-line", "Câu này đã đứng yên.");
    window.press(keys::END);
    window.press(" Viết tiếp được.");
    window.previews("Viết tiếp được.");
}
