//! The figures and periods of one sentence, in their order, before anything is concluded from
//! their neighbours.

use super::amount::{self, Expression, Shape};
use super::basis::{self, Basis};
use super::label;
use super::lead::{self, Direction, Lead};
use super::nouns::{Found, noun};
use super::period::{self, PeriodFound};
use super::rank::{self, RankFound};
use super::token::Token;
use super::unit::{self, Sort, UnitFound};

#[derive(Debug)]
pub(super) enum Piece {
    Period { start: usize, found: PeriodFound },
    Rank { lead_start: usize, found: RankFound },
    Figure(Box<Figure>),
}

/// A number expression with the words around it.
#[derive(Debug)]
pub(super) struct Figure {
    pub(super) lead: Lead,
    pub(super) expression: Expression,
    pub(super) unit: Option<UnitFound>,
    pub(super) basis: Option<Basis>,
    /// "từ 95% trở lên": the words behind it that bound it.
    pub(super) bound: Option<&'static str>,
    pub(super) end: usize,
}

impl Piece {
    pub(super) fn start(&self) -> usize {
        match self {
            Piece::Period { start, .. } => *start,
            Piece::Rank { lead_start, .. } => *lead_start,
            Piece::Figure(figure) => figure.lead.start,
        }
    }

    pub(super) fn end(&self) -> usize {
        match self {
            Piece::Period { found, .. } => found.end,
            Piece::Rank { found, .. } => found.end,
            Piece::Figure(figure) => figure.end,
        }
    }
}

/// Reads the sentence from left to right; `year` is the document's.
pub(super) fn read(tokens: &[Token], year: Option<i32>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(found) = period::read(tokens, at, year) {
            pieces.push(Piece::Period { start: at, found });
            at = found.end;
        } else if let Some(found) = rank::read(tokens, at) {
            at = found.end;
            pieces.push(Piece::Rank { lead_start: found.start, found });
        } else if let Some(end) = label::skip(tokens, at) {
            at = end.max(at + 1);
        } else if let Some(figure) = figure(tokens, at, &pieces) {
            at = figure.end;
            pieces.push(Piece::Figure(Box::new(figure)));
        } else if tokens[at].is_number() {
            at = past_number(tokens, at);
        } else {
            at += 1;
        }
    }
    settle_levels(tokens, &mut pieces);
    pieces
}

/// "từ a" is the level before a change only where "xuống b", "lên b" or "đến b" follows; "thu từ
/// 12 doanh nghiệp" names a source.
fn settle_levels(tokens: &[Token], pieces: &mut [Piece]) {
    let mut to_level = false;
    for piece in pieces.iter_mut().rev() {
        if let Piece::Figure(figure) = piece {
            figure.lead.from &= to_level && !matches!(figure.expression.shape, Shape::To(_));
            let before = figure.expression.first.checked_sub(1).map(|at| tokens[at].low.as_str());
            to_level = figure.lead.direction == Some(Direction::Level)
                || matches!(before, Some("đến" | "lên" | "còn" | "xuống"));
        }
    }
}

/// Behind a number that is no figure, and what is written to it.
fn past_number(tokens: &[Token], at: usize) -> usize {
    amount::read(tokens, at).map_or(at + 1, |expression| expression.number.end.max(at + 1))
}

fn figure(tokens: &[Token], at: usize, pieces: &[Piece]) -> Option<Figure> {
    let expression = amount::read(tokens, at)?;
    let lead = lead_of(tokens, pieces, at);
    let unit = match &expression.unit {
        Some(unit) if unit.sort == Sort::Guess && behind_name(tokens, &lead, at) => return None,
        Some(unit) => Some(unit.clone()),
        None => inherited(tokens, &expression, &lead, pieces)?,
    };
    let mut end = expression.end;
    let bound = bound(tokens, &mut end);
    let rate = unit.as_ref().is_some_and(|unit| matches!(unit.sort, Sort::Rate | Sort::Times));
    let basis = basis::read(tokens, end, rate);
    if let Some(basis) = &basis {
        end = basis.end;
    }
    Some(Figure { lead, expression, unit, basis, bound, end })
}

/// The words before the number; a period may stand between: "ước đạt năm 2023 12 tỷ đồng".
fn lead_of(tokens: &[Token], pieces: &[Piece], at: usize) -> Lead {
    let boundary = pieces.last().map_or(0, Piece::end);
    let lead = lead::read(tokens, boundary, at);
    match pieces {
        [before @ .., Piece::Period { start, .. }] if lead.start == at && boundary == at => {
            let earlier = lead::read(tokens, before.last().map_or(0, Piece::end), *start);
            if earlier.start < *start { earlier } else { lead }
        }
        _ => lead,
    }
}

fn bound(tokens: &[Token], end: &mut usize) -> Option<&'static str> {
    let words = ["trở lên", "trở xuống"];
    let found = words
        .into_iter()
        .find_map(|words| Some((words, super::token::starts(tokens, *end, words)?)));
    found.map(|(words, after)| {
        *end = after;
        words
    })
}

/// "Bệnh viện Quân y 7 tiếp nhận": a number behind a name belongs to it.
fn behind_name(tokens: &[Token], lead: &Lead, at: usize) -> bool {
    lead.start == at && at > 1 && tokens[at - 1].is_capitalised() && !tokens[at - 2].is_mark(".:;")
}

/// The unit of a number that has none of its own; the outer `None`: it is no figure.
fn inherited(
    tokens: &[Token],
    expression: &Expression,
    lead: &Lead,
    pieces: &[Piece],
) -> Option<Option<UnitFound>> {
    if expression.number.in_words {
        return None;
    }
    if let Some(unit) = ahead(tokens, expression.end, 0) {
        return Some(Some(unit));
    }
    let last = || {
        pieces.iter().rev().find_map(|piece| match piece {
            Piece::Figure(figure) => figure.unit.clone(),
            _ => None,
        })
    };
    if last().is_none_or(|unit| unit.sort != Sort::Count)
        && let Some(unit) = ahead(tokens, expression.end, MOST_WORDS_BETWEEN)
    {
        return Some(Some(unit));
    }
    let said = lead.predicate || !lead.hedges.is_empty() || lead.direction.is_some();
    let related = said || !matches!(expression.shape, Shape::Single);
    let closes = tokens.get(expression.end).is_none_or(|next| {
        next.is_mark(",;.:()!…”\"+") || matches!(next.low.as_str(), "và" | "so" | "trong" | "là")
    });
    if !closes {
        return None;
    }
    if related {
        return Some(counted_subject(tokens, lead.start, pieces).or_else(last));
    }
    // "thi hành kỷ luật 28": the same things as before.
    let behind_word = expression.first > 0 && {
        let before = &tokens[expression.first - 1];
        before.is_word() && !before.is_capitalised()
    };
    let count = last().filter(|unit| unit.sort == Sort::Count && behind_word);
    count.map(Some)
}

/// Numbers in a row share the unit behind the last: "12, 15 và 20 xã", "từ 15 lên 22 sản phẩm";
/// up to `most_words` may stand before each, and then the unit is of things counted.
fn ahead(tokens: &[Token], mut at: usize, most_words: usize) -> Option<UnitFound> {
    const MOST_NUMBERS: usize = 6;
    const JOINS: [&str; 7] = ["và", "đến", "lên", "xuống", "còn", "tới", "hoặc"];
    let joins = |token: &Token| {
        token.is_mark(",/") || token.is_dash() || JOINS.contains(&token.low.as_str())
    };
    let mut words = 0;
    for _ in 0..MOST_NUMBERS {
        let n_joins = tokens.iter().skip(at).take(3).take_while(|token| joins(token)).count();
        let mut next = at + n_joins;
        if n_joins > 0 && tokens[next - 1].is_mark(",") {
            let plain = (next..next + most_words).take_while(|word| names_nothing(tokens, *word));
            let n_words = plain.count();
            next += n_words;
            words += n_words;
        }
        let number = super::number::read(tokens, next).filter(|_| n_joins > 0)?;
        if let Some(unit) = unit::read(tokens, number.end) {
            let fits = unit.sort == Sort::Count || (words == 0 && unit.sort != Sort::Guess);
            return fits.then_some(unit);
        }
        at = number.end;
    }
    None
}

/// "bổ nhiệm 12, luân chuyển 05, điều động 08 cán bộ": each number behind its verb.
const MOST_WORDS_BETWEEN: usize = 3;

fn names_nothing(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.is_word() && !token.is_capitalised() && noun(tokens, at) == Found::Nothing
    })
}

/// "số doanh nghiệp thành lập mới là 286" counts "doanh nghiệp".
fn counted_subject(tokens: &[Token], end: usize, pieces: &[Piece]) -> Option<UnitFound> {
    const LONGEST: usize = 20;
    let from = pieces.last().map_or(0, Piece::end).max(end.saturating_sub(LONGEST));
    (from..end).rev().find_map(|at| {
        let counts = at > 0 && tokens[at - 1].low == "số";
        match noun(tokens, at) {
            Found::Noun(end) if counts => {
                Some(UnitFound { text: unit::text(tokens, at, end), end, sort: Sort::Count })
            }
            _ => None,
        }
    })
}
