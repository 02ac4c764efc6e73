//! Figures in sentences. `prose/sentences.tsv` and `prose/kept-apart.tsv` hold sentences with the
//! values and units that stand in them: the first steers the work, the second was written before
//! it and only judges. `prose/details.tsv` holds single figures with all that is said of them.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::Value;
use tongket_figures::{Direction, Unit};
use tongket_intake::{Context, ProseFigure, RawParagraph, extract};
use tongket_model::{Indicator, IndicatorId, OrganisationId};

/// Part of all labelled figures that must come out with value and unit, per thousand.
const FOUND: usize = 950;

/// Part of all figures found that may stand in no label, per thousand.
const INVENTED: usize = 30;

#[test]
fn sentences_that_steer() {
    judge("sentences.tsv", include_str!("prose/sentences.tsv"), 150);
}

#[test]
fn sentences_kept_apart() {
    judge("kept-apart.tsv", include_str!("prose/kept-apart.tsv"), 60);
}

fn judge(file: &str, cases: &str, n_least: usize) {
    let (mut labelled, mut right, mut invented) = (0, 0, 0);
    let mut differences = Vec::new();
    let lines: Vec<&str> = cases.lines().skip(1).collect();
    assert!(lines.len() >= n_least, "{file}: the sentences were not read");
    for line in lines {
        let (text, figures) = line.split_once('\t').unwrap();
        let labels = figures.split("; ").filter(|label| *label != "-");
        let mut missing: Vec<String> = labels.map(str::to_lowercase).collect();
        labelled += missing.len();
        let mut unexpected = Vec::new();
        for figure in read(&[("p1", text)], Some(2023), &[]) {
            let said = value_and_unit(&figure);
            match missing.iter().position(|label| *label == said) {
                Some(place) => {
                    missing.remove(place);
                    right += 1;
                }
                None => unexpected.push(said),
            }
        }
        invented += unexpected.len();
        if !(missing.is_empty() && unexpected.is_empty()) {
            differences.push(format!("{text}\n  missing {missing:?}, unexpected {unexpected:?}"));
        }
    }
    let percent = |part: usize, whole: usize| {
        format!("{}.{:02}%", part * 100 / whole, part * 10_000 / whole % 100)
    };
    let found = right + invented;
    eprintln!(
        "{file}: {right} of {labelled} figures with value and unit ({}), {invented} of {found} invented ({})",
        percent(right, labelled),
        percent(invented, found)
    );
    let well = right * 1000 >= labelled * FOUND && invented * 1000 <= found * INVENTED;
    assert!(well, "{}", differences.join("\n"));
}

/// "12.5 to 13 %", "7 of 8 huyện"
fn value_and_unit(figure: &ProseFigure) -> String {
    let value = figure.value.map_or(String::new(), |value| value.trimmed().to_string());
    let extra = figure.extra.as_ref().map_or(String::new(), |extra| format!(" {extra}"));
    format!("{value}{extra} {}", figure.unit).to_lowercase()
}

fn read(paragraphs: &[(&str, &str)], year: Option<i32>, names: &[&str]) -> Vec<ProseFigure> {
    let paragraphs: Vec<RawParagraph> = paragraphs
        .iter()
        .map(|(place, text)| RawParagraph { place: (*place).into(), text: (*text).into() })
        .collect();
    extract(
        &paragraphs,
        &Context { year, cut_off: None },
        &names.iter().map(|name| indicator(name)).collect::<Vec<_>>(),
    )
}

pub fn indicator(name: &str) -> Indicator {
    Indicator {
        id: IndicatorId(1),
        organisation: OrganisationId(1),
        slug: "thu".parse().unwrap(),
        name: name.to_owned(),
        short_name: String::new(),
        aliases: Vec::new(),
        unit: Unit::read(""),
        field: String::new(),
        direction: Direction::HigherIsBetter,
        decimals: None,
        phrase: String::new(),
        part_of: None,
        cumulates: None,
        since: None,
        supplier: String::new(),
        due: String::new(),
        position: 0,
    }
}

/// Each line: a sentence, the figure as written in it, and the fields that it must have; a remark
/// begins with #.
#[test]
fn every_detail_is_read() {
    let mut failures = Vec::new();
    let mut n_cases = 0;
    let lines = include_str!("prose/details.tsv").lines().skip(1);
    for line in lines.filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [text, written, expected @ ..] = fields.as_slice() else { panic!("too few: {line}") };
        n_cases += 1;
        let found = read(&[("p1", text)], Some(2023), &[]);
        let Some(figure) = found.iter().find(|figure| figure.value_as_written == *written) else {
            failures.push(format!("{text}: no {written:?} among {found:?}"));
            continue;
        };
        let json = serde_json::to_value(figure).unwrap();
        for field in expected {
            let (key, value) = field.split_once('=').unwrap();
            if json[key] != *value && !(key == "meanings" && meanings(&json) == *value) {
                failures
                    .push(format!("{text} {written} {key}: expected {value:?}, got {}", json[key]));
            }
        }
    }
    assert!(n_cases >= 30, "the cases were not read");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn meanings(json: &Value) -> String {
    let meanings = json["alternatives"].as_array().into_iter().flatten();
    meanings.filter_map(|other| other["meaning"].as_str()).collect::<Vec<_>>().join(" / ")
}

/// Eight times the text takes about eight times as long, also where nothing in it is a sentence.
#[test]
fn time_grows_with_the_length_only() {
    const LENGTH: usize = 4 * 1024;
    let time = |text: &str, length: usize| {
        let text = text.repeat(length / text.len());
        let once = || {
            let begun = Instant::now();
            read(&[("p1", &text)], None, &[]);
            begun.elapsed()
        };
        // The machine may be busy with other things: the least of three.
        let least = (0..3).map(|_| once()).min().unwrap();
        least.max(Duration::from_millis(10))
    };
    for text in ["7", "7 ", "1.", "12,5% ", "1/", "(1) ", "từ 5 đến ", "ngày 5, ", "và , "] {
        let (one, eight) = (time(text, LENGTH), time(text, 8 * LENGTH));
        // A square law would be 64.
        assert!(eight < one * 30, "{text:?}: {one:?}, then {eight:?}");
    }
}

proptest! {
    /// Whatever the text: no panic, and every figure stands where it says.
    #[test]
    fn every_figure_stands_in_its_paragraph(text in any_text()) {
        for figure in read(&[("p1", &text)], Some(2023), &["Thu ngân sách"]) {
            prop_assert_eq!(text.get(figure.start..figure.end), Some(figure.value_as_written.as_str()));
        }
    }
}

/// Words and signs of reports in any order, with odd characters among them.
fn any_text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "tăng",
        "giảm",
        "đạt",
        "ước",
        "từ",
        "đến",
        "lần lượt",
        "xếp thứ",
        "năm",
        "ngày",
        "tháng",
        "quý III",
        "tỷ đồng",
        "triệu",
        "%",
        "điểm %",
        "đảng viên",
        "xã",
        "kế hoạch",
        "so với cùng kỳ",
        "số",
        "và",
        ",",
        ";",
        ".",
        "(",
        ")",
        "/",
        "-",
        "–",
        "“",
        "”",
        "2023",
        "12,5",
        "1.039",
        "7/8",
        "0 68",
        "05",
        "3 tỷ 500",
        "trong tổng số",
        "hai",
        "mười",
        "thứ",
        "lũy kế",
        "trở lên",
        "\u{a0}",
        "ha",
        "COVID-19",
        "I",
    ]);
    let piece = prop_oneof![
        8 => words.prop_map(str::to_owned),
        2 => "[0-9]{1,12}",
        1 => any::<char>().prop_map(String::from),
    ];
    let gap = prop::sample::select(vec![" ", " ", "", "\u{a0}", "\n"]);
    prop::collection::vec((piece, gap), 0..40)
        .prop_map(|parts| parts.into_iter().map(|(piece, gap)| piece + gap).collect())
}
