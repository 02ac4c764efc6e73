//! Fills a database with the sample offices.

use std::collections::HashMap;

use tongket_figures::{Direction, Period, Quantity, Unit};
use tongket_model::{
    Figure, FigureId, FigureKind, Indicator, IndicatorId, ItemList, ListId, ListItem, Office,
    Organisation, OrganisationId, Origin, Plan, PlanId, Scorecard, ScorecardId, Slug, State,
    Target, TargetId, Theme, ThemeId,
};
use tongket_store::{Changes, OUR_OFFICE, StoreError};

mod files;
mod memory;
mod memory_files;
mod units;

use self::files::{
    ListsFile, OfficeEntry, OfficeFile, OrganisationEntry, SampleError, ScorecardsFile, TableRow,
    ThemesFile, each_row, read_toml,
};
pub(crate) use self::files::{SAMPLES, SampleFiles};
use crate::{App, AppError};

/// What can go wrong: the embedded files, or the database.
#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error(transparent)]
    Sample(#[from] SampleError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl App {
    /// Adds all sample offices as one step of the journal.
    pub(crate) fn add_samples(&mut self) -> Result<(), AppError> {
        let added =
            self.store.transact("Tạo dữ liệu mẫu", |changes| -> Result<(), Problem> {
                for files in &SAMPLES {
                    Adder::new(changes, files).add()?;
                }
                changes.set_setting(OUR_OFFICE, SAMPLES[0].slug)?;
                Ok(())
            });
        added.map(drop).map_err(AppError::refused)
    }
}

struct Adder<'c, 's> {
    changes: &'c mut Changes<'s>,
    files: &'static SampleFiles,
    owner: OrganisationId,
    /// By slug, with the unit that values without one are in.
    indicators: HashMap<String, (IndicatorId, Unit)>,
}

impl<'c, 's> Adder<'c, 's> {
    fn new(changes: &'c mut Changes<'s>, files: &'static SampleFiles) -> Adder<'c, 's> {
        Adder { changes, files, owner: OrganisationId(0), indicators: HashMap::new() }
    }

    fn add(mut self) -> Result<(), Problem> {
        self.add_offices()?;
        self.add_indicators()?;
        self.add_figures()?;
        self.add_plans()?;
        self.add_targets()?;
        self.add_lists()?;
        self.add_themes()?;
        self.add_scorecards()?;
        memory::add(self.changes, self.files, self.owner)?;
        units::add(self.changes, self.files, self.owner, &self.indicators)
    }

    fn file(&self, name: &str) -> String {
        format!("{}/{name}", self.files.slug)
    }

    fn slug(&self, file: &str, text: &str) -> Result<Slug, SampleError> {
        text.parse().map_err(|error: tongket_model::SlugError| SampleError {
            file: self.file(file),
            line: 0,
            reason: error.to_string(),
        })
    }

    fn add_offices(&mut self) -> Result<(), Problem> {
        let file: OfficeFile = read_toml(&self.file("office.toml"), self.files.office)?;
        self.owner = self.add_organisation(&file.organisation, None)?;
        self.add_office(self.owner, file.office)?;
        let mut state_office = file.office_state;
        for unit in &file.unit {
            let id = self.add_organisation(unit, Some(self.owner))?;
            if unit.side == tongket_model::Side::State
                && let Some(office) = state_office.take()
            {
                self.add_office(id, office)?;
            }
        }
        Ok(())
    }

    fn add_organisation(
        &mut self,
        entry: &OrganisationEntry,
        owner: Option<OrganisationId>,
    ) -> Result<OrganisationId, Problem> {
        let organisation = Organisation {
            id: OrganisationId(0),
            slug: self.slug("office.toml", &entry.slug)?,
            name: entry.name.clone(),
            short_name: entry.short_name.clone(),
            parent: owner.filter(|_| entry.parent.is_some()),
            level: entry.level,
            side: entry.side,
        };
        Ok(self.changes.add_organisation(&organisation)?)
    }

    fn add_office(
        &mut self,
        organisation: OrganisationId,
        entry: OfficeEntry,
    ) -> Result<(), Problem> {
        let OfficeEntry { superior_line, issuer_line, place, symbol, profile, .. } = entry;
        let OfficeEntry { recipients, signing, style, .. } = entry;
        self.changes.set_office(&Office {
            organisation,
            superior_line,
            issuer_line,
            place,
            symbol,
            profile,
            signing,
            other_signers: Vec::new(),
            recipients,
            style,
        })?;
        Ok(())
    }

    fn add_indicators(&mut self) -> Result<(), Problem> {
        let mut entries = Vec::new();
        each_row(&self.file("indicators.tsv"), self.files.indicators, |row| {
            let related = (row.cell("part_of").to_owned(), row.cell("cumulates").to_owned());
            entries.push((indicator_of(row, self.owner)?, related));
            Ok(())
        })?;
        let mut related = Vec::new();
        for (position, (mut indicator, (part_of, cumulates))) in entries.into_iter().enumerate() {
            indicator.position = i64::try_from(position).unwrap_or(i64::MAX);
            indicator.id = self.changes.add_indicator(&indicator)?;
            let key = indicator.slug.to_string();
            self.indicators.insert(key, (indicator.id, indicator.unit.clone()));
            if !part_of.is_empty() || !cumulates.is_empty() {
                related.push((indicator, part_of, cumulates));
            }
        }
        // Relations may point at rows further down, so they are set once all are there.
        for (mut indicator, part_of, cumulates) in related {
            indicator.part_of = self.indicators.get(&part_of).map(|known| known.0);
            indicator.cumulates = self.indicators.get(&cumulates).map(|known| known.0);
            self.changes.update_indicator(&indicator)?;
        }
        Ok(())
    }

    fn add_figures(&mut self) -> Result<(), Problem> {
        let mut figures = Vec::new();
        each_row(&self.file("figures.tsv"), self.files.figures, |row| {
            let (indicator, quantity) = self.value(row)?;
            let kind = FigureKind::from_code(row.cell("kind"));
            figures.push(Figure {
                id: FigureId(0),
                indicator,
                organisation: self.owner,
                period: period(row)?,
                kind: kind.ok_or_else(|| row.error("cột kind phải là estimate hoặc actual"))?,
                quantity,
                raw: row.cell("value").to_owned(),
                origin: origin(row),
                state: state(row)?,
                published: None,
            });
            Ok(())
        })?;
        for figure in &figures {
            self.changes.add_figure(figure)?;
        }
        Ok(())
    }

    fn add_plans(&mut self) -> Result<(), Problem> {
        let mut plans = Vec::new();
        each_row(&self.file("plans.tsv"), self.files.plans, |row| {
            let (indicator, quantity) = self.value(row)?;
            plans.push(Plan {
                id: PlanId(0),
                indicator,
                period: period(row)?,
                assigner: row.cell("assigner").to_owned(),
                quantity,
                raw: row.cell("value").to_owned(),
                origin: origin(row),
                state: state(row)?,
                position: i64::try_from(row.line).unwrap_or(i64::MAX),
            });
            Ok(())
        })?;
        for plan in &plans {
            self.changes.add_plan(plan)?;
        }
        Ok(())
    }

    fn add_targets(&mut self) -> Result<(), Problem> {
        let mut targets = Vec::new();
        each_row(&self.file("targets.tsv"), self.files.targets, |row| {
            let (indicator, quantity) = self.value(row)?;
            let year = row.cell("year").parse();
            targets.push(Target {
                id: TargetId(0),
                indicator,
                year: year.map_err(|_| row.error("cột year phải là năm"))?,
                quantity,
                document: None,
                selected: row.cell("selected") == "x",
                position: i64::try_from(row.line).unwrap_or(i64::MAX),
                raw: row.cell("value").to_owned(),
                origin: origin(row),
                state: state(row)?,
            });
            Ok(())
        })?;
        for target in &targets {
            self.changes.add_target(target)?;
        }
        Ok(())
    }

    fn add_lists(&mut self) -> Result<(), Problem> {
        let file: ListsFile = read_toml(&self.file("lists.toml"), self.files.lists)?;
        for entry in file.list {
            let items = entry.item.into_iter().map(|item| ListItem {
                text: item.text,
                origin: Origin::Sample { source: item.source },
                state: item.state,
            });
            self.changes.add_list(&ItemList {
                id: ListId(0),
                organisation: self.owner,
                slug: self.slug("lists.toml", &entry.slug)?,
                year: entry.year,
                kind: entry.kind,
                field: entry.field,
                name: entry.name,
                counting_word: entry.counting_word,
                stated_count: entry.stated_count,
                items: items.collect(),
            })?;
        }
        Ok(())
    }

    fn add_themes(&mut self) -> Result<(), Problem> {
        let file: ThemesFile = read_toml(&self.file("themes.toml"), self.files.themes)?;
        for entry in file.theme {
            self.changes.add_theme(&Theme {
                id: ThemeId(0),
                organisation: self.owner,
                year: entry.year,
                separator: entry.separator,
                parts: entry.part,
                origin: Origin::Sample { source: entry.source },
                state: entry.state,
            })?;
        }
        Ok(())
    }

    fn add_scorecards(&mut self) -> Result<(), Problem> {
        let file: ScorecardsFile = read_toml(&self.file("scorecards.toml"), self.files.scorecards)?;
        for entry in file.scorecard {
            let mut indicators = Vec::new();
            for slug in &entry.indicators {
                let known = self.indicators.get(slug).ok_or_else(|| SampleError {
                    file: self.file("scorecards.toml"),
                    line: 0,
                    reason: format!("không có chỉ tiêu «{slug}»"),
                })?;
                indicators.push(known.0);
            }
            self.changes.add_scorecard(&Scorecard {
                id: ScorecardId(0),
                organisation: self.owner,
                slug: self.slug("scorecards.toml", &entry.slug)?,
                year: entry.year,
                name: entry.name,
                indicators,
            })?;
        }
        Ok(())
    }

    /// The row's indicator and the value of its column `value`.
    fn value(&self, row: &TableRow) -> Result<(IndicatorId, Quantity), SampleError> {
        let slug = row.cell("indicator");
        let known = self.indicators.get(slug);
        let (id, unit) = known.ok_or_else(|| row.error(format!("không có chỉ tiêu «{slug}»")))?;
        let quantity = Quantity::read(row.cell("value"), unit).map_err(|error| row.error(error))?;
        Ok((*id, quantity))
    }
}

fn indicator_of(row: &TableRow, organisation: OrganisationId) -> Result<Indicator, SampleError> {
    let number = |name: &str| match row.cell(name) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| row.error(format!("cột {name} phải là số"))),
    };
    Ok(Indicator {
        id: IndicatorId(0),
        organisation,
        slug: row.cell("slug").parse().map_err(|error| row.error(error))?,
        name: row.cell("name").to_owned(),
        short_name: row.cell("short_name").to_owned(),
        aliases: row
            .cell("aliases")
            .split(';')
            .map(|alias| alias.trim().to_owned())
            .filter(|alias| !alias.is_empty())
            .collect(),
        unit: Unit::read(row.cell("unit")),
        field: row.cell("field").to_owned(),
        direction: match row.cell("direction") {
            "lower" => Direction::LowerIsBetter,
            "higher" | "" => Direction::HigherIsBetter,
            other => return Err(row.error(format!("cột direction không nhận «{other}»"))),
        },
        decimals: number("decimals")?.and_then(|decimals| u32::try_from(decimals).ok()),
        phrase: row.cell("phrase").to_owned(),
        part_of: None,
        cumulates: None,
        since: number("since")?,
        supplier: row.cell("supplier").to_owned(),
        due: row.cell("due").to_owned(),
        position: 0,
    })
}

fn period(row: &TableRow) -> Result<Period, SampleError> {
    row.cell("period").parse().map_err(|error| row.error(error))
}

fn state(row: &TableRow) -> Result<State, SampleError> {
    let state = State::from_code(row.cell("state"));
    state.ok_or_else(|| row.error("cột state phải là assumed, draft hoặc confirmed"))
}

fn origin(row: &TableRow) -> Origin {
    Origin::Sample { source: row.cell("source").to_owned() }
}
