//! What a figure of a sentence measures: a result, a plan, a ratio to it, a change, a count.

use tongket_figures::{Period, fold};

use super::basis::{Basis, BasisKind};
use super::document::Section;
use super::lead::Direction;
use super::pieces::Figure;
use super::token::{Token, ends_any, starts_any};
use super::unit::Sort;
use crate::reading::Measure;

/// A figure with what its sentence and section say of it.
pub(super) struct Measured<'m> {
    pub(super) tokens: &'m [Token<'m>],
    pub(super) figure: &'m Figure,
    pub(super) basis: Option<&'m Basis>,
    pub(super) period: Option<Period>,
    /// A plan or a target, not what was done.
    pub(super) ahead: bool,
    pub(super) section: Section,
}

impl Measured<'_> {
    pub(super) fn sort(&self) -> Option<Sort> {
        self.figure.unit.as_ref().map(|unit| unit.sort)
    }

    fn is_rate(&self) -> bool {
        self.sort() == Some(Sort::Rate)
            && !fold(self.figure.unit.as_ref().map_or("", |u| &u.text)).starts_with("diem")
    }

    fn against_plan(&self) -> bool {
        self.basis.is_some_and(|basis| matches!(basis.kind, BasisKind::Plan(_)))
    }

    /// "25/25 chỉ tiêu đạt và vượt kế hoạch".
    pub(super) fn meets_plan(&self) -> bool {
        let end = self.figure.expression.end;
        starts_any(
            self.tokens,
            end,
            &[
                "đạt và vượt kế hoạch",
                "đạt kế hoạch",
                "vượt kế hoạch",
                "đạt , vượt kế hoạch",
                "hoàn thành và hoàn thành vượt mức kế hoạch",
            ],
        )
        .is_some()
    }

    pub(super) fn measure(&self) -> Measure {
        let lead = &self.figure.lead;
        let against_prior =
            self.basis.is_some_and(|basis| matches!(basis.kind, BasisKind::Prior(_)));
        if lead.from {
            return Measure::PriorResult;
        }
        match lead.direction {
            Some(Direction::Beyond) if self.is_rate() => return Measure::RatioPlan,
            Some(Direction::Up | Direction::Down | Direction::Beyond | Direction::Multiple) => {
                return Measure::Change;
            }
            _ => {}
        }
        if self.is_rate() || self.sort() == Some(Sort::Times) {
            if self.against_plan() {
                return Measure::RatioPlan;
            }
            if against_prior {
                return Measure::RatioPrior;
            }
        }
        let prior = self.period.zip(self.section.document_year);
        let is_prior = prior.is_some_and(|(period, year)| period.year() < year);
        let counts = matches!(self.sort(), Some(Sort::Count | Sort::Guess));
        if is_prior {
            return Measure::PriorResult;
        }
        if self.ahead && !(counts && self.lists()) {
            return Measure::Target;
        }
        let planned =
            ["kế hoạch", "kế hoạch là", "chỉ tiêu đề ra", "chỉ tiêu", "dự toán", "kế hoạch giao"];
        if ends_any(self.tokens, lead.start, &planned).is_some() {
            return Measure::Plan;
        }
        let estimated = lead.hedges.iter().any(|hedge| hedge.contains("ước") || hedge == "dự kiến");
        let years = self.figure.unit.as_ref().is_some_and(|unit| unit.text == "năm");
        let acts = (self.acts() && !years) || self.meets_plan();
        match (estimated, counts) {
            (true, _) => Measure::Estimate,
            (false, true) if !acts => Measure::Count,
            _ => Measure::Result,
        }
    }

    /// Things that a plan lists: "9 giải pháp".
    fn lists(&self) -> bool {
        let things = [
            "giai phap",
            "chi tieu",
            "nhiem vu",
            "noi dung",
            "nhom",
            "du an",
            "cong trinh",
            "de an",
        ];
        let unit = fold(self.figure.unit.as_ref().map_or("", |unit| &unit.text));
        things.iter().any(|thing| unit.starts_with(thing))
    }

    /// The figure is the object of what was done: a verb stands directly before it.
    fn acts(&self) -> bool {
        const NO_VERBS: [&str; 14] = [
            "có", "và", "gồm", "với", "trong", "là", "về", "của", "tại", "ở", "cả", "nay", "hiện",
            "ra",
        ];
        let Some(before) = self.figure.lead.start.checked_sub(1).and_then(|at| self.tokens.get(at))
        else {
            return false;
        };
        let listed = before.is_mark(",") || before.low == "và";
        match before.is_word() && !listed {
            true => !NO_VERBS.contains(&before.low.as_str()) && !before.is_capitalised(),
            // "kiểm tra 118 tổ chức đảng, 45 đảng viên"
            false => listed && self.figure.lead.start > 1 && self.listed_action(),
        }
    }

    /// Counts in a row share the verb of the first.
    fn listed_action(&self) -> bool {
        let start = self.figure.lead.start.saturating_sub(12);
        let before = &self.tokens[start..self.figure.lead.start];
        let verbs = ["kiểm", "giám", "kỷ", "kết", "trồng", "khởi"];
        before
            .iter()
            .rev()
            .take_while(|token| !token.is_mark(";."))
            .any(|token| verbs.contains(&token.low.as_str()))
    }
}
