//! The checks ("rà soát"), one file each. A check words its own findings.

mod average_in_sentence;
mod change_in_sentence;
mod citation;
mod claim_without_figure;
mod count_above_whole;
mod counted_things;
mod cumulative;
mod delegation_as_task;
mod document_age;
mod gaps;
mod label_unit;
mod left_over_year;
mod limitation_without_cause;
mod limitations_unanswered;
mod listed_count;
mod listed_items;
mod mixed_cut_offs;
mod parts_and_totals;
mod period_words;
mod rate_points;
mod ratio_in_sentence;
mod repeated_value;
mod restated_value;
mod same_period;
mod sample_values;
mod scorecard;
mod sentence;
mod shown;
mod span;
mod stated_count;
mod sum_in_sentence;
mod target_below_result;
mod text_against_table;
mod two_digits;
mod typed_cut_offs;
mod typed_figure;
mod typed_ratio;
mod units_total;
mod value_up_rate_down;
mod weekday;
mod year_span;

use std::collections::HashSet;

use tongket_figures::{Qualifier, Quantity};
use tongket_template::Facts;

use self::shown::Shown;
use crate::prose::Prose;
use crate::{Draft, Finding, ReadProse};

/// Checks over a draft.
const ON_DRAFTS: &[fn(&Draft) -> Vec<Finding>] = &[
    gaps::gaps,
    mixed_cut_offs::mixed_cut_offs,
    same_period::same_period,
    typed_ratio::typed_ratio,
    label_unit::money_called_rate,
    left_over_year::left_over_year,
    scorecard::left_out_of_scorecard,
    sample_values::sample_values,
];

/// Checks over what the sentences of a draft say.
const ON_PROSE: &[fn(&Prose) -> Vec<Finding>] = &[
    sum_in_sentence::sum_in_sentence,
    ratio_in_sentence::ratio_in_sentence,
    change_in_sentence::change_in_sentence,
    average_in_sentence::average_in_sentence,
    restated_value::restated_value,
    rate_points::rate_points,
    typed_cut_offs::typed_cut_offs,
    label_unit::typed_money_called_rate,
    scorecard::all_met_but_one,
    listed_count::listed_count,
    listed_items::listed_items,
    counted_things::counted_things,
    repeated_value::repeated_value,
    two_digits::two_digits,
    count_above_whole::count_above_whole,
    document_age::document_age,
    typed_figure::typed_figure,
    text_against_table::text_against_table,
    period_words::period_words,
    citation::citation,
    delegation_as_task::delegation_among_tasks,
    weekday::weekday,
    year_span::year_span,
    claim_without_figure::claim_without_figure,
];

/// Checks over the data of the report's year.
const ON_FACTS: &[fn(&dyn Facts) -> Vec<Finding>] = &[
    label_unit::rate_with_other_unit,
    parts_and_totals::parts_and_totals,
    cumulative::cumulative,
    target_below_result::target_below_result,
    value_up_rate_down::value_up_rate_down,
    units_total::units_total,
    counted_things::one_list_two_words,
    stated_count::stated_count,
    stated_count::stated_parts,
    limitation_without_cause::limitation_without_cause,
    delegation_as_task::delegation_as_task,
    limitations_unanswered::limitations_unanswered,
    scorecard::not_met,
];

/// Runs every check on a draft and on the data that it prints; its sentences are read by `read`.
pub fn check(draft: &Draft, read: ReadProse) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ON_DRAFTS.iter().flat_map(|check| check(draft)).collect();
    let prose = Prose::of(draft, read);
    // A loop may say the same again and again.
    let mut said = HashSet::new();
    let of_prose = ON_PROSE.iter().flat_map(|check| check(&prose));
    findings.extend(of_prose.filter(|finding| {
        let block = finding.place.as_ref().map(|place| place.block);
        said.insert((finding.code, finding.message.clone(), block))
    }));
    let shown = Shown::of(draft);
    findings.extend(check_facts(draft.facts()).into_iter().filter(|it| shown.concerns(it)));
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// Runs the checks that need no draft.
pub fn check_facts(facts: &dyn Facts) -> Vec<Finding> {
    ON_FACTS.iter().flat_map(|check| check(facts)).collect()
}

/// Whether the number is the value itself, not a bound, an approximation or a range: only such
/// numbers can be added up to the last digit.
fn is_definite(quantity: &Quantity) -> bool {
    let says_more = |qualifier: &Qualifier| match qualifier {
        Qualifier::Estimated | Qualifier::Expected | Qualifier::Remaining | Qualifier::Only => {
            false
        }
        Qualifier::About
        | Qualifier::Above
        | Qualifier::MoreThan
        | Qualifier::Nearly
        | Qualifier::Below
        | Qualifier::AtLeast
        | Qualifier::AtMost => true,
    };
    quantity.to.is_none() && !quantity.qualifiers.iter().any(says_more)
}
