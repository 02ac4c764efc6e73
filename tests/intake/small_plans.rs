//! Small sheets in `plans/small/*.txt` against what an office knows: its indicators in the columns of
//! `plans/*.tsv` and its units (`unit NAME`), `---`, the cells in the notation of `tables/`, `---`,
//! and the step of every row in that of `plans/*.expected.tsv`. Lines behind another `---` are edits
//! (`new CELL`) with steps that follow from all of them.

use std::fs;
use std::path::Path;

use tongket_intake::{ImportPlan, Known, LabelChoice, Learned, interpret, propose};
use tongket_model::{OrganisationId, Reporter};

use crate::plans::{catalogue_of, step_at};
use crate::tables::file_of;

#[test]
fn every_small_sheet_gives_its_steps() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/plans/small");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let parts: Vec<&str> = text.split("---\n").collect();
        let [known, made, expected, edits @ ..] = parts.as_slice() else {
            panic!("too few parts: {}", path.display());
        };
        n_cases += 1;
        let mut plan = plan_of(known, made);
        let mut compare = |plan: &ImportPlan, expected: &str| {
            let found = steps_of(plan);
            if found != expected {
                failures.push(format!("{}:\nexpected\n{expected}got\n{found}", path.display()));
            }
        };
        compare(&plan, expected);
        for part in edits {
            let (edits, expected): (Vec<&str>, Vec<&str>) =
                part.lines().partition(|line| line.starts_with("new "));
            for line in edits {
                let row = plan.rows().iter().position(|row| row.place().cell() == line[4..]);
                let label = row.and_then(|row| plan.label_of_row(row)).unwrap();
                assert!(plan.map_label(label, LabelChoice::New), "{line} was refused");
            }
            compare(&plan, &(expected.join("\n") + "\n"));
        }
    }
    assert!(n_cases >= 8, "the cases were not read");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn plan_of(known: &str, made: &str) -> ImportPlan {
    let (units, indicators): (Vec<&str>, Vec<&str>) =
        known.lines().partition(|line| line.starts_with("unit "));
    let indicators = catalogue_of(&format!("slug\n{}", indicators.join("\n")));
    let reporters: Vec<Reporter> = units
        .iter()
        .zip(1..)
        .map(|(line, id)| Reporter {
            organisation: OrganisationId(id),
            name: line.trim_start_matches("unit ").to_owned(),
            office: OrganisationId(1),
            aliases: Vec::new(),
            group: String::new(),
            position: id,
        })
        .collect();
    let (file, context) = file_of(made);
    let rows = interpret(&file, &context).rows;
    let known = Known { indicators: &indicators, reporters: &reporters };
    propose(rows, &file, &known, &Learned::default())
}

fn steps_of(plan: &ImportPlan) -> String {
    let lines = plan.rows().iter().map(|row| {
        let cell = row.place().cell();
        format!("{cell}\t{}\n", step_at(plan, &cell))
    });
    lines.collect()
}
