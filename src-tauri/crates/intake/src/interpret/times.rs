//! The times that headings leave to the table: what year it reports on, how far its results go.

use tongket_figures::{Date, Period};

use super::titles::Titles;

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Times {
    /// The year that the table reports on.
    pub(super) base: Option<i32>,
    pub(super) range: Option<(i32, i32)>,
    /// How far its results go.
    pub(super) running: Option<Period>,
    pub(super) since: Option<(i32, i32)>,
    /// The titles name a range and a year within: of which of them plans are, nobody says.
    pub(super) is_year_of_range: bool,
    /// Results are of a month, which is no period.
    pub(super) no_period: bool,
}

impl Times {
    pub(super) fn of(titles: &Titles, base: Option<i32>, cut_off: Option<Date>) -> Times {
        let running = titles.running.or(cut_off.map(Period::CutOff));
        Times {
            base: base.or(running.map(Period::year)),
            range: titles.range,
            running,
            since: titles.since,
            is_year_of_range: titles.range.is_some() && titles.year.is_some(),
            no_period: titles.no_period && running.is_none(),
        }
    }

    /// Of results that name no time themselves.
    pub(super) fn of_results(&self) -> Option<Period> {
        if self.no_period {
            return None;
        }
        let since = self.since.map(|(from, n_years)| Period::Range { from, to: from + n_years });
        let year = self.base.filter(|_| self.is_year_of_range).map(Period::Year);
        self.running.or(since).or(year).or_else(|| self.of_plans())
    }

    /// Of plans that name no time themselves.
    pub(super) fn of_plans(&self) -> Option<Period> {
        if self.is_year_of_range {
            return None;
        }
        let range = self.range.map(|(from, to)| Period::Range { from, to });
        range.or(self.base.map(Period::Year))
    }

    /// The same stretch before.
    pub(super) fn before(&self) -> Option<Period> {
        if self.no_period {
            return None;
        }
        match (self.running, self.since) {
            (_, Some((from, n_years))) => Some(Period::Range { from: from - n_years, to: from }),
            (Some(running), None) => running.same_period_last_year(),
            (None, None) => self.base.map(|base| Period::Year(base - 1)),
        }
    }
}
