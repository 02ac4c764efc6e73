//! `bang_diem("chi-tieu-2022")` → "25/25 chỉ tiêu đạt và vượt kế hoạch", and what belongs to it.

use std::sync::Arc;

use minijinja::Value;
use tongket_figures::Verdict;
use tongket_model::Indicator;

use crate::call::Call;
use crate::error::misuse;
use crate::facts::scorecard_for;
use crate::objects::{Printable, Rows};
use crate::outcome::{Outcome, Stop};
use crate::phrase::{counted, judge_with_evidence};
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, GapKind};

/// How many of the scorecard's targets are met or exceeded. Without a slug: the year's scorecard.
pub fn bang_diem(call: &Call) -> Outcome {
    let judged = judged(call)?;
    let met = judged.verdicts.iter().filter(|(_, verdict)| verdict.is_met()).count();
    let text = format!("{met}/{} chỉ tiêu đạt và vượt kế hoạch", judged.verdicts.len());
    Ok(call.cited(text, judged.evidence))
}

/// How many targets are met exactly.
pub fn so_dat(call: &Call) -> Outcome {
    count_of(call, Verdict::Met)
}

/// How many targets are exceeded.
pub fn so_vuot(call: &Call) -> Outcome {
    count_of(call, Verdict::Exceeded)
}

/// The names of the targets that are not met, as a sequence; empty when all are.
pub fn chi_tieu_chua_dat(call: &Call) -> Outcome {
    let mut rows = Rows {
        expression: call.expression(),
        items: Vec::new(),
        counting_word: "chỉ tiêu".to_owned(),
        when_empty: "không có chỉ tiêu chưa đạt".to_owned(),
        evidence: Vec::new(),
        unknown: None,
    };
    match judged(call) {
        Err(Stop::Gap(gap)) => {
            rows.items.push(Printable::value(Slot::Gap(Arc::new((*gap).clone()))));
            rows.unknown = Some(*gap);
        }
        Err(misuse) => return Err(misuse),
        Ok(judged) => {
            let missed = judged.verdicts.iter().filter(|(_, verdict)| !verdict.is_met());
            rows.items = missed.map(|(of, _)| name(call, of)).collect();
            rows.evidence = judged.evidence;
        }
    }
    Ok(Value::from_object(rows))
}

fn name(call: &Call, of: &Indicator) -> Value {
    let cited = Cited {
        kind: CitedKind::Words,
        expression: call.expression(),
        text: of.name_in_sentence(),
        evidence: Vec::new(),
    };
    Printable::value(Slot::Cited(cited.into()))
}

fn count_of(call: &Call, wanted: Verdict) -> Outcome {
    let judged = judged(call)?;
    let count = judged.verdicts.iter().filter(|(_, verdict)| *verdict == wanted).count();
    let count = i64::try_from(count).map_err(misuse)?;
    Ok(call.cited(counted(count, &call.style()?, false), judged.evidence))
}

struct Judged<'c> {
    verdicts: Vec<(&'c Indicator, Verdict)>,
    evidence: Vec<Evidence>,
}

/// Judges every target of the scorecard; a gap when the scorecard or any value is missing.
fn judged<'c>(call: &Call<'c>) -> Outcome<Judged<'c>> {
    let slug =
        if call.arg(0).is_some() { Some(call.text_arg(0, "mã bảng điểm")?) } else { None };
    let year = call.year()?;
    let facts = call.facts();
    let Some(card) = scorecard_for(facts, slug.as_deref(), year) else {
        let words = format!("chưa có bảng điểm chỉ tiêu năm {year}");
        return Err(call.gap(GapKind::MissingList, "bang-diem", &words).into());
    };
    let mut judged = Judged { verdicts: Vec::new(), evidence: Vec::new() };
    let mut missing = Vec::new();
    for id in &card.indicators {
        let Some(indicator) = facts.indicator_of(*id) else { continue };
        match judge_with_evidence(facts, indicator, year) {
            Some((verdict, evidence)) => {
                judged.verdicts.push((indicator, verdict));
                judged.evidence.extend(evidence);
            }
            None => missing.push(indicator.name_in_sentence()),
        }
    }
    if missing.is_empty() {
        return Ok(judged);
    }
    let words = format!(
        "bảng điểm chưa đủ số liệu: thiếu {}/{} chỉ tiêu",
        missing.len(),
        card.indicators.len()
    );
    let mut gap = call.gap(GapKind::MissingFigure, card.slug.as_str(), &words);
    gap.hint = format!("Thiếu kết quả hoặc kế hoạch của: {}.", missing.join("; "));
    Err(gap.into())
}
