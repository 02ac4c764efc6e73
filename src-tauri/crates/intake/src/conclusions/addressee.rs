//! To whom a sentence gives something, and who gives it: offices and bodies, never persons.

use tongket_model::{ConclusionKind, Role};

use super::ProposedAssignee;
use super::body_name::{is_condition, is_head, is_imperative, is_unsure, name_end};
use super::words::{Word, find, longest, longest_spelled, starts};

/// A sentence that gives something to somebody.
pub(super) struct Addressed {
    pub kind: ConclusionKind,
    /// Empty when the sentence does not say.
    pub from: String,
    pub to: Vec<ProposedAssignee>,
    /// The first word of what is given.
    pub rest: usize,
    /// Whether the last name may end elsewhere.
    pub is_unsure: bool,
}

/// Words that give, and what is then given.
const VERBS: [(&str, ConclusionKind); 11] = [
    ("uy quyen cho", ConclusionKind::Delegation),
    ("uy quyen", ConclusionKind::Delegation),
    ("giao nhiem vu cho", ConclusionKind::Task),
    ("giao cho", ConclusionKind::Task),
    ("giao", ConclusionKind::Task),
    ("phan cong", ConclusionKind::Task),
    ("de nghi", ConclusionKind::Instruction),
    ("yeu cau", ConclusionKind::Instruction),
    ("luu y", ConclusionKind::Instruction),
    ("kien nghi", ConclusionKind::Proposal),
    ("de xuat", ConclusionKind::Proposal),
];

/// Words before a verb that make another thing of it: "được giao", "bàn giao".
const NOT_AFTER: [&str; 7] = ["duoc", "ban", "chuyen", "nhung", "cac", "khong", "chua"];

/// By which a body is told what it has to do.
const DUTY: [&str; 4] = ["phải", "cần", "có trách nhiệm", "chịu trách nhiệm"];

/// Verbs that need whom they are for: without a body found, a person has to look.
const GIVING: [&str; 5] = ["giao", "phan cong", "uy quyen", "yeu cau", "de nghi"];

pub(super) fn addressed(text: &str, words: &[Word]) -> Option<Addressed> {
    let given = (0..words.len()).find_map(|at| {
        let (verb, kind) = verb_at(words, at)?;
        let after = at + verb.split(' ').count();
        let from = giver(text, &words[..at]);
        let (to, rest) = bodies(text, words, after);
        if !to.is_empty() {
            return Some(Addressed { kind, from, to, rest, is_unsure: is_unsure(words, rest) });
        }
        // "Giao chỉ tiêu thu cho Cục Thuế": what is given stands before whom it is given to.
        let cho = (after..words.len()).find(|at| {
            words[*at].plain == "cho" && words[after..*at].iter().all(|word| word.mark.is_none())
        })?;
        let (to, _) = bodies(text, words, cho + 1);
        (!to.is_empty()).then_some(Addressed { kind, from, to, rest: at, is_unsure: false })
    });
    given.or_else(|| obliged(text, words))
}

/// The verb that gives something at `at`: not "giáo" of "Ban Tuyên giáo", nor "được giao".
fn verb_at(words: &[Word], at: usize) -> Option<(&'static str, ConclusionKind)> {
    let (verb, kind) = VERBS.iter().find(|(verb, _)| starts(&words[at..], verb))?;
    let before = at.checked_sub(1).map_or("", |before| words[before].plain.as_str());
    // What was given long ago and is not done is told, not given.
    let is_old = before == "da" && find(words, &["nhung chua", "chua hoan thanh"]).is_some();
    let is_other = is_old || NOT_AFTER.contains(&before);
    // "giao ban" is a meeting, "Giao Ban Tổ chức" is not.
    let is_meeting = words.get(at + 1).is_some_and(|next| next.spelled == "ban" && !next.capital);
    let is_name = verb.starts_with("giao") && (words[at].spelled != "giao" || is_meeting);
    (!is_other && !is_name).then_some((*verb, *kind))
}

/// Whether the sentence gives something, or says that it does not, whomever it is for: a verb at
/// its beginning or behind a body.
pub(super) fn gives(text: &str, words: &[Word]) -> bool {
    (0..words.len()).any(|at| {
        let negated = at > 0 && matches!(words[at - 1].plain.as_str(), "khong" | "chua");
        let is_verb = verb_at(words, at).is_some() || negated && words[at].spelled == "giao";
        let is_giving = GIVING.iter().any(|verb| starts(&words[at..], verb));
        let behind = at - usize::from(negated);
        is_verb && is_giving && (behind == 0 || !giver(text, &words[..behind]).is_empty())
    })
}

/// "Sở Tài chính phải …", at the beginning or behind a colon: the body stands before its duty.
fn obliged(text: &str, words: &[Word]) -> Option<Addressed> {
    let begins = |at: &usize| *at == 0 || words[*at - 1].mark == Some(':');
    (0..words.len()).filter(begins).find_map(|at| {
        let (to, rest) = bodies(text, words, at);
        let is_duty = words.get(rest..).is_some_and(|rest| longest_spelled(rest, &DUTY).is_some());
        let from = giver(text, &words[..at]);
        let kind = ConclusionKind::Instruction;
        let given = Addressed { kind, from, to, rest, is_unsure: false };
        (is_duty && !given.to.is_empty()).then_some(given)
    })
}

/// What is to be done without the words that only say that it has to be: reports put it behind the
/// name of the body.
pub(super) fn without_duty(words: &[Word], mut rest: usize) -> usize {
    while let Some(behind) = words.get(rest + 1..)
        && matches!(words[rest].spelled.as_str(), "phải" | "cần")
        && behind.first().is_some_and(|next| next.spelled != "thiết")
    {
        rest += 1;
    }
    rest
}

/// A clause that goes on with giving: "…; Sở Tài chính bố trí kinh phí".
pub(super) fn goes_on(text: &str, words: &[Word]) -> Option<(Vec<ProposedAssignee>, usize)> {
    let (to, rest) = bodies(text, words, 0);
    let acts = words.get(rest..).is_some_and(is_imperative);
    (!to.is_empty() && acts).then_some((to, rest))
}

/// The bodies from `at` on with their roles, and the first word behind them.
fn bodies(text: &str, words: &[Word], mut at: usize) -> (Vec<ProposedAssignee>, usize) {
    let mut to: Vec<ProposedAssignee> = Vec::new();
    let mut role = Role::Lead;
    loop {
        let joined = words.get(at).is_some_and(|word| matches!(word.plain.as_str(), "va" | "cung"));
        let from = if joined && !to.is_empty() { at + 1 } else { at };
        let Some((start, end)) = body(words, from, to.is_empty()) else { break };
        let range = words[start].range.start..words[end - 1].range.end;
        let name = text.get(range).unwrap_or_default().to_owned();
        let is_rule = is_condition(&name);
        let others = tongket_figures::fold(&name).contains("lien quan");
        let as_other = if others { Role::Support } else { role };
        to.push(ProposedAssignee { name, role: as_other, is_rule });
        at = end;
        if words[at - 1].mark.is_some_and(|mark| mark != ',') {
            break;
        }
        // "chủ trì, phối hợp với …"
        let leads = at + longest(&words[at..], &["chu tri"]).unwrap_or(0);
        let Some(n) = longest(&words[leads..], &["phoi hop voi", "phoi hop cung", "phoi hop"])
        else {
            continue;
        };
        if body(words, leads + n, false).is_some() {
            (role, at) = (Role::Support, leads + n);
        }
    }
    (to, at)
}

/// First and last word of a body's name from `at` on. Before the first body a person's name may
/// stand, which is passed over.
fn body(words: &[Word], at: usize, is_first: bool) -> Option<(usize, usize)> {
    let mut start = at;
    if is_first {
        start += longest(words.get(start..)?, &["dong chi"]).unwrap_or(0);
        while start < words.len() && !is_head(words, start) && words[start].capital {
            start += 1;
        }
        if words.get(start).is_some_and(|word| matches!(word.plain.as_str(), "-" | "–" | "la")) {
            start += 1;
        }
    }
    if !is_head(words, start) {
        return None;
    }
    Some((start, name_end(words, start)?))
}

/// The post or body that the words end with: of "Đồng chí Nguyễn Văn A, Bí thư Thành ủy kết luận"
/// the post.
pub(super) fn giver(text: &str, words: &[Word]) -> String {
    let of_one_name = words.iter().rev().skip(1).take_while(|word| word.mark.is_none()).count();
    let first = words.len().saturating_sub(1 + of_one_name);
    let name = (first..words.len()).find_map(|at| Some((at, name_end(words, at)?)));
    let range = name.map(|(start, end)| words[start].range.start..words[end - 1].range.end);
    range.and_then(|range| text.get(range)).unwrap_or_default().to_owned()
}
