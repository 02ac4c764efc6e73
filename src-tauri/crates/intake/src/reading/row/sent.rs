//! Rows on their way from the reading child: what they share goes once, before the first row that
//! names it by its number, and a row in a few bytes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Read, Write};
use std::sync::Arc;

use foldhash::fast::RandomState;
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
    Text(Cow<'r, str>),
    #[serde(rename = "l")]
    Labels(SentLabels<'r>),
    #[serde(rename = "s")]
    Sheet(Cow<'r, SheetName>),
    #[serde(rename = "f")]
    Format(Cow<'r, str>),
    #[serde(rename = "r")]
    Row(SentRow<'r>),
    /// A row that was sent is a total which its rows contradict.
    #[serde(rename = "c")]
    Contradicted(usize),
    #[serde(rename = "e")]
    End,
}

/// Group and unit are texts that many labels share.
#[derive(Serialize, Deserialize)]
struct SentLabels<'r> {
    row_path: u32,
    organisation: Cow<'r, str>,
    indicator: Cow<'r, str>,
    measure: Option<Measure>,
    period: Option<Period>,
    unit: u32,
    assigner: Cow<'r, str>,
    assumed: bool,
    head: Cow<'r, str>,
}

#[derive(Serialize, Deserialize)]
struct SentRow<'r> {
    place: SentPlace<'r>,
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
enum SentPlace<'r> {
    /// Sheet, row and column.
    #[serde(rename = "c")]
    Cell(u32, u32, u32),
    #[serde(rename = "t")]
    Text(Cow<'r, str>),
}

/// Writes rows as they come.
pub(crate) struct Sender<W: Write> {
    to: Sink<W>,
    texts: Shared<str>,
    labels: Shared<Labels>,
    sheets: Shared<SheetName>,
    formats: Shared<FormatCode>,
    /// The first thing that did not go through; nothing is sent behind it.
    lost: Option<Lost>,
}

struct Sink<W: Write>(rmp_serde::Serializer<W>);

impl<W: Write> Sink<W> {
    fn item(&mut self, item: &Item<'_>) -> Result<(), Lost> {
        Ok(item.serialize(&mut self.0)?)
    }
}

/// What was sent so far, by its address: held, so that no address is used twice.
struct Shared<T: ?Sized>(HashMap<*const T, (u32, Arc<T>), RandomState>);

impl<T: ?Sized> Default for Shared<T> {
    fn default() -> Shared<T> {
        Shared(HashMap::default())
    }
}

impl<T: ?Sized> Shared<T> {
    /// Its number; what has none yet is sent first.
    fn number(
        &mut self,
        of: &Arc<T>,
        send: impl FnOnce(&T) -> Result<(), Lost>,
    ) -> Result<u32, Lost> {
        if let Some((number, _)) = self.0.get(&Arc::as_ptr(of)) {
            return Ok(*number);
        }
        send(of)?;
        let number = u32::try_from(self.0.len())?;
        self.0.insert(Arc::as_ptr(of), (number, Arc::clone(of)));
        Ok(number)
    }
}

impl<W: Write> TakeRows for Sender<W> {
    fn take(&mut self, row: Row) {
        if self.lost.is_none() {
            self.lost = self.row(&row).err();
        }
    }

    fn contradict(&mut self, nth: usize) {
        if self.lost.is_none() {
            self.lost = self.to.item(&Item::Contradicted(nth)).err();
        }
    }
}

impl<W: Write> Sender<W> {
    pub(crate) fn new(to: W) -> Sender<W> {
        Sender {
            to: Sink(rmp_serde::Serializer::new(to)),
            texts: Shared::default(),
            labels: Shared::default(),
            sheets: Shared::default(),
            formats: Shared::default(),
            lost: None,
        }
    }

    /// No row comes any more.
    pub(crate) fn end(mut self) -> Result<(), Lost> {
        match self.lost.take() {
            Some(lost) => Err(lost),
            None => self.to.item(&Item::End),
        }
    }

    fn row(&mut self, row: &Row) -> Result<(), Lost> {
        let Sender { to, sheets, formats, .. } = self;
        let place = match &row.place {
            Place::Cell { sheet, row, col } => {
                let send = |name: &SheetName| to.item(&Item::Sheet(Cow::Borrowed(name)));
                SentPlace::Cell(sheets.number(sheet, send)?, *row, *col)
            }
            Place::Text(location) => SentPlace::Text(Cow::Borrowed(location)),
        };
        let format = row.number_format.as_ref().map(|format| {
            let send = |code: &FormatCode| to.item(&Item::Format(Cow::Borrowed(&code.0)));
            formats.number(format, send)
        });
        let (subject, heading) = (self.labels(&row.subject)?, self.labels(&row.heading)?);
        let value = row.value.and_then(Amount::parts);
        self.to.item(&Item::Row(SentRow {
            place,
            subject,
            heading,
            value,
            long: row.value.filter(|_| value.is_none()),
            format: format.transpose()?,
            status: row.status,
            aside: row.aside.as_deref().map(Cow::Borrowed),
        }))
    }

    fn labels(&mut self, labels: &Arc<Labels>) -> Result<u32, Lost> {
        let Sender { to, texts, labels: sent, .. } = self;
        sent.number(labels, |labels| {
            let mut text = |text: &Arc<str>| {
                texts.number(text, |text| to.item(&Item::Text(Cow::Borrowed(text))))
            };
            let (row_path, unit) = (text(&labels.row_path)?, text(&labels.unit)?);
            to.item(&Item::Labels(SentLabels {
                row_path,
                organisation: Cow::Borrowed(&labels.organisation),
                indicator: Cow::Borrowed(&labels.indicator),
                measure: labels.measure,
                period: labels.period,
                unit,
                assigner: Cow::Borrowed(&labels.assigner),
                assumed: labels.assumed,
                head: Cow::Borrowed(&labels.head),
            }))
        })
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
            Item::Sheet(sheet) => received.sheets.push(sheet.into_owned().into()),
            Item::Format(code) => received.formats.push(FormatCode(code.into()).into()),
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
    fn labels_of(&self, sent: SentLabels<'_>) -> Result<Labels, Lost> {
        Ok(Labels {
            row_path: nth(&self.texts, sent.row_path)?,
            organisation: sent.organisation.into(),
            indicator: sent.indicator.into(),
            measure: sent.measure,
            period: sent.period,
            unit: nth(&self.texts, sent.unit)?,
            assigner: sent.assigner.into(),
            assumed: sent.assumed,
            head: sent.head.into(),
        })
    }

    fn row_of(&self, sent: SentRow<'_>) -> Result<Row, Lost> {
        let place = match sent.place {
            SentPlace::Cell(sheet, row, col) => {
                Place::Cell { sheet: nth(&self.sheets, sheet)?, row, col }
            }
            SentPlace::Text(location) => Place::Text(Box::<str>::from(location).into()),
        };
        let short = sent.value.map(|(digits, decimals)| Amount::of_parts(digits, decimals));
        Ok(Row {
            place,
            subject: nth(&self.labels, sent.subject)?,
            heading: nth(&self.labels, sent.heading)?,
            value: short.transpose()?.or(sent.long),
            number_format: sent.format.map(|place| nth(&self.formats, place)).transpose()?,
            status: sent.status,
            contradicted: false,
            aside: sent.aside.map(|aside| Box::new(aside.into_owned())),
        })
    }
}

fn nth<T: ?Sized>(of: &[Arc<T>], place: u32) -> Result<Arc<T>, Lost> {
    let found = of.get(usize::try_from(place)?).map(Arc::clone);
    found.ok_or_else(|| "a row names what was not sent".into())
}
