//! A backup is made, a figure is changed, and the backup brings the old figure back.

use super::{open_sample, type_result};
use crate::home::Home;
use crate::window::keys;

const CELL: &str = "[data-indicator='kim-ngach-xuat-khau'] [data-column='result']";

#[test]
fn a_backup_brings_back_what_was() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-settings");
    window.click("settings-data");
    window.click("back-up");
    window.sees("backup-said");
    window.shows_screen("thiet-lap-sao-luu");

    window.click("go-figures");
    type_result(&window, "kim-ngach-xuat-khau", "27,5", "27,5");

    window.click("go-settings");
    window.click("settings-data");
    window.click("restore");
    window.sees("restore-dialog");
    window.shows_screen("thiet-lap-khoi-phuc");
    window.click("restore-confirm");
    window.sees_no("restore-dialog");

    window.click("go-figures");
    window.sees_in(CELL, "25,8");
}

#[test]
fn a_damaged_backup_is_refused_and_the_data_stay() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-figures");
    type_result(&window, "kim-ngach-xuat-khau", "27,5", "27,5");
    window.click("go-settings");
    window.click("settings-data");
    window.click("back-up");
    window.sees("backup-said");
    home.damage_backups();

    window.click("restore");
    window.sees("restore-dialog");
    window.click("restore-confirm");
    window.sees_in("[data-testid='restore-error']", "bị hỏng, không khôi phục được");
    window.shows_screen("thiet-lap-ban-sao-hong");
    window.press(keys::ESCAPE);
    window.sees_no("restore-dialog");

    window.click("go-figures");
    window.sees_in(CELL, "27,5");
    // It is still the same step that is undone.
    window.click("undo");
    window.sees_in(CELL, "25,8");
}
