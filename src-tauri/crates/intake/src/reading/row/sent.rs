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
use crate::interpret::TakeRows;
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
    /// A row that was sent is a total which its rows contradict.
    #[serde(rename = "c")]
    Contradicted(usize),
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
    /// Digits and decimals.
    value: Option<(i64, u32)>,
    /// The value where it has more digits.
    long: Option<Amount>,
    format: Option<u32>,
    status: Status,
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

/// Writes rows as they come. What they share goes by its address, and is held so that no address
/// is used twice.
pub(crate) struct Sender<W: Write> {
    to: rmp_serde::Serializer<W>,
    texts: HashMap<Arc<str>, u32>,
    labels: HashMap<*const Labels, (u32, Arc<Labels>)>,
    sheets: HashMap<*const SheetName, (u32, Arc<SheetName>)>,
    formats: HashMap<*const FormatCode, (u32, Arc<FormatCode>)>,
    last_subject: Option<(u32, Arc<Labels>)>,
    last_sheet: Option<(u32, Arc<SheetName>)>,
    /// The first thing that did not go through; nothing is sent behind it.
    lost: Option<Lost>,
}

impl<W: Write> TakeRows for Sender<W> {
    fn take(&mut self, row: Row) {
        if self.lost.is_none() {
            self.lost = self.row(&row).err();
        }
    }

    fn contradict(&mut self, nth: usize) {
        if self.lost.is_none() {
            self.lost = self.item(&Item::Contradicted(nth)).err();
        }
    }
}

impl<W: Write> Sender<W> {
    pub(crate) fn new(to: W) -> Sender<W> {
        Sender {
            to: rmp_serde::Serializer::new(to),
            texts: HashMap::new(),
            labels: HashMap::new(),
            sheets: HashMap::new(),
            formats: HashMap::new(),
            last_subject: None,
            last_sheet: None,
            lost: None,
        }
    }

    /// No row comes any more.
    pub(crate) fn end(mut self) -> Result<(), Lost> {
        match self.lost.take() {
            Some(lost) => Err(lost),
            None => self.item(&Item::End),
        }
    }

    fn item(&mut self, item: &Item<'_>) -> Result<(), Lost> {
        Ok(item.serialize(&mut self.to)?)
    }

    fn row(&mut self, row: &Row) -> Result<(), Lost> {
        let place = match &row.place {
            Place::Cell { sheet, row, col } => SentPlace::Cell(self.sheet(sheet)?, *row, *col),
            Place::Text(location) => SentPlace::Text(self.text(&Arc::from(&***location))?),
        };
        let subject = match &self.last_subject {
            Some((place, last)) if Arc::ptr_eq(last, &row.subject) => *place,
            _ => {
                let place = self.labels(&row.subject)?;
                self.last_subject = Some((place, Arc::clone(&row.subject)));
                place
            }
        };
        let heading = self.labels(&row.heading)?;
        let format = row.number_format.as_ref().map(|format| self.format(format)).transpose()?;
        let value = row.value.and_then(Amount::parts);
        self.item(&Item::Row(SentRow {
            place,
            subject,
            heading,
            value,
            long: row.value.filter(|_| value.is_none()),
            format,
            status: row.status,
            aside: row.aside.as_deref().map(Cow::Borrowed),
        }))
    }

    fn text(&mut self, text: &Arc<str>) -> Result<u32, Lost> {
        if let Some(place) = self.texts.get(text) {
            return Ok(*place);
        }
        let place = u32::try_from(self.texts.len())?;
        self.texts.insert(Arc::clone(text), place);
        self.item(&Item::Text((&**text).into()))?;
        Ok(place)
    }

    /// As [`Sender::text`], of a text that is not shared.
    fn own_text(&mut self, text: &str) -> Result<u32, Lost> {
        match self.texts.get(text) {
            Some(place) => Ok(*place),
            None => self.text(&text.into()),
        }
    }

    fn labels(&mut self, labels: &Arc<Labels>) -> Result<u32, Lost> {
        if let Some((place, _)) = self.labels.get(&Arc::as_ptr(labels)) {
            return Ok(*place);
        }
        let sent = SentLabels {
            row_path: self.text(&labels.row_path)?,
            organisation: self.own_text(&labels.organisation)?,
            indicator: self.text(&labels.indicator)?,
            measure: labels.measure,
            period: labels.period,
            unit: self.text(&labels.unit)?,
            assigner: self.own_text(&labels.assigner)?,
            assumed: labels.assumed,
            head: self.own_text(&labels.head)?,
        };
        let place = u32::try_from(self.labels.len())?;
        self.labels.insert(Arc::as_ptr(labels), (place, Arc::clone(labels)));
        self.item(&Item::Labels(sent))?;
        Ok(place)
    }

    fn sheet(&mut self, sheet: &Arc<SheetName>) -> Result<u32, Lost> {
        if let Some((place, _)) =
            self.last_sheet.as_ref().filter(|(_, last)| Arc::ptr_eq(last, sheet))
        {
            return Ok(*place);
        }
        let next = u32::try_from(self.sheets.len())?;
        let shared = || (next, Arc::clone(sheet));
        let place = self.sheets.entry(Arc::as_ptr(sheet)).or_insert_with(shared).0;
        if place == next {
            self.item(&Item::Sheet(SheetName::clone(sheet)))?;
        }
        self.last_sheet = Some((place, Arc::clone(sheet)));
        Ok(place)
    }

    fn format(&mut self, format: &Arc<FormatCode>) -> Result<u32, Lost> {
        let next = u32::try_from(self.formats.len())?;
        let shared = || (next, Arc::clone(format));
        let place = self.formats.entry(Arc::as_ptr(format)).or_insert_with(shared).0;
        if place == next {
            self.item(&Item::Format(format.0.clone()))?;
        }
        Ok(place)
    }
}

/// Reads what a [`Sender`] wrote.
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
            Item::Contradicted(nth) => {
                let row = received.rows.get_mut(nth);
                row.ok_or("a row is contradicted that was not sent")?.contradict();
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
            indicator: text(sent.indicator)?,
            measure: sent.measure,
            period: sent.period,
            unit: text(sent.unit)?,
            assigner: owned(sent.assigner)?,
            assumed: sent.assumed,
            head: owned(sent.head)?,
        })
    }

    fn row_of(&self, sent: SentRow<'_>) -> Result<Row, Lost> {
        let SentRow { long, status, aside, .. } = sent;
        let short = sent.value.map(|(digits, decimals)| Amount::of_parts(digits, decimals));
        let value = short.transpose()?.or(long);
        let place = match sent.place {
            SentPlace::Cell(sheet, row, col) => {
                Place::Cell { sheet: nth(&self.sheets, sheet)?, row, col }
            }
            SentPlace::Text(location) => {
                let location = nth(&self.texts, location)?;
                Place::Text(Box::<str>::from(&*location).into())
            }
        };
        let subject = nth(&self.labels, sent.subject)?;
        let heading = nth(&self.labels, sent.heading)?;
        let number_format = sent.format.map(|place| nth(&self.formats, place)).transpose()?;
        Ok(Row {
            place,
            subject,
            heading,
            value,
            number_format,
            status,
            contradicted: false,
            aside: aside.map(|aside| Box::new(aside.into_owned())),
        })
    }
}

fn nth<T: ?Sized>(of: &[Arc<T>], place: u32) -> Result<Arc<T>, Lost> {
    let found = of.get(usize::try_from(place)?).map(Arc::clone);
    found.ok_or_else(|| "a row names what was not sent".into())
}
