//! Rows on their way from the reading child: texts, labels, sheets and formats go once, each before
//! the first row that names it, and a row in a few bytes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Read, Write};
use std::sync::Arc;

use rmp_serde::decode::{Deserializer, ReadReader};
use serde::{Deserialize, Serialize};
use tongket_figures::{Amount, Period};

use super::{Aside, FormatCode, Labels, Row};
use crate::reading::{Measure, Place, SheetName, Status};

/// Why rows did not come through.
type Lost = Box<dyn std::error::Error + Send + Sync>;

#[derive(Serialize, Deserialize)]
enum Item<'r> {
    #[serde(rename = "t")]
    Text(Box<str>),
    #[serde(rename = "l")]
    Labels(SentLabels),
    #[serde(rename = "s")]
    Sheet(SheetName),
    #[serde(rename = "f")]
    Format(Box<str>),
    #[serde(rename = "r")]
    Row(SentRow<'r>),
    #[serde(rename = "e")]
    End,
}

/// Texts by their place among those that were sent.
#[derive(Serialize, Deserialize)]
struct SentLabels {
    row_path: u32,
    organisation: u32,
    indicator: u32,
    measure: Option<Measure>,
    period: Option<Period>,
    unit: u32,
    assigner: u32,
    assumed: bool,
    head: u32,
}

#[derive(Serialize, Deserialize)]
struct SentRow<'r> {
    place: SentPlace,
    subject: u32,
    heading: u32,
    value: Option<Amount>,
    raw: Option<Cow<'r, str>>,
    format: Option<u32>,
    status: Status,
    contradicted: bool,
    aside: Option<Cow<'r, Aside>>,
}

#[derive(Serialize, Deserialize)]
enum SentPlace {
    /// Sheet, row and column.
    #[serde(rename = "c")]
    Cell(u32, u32, u32),
    #[serde(rename = "t")]
    Text(u32),
}

/// Writes rows one after the other, then the end.
pub(crate) fn send(rows: &[Row], to: impl Write) -> Result<(), Lost> {
    let mut sender = Sender {
        to: rmp_serde::Serializer::new(to),
        texts: HashMap::new(),
        labels: HashMap::new(),
        sheets: HashMap::new(),
        formats: HashMap::new(),
    };
    for row in rows {
        sender.row(row)?;
    }
    sender.item(&Item::End)
}

/// Places of what was sent; of what rows share by its address, since no row is let go meanwhile.
struct Sender<'r, W: Write> {
    to: rmp_serde::Serializer<W>,
    texts: HashMap<&'r str, u32>,
    labels: HashMap<*const Labels, u32>,
    sheets: HashMap<*const SheetName, u32>,
    formats: HashMap<*const FormatCode, u32>,
}

impl<'r, W: Write> Sender<'r, W> {
    fn item(&mut self, item: &Item<'_>) -> Result<(), Lost> {
        Ok(item.serialize(&mut self.to)?)
    }

    fn row(&mut self, row: &'r Row) -> Result<(), Lost> {
        let place = match &row.place {
            Place::Cell { sheet, row, col } => SentPlace::Cell(self.sheet(sheet)?, *row, *col),
            Place::Text(location) => SentPlace::Text(self.text(location)?),
        };
        let (subject, heading) = (self.labels(&row.subject)?, self.labels(&row.heading)?);
        let format = row.number_format.as_ref().map(|format| self.format(format)).transpose()?;
        self.item(&Item::Row(SentRow {
            place,
            subject,
            heading,
            value: row.value,
            raw: row.raw.as_deref().map(Cow::Borrowed),
            format,
            status: row.status,
            contradicted: row.contradicted,
            aside: row.aside.as_deref().map(Cow::Borrowed),
        }))
    }

    fn text(&mut self, text: &'r str) -> Result<u32, Lost> {
        if let Some(place) = self.texts.get(text) {
            return Ok(*place);
        }
        let place = u32::try_from(self.texts.len())?;
        self.texts.insert(text, place);
        self.item(&Item::Text(text.into()))?;
        Ok(place)
    }

    fn labels(&mut self, labels: &'r Arc<Labels>) -> Result<u32, Lost> {
        if let Some(place) = self.labels.get(&Arc::as_ptr(labels)) {
            return Ok(*place);
        }
        let sent = SentLabels {
            row_path: self.text(&labels.row_path)?,
            organisation: self.text(&labels.organisation)?,
            indicator: self.text(&labels.indicator)?,
            measure: labels.measure,
            period: labels.period,
            unit: self.text(&labels.unit)?,
            assigner: self.text(&labels.assigner)?,
            assumed: labels.assumed,
            head: self.text(&labels.head)?,
        };
        let place = u32::try_from(self.labels.len())?;
        self.labels.insert(Arc::as_ptr(labels), place);
        self.item(&Item::Labels(sent))?;
        Ok(place)
    }

    fn sheet(&mut self, sheet: &Arc<SheetName>) -> Result<u32, Lost> {
        let next = u32::try_from(self.sheets.len())?;
        let place = *self.sheets.entry(Arc::as_ptr(sheet)).or_insert(next);
        if place == next {
            self.item(&Item::Sheet(SheetName::clone(sheet)))?;
        }
        Ok(place)
    }

    fn format(&mut self, format: &Arc<FormatCode>) -> Result<u32, Lost> {
        let next = u32::try_from(self.formats.len())?;
        let place = *self.formats.entry(Arc::as_ptr(format)).or_insert(next);
        if place == next {
            self.item(&Item::Format(format.0.clone()))?;
        }
        Ok(place)
    }
}

/// Reads what [`send`] wrote.
pub(crate) fn receive<R: Read>(from: &mut Deserializer<ReadReader<R>>) -> Result<Vec<Row>, Lost> {
    let mut received = Received::default();
    loop {
        match Item::deserialize(&mut *from)? {
            Item::Text(text) => received.texts.push(text.into()),
            Item::Labels(labels) => {
                let labels = received.labels_of(labels)?;
                received.labels.push(labels.into());
            }
            Item::Sheet(sheet) => received.sheets.push(sheet.into()),
            Item::Format(code) => received.formats.push(FormatCode(code).into()),
            Item::Row(row) => {
                let row = received.row_of(row)?;
                received.rows.push(row);
            }
            Item::End => return Ok(received.rows),
        }
    }
}

#[derive(Default)]
struct Received {
    texts: Vec<Arc<str>>,
    labels: Vec<Arc<Labels>>,
    sheets: Vec<Arc<SheetName>>,
    formats: Vec<Arc<FormatCode>>,
    rows: Vec<Row>,
}

impl Received {
    fn labels_of(&self, sent: SentLabels) -> Result<Labels, Lost> {
        let text = |place: u32| nth(&self.texts, place);
        let owned = |place: u32| text(place).map(|text| Box::from(&*text));
        Ok(Labels {
            row_path: text(sent.row_path)?,
            organisation: owned(sent.organisation)?,
            indicator: owned(sent.indicator)?,
            measure: sent.measure,
            period: sent.period,
            unit: owned(sent.unit)?,
            assigner: owned(sent.assigner)?,
            assumed: sent.assumed,
            head: owned(sent.head)?,
        })
    }

    fn row_of(&self, sent: SentRow<'_>) -> Result<Row, Lost> {
        let SentRow { value, raw, status, contradicted, aside, .. } = sent;
        let place = match sent.place {
            SentPlace::Cell(sheet, row, col) => {
                Place::Cell { sheet: nth(&self.sheets, sheet)?, row, col }
            }
            SentPlace::Text(location) => Place::Text(nth(&self.texts, location)?),
        };
        let subject = nth(&self.labels, sent.subject)?;
        let heading = nth(&self.labels, sent.heading)?;
        let number_format = sent.format.map(|place| nth(&self.formats, place)).transpose()?;
        Ok(Row {
            place,
            subject,
            heading,
            value,
            raw: raw.map(|raw| raw.into()),
            number_format,
            status,
            contradicted,
            aside: aside.map(|aside| Box::new(aside.into_owned())),
        })
    }
}

fn nth<T: ?Sized>(of: &[Arc<T>], place: u32) -> Result<Arc<T>, Lost> {
    let found = of.get(usize::try_from(place)?).map(Arc::clone);
    found.ok_or_else(|| "a row names what was not sent".into())
}
