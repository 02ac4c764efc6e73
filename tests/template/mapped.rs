//! Runs the files of `mapped/`: where in a body everything that it prints comes from, told by the
//! very text that stands there. And what must hold for every body.

use proptest::prelude::*;
use serde::Deserialize;
use tongket_template::{Fold, Mapped, Printed, render, render_mapped};

use crate::cases::{CaseFile, files};
use crate::fixture::Written;
use crate::outline::outline;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MappedFile {
    facts: Written,
    #[serde(rename = "case")]
    cases: Vec<Case>,
}

/// A case says nothing about what it leaves out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    what: String,
    body: String,
    /// `{{ … }} → text`
    chips: Option<Vec<String>>,
    /// `source → label → result`
    folds: Option<Vec<String>>,
    /// What each block stands on.
    blocks: Option<Vec<String>>,
    /// Each gap and the tag that printed it.
    gaps: Option<Vec<String>>,
    /// What is at fault in a body that cannot be rendered.
    fault: Option<String>,
}

#[test]
fn every_case() {
    let mut failures = Vec::new();
    for (name, file) in files::<MappedFile>("mapped") {
        let facts = file.facts.facts();
        for case in &file.cases {
            let body = case.body.as_str();
            let found = match render_mapped("mẫu", body, &facts) {
                Ok(mapped) => differences(case, &mapped),
                Err(error) => {
                    let place = error.place.as_ref().map(|place| &body[place.range.clone()]);
                    let same = case.fault.as_deref() == place;
                    let told = format!("  found {place:?}: {error}");
                    if same { Vec::new() } else { vec![told] }
                }
            };
            failures.extend(found.iter().map(|text| format!("{name}: {}\n{text}", case.what)));
        }
    }
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}

fn differences(case: &Case, mapped: &Mapped) -> Vec<String> {
    let body = case.body.as_str();
    let chips =
        mapped.chips.iter().map(|chip| format!("{} → {}", &body[chip.range.clone()], chip.text));
    let fold =
        |fold: &Fold| format!("{} → {} → {}", &body[fold.range.clone()], fold.label, fold.result);
    let blocks = mapped.block_places.iter().map(|place| body[place.clone()].to_owned());
    let gaps = mapped.values.iter().flat_map(|(printed, place)| {
        let gaps = match printed {
            Printed::Gap(gap) => vec![gap.text.clone()],
            Printed::Table(table) => table.gaps.iter().map(|gap| gap.text.clone()).collect(),
            _ => Vec::new(),
        };
        gaps.into_iter().map(|text| format!("{text} → {}", &body[place.clone()]))
    });
    let mut found = compared("chips", &case.chips, chips.collect());
    found.extend(compared("folds", &case.folds, mapped.folds.iter().map(fold).collect()));
    found.extend(compared("blocks", &case.blocks, blocks.collect()));
    found.extend(compared("gaps", &case.gaps, gaps.collect()));
    found
}

fn compared(what: &str, expected: &Option<Vec<String>>, found: Vec<String>) -> Vec<String> {
    let found: Vec<String> = found.iter().map(|text| text.replace('\u{a0}', "␣")).collect();
    match expected {
        Some(expected) if *expected != found => {
            vec![format!("  {what}: expected {expected:#?}\n  found {found:#?}")]
        }
        _ => Vec::new(),
    }
}

/// The map says the same as the plain rendering, for every case of the language.
#[test]
fn the_map_changes_nothing() {
    for (name, file) in files::<CaseFile>("cases") {
        let facts = file.facts();
        for case in &file.cases {
            let plain = render("mẫu", &case.template, &facts);
            let mapped = render_mapped("mẫu", &case.template, &facts);
            let said = |error: tongket_template::TemplateError| error.to_string();
            let mapped = mapped.map(|mapped| {
                holds(&case.template, &mapped).unwrap();
                outline(&mapped.blocks)
            });
            assert_eq!(
                plain.map(|blocks| outline(&blocks)).map_err(said),
                mapped.map_err(said),
                "{name}: {}",
                case.what
            );
        }
    }
}

/// Pieces of bodies, put together at random.
const PIECES: &[&str] = &[
    "{{ nam }}",
    "{{- nam -}}",
    "{{\n  so_lieu(\"a\",\n  nam=2023) }}",
    "{{ so_lieu(\"b\") }}",
    "{{ danh_muc(danh_sach(\"muc\")) }}",
    "{% if nam > 2000 %}",
    "{%- else -%}",
    "{% endif %}",
    "{% for x in danh_sach(\"muc\") %}",
    "{{ x }}",
    "{% endfor %}",
    "{% set x = nam %}",
    "{% set x %}",
    "{% endset %}",
    "{% macro m(a) %}",
    "{% endmacro %}",
    "{{ m(1) }}",
    "{# ghi chú #}",
    "{# {{ nam }} #}",
    "{% raw %}{{ nam }}{% endraw %}",
    "{% filter upper %}",
    "{% endfilter %}",
    "]: ",
    "# ",
    "\n",
    "\n\n",
    "- ",
    "| a |",
    "\n|---|\n",
    "> ",
    "ủy ",
    "😀",
    "**",
    "\r\n",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn ranges_hold(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 1..16)) {
        let body = pieces.concat();
        let facts = "year = 2023\n\
            indicators.a = { name = 'A', unit = 'xã', figures = [['2023', 'actual', '5']] }\n\
            lists = [{ slug = 'muc', year = 2023, kind = 'nhiem-vu', items = ['một', 'hai'] }]\n";
        let facts = toml::from_str::<Written>(facts).unwrap().facts();
        match render_mapped("mẫu", &body, &facts) {
            Ok(mapped) => holds(&body, &mapped).map_err(TestCaseError::fail)?,
            Err(error) => {
                let place = error.place.as_ref();
                prop_assert!(place.is_none_or(|place| body.get(place.range.clone()).is_some()));
            }
        }
    }
}

/// Chips are whole tags, folds are whole commands, both nest, and blocks stand in the body.
fn holds(body: &str, mapped: &Mapped) -> Result<(), String> {
    let mut ranges = Vec::new();
    for chip in &mapped.chips {
        let text = body.get(chip.range.clone()).unwrap_or_default();
        if !text.starts_with("{{") || !text.ends_with("}}") {
            return Err(format!("no chip: «{text}» of «{body}»"));
        }
        ranges.push(chip.range.clone());
    }
    for fold in &mapped.folds {
        let text = body.get(fold.range.clone()).unwrap_or_default();
        let command = text.starts_with("{%") && text.ends_with("%}");
        let comment = text.starts_with("{#") && text.ends_with("#}");
        if !command && !comment {
            return Err(format!("no fold: «{text}» of «{body}»"));
        }
        ranges.push(fold.range.clone());
    }
    ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut open: Vec<usize> = Vec::new();
    for range in &ranges {
        open.retain(|end| *end > range.start);
        if open.last().is_some_and(|end| *end < range.end) {
            return Err(format!("{range:?} crosses another in «{body}»"));
        }
        open.push(range.end);
    }
    let chips: Vec<_> = mapped.chips.iter().map(|chip| &chip.range).collect();
    if let Some((printed, place)) = mapped.values.iter().find(|(_, place)| {
        !chips.contains(&place) && !mapped.folds.iter().any(|fold| fold.range == *place)
    }) {
        return Err(format!("{printed:?} at {place:?} is of no tag in «{body}»"));
    }
    match mapped.block_places.iter().find(|place| body.get((*place).clone()).is_none()) {
        Some(place) => Err(format!("a block at {place:?} of «{body}»")),
        None if mapped.block_places.len() != mapped.blocks.len() => {
            Err("places are missing".into())
        }
        None => Ok(()),
    }
}
