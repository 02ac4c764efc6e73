//! The indicators that the built-in reports ask for, and which of the office's own each of them is:
//! by its slug, or by the names under which offices keep it.

use std::sync::LazyLock;

use foldhash::HashMap;
use tongket_figures::{Amount, Unit};
use tongket_intake::IndicatorNames;
use tongket_model::Indicator;

pub(crate) struct KnownIndicator {
    /// By which templates ask for it.
    pub slug: &'static str,
    pub name: &'static str,
    /// Its own name first.
    names: Vec<&'static str>,
    unit: Unit,
}

static KNOWN: LazyLock<Vec<KnownIndicator>> = LazyLock::new(|| {
    let table = include_str!("../../../../assets/indicators.tsv");
    table.lines().skip(1).filter_map(KnownIndicator::read).collect()
});

/// The one of that slug.
pub(crate) fn known_indicator(slug: &str) -> Option<&'static KnownIndicator> {
    KNOWN.iter().find(|known| known.slug == slug)
}

/// For each slug of a known indicator the place of the one in `own` that goes by one of its names
/// and is measured alike.
pub(crate) fn own_by_known_slug(own: &[Indicator]) -> HashMap<&'static str, usize> {
    let called = IndicatorNames::new(own);
    let mut places = HashMap::default();
    for known in KNOWN.iter() {
        let mut named = known.names.iter().filter_map(|name| called.find(name));
        let meant = named.find(|it| are_alike(&it.unit, &known.unit));
        let place = meant.and_then(|meant| own.iter().position(|it| it.id == meant.id));
        places.extend(place.map(|place| (known.slug, place)));
    }
    places
}

/// Whether values of the two may be told in one sentence: "tỷ đồng" and "triệu đồng"; counts of
/// whatever.
fn are_alike(one: &Unit, other: &Unit) -> bool {
    one.is_count() && other.is_count() || one.convert(Amount::from(1), other).is_ok()
}

impl KnownIndicator {
    /// Slug, name, other names, unit, field.
    fn read(line: &'static str) -> Option<KnownIndicator> {
        let mut cells = line.split('\t');
        let (slug, name) = (cells.next()?, cells.next()?);
        let others = cells.next()?.split(';').filter(|name| !name.is_empty());
        let names = std::iter::once(name).chain(others).collect();
        Some(KnownIndicator { slug, name, names, unit: Unit::read(cells.next()?) })
    }
}
