//! One line of text per reading, the notation of `GRAMMAR.md` and of the case files: what each
//! reader makes of a text, and how its twin prints it again.

use tongket_figures::{
    Amount, Base, Change, ChangeReading, Convention, DateReading, NumberReading, Ordinals, Period,
    Quantity, Style, Trend, Unit, number_in_words, print_number, print_ordinal, read_date,
    read_number_as, read_number_in_words, read_ordinal,
};

/// What a reader says, and the canonical text; both empty-handed as "refused" and "–".
pub type Reading = (String, String);

pub fn refused() -> Reading {
    ("refused".to_owned(), "–".to_owned())
}

pub fn number(text: &str) -> Reading {
    number_as(text, Convention::Vietnamese)
}

pub fn number_as(text: &str, convention: Convention) -> Reading {
    match read_number_as(text, convention) {
        Ok(NumberReading::Certain(amount)) => (amount.plain(), print_number(amount)),
        Ok(NumberReading::Ambiguous { likely, other }) => {
            (format!("{likely} or {other}"), print_number(likely))
        }
        Err(_) => refused(),
    }
}

pub fn unit(text: &str) -> Reading {
    let unit = Unit::read(text);
    let one = Amount::from(1);
    let base = match unit.base() {
        Base::Count(noun) => format!("count of «{noun}»"),
        base => format!("{base:?}"),
    };
    // The size shows by conversion into the smallest unit of the same base.
    let smallest = match unit.base() {
        Base::Dong => "đồng",
        Base::UsDollar => "USD",
        Base::Area => "m²",
        Base::Mass => "kg",
        Base::Length => "mm",
        Base::Volume => "lít",
        Base::Energy => "Wh",
        Base::Count(noun) => noun,
        _ => unit.text(),
    };
    let smallest = Unit::read(&match unit.text().split_once('/') {
        Some((_, per)) => format!("{smallest}/{per}"),
        None => smallest.to_owned(),
    });
    let size = unit.convert(one, &smallest).map_or("?".to_owned(), |size| size.plain());
    (format!("{base}, {size} {smallest}").trim_end().to_owned(), unit.text().to_owned())
}

pub fn quantity(text: &str) -> Reading {
    quantity_in(text, "")
}

pub fn quantity_in(text: &str, default_unit: &str) -> Reading {
    match Quantity::read(text, &Unit::read(default_unit)) {
        Ok(quantity) => (describe(&quantity), quantity.print(&Style::default())),
        Err(_) => refused(),
    }
}

fn describe(quantity: &Quantity) -> String {
    let codes: Vec<&str> = quantity.qualifiers.iter().map(|q| q.code()).collect();
    let mut words = Vec::new();
    if !codes.is_empty() {
        words.push(format!("[{}]", codes.join(", ")));
    }
    words.push(quantity.amount.plain());
    words.extend(quantity.to.map(|to| format!("to {to}")));
    words.extend(quantity.of.map(|of| format!("of {of}")));
    words.push(quantity.unit.text().to_owned());
    words.join(" ").trim_end().to_owned()
}

pub fn period(text: &str) -> Reading {
    match Period::read(text) {
        Ok(period) => (period.to_string(), period.print(&Style::default())),
        Err(_) => refused(),
    }
}

pub fn date(text: &str) -> Reading {
    match read_date(text) {
        Some(DateReading::Day(day)) => (day.iso(), day.print(&Style::default())),
        Some(DateReading::DayWithoutYear { day, month }) => {
            (format!("day {day}, month {month}"), "–".to_owned())
        }
        Some(DateReading::Month { year, month }) => (format!("{year}-{month:02}"), "–".to_owned()),
        Some(DateReading::Interval(first, last)) => {
            (format!("{}..{}", first.iso(), last.iso()), "–".to_owned())
        }
        None => refused(),
    }
}

pub fn ordinal(text: &str) -> Reading {
    let Some(number) = read_ordinal(text) else { return refused() };
    let forms = [Ordinals::Digits, Ordinals::Words, Ordinals::Roman];
    let printed: Vec<String> = forms.into_iter().map(|form| print_ordinal(number, form)).collect();
    (number.to_string(), printed.join(", "))
}

pub fn words(text: &str) -> Reading {
    let Some(amount) = read_number_in_words(text) else { return refused() };
    let printed = amount.to_whole().map_or("–".to_owned(), number_in_words);
    (amount.plain(), printed)
}

pub fn change(text: &str) -> Reading {
    let change = match Change::read(text) {
        Some(ChangeReading::Certain(change)) => change,
        Some(ChangeReading::AmbiguousTimes { times }) => {
            return (format!("×{times} or +{times}×"), "–".to_owned());
        }
        None => return refused(),
    };
    let printed = change.print(&Style::default());
    let sign = match change.trend {
        Trend::Up => '+',
        Trend::Down => '-',
        Trend::Level => return ("0".to_owned(), printed),
    };
    let size = Quantity::of_amount(change.amount, change.unit).with_qualifiers(change.qualifiers);
    (format!("{sign} {}", describe(&size)), printed)
}
