//! A notice of conclusion is pasted, looked over beside its text, written in one step, found, and
//! taken back.

use super::open_sample;
use crate::home::Home;
use crate::window::keys;

/// Of our own wording, with a slip of spelling and a count that is not the list's.
const NOTICE: &str = "THÔNG BÁO KẾT LUẬN
Đồng chí Bí thư Thành ủy giao Ban Quản lý bến bãi rà soát bến thủy nội địa, báo cáo trước ngày \
    25/12/2023.
Đề nghị Văn phòng Thành ủy thực hiện 3 nhiệm vụ sau:
- Theo dõi việc thực hiện Chị thị số 24-CT/TU, ngày 7/8/2023;
- Chuẩn bị tài liệu hội nghị bến bãi.";
const DOUBTS: &str = "[data-testid='notice-doubts']";
const FIRST: &str = "rà soát bến thủy nội địa";

#[test]
fn a_pasted_notice_becomes_tasks_and_is_taken_back() {
    let home = Home::fresh();
    let window = open_sample(&home);
    window.click("go-conclusions");
    window.click("read-notice");
    window.settles();
    window.shows_screen("doc-van-ban");
    window.type_into("notice-text", &NOTICE.replace('\n', keys::ENTER));
    window.chord(keys::CONTROL, keys::ENTER);

    window.sees_in("[data-testid='notice-rows']", FIRST);
    window.sees_in("[data-testid='notice-source'] mark", "Ban Quản lý bến bãi");
    window.sees_in(DOUBTS, "Ban Quản lý bến bãi chưa có trong danh sách đơn vị");
    window.settles();
    window.shows_screen("doc-van-ban-kiem-tra");
    // The list has the focus: the next row in doubt, and what it asks.
    window.press(" ");
    window.sees_in(DOUBTS, "Nêu 3 nhiệm vụ, tách được 2");
    window.click("notice-row-2");
    window.sees_in(DOUBTS, "Nguồn viết “Chị thị”");
    window.press(keys::DELETE);
    window.sees_in("[data-testid='notice-counts']", "Giữ 3 trong 4 dòng");
    window.press(keys::DELETE);
    window.sees_in("[data-testid='notice-counts']", "Giữ 4 trong 4 dòng");
    window.click("notice-row-0");
    window.press(keys::ENTER);
    window.type_into("conclusion-text", " và bãi đỗ");
    window.press(keys::ENTER);
    window.sees_in("[data-testid='notice-row-0']", "và bãi đỗ");
    window.chord(keys::CONTROL, keys::ENTER);
    window.sees_in("[data-testid='notice-done']", "Đã ghi 4 dòng");
    window.settles();
    window.shows_screen("doc-van-ban-da-ghi");

    window.chord(keys::CONTROL, "k");
    window.type_into("palette-query", "ben thuy noi dia");
    window.sees_in("[data-testid='palette'] mark", "bến thủy nội địa");
    window.click_text("[data-testid='palette-entry']", FIRST);
    window.sees_in("[data-testid='conclusion-panel']", "văn bản dán vào, đoạn 2");
    window.settles();
    window.shows_screen("ket-luan-da-doc");

    window.click("undo");
    window.sees_no("conclusion-panel");
    window.click("go-search");
    window.type_into("search-query", "ben thuy noi dia");
    window.sees_in("[data-testid='search-count']", "0 kết quả");
}
