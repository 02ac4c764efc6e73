//! Everything about one indicator around a year: its values with where they came from, its plans,
//! how it came to be what it is, and the years before.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{Amount, Quantity, Style};
use tongket_model::{Figure, Indicator, Plan};
use tongket_template::of_year;

use crate::figure_grid::{CellState, ValueKind, percent_text};
use crate::figure_uses::figure_uses;
use crate::indicator_form::IndicatorForm;
use crate::year_data::YearData;
use crate::{App, AppError, FigureUse, Scope};

/// One stored value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FigureView {
    /// "năm 2023", "đến ngày 20/11/2023"
    pub period: String,
    pub kind: ValueKind,
    pub printed: String,
    /// As it was written.
    pub raw: String,
    pub state: CellState,
    pub origin: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlanView {
    pub assigner: String,
    pub printed: String,
    pub origin: String,
    /// The result in percent of it; empty when there is no such ratio.
    pub percent: String,
}

/// One change of a figure; an empty text where there was none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HistoryView {
    /// ISO time.
    pub time: String,
    pub step: String,
    pub before: String,
    pub after: String,
}

/// The value of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeriesPoint {
    pub year: i32,
    /// A plain decimal in the indicator's unit.
    pub value: String,
    pub printed: String,
    pub kind: ValueKind,
    /// A plain decimal; the first plan of the year.
    pub plan: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FigurePanel {
    pub indicator: String,
    pub form: IndicatorForm,
    /// Of the year in view, final ones first.
    pub figures: Vec<FigureView>,
    pub plans: Vec<PlanView>,
    /// What is asked for of the year after.
    pub target_next: Option<String>,
    /// Newest first.
    pub history: Vec<HistoryView>,
    /// Oldest first.
    pub series: Vec<SeriesPoint>,
    pub used_in: Vec<FigureUse>,
}

pub fn figure_panel(app: &App, scope: &Scope, slug: &str) -> Result<FigurePanel, AppError> {
    let data = YearData::load(app, &scope.choice(), scope.year)?;
    let of = data.indicator(slug)?;
    let style = &data.style;
    let mut figures: Vec<&Figure> =
        data.figures(of.id).iter().filter(|f| f.period.year() == data.year).collect();
    figures.sort_by_key(|f| std::cmp::Reverse((f.kind, f.period.bounds().1)));
    Ok(FigurePanel {
        indicator: of.slug.to_string(),
        form: IndicatorForm::of(of, &data.indicators),
        figures: figures.iter().map(|figure| figure_view(figure, style)).collect(),
        plans: data.plans(of.id).iter().map(|plan| plan_view(&data, of, plan)).collect(),
        target_next: data.target(of.id).map(|target| target.quantity.print(style)),
        history: history(app, of, &data)?,
        series: series(app, of, style)?,
        used_in: figure_uses(app, scope, slug)?,
    })
}

fn figure_view(figure: &Figure, style: &Style) -> FigureView {
    FigureView {
        period: figure.period.print(style),
        kind: figure.kind.into(),
        printed: figure.quantity.print(style),
        raw: figure.raw.clone(),
        state: figure.state.into(),
        origin: figure.origin.describe(),
    }
}

fn plan_view(data: &YearData, of: &Indicator, plan: &Plan) -> PlanView {
    let result = data.result(of.id);
    let percent =
        result.and_then(|result| percent_text(of, &result.quantity, &plan.quantity, &data.style));
    PlanView {
        assigner: plan.assigner.clone(),
        printed: plan.quantity.print(&data.style),
        origin: plan.origin.describe(),
        percent: percent.map(|(_, text)| format!("{text}%")).unwrap_or_default(),
    }
}

fn history(app: &App, of: &Indicator, data: &YearData) -> Result<Vec<HistoryView>, AppError> {
    let printed = |figure: Option<&Figure>| match figure {
        Some(figure) => figure.quantity.print(&data.style),
        None => String::new(),
    };
    let mut changes = app.store.history_of_indicator(of.id)?;
    changes.retain(|change| {
        let figure = change.after.as_ref().or(change.before.as_ref());
        figure.is_some_and(|f| f.organisation == of.organisation && f.period.year() == data.year)
    });
    let views = changes.iter().rev().map(|change| HistoryView {
        time: change.time.replacen(' ', "T", 1),
        step: change.name.clone(),
        before: printed(change.before.as_ref()),
        after: printed(change.after.as_ref()),
    });
    Ok(views.collect())
}

/// Every year of which there is a figure; figures of a part of a year stand for it.
fn series(app: &App, of: &Indicator, style: &Style) -> Result<Vec<SeriesPoint>, AppError> {
    let mut figures = app.store.figures_of_indicator(of.id)?;
    figures.retain(|figure| figure.organisation == of.organisation);
    let mut plans = app.store.plans_of_indicator(of.id)?;
    plans.sort_by_key(|plan| (plan.position, plan.id));
    let mut years: Vec<i32> = figures.iter().map(|figure| figure.period.year()).collect();
    years.sort_unstable();
    years.dedup();
    let point = |year: i32| {
        let figure = of_year(&figures, year)?;
        let plan = plans.iter().find(|plan| plan.period.year() == year);
        Some(SeriesPoint {
            year,
            value: in_unit(of, &figure.quantity)?.plain(),
            printed: figure.quantity.print(style),
            kind: figure.kind.into(),
            plan: plan.and_then(|plan| in_unit(of, &plan.quantity)).map(Amount::plain),
        })
    };
    Ok(years.into_iter().filter_map(point).collect())
}

fn in_unit(of: &Indicator, quantity: &Quantity) -> Option<Amount> {
    quantity.convert(&of.unit).ok().map(|quantity| quantity.amount)
}
