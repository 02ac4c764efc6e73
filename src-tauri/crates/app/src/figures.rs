//! The figures of an office: list them, set one, show one with origin and history.

use std::collections::HashMap;

use serde::Serialize;
use tongket_figures::{Period, Quantity, Style};
use tongket_model::{
    Figure, FigureId, FigureKind, Indicator, IndicatorId, Organisation, Origin, State,
};

use crate::{App, AppError, OfficeChoice, Remedy};

/// Which figures are meant.
#[derive(Debug, Clone, Default)]
pub struct FigureQuery {
    pub office: OfficeChoice,
    /// All years when `None`.
    pub year: Option<i32>,
}

/// One figure as a line of a list. Amounts are plain decimal text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureLine {
    pub indicator: String,
    pub name: String,
    pub period: String,
    /// The same for people: "2023", "đến ngày 20/11/2023".
    #[serde(skip)]
    pub when: String,
    pub kind: FigureKind,
    /// As reports print it: "ước khoảng 102.614 tỷ đồng".
    pub printed: String,
    pub value: String,
    /// The denominator of a count "7/8".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    pub unit: String,
    pub qualifiers: Vec<&'static str>,
    pub state: State,
    /// The text as it was written.
    pub raw: String,
    pub origin: String,
}

/// One change of a figure, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryLine {
    pub time: String,
    pub step: String,
    pub before: Option<FigureLine>,
    pub after: Option<FigureLine>,
}

/// What a person types for one figure.
#[derive(Debug, Clone)]
pub struct FigureEntry {
    pub office: OfficeChoice,
    pub indicator: String,
    /// "1.172,5", "trên 120", "7/8", "548.291 triệu đồng", "ước 10,34"
    pub value: String,
    /// The year of the newest figures when `None`.
    pub period: Option<Period>,
    /// Estimate when the value says "ước", else actual, when `None`.
    pub kind: Option<FigureKind>,
    /// The year in which it was made public; the one it had stays when `None`.
    pub published: Option<i32>,
}

/// The figures in the order of the indicators.
pub fn list_figures(app: &App, query: &FigureQuery) -> Result<Vec<FigureLine>, AppError> {
    let office = app.data_office(&query.office)?;
    let style = app.style(&office)?;
    let mut figures: HashMap<IndicatorId, Vec<Figure>> = HashMap::new();
    for figure in app.store.figures_of(office.id)? {
        if query.year.is_none_or(|year| figure.period.year() == year) {
            figures.entry(figure.indicator).or_default().push(figure);
        }
    }
    let mut lines = Vec::new();
    for indicator in app.store.indicators(office.id)? {
        let of = figures.remove(&indicator.id).unwrap_or_default();
        lines.extend(of.iter().map(|figure| line(&indicator, figure, &style)));
    }
    Ok(lines)
}

/// Stores one figure as one step; an estimate and a result of one period stand side by side.
pub fn set_figure(app: &mut App, entry: &FigureEntry) -> Result<FigureLine, AppError> {
    let office = app.data_office(&entry.office)?;
    let style = app.style(&office)?;
    let indicator = app.indicator(&office, &entry.indicator)?;
    let quantity = Quantity::read(&entry.value, &indicator.unit).map_err(AppError::refused)?;
    let quantity = quantity.entered_as(&indicator.unit).map_err(AppError::refused)?;
    let period = match entry.period {
        Some(period) => period,
        None => Period::Year(app.newest_year(&office)?),
    };
    let published = entry.published;
    if let Some(published) = published.filter(|published| *published < period.year()) {
        return Err(AppError::refused(format!(
            "Năm công bố {published} trước năm được đo {}; hãy ghi lại năm công bố",
            period.year()
        )));
    }
    let default_kind =
        if quantity.is_estimate() { FigureKind::Estimate } else { FigureKind::Actual };
    let figure = Figure {
        id: FigureId(0),
        indicator: indicator.id,
        organisation: office.id,
        period,
        kind: entry.kind.unwrap_or(default_kind),
        quantity,
        raw: entry.value.trim().to_owned(),
        origin: Origin::Hand,
        state: State::Confirmed,
        published,
    };
    let name = format!("Sửa số liệu {} {}", indicator.name_in_sentence(), when(period, &style));
    app.store.transact(&name, |changes| changes.set_figure(&figure))?;
    Ok(line(&indicator, &figure, &style))
}

/// All figures of an indicator in a period (the newest when `None`) and how they came to be.
pub fn show_figure(
    app: &App,
    office: &OfficeChoice,
    slug: &str,
    period: Option<Period>,
) -> Result<(Vec<FigureLine>, Vec<HistoryLine>), AppError> {
    let office = app.data_office(office)?;
    let style = app.style(&office)?;
    let indicator = app.indicator(&office, slug)?;
    let figures = app.store.figures_of(office.id)?;
    let own = figures.iter().filter(|figure| figure.indicator == indicator.id);
    let newest = own.clone().map(|figure| figure.period).max_by_key(|period| period.bounds().1);
    let Some(period) = period.or(newest) else {
        return Err(AppError::refused(format!("«{}» chưa có số liệu nào", indicator.name)));
    };
    let lines: Vec<_> =
        own.filter(|f| f.period == period).map(|f| line(&indicator, f, &style)).collect();
    let changes = app.store.history_of(indicator.id, office.id, period)?;
    let history = changes.into_iter().map(|change| HistoryLine {
        time: change.time,
        step: change.name,
        before: change.before.map(|figure| line(&indicator, &figure, &style)),
        after: change.after.map(|figure| line(&indicator, &figure, &style)),
    });
    Ok((lines, history.collect()))
}

impl App {
    pub(crate) fn indicator(&self, of: &Organisation, slug: &str) -> Result<Indicator, AppError> {
        let indicators = self.store.indicators(of.id)?;
        let found = indicators.into_iter().find(|indicator| indicator.slug.as_str() == slug);
        found.ok_or_else(|| {
            AppError::usage(format!(
                "Không có chỉ tiêu «{slug}»; hãy chọn trong các chỉ tiêu đang có"
            ))
            .helped_by(Remedy::ListIndicators)
        })
    }

    pub(crate) fn style(&self, of: &Organisation) -> Result<Style, AppError> {
        Ok(self.store.office(of.id)?.map(|office| office.style).unwrap_or_default())
    }
}

fn when(period: Period, style: &Style) -> String {
    match period {
        Period::Year(year) => year.to_string(),
        part => part.print(style),
    }
}

fn line(indicator: &Indicator, figure: &Figure, style: &Style) -> FigureLine {
    let quantity = &figure.quantity;
    FigureLine {
        indicator: indicator.slug.to_string(),
        name: indicator.name.clone(),
        period: figure.period.to_string(),
        when: when(figure.period, style),
        kind: figure.kind,
        printed: quantity.print(style),
        value: quantity.amount.plain(),
        of: quantity.of.map(|of| of.plain()),
        to: quantity.to.map(|to| to.plain()),
        unit: quantity.unit.text().to_owned(),
        qualifiers: quantity.qualifiers.iter().map(|qualifier| qualifier.code()).collect(),
        state: figure.state,
        raw: figure.raw.clone(),
        origin: figure.origin.describe(),
    }
}
