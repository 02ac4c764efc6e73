//! A list of 2,000 conclusions in the real window: how soon its first row stands, how it scrolls, how
//! a key leads to its end.

use serde_json::json;
use tempfile::TempDir;
use tongket_app::{
    Clock, ConclusionForm, ConclusionKind, ConfirmedRow, OfficeChoice, ReadSource, Session,
    save_conclusions,
};

use super::measured::Times;
use super::page::Page;
use super::{AT_ONCE, FOLLOWS, FRAME};
use crate::Failure;
use crate::dataset::{Place, Size, YEAR};
use crate::home::Home;
use crate::patience::{Patience, until};
use crate::window::{Window, keys};

const ROWS: usize = 2000;
const LIST: &str = "[data-testid='conclusion-rows']";
const OFFICE: Size = Size { indicators: 60, years: 2, paragraphs: 0 };

#[test]
#[ignore = "a benchmark: cargo xtask feel"]
fn list() {
    let folder = TempDir::new().unwrap();
    let place = Place(folder.path().to_owned());
    place.prepare(OFFICE).and_then(|()| conclude(&place)).unwrap();
    let home = Home::with_database(&place.database());
    let window = home.start();
    println!("\nlist of {ROWS} conclusions");
    let cpu = || home.cpu();
    let shown = Times::of(cpu, || (0..5).map(|_| first_row(&window)).collect());
    shown.print("press to the first row", Some(FOLLOWS));

    let page = Page::of(&window);
    let plain = Times::of(cpu, || page.scroll_plain(ROWS, 100, 90));
    plain.print("frame of plain text, by the wheel", None);
    let mut n_blank = 0;
    let wheel = Times::of(cpu, || {
        let (times, blank) = page.scroll(LIST, 100, 90);
        n_blank = blank;
        times
    });
    wheel.print("frame of the list, by the wheel", Some(plain.median().max(FRAME) + FRAME));
    println!("  frames of the list with nothing in the middle: {n_blank}");

    let to_top = "document.querySelector(arguments[0]).scrollTop = 0; return true";
    assert_eq!(window.ask(to_top, json!([LIST])), json!(true));
    window.click_on(&format!("{LIST} [data-row]"));
    page.listen();
    let moved = Times::of(cpu, || {
        for key in [keys::DOWN, keys::END, keys::HOME, keys::DOWN] {
            page.key(key);
        }
        page.painted()
    });
    moved.print("key to the row it leads to", Some(AT_ONCE));
}

fn conclude(place: &Place) -> Result<(), Failure> {
    let mut session = Session::start(Some(place.database()), Clock::System)?;
    let row = |n: usize| {
        let text = format!("Việc số {n}: rà soát bến bãi, báo cáo kết quả và kiến nghị cụ thể");
        let form = ConclusionForm::new(ConclusionKind::Task, YEAR, &text);
        ConfirmedRow { form, place: format!("p{n}"), part_of: None }
    };
    let rows: Vec<ConfirmedRow> = (1..=ROWS).map(row).collect();
    let source = ReadSource { file: "nghi-quyet.docx".to_owned(), hash: String::new() };
    save_conclusions(session.app_mut()?, &OfficeChoice(None), &source, &rows)?;
    Ok(())
}

/// Milliseconds from the press that leads to the screen until its list shows a row.
fn first_row(window: &Window) -> f64 {
    window.click("go-overview");
    window.sees("screen-overview");
    let press = "window.shownAt = null;
        const [list] = arguments;
        const began = performance.now();
        const look = (now) => {
            if (document.querySelector(`${list} [data-row]`)) window.shownAt = now - began;
            else requestAnimationFrame(look);
        };
        document.querySelector('[data-testid=go-conclusions]').click();
        requestAnimationFrame(look);
        return true";
    assert_eq!(window.ask(press, json!([LIST])), json!(true));
    until(Patience::Answer, "a row stands", || {
        window.ask("return window.shownAt", json!([])).as_f64()
    })
}
