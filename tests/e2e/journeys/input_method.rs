//! Vietnamese typed through an input method of the system: letters are composed from the first key
//! on, in cells and in the text, also while saves and readings come in between.

use super::{new_draft, open_first};
use crate::home::Home;
use crate::window::keys;

/// Comes with GTK: "a^'" is "ấ", "dd" is "đ", "u+" is "ư".
const VIQR: &str = "viqr";

const RESULT: &str = "[data-indicator='kim-ngach-xuat-khau'] [data-column='result']";
const NOTE: &str = "[data-indicator='kim-ngach-xuat-khau'] [data-column='note']";

#[test]
fn letters_are_composed_from_the_first_key_on() {
    let home = Home::fresh();
    let window = home.start_with_input_method(VIQR);
    open_first(&window);
    window.click("go-figures");
    window.scroll_to(RESULT);
    window.click_on(RESULT);
    window.press("u+o+'c 27,5");
    assert_eq!(window.text("cell-editor").as_deref(), Some("ước 27,5"));
    window.press(keys::ENTER);
    window.sees_no("cell-editor");
    window.sees_in(RESULT, "27,5");

    window.scroll_to(NOTE);
    window.click_on(NOTE);
    window.press("DDa~ cho^'t so^'");
    window.press(keys::ENTER);
    window.sees_no("cell-editor");
    window.sees_in(NOTE, "Đã chốt số");
    // The field that waits for a first letter leaves undo to the grid.
    window.chord(keys::CONTROL, "z");
    window.sees_in(RESULT, "27,5");
    window.sees_nothing_in(NOTE);

    new_draft(&window);
    window.click_text(".cm-line", "lãnh đạo thực hiện nhiệm vụ");
    window.press(keys::END);
    for word in [" Tie^'ng", " Vie^.t", " ddu+o+.c", " go~", " ddu'ng"] {
        window.press(word);
        window.settles();
    }
    window.previews("Tiếng Việt được gõ đúng");
}
