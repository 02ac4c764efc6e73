//! Texts in and out: what the sources write, styles, tones, folding and names.

use tongket_figures::{
    Amount, Convention, Date, DateReading, DateSeparator, Period, Quantity, Style, TonePlacement,
    Unit, days_phrase, fold, place_tones, read_date, read_number, same_name,
};

use crate::cases::check;
use crate::readings;

fn pair((reading, print): readings::Reading) -> Vec<String> {
    vec![reading, print]
}

#[test]
fn values_as_the_sources_write_them() {
    check("values.tsv", include_str!("values.tsv"), |given| {
        pair(readings::quantity_in(given[0], given[1]))
    });
}

#[test]
fn numbers_of_english_columns() {
    check("english_numbers.tsv", include_str!("english_numbers.tsv"), |given| {
        pair(readings::number_as(given[0], Convention::English))
    });
}

#[test]
fn errors_say_what_to_do() {
    check("errors.tsv", include_str!("errors.tsv"), |given| {
        let error = match given[0] {
            "amount" => given[1].parse::<Amount>().err().map(|error| error.to_string()),
            "number" => read_number(given[1]).err().map(|error| error.to_string()),
            "period" => Period::read(given[1]).err().map(|error| error.to_string()),
            _ => Quantity::read(given[1], &Unit::read("")).err().map(|error| error.to_string()),
        };
        vec![error.unwrap_or_default()]
    });
}

#[test]
fn the_style_of_an_office() {
    check("styles.tsv", include_str!("styles.tsv"), |given| {
        let style = style(given[1]);
        let printed = match given[0].parse::<Period>() {
            Ok(period) => period.print(&style),
            Err(_) => Quantity::read(given[0], &Unit::read("")).unwrap().print(&style),
        };
        vec![printed]
    });
}

fn style(words: &str) -> Style {
    let mut style = Style::default();
    for word in words.split_whitespace() {
        match word {
            "pad" => style.pad_counts = true,
            "hyphen" => style.date_separator = DateSeparator::Hyphen,
            "dot" => style.date_separator = DateSeparator::Dot,
            other => panic!("no style «{other}»"),
        }
    }
    style
}

#[test]
fn several_days_in_one_phrase() {
    check("days.tsv", include_str!("days.tsv"), |given| {
        let days: Vec<Date> = given[0].split_whitespace().map(day).collect();
        vec![days_phrase(&days, &style(given[1]))]
    });
}

fn day(text: &str) -> Date {
    match read_date(text) {
        Some(DateReading::Day(day)) => day,
        other => panic!("«{text}» is {other:?}"),
    }
}

#[test]
fn days_between_and_the_letterhead() {
    check("calendar.tsv", include_str!("calendar.tsv"), |given| {
        let (later, earlier) = (day(given[0]), day(given[1]));
        vec![later.days_since(earlier).to_string(), later.print_long()]
    });
}

#[test]
fn tones_in_both_placements() {
    check("tones.tsv", include_str!("tones.tsv"), |given| {
        let placed = |placement| place_tones(given[0], placement);
        vec![placed(TonePlacement::Old), placed(TonePlacement::New)]
    });
}

#[test]
fn folding() {
    check("folding.tsv", include_str!("folding.tsv"), |given| vec![fold(given[0])]);
}

#[test]
fn same_names() {
    check("same_names.tsv", include_str!("same_names.tsv"), |given| {
        vec![same_name(given[0], given[1]).to_string()]
    });
}
