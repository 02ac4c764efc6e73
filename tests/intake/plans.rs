//! What an import of the samples would do in an office with the indicators of `plans/NAME.tsv`:
//! the steps listed in `plans/NAME.expected.tsv`.

use std::fs;
use std::path::{Path, PathBuf};

use tongket_figures::{Direction, Style, Unit};
use tongket_intake::{
    Action, AskReason, Context, Entry, ImportPlan, RatioBase, Subject, interpret, propose,
    read_here,
};
use tongket_model::{Indicator, IndicatorId, OrganisationId};

use crate::samples::sample;

#[test]
fn every_listed_step_is_proposed() {
    let mut failures = Vec::new();
    for (name, workbook, n_steps) in
        [("hai-phong", "bieu-ktxh.xlsx", 58), ("ha-tinh", "phieu-diem.xlsx", 75)]
    {
        let file = read_here(&sample(workbook)).unwrap();
        let plan = propose(
            &interpret(&file, &Context::default()),
            &file,
            &catalogue(&data(&format!("{name}.tsv"))),
        );
        assert_eq!(plan.steps.len(), n_steps, "{name}: one step per row");
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
    let file = read_here(&sample("phieu-diem.xlsx")).unwrap();
    let plan = propose(&interpret(&file, &Context::default()), &file, &[]);
    let s = plan.summary;
    let counted =
        s.n_figures + s.n_plans + s.n_targets + s.n_ratio_checks + s.n_questions + s.n_skipped;
    assert_eq!(counted, plan.steps.len());
    assert_eq!(s.n_new_indicators, plan.new_indicators.len());
    let json = serde_json::to_string(&plan).unwrap();
    assert_eq!(serde_json::from_str::<ImportPlan>(&json).unwrap(), plan, "a plan can be kept");
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/plans").join(name)
}

fn catalogue(path: &Path) -> Vec<Indicator> {
    let text = fs::read_to_string(path).unwrap();
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
fn step_at(plan: &ImportPlan, place: &str) -> String {
    let (sheet, cell) = place.split_once('!').unwrap_or(("", place));
    let step = plan
        .steps
        .iter()
        .find(|step| step.cell == cell && (sheet.is_empty() || step.sheet == sheet));
    step.map_or_else(|| "no step".to_owned(), |step| describe(plan, &step.action))
}

fn describe(plan: &ImportPlan, action: &Action) -> String {
    match action {
        Action::SetFigure { indicator, period, kind, entry } => {
            format!("figure {} {period} {} {}", name(plan, indicator), kind.code(), value(entry))
        }
        Action::SetPlan { indicator, period, assigner, entry } => {
            format!(
                "plan {} {period} by {} {}",
                name(plan, indicator),
                dash(assigner),
                value(entry)
            )
        }
        Action::SetTarget { indicator, year, entry } => {
            format!("target {} {year} {}", name(plan, indicator), value(entry))
        }
        Action::CheckRatio { indicator, period, base, assigner, percent } => {
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
