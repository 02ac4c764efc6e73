//! One expression of a body as a chip: what it shows, of what, from where.

use std::collections::{BTreeSet, HashSet};

use tongket_figures::Period;
use tongket_model::State;
use tongket_template::{
    Chip as MappedChip, CitedKind, Evidence, EvidenceKind, Facts, Gap, Printed, Table,
};

use super::offsets::Offsets;
use crate::body_reading::{Chip, ChipKind};

/// A text on a chip is shortened behind this many characters.
const CHARACTERS: usize = 240;

pub(super) fn chip(chip: &MappedChip, facts: &dyn Facts, offsets: &Offsets) -> Chip {
    let (from, to) = offsets.range(&chip.range);
    let evidence = evidence(&chip.values);
    let gap = first_gap(&chip.values);
    let table = chip.values.iter().find_map(|value| match value {
        Printed::Table(table) => Some(table),
        _ => None,
    });
    Chip {
        from,
        to,
        kind: if table.is_some() { ChipKind::Table } else { kind(&chip.values) },
        text: table.map_or_else(|| shortened(&chip.text), |table| table_name(table)),
        expression: chip.expression.clone(),
        indicator: indicator(&evidence, gap, facts),
        subject: subject(&chip.expression, &evidence, gap, facts),
        origin: origin(&evidence),
        assumed: evidence.iter().any(|evidence| evidence.state == State::Assumed),
        hint: gap.map_or_else(|| grounds(&evidence, facts), |gap| gap.hint.clone()),
    }
}

fn kind(values: &[Printed]) -> ChipKind {
    let of_kind = |wanted: CitedKind| {
        values.iter().any(|value| matches!(value, Printed::Cited(cited) if cited.kind == wanted))
    };
    if first_gap(values).is_some() {
        ChipKind::Gap
    } else if of_kind(CitedKind::Figure) {
        ChipKind::Figure
    } else if of_kind(CitedKind::Citation) {
        ChipKind::Citation
    } else {
        ChipKind::Words
    }
}

fn first_gap(values: &[Printed]) -> Option<&Gap> {
    values.iter().find_map(|value| match value {
        Printed::Gap(gap) => Some(&**gap),
        _ => None,
    })
}

fn evidence(values: &[Printed]) -> Vec<&Evidence> {
    let mut evidence = Vec::new();
    for value in values {
        match value {
            Printed::Cited(cited) => evidence.extend(&cited.evidence),
            Printed::Table(table) => {
                evidence.extend(table.cited.iter().flat_map(|cited| &cited.evidence));
            }
            Printed::Text(_) | Printed::Gap(_) | Printed::List => {}
        }
    }
    evidence
}

/// The indicator, when there is one only.
fn indicator(evidence: &[&Evidence], gap: Option<&Gap>, facts: &dyn Facts) -> Option<String> {
    let mut slugs: BTreeSet<&str> =
        evidence.iter().filter_map(|e| e.indicator.as_ref()).map(|slug| slug.as_str()).collect();
    slugs.extend(gap.map(|gap| gap.subject.as_str()).filter(|s| facts.indicator(s).is_some()));
    match slugs.len() {
        1 => slugs.first().map(|slug| (*slug).to_owned()),
        _ => None,
    }
}

/// What people call it.
fn subject(
    expression: &str,
    evidence: &[&Evidence],
    gap: Option<&Gap>,
    facts: &dyn Facts,
) -> String {
    if let Some(gap) = gap {
        let name = facts.indicator(&gap.subject).map(|of| of.name.clone());
        return name.unwrap_or_else(|| with_capital(gap.text.trim_matches(['[', ']'])));
    }
    let Some(first) = evidence.first() else { return variable(expression).to_owned() };
    let period = match first.period {
        Some(Period::Year(year)) => format!(" {year}"),
        Some(period) => format!(", {}", period.print(facts.style())),
        None => String::new(),
    };
    let named = format!("{}{period}", with_capital(&first.subject));
    let of_one = evidence.iter().all(|other| other.indicator == first.indicator);
    let subjects: BTreeSet<&str> = evidence.iter().map(|e| e.subject.as_str()).collect();
    match subjects.len() {
        n_subjects if n_subjects > 1 && !(of_one && first.indicator.is_some()) => {
            format!("{named} và {} mục khác", n_subjects - 1)
        }
        _ => named,
    }
}

/// What the variables of every template are.
fn variable(expression: &str) -> &str {
    match expression {
        "nam" => "Năm báo cáo",
        "nam_sau" => "Năm sau năm báo cáo",
        "nam_truoc" => "Năm trước năm báo cáo",
        "co_quan.ten" => "Tên cơ quan",
        "co_quan.ten_ngan" => "Tên gọi ngắn của cơ quan",
        "co_quan.dia_danh" => "Địa danh",
        other => other,
    }
}

/// Where the values came from, each place once.
fn origin(evidence: &[&Evidence]) -> String {
    const SHOWN: usize = 2;
    let mut seen: HashSet<String> = HashSet::new();
    let mut shown: Vec<String> = Vec::new();
    for evidence in evidence.iter().filter(|e| e.kind != EvidenceKind::Document) {
        let place = evidence.origin.describe();
        if shown.len() < SHOWN && !shown.contains(&place) {
            shown.push(place.clone());
        }
        seen.insert(place);
    }
    match seen.len() - shown.len() {
        0 => shown.join("; "),
        n_more => format!("{}; và {n_more} nơi khác", shown.join("; ")),
    }
}

/// The values that were compared or added up, when there are few.
fn grounds(evidence: &[&Evidence], facts: &dyn Facts) -> String {
    if !(2..=4).contains(&evidence.len()) {
        return String::new();
    }
    let style = facts.style();
    let grounds = evidence.iter().filter_map(|evidence| {
        let value = evidence.quantity.as_ref()?.print(style);
        let period = evidence.period.map(|period| format!(" {}", period.print(style)));
        Some(format!("{}{}: {value}", evidence.subject, period.unwrap_or_default()))
    });
    grounds.collect::<Vec<_>>().join("; ")
}

fn table_name(table: &Table) -> String {
    format!("Bảng chỉ tiêu ({} dòng)", table.n_body_rows())
}

fn shortened(text: &str) -> String {
    let line = text.trim().replace(['\n', '\r'], " ");
    match line.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
