//! A draft is frozen, a figure is changed, and the comparison tells what changed.

use super::{new_draft, open_sample, type_result};
use crate::home::Home;
use crate::window::keys;

#[test]
fn two_drafts_are_compared() {
    let home = Home::fresh();
    let window = open_sample(&home);
    new_draft(&window);

    window.click("open-versions");
    window.type_into("version-note", "gửi Thường trực");
    window.click("freeze-version");
    window.sees("compare-version-1");
    window.shows_screen("bao-cao-cac-lan");
    window.press(keys::ESCAPE);
    window.sees_no("versions-dialog");

    window.click("go-figures");
    type_result(&window, "tang-truong-grdp", "10,5", "10,5");
    window.click("go-drafts");
    window.click("compare-latest");
    window.sees_in("[data-testid='changed-figures']", "10,34%");
    window.sees_in("[data-testid='changed-figures']", "10,5%");
    window.shows_screen("bao-cao-so-sanh");
}
