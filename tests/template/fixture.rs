//! Facts as plain data: a case file writes indicators, figures, plans and lists as an office
//! would, and templates ask them through the same trait as the database.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use tongket_figures::{Date, Direction, Period, Quantity, Style, Unit};
use tongket_model::{
    Document, DocumentEvent, DocumentId, DocumentState, EventKind, Figure, FigureId, FigureKind,
    Indicator, IndicatorId, ItemList, Level, ListId, ListItem, Office, Organisation,
    OrganisationId, Origin, Plan, PlanId, Scorecard, ScorecardId, Side, Signing, State, Target,
    TargetId, Theme, ThemeId, ThemePart,
};
use tongket_template::Facts;

use crate::memory::{self, WrittenBody, WrittenConclusion, WrittenConference};
use crate::plain_facts::PlainFacts;

pub const OFFICE: OrganisationId = OrganisationId(1);

/// The table `[facts]` of a case file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    year: i32,
    #[serde(default)]
    style: Style,
    #[serde(default = "Names::of_sample")]
    office: Names,
    #[serde(default = "default_citation")]
    citation: String,
    /// By slug; slugs are numbered in their alphabetical order.
    #[serde(default)]
    indicators: BTreeMap<String, WrittenIndicator>,
    #[serde(default)]
    scorecards: Vec<WrittenScorecard>,
    #[serde(default)]
    themes: Vec<WrittenTheme>,
    #[serde(default)]
    lists: Vec<WrittenList>,
    #[serde(default)]
    documents: Vec<WrittenDocument>,
    #[serde(default)]
    bodies: Vec<WrittenBody>,
    #[serde(default)]
    conferences: Vec<WrittenConference>,
    #[serde(default)]
    conclusions: Vec<WrittenConclusion>,
    /// Groups with their units: `["Sở, ban, ngành", "Sở A", "Sở B"]`.
    #[serde(default)]
    pub units: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    name: String,
    short_name: String,
    place: String,
}

impl Names {
    fn of_sample() -> Names {
        Names {
            name: "Đảng bộ thành phố".to_owned(),
            short_name: "thành phố".to_owned(),
            place: "Thành phố".to_owned(),
        }
    }
}

fn default_citation() -> String {
    "{loai} số {so}, ngày {ngay} của {co_quan}".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenIndicator {
    name: String,
    #[serde(default)]
    short_name: String,
    unit: String,
    #[serde(default)]
    field: String,
    #[serde(default)]
    direction: Direction,
    decimals: Option<u32>,
    #[serde(default)]
    phrase: String,
    part_of: Option<String>,
    cumulates: Option<String>,
    since: Option<i32>,
    #[serde(default)]
    supplier: String,
    #[serde(default)]
    due: String,
    /// Period, kind and value; a fourth element is the state.
    #[serde(default)]
    figures: Vec<Vec<String>>,
    /// Period, assigner and value.
    #[serde(default)]
    plans: Vec<[String; 3]>,
    #[serde(default)]
    targets: Vec<WrittenTarget>,
    /// Unit, period, measure and value.
    #[serde(default)]
    pub reported: Vec<[String; 4]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTarget {
    year: i32,
    value: String,
    #[serde(default)]
    selected: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenScorecard {
    slug: String,
    year: i32,
    name: String,
    indicators: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTheme {
    year: i32,
    separator: String,
    parts: Vec<ThemePartText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemePartText {
    #[serde(default)]
    heading: String,
    components: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenList {
    slug: String,
    year: i32,
    kind: String,
    #[serde(default)]
    field: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    counting_word: String,
    stated_count: Option<i64>,
    items: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDocument {
    kind: String,
    #[serde(default)]
    number: String,
    date: Option<Date>,
    #[serde(default)]
    issuer: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    field: String,
    #[serde(default)]
    pending: bool,
    /// The day of its mid-term review.
    reviewed: Option<Date>,
}

impl Written {
    pub fn facts(&self) -> Arc<dyn Facts> {
        let bodies = memory::bodies(&self.bodies);
        let documents: Vec<Document> =
            (1..).zip(&self.documents).map(WrittenDocument::document).collect();
        Arc::new(PlainFacts {
            year: self.year,
            citation: self.citation.clone(),
            organisation: Organisation {
                id: OFFICE,
                slug: "co-quan".parse().unwrap(),
                name: self.office.name.clone(),
                short_name: self.office.short_name.clone(),
                parent: None,
                level: Level::Province,
                side: Side::Party,
            },
            office: self.office(),
            indicators: self.indicators.keys().map(|slug| self.indicator(slug)).collect(),
            figures: self.of_each(WrittenIndicator::figures),
            plans: self.of_each(WrittenIndicator::plans),
            targets: self.of_each(WrittenIndicator::targets),
            scorecards: self.scorecards.iter().map(|card| self.scorecard(card)).collect(),
            themes: self.themes.iter().map(WrittenTheme::theme).collect(),
            lists: self.lists.iter().map(WrittenList::list).collect(),
            conferences: memory::conferences(&self.conferences),
            conclusions: memory::conclusions(&self.conclusions, &bodies, &documents),
            documents,
            bodies,
            reporters: self.reporters(),
            reported: self.of_each(|written, id| self.reported(written, id)),
        })
    }

    fn office(&self) -> Office {
        Office {
            organisation: OFFICE,
            superior_line: String::new(),
            issuer_line: String::new(),
            place: self.office.place.clone(),
            symbol: String::new(),
            profile: String::new(),
            signing: Signing {
                authority: String::new(),
                position: String::new(),
                name: String::new(),
            },
            other_signers: Vec::new(),
            recipients: Vec::new(),
            style: self.style.clone(),
        }
    }

    fn id(&self, slug: &str) -> IndicatorId {
        let place = self.indicators.keys().position(|known| known == slug);
        IndicatorId(i64::try_from(place.unwrap_or_else(|| panic!("no indicator {slug}"))).unwrap())
    }

    fn of_each<T>(
        &self,
        rows: impl Fn(&WrittenIndicator, IndicatorId) -> Vec<T>,
    ) -> BTreeMap<IndicatorId, Vec<T>> {
        let all = self.indicators.iter();
        all.map(|(slug, written)| (self.id(slug), rows(written, self.id(slug)))).collect()
    }

    fn indicator(&self, slug: &str) -> Indicator {
        let written = &self.indicators[slug];
        Indicator {
            id: self.id(slug),
            organisation: OFFICE,
            slug: slug.parse().unwrap(),
            name: written.name.clone(),
            short_name: written.short_name.clone(),
            aliases: Vec::new(),
            unit: Unit::read(&written.unit),
            field: written.field.clone(),
            direction: written.direction,
            decimals: written.decimals,
            phrase: written.phrase.clone(),
            part_of: written.part_of.as_deref().map(|slug| self.id(slug)),
            cumulates: written.cumulates.as_deref().map(|slug| self.id(slug)),
            since: written.since,
            supplier: written.supplier.clone(),
            due: written.due.clone(),
            position: self.id(slug).0,
        }
    }

    fn scorecard(&self, written: &WrittenScorecard) -> Scorecard {
        Scorecard {
            id: ScorecardId(1),
            organisation: OFFICE,
            slug: written.slug.parse().unwrap(),
            year: written.year,
            name: written.name.clone(),
            indicators: written.indicators.iter().map(|slug| self.id(slug)).collect(),
        }
    }
}

impl WrittenIndicator {
    pub fn quantity(&self, text: &str) -> Quantity {
        Quantity::read(text, &Unit::read(&self.unit)).unwrap()
    }

    fn figures(&self, indicator: IndicatorId) -> Vec<Figure> {
        let figure = |row: &Vec<String>| {
            let [period, kind, value, state @ ..] = row.as_slice() else { panic!("{row:?}") };
            Figure {
                id: FigureId(1),
                indicator,
                organisation: OFFICE,
                period: period.parse::<Period>().unwrap(),
                kind: FigureKind::from_code(kind).unwrap(),
                quantity: self.quantity(value),
                raw: value.clone(),
                origin: Origin::Hand,
                state: state.first().map_or(State::Confirmed, |s| State::from_code(s).unwrap()),
                published: None,
            }
        };
        self.figures.iter().map(figure).collect()
    }

    fn plans(&self, indicator: IndicatorId) -> Vec<Plan> {
        let plan = |(place, [period, assigner, value]): (usize, &[String; 3])| Plan {
            id: PlanId(1),
            indicator,
            period: period.parse().unwrap(),
            assigner: assigner.clone(),
            quantity: self.quantity(value),
            raw: value.clone(),
            origin: Origin::Hand,
            state: State::Confirmed,
            position: i64::try_from(place).unwrap(),
        };
        self.plans.iter().enumerate().map(plan).collect()
    }

    fn targets(&self, indicator: IndicatorId) -> Vec<Target> {
        let target = |written: &WrittenTarget| Target {
            id: TargetId(1),
            indicator,
            year: written.year,
            quantity: self.quantity(&written.value),
            document: None,
            selected: written.selected,
            position: indicator.0,
            raw: written.value.clone(),
            origin: Origin::Hand,
            state: State::Confirmed,
        };
        self.targets.iter().map(target).collect()
    }
}

impl WrittenTheme {
    fn theme(&self) -> Theme {
        let part = |part: &ThemePartText| ThemePart {
            field: String::new(),
            heading: part.heading.clone(),
            components: part.components.clone(),
        };
        Theme {
            id: ThemeId(1),
            organisation: OFFICE,
            year: self.year,
            separator: self.separator.clone(),
            parts: self.parts.iter().map(part).collect(),
            origin: Origin::Hand,
            state: State::Confirmed,
        }
    }
}

impl WrittenList {
    fn list(&self) -> ItemList {
        let item = |text: &String| ListItem {
            text: text.clone(),
            origin: Origin::Hand,
            state: State::Confirmed,
        };
        ItemList {
            id: ListId(1),
            organisation: OFFICE,
            slug: self.slug.parse().unwrap(),
            year: self.year,
            kind: self.kind.clone(),
            field: self.field.clone(),
            name: self.name.clone(),
            counting_word: self.counting_word.clone(),
            stated_count: self.stated_count,
            items: self.items.iter().map(item).collect(),
        }
    }
}

fn mid_term_review(day: Date) -> DocumentEvent {
    DocumentEvent { kind: EventKind::MidTermReview, date: Some(day), note: String::new() }
}

impl WrittenDocument {
    fn document((id, it): (i64, &WrittenDocument)) -> Document {
        Document {
            id: DocumentId(id),
            number: it.number.clone(),
            date: it.date,
            issuer: it.issuer.clone(),
            subject: it.subject.clone(),
            field: it.field.clone(),
            events: it.reviewed.map(mid_term_review).into_iter().collect(),
            state: if it.pending { DocumentState::Pending } else { DocumentState::Issued },
            ..Document::new(OFFICE, &it.kind)
        }
    }
}
