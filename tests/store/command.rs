//! What a person does, as data: cases write commands in TOML, the property test makes them up.
//! Everything belongs to one organisation, and rows are named by their keys.

use serde::Deserialize;
use tongket_figures::{Amount, Direction, Period, Quantity, Unit};
use tongket_model::{
    Document, DocumentState, Figure, FigureId, FigureKind, Indicator, IndicatorId, ItemList, Level,
    ListId, ListItem, Organisation, OrganisationId, Origin, Plan, PlanId, Scorecard, ScorecardId,
    Side, State, Target, TargetId, Theme, ThemeId, ThemePart,
};
use tongket_store::{Changes, Store, StoreError};

use crate::drafting::Drafting;

#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Command {
    AddIndicator {
        slug: String,
        name: String,
    },
    SetPartOf {
        slug: String,
        whole: String,
    },
    RemoveIndicator {
        slug: String,
    },
    AddFigure {
        indicator: String,
        period: Period,
        kind: FigureKind,
        value: Value,
    },
    SetFigure {
        indicator: String,
        period: Period,
        kind: FigureKind,
        value: Value,
    },
    RemoveFigure {
        indicator: String,
        period: Period,
        kind: FigureKind,
    },
    SetPlan {
        indicator: String,
        period: Period,
        assigner: String,
        value: Value,
    },
    RemovePlans {
        indicator: String,
    },
    SetTarget {
        indicator: String,
        year: i32,
        value: Value,
    },
    SetScorecard {
        slug: String,
        indicators: Vec<String>,
    },
    RemoveScorecard {
        slug: String,
    },
    SetTheme {
        year: i32,
        components: Vec<String>,
    },
    SetList {
        slug: String,
        items: Vec<String>,
    },
    RemoveList {
        slug: String,
    },
    AddDocument {
        number: String,
        subject: String,
        state: DocumentState,
    },
    SetSetting {
        key: String,
        value: String,
    },
    RemoveSetting {
        key: String,
    },
    RemoveOrganisation,
    AddOrganisation {
        slug: String,
    },
    #[serde(skip)]
    OnDraft(Drafting),
}

/// A quantity by its parts, so that also what no reader would accept can be tried.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    pub amount: Amount,
    pub of: Option<Amount>,
    pub to: Option<Amount>,
    #[serde(default)]
    pub raw: String,
}

impl Value {
    pub fn quantity(&self) -> Quantity {
        let mut quantity = Quantity::of_amount(self.amount, Unit::read("triệu USD"));
        (quantity.of, quantity.to) = (self.of, self.to);
        quantity
    }
}

/// The organisation that every command works on.
pub fn add_home(changes: &mut Changes<'_>) -> Result<OrganisationId, StoreError> {
    changes.add_organisation(&organisation("hai-phong"))
}

fn organisation(slug: &str) -> Organisation {
    Organisation {
        id: OrganisationId(0),
        slug: slug.parse().unwrap(),
        name: "Thành phố Hải Phòng".to_owned(),
        short_name: "thành phố".to_owned(),
        parent: None,
        level: Level::Province,
        side: Side::State,
    }
}

pub fn home(store: &Store) -> Result<OrganisationId, StoreError> {
    Ok(store.organisation_by_slug("hai-phong")?.map_or(OrganisationId(0), |found| found.id))
}

/// The indicator of a slug; one that does not exist has an id that no row has.
pub fn indicator(store: &Store, slug: &str) -> Result<Indicator, StoreError> {
    let all = store.indicators(home(store)?)?;
    let found = all.into_iter().find(|indicator| indicator.slug.as_str() == slug);
    Ok(found.unwrap_or(Indicator {
        id: IndicatorId(0),
        organisation: home(store)?,
        slug: slug.parse().unwrap(),
        name: slug.to_owned(),
        short_name: String::new(),
        aliases: vec!["tên khác".to_owned()],
        unit: Unit::read("triệu USD"),
        field: "kinh-te".to_owned(),
        direction: Direction::HigherIsBetter,
        decimals: None,
        phrase: String::new(),
        part_of: None,
        cumulates: None,
        since: None,
        supplier: String::new(),
        due: String::new(),
        position: 0,
    }))
}

impl Command {
    pub fn run(&self, changes: &mut Changes<'_>) -> Result<(), StoreError> {
        match self {
            Command::AddOrganisation { slug } => {
                changes.add_organisation(&organisation(slug)).map(drop)
            }
            Command::RemoveOrganisation => {
                let id = home(changes.store())?;
                changes.remove_organisation(id)
            }
            Command::OnDraft(drafting) => drafting.run(changes),
            Command::SetSetting { key, value } => changes.set_setting(key, value),
            Command::RemoveSetting { key } => changes.remove_setting(key),
            Command::AddDocument { number, subject, state } => {
                let document = document(changes.store(), number, subject, *state)?;
                changes.add_document(&document).map(drop)
            }
            Command::SetTheme { year, components } => set_theme(changes, *year, components),
            Command::SetList { slug, items } => set_list(changes, slug, items),
            Command::RemoveList { slug } => {
                let lists = changes.store().lists_of(home(changes.store())?)?;
                let id = lists.iter().find(|list| list.slug.as_str() == slug).map(|list| list.id);
                changes.remove_list(id.unwrap_or(ListId(0)))
            }
            Command::SetScorecard { slug, indicators } => set_scorecard(changes, slug, indicators),
            Command::RemoveScorecard { slug } => {
                let id = scorecard_id(changes.store(), slug)?.unwrap_or(ScorecardId(0));
                changes.remove_scorecard(id)
            }
            _ => self.run_on_indicator(changes),
        }
    }

    fn run_on_indicator(&self, changes: &mut Changes<'_>) -> Result<(), StoreError> {
        match self {
            Command::AddIndicator { slug, name } => {
                let mut new = indicator(changes.store(), slug)?;
                new.name = name.clone();
                changes.add_indicator(&new).map(drop)
            }
            Command::SetPartOf { slug, whole } => {
                let mut part = indicator(changes.store(), slug)?;
                part.part_of = Some(indicator(changes.store(), whole)?.id);
                changes.update_indicator(&part)
            }
            Command::RemoveIndicator { slug } => {
                let id = indicator(changes.store(), slug)?.id;
                changes.remove_indicator(id)
            }
            Command::AddFigure { indicator, period, kind, value } => {
                let figure = figure(changes.store(), indicator, *period, *kind, value)?;
                changes.add_figure(&figure).map(drop)
            }
            Command::SetFigure { indicator, period, kind, value } => {
                let figure = figure(changes.store(), indicator, *period, *kind, value)?;
                changes.set_figure(&figure).map(drop)
            }
            Command::RemoveFigure { indicator: slug, period, kind } => {
                let of = indicator(changes.store(), slug)?;
                let found = changes.store().figure_at(of.id, of.organisation, *period, *kind)?;
                changes.remove_figure(found.map_or(FigureId(0), |figure| figure.id))
            }
            Command::SetPlan { indicator, period, assigner, value } => {
                let plan = plan(changes.store(), indicator, *period, assigner, value)?;
                changes.set_plan(&plan).map(drop)
            }
            Command::RemovePlans { indicator: slug } => {
                let of = indicator(changes.store(), slug)?;
                let plans = changes.store().plans_of(of.organisation)?;
                plans
                    .iter()
                    .filter(|plan| plan.indicator == of.id)
                    .try_for_each(|plan| changes.remove_plan(plan.id))
            }
            Command::SetTarget { indicator, year, value } => {
                let target = target(changes.store(), indicator, *year, value)?;
                changes.set_target(&target).map(drop)
            }
            _ => unreachable!("run handles the rest"),
        }
    }
}

fn figure(
    store: &Store,
    slug: &str,
    period: Period,
    kind: FigureKind,
    value: &Value,
) -> Result<Figure, StoreError> {
    let of = indicator(store, slug)?;
    Ok(Figure {
        id: FigureId(0),
        indicator: of.id,
        organisation: of.organisation,
        period,
        kind,
        quantity: value.quantity(),
        raw: value.raw.clone(),
        origin: Origin::Hand,
        state: State::Draft,
        published: None,
    })
}

fn plan(
    store: &Store,
    slug: &str,
    period: Period,
    assigner: &str,
    value: &Value,
) -> Result<Plan, StoreError> {
    Ok(Plan {
        id: PlanId(0),
        indicator: indicator(store, slug)?.id,
        period,
        assigner: assigner.to_owned(),
        quantity: value.quantity(),
        raw: value.raw.clone(),
        origin: Origin::Hand,
        state: State::Confirmed,
        position: 1,
    })
}

fn target(store: &Store, slug: &str, year: i32, value: &Value) -> Result<Target, StoreError> {
    Ok(Target {
        id: TargetId(0),
        indicator: indicator(store, slug)?.id,
        year,
        quantity: value.quantity(),
        document: None,
        selected: true,
        position: 1,
        raw: value.raw.clone(),
        origin: Origin::Carried { year: year - 1 },
        state: State::Draft,
    })
}

fn document(
    store: &Store,
    number: &str,
    subject: &str,
    state: DocumentState,
) -> Result<Document, StoreError> {
    Ok(Document {
        number: number.to_owned(),
        issuer: "HĐND thành phố".to_owned(),
        subject: subject.to_owned(),
        state,
        ..Document::new(home(store)?, "Nghị quyết")
    })
}

fn set_theme(
    changes: &mut Changes<'_>,
    year: i32,
    components: &[String],
) -> Result<(), StoreError> {
    let organisation = home(changes.store())?;
    let part =
        ThemePart { field: String::new(), heading: String::new(), components: components.to_vec() };
    let stored = changes.store().themes_of(organisation)?;
    let stored = stored.iter().find(|theme| theme.year == year).map(|theme| theme.id);
    let theme = Theme {
        id: stored.unwrap_or(ThemeId(0)),
        organisation,
        year,
        separator: " - ".to_owned(),
        parts: vec![part],
        origin: Origin::Hand,
        state: State::Confirmed,
    };
    match stored {
        Some(_) => changes.update_theme(&theme),
        None => changes.add_theme(&theme).map(drop),
    }
}

fn set_list(changes: &mut Changes<'_>, slug: &str, items: &[String]) -> Result<(), StoreError> {
    let organisation = home(changes.store())?;
    let item =
        |text: &String| ListItem { text: text.clone(), origin: Origin::Hand, state: State::Draft };
    let stored = changes.store().lists_of(organisation)?;
    let stored = stored.iter().find(|list| list.slug.as_str() == slug).map(|list| list.id);
    let list = ItemList {
        id: stored.unwrap_or(ListId(0)),
        organisation,
        slug: slug.parse().unwrap(),
        year: 2024,
        kind: "giai-phap".to_owned(),
        field: String::new(),
        name: "Giải pháp trọng tâm".to_owned(),
        counting_word: "giải pháp".to_owned(),
        stated_count: None,
        items: items.iter().map(item).collect(),
    };
    match stored {
        Some(_) => changes.update_list(&list),
        None => changes.add_list(&list).map(drop),
    }
}

fn scorecard_id(store: &Store, slug: &str) -> Result<Option<ScorecardId>, StoreError> {
    let all = store.scorecards_of(home(store)?)?;
    Ok(all.iter().find(|scorecard| scorecard.slug.as_str() == slug).map(|found| found.id))
}

fn set_scorecard(
    changes: &mut Changes<'_>,
    slug: &str,
    indicators: &[String],
) -> Result<(), StoreError> {
    let stored = scorecard_id(changes.store(), slug)?;
    let scorecard = Scorecard {
        id: stored.unwrap_or(ScorecardId(0)),
        organisation: home(changes.store())?,
        slug: slug.parse().unwrap(),
        year: 2023,
        name: "Bảng điểm chỉ tiêu".to_owned(),
        indicators: indicators
            .iter()
            .map(|slug| indicator(changes.store(), slug).map(|found| found.id))
            .collect::<Result<_, _>>()?,
    };
    match stored {
        Some(_) => changes.update_scorecard(&scorecard),
        None => changes.add_scorecard(&scorecard).map(drop),
    }
}
