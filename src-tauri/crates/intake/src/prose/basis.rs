//! What a figure is compared with, in the words behind its unit: "kế hoạch tỉnh giao", "so với
//! cùng kỳ", "dự toán HĐND giao".

use tongket_figures::fold;

use super::period::year_at;
use super::token::{Token, starts, starts_any};
use super::unit;

/// A comparison; `end` is the token behind its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Basis {
    pub(super) kind: BasisKind,
    /// "so với cùng kỳ", "kế hoạch tỉnh giao"
    pub(super) words: String,
    /// The words without "so với".
    pub(super) object: String,
    pub(super) end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BasisKind {
    /// Plan, estimate of the budget, resolution, target set.
    Plan(PlanWord),
    /// The same period, or an earlier year.
    Prior(PriorWord),
    /// Other places, an average, anything else.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlanWord {
    Plan,
    Budget,
    Resolution,
    Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PriorWord {
    SamePeriod,
    EarlierYear,
}

impl BasisKind {
    /// As the column `comparison_basis` says it.
    pub(super) fn name(self) -> &'static str {
        match self {
            BasisKind::Plan(PlanWord::Plan) => "kế hoạch",
            BasisKind::Plan(PlanWord::Budget) => "dự toán",
            BasisKind::Plan(PlanWord::Resolution) => "nghị quyết",
            BasisKind::Plan(PlanWord::Target) => "chỉ tiêu",
            BasisKind::Prior(PriorWord::SamePeriod) => "cùng kỳ",
            BasisKind::Prior(PriorWord::EarlierYear) => "năm trước",
            BasisKind::Other => "khác",
        }
    }
}

/// The longest comparison.
const MOST_WORDS: usize = 14;

const COMPARED: [&str; 6] = ["so với", "so cùng", "so", "so sánh với", "cùng kỳ", "của kỳ trước"];

/// Words that begin a plan directly behind a percentage.
const PLANS: [&str; 14] = [
    "kế hoạch",
    "kh",
    "dự toán",
    "nghị quyết",
    "chỉ tiêu",
    "mục tiêu",
    "của kế hoạch",
    "tổng kế hoạch",
    "tổng dự toán",
    "chỉ tiêu nghị quyết",
    "so kế hoạch",
    "kế hoạch năm",
    "nhiệm vụ",
    "dự toán giao",
];

/// The comparison behind a figure whose unit ends at `at`; `rate`: the figure is a percentage.
pub(super) fn read(tokens: &[Token], at: usize, rate: bool) -> Option<Basis> {
    let compared = starts_any(tokens, at, &COMPARED);
    let planned = starts_any(tokens, at, &PLANS).filter(|_| rate);
    if compared.is_none() && planned.is_none() {
        return None;
    }
    let end = end_of(tokens, at);
    let words = unit::text(tokens, at, end);
    let bare = ["so với", "so sánh với", "so"].iter().find_map(|lead| starts(tokens, at, lead));
    let object = unit::text(tokens, bare.unwrap_or(at).min(end), end);
    Some(Basis { kind: kind(&fold(&words)), words, object, end })
}

/// Up to a mark, another number, a conjunction or a verb.
fn end_of(tokens: &[Token], at: usize) -> usize {
    const STOPS: [&str; 16] = [
        "và", "tăng", "giảm", "đạt", "bằng", "vượt", "trong", "đứng", "xếp", "là", "thì", "do",
        "nhưng", "ước", "hoặc", "còn",
    ];
    let mut end = at + 1;
    while end < at + MOST_WORDS {
        let Some(token) = tokens.get(end) else { break };
        let year = year_at(tokens, end).is_some() && {
            let before = tokens[end - 1].low.as_str();
            matches!(before, "năm" | "kỳ" | "với") || tokens[end - 1].is_mark("/-–")
        };
        let month =
            token.is_number() && matches!(tokens[end - 1].low.as_str(), "tháng" | "ngày" | "quý");
        let join = (token.is_dash() || token.is_mark("/"))
            && tokens.get(end + 1).is_some_and(|next| next.is_word() || next.is_number());
        let stops = STOPS.contains(&token.low.as_str()) && !(token.low == "trong" && end == at + 1);
        if !(token.is_word() && !stops || year || month || join) {
            break;
        }
        end += 1;
    }
    end
}

fn kind(folded: &str) -> BasisKind {
    let says = |words: &str| format!(" {folded} ").contains(&format!(" {words} "));
    if says("cung ky") || says("ky truoc") {
        BasisKind::Prior(PriorWord::SamePeriod)
    } else if says("du toan") {
        BasisKind::Plan(PlanWord::Budget)
    } else if says("ke hoach") || says("kh") || says("kh giao") {
        BasisKind::Plan(PlanWord::Plan)
    } else if says("nghi quyet") {
        BasisKind::Plan(PlanWord::Resolution)
    } else if says("chi tieu") || says("muc tieu") || says("nhiem vu") {
        BasisKind::Plan(PlanWord::Target)
    } else if [
        "nam",
        "dau nam",
        "nam truoc",
        "dau nhiem ky",
        "thang truoc",
        "quy",
        "nhiem ky truoc",
        "thang",
    ]
    .iter()
    .any(|words| says(words))
    {
        BasisKind::Prior(PriorWord::EarlierYear)
    } else {
        BasisKind::Other
    }
}
