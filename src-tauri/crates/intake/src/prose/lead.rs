//! The words directly before a number: of estimation ("ước", "khoảng"), of direction ("tăng"),
//! and the verbs that say nothing of their own ("đạt").

use super::token::{Token, ends};

/// What stands before one number, from its first word on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lead {
    /// The first token of it; the number itself when nothing is there.
    pub(super) start: usize,
    /// Words of estimation in their order.
    pub(super) hedges: Vec<String>,
    pub(super) direction: Option<Direction>,
    /// "tăng", "cao hơn": as written.
    pub(super) direction_words: String,
    /// "đạt", "là", "chiếm", ":": what stands before is the subject.
    pub(super) predicate: bool,
    /// "từ" without "trở lên": the level before a change.
    pub(super) from: bool,
    /// "phấn đấu", "mục tiêu".
    pub(super) target: bool,
    /// "lần lượt".
    pub(super) in_turn: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
    /// "vượt"
    Beyond,
    /// "gấp"
    Multiple,
    /// "giảm còn", "xuống", "lên": a level, not a difference.
    Level,
}

#[derive(Clone, Copy)]
enum Role {
    Hedge,
    Verb,
    Target,
    From,
    InTurn,
    Toward(Direction),
}

use Direction::{Beyond, Down, Level, Multiple, Up};
use Role::{From, Hedge, InTurn, Target, Toward, Verb};

/// The longest that fits is taken; words are [`lowered`](super::token::lowered).
static WORDS: [(&str, Role); 92] = [
    ("ước tính", Hedge),
    ("ước", Hedge),
    ("ước thực hiện", Hedge),
    ("thực hiện", Verb),
    ("dự ước", Hedge),
    ("dự kiến", Hedge),
    ("khoảng", Hedge),
    ("vào khoảng", Hedge),
    ("trên dưới", Hedge),
    ("xấp xỉ", Hedge),
    ("trên", Hedge),
    ("hơn", Hedge),
    ("gần", Hedge),
    ("dưới", Hedge),
    ("tối thiểu", Hedge),
    ("ít nhất", Hedge),
    ("tối đa", Hedge),
    ("không quá", Hedge),
    ("không dưới", Hedge),
    ("chỉ", Hedge),
    ("mới đạt", Hedge),
    ("mới có", Hedge),
    ("còn", Hedge),
    ("vẫn còn", Hedge),
    ("còn lại", Hedge),
    ("~", Hedge),
    (">", Hedge),
    ("<", Hedge),
    ("> =", Hedge),
    ("< =", Hedge),
    ("≥", Hedge),
    ("≤", Hedge),
    ("đạt", Verb),
    ("đạt được", Verb),
    ("đạt tỷ lệ", Verb),
    ("đạt mức", Verb),
    ("là", Verb),
    ("bằng", Verb),
    ("chiếm", Verb),
    ("chiếm tỷ lệ", Verb),
    ("chiếm tỷ trọng", Verb),
    ("tỷ lệ", Verb),
    ("ở mức", Verb),
    ("mức", Verb),
    ("tới", Verb),
    ("đến", Verb),
    ("lên đến", Verb),
    ("lên tới", Verb),
    ("tương đương", Verb),
    ("tương đương với", Verb),
    ("tương ứng", Verb),
    ("tương ứng với", Verb),
    ("ghi nhận", Verb),
    (":", Verb),
    ("hoàn thành", Verb),
    ("đạt khoảng", Hedge),
    ("phấn đấu", Target),
    ("phấn đấu đạt", Target),
    ("phấn đấu có", Target),
    ("mục tiêu", Target),
    ("từ", From),
    ("lần lượt", InTurn),
    ("lần lượt là", InTurn),
    ("lần lượt đạt", InTurn),
    ("tăng", Toward(Up)),
    ("tăng thêm", Toward(Up)),
    ("tăng đột phá", Toward(Up)),
    ("tăng bình quân", Toward(Up)),
    ("tăng khá", Toward(Up)),
    ("thêm", Toward(Up)),
    ("cao hơn", Toward(Up)),
    ("nhiều hơn", Toward(Up)),
    ("lớn hơn", Toward(Up)),
    ("giảm", Toward(Down)),
    ("giảm sâu", Toward(Down)),
    ("giảm bình quân", Toward(Down)),
    ("thấp hơn", Toward(Down)),
    ("ít hơn", Toward(Down)),
    ("hụt", Toward(Down)),
    ("vượt", Toward(Beyond)),
    ("vượt trên", Toward(Beyond)),
    ("gấp", Toward(Multiple)),
    ("tăng gấp", Toward(Multiple)),
    ("cao gấp", Toward(Multiple)),
    ("giảm còn", Toward(Level)),
    ("giảm xuống", Toward(Level)),
    ("giảm xuống còn", Toward(Level)),
    ("xuống", Toward(Level)),
    ("xuống còn", Toward(Level)),
    ("tăng lên", Toward(Level)),
    ("lên", Toward(Level)),
    ("nâng lên", Toward(Level)),
];

/// Reads backwards from the number at `at`, not beyond `boundary`.
pub(super) fn read(tokens: &[Token], boundary: usize, at: usize) -> Lead {
    let mut lead = Lead { start: at, ..Lead::default() };
    let mut after_level_noun = false;
    while let Some((words, role)) = longest(tokens, boundary, lead.start) {
        let start = lead.start - words.split(' ').count();
        // "cao hơn mức 7,9%" names the level itself.
        if after_level_noun && matches!(role, Toward(_)) {
            break;
        }
        match role {
            Hedge => {
                // "chỉ", "mới" of a noun ("địa chỉ") are no hedges, nor is "trên" of a place.
                lead.hedges.insert(0, hedge(tokens, start, lead.start));
                lead.predicate |= words.contains("đạt");
            }
            Verb => {
                after_level_noun |= words.ends_with("mức");
                lead.predicate = true;
            }
            Target => lead.target = true,
            From => lead.from = true,
            InTurn => {
                lead.in_turn = true;
                lead.predicate = true;
            }
            Toward(_) if lead.direction.is_some() => break,
            Toward(direction) => {
                lead.direction = Some(direction);
                lead.direction_words = super::unit::text(tokens, start, lead.start).to_lowercase();
                lead.predicate = true;
            }
        }
        lead.start = start;
    }
    lead
}

fn longest(tokens: &[Token], boundary: usize, end: usize) -> Option<(&'static str, Role)> {
    let fits = |words: &str| ends(tokens, end, words).is_some_and(|start| start >= boundary);
    let found = WORDS.iter().filter(|(words, _)| fits(words));
    found.max_by_key(|(words, _)| words.len()).copied()
}

/// "mới đạt" hedges with "mới".
fn hedge(tokens: &[Token], start: usize, end: usize) -> String {
    let words = super::unit::text(tokens, start, end).to_lowercase();
    match words.as_str() {
        "mới đạt" | "mới có" => "mới".to_owned(),
        "ước thực hiện" => "ước".to_owned(),
        "đạt khoảng" => "khoảng".to_owned(),
        "vẫn còn" | "còn lại" => "còn".to_owned(),
        _ => words,
    }
}
