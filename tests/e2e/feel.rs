//! How the window feels, measured in the real one and printed: 5,000 indicators of ten years and a
//! draft of a hundred pages. Started by `cargo xtask feel`.

mod list;
mod measured;
mod page;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::json;
use tempfile::TempDir;
use tongket_app::{Clock, DraftSource, Scope, Session, draft, new_draft, save_draft};

use crate::Failure;
use crate::dataset::{Place, Size, YEAR, text};
use crate::home::{Home, program};
use crate::patience::{Patience, until};
use crate::window::{Window, keys};
use measured::Times;
use page::Page;

const SIZE: Size = Size { indicators: 5000, years: 10, paragraphs: 710 };

/// A window with nothing in it, from the same toolchain; set by `cargo xtask feel`.
const EMPTY: &str = "TONGKET_EMPTY_WINDOW";

/// What a person takes for at once, and what the page in view may take, in milliseconds.
const AT_ONCE: f64 = 50.0;
const FOLLOWS: f64 = 500.0;
/// Of a screen that shows sixty pictures a second: so much the grid may take beside plain text.
const FRAME: f64 = 1000.0 / 60.0;
const TIMES_EMPTY: f64 = 4.0 / 3.0;

const GRID: &str = "[data-testid='figures-grid']";
/// Stands in the overview when its numbers do.
const OVERVIEW: &str = "[data-testid='overview-backup']";

#[test]
#[ignore = "a benchmark: cargo xtask feel"]
fn feel() {
    let folder = TempDir::new().unwrap();
    let place = Place(folder.path().to_owned());
    place.prepare(SIZE).and_then(|()| add_draft(&place.database())).unwrap();
    let home = Home::with_database(&place.database());
    let window = home.start();
    println!("\nmilliseconds; the processor's are those of program and page, each time");
    grid(&home, &window);
    writing(&home, &window);
    drop(window);
    start(&place.database());
}

/// A hundred pages of running text with four figures a paragraph.
fn add_draft(database: &Path) -> Result<(), Failure> {
    let mut session = Session::start(Some(database.to_owned()), Clock::System)?;
    let app = session.app_mut()?;
    let scope = Scope { office: None, year: YEAR };
    let id = new_draft(app, &scope, "kinh-te-xa-hoi", DraftSource::Template, "Báo cáo dài")?;
    let made = draft(app, id)?;
    save_draft(app, id, made.revision, &text(SIZE), &[])?;
    Ok(())
}

fn grid(home: &Home, window: &Window) {
    window.click("go-figures");
    let choose = "const years = document.querySelector('[data-testid=year-switch]');
        years.value = String(arguments[0]);
        years.dispatchEvent(new Event('change', { bubbles: true }));
        return years.value";
    assert_eq!(window.ask(choose, json!([YEAR])), json!(YEAR.to_string()));
    window.sees("figures-grid");
    window.settles();
    let page = Page::of(window);
    println!("figures: {} indicators of {} years", SIZE.indicators, SIZE.years);
    let cpu = || home.cpu();
    let mut n_blank = 0;
    let mut scroll = |pixels, n_frames| {
        Times::of(cpu, || {
            let (times, blank) = page.scroll(GRID, pixels, n_frames);
            n_blank += blank;
            times
        })
    };
    let (wheel, bar) = (scroll(100, 90), scroll(1500, 30));
    let plain = Times::of(cpu, || page.scroll_plain(SIZE.indicators, 100, 90));
    plain.print("frame of plain text, by the wheel", None);
    let smooth = Some(plain.median().max(FRAME) + FRAME);
    wheel.print("frame of the grid, by the wheel", smooth);
    bar.print("frame of the grid, dragging the bar", smooth);
    println!("  frames of the grid with nothing in the middle: {n_blank}");

    // Only rows in view can be clicked.
    let to_top = "document.querySelector(arguments[0]).scrollTop = 0; return true";
    assert_eq!(window.ask(to_top, json!([GRID])), json!(true));
    page.listen();
    let typed = Times::of(cpu, || {
        for row in 1..=5 {
            window.click_on(&format!("[data-row='{row}'][data-column='result']"));
            for digit in ["2", "7", "1", "4", "5"] {
                page.key(digit);
            }
            window.press(keys::ESCAPE);
        }
        page.painted()
    });
    typed.print("key to character in a cell", Some(AT_ONCE));
}

fn writing(home: &Home, window: &Window) {
    window.click("go-drafts");
    window.click_on("[data-testid^='open-draft-']");
    // In the last paragraph: headings are printed in capitals.
    window.previews(&format!("chủ lực số {}", SIZE.paragraphs * 2 - 1));
    window.settles();
    let pages = window.text("preview-page").unwrap_or_default();
    println!("draft: {} paragraphs, {} figures, «{pages}»", SIZE.paragraphs, SIZE.figures());

    let page = Page::of(window);
    page.listen();
    let (mut shown, mut typed) = (Times::default(), Times::default());
    for section in ["thứ 2", "thứ 31", "thứ 61"] {
        window.click_text("[data-testid='outline'] button", section);
        window.settles();
        window.press(keys::END);
        for edit in ["kqa", "kqb", "kqc", "kqd"] {
            let word = format!("{edit}{}", section.len());
            page.expect(&word);
            let keys = || {
                page.key(" ");
                word.chars().for_each(|letter| page.key(&letter.to_string()));
                page.painted()
            };
            typed.add(Times::of(|| home.cpu(), keys));
            shown.add(Times::of(|| home.cpu(), || vec![page.shown()]));
        }
    }
    typed.print("key to character in the text", Some(AT_ONCE));
    shown.print("last key to the page in view", Some(FOLLOWS));
}

/// The windows in turn, so that the load of the machine is the same for all.
fn start(large: &Path) {
    const RUNS: usize = 7;
    const OFFICE: Size = Size { indicators: 60, years: 2, paragraphs: 0 };
    let folder = TempDir::new().unwrap();
    let office = Place(folder.path().to_owned());
    office.prepare(OFFICE).unwrap();
    let empty = PathBuf::from(std::env::var_os(EMPTY).unwrap_or_else(|| panic!("no {EMPTY}")));
    let windows = [
        (Home::fresh(), empty, "p"),
        (Home::with_database(&office.database()), program(), OVERVIEW),
        (Home::with_database(large), program(), OVERVIEW),
    ];
    let mut times = [const { Vec::new() }; 3];
    // Once before, so that the programs lie in memory.
    for run in 0..=RUNS {
        for ((home, program, css), times) in windows.iter().zip(&mut times) {
            let time = usable(home, program, css);
            times.extend((run > 0).then_some(time));
        }
    }
    println!("start of the program to its usable window");
    let [empty, small, large] = times.map(|each| Times { each, cpu: 0.0 });
    let longest = Some(empty.median() * TIMES_EMPTY);
    empty.print("an empty window", None);
    small.print("ours, an office of 60 indicators", longest);
    large.print("ours, an office of 5,000 indicators", longest);
}

/// Milliseconds from the start until the page shows what `css` finds.
fn usable(home: &Home, program: &Path, css: &str) -> f64 {
    let began = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let driver = home.drive(program, &[]);
    let look = "return document.querySelector(arguments[0])
        ? performance.timeOrigin + performance.now() : null";
    let shown = until(Patience::Start, "the window is usable", || {
        driver.execute(look, json!([css])).ok()?.as_f64()
    });
    shown - began.as_secs_f64() * 1000.0
}
