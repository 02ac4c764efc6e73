//! What the units under the office reported: sums, how many of them, who is missing, who falls
//! short of what it promised. A sum over units of which some gave nothing is a gap that names them.

mod asked;

use std::sync::Arc;

use minijinja::Value;
use tongket_figures::{Amount, Quantity, Unit};
use tongket_model::{Reported, ReportedMeasure, Reporter};

pub(super) use self::asked::{Asked, evidence_of, measures_named};
use super::tinh::sum;
use crate::call::Call;
use crate::error::misuse;
use crate::objects::{Printable, Rows};
use crate::outcome::{Outcome, Stop};
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence};

/// How many units gave a value, of how many: "118/118".
pub fn so_don_vi(call: &Call) -> Outcome {
    let asked = Asked::read(call)?;
    let answers = asked.answers(asked.measures()?)?;
    let given: Vec<&Reported> = answers.iter().filter_map(|answer| answer.value).collect();
    let text = format!("{}/{}", given.len(), answers.len());
    Ok(call.cited(text, asked.evidence(&given)))
}

/// The sum over all units, with its unit.
pub fn tong_don_vi(call: &Call) -> Outcome {
    let asked = Asked::read(call)?;
    let values = asked.all(asked.measures()?)?;
    let total = asked.total(&values)?;
    asked.said(&total, &values)
}

/// The names of the units that gave nothing, as a sequence; empty when all did.
pub fn don_vi_chua_co(call: &Call) -> Outcome {
    names(call, "không còn đơn vị chưa có số liệu", |asked| {
        let missing = asked.answers(asked.measures()?)?.into_iter();
        let missing = missing.filter(|answer| answer.value.is_none());
        Ok((missing.map(|answer| answer.reporter).collect(), Vec::new()))
    })
}

/// The names of the units whose result is below their commitment, as a sequence.
pub fn don_vi_chua_dat_cam_ket(call: &Call) -> Outcome {
    names(call, "không có đơn vị chưa đạt cam kết", |asked| {
        let short = asked.shortfalls()?;
        let values: Vec<_> = short.iter().flat_map(|it| [it.result, it.commitment]).collect();
        Ok((short.iter().map(|it| it.reporter).collect(), asked.evidence(&values)))
    })
}

/// The names of the units whose result is below `nguong=` percent of their plan, as a sequence:
/// "các đơn vị có tỷ lệ giải ngân thấp".
pub fn don_vi_duoi(call: &Call) -> Outcome {
    let threshold = call.text_option("nguong")?.ok_or_else(|| {
        misuse("hàm don_vi_duoi cần nguong=, ví dụ don_vi_duoi(\"giai-ngan\", nguong=\"36,5\")")
    })?;
    let below: Amount = threshold.replace(',', ".").parse().map_err(|_| {
        misuse(format!("nguong=\"{threshold}\" phải là số phần trăm, ví dụ \"36,5\""))
    })?;
    names(call, "không có đơn vị nào dưới ngưỡng", |asked| {
        let (mut found, mut values) = (Vec::new(), Vec::new());
        for (reporter, plan, result) in asked.results_against(ReportedMeasure::Plan)? {
            let both = result.quantity().zip(plan.quantity());
            let ratio = both.and_then(|(result, plan)| result.percent_of(plan));
            if ratio.ok_or_else(|| asked.incomparable())? < below {
                found.push(reporter);
                values.extend([result, plan]);
            }
        }
        Ok((found, asked.evidence(&values)))
    })
}

/// The sum of what is missing to the commitments, over the units that fall short only.
/// `dang="so-voi-ke-hoach"` gives it in per cent of all units' plans.
pub fn thieu_cam_ket(call: &Call) -> Outcome {
    let asked = Asked::read(call)?;
    let short = asked.shortfalls()?;
    let mut values: Vec<&Reported> =
        short.iter().flat_map(|it| [it.result, it.commitment]).collect();
    let missing: Vec<&Quantity> = short.iter().map(|it| &it.missing).collect();
    let missing = match missing.as_slice() {
        [] => Quantity::of_amount(Amount::ZERO, asked.of.unit.clone()),
        some => sum(some).ok_or_else(|| asked.incomparable())?,
    };
    if call.choice("dang", &["so-voi-ke-hoach"])?.is_none() {
        return asked.said(&missing, &values);
    }
    let plans = asked.all(&[ReportedMeasure::Plan])?;
    let ratio = missing.percent_of(&asked.total(&plans)?).ok_or_else(|| asked.incomparable())?;
    let ratio = ratio.round(call.decimals_asked()?.unwrap_or(call.style()?.decimals)).trimmed();
    values.extend(plans);
    let ratio = Quantity::of_amount(ratio, Unit::percent());
    Ok(call.cited(ratio.print(&call.style()?), asked.evidence(&values)))
}

/// The names of the units that `choose` gives, as a sequence; the only row is a gap when it cannot
/// be known which they are.
fn names<'c>(
    call: &Call<'c>,
    when_empty: &str,
    choose: impl for<'a> FnOnce(&Asked<'a, 'c>) -> Outcome<(Vec<&'c Reporter>, Vec<Evidence>)>,
) -> Outcome {
    let mut rows = Rows {
        expression: call.expression(),
        items: Vec::new(),
        counting_word: "đơn vị".to_owned(),
        when_empty: when_empty.to_owned(),
        evidence: Vec::new(),
        unknown: None,
    };
    // A gap is a row here, not an early end: every option counts as read.
    call.knows(&["loai", "nhom", "ky", "nam"]);
    match Asked::read(call).and_then(|asked| choose(&asked)) {
        Err(Stop::Gap(gap)) => {
            rows.items.push(Printable::value(Slot::Gap(Arc::new((*gap).clone()))));
            rows.unknown = Some(*gap);
        }
        Err(misuse) => return Err(misuse),
        Ok((reporters, evidence)) => {
            rows.items = reporters.into_iter().map(|reporter| name(call, reporter)).collect();
            rows.evidence = evidence;
        }
    }
    Ok(Value::from_object(rows))
}

fn name(call: &Call, reporter: &Reporter) -> Value {
    let cited = Cited {
        kind: CitedKind::Words,
        expression: call.expression(),
        text: reporter.name.clone(),
        evidence: Vec::new(),
    };
    Printable::value(Slot::Cited(cited.into()))
}
