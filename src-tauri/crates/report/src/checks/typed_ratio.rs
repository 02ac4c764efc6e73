//! Percentages of plan typed by hand beside a figure whose ratio is known.

use std::sync::Arc;

use tongket_figures::{Amount, Period, Quantity, Unit, read_number};
use tongket_model::{Indicator, Plan};
use tongket_template::{Cited, EvidenceKind, Facts, Inline, figure_for_year, plans_for, quoted};

use crate::{Draft, Finding, Replacement, Severity, Spot, Typed};

/// "bằng 152% kế hoạch" behind a figure of which the stored plan gives 152,27%.
pub fn typed_ratio(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, line) in draft.lines() {
        for (idx, inline) in line.iter().enumerate() {
            let Inline::Cited { cited, .. } = inline else { continue };
            let typed = line[idx + 1..].iter().map_while(|inline| match inline {
                Inline::Text { text, .. } => Some(text.as_str()),
                _ => None,
            });
            let typed = typed.collect::<String>();
            let finding =
                percent_of_plan_in(&typed).and_then(|typed| compare(draft.facts(), cited, &typed));
            findings.extend(finding.map(|finding| finding.at(place.clone())));
        }
    }
    findings
}

/// The typed percentage against the nearest of those that the figure's plans give.
fn compare(facts: &dyn Facts, cited: &Arc<Cited>, written: &Written) -> Option<Finding> {
    let typed = written.percent;
    let evidence = cited.evidence.first()?;
    let EvidenceKind::Figure(_) = evidence.kind else { return None };
    let (slug, value) = (evidence.indicator.as_ref()?, evidence.quantity.as_ref()?);
    let of = facts.indicator(slug.as_str())?;
    let period = evidence.period?;
    let plans: Vec<_> = plans_for(facts, of.id, period).collect();
    let decimals = of.decimals.unwrap_or(facts.style().decimals);
    let ratios = plans.iter().filter_map(|plan| Some((plan, value.percent_of(&plan.quantity)?)));
    let distance = |ratio: Amount| ratio.checked_sub(typed).map_or(Amount::ZERO, Amount::abs);
    let (plan, computed) = ratios
        .map(|(plan, ratio)| (plan, ratio.round(decimals).trimmed()))
        .min_by_key(|(_, ratio)| distance(*ratio))?;
    if computed == typed {
        return None;
    }
    let in_unit = |amount, unit| Quantity::of_amount(amount, unit).print_bare(facts.style());
    let values = [in_unit(typed, Unit::percent()), in_unit(computed, Unit::percent())];
    let message = format!(
        "tỷ lệ gõ tay {} khác tỷ lệ tính được {} (lệch {})",
        values[0],
        values[1],
        in_unit(distance(computed), Unit::read("điểm %")),
    );
    let finding = Finding::new("typed-ratio", Severity::Error, message)
        .about(cited)
        .with_values(values)
        .with_hint(format!("Thay số gõ tay bằng so_voi_ke_hoach(\"{slug}\")."));
    let Some(words) = written.words_before(plan) else { return Some(finding) };
    let chosen = (plans.len() > 1).then(|| format!(", nguoi_giao={}", quoted(&plan.assigner)));
    let when = option_for(facts, of, period);
    let chosen = chosen.unwrap_or_default();
    let insert = format!("{{{{ so_voi_ke_hoach(\"{slug}\"{when}{chosen}, dang=\"tran\") }}}}");
    let label = "Thay bằng tỷ lệ tính được".to_owned();
    let (behind, repair) = (Some(Arc::clone(cited)), Some(Replacement { insert, label }));
    Some(finding.with_spot(Spot::Typed(Typed { behind, words, repair, ..Typed::default() })))
}

/// What an expression needs so that it speaks of `period`.
fn option_for(facts: &dyn Facts, of: &Indicator, period: Period) -> String {
    let implied = figure_for_year(facts, of.id, facts.year());
    match period {
        _ if implied.is_some_and(|figure| figure.period == period) => String::new(),
        Period::Year(year) => format!(", nam={year}"),
        other => format!(", ky=\"{other}\""),
    }
}

/// "152% kế hoạch" as it was typed.
struct Written<'t> {
    percent: Amount,
    words: &'t str,
    /// What was typed behind it.
    rest: &'t str,
}

impl Written<'_> {
    /// The words that an expression which also names the plan can replace: with the plan's name,
    /// and only where the clause ends behind them.
    fn words_before(&self, plan: &Plan) -> Option<String> {
        let name = plan.name();
        let named = name.strip_prefix("kế hoạch").and_then(|giver| self.rest.strip_prefix(giver));
        let rest = named.unwrap_or(self.rest);
        let ends = rest.is_empty() || rest.starts_with([',', ';', '.', ')', '\n']);
        let length = self.words.len() + self.rest.len() - rest.len();
        let whole = format!("{}{}", self.words, self.rest);
        ends.then(|| whole[..length].to_owned())
    }
}

/// The number of "… 152% kế hoạch" near the start of typed text, before the sentence ends.
fn percent_of_plan_in(text: &str) -> Option<Written<'_>> {
    let mark = ["% kế hoạch", "% KH"].into_iter().find(|mark| text.contains(mark))?;
    let end = text.find(mark)?;
    let before = &text[..end];
    if before.contains(". ") || before.contains(';') {
        return None;
    }
    let start = before.rfind(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
    let digits = start.map_or(before, |at| {
        let width = before[at..].chars().next().map_or(1, char::len_utf8);
        &before[at + width..]
    });
    let percent = read_number(digits).ok()?.likely().trimmed();
    let behind = end + mark.len();
    let words = &text[end - digits.len()..behind];
    Some(Written { percent, words, rest: &text[behind..] })
}
