//! Figures that were typed by hand: one that contradicts the stored figure of the indicator that its
//! sentence names, and those that the store does not hold at all.

use std::collections::BTreeMap;

use tongket_figures::{Amount, Period, Quantity, Style, Unit, fold};
use tongket_model::{Figure, Indicator};
use tongket_template::{Facts, figure_for_year, figure_in};

use super::sentence::finding_at;
use super::span::Span;
use crate::finding::Replacement;
use crate::prose::{Line, Prose, Said, SaidMeasure, Sentence};
use crate::{Finding, Severity, Spot};

/// Folded words that may stand between the name of an indicator and its figure.
const BETWEEN: [&str; 22] = [
    "dat", "uoc", "la", "khoang", "thuc", "hien", "nam", "ca", "trong", "tinh", "den", "hon",
    "tren", "gan", "duoc", "bang", "co", "toan", "nay", "so", "chiem", "tong",
];

/// Both kinds of findings.
pub fn typed_figure(prose: &Prose) -> Vec<Finding> {
    let facts = prose.draft.facts();
    let stored = Stored::of(facts);
    let mut findings = Vec::new();
    for line in prose.lines.iter().filter(|line| !line.is_heading) {
        let mut unknown: Vec<&Said> = Vec::new();
        for sentence in &line.sentences {
            for said in sentence.figures.iter().filter(|said| is_asked_about(line, said)) {
                match contradiction(facts, line, sentence, said) {
                    Some(finding) => findings.push(finding),
                    None if !stored.holds(&said.quantity) => unknown.push(said),
                    None => {}
                }
            }
        }
        findings.extend(not_stored(line, &unknown, facts.style()));
    }
    findings
}

/// Values that an office keeps; what is computed from them (changes, parts of a plan) is not.
fn is_asked_about(line: &Line, said: &Said) -> bool {
    let years = matches!(said.quantity.unit.text(), "năm" | "tháng" | "ngày" | "lần" | "");
    said.is_value() && said.is_certain && !years && line.is_typed(&said.at)
}

/// "Thu ngân sách đạt 1.270 tỷ đồng" while 1.172,5 is stored.
fn contradiction(
    facts: &dyn Facts,
    line: &Line,
    sentence: &Sentence,
    said: &Said,
) -> Option<Finding> {
    let of = facts.indicator(said.indicator.as_ref()?.as_str())?;
    if !matches!(said.measure, SaidMeasure::Value | SaidMeasure::Prior) {
        return None;
    }
    let clause = line.words(sentence.range.start..said.at.start);
    if !names_directly(clause, of) {
        return None;
    }
    let figure = stored_figure(facts, of, said.period?)?;
    let span = Span::of(&figure.quantity, &of.unit).filter(|_| said.quantity.of.is_none());
    let agrees = match (span, figure.quantity.of, said.quantity.of) {
        (Some(span), None, None) => {
            let typed = Span::of(&said.quantity, &of.unit)?;
            span.allows(&said.quantity, &of.unit) || typed.meets(span)
        }
        (_, Some(stored), Some(typed)) => {
            stored == typed && figure.quantity.amount == said.quantity.amount
        }
        _ => return None,
    };
    if agrees {
        return None;
    }
    let style = facts.style();
    let (typed, stored) = (said.print(style), figure.quantity.print_bare(style));
    let when = figure.period.print(style);
    let message = format!("{}: gõ tay {typed} khác số trong kho {stored} ({when})", of.name);
    let finding = finding_at("typed-figure-differs", Severity::Error, message, line, &said.at)
        .with_values([typed, stored])
        .with_hint("Thay số gõ tay bằng số liệu trong kho, hoặc sửa số trong kho.")
        .of(&of.slug);
    let mut words = line.typed_words(&said.at)?;
    let year = facts.year();
    let when = match said.period? {
        Period::Year(asked) if asked == year => String::new(),
        Period::Year(asked) => format!(", nam={asked}"),
        other => format!(", ky=\"{other}\""),
    };
    let insert = format!("{{{{ gia_tri(\"{}\"{when}) }}}}", of.slug);
    words.repair =
        Some(Replacement { insert, label: "Thay bằng số liệu trong kho".to_owned() });
    Some(finding.with_spot(Spot::Typed(words)))
}

fn stored_figure<'f>(facts: &'f dyn Facts, of: &Indicator, period: Period) -> Option<&'f Figure> {
    match period {
        Period::Year(year) => figure_for_year(facts, of.id, year)
            .filter(|figure| matches!(figure.period, Period::Year(_) | Period::Range { .. })),
        other => figure_in(facts, of.id, other),
    }
}

/// Whether nothing but verbs and times stand between the indicator's name and the end of `clause`.
fn names_directly(clause: &str, of: &Indicator) -> bool {
    let folded = fold(clause);
    let mut rest = folded.as_str();
    loop {
        rest = rest.trim_end_matches([' ', ',', ':', '(', ')']);
        let word = rest.rsplit(' ').next().unwrap_or_default();
        let number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
        let names = [&of.name, &of.short_name].into_iter().chain(&of.aliases);
        let named = names.filter(|name| !name.is_empty()).any(|name| {
            let before = rest.strip_suffix(fold(name).as_str());
            before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        });
        if named {
            return true;
        }
        if word.is_empty() || !(number || BETWEEN.contains(&word)) {
            return false;
        }
        rest = &rest[..rest.len() - word.len()];
    }
}

fn not_stored(line: &Line, unknown: &[&Said], style: &Style) -> Option<Finding> {
    let first = unknown.first()?;
    let mut values: Vec<String> = unknown.iter().map(|said| said.print(style)).collect();
    values.dedup();
    let message = format!("số gõ tay chưa có trong kho số liệu: {}", values.join("; "));
    Some(
        finding_at("typed-figure-unknown", Severity::Note, message, line, &first.at)
            .with_values(values)
            .with_hint("Kiểm tra lại, hoặc nhập vào kho để số có nguồn gốc."),
    )
}

/// Every stored amount, by its unit and in order.
struct Stored {
    amounts: BTreeMap<String, (Unit, Vec<Amount>)>,
}

impl Stored {
    fn of(facts: &dyn Facts) -> Stored {
        let mut stored = Stored { amounts: BTreeMap::new() };
        for of in facts.indicators() {
            let figures = facts.figures(of.id).iter().map(|figure| &figure.quantity);
            let plans = facts.plans(of.id).iter().map(|plan| &plan.quantity);
            let targets = facts.targets(of.id).iter().map(|target| &target.quantity);
            let reported = facts.reported(of.id).iter().filter_map(|one| one.quantity());
            for quantity in figures.chain(plans).chain(targets).chain(reported) {
                stored.add(quantity);
            }
        }
        for list in facts.lists() {
            let count = i64::try_from(list.items.len()).unwrap_or(i64::MAX);
            stored.add(&Quantity::of_amount(Amount::from(count), Unit::read(&list.counting_word)));
        }
        stored.amounts.values_mut().for_each(|(_, amounts)| amounts.sort_unstable());
        stored
    }

    fn add(&mut self, quantity: &Quantity) {
        let unit = &quantity.unit;
        let known = match self.amounts.get_mut(unit.text()) {
            Some(known) => known,
            None => {
                self.amounts.entry(unit.text().to_owned()).or_insert((unit.clone(), Vec::new()))
            }
        };
        known.1.push(quantity.amount);
    }

    /// Whether some stored amount is this one, rounded or in another unit. Things counted go by
    /// other nouns in a store than in a sentence.
    fn holds(&self, quantity: &Quantity) -> bool {
        self.amounts.values().any(|(unit, amounts)| {
            if quantity.unit.counts_alike(unit) {
                return amounts.binary_search(&quantity.amount).is_ok();
            }
            let bounds = Span::bounds(quantity, unit);
            bounds.is_some_and(|(low, high)| {
                let first = amounts.partition_point(|amount| *amount < low);
                amounts.get(first).is_some_and(|amount| *amount <= high)
            })
        })
    }
}
