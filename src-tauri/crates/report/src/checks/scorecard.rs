//! The scorecard of the year: targets not met, and indicators below plan that it leaves out.

use std::collections::HashSet;

use tongket_figures::{Amount, Direction, Quantity, Unit};
use tongket_model::{Indicator, IndicatorId};
use tongket_template::{Facts, Inline, figure_for_year, judge, plans_for};

use super::sentence::finding_at;
use crate::prose::{Prose, SaidMeasure};
use crate::{Draft, Finding, Severity};

/// Names the targets of the scorecard that were not met; leads to the first of them.
pub fn not_met(facts: &dyn Facts) -> Vec<Finding> {
    let year = facts.year();
    let mut findings = Vec::new();
    for card in facts.scorecards().iter().filter(|card| card.year == year) {
        let indicators = card.indicators.iter().filter_map(|id| facts.indicator_of(*id));
        let missed: Vec<&Indicator> = indicators
            .filter(|of| judge(facts, of, year).is_some_and(|verdict| !verdict.is_met()))
            .collect();
        if let Some(first) = missed.first() {
            let names: Vec<String> = missed.iter().map(|of| of.name_in_sentence()).collect();
            let message = format!(
                "{}: {}/{} chỉ tiêu chưa đạt kế hoạch: {}",
                card.name,
                missed.len(),
                card.indicators.len(),
                names.join("; "),
            );
            let finding = Finding::new("target-not-met", Severity::Note, message);
            findings.push(finding.of(&first.slug).with_values(names));
        }
    }
    findings
}

/// When the draft prints a scorecard and also cites an indicator below its plan that is not on it,
/// somebody has to say whether it belongs there.
pub fn left_out_of_scorecard(draft: &Draft) -> Vec<Finding> {
    let facts = draft.facts();
    let Some(card) = facts.scorecards().iter().find(|card| card.year == draft.year) else {
        return Vec::new();
    };
    // Those on the scorecard have their say there; the others are asked about once.
    let mut seen: HashSet<IndicatorId> = card.indicators.iter().copied().collect();
    let mut findings = Vec::new();
    for (place, line) in draft.lines() {
        for inline in line {
            let Inline::Cited { cited, .. } = inline else { continue };
            let slug = cited.evidence.first().and_then(|evidence| evidence.indicator.as_ref());
            let Some(of) = slug.and_then(|slug| facts.indicator(slug.as_str())) else { continue };
            if !seen.insert(of.id) {
                continue;
            }
            let below = judge(facts, of, draft.year).is_some_and(|verdict| !verdict.is_met());
            if !below {
                continue;
            }
            let reached = reached(facts, of, draft.year);
            let message = format!(
                "«{}» {reached} nhưng không nằm trong {}: chỉ tiêu này có thuộc bảng điểm không?",
                of.name, card.name,
            );
            let finding = Finding::new("left-out-of-scorecard", Severity::Warning, message);
            findings.push(finding.at(place.clone()).about(cited));
        }
    }
    findings
}

/// "25/25 chỉ tiêu đạt và vượt kế hoạch" typed in a draft that also types a result below its plan:
/// somebody has to say whether that one is among the 25.
pub fn all_met_but_one(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let figures = || {
        let sentences = prose.sentences();
        sentences.flat_map(|(line, sentence)| sentence.figures.iter().map(move |said| (line, said)))
    };
    let all_met = figures().find(|(line, said)| {
        let whole = said.quantity.of == Some(said.quantity.amount);
        whole && line.is_typed(&said.at) && said.quantity.unit.text().starts_with("chỉ tiêu")
    });
    let below = figures().find(|(line, said)| {
        let below = said.quantity.amount < Amount::ONE_HUNDRED && said.quantity.to.is_none();
        said.measure == SaidMeasure::OfPlan && below && said.is_certain && line.is_typed(&said.at)
    });
    let (Some((line, all)), Some((_, one))) = (all_met, below) else { return Vec::new() };
    let (all_text, one_text) = (all.print(style), one.print(style));
    let message = format!(
        "nêu {all_text} đạt nhưng có chỗ chỉ đạt {one_text} kế hoạch: chỉ tiêu đó có thuộc bảng điểm không?"
    );
    let finding = finding_at("left-out-of-scorecard", Severity::Warning, message, line, &all.at);
    vec![finding.with_values([all_text, one_text])]
}

/// "chỉ đạt 90,2% kế hoạch", or only that the plan is not met where such a ratio says nothing: of
/// rates, of places in a ranking, and where less is better.
fn reached(facts: &dyn Facts, of: &Indicator, year: i32) -> String {
    let ratio = figure_for_year(facts, of.id, year).and_then(|figure| {
        let plan = plans_for(facts, of.id, figure.period).next()?;
        let amount = !figure.quantity.unit.is_rate() && !figure.quantity.unit.is_rank();
        let more_is_better = of.direction == Direction::HigherIsBetter;
        figure.quantity.percent_of(&plan.quantity).filter(|_| amount && more_is_better)
    });
    ratio.map_or("chưa đạt kế hoạch".to_owned(), |ratio| {
        let rounded = ratio.round(facts.style().decimals).trimmed();
        let printed = Quantity::of_amount(rounded, Unit::percent()).print_bare(facts.style());
        format!("chỉ đạt {printed} kế hoạch")
    })
}
