//! How a figure is said: verb, qualifiers, number and unit; what stands in front of it and the
//! sentence pattern of its indicator. Used by functions and by the checks that compare typed text.

use tongket_figures::{
    Amount, Period, Qualifier, Quantity, Style, Verdict, number_in_words, verdict,
};
use tongket_model::{Figure, FigureKind, Indicator, IndicatorId, Plan};

use crate::{Emphasis, Evidence, EvidenceKind, Facts, Inline, figure_for_year, plans_for};

/// A quantity in words around the verb "đạt".
pub(crate) struct Said {
    /// "ước đạt", "đạt", or nothing for counts and n/N.
    pub verb: &'static str,
    /// Qualifiers that stand behind the verb, number and unit.
    pub amount: String,
}

impl Said {
    pub fn whole(&self) -> String {
        match self.verb {
            "" => self.amount.clone(),
            verb => format!("{verb} {}", self.amount),
        }
    }
}

/// An estimate without qualifiers prints "ước đạt" for money and rates, nothing for counts and
/// n/N; a result prints "đạt".
pub(crate) fn said_figure(quantity: &Quantity, kind: FigureKind, style: &Style) -> Said {
    if !takes_verb(quantity) {
        return Said { verb: "", amount: quantity.print(style) };
    }
    let behind = quantity.print_qualified(style, |qualifier| !qualifier.before_verb());
    let estimated =
        kind == FigureKind::Estimate || quantity.qualifiers.contains(&Qualifier::Estimated);
    let verb = match quantity.qualifiers.contains(&Qualifier::Expected) {
        true => "dự kiến đạt",
        false if estimated => "ước đạt",
        false => "đạt",
    };
    Said { verb, amount: behind }
}

fn takes_verb(quantity: &Quantity) -> bool {
    quantity.of.is_none() && !quantity.unit.is_count() && !quantity.unit.is_rank()
}

/// Fills the indicator's pattern: `{đạt}`, `{số}`, `{năm}`. Without a pattern: name, verb, amount.
pub(crate) fn filled_pattern(of: &Indicator, said: &Said, year: i32) -> String {
    if of.phrase.is_empty() {
        return format!("{} {}", of.name_in_sentence(), said.whole());
    }
    let has_verb = of.phrase.contains("{đạt}");
    // A pattern with the verb prints it also for things counted.
    let verb = if said.verb.is_empty() { "đạt" } else { said.verb };
    let amount = match said.verb {
        "ước đạt" | "dự kiến đạt" if !has_verb => {
            format!("{} {}", said.verb.trim_end_matches(" đạt"), said.amount)
        }
        _ => said.amount.clone(),
    };
    of.phrase.replace("{đạt}", verb).replace("{số}", &amount).replace("{năm}", &year.to_string())
}

/// Rounds for printing and, when asked, converts: `so_le=`, `don_vi=`.
pub(crate) fn rounded(quantity: &Quantity, decimals: Option<u32>) -> Quantity {
    let Some(decimals) = decimals else { return quantity.clone() };
    let round = |amount: Amount| match amount.decimals() > decimals {
        true => amount.round(decimals).trimmed(),
        false => amount,
    };
    Quantity { amount: round(quantity.amount), to: quantity.to.map(round), ..quantity.clone() }
}

/// A whole number for running text: padded, or in words.
pub(crate) fn counted(number: i64, style: &Style, in_words: bool) -> String {
    match number {
        _ if in_words => number_in_words(number),
        1..=9 if style.pad_counts => format!("0{number}"),
        _ => tongket_figures::print_number(Amount::from(number)),
    }
}

/// The verdict on an indicator in a year against its first plan; `None` without both.
pub fn judge(facts: &dyn Facts, of: &Indicator, year: i32) -> Option<Verdict> {
    judged(facts, of, year).map(|(verdict, ..)| verdict)
}

/// As [`judge`], with what the verdict rests on.
pub(crate) fn judge_with_evidence(
    facts: &dyn Facts,
    of: &Indicator,
    year: i32,
) -> Option<(Verdict, Vec<Evidence>)> {
    let (verdict, figure, plan) = judged(facts, of, year)?;
    Some((verdict, vec![evidence_of_figure(of, figure), evidence_of_plan(of, plan)]))
}

fn judged<'f>(
    facts: &'f dyn Facts,
    of: &Indicator,
    year: i32,
) -> Option<(Verdict, &'f Figure, &'f Plan)> {
    let figure = figure_for_year(facts, of.id, year)?;
    let plan = plans_for(facts, of.id, figure.period).next()?;
    let verdict = verdict(&figure.quantity, &plan.quantity, of.direction)?;
    Some((verdict, figure, plan))
}

pub(crate) fn evidence_of_figure(of: &Indicator, figure: &Figure) -> Evidence {
    Evidence {
        kind: EvidenceKind::Figure(figure.kind),
        subject: of.name_in_sentence(),
        indicator: Some(of.slug.clone()),
        period: Some(figure.period),
        quantity: Some(figure.quantity.clone()),
        origin: figure.origin.clone(),
        state: figure.state,
    }
}

pub(crate) fn evidence_of_plan(of: &Indicator, plan: &Plan) -> Evidence {
    Evidence {
        kind: EvidenceKind::Plan { assigner: plan.assigner.clone() },
        subject: [plan.name().as_str(), " ", &of.name_in_sentence()].concat(),
        indicator: Some(of.slug.clone()),
        period: Some(plan.period),
        quantity: Some(plan.quantity.clone()),
        origin: plan.origin.clone(),
        state: plan.state,
    }
}

/// For a cumulative indicator without a value: last year's sum plus this year's figure, said as a
/// proposal. `when` must be a plain year.
pub(crate) fn proposed_cumulative(facts: &dyn Facts, of: &Indicator, when: &str) -> Option<String> {
    let year: i32 = when.parse().ok()?;
    let yearly: IndicatorId = of.cumulates?;
    let last = figure_for_year(facts, of.id, year - 1)?;
    let this = figure_for_year(facts, yearly, year)?;
    let added = this.quantity.unit.convert(this.quantity.amount, &last.quantity.unit).ok()?;
    let sum = last.quantity.amount.checked_add(added).ok()?;
    let bare = |amount| Quantity::of_amount(amount, last.quantity.unit.clone());
    let style = facts.style();
    let proposed = Quantity { amount: sum, ..last.quantity.clone() };
    let since = match last.period {
        Period::Range { from, .. } => Some(from),
        _ => of.since,
    };
    let since = since.map(|year| format!(", tính từ năm {year}")).unwrap_or_default();
    Some(format!(
        "Đề xuất: {} ({} + {}){since}.",
        filled_pattern(of, &said_figure(&proposed, last.kind, style), year),
        bare(last.quantity.amount).print_number(style),
        bare(added).print_number(style),
    ))
}

pub(crate) fn plain(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), emphasis: Emphasis::default() }
}
