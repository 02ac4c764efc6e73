//! What an import of the samples would do in an office with the indicators of `plans/NAME.tsv`:
//! the steps listed in `plans/NAME.expected.tsv`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tongket_figures::{Direction, Style, Unit};
use tongket_intake::{
    Action, AskReason, Context, Entry, ImportPlan, Known, LabelChoice, Learned, OfUnit, RatioBase,
    Step, Subject, interpret, propose, read_here,
};
use tongket_model::{Indicator, IndicatorId, OrganisationId, Reporter};

use crate::samples::sample;

/// Catalogue and expected steps, the file they are for, and how many steps it has.
const PLANS: [(&str, &str, usize); 5] = [
    ("hai-phong", "bieu-ktxh.xlsx", 58),
    ("ha-tinh", "phieu-diem.xlsx", 75),
    ("giai-ngan", "giai-ngan-don-vi.xlsx", 322),
    ("trung-han", "dau-tu-trung-han.xlsx", 52),
    ("chi-thi", "chi-thi-don-vi.xlsx", 602),
];

#[test]
fn every_listed_step_is_proposed() {
    let mut failures = Vec::new();
    for (name, workbook, n_steps) in PLANS {
        let plan = plan_of(name, workbook, &Learned::default());
        assert_eq!(plan.steps().count(), n_steps, "{name}: one step per row");
        let expected = fs::read_to_string(data(&format!("{name}.expected.tsv"))).unwrap();
        for line in expected.lines().skip(1) {
            let (place, expected) = line.split_once('\t').unwrap();
            let found = step_at(&plan, place);
            if found != expected {
                failures.push(format!("{name} {place}: expected {expected:?}, got {found:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_summary_counts_every_step_once() {
    for (name, workbook, _) in PLANS {
        let plan = plan_of(name, workbook, &Learned::default());
        let s = plan.summary;
        let counted = s.n_figures
            + s.n_plans
            + s.n_targets
            + s.n_commitments
            + s.n_dates
            + s.n_ratio_checks
            + s.n_questions
            + s.n_skipped;
        assert_eq!(counted, plan.steps().count(), "{name}");
        let converted =
            |step: &Step| step.action.entry().is_some_and(|entry| entry.converted_from.is_some());
        assert_eq!(s.n_converted, plan.steps().filter(converted).count(), "{name}");
        assert!(s.n_new_indicators <= plan.new_indicators.len(), "{name}");
        let json = serde_json::to_string(&plan).unwrap();
        let kept: ImportPlan = serde_json::from_str(&json).unwrap();
        assert!(kept == plan, "{name}: a plan can be kept");
        assert!(kept.steps().eq(plan.steps()), "{name}: a kept plan does the same");
    }
}

/// One case of `plans/edits.toml`.
#[derive(Deserialize)]
struct EditCase {
    name: String,
    plan: String,
    /// Edits in their order; see [`edit`].
    edits: Vec<String>,
    /// Cells with the steps that must come of them.
    steps: BTreeMap<String, String>,
    /// Cells of the same file proposed again with what was learned.
    #[serde(default)]
    again: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct EditCases {
    case: Vec<EditCase>,
}

#[test]
fn every_edit_changes_what_depends_on_it() {
    let cases: EditCases = toml::from_str(include_str!("plans/edits.toml")).unwrap();
    assert!(cases.case.len() >= 8, "the cases were not read");
    let mut failures = Vec::new();
    for case in cases.case {
        let (_, workbook, _) = PLANS.into_iter().find(|(name, ..)| *name == case.plan).unwrap();
        let mut plan = plan_of(&case.plan, workbook, &Learned::default());
        let untouched = plan.clone();
        case.edits.iter().for_each(|line| edit(&mut plan, &case.plan, line));
        let again = plan_of(&case.plan, workbook, &plan.learned());
        assert_eq!(again.form, untouched.form, "{}", case.name);
        for (plan, expected) in [(&plan, &case.steps), (&again, &case.again)] {
            for (place, expected) in expected {
                let found = step_at(plan, place);
                if found != *expected {
                    let name = &case.name;
                    failures.push(format!("{name}, {place}: expected {expected:?}, got {found:?}"));
                }
            }
        }
        if case.edits.iter().any(|line| line.starts_with("forget")) {
            assert!(plan == untouched, "{}: something was left over", case.name);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// `take CELL N`, `skip CELL`, `forget CELL`, `map CELL SLUG`, `unwanted CELL`, `new CELL`,
/// `forget-label CELL`, `measure HEADING = KIND`, `forget-measure HEADING`.
fn edit(plan: &mut ImportPlan, name: &str, line: &str) {
    let (verb, rest) = line.split_once(' ').unwrap();
    let catalogue = catalogue(&data(&format!("{name}.tsv")));
    let (place, argument) = rest.rsplit_once(' ').unwrap_or((rest, ""));
    let row = row_at(plan, place);
    let label = row.and_then(|row| plan.label_of_row(row));
    let (row, label) = (|| row.unwrap(), || label.unwrap());
    let done = match verb {
        "take" => plan.take_reading(row(), argument.parse().unwrap()),
        "skip" => plan.skip_row(row()),
        "map" => {
            let to = catalogue.iter().find(|one| one.slug.as_str() == argument).unwrap();
            plan.map_label(label(), LabelChoice::Indicator(to))
        }
        "unwanted" => plan.map_label(label(), LabelChoice::Unwanted),
        "new" => plan.map_label(label(), LabelChoice::New),
        "measure" => {
            let (head, kind) = rest.split_once(" = ").unwrap();
            plan.set_measure(head, serde_json::from_value(kind.into()).unwrap());
            true
        }
        "forget" => {
            plan.forget_row(row());
            true
        }
        "forget-label" => {
            plan.forget_label(label());
            true
        }
        "forget-measure" => {
            plan.forget_measure(rest);
            true
        }
        _ => panic!("{line}"),
    };
    assert!(done, "{line} was refused");
}

#[test]
fn next_month_is_the_same_form() {
    let make = |month: &str, value: &str, unit: &str| {
        let file = crate::tables::file_of(&format!(
            "BIỂU TỔNG HỢP THÁNG {month} NĂM 2024\nTT\tTên đơn vị\tKH 2024\tTH tháng {month}/2024\n1\t{unit}\t#10\t{value}"
        ));
        let rows = interpret(&file.0, &Context::default()).rows;
        propose(rows, &file.0, &Known::default(), &Learned::default()).form
    };
    assert_eq!(make("9", "#3", "Xã A"), make("10", "#4", "Xã B"));
    let other = make("9", "#3", "Xã A");
    let file = crate::tables::file_of("TT\tChỉ tiêu\tĐVT\tKH 2024\n1\tSố hộ\thộ\t#10");
    let rows = interpret(&file.0, &Context::default()).rows;
    let plan = propose(rows, &file.0, &Known::default(), &Learned::default());
    assert_ne!(plan.form, other);
}

fn plan_of(name: &str, workbook: &str, learned: &Learned) -> ImportPlan {
    let file = read_here(&sample(workbook)).unwrap();
    let indicators = catalogue(&data(&format!("{name}.tsv")));
    let reporters = [Reporter {
        organisation: OrganisationId(7),
        name: "Sở, ban, ngành số 1".to_owned(),
        office: OrganisationId(1),
        aliases: vec!["SỞ, BAN, NGÀNH SỐ 01".to_owned()],
        group: String::new(),
        position: 0,
    }];
    let known = Known { indicators: &indicators, reporters: &reporters };
    let rows = interpret(&file, &Context::default()).rows;
    propose(rows, &file, &known, learned)
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/plans").join(name)
}

fn catalogue(path: &Path) -> Vec<Indicator> {
    catalogue_of(&fs::read_to_string(path).unwrap())
}

/// Indicators from lines of slug, name, aliases, unit and whole, below a heading.
pub fn catalogue_of(text: &str) -> Vec<Indicator> {
    let lines: Vec<Vec<&str>> = text.lines().skip(1).map(|l| l.split('\t').collect()).collect();
    let id_of = |slug: &str| {
        let place = lines.iter().position(|fields| fields[0] == slug)?;
        Some(IndicatorId(i64::try_from(place).unwrap() + 1))
    };
    let indicator = |fields: &Vec<&str>| Indicator {
        id: id_of(fields[0]).unwrap(),
        organisation: OrganisationId(1),
        slug: fields[0].parse().unwrap(),
        name: fields[1].to_owned(),
        short_name: String::new(),
        aliases: fields[2].split(';').filter(|text| !text.is_empty()).map(str::to_owned).collect(),
        unit: Unit::read(fields[3]),
        field: String::new(),
        direction: Direction::HigherIsBetter,
        decimals: None,
        phrase: String::new(),
        part_of: id_of(fields[4]),
        cumulates: None,
        since: None,
        supplier: String::new(),
        due: String::new(),
        position: 0,
    };
    lines.iter().map(indicator).collect()
}

/// The step of "F12", or of "XDĐ!F12" in a workbook with more sheets.
pub fn step_at(plan: &ImportPlan, place: &str) -> String {
    let row = row_at(plan, place);
    row.map_or_else(|| "no step".to_owned(), |row| describe(plan, &plan.action(row)))
}

fn row_at(plan: &ImportPlan, place: &str) -> Option<usize> {
    let (sheet, cell) = place.split_once('!').unwrap_or(("", place));
    let here = |row: &tongket_intake::Row| {
        row.place().cell() == cell && (sheet.is_empty() || row.place().sheet() == sheet)
    };
    plan.rows().iter().position(here)
}

fn describe(plan: &ImportPlan, action: &Action) -> String {
    let of_unit = match action.of_unit() {
        None => "",
        Some(OfUnit::Known { id }) => &format!(" of reporter {}", id.0),
        Some(OfUnit::New { slug }) => {
            let new = plan.new_units.iter().find(|unit| unit.slug == *slug).unwrap();
            &format!(" of new {}", new.name)
        }
    };
    described(plan, action) + of_unit
}

fn described(plan: &ImportPlan, action: &Action) -> String {
    match action {
        Action::SetCommitment { indicator, period, entry, .. } => {
            format!("commitment {} {period} {}", name(plan, indicator), value(entry))
        }
        Action::SetDate { indicator, date, .. } => {
            format!("date {} {}", name(plan, indicator), date.iso())
        }
        Action::SetFigure { indicator, period, kind, entry, .. } => {
            format!("figure {} {period} {} {}", name(plan, indicator), kind.code(), value(entry))
        }
        Action::SetPlan { indicator, period, assigner, entry, .. } => {
            format!(
                "plan {} {period} by {} {}",
                name(plan, indicator),
                dash(assigner),
                value(entry)
            )
        }
        Action::SetTarget { indicator, year, entry, .. } => {
            format!("target {} {year} {}", name(plan, indicator), value(entry))
        }
        Action::CheckRatio { indicator, period, base, assigner, percent, .. } => {
            let base = if *base == RatioBase::Plan { "plan" } else { "prior" };
            format!("check {} {period} {base} {} {percent}", name(plan, indicator), dash(assigner))
        }
        Action::Ask { reason, readings } => {
            let readings: Vec<String> = readings.iter().map(|one| describe(plan, one)).collect();
            format!("ask {}: {}", code(reason), readings.join(" | ")).trim_end().to_owned()
        }
        Action::Skip { reason } => {
            format!("skip {}", serde_json::to_value(reason).unwrap().as_str().unwrap())
        }
    }
}

fn code(reason: &AskReason) -> String {
    serde_json::to_value(reason).unwrap().as_str().unwrap().to_owned()
}

fn name(plan: &ImportPlan, subject: &Subject) -> String {
    match subject {
        Subject::Known { slug, .. } => slug.to_string(),
        Subject::New { slug } => {
            let new = plan.new_indicators.iter().find(|new| new.slug == *slug).unwrap();
            match &new.part_of {
                Some(parent) => format!("new {}/{}", name(plan, parent), new.name),
                None => format!("new {}", new.name),
            }
        }
    }
}

fn value(entry: &Entry) -> String {
    let mut text = entry.quantity.print(&Style::default()).replace('\u{a0}', " ");
    if let Some(unit) = &entry.converted_from {
        text = format!("{text} from {unit}");
    }
    if entry.assumed {
        text.push_str(" assumed");
    }
    text
}

fn dash(text: &str) -> &str {
    if text.is_empty() { "-" } else { text }
}
