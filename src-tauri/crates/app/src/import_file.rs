//! Imports a workbook: reads it in a child process, shows what was understood, and writes only
//! what is certain and agreed to, as one step.

mod knowledge;
mod learned;
mod ratios;
mod stored;
mod writer;

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use specta::Type;
use tongket_intake::{
    Context, ImportPlan, IntakeFinding, Known, Learned, Notice, RawFile, ReadOptions, Reading,
    Recognised, Row, propose, understand_in_child,
};
use tongket_model::{OrganisationId, SavedImportId};
use tongket_report::Finding;

use crate::encoding_view::unsure_encoding;
use crate::import_answers::{self, ImportAnswers, ImportQuestion};
use crate::reporters::Newcomers;
use crate::{App, AppError, Date, OfficeChoice};
pub use knowledge::ImportKnowledge;
pub(crate) use stored::Comparison;
pub(crate) use writer::Replacing;
use writer::Writer;

#[derive(Debug, Clone)]
pub struct ImportRequest {
    pub file: PathBuf,
    /// The year of the report, where the file does not say.
    pub year: Option<i32>,
    /// Up to which day its results count, where the file does not say.
    pub cut_off: Option<Date>,
    pub office: OfficeChoice,
    /// What the person decided about the reading.
    pub options: ReadOptions,
    /// The program that is started again as the reading child.
    pub reader: PathBuf,
    /// What the person said of its questions.
    pub answers: ImportAnswers,
}

/// What a file says and what an import of it would do.
#[derive(Debug, Clone)]
pub struct Import {
    pub findings: Vec<IntakeFinding>,
    /// How the text was written, with the other readings to offer.
    pub encoding: Option<Recognised>,
    /// What of the file was left out.
    pub notices: Vec<Notice>,
    pub plan: ImportPlan,
    /// Values that contradict what is stored or last year's, and stated ratios that differ from
    /// computed ones.
    pub conflicts: Vec<Finding>,
    office: OrganisationId,
}

impl Import {
    /// What an import of this file, which says this, would do in an office that knows `known`; not
    /// yet held against what it has stored.
    pub(crate) fn of(raw: &RawFile, reading: Reading, known: &ImportKnowledge) -> Import {
        let Reading { rows, findings } = reading;
        let known_names = Known { indicators: &known.indicators, reporters: &known.reporters };
        let mut plan = propose(rows, raw, &known_names, &Learned::default());
        plan.recall(&known.learned_of(&plan), &known.indicators);
        let (encoding, notices) = (raw.encoding.clone(), raw.notices.clone());
        Import { findings, encoding, notices, plan, conflicts: Vec::new(), office: known.office.id }
    }

    /// What the file says, one row per cell that carries data or a trap.
    pub fn rows(&self) -> &[Row] {
        self.plan.rows()
    }

    /// What waits for the person's word.
    pub fn questions(&self) -> Vec<ImportQuestion> {
        import_answers::questions(&self.plan)
    }
}

/// `{"rows", "findings", "encoding", "notices", "plan", "conflicts"}`, the plan with its steps.
impl Serialize for Import {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("Import", 6)?;
        fields.serialize_field("rows", self.rows())?;
        fields.serialize_field("findings", &self.findings)?;
        fields.serialize_field("encoding", &self.encoding)?;
        fields.serialize_field("notices", &self.notices)?;
        fields.serialize_field("plan", &self.plan.shown())?;
        fields.serialize_field("conflicts", &self.conflicts)?;
        fields.end()
    }
}

/// What an import wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct Applied {
    pub new_indicators: usize,
    pub figures: usize,
    pub plans: usize,
    pub targets: usize,
    /// Values of single units.
    pub reported: usize,
    pub new_units: usize,
    /// Left alone because something else is stored there.
    pub conflicts: usize,
    /// The same as what is stored already.
    pub unchanged: usize,
    /// Of what was written.
    pub years: BTreeSet<i32>,
}

/// Reads a file and plans its import. Writes nothing.
pub fn read_file(app: &App, request: &ImportRequest) -> Result<Import, AppError> {
    let known = ImportKnowledge::of(app, app.data_office(&request.office)?)?;
    let context = Context { year: request.year, cut_off: request.cut_off };
    let (file, options) = (&request.file, &request.options);
    let (raw, reading) = understand_in_child(&request.reader, file, options, &context)?;
    let mut import = Import::of(&raw, reading, &known);
    request.answers.apply(&mut import.plan, &known.indicators)?;
    import.conflicts = known.stored.conflicts(&import.plan, &known.style);
    Ok(import)
}

/// Writes the certain part of the plan as one step. What is stored with another value is only
/// replaced when `replace` says so; questions stay questions. Text whose encoding is a guess is not
/// written at all: the file has to be read again with the person's choice.
pub fn apply_import(app: &mut App, import: &Import, replace: bool) -> Result<Applied, AppError> {
    let replacing = if replace { Replacing::All } else { Replacing::None };
    write_import(app, import, replacing, None)
}

/// As [`apply_import`]; an import that was put aside is done with in the same step.
pub(crate) fn write_import(
    app: &mut App,
    import: &Import,
    replacing: Replacing<'_>,
    put_aside: Option<SavedImportId>,
) -> Result<Applied, AppError> {
    if import.encoding.as_ref().is_some_and(|encoding| !encoding.sure) {
        return Err(unsure_encoding(&import.plan.file));
    }
    let organisations = app.store.organisations()?;
    let office = organisations.into_iter().find(|o| o.id == import.office);
    let office = office.ok_or_else(|| AppError::refused("Cơ quan này không còn trong dữ liệu"))?;
    let known = ImportKnowledge::of(app, office)?;
    let name = format!("Nhập {}", import.plan.file);
    let newcomers = Newcomers::load(app, &known.office)?;
    let form = known.form_to_keep(&import.plan)?;
    let done = app.store.transact(&name, |changes| {
        let writer =
            Writer::new(known.office.id, &known.stored, &import.plan, newcomers, replacing);
        let applied = writer.write(changes)?;
        form.iter().try_for_each(|form| changes.set_learned_form(form).map(drop))?;
        put_aside.iter().try_for_each(|id| changes.remove_saved_import(*id))?;
        Ok::<_, AppError>(applied)
    })?;
    Ok(done.value)
}

/// Where the reading child is: this program itself.
pub fn own_program() -> Result<PathBuf, AppError> {
    std::env::current_exe()
        .map_err(|_| AppError::refused("Không tìm được tệp chương trình để chạy bộ đọc tệp"))
}
