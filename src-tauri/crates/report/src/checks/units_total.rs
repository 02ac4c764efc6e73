//! What all units reported, added up, against the office's own figure of the same period.

use tongket_figures::{Amount, Period, Quantity};
use tongket_model::{Figure, FigureKind, Indicator, ReportedMeasure};
use tongket_template::Facts;

use super::span::Span;
use crate::{Finding, Severity};

/// A warning per figure that every unit had a part in and that is not the sum of the parts.
pub fn units_total(facts: &dyn Facts) -> Vec<Finding> {
    let n_units = facts.reporters().len();
    let mut findings = Vec::new();
    if n_units < 2 {
        return findings;
    }
    for of in facts.indicators() {
        let own = facts.figures(of.id).iter().filter(|own| own.period.year() == facts.year());
        for figure in own {
            let parts = parts(facts, of, figure.period, figure.kind);
            if parts.len() == n_units {
                findings.extend(compare(facts, of, figure, &parts));
            }
        }
    }
    findings
}

/// One for each unit that gave a value.
fn parts<'f>(
    facts: &'f dyn Facts,
    of: &Indicator,
    period: Period,
    kind: FigureKind,
) -> Vec<&'f Quantity> {
    let measure = match kind {
        FigureKind::Estimate => ReportedMeasure::Estimate,
        FigureKind::Actual => ReportedMeasure::Actual,
    };
    let reported = facts.reported(of.id).iter();
    let of_period = reported.filter(|one| one.period == period && one.measure == measure);
    of_period.filter_map(|one| one.quantity()).collect()
}

fn compare(
    facts: &dyn Facts,
    of: &Indicator,
    figure: &Figure,
    parts: &[&Quantity],
) -> Option<Finding> {
    let (style, unit) = (facts.style(), &figure.quantity.unit);
    if unit.is_rate() || unit.is_rank() {
        return None;
    }
    let mut sum = Span::exact(Amount::ZERO);
    for part in parts {
        sum = sum.plus(Span::of(part, unit)?)?;
    }
    if sum.meets(Span::of(&figure.quantity, unit)?) {
        return None;
    }
    let gap = sum.middle().checked_sub(figure.quantity.amount).ok()?.abs();
    let bare =
        |amount: Amount| Quantity::of_amount(amount.trimmed(), unit.clone()).print_bare(style);
    let values = [figure.quantity.print_bare(style), bare(sum.middle())];
    let message = format!(
        "{}: số của cơ quan {} khác cộng {} đơn vị {}: chênh {}",
        of.name,
        values[0],
        parts.len(),
        values[1],
        bare(gap),
    );
    Some(
        Finding::new("units-total", Severity::Warning, message)
            .of(&of.slug)
            .with_values(values)
            .with_hint(format!("Kiểm tra kỳ {}.", figure.period.print(style))),
    )
}
