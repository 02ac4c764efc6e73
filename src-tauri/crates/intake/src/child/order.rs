//! What the reading child is asked for, and its answer on its way: the file, then what was
//! understood of it.

use std::io::{Read, Write};

use rmp_serde::Serializer;
use rmp_serde::decode::Deserializer;
use serde::{Deserialize, Serialize};

use crate::error::IntakeError;
use crate::interpret::interpret_into;
use crate::prose::{ProseFigure, extract_file};
use crate::raw::RawFile;
use crate::read::ReadOptions;
use crate::reading::{Context, Reading, Sender, receive};

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Order {
    pub(super) options: ReadOptions,
    pub(super) wanted: Wanted,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum Wanted {
    /// The file as it stands.
    Content,
    /// What its cells and sentences say; with the file, or only with what is known of it as a
    /// whole.
    Rows { context: Context, with_content: bool },
    /// The figures of its sentences, with the file.
    Figures { context: Context },
}

/// What was wanted; the rest is empty.
pub(super) struct Answer {
    pub(super) file: RawFile,
    pub(super) reading: Reading,
    pub(super) figures: Vec<ProseFigure>,
}

/// A figure with its bytes in the paragraph, which its JSON leaves out.
type SentFigure = (ProseFigure, usize, usize);

/// Why an answer did not come through.
type Lost = Box<dyn std::error::Error + Send + Sync>;

/// Writes the answer to an order on a file that was read or refused.
pub(super) fn send_answer(
    read: Result<RawFile, IntakeError>,
    wanted: Wanted,
    to: &mut impl Write,
) -> Result<(), Lost> {
    match (&read, wanted) {
        (Ok(file), Wanted::Rows { context, with_content }) => {
            match with_content {
                true => send_one(&read, to)?,
                false => send_one(&Ok::<_, IntakeError>(file.without_content()), to)?,
            }
            let mut rows = Sender::new(&mut *to);
            let findings = interpret_into(file, &context, &mut rows);
            rows.end()?;
            send_one(&findings, to)
        }
        (Ok(file), Wanted::Figures { context }) => {
            let figures = extract_file(file, &context, &[]).into_iter();
            let figures: Vec<SentFigure> = figures.map(with_place).collect();
            send_one(&read, to)?;
            send_one(&figures, to)
        }
        (Ok(_), Wanted::Content) | (Err(_), _) => send_one(&read, to),
    }
}

fn with_place(figure: ProseFigure) -> SentFigure {
    let (start, end) = (figure.start, figure.end);
    (figure, start, end)
}

/// By names: a field that is left out does not move the others.
fn send_one(what: &impl Serialize, to: &mut impl Write) -> Result<(), Lost> {
    Ok(what.serialize(&mut Serializer::new(to).with_struct_map())?)
}

/// Reads what [`send_answer`] wrote.
pub(super) fn receive_answer(
    wanted: Wanted,
    from: impl Read,
) -> Result<Result<Answer, IntakeError>, Lost> {
    let mut from = Deserializer::new(from);
    let file = match Result::<RawFile, IntakeError>::deserialize(&mut from)? {
        Ok(file) => file,
        Err(refused) => return Ok(Err(refused)),
    };
    let mut answer = Answer { file, reading: Reading::default(), figures: Vec::new() };
    match wanted {
        Wanted::Content => {}
        Wanted::Rows { .. } => {
            answer.reading.rows = receive(&mut from)?;
            answer.reading.findings = Deserialize::deserialize(&mut from)?;
        }
        Wanted::Figures { .. } => {
            let figures = Vec::<SentFigure>::deserialize(&mut from)?.into_iter();
            let placed = |(figure, start, end)| ProseFigure { start, end, ..figure };
            answer.figures = figures.map(placed).collect();
        }
    }
    Ok(Ok(answer))
}
