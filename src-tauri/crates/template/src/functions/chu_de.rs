//! `{% for phan in chu_de(nam=nam_sau) %}`: the theme of a year by parts.

use std::sync::Arc;

use minijinja::Value;
use tongket_model::{Theme, ThemePart};

use crate::call::Call;
use crate::objects::{Printable, Record, Rows};
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, Gap, GapKind};

/// The parts of the theme of `nam=`: each has `.tieu_de`, `.noi_dung` (the components joined),
/// `.trong_ngoac` (the same in quotation marks) and `.cac_thanh_phan`. A missing theme is one part
/// made of gaps.
pub fn chu_de(call: &Call) -> Outcome {
    let year = call.year()?;
    let Some(theme) = call.facts().themes().iter().find(|theme| theme.year == year) else {
        let words = format!("chưa có chủ đề năm {year}");
        return Ok(missing(call.gap(GapKind::MissingTheme, "chu-de", &words), call.expression()));
    };
    let evidence = vec![Evidence {
        kind: EvidenceKind::Theme,
        subject: format!("chủ đề năm {year}"),
        indicator: None,
        period: Some(tongket_figures::Period::Year(year)),
        quantity: None,
        origin: theme.origin.clone(),
        state: theme.state,
    }];
    let parts = theme.parts.iter().enumerate();
    let parts = parts.map(|(idx, part)| record(&call.expression(), theme, part, idx, &evidence));
    Ok(sequence(call.expression(), parts.collect(), evidence.clone()))
}

/// One part made of gaps.
fn missing(gap: Gap, expression: String) -> Value {
    let slot = Slot::Gap(Arc::new(gap.clone()));
    let row = |item: Value| {
        let (items, unknown) = (vec![item], Some(gap.clone()));
        Value::from_object(Rows { unknown, ..rows(expression.clone(), items, Vec::new()) })
    };
    let part = |name| (name, Printable::value(slot.clone()));
    let mut parts = vec![part("tieu_de"), part("noi_dung"), part("trong_ngoac")];
    parts.push(("cac_thanh_phan", row(Printable::value(slot.clone()))));
    row(Value::from_object(Record { whole: slot.clone(), asked_as: None, parts }))
}

fn record(
    theme_call: &str,
    theme: &Theme,
    part: &ThemePart,
    idx: usize,
    evidence: &[Evidence],
) -> Value {
    let words = |text: String| {
        let (kind, expression) = (CitedKind::Words, theme_call.to_owned());
        Slot::Cited(Cited { kind, expression, text, evidence: evidence.to_vec() }.into())
    };
    let joined = part.components.join(&theme.separator);
    let quoted = format!("“{joined}”");
    let components = part.components.iter().map(|text| Printable::value(words(text.clone())));
    Value::from_object(Record {
        parts: vec![
            ("tieu_de", Printable::text(&part.heading)),
            ("noi_dung", Printable::value(words(joined))),
            ("trong_ngoac", Printable::value(words(quoted.clone()))),
            (
                "cac_thanh_phan",
                sequence(
                    format!("{theme_call}[{idx}].cac_thanh_phan"),
                    components.collect(),
                    evidence.to_vec(),
                ),
            ),
        ],
        whole: words(quoted),
        asked_as: None,
    })
}

fn sequence(expression: String, items: Vec<Value>, evidence: Vec<Evidence>) -> Value {
    Value::from_object(rows(expression, items, evidence))
}

fn rows(expression: String, items: Vec<Value>, evidence: Vec<Evidence>) -> Rows {
    let (counting_word, when_empty) =
        ("thành phần".to_owned(), "chủ đề chưa có nội dung".to_owned());
    Rows { expression, items, counting_word, when_empty, evidence, unknown: None }
}
