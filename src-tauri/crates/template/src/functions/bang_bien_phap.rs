//! `{{ bang_bien_phap(linh_vuc="xay-dung-dang") }}`: limitations with their causes, what is done
//! about them and by whom.

use std::sync::Arc;

use tongket_figures::first_upper;
use tongket_model::{CauseKind, Conclusion, ConclusionKind};

use super::conclusions::{Wanted, assignees, deadline, evidence};
use crate::call::Call;
use crate::objects::Printable;
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Block, Cited, CitedKind, Column, Gap, GapKind, Row, RowKind, Table, TableCell};

/// TT, hạn chế, nguyên nhân (chủ quan before khách quan), biện pháp, chịu trách nhiệm, thời hạn. A
/// limitation without a cause or a measure is a gap of the table.
pub fn bang_bien_phap(call: &Call) -> Outcome {
    let facts = call.facts();
    let found = Wanted::read(call, &[ConclusionKind::Limitation])?.of(facts);
    if found.is_empty() {
        let words = "chưa có hạn chế nào được nêu";
        return Err(call.gap(GapKind::MissingList, "han-che", words).into());
    }
    let mut gaps = Vec::new();
    let mut rows = Vec::new();
    for (number, limitation) in (1..).zip(&found) {
        let parts = |kind: ConclusionKind| -> Vec<&Conclusion> {
            let mut parts = facts.parts_of(limitation.id);
            parts.retain(|it| it.kind == kind);
            parts
        };
        let mut causes = parts(ConclusionKind::Cause);
        causes.sort_by_key(|cause| cause.cause == Some(CauseKind::Objective));
        let measures = parts(ConclusionKind::Solution);
        let cause = |cause: &&Conclusion| match cause.cause {
            Some(kind) => format!("{} ({})", cause.text, kind.vietnamese()),
            None => cause.text.clone(),
        };
        let causes = or_gap(call, limitation, "nguyên nhân", causes.iter().map(cause), &mut gaps);
        let texts = measures.iter().map(|it| it.text.clone());
        let texts = or_gap(call, limitation, "biện pháp khắc phục", texts, &mut gaps);
        let bodies = measures.iter().flat_map(|it| assignees(facts, it, None));
        let dues = measures.iter().map(|it| deadline(it, facts.style()));
        let dues: Vec<String> = dues.filter(|due| !due.is_empty()).collect();
        let cells = [
            number.to_string(),
            limitation.text.clone(),
            causes,
            texts,
            bodies.collect::<Vec<_>>().join(", "),
            dues.join(", "),
        ];
        rows.push(Row {
            key: limitation.id.0.to_string(),
            kind: RowKind::Body,
            cells: cells.iter().map(|text| TableCell::Text(first_upper(text))).collect(),
        });
    }
    let cited = |it: &&Conclusion| {
        let (kind, expression) = (CitedKind::Words, call.expression());
        let evidence = vec![evidence(facts, it)];
        Arc::new(Cited { kind, expression, text: it.text.clone(), evidence })
    };
    let table = Table {
        expression: call.expression(),
        columns: columns(),
        rows,
        cited: found.iter().map(cited).collect(),
        gaps,
    };
    Ok(Printable::value(Slot::Block(Block::Table(Arc::new(table)))))
}

/// The texts in one cell, or what is missing.
fn or_gap(
    call: &Call,
    of: &Conclusion,
    word: &str,
    texts: impl Iterator<Item = String>,
    gaps: &mut Vec<Arc<Gap>>,
) -> String {
    let text = texts.collect::<Vec<_>>().join("; ");
    if !text.is_empty() {
        return text;
    }
    let gap = call.gap(GapKind::MissingList, word, &format!("chưa có {word}: {}", of.text));
    gaps.push(Arc::new(gap));
    format!("[chưa có {word}]")
}

fn columns() -> Vec<Column> {
    let column = |key: &str, heading: &str, weight, numeric| Column {
        key: key.to_owned(),
        headings: vec![heading.to_owned()],
        weight,
        numeric,
    };
    vec![
        column("tt", "TT", 9, true),
        column("han-che", "Nhóm hạn chế, khuyết điểm", 60, false),
        column("nguyen-nhan", "Nguyên nhân", 60, false),
        column("bien-phap", "Biện pháp khắc phục", 56, false),
        column("trach-nhiem", "Chịu trách nhiệm", 34, false),
        column("thoi-han", "Thời hạn", 24, true),
    ]
}
