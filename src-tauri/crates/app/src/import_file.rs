//! Imports a workbook: reads it in a child process, shows what was understood, and writes only
//! what is certain and agreed to, as one step.

use std::collections::HashMap;
use std::path::PathBuf;

use serde::Serialize;
use tongket_figures::{Amount, Direction, Period, Quantity, Style, percent_of, print_number};
use tongket_intake::{
    Action, Context, Entry, ImportPlan, IntakeFinding, NewIndicator, RatioBase, Reading, Row,
    Subject, interpret, propose, read_in_child,
};
use tongket_model::{
    Figure, FigureId, FigureKind, Indicator, IndicatorId, Organisation, OrganisationId, Plan,
    PlanId, State, Target, TargetId,
};
use tongket_report::{Finding, Severity};
use tongket_store::{Changes, StoreError};

use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone)]
pub struct ImportRequest {
    pub file: PathBuf,
    /// The year of the report, where the file does not say.
    pub year: Option<i32>,
    pub office: OfficeChoice,
    /// The program that is started again as the reading child.
    pub reader: PathBuf,
}

/// What a file says and what an import of it would do.
#[derive(Debug, Clone, Serialize)]
pub struct Import {
    pub rows: Vec<Row>,
    pub findings: Vec<IntakeFinding>,
    pub plan: ImportPlan,
    /// Values that contradict what is stored, and stated ratios that differ from computed ones.
    pub conflicts: Vec<Finding>,
    #[serde(skip)]
    office: OrganisationId,
}

/// What an import wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Applied {
    pub new_indicators: usize,
    pub figures: usize,
    pub plans: usize,
    pub targets: usize,
    /// Left alone because something else is stored there.
    pub conflicts: usize,
    /// The same as what is stored already.
    pub unchanged: usize,
}

/// Reads a file and plans its import. Writes nothing.
pub fn read_file(app: &App, request: &ImportRequest) -> Result<Import, AppError> {
    let office = app.data_office(&request.office)?;
    let raw = read_in_child(&request.reader, &request.file)?;
    let Reading { rows, findings } = interpret(&raw, &Context { year: request.year });
    let reading = Reading { rows, findings };
    let catalogue = app.store.indicators(office.id)?;
    let plan = propose(&reading, &raw, &catalogue);
    let conflicts = Stored::load(app, &office)?.conflicts(&plan, &app.style(&office)?);
    let Reading { rows, findings } = reading;
    Ok(Import { rows, findings, plan, conflicts, office: office.id })
}

/// Writes the certain part of the plan as one step. What is stored with another value is only
/// replaced when `replace` says so; questions stay questions.
pub fn apply_import(app: &mut App, import: &Import, replace: bool) -> Result<Applied, AppError> {
    let organisations = app.store.organisations()?;
    let office = organisations.into_iter().find(|o| o.id == import.office);
    let office =
        office.ok_or_else(|| AppError::refused("Cơ quan không còn trong cơ sở dữ liệu"))?;
    let stored = Stored::load(app, &office)?;
    let name = format!("Nhập {}", import.plan.file);
    let done = app.store.transact(&name, |changes| -> Result<Applied, StoreError> {
        Writer {
            office: office.id,
            stored: &stored,
            new: HashMap::new(),
            replace,
            applied: Applied::default(),
        }
        .write(changes, &import.plan)
    })?;
    Ok(done.value)
}

/// What the database holds for the keys of an import.
struct Stored {
    names: HashMap<IndicatorId, String>,
    figures: HashMap<(IndicatorId, Period, FigureKind), Figure>,
    plans: HashMap<(IndicatorId, Period, String), Plan>,
    targets: HashMap<(IndicatorId, i32), Target>,
}

impl Stored {
    fn load(app: &App, office: &Organisation) -> Result<Stored, AppError> {
        let store = &app.store;
        let names = store.indicators(office.id)?.into_iter().map(|of| (of.id, of.name));
        let figures = store.figures_of(office.id)?.into_iter();
        let figures = figures.filter(|figure| figure.organisation == office.id);
        let plans = store.plans_of(office.id)?.into_iter();
        let targets = store.targets_of(office.id)?.into_iter();
        Ok(Stored {
            names: names.collect(),
            figures: figures.map(|f| ((f.indicator, f.period, f.kind), f)).collect(),
            plans: plans.map(|p| ((p.indicator, p.period, p.assigner.clone()), p)).collect(),
            targets: targets.map(|t| ((t.indicator, t.year), t)).collect(),
        })
    }

    /// The stored value where an action would write.
    fn at(&self, action: &Action) -> Option<&Quantity> {
        let id = known(action)?;
        match action {
            Action::SetFigure { period, kind, .. } => {
                self.figures.get(&(id, *period, *kind)).map(|figure| &figure.quantity)
            }
            Action::SetPlan { period, assigner, .. } => {
                self.plans.get(&(id, *period, assigner.clone())).map(|plan| &plan.quantity)
            }
            Action::SetTarget { year, .. } => {
                self.targets.get(&(id, *year)).map(|target| &target.quantity)
            }
            _ => None,
        }
    }

    fn conflicts(&self, plan: &ImportPlan, style: &Style) -> Vec<Finding> {
        let mut findings = Vec::new();
        for step in &plan.steps {
            let place = format!("{}!{}", step.sheet, step.cell);
            if let (Some(entry), Some(stored)) = (entry(&step.action), self.at(&step.action))
                && !same_value(&entry.quantity, stored)
            {
                let name = known(&step.action).and_then(|id| self.names.get(&id));
                let values = [stored.print(style), entry.quantity.print(style)];
                let message = format!(
                    "{}: ô {place} ghi {} nhưng kho đang có {}",
                    name.map_or("", String::as_str),
                    values[1],
                    values[0]
                );
                findings.push(
                    Finding::new("conflict", Severity::Warning, message)
                        .with_values(values)
                        .with_hint("Giữ số đang có; thêm --replace để thay bằng số trong tệp."),
                );
            }
            findings.extend(self.ratio_finding(plan, &step.action, &place));
        }
        findings
    }

    /// A stated ratio against the one computed from the same file, or else from the database.
    fn ratio_finding(&self, plan: &ImportPlan, action: &Action, place: &str) -> Option<Finding> {
        let Action::CheckRatio { indicator, period, base, percent } = action else { return None };
        let value = self.value_in(plan, indicator, *period)?;
        let base_value = match base {
            RatioBase::Plan => self.plan_in(plan, indicator, *period)?,
            RatioBase::Prior => self.value_in(plan, indicator, period.same_period_last_year()?)?,
        };
        let computed = percent_of(value.comparable_in(base_value)?, base_value.amount)?;
        let rounded = computed.round(percent.decimals());
        if rounded == *percent {
            return None;
        }
        let name = match indicator {
            Subject::Known { id, .. } => self.names.get(id).cloned().unwrap_or_default(),
            Subject::New { slug } => slug.to_string(),
        };
        let gap = computed.checked_sub(*percent).map_or(Amount::ZERO, Amount::abs).round(2);
        let values = [print_number(*percent), print_number(computed.round(2).trimmed())];
        let message = format!(
            "{name}: ô {place} ghi {}% nhưng tính được {}% (lệch {} điểm %)",
            values[0],
            values[1],
            print_number(gap.trimmed())
        );
        Some(Finding::new("ratio-differs", Severity::Warning, message).with_values(values))
    }

    fn value_in<'p>(
        &'p self,
        plan: &'p ImportPlan,
        of: &Subject,
        wanted: Period,
    ) -> Option<&'p Quantity> {
        let in_file = plan.steps.iter().find_map(|step| match &step.action {
            Action::SetFigure { indicator, period, entry, .. }
                if indicator == of && *period == wanted =>
            {
                Some(&entry.quantity)
            }
            _ => None,
        });
        in_file.or_else(|| {
            let Subject::Known { id, .. } = of else { return None };
            let stored = |kind| self.figures.get(&(*id, wanted, kind));
            stored(FigureKind::Actual)
                .or_else(|| stored(FigureKind::Estimate))
                .map(|figure| &figure.quantity)
        })
    }

    fn plan_in<'p>(
        &'p self,
        plan: &'p ImportPlan,
        of: &Subject,
        wanted: Period,
    ) -> Option<&'p Quantity> {
        let in_file = plan.steps.iter().find_map(|step| match &step.action {
            Action::SetPlan { indicator, period, entry, .. }
                if indicator == of && *period == wanted =>
            {
                Some(&entry.quantity)
            }
            _ => None,
        });
        in_file.or_else(|| {
            let Subject::Known { id, .. } = of else { return None };
            let mut plans = self.plans.values();
            plans.find(|plan| plan.indicator == *id && plan.period == wanted).map(|p| &p.quantity)
        })
    }
}

/// The same amount with the same qualifiers, whatever the unit it was written in.
fn same_value(one: &Quantity, other: &Quantity) -> bool {
    let converted = one.convert(&other.unit);
    converted.is_ok_and(|one| (one.amount, one.of, one.to) == (other.amount, other.of, other.to))
}

fn entry(action: &Action) -> Option<&Entry> {
    match action {
        Action::SetFigure { entry, .. }
        | Action::SetPlan { entry, .. }
        | Action::SetTarget { entry, .. } => Some(entry),
        _ => None,
    }
}

fn known(action: &Action) -> Option<IndicatorId> {
    match action {
        Action::SetFigure { indicator: Subject::Known { id, .. }, .. }
        | Action::SetPlan { indicator: Subject::Known { id, .. }, .. }
        | Action::SetTarget { indicator: Subject::Known { id, .. }, .. } => Some(*id),
        _ => None,
    }
}

struct Writer<'s> {
    office: OrganisationId,
    stored: &'s Stored,
    new: HashMap<String, IndicatorId>,
    replace: bool,
    applied: Applied,
}

impl Writer<'_> {
    fn write(mut self, changes: &mut Changes, plan: &ImportPlan) -> Result<Applied, StoreError> {
        for (position, new) in plan.new_indicators.iter().enumerate() {
            let indicator = self.indicator_of(new, self.stored.names.len() + position);
            let id = changes.add_indicator(&indicator)?;
            self.new.insert(new.slug.to_string(), id);
            self.applied.new_indicators += 1;
        }
        for (position, step) in plan.steps.iter().enumerate() {
            self.step(changes, &step.action, i64::try_from(position).unwrap_or(i64::MAX))?;
        }
        Ok(self.applied)
    }

    fn step(
        &mut self,
        changes: &mut Changes,
        action: &Action,
        position: i64,
    ) -> Result<(), StoreError> {
        let Some(entry) = entry(action) else { return Ok(()) };
        if let Some(stored) = self.stored.at(action) {
            if same_value(&entry.quantity, stored) {
                self.applied.unchanged += 1;
                return Ok(());
            }
            if !self.replace {
                self.applied.conflicts += 1;
                return Ok(());
            }
        }
        let (quantity, raw, origin) =
            (entry.quantity.clone(), entry.raw.clone(), entry.origin.clone());
        let state = if entry.assumed { State::Assumed } else { State::Draft };
        match action {
            Action::SetFigure { indicator, period, kind, .. } => {
                let Some(indicator) = self.id_of(indicator) else { return Ok(()) };
                let (id, organisation, period, kind) = (FigureId(0), self.office, *period, *kind);
                changes.set_figure(&Figure {
                    id,
                    indicator,
                    organisation,
                    period,
                    kind,
                    quantity,
                    raw,
                    origin,
                    state,
                })?;
                self.applied.figures += 1;
            }
            Action::SetPlan { indicator, period, assigner, .. } => {
                let Some(indicator) = self.id_of(indicator) else { return Ok(()) };
                let (id, period, assigner) = (PlanId(0), *period, assigner.clone());
                changes.set_plan(&Plan {
                    id,
                    indicator,
                    period,
                    assigner,
                    quantity,
                    raw,
                    origin,
                    state,
                    position,
                })?;
                self.applied.plans += 1;
            }
            Action::SetTarget { indicator, year, .. } => {
                let Some(indicator) = self.id_of(indicator) else { return Ok(()) };
                let (id, year, document, selected) = (TargetId(0), *year, None, false);
                changes.set_target(&Target {
                    id,
                    indicator,
                    year,
                    quantity,
                    document,
                    selected,
                    position,
                    raw,
                    origin,
                    state,
                })?;
                self.applied.targets += 1;
            }
            Action::CheckRatio { .. } | Action::Ask { .. } | Action::Skip { .. } => {}
        }
        Ok(())
    }

    fn id_of(&self, subject: &Subject) -> Option<IndicatorId> {
        match subject {
            Subject::Known { id, .. } => Some(*id),
            Subject::New { slug } => self.new.get(slug.as_str()).copied(),
        }
    }

    fn indicator_of(&self, new: &NewIndicator, position: usize) -> Indicator {
        Indicator {
            id: IndicatorId(0),
            organisation: self.office,
            slug: new.slug.clone(),
            name: new.name.clone(),
            short_name: String::new(),
            aliases: Vec::new(),
            unit: new.unit.clone(),
            field: new.field.clone(),
            direction: Direction::default(),
            decimals: None,
            phrase: String::new(),
            part_of: new.part_of.as_ref().and_then(|parent| self.id_of(parent)),
            cumulates: None,
            since: None,
            supplier: String::new(),
            due: String::new(),
            position: i64::try_from(position).unwrap_or(i64::MAX),
        }
    }
}

/// Where the reading child is: this program itself.
pub fn own_program() -> Result<PathBuf, AppError> {
    std::env::current_exe()
        .map_err(|_| AppError::refused("Không tìm được tệp chương trình để chạy bộ đọc tệp"))
}
