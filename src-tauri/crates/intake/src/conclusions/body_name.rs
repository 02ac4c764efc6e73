//! Where the name of a body begins and ends in a sentence: "Sở Kế hoạch và Đầu tư", "các sở, ban,
//! ngành", "Bí thư các quận ủy, huyện ủy". Vietnamese writes no mark behind a name, so it is told by
//! its head, by capitals, by the few small words that stand inside names, and by the verbs that
//! begin what is to be done.

use tongket_model::POSTS;

use super::lexicon::{
    ACTIONS, CAPITAL_HEADS, CONDITIONS, DESCRIBED, FOR_A_PURPOSE, HEADS, IN_A_GROUP, IN_NAMES,
    INSIDE, LEADING, PLACES, TAILS,
};
use super::words::{Word, longest, longest_spelled};

/// In words; a sentence that is none of what is expected is not taken for one long name.
const LONGEST_NAME: usize = 20;

/// How far behind a name its verb is looked for, where another word follows the name.
const SHORT_OF_VERB: usize = 6;

/// Whether the name of a body begins at `at`.
pub(super) fn is_head(words: &[Word], at: usize) -> bool {
    head_length(words, at).is_some()
}

/// In words.
fn head_length(words: &[Word], at: usize) -> Option<usize> {
    let from = words.get(at..).filter(|from| !from.is_empty())?;
    let with_capital = if from[0].capital { longest(from, &CAPITAL_HEADS) } else { None };
    let known = Some(from[0].known).filter(|n| *n > 0);
    [longest(from, &HEADS), longest(from, &POSTS), with_capital, known].into_iter().flatten().max()
}

/// Whether the words begin with a verb of what is to be done.
pub(super) fn is_imperative(words: &[Word]) -> bool {
    action(words).is_some()
}

/// A verb of what is to be done, in words; "căn cứ" is none, though it looks like "cần".
fn action(words: &[Word]) -> Option<usize> {
    longest(words, &ACTIONS).filter(|n| *n > 1 || words[0].spelled != "căn")
}

/// A verb of what is to be done at `at`, in words: in small letters, and not the end of a longer
/// word, as in "công trình".
fn verb_at(words: &[Word], at: usize) -> Option<usize> {
    const BEFORE_TRINH: [&str; 6] = ["công", "chương", "quy", "quá", "lộ", "tiến"];
    let before = at.checked_sub(1).map(|before| &words[before]);
    let is_end = words[at].spelled == "trình"
        && before
            .is_some_and(|it| it.mark.is_none() && BEFORE_TRINH.contains(&it.spelled.as_str()));
    if words[at].capital || is_end { None } else { action(&words[at..]) }
}

/// Whether the name tells bodies by what holds for them: "các đơn vị có tỷ lệ giải ngân thấp".
pub(super) fn is_condition(name: &str) -> bool {
    let plain = tongket_figures::fold(name);
    CONDITIONS.iter().any(|sign| plain.contains(&format!(" {sign} ")))
}

/// Whether the name that ends at `end` may end elsewhere: it is of those that say in small letters
/// what the body is for, the office does not know it, and it goes on over a verb, or what is to be
/// done begins only some words behind it.
pub(super) fn is_unsure(words: &[Word], end: usize) -> bool {
    let Some(start) = (0..end).find(|at| name_end(words, *at) == Some(end)) else { return false };
    if longest(&words[start..], &DESCRIBED).is_none() || words[start].known == end - start {
        return false;
    }
    let behind = &words[end..words.len().min(end + SHORT_OF_VERB)];
    let n_joined = behind.iter().take_while(|word| word.mark.is_none()).count() + 1;
    let is_verb = |at: &usize| verb_at(words, end + at).is_some();
    let verb = (0..n_joined.min(behind.len())).find(is_verb);
    verb.is_some_and(|at| at > 0) || (start..end).any(|at| is_verb_in_name(words, at))
}

/// A verb in small letters that may stand in a name: "xây dựng".
fn is_verb_in_name(words: &[Word], at: usize) -> bool {
    !words[at].capital && longest(&words[at..], &IN_NAMES).is_some()
}

/// One past the last word of the name that begins at `start`, where its head stands.
pub(super) fn name_end(words: &[Word], start: usize) -> Option<usize> {
    let first = start + head_length(words, start)?;
    let for_a_purpose = longest(&words[start..], &FOR_A_PURPOSE).is_some();
    let is_described = longest(&words[start..], &DESCRIBED).is_some();
    if is_described && let Some(end) = purpose_end(words, first) {
        return Some(end);
    }
    let is_led = longest(&words[start..], &LEADING).is_some();
    let mut is_group = is_led || words[start..first].iter().any(|word| word.plain == "cac");
    let mut end = first;
    while end < words.len() && end - start < LONGEST_NAME {
        let here = &words[end..];
        if let Some(mark) = words[end - 1].mark {
            match (mark, group_member(here)) {
                (',', Some(n)) if is_group => end += n,
                (',', _) if is_middle_of_list(words, end) => end += 1,
                _ => break,
            }
            continue;
        }
        let word = &words[end];
        let n_action = verb_at(words, end);
        let inside = longest_spelled(here, &INSIDE).filter(|n| Some(*n) >= n_action);
        let is_inner = word.capital
            || for_a_purpose && n_action.is_none()
            || is_second_syllable(words, first, end) && n_action.is_none();
        match word.plain.as_str() {
            "va" | "-" | "–" => {
                let member = if is_group { group_member(&words[end + 1..]) } else { None };
                let goes_on = words.get(end + 1).is_some_and(|next| next.capital);
                match member {
                    Some(n) => end += 1 + n,
                    None if goes_on && !is_head(words, end + 1) => end += 1,
                    None => break,
                }
            }
            _ if is_group && longest(here, &CONDITIONS).is_some() => {
                return Some(condition_end(words, end));
            }
            _ if inside.is_some() => {
                is_group |= word.plain == "cac";
                end += inside.unwrap_or(1);
            }
            _ if is_inner => end += 1,
            _ => match longest_spelled(here, &TAILS) {
                Some(n) if end > first => end += n,
                _ => break,
            },
        }
    }
    Some(end)
}

/// Behind the place that the body is for: "Ban Quản lý dự án đầu tư xây dựng công trình giao thông
/// thành phố" goes on over the verb in it, since another one follows the place.
fn purpose_end(words: &[Word], first: usize) -> Option<usize> {
    let last = words.len().min(first + LONGEST_NAME);
    for at in first..last {
        let is_verb = verb_at(words, at).is_some() && !is_verb_in_name(words, at);
        if is_verb || words[at - 1].mark.is_some() {
            return None;
        }
        let end = longest_spelled(&words[at..], &PLACES).map(|n| at + n);
        let acts = |end: &usize| *end < words.len() && verb_at(words, *end).is_some();
        if let Some(end) = end.filter(acts) {
            return Some(end);
        }
    }
    None
}

/// "ban" of "các sở, ban, ngành", in words; not the beginning of "ban hành".
fn group_member(words: &[Word]) -> Option<usize> {
    let n = longest_spelled(words, &IN_A_GROUP)?;
    let is_small = !words[0].capital;
    (is_small && action(words).is_none_or(|action| action <= n)).then_some(n)
}

/// "Thể thao" of "Sở Văn hóa, Thể thao và Du lịch".
fn is_middle_of_list(words: &[Word], at: usize) -> bool {
    let begins = words[at].capital && !is_head(words, at);
    let rest = &words[at..words.len().min(at + 5)];
    let and = rest.iter().position(|word| word.plain == "va");
    begins
        && and.is_some_and(|and| {
            rest[..and].iter().all(|word| word.mark.is_none())
                && rest.get(and + 1).is_some_and(|next| next.capital)
                && !is_head(words, at + and + 1)
        })
}

/// "chính" of "Tài chính": one small syllable behind a capital one. None follows an abbreviation
/// or the second capital of a place's name.
fn is_second_syllable(words: &[Word], first: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= first) else { return false };
    let is_abbreviation = words[before].spelled.chars().count() > 1 && words[before].shouted;
    let in_place = before > first && words[before - 1].capital;
    words[before].capital && !is_abbreviation && !in_place
}

/// The end of what holds for a group: up to the verb of what it is to do.
fn condition_end(words: &[Word], at: usize) -> usize {
    let lacks = matches!(words[at].plain.as_str(), "chua" | "con" | "cham");
    let first = at + 1;
    // In "chưa báo cáo" the verb belongs to the condition.
    let skipped = if lacks { action(&words[first..]).unwrap_or(0) } else { 0 };
    let mut end = first + skipped;
    while end < words.len() && words[end - 1].mark.is_none() {
        if verb_at(words, end).is_some() {
            break;
        }
        end += 1;
    }
    end
}
