//! `{% for phan in chu_de(nam=nam_sau) %}`: the theme of a year by parts.

use minijinja::Value;
use tongket_model::{Theme, ThemePart};

use crate::call::Call;
use crate::objects::{Printable, Record, Rows};
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, GapKind};

/// The parts of the theme of `nam=`: each has `.tieu_de`, `.noi_dung` (the components joined),
/// `.trong_ngoac` (the same in quotation marks) and `.cac_thanh_phan`. A missing theme is one part
/// made of gaps.
pub fn chu_de(call: &Call) -> Outcome {
    let year = call.year()?;
    let Some(theme) = call.facts().themes().iter().find(|theme| theme.year == year) else {
        let words = format!("chưa có chủ đề năm {year}");
        let gap = Slot::Gap(call.gap(GapKind::MissingTheme, "chu-de", &words).into());
        let part = |name| (name, Printable::value(gap.clone()));
        let parts = vec![part("tieu_de"), part("noi_dung"), part("trong_ngoac")];
        let parts = Value::from_object(Record { whole: gap.clone(), parts });
        return Ok(sequence(call, vec![parts], words, Vec::new()));
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
    let parts = theme.parts.iter().map(|part| record(call, theme, part, &evidence)).collect();
    Ok(sequence(call, parts, format!("chưa có chủ đề năm {year}"), evidence))
}

fn record(call: &Call, theme: &Theme, part: &ThemePart, evidence: &[Evidence]) -> Value {
    let words = |text: String| {
        let (kind, expression) = (CitedKind::Words, call.expression());
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
                sequence(call, components.collect(), String::new(), evidence.to_vec()),
            ),
        ],
        whole: words(quoted),
    })
}

fn sequence(call: &Call, items: Vec<Value>, when_empty: String, evidence: Vec<Evidence>) -> Value {
    let (expression, counting_word) = (call.expression(), "thành phần".to_owned());
    Value::from_object(Rows { expression, items, counting_word, when_empty, evidence })
}
