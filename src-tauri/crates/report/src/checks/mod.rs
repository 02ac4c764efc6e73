//! The checks ("rà soát"), one file each. A check words its own findings.

mod cumulative;
mod gaps;
mod label_unit;
mod left_over_year;
mod mixed_cut_offs;
mod parts_and_totals;
mod same_period;
mod sample_values;
mod scorecard;
mod stated_count;
mod target_below_result;
mod typed_ratio;

use tongket_figures::{Qualifier, Quantity};
use tongket_template::Facts;

use crate::{Draft, Finding};

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

/// Checks over the data of the report's year.
const ON_FACTS: &[fn(&dyn Facts) -> Vec<Finding>] = &[
    label_unit::rate_with_other_unit,
    parts_and_totals::parts_and_totals,
    cumulative::cumulative,
    target_below_result::target_below_result,
    stated_count::stated_count,
    scorecard::not_met,
];

/// Runs every check on a draft and its data.
pub fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ON_DRAFTS.iter().flat_map(|check| check(draft)).collect();
    findings.extend(check_facts(draft.facts()));
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
