//! On a machine without a program that shows folders, the person is told where the folder is.

use super::open_first;
use crate::home::Home;

#[test]
fn a_folder_that_nothing_shows_is_named() {
    let home = Home::fresh();
    let window = home.start_without_programs();
    open_first(&window);
    window.click("go-settings");
    window.click("settings-data");
    window.click("open-exports");
    window.sees_in("[data-testid='data-refused']", "hãy tự tìm đến «");
}
