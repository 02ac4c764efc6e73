//! Changes beside the two values that they lead from and to, in one sentence: "29.647 tỷ đồng, cao
//! hơn cùng kỳ 4.588 tỷ đồng (25.059 tỷ đồng)", "giảm từ 47,2% xuống 36,6%", "thấp hơn cả nước (43%)".

use tongket_figures::{Amount, Style, Unit};

use super::sentence::{before, between, finding_at, only_words, told, types_any};
use super::span::Span;
use crate::prose::{Line, Prose, Said, SaidMeasure, Sentence};
use crate::{Finding, Severity};

/// Words that may stand in brackets before the earlier value.
const THE_BASE: [&str; 26] = [
    "cùng", "kỳ", "năm", "trước", "là", "đạt", "thực", "hiện", "ngày", "đến", "tháng", "quý", "số",
    "của", "ước", "tính", "hết", "tỷ", "lệ", "trung", "bình", "cả", "nước", "mức", "khi", "đó",
];

/// Changes that the values beside them do not give, and words that say the contrary of them.
pub fn change_in_sentence(prose: &Prose) -> Vec<Finding> {
    let style = prose.draft.facts().style();
    let mut findings = Vec::new();
    for (line, sentence) in prose.sentences() {
        for nth in 0..sentence.figures.len() {
            let found = from_to(line, sentence, nth, style)
                .or_else(|| against_base(line, sentence, nth, style))
                .or_else(|| compared(line, sentence, nth, style));
            findings.extend(found);
        }
    }
    findings
}

/// "giảm từ 47,2% xuống 36,6%, giảm 10,6 điểm phần trăm"
fn from_to(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let (from, to) = (&sentence.figures[nth], sentence.figures.get(nth + 1)?);
    let lead = before(line, sentence, nth);
    let joint = between(line, from, to);
    let joint = joint.trim();
    if !lead.trim_end().ends_with("từ")
        || !["lên", "xuống", "còn"].iter().any(|w| joint.ends_with(w))
    {
        return None;
    }
    let unit = &to.quantity.unit;
    let (before, after) = (from.span(unit)?, to.span(unit)?);
    let says_up = joint.ends_with("lên") || lead.contains("tăng từ");
    let contrary = if says_up { after.is_below(before) } else { before.is_below(after) };
    if contrary && types_any(line, &[from, to]) {
        let word = if says_up { "tăng" } else { "giảm" };
        return Some(contrary_word(line, word, from, to, style));
    }
    let stated = sentence.figures.get(nth + 2).filter(|said| said.is_change())?;
    // Only what directly follows speaks of the same step.
    let near = between(line, to, stated);
    let follows = near.chars().count() < 24 && !near.contains(';');
    let result = Step { line, before, after, unit, from, to };
    follows.then(|| result.differs(stated, style)).flatten()
}

/// "tăng 18,3% so với cùng kỳ năm 2023 (25.059 tỷ đồng)" behind the value.
fn against_base(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let stated = &sentence.figures[nth];
    let base = sentence.figures.get(nth + 1)?;
    let joint = between(line, stated, base);
    let opens = joint.find('(').filter(|at| only_words(&joint[*at..], &THE_BASE))?;
    let open = !joint[opens..].contains(')');
    let compares = |text: &str| {
        ["so với", "cùng kỳ", "năm trước", "năm 20"].iter().any(|words| text.contains(words))
    };
    let compared = compares(&joint[..opens]) || compares(&before(line, sentence, nth));
    if !stated.is_change_in_words(line, sentence, nth) || !compared || !open || !base.is_value() {
        return None;
    }
    let unit = &base.quantity.unit;
    let earlier = sentence.figures[..nth].iter().rev().filter(|said| said.is_value());
    let now = earlier.clone().find(|said| said.quantity.unit.converts_to(unit))?;
    let step =
        Step { line, before: base.span(unit)?, after: now.span(unit)?, unit, from: base, to: now };
    let says_up = stated.says_up(line, sentence, nth);
    let contrary =
        if says_up { step.after.is_below(step.before) } else { step.before.is_below(step.after) };
    if contrary && types_any(line, &[now, base, stated]) {
        let word = if says_up { "tăng" } else { "giảm" };
        return Some(contrary_word(line, word, base, now, style));
    }
    step.differs(stated, style)
}

/// "36,6%, thấp hơn tỷ lệ trung bình cả nước (43%)"
fn compared(line: &Line, sentence: &Sentence, nth: usize, style: &Style) -> Option<Finding> {
    let (one, other) = (&sentence.figures[nth], sentence.figures.get(nth + 1)?);
    let joint = between(line, one, other);
    let higher = ["cao hơn", "nhiều hơn", "lớn hơn"].iter().any(|word| joint.contains(word));
    let lower = ["thấp hơn", "ít hơn", "nhỏ hơn"].iter().any(|word| joint.contains(word));
    let level = !higher && !lower && joint.trim_start_matches([' ', '(', ',']).starts_with("bằng ");
    // The other value stands for what was named: in brackets, or "… là 43%".
    let stands = joint.trim_end().ends_with(['(', ':']) || joint.trim_end().ends_with(" là");
    let stands = stands && one.is_value() && other.is_value() && !joint.contains([';', ')']);
    if !(higher || lower || level) || !stands || one.measure == SaidMeasure::Rank {
        return None;
    }
    // "cao hơn cùng kỳ là 4.588 tỷ đồng" says the difference, not the other value.
    let difference = joint.trim_end().ends_with(" là") && joint.contains("cùng kỳ");
    let unit = &other.quantity.unit;
    let (left, right) = (one.span(unit)?, other.span(unit)?);
    let (contrary, word) = match (higher, lower) {
        (true, true) => return None,
        (true, false) => (left.is_below(right), "cao hơn"),
        (false, true) => (right.is_below(left), "thấp hơn"),
        (false, false) => (left.is_below(right) || right.is_below(left), "bằng"),
    };
    (contrary && !difference && types_any(line, &[one, other]))
        .then(|| contrary_word(line, word, other, one, style))
}

/// Two values of one thing with what lies between them.
struct Step<'s> {
    line: &'s Line<'s>,
    before: Span,
    after: Span,
    /// Of both.
    unit: &'s Unit,
    from: &'s Said,
    to: &'s Said,
}

impl Step<'_> {
    fn differs(&self, stated: &Said, style: &Style) -> Option<Finding> {
        if stated.measure == SaidMeasure::Multiple {
            return self.differs_from_times(stated, style);
        }
        let difference = self.after.minus(self.before)?.size();
        let of = &stated.quantity.unit;
        let (computed, unit) = if self.unit.is_rate() {
            (difference, Unit::percent_point())
        } else if of.is_rate() {
            let growth = self.after.percent_of(self.before)?;
            (growth.minus(Span::exact(Amount::ONE_HUNDRED))?.size(), Unit::percent())
        } else if of.converts_to(self.unit) {
            (difference, self.unit.clone())
        } else {
            return None;
        };
        stated.is_certain.then_some(())?;
        // Written with "%", the difference of two rates is another check's.
        let said = tongket_figures::Quantity { unit: unit.clone(), ..stated.quantity.clone() };
        let comparable =
            *of == unit || of.converts_to(&unit) || (self.unit.is_rate() && of.is_rate());
        let said = if of.converts_to(&unit) { stated.quantity.clone() } else { said };
        let relative = self
            .after
            .percent_of(self.before)
            .and_then(|ratio| Some(ratio.minus(Span::exact(Amount::ONE_HUNDRED))?.size()));
        let as_relative = of.is_rate()
            && relative.is_some_and(|relative| relative.allows(&stated.quantity, &Unit::percent()));
        let holds = computed.allows(&said, &unit) || as_relative;
        if holds || !comparable || !super::is_definite(&stated.quantity) {
            return None;
        }
        if !types_any(self.line, &[self.from, self.to, stated]) {
            return None;
        }
        let decimals = stated.quantity.amount.decimals().max(1);
        let right = told(computed.middle(), &unit, decimals, style);
        Some(self.wrong(stated, &right, style))
    }

    /// "tăng 1,4 lần" says 1,4 times as much, or 1,4 times more.
    fn differs_from_times(&self, stated: &Said, style: &Style) -> Option<Finding> {
        let unit = &stated.quantity.unit;
        let times = self.after.over(self.before)?;
        let more = times.minus(Span::exact(Amount::from(1)))?;
        let holds = times.allows(&stated.quantity, unit) || more.allows(&stated.quantity, unit);
        if holds || !super::is_definite(&stated.quantity) {
            return None;
        }
        types_any(self.line, &[self.from, self.to, stated]).then_some(())?;
        let right = told(times.middle(), unit, 2, style);
        Some(self.wrong(stated, &right, style))
    }

    fn wrong(&self, stated: &Said, right: &str, style: &Style) -> Finding {
        let (from, to) = (self.from.print(style), self.to.print(style));
        let message = format!(
            "mức tăng, giảm {} không khớp số trong câu: từ {from} đến {to} là {right}",
            stated.print(style),
        );
        finding_at("change-in-sentence", Severity::Warning, message, self.line, &stated.at)
            .with_values([from, to, stated.print(style)])
    }
}

fn contrary_word(line: &Line, word: &str, from: &Said, to: &Said, style: &Style) -> Finding {
    let (from_text, to_text) = (from.print(style), to.print(style));
    let message = match word {
        "tăng" | "giảm" => {
            format!("câu nói «{word}» nhưng số từ {from_text} đến {to_text} thì ngược lại")
        }
        _ => format!("câu nói «{word}» nhưng {to_text} so với {from_text} thì ngược lại"),
    };
    finding_at("contrary-word", Severity::Error, message, line, &to.at)
        .with_values([to_text, from_text])
}

impl Said {
    /// "tăng 5%", and "cao hơn cùng kỳ là 4.588 tỷ đồng", which names the base first.
    fn is_change_in_words(&self, line: &Line, sentence: &Sentence, nth: usize) -> bool {
        let lead = before(line, sentence, nth);
        self.is_change()
            || self.measure == SaidMeasure::Multiple
            || ["cao hơn", "thấp hơn", "tăng so", "giảm so"].iter().any(|word| lead.contains(word))
    }

    fn says_up(&self, line: &Line, sentence: &Sentence, nth: usize) -> bool {
        let lead = before(line, sentence, nth);
        match self.measure {
            SaidMeasure::Increase | SaidMeasure::Multiple => true,
            SaidMeasure::Decrease => false,
            _ => lead.contains("cao hơn") || lead.contains("tăng so"),
        }
    }
}
