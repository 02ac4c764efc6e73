//! The words by which sentences and headings tell what they are: their kind, who speaks, how urgent
//! they are, of which year.

use tongket_model::{CauseKind, ConclusionKind};

use super::addressee::giver;
use super::words::{Word, find, longest};

/// What a heading makes of the rows below it, the first that it names.
pub(super) const HEADINGS: [(&str, Option<ConclusionKind>); 14] = [
    ("han che", Some(ConclusionKind::Limitation)),
    ("khuyet diem", Some(ConclusionKind::Limitation)),
    ("nguyen nhan", Some(ConclusionKind::Cause)),
    ("bai hoc", Some(ConclusionKind::Lesson)),
    ("kien nghi", Some(ConclusionKind::Proposal)),
    ("de xuat", Some(ConclusionKind::Proposal)),
    ("nhiem vu", Some(ConclusionKind::Task)),
    ("giai phap", Some(ConclusionKind::Solution)),
    ("muc tieu", Some(ConclusionKind::Objective)),
    ("phuong huong", Some(ConclusionKind::Task)),
    ("de an", Some(ConclusionKind::Scheme)),
    ("ket qua", Some(ConclusionKind::Assessment)),
    ("uu diem", Some(ConclusionKind::Assessment)),
    ("to chuc thuc hien", None),
];

const URGENT: [&str; 7] = [
    "khan truong",
    "kip thoi",
    "trien khai ngay",
    "quyet liet",
    "cap bach",
    "ngay lap tuc",
    "gap rut",
];

/// Words by which a sentence judges what was done.
pub(super) const JUDGING: [&str; 8] = [
    "danh gia cao",
    "ghi nhan",
    "bieu duong",
    "dat ket qua",
    "dat nhieu ket qua",
    "da dat duoc",
    "thong nhat danh gia",
    "hoan nghenh",
];

/// Words by which a sentence decides what was put forward.
const DECIDING: [&str; 6] =
    ["dong y", "khong dong y", "nhat tri", "thong nhat voi", "thong nhat chu truong", "chap thuan"];

/// What makes of the list behind a colon what is talked about, not what is to be done.
pub(super) const DISCUSSING: [&str; 3] = ["cho y kien", "thao luan", "trao doi"];

/// What stands behind whoever speaks.
const SPEAKING: [&str; 5] = ["ket luan", "phat bieu", "nhan manh", "chi ro", "chi dao"];

pub(super) const LIMITING: [&str; 9] = [
    "nhung chua",
    "con han che",
    "han che la",
    "chua thuong xuyen",
    "chua dat",
    "con mang tinh hinh thuc",
    "con cham",
    "chua cao",
    "ton tai, han che",
];

/// Where whoever speaks or decides says so.
pub(super) fn said(words: &[Word]) -> Option<(usize, usize)> {
    find(words, &SPEAKING).or_else(|| find(words, &DECIDING))
}

/// "Đồng ý với đề xuất …", at the beginning or behind whoever decides.
pub(super) fn decides(text: &str, words: &[Word]) -> bool {
    find(words, &DECIDING).is_some_and(|(at, _)| at == 0 || !giver(text, &words[..at]).is_empty())
}

pub(super) fn cause_in(words: &[Word]) -> Option<CauseKind> {
    match find(words, &["chu quan", "khach quan"]) {
        Some((at, _)) if words[at].plain == "chu" => Some(CauseKind::Subjective),
        Some(_) => Some(CauseKind::Objective),
        None => None,
    }
}

/// As written, one after the other.
pub(super) fn urgency(text: &str, words: &[Word]) -> String {
    let mut said: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match longest(&words[at..], &URGENT) {
            Some(n) => {
                let range = words[at].range.start..words[at + n - 1].range.end;
                said.extend(text.get(range));
                at += n;
            }
            None => at += 1,
        }
    }
    said.join(", ")
}

/// "kế hoạch năm 2024", not "Nghị quyết năm 2013", "từ năm 2020", "so với năm 2022".
pub(super) fn year_in(words: &[Word]) -> Option<i32> {
    const OF_ANOTHER: [&str; 14] = [
        "quyet", "thi", "luat", "dinh", "luan", "lenh", "tu", "voi", "truoc", "den", "sau", "cua",
        "hien", "khoa",
    ];
    (1..words.len()).find_map(|at| {
        let year = words[at].plain.parse().ok().filter(|year| (1945..=2100).contains(year))?;
        let before = at.checked_sub(2).map(|before| words[before].plain.as_str());
        let is_own = before.is_none_or(|before| !OF_ANOTHER.contains(&before));
        (words[at - 1].plain == "nam" && is_own).then_some(year)
    })
}
