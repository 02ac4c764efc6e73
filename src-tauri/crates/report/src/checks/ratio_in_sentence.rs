//! Percentages beside the two values that they compare, in one sentence: "7/8 huyện (87,5%)",
//! "29.647 tỷ đồng, đạt 36,6% kế hoạch (81.033,18 tỷ đồng)", "chiếm 74,77% tổng số".

use tongket_figures::{Amount, Style, Unit, percent_of};

use super::sentence::{before, between, finding_at, only_words, told, types_any};
use super::span::Span;
use crate::prose::{Line, Prose, Said, SaidMeasure, Sentence};
use crate::{Finding, Severity};

/// Words that may stand between a value and the percentage of it.
const SAME_THING: [&str; 14] = [
    "đạt", "bằng", "chiếm", "tương", "đương", "ứng", "với", "tỷ", "lệ", "tỉ", "tức", "là",
    "khoảng", "trọng",
];

/// Words that may stand between the percentage of a plan and that plan.
const THE_PLAN: [&str; 12] =
    ["kế", "hoạch", "giao", "được", "là", "tức", "dự", "toán", "tổng", "số", "vốn", "năm"];

/// Words that may follow a count before its percentage.
const MOST_WORDS: usize = 6;

/// Percentages that the values beside them do not give.
pub fn ratio_in_sentence(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for nth in 0..sentence.figures.len() {
            findings.extend(excess(line, sentence, nth, style));
            if sentence.figures[nth].is_rate() {
                let found = of_count(line, sentence, nth, style)
                    .or_else(|| of_plan(line, sentence, nth, style))
                    .or_else(|| of_whole(line, sentence, nth, style));
                findings.extend(found);
            }
        }
    }
    findings
}

/// "7/8 huyện (87,5%)"
fn of_count(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let count = sentence.figures.get(nth.checked_sub(1)?)?;
    let stated = &sentence.figures[nth];
    let share = percent_of(count.quantity.amount, count.quantity.of?)?;
    let joint = between(line, count, stated);
    let (said, verb) = joint.rsplit_once([',', '(']).unwrap_or(("", &joint));
    // "49/50 đảng bộ trực thuộc, đạt 98%": of what was counted, when nothing else follows.
    let alone = line.words(stated.at.end..line.text.len()).starts_with([',', '.', ';', ')']);
    let told = said.split_whitespace().count() <= MOST_WORDS && alone && verb.contains("đạt");
    let is_share = only_words(&joint, &SAME_THING) || (told && only_words(verb, &SAME_THING));
    if !is_share || stated.measure != SaidMeasure::Value {
        return None;
    }
    differs(line, stated, Span::exact(share), &[count], style)
}

/// "9.546 tỷ đồng, đạt 58,42% kế hoạch (16.340 tỷ đồng)", and where the plan was named before.
fn of_plan(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let stated = &sentence.figures[nth];
    if stated.measure != SaidMeasure::OfPlan {
        return None;
    }
    let plan = plan_behind(line, sentence, nth).or_else(|| plan_before(line, sentence, nth))?;
    let unit = &plan.quantity.unit;
    let earlier = sentence.figures[..nth].iter().rev().take(3);
    let result = earlier
        .filter(|said| !std::ptr::eq(*said, plan) && said.quantity.unit.converts_to(unit))
        .find(|said| {
            let adjacent = std::ptr::eq(*said, &raw const sentence.figures[nth - 1]);
            said.measure == SaidMeasure::Value || (adjacent && said.is_change())
        })?;
    let ratio = result.span(unit)?.percent_of(plan.span(unit)?)?;
    differs(line, stated, ratio, &[result, plan], style)
}

fn plan_behind<'s>(line: &Line, sentence: &'s Sentence, nth: usize) -> Option<&'s Said> {
    let (stated, plan) = (&sentence.figures[nth], sentence.figures.get(nth + 1)?);
    let joint = between(line, stated, plan);
    let joint = joint.replace(&stated.basis_words.to_lowercase(), " ");
    let named = joint.contains('(') || plan.measure == SaidMeasure::Plan;
    (named && plan.is_value() && !plan.is_rate() && only_words(&joint, &THE_PLAN)).then_some(plan)
}

/// "kế hoạch được giao 500 tỷ đồng, đã giải ngân …"
fn plan_before<'s>(line: &Line, sentence: &'s Sentence, nth: usize) -> Option<&'s Said> {
    let earlier = nth.saturating_sub(3)..nth;
    let plan = earlier.rev().find(|at| {
        let said = &sentence.figures[*at];
        let lead = before(line, sentence, *at);
        let lead = lead.rsplit([';', ',']).next().unwrap_or_default();
        let named = ["kế hoạch", "dự toán"].iter().any(|word| lead.contains(word));
        let done = ["đạt", "thực hiện", "giải ngân", "đã"].iter().any(|word| lead.contains(word));
        said.measure == SaidMeasure::Plan || (said.is_value() && named && !done)
    });
    Some(&sentence.figures[plan?])
}

/// "85.837 tỷ đồng, chiếm 25,23% tổng nguồn vốn" behind the whole.
fn of_whole(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let stated = &sentence.figures[nth];
    let part = sentence.figures.get(nth.checked_sub(1)?)?;
    let unit = &part.quantity.unit;
    let shares = between(line, part, stated);
    let shares = shares.contains("chiếm") && only_words(&shares, &SAME_THING);
    if !shares || !part.is_value() || part.is_rate() || part.quantity.of.is_some() {
        return None;
    }
    let wholes = sentence.figures.iter().enumerate().filter(|(at, said)| {
        let fits = said.is_value() && said.quantity.unit.converts_to(unit);
        let whole = said.quantity.unit.convert(said.quantity.amount, unit);
        *at != nth - 1 && fits && whole.is_ok_and(|whole| whole > part.quantity.amount)
    });
    let mut wholes = wholes.peekable();
    let (at, first) = wholes.peek().copied()?;
    // A whole is named for one: it is made of parts, or is a total.
    let lead = before(line, sentence, at);
    let named = ["tổng", "toàn", "cả "].iter().any(|word| lead.contains(word));
    if !named {
        return None;
    }
    let part_span = part.span(unit)?;
    let ratio = |whole: &Said| part_span.percent_of(whole.span(unit)?);
    let fits = |whole: &Said| {
        ratio(whole).is_none_or(|ratio| ratio.allows(&stated.quantity, &stated.quantity.unit))
    };
    if wholes.any(|(_, whole)| fits(whole)) {
        return None;
    }
    differs(line, stated, ratio(first)?, &[part, first], style)
}

/// "1.172,5 tỷ đồng, bằng 152% kế hoạch, vượt 401 tỷ đồng"
fn excess(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let stated = &sentence.figures[nth];
    let ratio = sentence.figures.get(nth.checked_sub(1)?)?;
    let result = sentence.figures.get(nth.checked_sub(2)?)?;
    let unit = &result.quantity.unit;
    let joint = between(line, ratio, stated);
    let follows = joint.contains("vượt") && joint.chars().count() < 60 && !joint.contains(';');
    let fits = stated.measure == SaidMeasure::Increase
        && ratio.measure == SaidMeasure::OfPlan
        && result.measure == SaidMeasure::Value
        && stated.quantity.unit.converts_to(unit);
    if !follows || !fits {
        return None;
    }
    let share = ratio.span(&Unit::percent())?;
    let hundred = Span::exact(Amount::ONE_HUNDRED);
    let value = result.span(unit)?;
    let plan = value.over(share)?;
    let computed = value.minus(plan.times(hundred)?)?;
    stated.span(unit)?;
    if computed.allows(&stated.quantity, unit) || !types_any(line, &[stated, ratio, result]) {
        return None;
    }
    let decimals = stated.quantity.amount.decimals().max(1);
    let message = format!(
        "phần vượt {} không khớp số trong câu: {} bằng {} thì vượt {}",
        stated.print(style),
        result.print(style),
        ratio.print(style),
        told(computed.middle(), unit, decimals, style),
    );
    let finding = finding_at("ratio-in-sentence", Severity::Warning, message, line, &stated.at);
    Some(finding.with_values([result.print(style), ratio.print(style), stated.print(style)]))
}

fn differs(
    line: &Line,
    stated: &Said,
    computed: Span,
    operands: &[&Said],
    style: &Style,
) -> Option<Finding> {
    let unit = Unit::percent();
    stated.span(&unit)?;
    let involved: Vec<&Said> = operands.iter().copied().chain([stated]).collect();
    if computed.allows(&stated.quantity, &unit) || !types_any(line, &involved) {
        return None;
    }
    let decimals = stated.quantity.amount.decimals().max(1);
    let right = told(computed.middle(), &unit, decimals, style);
    let gap =
        computed.middle().checked_sub(stated.quantity.amount).map_or(Amount::ZERO, Amount::abs);
    let values: Vec<String> =
        operands.iter().map(|said| said.print(style)).chain([stated.print(style)]).collect();
    let message = format!(
        "tỷ lệ {} không khớp số trong câu: tính được {right} (lệch {})",
        stated.print(style),
        told(gap, &Unit::percent_point(), decimals, style),
    );
    let finding = finding_at("ratio-in-sentence", Severity::Warning, message, line, &stated.at);
    Some(finding.with_values(values))
}
