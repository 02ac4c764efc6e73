//! What each kind of thing is found by.

use tongket_figures::{Date, Period, Style, print_ordinal};
use tongket_model::{
    Assignee, Body, BodyId, Conclusion, Conference, Document, Draft, Figure, Indicator,
    IndicatorId, ItemList, Plan, Slug, Target, Theme,
};

use crate::columns::Stored;
use crate::{Noun, Store, StoreError};

/// A thing as it is found.
pub(super) struct Entry {
    pub organisation: i64,
    /// That it is, or is a value of.
    pub indicator: Option<Slug>,
    pub year: Option<i32>,
    /// First and last year for which it holds, where that is more than `year`.
    pub years: Option<(i32, i32)>,
    pub field: String,
    pub title: String,
    /// Behind the title.
    pub text: String,
}

/// What can be found.
pub(super) const FOUND: [Noun; 10] = [
    Noun::Indicator,
    Noun::Figure,
    Noun::Plan,
    Noun::Target,
    Noun::Theme,
    Noun::List,
    Noun::Conference,
    Noun::Document,
    Noun::Conclusion,
    Noun::Draft,
];

/// `None` when there is no such row, or its kind is not found by words.
pub(super) fn entry(store: &Store, noun: Noun, row: i64) -> Result<Option<Entry>, StoreError> {
    Ok(match noun {
        Noun::Indicator => by_id::<Indicator>(store, row)?.map(of_indicator),
        Noun::Figure => match by_id::<Figure>(store, row)? {
            Some(figure) => of_figure(store, &figure)?,
            None => None,
        },
        Noun::Plan => match by_id::<Plan>(store, row)? {
            Some(plan) => of_plan(store, &plan)?,
            None => None,
        },
        Noun::Target => match by_id::<Target>(store, row)? {
            Some(target) => of_target(store, &target)?,
            None => None,
        },
        Noun::Theme => by_id::<Theme>(store, row)?.map(of_theme),
        Noun::List => by_id::<ItemList>(store, row)?.map(of_list),
        Noun::Conference => by_id::<Conference>(store, row)?.map(of_conference),
        Noun::Document => match by_id::<Document>(store, row)? {
            Some(document) => Some(of_document(store, document)?),
            None => None,
        },
        Noun::Conclusion => match by_id::<Conclusion>(store, row)? {
            Some(conclusion) => Some(of_conclusion(store, conclusion)?),
            None => None,
        },
        Noun::Draft => by_id::<Draft>(store, row)?.map(of_draft),
        _ => None,
    })
}

fn by_id<T: Stored>(store: &Store, row: i64) -> Result<Option<T>, StoreError> {
    store.one(&format!("{}WHERE id = ?1", T::SELECT), [row])
}

fn of_indicator(of: Indicator) -> Entry {
    let text = format!("{} {} {}", of.short_name, of.aliases.join(", "), of.supplier);
    Entry {
        organisation: of.organisation.0,
        indicator: Some(of.slug),
        year: None,
        years: None,
        field: of.field,
        title: of.name,
        text,
    }
}

fn of_figure(store: &Store, figure: &Figure) -> Result<Option<Entry>, StoreError> {
    let style = Style::default();
    let quantity = figure.quantity.print(&style);
    let title = |name: &str| format!("{name} {}: {quantity}", figure.period.print(&style));
    of_value(store, figure.indicator, figure.period, title, &figure.raw)
}

fn of_plan(store: &Store, plan: &Plan) -> Result<Option<Entry>, StoreError> {
    let style = Style::default();
    let quantity = plan.quantity.print(&style);
    let by = if plan.assigner.is_empty() { "" } else { " giao" };
    let title = |name: &str| {
        let period = plan.period.print(&style);
        format!("Kế hoạch {}{by} {name} {period}: {quantity}", plan.assigner)
    };
    of_value(store, plan.indicator, plan.period, title, &plan.raw)
}

fn of_target(store: &Store, target: &Target) -> Result<Option<Entry>, StoreError> {
    let quantity = target.quantity.print(&Style::default());
    let title = |name: &str| format!("Chỉ tiêu {name} năm {}: {quantity}", target.year);
    of_value(store, target.indicator, Period::Year(target.year), title, &target.raw)
}

/// `None` when its indicator is gone.
fn of_value(
    store: &Store,
    indicator: IndicatorId,
    period: Period,
    title: impl Fn(&str) -> String,
    raw: &str,
) -> Result<Option<Entry>, StoreError> {
    let of = by_id::<Indicator>(store, indicator.0)?;
    Ok(of.map(|of| Entry {
        organisation: of.organisation.0,
        indicator: Some(of.slug),
        year: Some(period.year()),
        years: Some(years_of(period)),
        title: title(&of.name),
        text: format!("{} {raw}", of.short_name),
        field: of.field,
    }))
}

fn years_of(period: Period) -> (i32, i32) {
    let (first, last) = period.bounds();
    (first.year(), last.year())
}

/// From the first to the last year of days, of what a thing is for, and of words where no day is
/// known: "trung tuần tháng 10.2020".
fn years_among(days: &[Date], period: Option<Period>, words: &str) -> Option<(i32, i32)> {
    let of_words = words.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let of_words = of_words.filter_map(|digits| digits.parse().ok());
    let of_words = of_words.filter(|year| (1900..=2100).contains(year) && days.is_empty());
    let of_period = period.map(years_of).into_iter().flat_map(|(first, last)| [first, last]);
    let years: Vec<i32> =
        days.iter().map(|day| day.year()).chain(of_period).chain(of_words).collect();
    Some((*years.iter().min()?, *years.iter().max()?))
}

fn of_theme(theme: Theme) -> Entry {
    let parts = theme
        .parts
        .iter()
        .map(|part| format!("{} {}", part.heading, part.components.join(&theme.separator)));
    Entry {
        organisation: theme.organisation.0,
        indicator: None,
        year: Some(theme.year),
        years: None,
        field: String::new(),
        title: format!("Chủ đề năm {}", theme.year),
        text: parts.collect::<Vec<_>>().join("\n"),
    }
}

fn of_list(list: ItemList) -> Entry {
    let items: Vec<&str> = list.items.iter().map(|item| item.text.as_str()).collect();
    Entry {
        organisation: list.organisation.0,
        indicator: None,
        year: Some(list.year),
        years: None,
        text: items.join("\n"),
        title: list.name,
        field: list.field,
    }
}

fn of_conference(conference: Conference) -> Entry {
    let style = Style::default();
    let ordinal = conference
        .ordinal
        .map(|number| format!(" lần thứ {}", print_ordinal(number, style.ordinals)));
    let facts = conference.facts.iter().map(|fact| fact.quantity.print(&style));
    let topics = conference.aliases.iter().chain(&conference.topics).cloned();
    let lines = topics.chain(facts);
    Entry {
        organisation: conference.organisation.0,
        indicator: None,
        year: conference.days.first().map(|day| day.year()),
        years: years_among(&conference.days, conference.period, &conference.day_words),
        field: String::new(),
        title: format!("{}{}", conference.name, ordinal.unwrap_or_default()),
        text: format!("{}\n{}", conference.day_words, lines.collect::<Vec<_>>().join("\n")),
    }
}

fn of_document(store: &Store, document: Document) -> Result<Entry, StoreError> {
    let full = store.document_text(document.id)?.unwrap_or_default();
    let title = document.title();
    let Document { subject, issuer, aliases, date_words, .. } = document;
    Ok(Entry {
        organisation: document.organisation.0,
        indicator: None,
        year: document.date.map(|date| date.year()),
        years: years_among(document.date.as_slice(), document.term, &date_words),
        field: document.field,
        title,
        text: [subject, issuer, date_words, aliases.join("\n"), full].join("\n"),
    })
}

fn of_conclusion(store: &Store, conclusion: Conclusion) -> Result<Entry, StoreError> {
    let mut names = Vec::new();
    for body in conclusion.assigner.into_iter().chain(conclusion.bodies()) {
        names.extend(name_of(store, body)?);
    }
    let rules = conclusion.assignees.iter().filter_map(|assignee| match assignee {
        Assignee::Rule { text, .. } => Some(text.clone()),
        Assignee::Body { .. } => None,
    });
    names.extend(rules);
    let conclusion_years = conclusion.years();
    let Conclusion { quote, deadline_words, urgency, .. } = conclusion;
    Ok(Entry {
        organisation: conclusion.organisation.0,
        indicator: None,
        year: Some(conclusion.year),
        years: Some(conclusion_years),
        field: conclusion.field,
        title: conclusion.text,
        text: [quote, names.join(", "), deadline_words, urgency].join("\n"),
    })
}

fn name_of(store: &Store, body: BodyId) -> Result<Option<String>, StoreError> {
    Ok(by_id::<Body>(store, body.0)?.map(|body| body.name))
}

fn of_draft(draft: Draft) -> Entry {
    Entry {
        organisation: draft.organisation.0,
        indicator: None,
        year: Some(draft.year),
        years: None,
        field: String::new(),
        title: draft.title,
        text: draft.body,
    }
}
