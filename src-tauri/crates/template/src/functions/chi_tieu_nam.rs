//! `chi_tieu_nam(nam=nam_sau)`: the targets set for a year, as a sequence.

use minijinja::Value;
use tongket_figures::Style;
use tongket_model::{FigureKind, Indicator, Target};

use crate::call::{Call, quoted, written_call};
use crate::objects::{Printable, Record, Rows};
use crate::outcome::Outcome;
use crate::phrase::{filled_pattern, said_figure};
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, Facts};

/// All targets of `nam=` in their order; `linh_vuc=` narrows to a field, `chon=true` to the
/// selected ones. Each has `.ten`, `.cau` and `.gia_tri` and prints its sentence.
pub fn chi_tieu_nam(call: &Call) -> Outcome {
    let year = call.year()?;
    let field = call.text_option("linh_vuc")?;
    let selected_only = call.option::<bool>("chon")?.unwrap_or(false);
    let saying = Saying::new(call)?;
    let targets: Vec<_> = targets_of(call.facts(), year)
        .into_iter()
        .filter(|(indicator, _)| field.as_ref().is_none_or(|field| indicator.field == *field))
        .filter(|(_, target)| target.selected || !selected_only)
        .collect();
    let items = targets
        .iter()
        .map(|(indicator, target)| {
            let sentence = saying.sentence(indicator, target);
            Value::from_object(Record {
                parts: vec![
                    ("ten", Printable::text(&indicator.name)),
                    ("cau", Printable::value(sentence.clone())),
                    ("gia_tri", Printable::value(saying.amount(indicator, target))),
                ],
                whole: sentence,
                asked_as: None,
            })
        })
        .collect();
    Ok(Value::from_object(Rows {
        expression: call.expression(),
        items,
        counting_word: "chỉ tiêu".to_owned(),
        when_empty: format!("chưa có chỉ tiêu năm {year}"),
        evidence: targets.iter().map(|(of, target)| evidence(of, target)).collect(),
        unknown: None,
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

pub(super) fn evidence(of: &Indicator, target: &Target) -> Evidence {
    Evidence {
        kind: EvidenceKind::Target,
        subject: ["chỉ tiêu ", &of.name_in_sentence(), " ", &target.year.to_string()].concat(),
        indicator: Some(of.slug.clone()),
        period: Some(tongket_figures::Period::Year(target.year)),
        quantity: Some(target.quantity.clone()),
        origin: target.origin.clone(),
        state: target.state,
    }
}

/// How one call says single targets, each bound to its own row.
pub(super) struct Saying {
    style: Style,
    /// The option of the style that the call overrides, written out.
    padding: Option<String>,
}

impl Saying {
    pub fn new(call: &Call) -> Result<Saying, minijinja::Error> {
        let padding = call.written_options(&["dem_hai_chu_so"]).pop();
        Ok(Saying { style: call.style()?, padding })
    }

    /// The target in the indicator's sentence pattern: "kết nạp trên 120 đảng viên".
    pub fn sentence(&self, of: &Indicator, target: &Target) -> Slot {
        let said = said_figure(&target.quantity, FigureKind::Actual, &self.style);
        self.cited(of, target, filled_pattern(of, &said, target.year), None)
    }

    /// The amount alone: "trên 120 đảng viên".
    pub fn amount(&self, of: &Indicator, target: &Target) -> Slot {
        let amount = target.quantity.print(&self.style);
        self.cited(of, target, amount, Some("dang=\"tran\"".to_owned()))
    }

    fn cited(&self, of: &Indicator, target: &Target, text: String, form: Option<String>) -> Slot {
        let options = [Some(format!("nam={}", target.year)), self.padding.clone(), form];
        let slug = vec![quoted(of.slug.as_str())];
        let cited = Cited {
            kind: CitedKind::Figure,
            expression: written_call("cau_chi_tieu", slug, options.into_iter().flatten()),
            text,
            evidence: vec![evidence(of, target)],
        };
        Slot::Cited(cited.into())
    }
}
