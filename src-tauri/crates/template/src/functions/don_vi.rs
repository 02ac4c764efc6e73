//! What the units under the office reported: sums, how many of them, who is missing, who falls
//! short of what it promised. A sum over units of which some gave nothing is a gap that names them.

use std::sync::Arc;

use minijinja::Value;
use tongket_figures::{Amount, Direction, Period, Qualifier, Quantity, Unit, same_name};
use tongket_model::{Indicator, Reported, ReportedMeasure, Reporter};

use super::so_lieu::converted;
use super::tinh::sum;
use crate::call::Call;
use crate::objects::{Printable, Rows};
use crate::outcome::{Outcome, Stop};
use crate::phrase::rounded;
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind, Gap, GapKind};

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

/// What a call asks of whom.
struct Asked<'a, 'c> {
    call: &'a Call<'c>,
    of: &'c Indicator,
    /// Those of `nhom=`, or those who were asked for the indicator.
    reporters: Vec<&'c Reporter>,
    period: Option<Period>,
    year: i32,
}

/// One unit and the value it gave.
struct Answer<'c> {
    reporter: &'c Reporter,
    value: Option<&'c Reported>,
}

/// A unit that falls short of what it promised.
struct Shortfall<'c> {
    reporter: &'c Reporter,
    result: &'c Reported,
    commitment: &'c Reported,
    missing: Quantity,
}

const RESULTS: [ReportedMeasure; 2] = [ReportedMeasure::Actual, ReportedMeasure::Estimate];

impl<'a, 'c> Asked<'a, 'c> {
    fn read(call: &'a Call<'c>) -> Outcome<Asked<'a, 'c>> {
        let of = call.indicator()?;
        let group = call.text_option("nhom")?;
        let asked = call.facts().asked(of.id, call.year()?);
        let in_group = |reporter: &&Reporter| match (&group, &asked) {
            (Some(group), _) => same_name(&reporter.group, group),
            (None, Some(asked)) => asked.contains(&reporter.organisation),
            (None, None) => true,
        };
        let reporters: Vec<_> = call.facts().reporters().iter().filter(in_group).collect();
        if reporters.is_empty() {
            let words = match group {
                Some(group) => format!("chưa có đơn vị nào thuộc nhóm «{group}»"),
                None => "chưa có danh sách đơn vị báo cáo".to_owned(),
            };
            return Err(call.gap(GapKind::MissingList, of.slug.as_str(), &words).into());
        }
        Ok(Asked { call, of, reporters, period: call.period()?, year: call.year()? })
    }

    /// `loai=`; the final result before the estimate unless another is asked for.
    fn measures(&self) -> Outcome<&'static [ReportedMeasure]> {
        const KNOWN: [&str; 5] = ["thuc-hien", "uoc", "ke-hoach", "cam-ket", "ngay"];
        Ok(match self.call.choice("loai", &KNOWN)? {
            Some("uoc") => &[ReportedMeasure::Estimate],
            Some("ke-hoach") => &[ReportedMeasure::Plan],
            Some("cam-ket") => &[ReportedMeasure::Commitment],
            Some("ngay") => &[ReportedMeasure::Date],
            _ => &RESULTS,
        })
    }

    /// What each unit gave for the period: of the first of `measures` that it gave. Without `ky=`
    /// the period is the whole year, or else the latest one of the year that any unit gave: a
    /// unit that gave another one is missing, since nine months and a year do not add up.
    fn answers(&self, measures: &[ReportedMeasure]) -> Outcome<Vec<Answer<'c>>> {
        let given = self.call.facts().reported(self.of.id);
        let of_year = given
            .iter()
            .filter(|value| measures.contains(&value.measure) && value.period.year() == self.year);
        let newest = of_year.map(|value| value.period).max_by_key(|period| {
            (*period == Period::Year(self.year), period.bounds().1, period.bounds().0)
        });
        let wanted = self.period.or(newest);
        let given: Vec<&Reported> =
            given.iter().filter(|value| Some(value.period) == wanted).collect();
        let latest = |reporter: &Reporter, measure: ReportedMeasure| {
            let own = given.iter().filter(|value| value.reporter == reporter.organisation);
            let own = own.filter(|value| value.measure == measure);
            own.copied().max_by_key(|value| value.id)
        };
        let answer = |reporter: &&'c Reporter| Answer {
            reporter,
            value: measures.iter().find_map(|measure| latest(reporter, *measure)),
        };
        Ok(self.reporters.iter().map(answer).collect())
    }

    /// The values of all units; a gap that names those without one.
    fn all(&self, measures: &[ReportedMeasure]) -> Outcome<Vec<&'c Reported>> {
        let answers = self.answers(measures)?;
        let missing = answers.iter().filter(|answer| answer.value.is_none());
        let missing: Vec<&str> = missing.map(|answer| answer.reporter.name.as_str()).collect();
        if missing.is_empty() {
            return Ok(answers.iter().filter_map(|answer| answer.value).collect());
        }
        let words = format!(
            "chưa đủ số liệu: {} {}, thiếu {}/{} đơn vị",
            self.of.name_in_sentence(),
            self.year,
            missing.len(),
            answers.len()
        );
        let mut gap = self.call.gap(GapKind::MissingFigure, self.of.slug.as_str(), &words);
        gap.hint = format!("Chưa có của: {}.", missing.join("; "));
        Err(gap.into())
    }

    fn total(&self, values: &[&Reported]) -> Outcome<Quantity> {
        let quantities: Vec<&Quantity> = values.iter().filter_map(|it| it.quantity()).collect();
        Ok(sum(&quantities).ok_or_else(|| self.incomparable())?)
    }

    /// The units that promised something and do not reach it.
    fn shortfalls(&self) -> Outcome<Vec<Shortfall<'c>>> {
        let commitments = self.answers(&[ReportedMeasure::Commitment])?;
        let promised = commitments.iter().filter_map(|it| Some((it.reporter, it.value?)));
        let promised: Vec<_> = promised.collect();
        if promised.is_empty() {
            let words =
                format!("chưa có cam kết của đơn vị: {} {}", self.of.name_in_sentence(), self.year);
            let gap = self.call.gap(GapKind::MissingPlan, self.of.slug.as_str(), &words);
            return Err(gap.into());
        }
        let committed =
            Asked { reporters: promised.iter().map(|(reporter, _)| *reporter).collect(), ..*self };
        let results = committed.all(&RESULTS)?;
        let mut short = Vec::new();
        for ((reporter, commitment), result) in promised.into_iter().zip(results) {
            let missing = self.missing(commitment, result).ok_or_else(|| self.incomparable())?;
            if !missing.amount.is_negative() && !missing.amount.is_zero() {
                short.push(Shortfall { reporter, result, commitment, missing });
            }
        }
        Ok(short)
    }

    /// What is missing to the commitment, negative when it is surpassed; `None` when the two
    /// cannot be compared.
    fn missing(&self, commitment: &Reported, result: &Reported) -> Option<Quantity> {
        let (promised, reached) = (commitment.quantity()?, result.quantity()?);
        let reached_amount = reached.comparable_in(promised)?;
        let difference = match self.of.direction {
            Direction::HigherIsBetter => promised.amount.checked_sub(reached_amount),
            Direction::LowerIsBetter => reached_amount.checked_sub(promised.amount),
        };
        Some(Quantity::of_amount(difference.ok()?, promised.unit.clone()))
    }

    /// A sum that rests on an estimate is one.
    fn said(&self, quantity: &Quantity, values: &[&Reported]) -> Outcome {
        let mut quantity = converted(self.call, self.of, quantity)?;
        let is_estimate = values.iter().any(|it| it.measure == ReportedMeasure::Estimate);
        if is_estimate && !quantity.is_estimate() {
            quantity.qualifiers.insert(0, Qualifier::Estimated);
        }
        let quantity = rounded(&quantity, self.call.decimals_asked()?);
        Ok(self.call.cited(quantity.print(&self.call.style()?), self.evidence(values)))
    }

    fn evidence(&self, values: &[&Reported]) -> Vec<Evidence> {
        let name_of = |value: &Reported| {
            let mut reporters = self.reporters.iter();
            reporters.find(|it| it.organisation == value.reporter).map_or("", |it| &it.name)
        };
        let evidence = |value: &&Reported| Evidence {
            kind: EvidenceKind::Reported(value.measure),
            subject: format!("{} ({})", self.of.name_in_sentence(), name_of(value)),
            indicator: Some(self.of.slug.clone()),
            period: Some(value.period),
            quantity: value.quantity().cloned(),
            origin: value.origin.clone(),
            state: value.state,
        };
        values.iter().map(evidence).collect()
    }

    fn incomparable(&self) -> Gap {
        let words = format!(
            "số liệu của các đơn vị không cộng được với nhau: {}",
            self.of.name_in_sentence()
        );
        self.call.incomparable(self.of, &words)
    }
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
