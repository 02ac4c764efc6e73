//! A conference: `hoi_nghi("lần thứ 11")`, and the numbers told of it.

use minijinja::Value;
use tongket_figures::{
    Period, Style, days_phrase, print_ordinal, read_ordinal, same_name, search_words,
};
use tongket_model::{Conference, ConferenceId};

use crate::call::{Call, period_of};
use crate::objects::{Printable, Record, Rows};
use crate::outcome::{Outcome, Stop};
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, Facts, Gap, GapKind};

/// The conference of that name or ordinal, or the only one of the year: `.ten`, `.lan_thu`,
/// `.ngay`, `.ky`, `.chu_de`. `ky="2024-Q3"` is the one that looks at this period, `ky="quý"` at
/// the latest quarter of the year. Each part is a gap when there is none.
pub fn hoi_nghi(call: &Call) -> Outcome {
    match find(call) {
        Ok(conference) => record(call, conference),
        Err(Stop::Gap(gap)) => Ok(unknown(call, *gap)),
        Err(misuse) => Err(misuse),
    }
}

/// Whether there is exactly one such conference.
pub fn co_hoi_nghi(call: &Call) -> Outcome {
    call.knows(&["nam", "ky", "hoi_nghi"]);
    match find(call) {
        Ok(_) => Ok(Value::from(true)),
        Err(Stop::Gap(_)) => Ok(Value::from(false)),
        Err(misuse) => Err(misuse),
    }
}

fn record(call: &Call, conference: &Conference) -> Outcome {
    let style = call.style()?;
    let evidence = vec![evidence(conference)];
    let said = |text: String| {
        let (kind, expression) = (CitedKind::Words, call.expression());
        Slot::Cited(Cited { kind, expression, text, evidence: evidence.clone() }.into())
    };
    let part = |text: String| Printable::value(said(text));
    let ordinal = conference.ordinal.map(|number| print_ordinal(number, style.ordinals));
    let days = days_phrase(&conference.days, &style);
    let topics = conference.topics.iter().map(|topic| part(topic.clone())).collect();
    let name = full_name(conference, &style);
    Ok(Value::from_object(Record {
        parts: vec![
            ("ten", part(conference.name.clone())),
            ("lan_thu", part(ordinal.unwrap_or_default())),
            ("ngay", part(days)),
            ("ky", part(conference.period.map(|it| it.print(&style)).unwrap_or_default())),
            (
                "chu_de",
                Value::from_object(Rows {
                    expression: format!("{}.chu_de", call.expression()),
                    items: topics,
                    counting_word: "chủ đề".to_owned(),
                    when_empty: format!("chưa có chủ đề của {}", conference.name),
                    evidence: evidence.clone(),
                    unknown: None,
                }),
            ),
        ],
        whole: said(name),
        asked_as: Some(name_among(conference, call.facts())),
    }))
}

fn unknown(call: &Call, gap: Gap) -> Value {
    let topics = Rows {
        expression: format!("{}.chu_de", call.expression()),
        items: vec![Printable::value(Slot::Gap(gap.clone().into()))],
        counting_word: "chủ đề".to_owned(),
        when_empty: String::new(),
        evidence: Vec::new(),
        unknown: Some(gap.clone()),
    };
    let whole = Slot::Gap(gap.into());
    let names = ["ten", "lan_thu", "ngay", "ky"];
    let parts = names.map(|name| (name, Printable::value(whole.clone())));
    let topics = ("chu_de", Value::from_object(topics));
    let parts = parts.into_iter().chain([topics]).collect();
    Value::from_object(Record { whole, asked_as: None, parts })
}

/// A number told of the conference: `so_hoi_nghi("đại biểu", hoi_nghi="…")` → "hơn 9.000 đại biểu".
pub fn so_hoi_nghi(call: &Call) -> Outcome {
    let what = call.text_arg(0, "tên số liệu")?;
    let conference = find_by_option(call)?;
    let Some(fact) = conference.facts.iter().find(|fact| same_name(&fact.name, &what)) else {
        let words = format!("chưa có số {what} của {}", conference.name);
        return Err(call.gap(GapKind::MissingFigure, &what, &words).into());
    };
    let evidence = Evidence { quantity: Some(fact.quantity.clone()), ..evidence(conference) };
    Ok(call.cited(fact.quantity.print(&call.style()?), vec![evidence]))
}

fn find<'c>(call: &Call<'c>) -> Outcome<&'c Conference> {
    match call.arg(0) {
        Some(_) => named(call, &call.text_arg(0, "tên hội nghị")?),
        None => match call.text_option("ky")? {
            Some(period) => about(call, &period),
            None => find_by_option(call),
        },
    }
}

/// The one that looks at the period.
fn about<'c>(call: &Call<'c>, period: &str) -> Outcome<&'c Conference> {
    let year = call.year()?;
    let all = call.facts().conferences().iter();
    let found = if same_name(period, "quý") {
        let quarter = |it: &Conference| match it.period {
            Some(Period::Quarter { year: of, quarter }) if of == year => Some(quarter),
            _ => None,
        };
        all.filter(|it| quarter(it).is_some()).max_by_key(|it| quarter(it))
    } else {
        let period = period_of(period)?;
        all.filter(|it| it.period == Some(period)).max_by_key(|it| it.days.first().copied())
    };
    found.ok_or_else(|| missing(call, &format!("chưa có hội nghị về {period} năm {year}")))
}

fn find_by_option<'c>(call: &Call<'c>) -> Outcome<&'c Conference> {
    let year = call.year()?;
    if let Some(name) = call.text_option("hoi_nghi")? {
        return named(call, &name);
    }
    let all = call.facts().conferences().iter();
    let of_year: Vec<&Conference> = all.filter(|it| is_of_year(it, year)).collect();
    match of_year.as_slice() {
        [one] => Ok(one),
        [] => Err(missing(call, &format!("chưa có hội nghị năm {year}"))),
        _ => Err(missing(call, &format!("năm {year} có nhiều hội nghị, hãy ghi tên"))),
    }
}

fn named<'c>(call: &Call<'c>, name: &str) -> Outcome<&'c Conference> {
    let found = conference_meant(call.facts(), name, call.year()?);
    found.ok_or_else(|| missing(call, &format!("chưa có hội nghị «{name}»")))
}

/// The conference that `name` means: of several that are called so that of the year, then the
/// latest, unless its number tells which: "Hội nghị giao ban (số 2)".
pub(super) fn conference_meant<'f>(
    facts: &'f dyn Facts,
    name: &str,
    year: i32,
) -> Option<&'f Conference> {
    let numbered = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (số "));
    let numbered = numbered.and_then(|(_, number)| Some(ConferenceId(number.parse().ok()?)));
    let by_number = facts.conferences().iter().find(|it| Some(it.id) == numbered);
    by_number.or_else(|| {
        let found = facts.conferences().iter().filter(|it| called(it, name));
        found.max_by_key(|it| (is_of_year(it, year), it.days.last().copied(), it.id))
    })
}

/// The shortest name by which [`conference_meant`] finds this one alone.
fn name_among(conference: &Conference, facts: &dyn Facts) -> String {
    let name = full_name(conference, facts.style());
    let is_other = |it: &&Conference| it.id != conference.id && called(it, &name);
    match facts.conferences().iter().find(is_other) {
        Some(_) => format!("{name} (số {})", conference.id.0),
        None => name,
    }
}

fn is_of_year(conference: &Conference, year: i32) -> bool {
    let held = conference.days.first().map(|day| day.year());
    held.or(conference.period.map(|period| period.year())) == Some(year)
}

fn missing(call: &Call, words: &str) -> Stop {
    call.gap(GapKind::MissingConference, "hoi-nghi", words).into()
}

/// "Hội nghị Thành ủy lần thứ 14"
pub(super) fn full_name(conference: &Conference, style: &Style) -> String {
    match conference.ordinal {
        Some(ordinal) => {
            format!("{} lần thứ {}", conference.name, print_ordinal(ordinal, style.ordinals))
        }
        None => conference.name.clone(),
    }
}

/// Whether people mean this conference by `name`: its name with or without the ordinal, the
/// ordinal alone, in whatever digits, or one of its other names.
fn called(conference: &Conference, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        search_words(text).into_iter().map(|word| word.text).collect()
    };
    let asked = words(name);
    let ordinal = conference.ordinal.map(|number| number.to_string());
    let numbered = match &ordinal {
        Some(number) => words(&format!("{} lần thứ {number}", conference.name)),
        None => words(&conference.name),
    };
    let alone = conference.ordinal.is_some() && read_ordinal(name) == conference.ordinal;
    let is_alias = || conference.aliases.iter().any(|alias| words(alias) == asked);
    alone || asked == numbered || asked == words(&conference.name) || is_alias()
}

fn evidence(conference: &Conference) -> Evidence {
    Evidence {
        kind: EvidenceKind::Conference,
        subject: conference.name.clone(),
        indicator: None,
        period: conference.period,
        quantity: None,
        origin: conference.origin.clone(),
        state: conference.state,
    }
}
