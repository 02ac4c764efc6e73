//! What was concluded is entered, followed, found again without accents, and cited in a report.

use super::{new_draft, open_sample};
use crate::home::Home;
use crate::window::{Window, keys};

const TASK: &str = "Tháo gỡ vướng mắc ở ba dự án bến bãi";
const PANEL: &str = "[data-testid='conclusion-panel']";

#[test]
fn a_task_is_followed_taken_back_and_found() {
    let home = Home::fresh();
    let window = open_sample(&home);
    add_task(&window);
    window.sees_in(PANEL, "Quá hạn");
    window.sees_in(PANEL, "Sở Bến bãi");
    window.shows_screen("ket-luan");

    window.click("progress-done");
    window.sees_in(PANEL, "Đã hoàn thành");
    window.settles();
    window.shows_screen("ket-luan-da-xong");
    window.click("undo");
    window.sees_in(PANEL, "Quá hạn");

    window.click_text("[data-row]", TASK);
    window.press(" ");
    window.sees_in(PANEL, "Đã hoàn thành");
    window.type_into("result-text", "Đã bàn giao mặt bằng hai dự án");
    window.click("result-add");
    window.sees_in("[data-testid='results']", "hai dự án");

    window.click("go-overview");
    window.chord(keys::CONTROL, "k");
    window.type_into("palette-query", "vuong mac ben bai");
    window.sees_in("[data-testid='palette'] mark", "vướng mắc");
    window.settles();
    window.shows_screen("tim-nhanh");
    window.click_text("[data-testid='palette-entry']", TASK);
    window.sees_in(PANEL, TASK);

    window.chord(keys::CONTROL, "0");
    window.type_into("search-query", "vuong mac ben bai");
    window.sees_in("[data-testid='search-hits']", TASK);
    window.settles();
    window.shows_screen("tim-kiem");
}

#[test]
fn a_number_is_found_with_each_of_its_meanings() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-search");
    window.type_into("search-query", "118");
    window.choose("search-office", "all");
    window.sees_in("[data-testid='search-hits']", "118/118");
    window.sees_in("[data-testid='search-hits']", "Kiểm tra tổ chức đảng năm 2022: 118");
    window.settles();
    window.shows_screen("tim-so-118");
    window.choose("search-kind", "conclusion");
    window.settles();
    window.shows_screen("tim-so-118-ket-luan");

    window.click("go-limitations");
    window.click("part-lists");
    window.click_on("[data-testid='lists'] [data-row]");
    window.sees("edit-list");
    window.settles();
    window.shows_screen("danh-muc");
    window.chord(keys::CONTROL, ",");
    window.sees("screen-settings");
}

#[test]
fn a_limitation_is_marked_until_it_has_a_cause() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-limitations");
    window.click("add-limitation");
    window.type_into("conclusion-text", "Một số dự án bến bãi chậm tiến độ");
    saves(&window, "conclusion");
    window.sees("no-cause");
    window.click("add-cause");
    window.type_into("conclusion-text", "Chủ đầu tư chưa sát việc");
    saves(&window, "conclusion");
    window.sees_no("no-cause");
    window.sees_in(PANEL, "Nguyên nhân chủ quan");

    // That nothing came of it has to be said with a reason.
    window.click("progress-open");
    window.sees("progress-error");
    window.type_into("result-text", "Còn vướng đơn giá đền bù");
    window.click("progress-open");
    window.sees_no("progress-error");
    window.sees_in(PANEL, "Chưa khắc phục");
    window.settles();
    window.shows_screen("han-che");

    window.click("go-bodies");
    window.click("add-body");
    window.type_into("body-name", "Ban Quản lý bến bãi");
    saves(&window, "body");
    window.sees_in("[data-testid='bodies']", "Ban Quản lý bến bãi");
    window.shows_screen("don-vi");
    window.click("tab-units");
    window.type_into("unit-names", "Sở Bến bãi");
    window.click("add-units");
    window.sees_in("[data-testid='units']", "Sở Bến bãi");
    window.click("edit-unit-so-ben-bai");
    window.type_into("unit-name", " thành phố");
    saves(&window, "unit");
    window.sees_in("[data-testid='units']", "Sở Bến bãi thành phố Sở Bến bãi");
    window.shows_screen("don-vi-bao-cao");
}

#[test]
fn a_document_gets_its_number_and_is_cited() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-documents");
    window.click("add-document");
    window.type_into("document-kind", "Chỉ thị");
    window.type_into("document-subject", "về quản lý bến bãi trên địa bàn");
    window.click("document-pending");
    window.shows_screen("van-ban-them");
    saves(&window, "document");
    window.sees_in("[data-testid='document-panel']", "Chờ ban hành");
    window.shows_screen("van-ban-cho");
    window.type_into("issue-number", "77-CT/TU");
    window.type_into("issue-date", "7/8/2023");
    window.click("issue-save");
    window.sees_in("[data-testid='document-panel']", "Chỉ thị 77-CT/TU");
    window.sees_no("issue");
    window.shows_screen("van-ban");

    new_draft(&window);
    window.click_text(".cm-line", "lãnh đạo thực hiện nhiệm vụ");
    window.press(keys::END);
    window.press(" Thực hiện ");
    window.press("@");
    window.type_into("insert-query", "77-ct/tu");
    window.sees("insertion");
    window.settles();
    window.picture("bao-cao-dan-van-ban");
    window.press(keys::ENTER);
    window.previews("77-CT/TU");
}

fn add_task(window: &Window) {
    window.click("go-conclusions");
    window.click("add-conclusion");
    window.type_into("conclusion-text", TASK);
    window.type_into("conclusion-to", "Sở Bến bãi");
    window.press(keys::ENTER);
    window.type_into("conclusion-deadline", "20/12/2023");
    window.shows_screen("ket-luan-them");
    saves(window, "conclusion");
    window.settles();
}

/// Saves what is filled in; the dialog closes when it was taken.
fn saves(window: &Window, form: &str) {
    window.click(&format!("{form}-save"));
    window.sees_no(&format!("{form}-dialog"));
}
