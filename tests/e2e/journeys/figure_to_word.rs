//! From a figure typed into the grid to the Word file that holds it, and back: a change of the
//! figure follows into preview and export, and undo takes it back.

use serde_json::json;

use super::{new_draft, open_sample, type_result};
use crate::home::Home;
use crate::window::{Window, keys};

/// What is typed as this year's results of the first indicators, in the forms people use, and what
/// the cell then shows.
const TYPED: [(&str, &str); 10] = [
    ("10,34", "10,34"),
    ("ước 13,6", "13,6"),
    ("82,5 triệu đồng", "82,5"),
    ("190.600 tỷ đồng", "190.600"),
    ("trên 7,9", "trên 7,9"),
    ("ước 170,2", "170,2"),
    ("khoảng 26", "khoảng 26"),
    ("189200", "189.200"),
    ("102.614.000 triệu đồng", "102.614"),
    ("ước khoảng 40.500", "khoảng 40.500"),
];

/// Indicators among them, and what the window then thinks of their results.
const JUDGED: [(&str, &str); 2] = [("tang-truong-grdp", "Chưa đạt"), ("tong-muc-ban-le", "Vượt")];

#[test]
fn what_is_typed_is_shown_drafted_and_exported() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-figures");
    type_figures(&window);

    new_draft(&window);
    window.shows_screen("bao-cao-soan");
    insert_a_figure(&window);
    is_shown_as_if_opened_now(&window, "Hàng qua cảng ước đạt 170,2 triệu tấn");
    let word = export(&window, &home);
    assert!(word.contains("Hàng qua cảng ước đạt 170,2 triệu tấn"), "{word}");

    window.click("go-figures");
    type_result(&window, "hang-hoa-qua-cang", "ước 171,5", "171,5");
    window.click("go-drafts");
    window.previews("Hàng qua cảng ước đạt 171,5 triệu tấn");
    let word = export(&window, &home);
    assert!(word.contains("Hàng qua cảng ước đạt 171,5 triệu tấn"), "{word}");

    window.click("undo");
    window.previews("Hàng qua cảng ước đạt 170,2 triệu tấn");
    is_shown_as_if_opened_now(&window, "Hàng qua cảng ước đạt 170,2 triệu tấn");
}

/// After a change only pages that it touched are laid out anew; opened again, all of them are.
fn is_shown_as_if_opened_now(window: &Window, text: &str) {
    window.settles();
    let pages = window.pages();
    window.click("go-figures");
    window.sees("figures-grid");
    window.click("go-drafts");
    window.previews(text);
    window.settles();
    assert_eq!(window.pages(), pages);
    assert!(pages.as_array().is_some_and(|pages| pages.len() > 5), "{pages}");
}

/// At the end of the opening paragraph, picked from the list that «#» opens.
fn insert_a_figure(window: &Window) {
    window.click_text(".cm-line", "lãnh đạo thực hiện nhiệm vụ");
    window.press(keys::END);
    window.press(" Hàng qua cảng ");
    window.press("#");
    window.type_into("insert-query", "hang hoa qua cang");
    window.sees("insertion");
    window.settles();
    window.picture("bao-cao-chen");
    window.press(keys::ENTER);
    window.previews("Hàng qua cảng");
    window.settles();
    window.picture("bao-cao-da-chen");
}

/// The text of the Word file that the window writes.
fn export(window: &Window, home: &Home) -> String {
    window.click("export-draft");
    window.sees("export-result");
    let file = window.text("export-file").unwrap_or_default();
    window.shows_screen("bao-cao-da-xuat");
    window.press(keys::ESCAPE);
    window.sees_no("export-dialog");
    home.read_word(&file)
}

fn type_figures(window: &Window) {
    window.sees("figures-grid");
    let rows = window.ask(
        "return [...document.querySelectorAll('[data-indicator]')].map((row) => row.dataset.indicator)",
        json!([]),
    );
    let rows = rows.as_array().cloned().unwrap_or_default();
    assert!(rows.len() >= TYPED.len(), "only {} rows", rows.len());
    for ((typed, shown), row) in TYPED.iter().zip(&rows) {
        type_result(window, row.as_str().unwrap_or_default(), typed, shown);
    }
    window.sees_no("cell-error");
    window.sees_no("cells-unsaved");
    for (indicator, verdict) in JUDGED {
        let cell = format!("[data-indicator='{indicator}'] [data-column='verdict']");
        window.scroll_to(&cell);
        window.sees_in(&cell, verdict);
    }
    window.shows_screen("so-lieu-da-ghi");
}
