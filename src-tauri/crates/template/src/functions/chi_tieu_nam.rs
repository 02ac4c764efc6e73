//! `chi_tieu_nam(nam=nam_sau)`: the targets set for a year, as a sequence.

use minijinja::Value;
use tongket_figures::Style;
use tongket_model::{FigureKind, Indicator, Target};

use crate::call::Call;
use crate::objects::{Printable, Record, Rows};
use crate::outcome::Outcome;
use crate::phrase::{filled_pattern, said_figure};
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, Facts};

/// All targets of `nam=` in their order; `linh_vuc=` narrows to a field, `chon=true` to the
/// selected ones. Each has `.ten`, `.cau` and `.gia_tri` and prints its sentence.
pub fn chi_tieu_nam(call: &Call) -> Outcome {
    let year = call.year()?;
    let field = call.option::<String>("linh_vuc")?;
    let selected_only = call.option::<bool>("chon")?.unwrap_or(false);
    let style = call.style()?;
    let targets: Vec<_> = targets_of(call.facts(), year)
        .into_iter()
        .filter(|(indicator, _)| field.as_ref().is_none_or(|field| indicator.field == *field))
        .filter(|(_, target)| target.selected || !selected_only)
        .collect();
    let items = targets
        .iter()
        .map(|(indicator, target)| {
            let sentence = sentence(indicator, target, &style);
            let amount = target.quantity.print(&style);
            let evidence = evidence(indicator, target);
            Value::from_object(Record {
                parts: vec![
                    ("ten", Printable::text(&indicator.name)),
                    ("cau", Printable::value(Slot::Cited(cited(indicator, target, &sentence)))),
                    ("gia_tri", call.cited(amount, vec![evidence])),
                ],
                whole: Slot::Cited(cited(indicator, target, &sentence)),
            })
        })
        .collect();
    Ok(Value::from_object(Rows {
        expression: call.expression(),
        items,
        counting_word: "chỉ tiêu".to_owned(),
        when_empty: format!("chưa có chỉ tiêu năm {year}"),
        evidence: targets.iter().map(|(of, target)| evidence(of, target)).collect(),
    }))
}

/// Targets of `year` with their indicators, in the order of the list of targets.
pub(super) fn targets_of(facts: &dyn Facts, year: i32) -> Vec<(&Indicator, &Target)> {
    let mut targets: Vec<_> = facts
        .indicators()
        .iter()
        .flat_map(|of| facts.targets(of.id).iter().map(move |target| (of, target)))
        .filter(|(_, target)| target.year == year)
        .collect();
    targets.sort_by_key(|(_, target)| target.position);
    targets
}

/// The target in the indicator's sentence pattern: "kết nạp trên 120 đảng viên".
pub(super) fn sentence(of: &Indicator, target: &Target, style: &Style) -> String {
    let said = said_figure(&target.quantity, FigureKind::Actual, style);
    filled_pattern(of, &said, target.year)
}

pub(super) fn evidence(of: &Indicator, target: &Target) -> Evidence {
    Evidence {
        kind: EvidenceKind::Target,
        subject: format!("chỉ tiêu {} {}", of.name_in_sentence(), target.year),
        indicator: Some(of.slug.clone()),
        period: Some(tongket_figures::Period::Year(target.year)),
        quantity: Some(target.quantity.clone()),
        origin: target.origin.clone(),
        state: target.state,
    }
}

/// One target's sentence bound to it alone.
pub(super) fn cited(of: &Indicator, target: &Target, text: &str) -> std::sync::Arc<Cited> {
    Cited {
        kind: CitedKind::Figure,
        expression: format!("cau_chi_tieu({:?}, nam={})", of.slug.as_str(), target.year),
        text: text.to_owned(),
        evidence: vec![evidence(of, target)],
    }
    .into()
}
