//! The pieces of a sentence to rows: what each figure measures, of which period, against what.

use tongket_figures::{Amount, Period, print_number};

use super::ProseFigure;
use super::amount::Shape;
use super::document::Section;
use super::lead::Direction;
use super::measure::Measured;
use super::naming::Named;
use super::pieces::{Figure, Piece};
use super::rank::RankFound;
use super::token::{Token, starts_any};
use super::unit::Sort;
use crate::reading::{Alternative, Extra, Measure, Status};

/// What holds for all figures of a sentence.
pub(super) struct Scene<'s> {
    pub(super) text: &'s str,
    pub(super) location: &'s str,
    pub(super) section: Section,
    /// The document writes decimals with commas.
    pub(super) commas: bool,
    /// A cut-off date named before in the paragraph.
    pub(super) carried: Option<Period>,
}

/// The rows of one sentence, in its order.
pub(super) fn rows(tokens: &[Token], pieces: &[Piece], scene: &mut Scene) -> Vec<ProseFigure> {
    let mut rows = Vec::new();
    let mut named = Named::default();
    let mut current = scene.carried;
    // "lũy kế từ năm 2020 đến nay" is said of the sums behind it.
    let mut summed = false;
    // "Đến nay có 7/8 huyện …": up to the day of the document.
    let mut so_far = None;
    // "Tháng 8, sản lượng đạt …" says nothing of the year.
    let mut year = scene.section.year.map(Period::Year);
    let mut ahead = scene.section.ahead || opens_ahead(tokens, scene.section.document_year);
    for (nth, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Period { start, found } => {
                let behind = nth > 0 && said_of_the_figure_before(tokens, pieces, nth);
                let held =
                    matches!(&pieces[nth.saturating_sub(1)], Piece::Figure(f) if f.lead.from);
                if !(behind && held) {
                    current = narrower(current, found.period).or(current);
                    summed = starts_any(tokens, *start, &["lũy kế từ"]).is_some();
                    so_far = None;
                }
                if found.one_month && names_the_time(tokens, &pieces[..nth], *start) {
                    (current, year) = (None, None);
                }
                // "đến nay" ends what an earlier date said.
                if found.period.is_none() && tokens[*start].low == "đến" {
                    current = None;
                    so_far = scene.section.dated.map(Period::CutOff);
                }
            }
            Piece::Rank { found, .. } => {
                let period = current.or(year);
                let indicator = named.rank(tokens, pieces, nth);
                rows.push(rank_row(tokens, found, scene, indicator, period));
            }
            Piece::Figure(figure) => {
                ahead |= figure.lead.target;
                let after = following_period(tokens, pieces, nth);
                let streak = streak(tokens, figure, scene.section.year);
                let period = streak.or(after).or(current).or(year);
                let indicator = match in_turn(pieces, nth) {
                    Some((first, place, n)) => Named::in_turn(tokens, pieces, first, place, n),
                    None => None,
                };
                let mut indicator = indicator.unwrap_or_else(|| named.figure(tokens, pieces, nth));
                if let Some(Period::Range { from, .. }) = period.filter(|_| summed) {
                    indicator.push_str(&format!(" lũy kế từ năm {from}"));
                }
                let basis = shared_basis(tokens, pieces, nth);
                let section = scene.section;
                let measured = Measured { tokens, figure, basis, period, ahead, section };
                let counts = so_far.is_some() && after.is_none();
                let counts = counts && measured.measure() == Measure::Count;
                let period = if counts { so_far } else { period };
                let made = Made { measured: Measured { period, ..measured }, scene };
                rows.extend(made.rows(indicator));
            }
        }
    }
    if let Some(period @ Period::CutOff(_)) = current {
        scene.carried = Some(period);
    }
    rows
}

/// "Phấn đấu: …", "Mục tiêu đến năm 2030 …".
fn opens_ahead(tokens: &[Token], year: Option<i32>) -> bool {
    let leads = ["phấn đấu", "mục tiêu", "chỉ tiêu phấn đấu", "một số chỉ tiêu", "phương hướng"];
    let opens = starts_any(tokens, 0, &leads).is_some()
        || (tokens.first().is_some_and(|token| token.kind == super::token::Kind::Mark)
            && starts_any(tokens, 1, &leads).is_some());
    let later = starts_any(tokens, 0, &["đến năm", "năm", "trong năm"])
        .and_then(|at| super::period::year_at(tokens, at))
        .zip(year)
        .is_some_and(|(named, year)| named > year);
    opens || later
}

/// A month ahead of all figures, which nothing is compared with and no document is of.
fn names_the_time(tokens: &[Token], before: &[Piece], start: usize) -> bool {
    let led_by = start.checked_sub(1).map(|at| tokens[at].low.as_str());
    !before.iter().any(|piece| matches!(piece, Piece::Figure(_)))
        && !matches!(led_by, Some("với" | "từ" | "vào" | "hồi" | "ngày" | "hơn"))
}

/// A year does not widen a date or months of the same year that were named before it.
fn narrower(current: Option<Period>, found: Option<Period>) -> Option<Period> {
    match (current, found) {
        (
            Some(Period::CutOff(_) | Period::Months { .. } | Period::Quarter { .. }),
            Some(Period::Year(year)),
        ) if current.is_some_and(|current| current.year() == year) => current,
        _ => found,
    }
}

/// Only prepositions between the figure before and the `nth` piece, a period.
fn said_of_the_figure_before(tokens: &[Token], pieces: &[Piece], nth: usize) -> bool {
    let from = pieces[nth - 1].end();
    let between = tokens.get(from..pieces[nth].start()).unwrap_or_default();
    between.iter().all(|token| {
        matches!(token.low.as_str(), "(" | "trong" | "của" | "vào" | "ở" | "là" | "cả")
    })
}

/// The period directly behind a figure: "4,82% năm 2021", "538 tỷ đồng trong năm 2022".
fn following_period(tokens: &[Token], pieces: &[Piece], nth: usize) -> Option<Period> {
    let Piece::Period { found, .. } = pieces.get(nth + 1)? else { return None };
    let near = pieces.get(nth + 1)?.start() <= pieces[nth].end() + 2;
    (near && said_of_the_figure_before(tokens, pieces, nth + 1)).then_some(found.period).flatten()
}

/// "9 năm liên tục" ends with the year of the report.
fn streak(tokens: &[Token], figure: &Figure, year: Option<i32>) -> Option<Period> {
    let years = figure.unit.as_ref().is_some_and(|unit| unit.text == "năm");
    let on = ["liên tục", "liên tiếp", "liền"];
    starts_any(tokens, figure.expression.end, &on).filter(|_| years)?;
    let n = i32::try_from(figure.expression.number.likely().to_whole()?).ok()?;
    let to = year?;
    (1..=100).contains(&n).then_some(Period::Range { from: to - n + 1, to })
}

/// "lần lượt đạt a, b và c": the first figure, the place of this one, and how many there are.
fn in_turn(pieces: &[Piece], nth: usize) -> Option<(usize, usize, usize)> {
    const MOST: usize = 8;
    let is_lead = |piece: &Piece| matches!(piece, Piece::Figure(figure) if figure.lead.in_turn);
    let follows = |piece: &Piece, before: &Piece| {
        matches!(piece, Piece::Figure(figure)
            if figure.lead.direction.is_none() && piece.start() <= before.end() + 1)
    };
    let first = (nth.saturating_sub(MOST)..=nth).rev().find(|at| is_lead(&pieces[*at]))?;
    let run = (first + 1..pieces.len()).take_while(|at| follows(&pieces[*at], &pieces[at - 1]));
    let n = run.count() + 1;
    (nth < first + n).then_some((first, nth - first, n))
}

/// A comparison named once behind several: "tăng 5% và 7% so với cùng kỳ".
fn shared_basis<'p>(
    tokens: &[Token],
    pieces: &'p [Piece],
    nth: usize,
) -> Option<&'p super::basis::Basis> {
    let Piece::Figure(figure) = &pieces[nth] else { return None };
    if figure.basis.is_some() || figure.lead.direction.is_none() {
        return figure.basis.as_ref();
    }
    let Piece::Figure(next) = pieces.get(nth + 1)? else { return None };
    let between = tokens.get(figure.end..next.lead.start).unwrap_or_default();
    let joined = between.iter().all(|token| matches!(token.low.as_str(), "và" | ","));
    next.basis.as_ref().filter(|_| joined && next.lead.direction.is_none())
}

fn rank_row(
    tokens: &[Token],
    found: &RankFound,
    scene: &Scene,
    indicator: String,
    period: Option<Period>,
) -> ProseFigure {
    ProseFigure {
        measure: Measure::Rank,
        unit: "hạng".to_owned(),
        value: Some(found.place),
        extra: found.of.map(Extra::Of),
        comparison_basis: found.among.clone(),
        comparison_as_written: found.among.clone(),
        ..ProseFigure::empty(
            scene,
            indicator,
            period,
            tokens[found.first].start..tokens[found.said - 1].end(),
        )
    }
}

struct Made<'m, 's> {
    measured: Measured<'m>,
    scene: &'m Scene<'s>,
}

impl Made<'_, '_> {
    /// One row, or two for a pair of result and plan.
    fn rows(&self, indicator: String) -> Vec<ProseFigure> {
        let expression = &self.measured.figure.expression;
        let unit = self.measured.figure.unit.as_ref();
        let settled = expression.number.settle(unit, self.scene.commas);
        let to = expression.unit.as_ref().map_or(expression.end, |unit| unit.end);
        let range =
            self.measured.tokens[expression.first].start..self.measured.tokens[to - 1].end();
        let mut row = ProseFigure {
            measure: self.measured.measure(),
            unit: unit.map_or_else(String::new, |unit| unit.text.clone()),
            value: Some(settled.value),
            qualifier: self.qualifier(),
            status: settled.status,
            alternatives: settled.alternatives,
            ..ProseFigure::empty(self.scene, indicator, self.measured.period, range)
        };
        if let Some(basis) = self.measured.basis {
            row.comparison_basis = basis.kind.name().to_owned();
            row.comparison_as_written.clone_from(&basis.words);
        } else if self.measured.meets_plan() {
            row.comparison_basis = "kế hoạch".to_owned();
        }
        let mut rows = Vec::new();
        match &expression.shape {
            Shape::Single => {}
            Shape::Of(whole) => row.extra = Some(Extra::Of(*whole)),
            Shape::To(to) => {
                row.extra = Some(Extra::To(*to));
                row.status = Status::Range;
                row.alternatives.clear();
            }
            Shape::Sum(total) => row.value = Some(*total),
            Shape::Pair { plan, plan_first } => {
                let settled = plan.settle(unit, self.scene.commas);
                let at =
                    self.measured.tokens[*plan_first].start..self.measured.tokens[to - 1].end();
                rows.push(ProseFigure {
                    measure: Measure::Plan,
                    value: Some(settled.value),
                    status: settled.status,
                    alternatives: settled.alternatives,
                    value_as_written: self.scene.text[at.clone()].to_owned(),
                    start: at.start,
                    end: at.end,
                    qualifier: String::new(),
                    ..row.clone()
                });
                let first = self.measured.tokens[expression.first..expression.number.end].last();
                row.end = first.map_or(row.end, Token::end);
                row.value_as_written = self.scene.text[row.start..row.end].to_owned();
            }
        }
        self.convert(&mut row);
        rows.insert(0, row);
        rows
    }

    /// Words of estimation; for a change also its direction, as "tăng".
    fn qualifier(&self) -> String {
        let lead = &self.measured.figure.lead;
        let changes = matches!(
            lead.direction.filter(|_| !lead.from),
            Some(Direction::Up | Direction::Down | Direction::Multiple | Direction::Beyond)
        );
        let mut words: Vec<String> = Vec::new();
        if changes {
            words.push(lead.direction_words.clone());
        }
        words.extend(lead.hedges.iter().cloned());
        words.extend(self.measured.figure.bound.map(|bound| format!("từ … {bound}")));
        words.join("; ")
    }

    /// "vượt 5% kế hoạch" is 105 % of it; "tăng 1,4 lần" has two readings.
    fn convert(&self, row: &mut ProseFigure) {
        let Some(value) = row.value else { return };
        match (self.measured.figure.lead.direction, self.measured.sort()) {
            (Some(Direction::Beyond), _) if row.measure == Measure::RatioPlan => {
                row.value = value.checked_add(Amount::from(100)).ok();
            }
            (Some(Direction::Up | Direction::Beyond), Some(Sort::Times))
                if row.status == Status::Ok =>
            {
                row.status = Status::Ambiguous;
                let times = print_number(value.trimmed());
                let more = value.checked_add(Amount::from(1)).unwrap_or(value);
                row.alternatives = vec![
                    Alternative { value, meaning: format!("bằng {times} lần") },
                    Alternative { value: more, meaning: format!("tăng thêm {times} lần") },
                ];
            }
            _ => {}
        }
    }
}
