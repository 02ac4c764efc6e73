//! Which words around a figure can name it: those since the last figure or mark, and those behind
//! its number up to the next.

use super::nouns::{Found, nouns};
use super::phrase::MOST_WORDS;
use super::pieces::{Figure, Piece};
use super::token::{Token, ends_any};
use super::unit::Sort;

/// The tokens before the figure that can speak of it: since the last figure or mark, without
/// periods.
pub(super) fn left_of(tokens: &[Token], pieces: &[Piece], nth: usize) -> Vec<usize> {
    let to = pieces[nth].start();
    let first = since_last(tokens, pieces, nth).max(to.saturating_sub(4 * MOST_WORDS));
    let mut from = first;
    let mut aside = Vec::new();
    let mut open = None;
    for at in first..to {
        let token = &tokens[at];
        let ends_name = token.text == "." && tokens.get(at + 1).is_some_and(|next| next.glued);
        if is_abbreviation(tokens, at) || ends_name {
            continue;
        }
        match (token.text, open) {
            ("(", _) => open = Some(at),
            // What stands in brackets without a figure is an aside.
            (")", Some(opened)) => {
                aside.push(opened..at + 1);
                open = None;
            }
            (")" | ";" | ":" | "." | "“" | "”" | "\"" | "…", _) => from = at + 1,
            _ => {}
        }
    }
    from = open.map_or(from, |opened| from.max(opened + 1));
    let in_period = |at: usize| {
        pieces[..nth].iter().rev().take(4).any(|piece| {
            matches!(piece, Piece::Period { .. }) && (piece.start()..piece.end()).contains(&at)
        })
    };
    let in_aside = |at: usize| aside.iter().any(|range| range.contains(&at));
    (from..to).filter(|at| !in_period(*at) && !in_aside(*at)).collect()
}

/// Where the words of the figure before end; its counted things go on behind it.
fn since_last(tokens: &[Token], pieces: &[Piece], nth: usize) -> usize {
    let last = (0..nth).rev().find(|at| !matches!(pieces[*at], Piece::Period { .. }));
    let Some(last) = last else { return 0 };
    match &pieces[last] {
        Piece::Figure(figure) if counts(figure) && figure.basis.is_none() => {
            right_end(tokens, pieces, last, pieces[last].end())
        }
        piece => piece.end(),
    }
}

/// The words before the bracket that opens directly before the figure.
pub(super) fn before_bracket(tokens: &[Token], pieces: &[Piece], nth: usize) -> Vec<usize> {
    let start = pieces[nth].start();
    if start == 0 || tokens[start - 1].text != "(" {
        return Vec::new();
    }
    let from = since_last(tokens, pieces, nth).max(start.saturating_sub(MOST_WORDS));
    let marks = (from..start - 1).rev().find(|at| tokens[*at].is_mark(",;:.)"));
    (marks.map_or(from, |mark| mark + 1)..start - 1).collect()
}

fn counts(figure: &Figure) -> bool {
    figure.unit.as_ref().is_some_and(|unit| matches!(unit.sort, Sort::Count | Sort::Guess))
}

/// "(FDI)" belongs to the name before it.
fn is_abbreviation(tokens: &[Token], at: usize) -> bool {
    let inner = if tokens[at].text == "(" { at + 1 } else { at.saturating_sub(1) };
    let close = if tokens[at].text == "(" { at + 2 } else { at };
    tokens.get(inner).is_some_and(Token::is_acronym)
        && tokens.get(close).is_some_and(|mark| mark.text == ")")
}

/// The tokens behind the number that name what it counts or measures.
pub(super) fn right_of(
    tokens: &[Token],
    pieces: &[Piece],
    nth: usize,
    figure: &Figure,
) -> Vec<usize> {
    let start = match figure.expression.unit {
        Some(_) if counts(figure) => noun_start(tokens, figure),
        _ => figure.expression.end,
    };
    let end = right_end(tokens, pieces, nth, figure.expression.end);
    (start..end.max(start)).collect()
}

/// The first token of the counted noun, behind the sizes.
fn noun_start(tokens: &[Token], figure: &Figure) -> usize {
    let end = figure.expression.unit.as_ref().map_or(figure.expression.end, |unit| unit.end);
    (figure.expression.first..end)
        .find(|at| tokens[*at].is_word() && matches!(nouns(tokens, *at), Found::Noun(_)))
        .or_else(|| (figure.expression.first..end).find(|at| tokens[*at].is_word()))
        .unwrap_or(end)
}

/// Where the words behind a figure stop speaking of it.
pub(super) fn right_end(tokens: &[Token], pieces: &[Piece], nth: usize, from: usize) -> usize {
    const STOPS: [&str; 13] = [
        "so", "trở", "tăng", "giảm", "bằng", "chiếm", "gồm", "với", "nhưng", "để", "trong", "là",
        "do",
    ];
    let next = pieces.get(nth + 1).map_or(tokens.len(), Piece::start);
    let mut end = from;
    while end < next && end < from + MOST_WORDS {
        let token = &tokens[end];
        let joined = token.is_dash() && end > from;
        let plain = token.is_word() && !STOPS.contains(&token.low.as_str());
        if !(plain || joined) {
            break;
        }
        end += 1;
    }
    // "và" that leads to the next figure is not part of the name.
    ends_any(tokens, end, &["và", "và có", "có", "đạt"])
        .filter(|start| *start >= from)
        .unwrap_or(end)
}
