//! An import under way: the file as it was read, the plan that the person looks at and edits, and
//! what is written in the end. A value that a window holds; nothing is stored before it is applied
//! or put aside.

mod edit;
mod lines;
mod outcome;
mod put_aside;
mod questions;
mod shown_lines;
mod source;
mod view;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{Date, DateReading, Quantity, read_date};
use tongket_intake::{
    Context, Encoding, IntakeError, Learned, RawFile, ReadOptions, Reading, Refusal, interpret,
    understand_in_child_while,
};
use tongket_model::SavedImportId;

use crate::export_draft::{Progress, Watch};
use crate::import_file::{Applied, Comparison, Import, ImportKnowledge, Replacing, write_import};
use crate::{App, AppError};

pub use edit::ImportEdit;
pub use lines::{
    ImportCell, ImportColumn, ImportFilter, ImportLine, ImportLines, ImportSection, LineBadge,
    LineKind,
};
pub use put_aside::{SavedImportLine, discard_import, put_aside, saved_imports};
pub use questions::{LineQuestion, QuestionOption};
pub use source::{SourceCell, SourceRow};
pub use view::{ImportCounts, ImportView, KindCount, SourceSheet};

use lines::Lines;
use outcome::Outcome;

/// What the person says of a file before it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct ImportReading {
    /// The year of the report, where the file does not say.
    pub year: Option<i32>,
    /// "25/9/2024": up to which day its results count, where the file does not say; empty when
    /// nothing is known.
    pub cut_off: String,
    /// `tcvn3`, `vni` …; `None` lets the words decide.
    pub encoding: Option<String>,
    /// The paper is no secret, though its head carries a stamp of secrecy.
    pub not_secret: bool,
}

pub struct OpenImport {
    path: PathBuf,
    reading: ImportReading,
    raw: RawFile,
    known: ImportKnowledge,
    import: Import,
    lines: Lines,
    /// Of each row of the plan.
    outcomes: Vec<Outcome>,
    answers: Answers,
    /// It was put aside once, and opened again.
    saved: Option<SavedImportId>,
}

/// What the person said of single rows of the plan. What was said of labels and headings stands in
/// the plan itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Answers {
    /// The reading that was taken; `None` for a row that is not wanted.
    rows: BTreeMap<usize, Option<usize>>,
    /// Whether the file's value takes the place of the other one that is stored.
    replaced: BTreeMap<usize, bool>,
}

/// What came of opening a file.
pub enum Opening {
    Open(Box<OpenImport>),
    /// Its head carries a stamp of secrecy: not read unless the person says that it is no secret.
    SecretStamp,
    /// The person stopped it.
    Stopped,
}

impl OpenImport {
    /// Reads a file in a child of `reader` and plans its import. Needs no database while it reads.
    pub fn read(
        path: PathBuf,
        reading: ImportReading,
        reader: &std::path::Path,
        known: ImportKnowledge,
        watch: &mut Watch<'_>,
    ) -> Result<Opening, AppError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut stage = |done, what: &str| {
            watch(Progress { done, total: 3, what: format!("{what} {name}") })
                == ControlFlow::Continue(())
        };
        let options = reading.options()?;
        if !stage(0, "Đang đọc") {
            return Ok(Opening::Stopped);
        }
        let context = reading.context()?;
        let goes_on = &mut || stage(1, "Đang đọc");
        let understood = understand_in_child_while(reader, &path, &options, &context, goes_on);
        let (raw, rows) = match understood {
            Ok(Some(understood)) => understood,
            Ok(None) => return Ok(Opening::Stopped),
            Err(IntakeError { refusal: Refusal::SecretStamp, .. }) => {
                return Ok(Opening::SecretStamp);
            }
            Err(other) => return Err(other.into()),
        };
        if !stage(2, "Đang nhận dạng") {
            return Ok(Opening::Stopped);
        }
        let open = OpenImport::of(path, reading, (raw, rows), known);
        Ok(Opening::Open(Box::new(open)))
    }

    /// A file as it was read, and what it says.
    fn of(
        path: PathBuf,
        reading: ImportReading,
        (raw, rows): (RawFile, Reading),
        known: ImportKnowledge,
    ) -> OpenImport {
        let import = Import::of(&raw, rows, &known);
        let lines = Lines::of(&import.plan, &raw);
        let mut open = OpenImport {
            path,
            reading,
            raw,
            known,
            import,
            lines,
            outcomes: Vec::new(),
            answers: Answers::default(),
            saved: None,
        };
        open.judge();
        open
    }

    /// Takes over what was said of an import that was put aside.
    fn recall(&mut self, learned: &Learned, answers: Answers) {
        self.answers = answers;
        self.import.plan.recall(learned, &self.known.indicators);
        self.answer_again();
    }

    /// Takes another year or cut-off, which needs no reading of the file; the person's answers
    /// stay. False, and nothing done, where the text or the stamp is to be taken otherwise: the file
    /// has to be read anew.
    pub fn take_reading(&mut self, reading: &ImportReading) -> Result<bool, AppError> {
        if reading.options()? != self.reading.options()? {
            return Ok(false);
        }
        reading.context()?;
        self.reading.clone_from(reading);
        self.plan_anew()?;
        Ok(true)
    }

    /// The same import against what the office knows now.
    pub fn refresh(&mut self, known: ImportKnowledge) -> Result<(), AppError> {
        let is_same =
            known.indicators == self.known.indicators && known.reporters == self.known.reporters;
        self.known = known;
        if is_same {
            self.judge();
            return Ok(());
        }
        self.plan_anew()
    }

    /// Plans the import of what was read once more, with all that the person said.
    fn plan_anew(&mut self) -> Result<(), AppError> {
        let learned = self.import.plan.learned();
        // It was understood within the limits before; a year changes no more than its labels.
        let reading = interpret(&self.raw, &self.reading.context()?);
        self.import = Import::of(&self.raw, reading, &self.known);
        self.import.plan.recall(&learned, &self.known.indicators);
        self.lines = Lines::of(&self.import.plan, &self.raw);
        self.answer_again();
        Ok(())
    }

    pub fn path(&self) -> PathBuf {
        self.path.clone()
    }

    /// Writes what is certain and agreed to as one step, with what was learned of the form.
    /// Refused when the database has changed so that something else would be written, or another
    /// value replaced, than what the person saw; the import is up to date then, and what another
    /// value came for is asked anew.
    pub fn apply(&mut self, app: &mut App) -> Result<Applied, AppError> {
        let (before, seen) = (self.counts(), self.to_be_replaced());
        let known = ImportKnowledge::of(app, self.known.office.clone())?;
        self.refresh(known)?;
        let now = self.to_be_replaced();
        if self.counts() != before || now != seen {
            self.answers.replaced.retain(|row, _| now.get(row) == seen.get(row));
            self.judge();
            return Err(AppError::refused(
                "Số đang có vừa thay đổi nên đã đối chiếu lại; hãy xem lại rồi ghi",
            ));
        }
        let replaced = self.answers.replaced.iter().filter(|(_, replaced)| **replaced);
        let replaced = replaced.map(|(row, _)| *row).collect();
        write_import(app, &self.import, Replacing::Rows(&replaced), self.saved)
    }

    /// The stored value that each row would replace.
    fn to_be_replaced(&self) -> BTreeMap<usize, (Option<Quantity>, Option<Date>)> {
        let is_replaced = |row: &usize| self.outcomes[*row].state == outcome::State::Replaced;
        let stored = |row: usize| match self.known.stored.compare(&self.import.plan.action(row)) {
            Comparison::Quantity(quantity) => (Some(quantity.clone()), None),
            Comparison::Date(date) => (None, Some(date)),
            Comparison::Nothing | Comparison::Same => (None, None),
        };
        let rows = self.answers.replaced.keys().copied().filter(is_replaced);
        rows.map(|row| (row, stored(row))).collect()
    }

    /// Says to the plan once more what the person said of its rows; what no longer fits is dropped.
    fn answer_again(&mut self) {
        let plan = &mut self.import.plan;
        self.answers.rows.retain(|row, answer| match answer {
            Some(reading) => plan.take_reading(*row, *reading),
            None => plan.skip_row(*row),
        });
        let n_rows = plan.rows().len();
        self.answers.replaced.retain(|row, _| *row < n_rows);
        self.judge();
    }
}

impl ImportReading {
    fn options(&self) -> Result<ReadOptions, AppError> {
        let encoding = self.encoding.as_deref().map(str::parse::<Encoding>).transpose();
        Ok(ReadOptions {
            encoding: encoding.map_err(AppError::usage)?,
            not_secret: self.not_secret,
        })
    }

    fn context(&self) -> Result<Context, AppError> {
        Ok(Context { year: self.year, cut_off: self.day()? })
    }

    fn day(&self) -> Result<Option<Date>, AppError> {
        match (self.cut_off.trim(), read_date(&self.cut_off)) {
            ("", _) => Ok(None),
            (_, Some(DateReading::Day(day))) => Ok(Some(day)),
            (other, _) => Err(AppError::refused(format!(
                "Mốc số liệu «{other}» không phải là một ngày; hãy ghi như 25/9/2024"
            ))),
        }
    }
}
