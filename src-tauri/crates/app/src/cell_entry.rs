//! What a text typed or pasted into a cell of the grid asks for: which value is written where, or
//! taken away. Nothing is written here but by [`CellChange::write`].

use tongket_figures::{Period, Quantity, Style, Unit};
use tongket_model::{
    Figure, FigureId, FigureKind, Indicator, IndicatorId, Origin, Plan, PlanId, State, Target,
    TargetId,
};
use tongket_store::{Changes, StoreError};

use crate::AppError;
use crate::figure_grid::amount_text;
use crate::year_data::YearData;

/// A column that can be typed into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EntryColumn {
    LastYear,
    /// Of one assigner; empty when nobody is named.
    Plan(String),
    Result,
    NextTarget,
    /// Words beside the row.
    Note,
}

impl EntryColumn {
    /// The column of a key of the grid.
    pub fn of_key(key: &str) -> Option<EntryColumn> {
        Some(match key {
            "last_year" => EntryColumn::LastYear,
            "result" => EntryColumn::Result,
            "next_target" => EntryColumn::NextTarget,
            "note" => EntryColumn::Note,
            "plan" => EntryColumn::Plan(String::new()),
            other => EntryColumn::Plan(other.strip_prefix("plan:")?.to_owned()),
        })
    }

    /// How sentences call it: "kế hoạch tỉnh giao năm 2023".
    pub fn name(&self, year: i32) -> String {
        match self {
            EntryColumn::LastYear => format!("số liệu năm {}", year - 1),
            EntryColumn::Plan(by) if by.is_empty() => format!("kế hoạch năm {year}"),
            EntryColumn::Plan(by) => format!("kế hoạch {by} giao năm {year}"),
            EntryColumn::Result => format!("số liệu năm {year}"),
            EntryColumn::NextTarget => format!("kế hoạch năm {}", year + 1),
            EntryColumn::Note => format!("ghi chú năm {year}"),
        }
    }
}

/// One row of the database that a cell writes or takes away.
pub(crate) enum CellChange {
    SetFigure(Figure),
    RemoveFigure(FigureId),
    SetPlan(Plan),
    RemovePlan(PlanId),
    SetTarget(Target),
    RemoveTarget(TargetId),
    /// An empty text takes the note away.
    SetNote {
        indicator: IndicatorId,
        year: i32,
        text: String,
    },
}

impl CellChange {
    pub fn write(&self, changes: &mut Changes) -> Result<(), StoreError> {
        match self {
            CellChange::SetFigure(figure) => changes.set_figure(figure).map(drop),
            CellChange::RemoveFigure(id) => changes.remove_figure(*id),
            CellChange::SetPlan(plan) => changes.set_plan(plan).map(drop),
            CellChange::RemovePlan(id) => changes.remove_plan(*id),
            CellChange::SetTarget(target) => changes.set_target(target).map(drop),
            CellChange::RemoveTarget(id) => changes.remove_target(*id),
            CellChange::SetNote { indicator, year, text } => {
                changes.set_note(*indicator, *year, text)
            }
        }
    }
}

/// Reads texts against what the grid shows now.
pub(crate) struct CellReader<'d> {
    data: &'d YearData,
    style: Style,
    no_unit: Unit,
}

impl<'d> CellReader<'d> {
    pub fn new(data: &'d YearData) -> CellReader<'d> {
        let style = Style { pad_counts: false, ..data.style.clone() };
        CellReader { data, style, no_unit: Unit::read("") }
    }

    /// The changes that `text` asks for; none when the cell says the same already. An empty text
    /// empties the cell. `raw` is kept as what was written.
    pub fn read(
        &self,
        of: &Indicator,
        column: &EntryColumn,
        text: &str,
        raw: &str,
    ) -> Result<Vec<CellChange>, AppError> {
        let text = text.trim();
        if *column == EntryColumn::Note {
            return Ok(vec![self.note(of, text)]);
        }
        if text.is_empty() {
            return Ok(self.emptied(of, column));
        }
        if self.shows(of, column, text) {
            return Ok(Vec::new());
        }
        let quantity = self.quantity(of, column, text)?;
        Ok(self.written(of, column, quantity, raw.trim()))
    }

    /// The form in which `text` would stand in the cell.
    pub fn reading(
        &self,
        of: &Indicator,
        column: &EntryColumn,
        text: &str,
    ) -> Result<String, AppError> {
        if *column == EntryColumn::Note {
            return Ok(text.trim().to_owned());
        }
        let quantity = self.quantity(of, column, text)?;
        let is_figure = matches!(column, EntryColumn::LastYear | EntryColumn::Result);
        Ok(match is_figure && quantity.is_estimate() {
            true => self.estimate_text(&quantity),
            false => amount_text(&quantity, &self.style, &self.no_unit),
        })
    }

    /// With its own word of estimation, or "ước" when its kind alone says that it is one.
    fn estimate_text(&self, quantity: &Quantity) -> String {
        let bare = Quantity { unit: self.no_unit.clone(), ..quantity.clone() };
        let text = bare.print(&self.style);
        if quantity.is_estimate() { text } else { format!("ước {text}") }
    }

    /// In the indicator's unit; the refusal names the cell.
    fn quantity(
        &self,
        of: &Indicator,
        column: &EntryColumn,
        text: &str,
    ) -> Result<Quantity, AppError> {
        let refused = |error: &dyn std::fmt::Display| {
            let column = column.name(self.data.year);
            AppError::refused(format!("Ô {column} của «{}»: {error}", of.name))
        };
        let quantity = Quantity::read(text, &of.unit).map_err(|error| refused(&error))?;
        quantity.entered_as(&of.unit).map_err(|error| refused(&error))
    }

    /// What the cell holds, in the form in which it is typed: an estimate with "ước".
    pub fn typed_form(&self, of: &Indicator, column: &EntryColumn) -> String {
        let in_unit =
            |quantity: &Quantity| quantity.convert(&of.unit).unwrap_or_else(|_| quantity.clone());
        let shown = |quantity: &Quantity| match in_unit(quantity) {
            quantity if quantity.unit == of.unit => {
                amount_text(&quantity, &self.style, &self.no_unit)
            }
            other => other.print(&self.style),
        };
        let figure = |figure: &Figure| match (figure.kind, in_unit(&figure.quantity)) {
            (FigureKind::Estimate, quantity) if quantity.unit == of.unit => {
                self.estimate_text(&quantity)
            }
            (FigureKind::Estimate, other) if !other.is_estimate() => {
                format!("ước {}", other.print(&self.style))
            }
            _ => shown(&figure.quantity),
        };
        let text = match column {
            EntryColumn::LastYear => self.data.last_year(of.id).map(figure),
            EntryColumn::Result => self.data.result(of.id).map(figure),
            EntryColumn::Plan(by) => self.data.plan_by(of.id, by).map(|plan| shown(&plan.quantity)),
            EntryColumn::NextTarget => self.data.target(of.id).map(|t| shown(&t.quantity)),
            EntryColumn::Note => Some(self.data.note(of.id).to_owned()),
        };
        text.unwrap_or_default()
    }

    /// Whether the cell says `text` already of the stretch it would be written for. What nobody
    /// vouched for is written again.
    fn shows(&self, of: &Indicator, column: &EntryColumn, text: &str) -> bool {
        let year = self.data.year;
        let of_figure = |shown: Option<&Figure>, year: i32| {
            let shown = shown.filter(|f| f.period == self.period(of, year, Some(f)));
            shown.map(|figure| figure.state)
        };
        let state = match column {
            EntryColumn::LastYear => of_figure(self.data.last_year(of.id), year - 1),
            EntryColumn::Result => of_figure(self.data.result(of.id), year),
            EntryColumn::Plan(by) => {
                let plan = self.data.plan_by(of.id, by);
                plan.filter(|plan| plan.period == Period::Year(year)).map(|plan| plan.state)
            }
            EntryColumn::NextTarget => self.data.target(of.id).map(|target| target.state),
            EntryColumn::Note => None,
        };
        state.is_some_and(|state| state != State::Assumed) && self.typed_form(of, column) == text
    }

    fn emptied(&self, of: &Indicator, column: &EntryColumn) -> Vec<CellChange> {
        let figures = |shown: Option<&Figure>| {
            let period = shown.map(|figure| figure.period);
            // The estimate behind a final figure would come forward again.
            let same = self.data.figures(of.id).iter().filter(move |f| Some(f.period) == period);
            same.map(|figure| CellChange::RemoveFigure(figure.id)).collect()
        };
        match column {
            EntryColumn::LastYear => figures(self.data.last_year(of.id)),
            EntryColumn::Result => figures(self.data.result(of.id)),
            EntryColumn::Plan(by) => {
                let plan = self.data.plan_by(of.id, by);
                plan.map(|plan| CellChange::RemovePlan(plan.id)).into_iter().collect()
            }
            EntryColumn::NextTarget => {
                let target = self.data.target(of.id);
                target.map(|target| CellChange::RemoveTarget(target.id)).into_iter().collect()
            }
            EntryColumn::Note => vec![self.note(of, "")],
        }
    }

    fn written(
        &self,
        of: &Indicator,
        column: &EntryColumn,
        quantity: Quantity,
        text: &str,
    ) -> Vec<CellChange> {
        match column {
            EntryColumn::LastYear => {
                self.figure(of, self.data.year - 1, self.data.last_year(of.id), quantity, text)
            }
            EntryColumn::Result => {
                self.figure(of, self.data.year, self.data.result(of.id), quantity, text)
            }
            EntryColumn::Plan(by) => vec![self.plan(of, by, quantity, text)],
            EntryColumn::NextTarget => vec![self.target(of, quantity, text)],
            EntryColumn::Note => vec![self.note(of, text)],
        }
    }

    fn note(&self, of: &Indicator, text: &str) -> CellChange {
        CellChange::SetNote { indicator: of.id, year: self.data.year, text: text.to_owned() }
    }

    /// A final figure stands before the estimate, which stays; an estimate takes the place of a
    /// final figure, which would hide it.
    fn figure(
        &self,
        of: &Indicator,
        year: i32,
        shown: Option<&Figure>,
        quantity: Quantity,
        text: &str,
    ) -> Vec<CellChange> {
        let period = self.period(of, year, shown);
        let is_estimate = quantity.is_estimate();
        let kind = if is_estimate { FigureKind::Estimate } else { FigureKind::Actual };
        let hides = |f: &&Figure| f.period == period && is_estimate && f.kind == FigureKind::Actual;
        let hiding = self.data.figures(of.id).iter().filter(hides);
        let mut changes: Vec<_> = hiding.map(|f| CellChange::RemoveFigure(f.id)).collect();
        changes.push(CellChange::SetFigure(Figure {
            id: FigureId(0),
            indicator: of.id,
            organisation: of.organisation,
            period,
            kind,
            quantity,
            raw: text.to_owned(),
            origin: Origin::Hand,
            state: State::Confirmed,
            published: None,
        }));
        changes
    }

    /// The whole year, or for a sum over several years the stretch that ends in it.
    fn period(&self, of: &Indicator, year: i32, shown: Option<&Figure>) -> Period {
        let earlier = self.data.last_year(of.id).map(|figure| figure.period);
        match (shown.map(|figure| figure.period), earlier, of.cumulates.and(of.since)) {
            (Some(stretch @ (Period::Range { .. } | Period::Term { .. })), _, _) => stretch,
            (_, Some(Period::Range { from, .. }), _) => Period::Range { from, to: year },
            (_, _, Some(since)) if since < year => Period::Range { from: since, to: year },
            _ => Period::Year(year),
        }
    }

    fn plan(&self, of: &Indicator, by: &str, quantity: Quantity, text: &str) -> CellChange {
        let plans = self.data.plans(of.id);
        let period = Period::Year(self.data.year);
        let stored = plans.iter().find(|plan| plan.assigner == by && plan.period == period);
        let last = plans.iter().map(|plan| plan.position).max();
        CellChange::SetPlan(Plan {
            id: PlanId(0),
            indicator: of.id,
            period,
            assigner: by.to_owned(),
            quantity: without_estimate(quantity),
            raw: text.to_owned(),
            origin: Origin::Hand,
            state: State::Confirmed,
            position: stored.map_or_else(|| last.map_or(of.position, |p| p + 1), |p| p.position),
        })
    }

    fn target(&self, of: &Indicator, quantity: Quantity, text: &str) -> CellChange {
        let stored = self.data.target(of.id);
        CellChange::SetTarget(Target {
            id: TargetId(0),
            indicator: of.id,
            year: self.data.year + 1,
            quantity: without_estimate(quantity),
            document: stored.and_then(|target| target.document),
            selected: stored.is_some_and(|target| target.selected),
            position: stored.map_or(of.position, |target| target.position),
            raw: text.to_owned(),
            origin: Origin::Hand,
            state: State::Confirmed,
        })
    }
}

/// What is asked for is not estimated.
fn without_estimate(mut quantity: Quantity) -> Quantity {
    quantity.qualifiers.retain(|qualifier| !qualifier.before_verb());
    quantity
}
