//! To whom a sentence gives something, and who gives it: offices and bodies, never persons.

use tongket_model::{ConclusionKind, Role};

use super::ProposedAssignee;
use super::words::{Word, longest, starts};

/// A sentence that gives something to somebody.
pub(super) struct Addressed {
    pub kind: ConclusionKind,
    /// Empty when the sentence does not say.
    pub from: String,
    pub to: Vec<ProposedAssignee>,
    /// The first word of what is given.
    pub rest: usize,
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
const NOT_AFTER: [&str; 5] = ["duoc", "ban", "chuyen", "nhung", "cac"];

/// How names of bodies begin, whatever their letters.
const HEADS: [&str; 34] = [
    "uy ban",
    "ubnd",
    "hdnd",
    "hoi dong",
    "mttq",
    "mat tran",
    "van phong",
    "thuong truc",
    "cong an",
    "bo chi huy",
    "dang uy",
    "huyen uy",
    "quan uy",
    "thanh uy",
    "tinh uy",
    "thi uy",
    "cac so",
    "cac cap uy",
    "cac don vi",
    "cac dia phuong",
    "cac co quan",
    "cac quan",
    "cac huyen",
    "cac ban",
    "cac xa",
    "cac phuong",
    "cac doan the",
    "cac dong chi",
    "cap uy",
    "nguoi dung dau",
    "lanh dao",
    "to cong tac",
    "cac nganh",
    "cac to chuc",
];
const POSTS: [&str; 12] = [
    "bi thu",
    "pho bi thu",
    "chu tich",
    "pho chu tich",
    "truong ban",
    "pho truong ban",
    "giam doc",
    "pho giam doc",
    "chanh van phong",
    "chu nhiem",
    "uy vien",
    "vien truong",
];
/// These only with a capital: "ban", "sở", "hội" are words of their own.
const CAPITAL_HEADS: [&str; 18] = [
    "ban",
    "so",
    "hoi",
    "cuc",
    "chi cuc",
    "vien",
    "phong",
    "truong",
    "doan",
    "lien doan",
    "kho bac",
    "trung tam",
    "toa an",
    "bao",
    "dai",
    "bo",
    "dang bo",
    "quan",
];

/// Verbs with which what is to be done begins.
const ACTIONS: [&str; 72] = [
    "chi dao",
    "tap trung",
    "ra soat",
    "chu tri",
    "phoi hop",
    "nghien cuu",
    "tiep tuc",
    "day manh",
    "tang cuong",
    "to chuc",
    "tham muu",
    "hoan thien",
    "hoan thanh",
    "trien khai",
    "thuc hien",
    "bao cao",
    "kiem tra",
    "giam sat",
    "xem xet",
    "quyet dinh",
    "ban hanh",
    "trinh",
    "dua",
    "huy dong",
    "bo tri",
    "can doi",
    "chuan bi",
    "som",
    "khan truong",
    "kip thoi",
    "chu dong",
    "quyet liet",
    "thuong xuyen",
    "nang cao",
    "doi moi",
    "phat huy",
    "quan tam",
    "quan triet",
    "tong hop",
    "de xuat",
    "lap",
    "cung cap",
    "giai quyet",
    "thao go",
    "day nhanh",
    "bao dam",
    "dam bao",
    "giu vung",
    "xu ly",
    "theo doi",
    "don doc",
    "huong dan",
    "ap dung",
    "khac phuc",
    "thao luan",
    "cho y kien",
    "phan tich",
    "lua chon",
    "nhan rong",
    "tham gia",
    "quan ly",
    "chap hanh",
    "can",
    "phai",
    "co trach nhiem",
    "xay dung",
    "tong ket",
    "so ket",
    "gui",
    "danh gia",
    "lanh dao",
    "tien hanh",
];

/// What a group of bodies has that makes it a condition over data.
const CONDITIONS: [&str; 9] = [
    "co ty le",
    "co ket qua",
    "co so",
    "chua",
    "con",
    "dat duoi",
    "dat thap",
    "thuoc dien",
    "cham",
];

const LONGEST_NAME: usize = 14;

pub(super) fn addressed(text: &str, words: &[Word]) -> Option<Addressed> {
    (0..words.len()).find_map(|at| {
        let (verb, kind) = VERBS.iter().find(|(verb, _)| starts(&words[at..], verb))?;
        let is_other = at > 0 && NOT_AFTER.contains(&words[at - 1].plain.as_str());
        // "giáo" of "Ban Tuyên giáo" is no verb.
        let is_name =
            *verb == "giao" && text.get(words[at].range.clone())?.to_lowercase() != "giao";
        let after = at + verb.split(' ').count();
        let (to, rest) = bodies(text, words, after);
        if is_other || is_name || to.is_empty() {
            return None;
        }
        Some(Addressed { kind: *kind, from: giver(text, &words[..at]), to, rest })
    })
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
        let plain = tongket_figures::fold(&name);
        let is_rule = CONDITIONS.iter().any(|sign| plain.contains(&format!(" {sign} ")));
        let others = plain.contains("lien quan");
        let as_other = if others { Role::Support } else { role };
        to.push(ProposedAssignee { name, role: as_other, is_rule });
        at = end;
        if words[at - 1].mark.is_some_and(|mark| mark != ',') {
            break;
        }
        // "chủ trì, phối hợp với …"
        let leads = at + longest(&words[at..], &["chu tri"]).unwrap_or(0);
        let Some(n) = longest(&words[leads..], &["phoi hop voi", "phoi hop cung"]) else {
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
    let mut end = start + 1;
    while end < words.len() && end - start < LONGEST_NAME && words[end - 1].mark.is_none() {
        let word = &words[end];
        let is_action = !word.capital && longest(&words[end..], &ACTIONS).is_some();
        let joins = word.plain == "va" && is_head(words, end + 1);
        if is_action || joins || word.plain == "ve" || word.plain == "de" {
            break;
        }
        end += 1;
    }
    Some((start, end))
}

fn is_head(words: &[Word], at: usize) -> bool {
    let Some(from) = words.get(at..).filter(|from| !from.is_empty()) else { return false };
    longest(from, &HEADS).is_some()
        || longest(from, &POSTS).is_some()
        || (from[0].capital && longest(from, &CAPITAL_HEADS).is_some())
}

/// The post or body that the words end with: of "Đồng chí Nguyễn Văn A, Bí thư Thành ủy" the post.
pub(super) fn giver(text: &str, words: &[Word]) -> String {
    const BEFORE_VERBS: [&str; 9] =
        ["da", "se", "cung", "dong", "thoi", "vua", "tiep", "tuc", "thong"];
    let n_between =
        words.iter().rev().take_while(|word| BEFORE_VERBS.contains(&word.plain.as_str())).count();
    let words = &words[..words.len() - n_between];
    let of_one_name = words.iter().rev().skip(1).take_while(|word| word.mark.is_none()).count();
    let first = words.len().saturating_sub(1 + of_one_name);
    let start = (first..words.len()).find(|at| is_head(words, *at));
    let last = words.last();
    let range = start.zip(last).map(|(start, last)| words[start].range.start..last.range.end);
    range.and_then(|range| text.get(range)).unwrap_or_default().to_owned()
}

/// Whether the words begin with a verb of what is to be done.
pub(super) fn is_imperative(words: &[Word]) -> bool {
    longest(words, &ACTIONS).is_some()
}
