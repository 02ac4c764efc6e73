//! Places in a ranking over the years: how far up or down, how long the same. A ranking is
//! published after the year it measures, so the newest year of the series counts, not the report's.

use tongket_figures::{Amount, Change, Period, Quantity, Trend, Unit, streak};
use tongket_model::{Figure, Indicator};

use crate::call::Call;
use crate::outcome::{Outcome, Stop};
use crate::phrase::evidence_of_figure;
use crate::{GapKind, figure_in};

/// "tăng 19 bậc", from the first year of the series (or `tu=`) to its newest. `dang="nam"` tells of
/// the newest year alone: "riêng năm 2022 đã tăng 16 bậc so với năm 2021"; what `them=` holds
/// ("đột phá") follows the verb of a climb only.
pub fn tang_hang(call: &Call) -> Outcome {
    let of_year = call.choice("dang", &["giai-doan", "nam"])? == Some("nam");
    let emphasis = call.text_option("them")?;
    let first = call.option::<i32>("tu")?;
    let series = Series::read(call)?;
    let newest = series.newest();
    let climb = |from: i32| -> Outcome<(Change, &Figure)> {
        let before = series.of(from).ok_or_else(|| series.missing(from))?;
        let change = Change::difference(&before.quantity, &newest.1.quantity);
        Ok((change.ok_or_else(|| series.incomparable())?, before))
    };
    let over = climb(first.unwrap_or_else(|| series.first()))?;
    let last_year = newest.0 - 1;
    let (change, before) = if of_year { climb(last_year)? } else { over.clone() };
    let is_part = change.trend == over.0.trend && change.amount <= over.0.amount;
    if of_year && change.trend != Trend::Level && !is_part {
        let words = format!(
            "năm {} không phải là một phần của cả giai đoạn: {}",
            newest.0,
            series.indicator.name_in_sentence()
        );
        return Err(call.incomparable(series.indicator, &words).into());
    }
    if series.first() == newest.0 {
        return Err(series.missing(last_year));
    }
    let places = Quantity::of_amount(change.amount, Unit::read("bậc")).print_bare(&call.style()?);
    let moved = match (change.trend, emphasis) {
        (Trend::Up, Some(emphasis)) => format!("tăng {emphasis} {places}"),
        (Trend::Up, None) => format!("tăng {places}"),
        (Trend::Down, _) => format!("giảm {places}"),
        (Trend::Level, _) => "giữ nguyên thứ hạng".to_owned(),
    };
    let text = match of_year {
        true => format!("riêng năm {} đã {moved} so với năm {last_year}", newest.0),
        false => moved,
    };
    let evidence = [before, newest.1].map(|it| evidence_of_figure(series.indicator, it));
    Ok(call.cited(text, evidence.to_vec()))
}

/// "đứng thứ 2 trong 7 năm liên tiếp": the newest place, and for how many years in a row it has
/// been the same. A year missing inside the series is a gap that names it.
pub fn hang_lien_tiep(call: &Call) -> Outcome {
    let series = Series::read(call)?;
    let (year, newest) = series.newest();
    let amount_of = |year: i32| series.of(year).map(|it| it.quantity.amount);
    let same = |amount: Amount| amount == newest.quantity.amount;
    let run = streak(series.first(), year, amount_of, same);
    if let Some(missing) = run.missing {
        return Err(series.missing(missing));
    }
    let place = newest.quantity.print_bare(&call.style()?);
    let text = match run.years {
        0 | 1 => format!("đứng {place} năm {year}"),
        years => format!("đứng {place} trong {years} năm liên tiếp"),
    };
    let years = (run.from..=year).filter_map(|year| series.of(year));
    let evidence = years.map(|it| evidence_of_figure(series.indicator, it)).collect();
    Ok(call.cited(text, evidence))
}

/// The yearly places up to the report's year; at least one.
struct Series<'a, 'c> {
    call: &'a Call<'c>,
    indicator: &'c Indicator,
    /// In ascending order.
    years: Vec<i32>,
    newest: &'c Figure,
}

impl<'a, 'c> Series<'a, 'c> {
    fn read(call: &'a Call<'c>) -> Outcome<Series<'a, 'c>> {
        let indicator = call.indicator()?;
        let last = call.year()?;
        let figures = call.facts().figures(indicator.id).iter();
        let mut years: Vec<i32> = figures
            .filter_map(|figure| match figure.period {
                Period::Year(year) if year <= last => Some(year),
                _ => None,
            })
            .collect();
        years.sort_unstable();
        let newest = years
            .last()
            .and_then(|year| figure_in(call.facts(), indicator.id, Period::Year(*year)));
        let newest = newest.ok_or_else(|| call.missing_figure(indicator, &last.to_string()))?;
        if !newest.quantity.unit.is_rank() {
            let words = format!("{} không phải là thứ hạng", indicator.name_in_sentence());
            return Err(call.incomparable(indicator, &words).into());
        }
        Ok(Series { call, indicator, years, newest })
    }

    fn newest(&self) -> (i32, &'c Figure) {
        (self.newest.period.year(), self.newest)
    }

    fn first(&self) -> i32 {
        self.years.first().copied().unwrap_or(self.newest.period.year())
    }

    fn of(&self, year: i32) -> Option<&'c Figure> {
        figure_in(self.call.facts(), self.indicator.id, Period::Year(year))
    }

    fn missing(&self, year: i32) -> Stop {
        self.call.missing_figure(self.indicator, &year.to_string()).into()
    }

    fn incomparable(&self) -> Stop {
        let words = format!("không so được {}", self.indicator.name_in_sentence());
        self.call.gap(GapKind::Incomparable, self.indicator.slug.as_str(), &words).into()
    }
}
