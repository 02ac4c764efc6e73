//! First start: nothing is there yet. The sample office opens, and every screen stands.

use crate::home::Home;

/// Each screen with the name of its picture.
const SCREENS: [(&str, &str); 5] = [
    ("overview", "tong-quan"),
    ("figures", "so-lieu"),
    ("drafts", "bao-cao"),
    ("templates", "mau-bao-cao"),
    ("settings", "thiet-lap"),
];

#[test]
fn the_sample_office_opens_and_every_screen_stands() {
    let home = Home::fresh();
    let window = home.start();
    window.sees("screen-start");
    window.shows_screen("bat-dau");
    window.click("start-sample");
    window.sees("screen-start");
    assert!(!home.database().exists(), "nothing is made before the person agreed");

    window.click("accept-secrecy");
    window.click("start-sample");
    for (screen, picture) in SCREENS {
        window.click(&format!("go-{screen}"));
        window.sees(&format!("screen-{screen}"));
        window.settles();
        window.shows_screen(picture);
    }
    assert!(!home.database().exists(), "the sample never touches the person's own database");
}
