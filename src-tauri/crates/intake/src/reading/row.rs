//! One value that a file says, in little memory: what the headings say of it is shared by all
//! cells of a line or column, and a plain number has no text of its own.

mod sent;

pub(crate) use sent::{Sender, receive};

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tongket_figures::{Amount, Period};

use super::place::Place;
use super::{Alternative, Extra, Measure, Status};

/// What the words around a value say of it. Empty or `None` where they say nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// Group headings above, outermost first, joined by ` > `.
    pub row_path: Arc<str>,
    /// Where the rows are units.
    pub organisation: Box<str>,
    /// The label of the row (`parent / part` for a part), or of the column where rows are units
    /// or periods.
    pub indicator: Arc<str>,
    pub measure: Option<Measure>,
    pub period: Option<Period>,
    /// As the file writes it.
    pub unit: Arc<str>,
    /// Who assigned a plan: "tỉnh" of "KH tỉnh giao 2022".
    pub assigner: Box<str>,
    /// A heading calls the numbers "số giả định".
    pub assumed: bool,
    /// The heading of the kinds of value, as written.
    pub head: Box<str>,
}

/// One row per cell that carries data or a trap, or per figure of a sentence.
#[derive(Debug, Clone)]
pub struct Row {
    place: Place,
    /// What is measured; the words of `heading` go before its own.
    subject: Arc<Labels>,
    heading: Arc<Labels>,
    value: Option<Amount>,
    /// `None` for "General".
    number_format: Option<Arc<FormatCode>>,
    status: Status,
    /// A typed total that is not the sum of its rows.
    contradicted: bool,
    aside: Option<Box<Aside>>,
}

/// A number format code, shared by the cells that have it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FormatCode(pub(crate) Box<str>);

/// What few cells say besides their number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Aside {
    /// What stands there; `None` when it is the digits of the value and nothing more.
    raw: Option<Box<str>>,
    /// A unit that stands in the cell itself.
    unit: Option<Box<str>>,
    extra: Option<Extra>,
    qualifier: Box<str>,
    alternatives: Box<[Alternative]>,
}

/// What a cell or a sentence says of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub value: Option<Amount>,
    /// As it stands there.
    pub raw: Box<str>,
    /// When it is another than that of the labels.
    pub unit: Option<Box<str>>,
    pub extra: Option<Extra>,
    /// Words around the number, as written: "trên", ">", "thứ".
    pub qualifier: Box<str>,
    pub status: Status,
    /// The other values that an ambiguous or guessed cell can mean.
    pub alternatives: Vec<Alternative>,
}

impl Row {
    /// The words of `heading` go before those of `subject`.
    pub fn new(place: Place, subject: Arc<Labels>, heading: Arc<Labels>, said: Said) -> Row {
        let Said { value, raw, unit, extra, qualifier, status, alternatives } = said;
        let plain = match value {
            Some(value) => *raw == *value.plain(),
            None => raw.is_empty(),
        };
        let (raw, alternatives) = ((!plain).then_some(raw), alternatives.into());
        let aside = Aside { raw, unit, extra, qualifier, alternatives };
        let aside = (aside != Aside::default()).then(|| Box::new(aside));
        let (number_format, contradicted) = (None, false);
        Row { place, subject, heading, value, number_format, status, contradicted, aside }
    }

    /// A number that stands there as its digits.
    pub(crate) fn of_digits(
        place: Place,
        subject: Arc<Labels>,
        heading: Arc<Labels>,
        value: Amount,
        status: Status,
    ) -> Row {
        let (value, number_format, aside, contradicted) = (Some(value), None, None, false);
        Row { place, subject, heading, value, number_format, status, contradicted, aside }
    }

    pub(crate) fn with_format(self, number_format: Option<Arc<FormatCode>>) -> Row {
        Row { number_format, ..self }
    }

    pub(crate) fn set_status(&mut self, status: Status) {
        self.status = status;
    }

    /// The rows that it sums up come to another sum.
    pub(crate) fn contradict(&mut self) {
        self.contradicted = true;
    }

    /// A typed total that is not the sum of its rows.
    pub fn is_contradicted(&self) -> bool {
        self.contradicted
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    pub fn row_path(&self) -> &str {
        self.shared_path()
    }

    /// As [`Row::row_path`], shared by the rows of a group.
    pub(crate) fn shared_path(&self) -> &Arc<str> {
        match self.heading.row_path.is_empty() {
            true => &self.subject.row_path,
            false => &self.heading.row_path,
        }
    }

    pub fn organisation(&self) -> &str {
        self.label(|labels| &labels.organisation)
    }

    pub fn indicator(&self) -> &str {
        self.label(|labels| &labels.indicator)
    }

    /// As [`Row::indicator`], shared by the rows of a line or column.
    pub(crate) fn shared_indicator(&self) -> &Arc<str> {
        match self.heading.indicator.is_empty() {
            true => &self.subject.indicator,
            false => &self.heading.indicator,
        }
    }

    pub fn measure(&self) -> Option<Measure> {
        self.heading.measure.or(self.subject.measure)
    }

    pub fn period(&self) -> Option<Period> {
        self.heading.period.or(self.subject.period)
    }

    /// The heading of its column, or of its line in a transposed table, as written.
    pub fn head(&self) -> &str {
        self.label(|labels| &labels.head)
    }

    /// A day that is asked for.
    pub(crate) fn is_date(&self) -> bool {
        self.status == Status::Date && self.measure() == Some(Measure::DocumentDate)
    }

    /// A figure of a sentence, not of a table.
    pub(crate) fn is_in_text(&self) -> bool {
        matches!(self.place, Place::Text(_))
    }

    /// As the file writes it; "lần" when the cell itself says so.
    pub fn unit(&self) -> &str {
        let own = self.aside.as_ref().and_then(|aside| aside.unit.as_deref());
        own.unwrap_or_else(|| self.label(|labels| &labels.unit))
    }

    pub fn assigner(&self) -> &str {
        self.label(|labels| &labels.assigner)
    }

    pub fn assumed(&self) -> bool {
        self.subject.assumed || self.heading.assumed
    }

    /// In [`Row::unit`], with the decimals as written.
    pub fn value(&self) -> Option<Amount> {
        self.value
    }

    /// The cell as it stands; a stored number without the noise behind its digits.
    pub fn raw(&self) -> Cow<'_, str> {
        let written = self.aside.as_ref().and_then(|aside| aside.raw.as_deref());
        match (written, self.value) {
            (Some(raw), _) => Cow::Borrowed(raw),
            (None, Some(value)) => Cow::Owned(value.plain()),
            (None, None) => Cow::Borrowed(""),
        }
    }

    pub fn number_format(&self) -> &str {
        self.number_format.as_ref().map_or("General", |format| &format.0)
    }

    pub fn extra(&self) -> Option<&Extra> {
        self.aside.as_ref()?.extra.as_ref()
    }

    pub fn qualifier(&self) -> &str {
        self.aside.as_ref().map_or("", |aside| &aside.qualifier)
    }

    pub fn status(&self) -> Status {
        self.status
    }

    pub fn alternatives(&self) -> &[Alternative] {
        self.aside.as_ref().map_or(&[], |aside| &aside.alternatives)
    }

    fn label(&self, of: impl Fn(&Labels) -> &str) -> &str {
        let said = of(&self.heading);
        if said.is_empty() { of(&self.subject) } else { said }
    }
}

/// Equal when they say the same, whoever they share their labels with.
impl PartialEq for Row {
    fn eq(&self, other: &Row) -> bool {
        let labels = |row: &Row| {
            let texts = [row.row_path(), row.organisation(), row.indicator(), row.unit()];
            (texts.map(str::to_owned), row.measure(), row.period(), row.assumed())
        };
        self.place == other.place
            && self.value == other.value
            && (self.status, self.contradicted) == (other.status, other.contradicted)
            && self.raw() == other.raw()
            && self.extra() == other.extra()
            && self.qualifier() == other.qualifier()
            && self.alternatives() == other.alternatives()
            && (self.assigner(), self.head()) == (other.assigner(), other.head())
            && labels(self) == labels(other)
    }
}

impl Eq for Row {}

/// The columns of `tongket import --json`.
#[derive(Serialize)]
struct Written<'r> {
    #[serde(flatten)]
    place: &'r Place,
    row_path: &'r str,
    organisation: &'r str,
    indicator: &'r str,
    #[serde(with = "super::empty_when_none")]
    measure: Option<Measure>,
    #[serde(with = "super::empty_when_none")]
    period: Option<Period>,
    unit: &'r str,
    raw: Cow<'r, str>,
    number_format: &'r str,
    #[serde(serialize_with = "super::value_text::serialize")]
    value: Option<Amount>,
    extra: String,
    qualifier: &'r str,
    status: Status,
    #[serde(skip_serializing_if = "str::is_empty")]
    assigner: &'r str,
    #[serde(skip_serializing_if = "str::is_empty")]
    head: &'r str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    assumed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    contradicted: bool,
    #[serde(skip_serializing_if = "<[Alternative]>::is_empty")]
    alternatives: &'r [Alternative],
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let extra = self.extra().map(Extra::to_string).unwrap_or_default();
        Written {
            place: &self.place,
            row_path: self.row_path(),
            organisation: self.organisation(),
            indicator: self.indicator(),
            measure: self.measure(),
            period: self.period(),
            unit: self.unit(),
            raw: self.raw(),
            number_format: self.number_format(),
            value: self.value,
            extra,
            qualifier: self.qualifier(),
            status: self.status,
            assigner: self.assigner(),
            head: self.head(),
            assumed: self.assumed(),
            contradicted: self.contradicted,
            alternatives: self.alternatives(),
        }
        .serialize(to)
    }
}

/// A row read back: each has its labels to itself.
#[derive(Deserialize)]
struct Read {
    #[serde(flatten)]
    place: Place,
    row_path: Arc<str>,
    organisation: Box<str>,
    indicator: Arc<str>,
    #[serde(with = "super::empty_when_none")]
    measure: Option<Measure>,
    #[serde(with = "super::empty_when_none")]
    period: Option<Period>,
    unit: Arc<str>,
    raw: Box<str>,
    #[serde(default)]
    number_format: Box<str>,
    #[serde(with = "super::empty_when_none")]
    value: Option<Amount>,
    extra: String,
    qualifier: Box<str>,
    status: Status,
    #[serde(default)]
    assigner: Box<str>,
    #[serde(default)]
    head: Box<str>,
    #[serde(default)]
    assumed: bool,
    #[serde(default)]
    contradicted: bool,
    #[serde(default)]
    alternatives: Vec<Alternative>,
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Row, D::Error> {
        let read = Read::deserialize(from)?;
        let Read { row_path, organisation, indicator, measure, period, unit, .. } = read;
        let (assigner, head, assumed) = (read.assigner, read.head, read.assumed);
        let labels = Labels {
            row_path,
            organisation,
            indicator,
            measure,
            period,
            unit,
            assigner,
            assumed,
            head,
        };
        let said = Said {
            value: read.value,
            raw: read.raw,
            unit: None,
            extra: Extra::read(&read.extra).map_err(serde::de::Error::custom)?,
            qualifier: read.qualifier,
            status: read.status,
            alternatives: read.alternatives,
        };
        let format = (!matches!(&*read.number_format, "" | "General"))
            .then(|| FormatCode(read.number_format).into());
        let row = Row::new(read.place, labels.into(), Arc::default(), said).with_format(format);
        Ok(Row { contradicted: read.contradicted, ..row })
    }
}
