//! What is computed from figures: sums, ratios, changes, conversions, verdicts, streaks, periods.

use tongket_figures::{
    Amount, Change, Direction, Period, Quantity, Style, Unit, percent_of, streak, verdict,
};

use crate::cases::check;

fn quantity(text: &str) -> Quantity {
    Quantity::read(text, &Unit::read("")).unwrap_or_else(|error| panic!("{error}"))
}

fn amount(text: &str) -> Amount {
    quantity(text).amount
}

fn said(change: Option<Change>) -> String {
    change.map_or("–".to_owned(), |change| change.print(&Style::default()))
}

/// Relations between figures of the sources; an amount is given with four decimals at most.
#[test]
fn arithmetic() {
    check("arithmetic.tsv", include_str!("arithmetic.tsv"), |given| {
        let (operation, one, other) = (given[0], given[1], given[2]);
        let value = match operation {
            "sum" => amount(one).checked_add(amount(other)).ok(),
            "difference" => amount(one).checked_sub(amount(other)).ok(),
            "average" => amount(one).checked_div(amount(other)),
            "percent" => percent_of(amount(one), amount(other)),
            "share" => quantity(one).share().and_then(|share| percent_of(share, Amount::from(1))),
            "base" => percent_of(amount(one), amount(other)),
            "convert" => quantity(one).convert(&Unit::read(other)).ok().map(|q| q.amount),
            other => panic!("no operation «{other}»"),
        };
        vec![value.map_or("–".to_owned(), |value| value.round(4).trimmed().plain())]
    });
}

#[test]
fn exactness() {
    check("exactness.tsv", include_str!("exactness.tsv"), |given| {
        let (one, other): (Amount, Amount) = (given[1].parse().unwrap(), given[2].parse().unwrap());
        let decimals = || given[2].parse().unwrap();
        let result = match given[0] {
            "+" => one.checked_add(other).ok(),
            "-" => one.checked_sub(other).ok(),
            "×" => one.checked_mul(other).ok(),
            "÷" => one.checked_div(other),
            "round" => Some(one.round(decimals())),
            "truncate" => Some(one.truncate(decimals())),
            "decimals" => Some(one.with_decimals(decimals())),
            other => panic!("no operation «{other}»"),
        };
        vec![result.map_or("overflow".to_owned(), Amount::plain)]
    });
}

#[test]
fn changes() {
    check("changes.tsv", include_str!("changes.tsv"), |given| {
        let (now, before) = (quantity(given[0]), quantity(given[1]));
        let decimals = given[2].parse().unwrap();
        vec![
            said(Change::percent(&now, &before, decimals)),
            said(Change::difference(&now, &before)),
            said(Change::times(&now, &before, decimals)),
        ]
    });
}

#[test]
fn conversions() {
    check("conversions.tsv", include_str!("conversions.tsv"), |given| {
        let converted = quantity(given[0]).convert(&Unit::read(given[1]));
        vec![converted.map_or_else(|error| error.to_string(), |q| q.print(&Style::default()))]
    });
}

/// What is typed beside a unit that is known.
#[test]
fn entries() {
    check("entries.tsv", include_str!("entries.tsv"), |given| {
        let unit = Unit::read(given[1]);
        let entered = Quantity::read(given[0], &unit).unwrap().entered_as(&unit);
        vec![entered.map_or_else(|error| error.to_string(), |q| q.print(&Style::default()))]
    });
}

#[test]
fn round_units() {
    check("round_units.tsv", include_str!("round_units.tsv"), |given| {
        let decimals = given[2].parse().unwrap();
        let round = quantity(given[0]).in_round_unit(&Unit::read(given[1]), decimals);
        vec![round.map_or("–".to_owned(), |round| round.print(&Style::default()))]
    });
}

#[test]
fn verdicts() {
    check("verdicts.tsv", include_str!("verdicts.tsv"), |given| {
        let direction = match given[2] {
            "higher" => Direction::HigherIsBetter,
            "lower" => Direction::LowerIsBetter,
            other => panic!("no direction «{other}»"),
        };
        let verdict = verdict(&quantity(given[0]), &quantity(given[1]), direction);
        vec![verdict.map_or("–".to_owned(), |verdict| verdict.word().to_owned())]
    });
}

/// Series as "2014 2016:10,2 2017:11": a year without a value is missing.
#[test]
fn streaks() {
    check("streaks.tsv", include_str!("streaks.tsv"), |given| {
        let series: Vec<(i32, Option<Amount>)> = given[0]
            .split_whitespace()
            .map(|entry| match entry.split_once(':') {
                Some((year, value)) => (year.parse().unwrap(), Some(amount(value))),
                None => (entry.parse().unwrap(), None),
            })
            .collect();
        let value_of = |year| series.iter().find(|(y, _)| *y == year).and_then(|(_, value)| *value);
        let (first, last) = (series[0].0, given[1].parse().unwrap());
        let threshold = amount(given[2]);
        let run = streak(first, last, value_of, |value| value >= threshold);
        let missing = run.missing.map_or("–".to_owned(), |year| year.to_string());
        vec![run.years.to_string(), run.from.to_string(), missing]
    });
}

#[test]
fn stretches_of_time() {
    check("stretches.tsv", include_str!("stretches.tsv"), |given| {
        let period = Period::read(given[0]).unwrap();
        let (first, last) = period.bounds();
        let before = period.same_period_last_year();
        vec![
            format!("{}..{}", first.iso(), last.iso()),
            period.year().to_string(),
            before.map_or("–".to_owned(), |before| before.to_string()),
            period.print_cut_off(&Style::default()),
        ]
    });
}
