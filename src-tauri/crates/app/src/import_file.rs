//! Imports a workbook: reads it in a child process, shows what was understood, and writes only
//! what is certain and agreed to, as one step.

mod stored;
mod writer;

use std::path::PathBuf;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use tongket_intake::{
    Context, ImportPlan, IntakeFinding, Known, Learned, Notice, ReadOptions, Reading, Recognised,
    Row, interpret, propose, read_in_child,
};
use tongket_model::OrganisationId;
use tongket_report::Finding;

use crate::import_answers::{self, ImportAnswers, ImportQuestion};
use crate::reporters::Newcomers;
use crate::{App, AppError, Date, OfficeChoice, Remedy};
use stored::Stored;
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
    /// Values that contradict what is stored, and stated ratios that differ from computed ones.
    pub conflicts: Vec<Finding>,
    office: OrganisationId,
}

impl Import {
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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
}

/// Reads a file and plans its import. Writes nothing.
pub fn read_file(app: &App, request: &ImportRequest) -> Result<Import, AppError> {
    let office = app.data_office(&request.office)?;
    let raw = read_in_child(&request.reader, &request.file, &request.options)?;
    let reading = interpret(&raw, &Context { year: request.year, cut_off: request.cut_off });
    let catalogue = app.store.indicators(office.id)?;
    let Reading { rows, findings } = reading;
    let reporters = app.store.reporters_of(office.id)?;
    let known = Known { indicators: &catalogue, reporters: &reporters };
    let mut plan = propose(rows, &raw, &known, &Learned::default());
    request.answers.apply(&mut plan, &catalogue)?;
    let conflicts = Stored::load(app, &office)?.conflicts(&plan, &app.style(&office)?);
    let (encoding, notices) = (raw.encoding, raw.notices);
    Ok(Import { findings, encoding, notices, plan, conflicts, office: office.id })
}

/// Writes the certain part of the plan as one step. What is stored with another value is only
/// replaced when `replace` says so; questions stay questions. Text whose encoding is a guess is not
/// written at all: the file has to be read again with the person's choice.
pub fn apply_import(app: &mut App, import: &Import, replace: bool) -> Result<Applied, AppError> {
    if import.encoding.as_ref().is_some_and(|encoding| !encoding.sure) {
        return Err(AppError::refused(format!(
            "{}: chưa chắc chữ trong tệp viết bằng bảng mã nào, hãy xem các cách đọc rồi chọn một",
            import.plan.file
        ))
        .helped_by(Remedy::ChooseEncoding));
    }
    let organisations = app.store.organisations()?;
    let office = organisations.into_iter().find(|o| o.id == import.office);
    let office =
        office.ok_or_else(|| AppError::refused("Cơ quan không còn trong cơ sở dữ liệu"))?;
    let stored = Stored::load(app, &office)?;
    let name = format!("Nhập {}", import.plan.file);
    let newcomers = Newcomers::load(app, &office)?;
    let done = app.store.transact(&name, |changes| {
        Writer::new(office.id, &stored, &import.plan, newcomers, replace).write(changes)
    })?;
    Ok(done.value)
}

/// Where the reading child is: this program itself.
pub fn own_program() -> Result<PathBuf, AppError> {
    std::env::current_exe()
        .map_err(|_| AppError::refused("Không tìm được tệp chương trình để chạy bộ đọc tệp"))
}
