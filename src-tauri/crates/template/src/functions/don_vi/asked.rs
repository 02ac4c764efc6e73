//! What a call asks of which units, and what they gave.

use std::collections::HashSet;

use tongket_figures::{Period, Qualifier, Quantity, same_name};
use tongket_model::{Indicator, Reported, ReportedMeasure, Reporter};

use super::super::so_lieu::sized;
use super::super::tinh::sum;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::rounded;
use crate::units::{RESULTS, missing_to, newest};
use crate::{Evidence, EvidenceKind, Facts, Gap, GapKind};

/// What a call asks of whom.
pub(in super::super) struct Asked<'a, 'c> {
    pub call: &'a Call<'c>,
    pub of: &'c Indicator,
    pub reporters: Vec<&'c Reporter>,
    period: Option<Period>,
    year: i32,
}

/// One unit and the value it gave.
pub(in super::super) struct Answer<'c> {
    pub reporter: &'c Reporter,
    pub value: Option<&'c Reported>,
}

/// One unit, what was set for it, and its result.
type Measured<'c> = (&'c Reporter, &'c Reported, &'c Reported);

/// A unit that falls short of what it promised.
pub(in super::super) struct Shortfall<'c> {
    pub reporter: &'c Reporter,
    pub result: &'c Reported,
    pub commitment: &'c Reported,
    pub missing: Quantity,
}

/// Whom an indicator is asked of: the units of `group`, or else those of the rounds and tables that
/// it came with. Where neither is known, every group of which some unit has given something for it.
/// Units that came with another table are not in arrears with this one.
fn asked_of<'c>(
    facts: &'c dyn Facts,
    of: &Indicator,
    year: i32,
    group: Option<&str>,
) -> Vec<&'c Reporter> {
    let reporters = facts.reporters();
    if let Some(group) = group {
        return reporters.iter().filter(|it| same_name(&it.group, group)).collect();
    }
    if let Some(asked) = facts.asked(of.id, year) {
        return reporters.iter().filter(|it| asked.contains(&it.organisation)).collect();
    }
    let gave: HashSet<_> = facts.reported(of.id).iter().map(|it| it.reporter).collect();
    let gave = |reporter: &&Reporter| gave.contains(&reporter.organisation);
    let groups: HashSet<&str> =
        reporters.iter().filter(gave).map(|reporter| reporter.group.as_str()).collect();
    let is_asked =
        |reporter: &&Reporter| groups.is_empty() || groups.contains(reporter.group.as_str());
    reporters.iter().filter(is_asked).collect()
}

const MEASURES: [(&str, &[ReportedMeasure]); 5] = [
    ("thuc-hien", &RESULTS),
    ("uoc", &[ReportedMeasure::Estimate]),
    ("ke-hoach", &[ReportedMeasure::Plan]),
    ("cam-ket", &[ReportedMeasure::Commitment]),
    ("ngay", &[ReportedMeasure::Date]),
];

/// The measures that a template means by "cam-ket".
pub(in super::super) fn measures_named(name: &str) -> Option<&'static [ReportedMeasure]> {
    MEASURES.iter().find(|(known, _)| *known == name).map(|(_, measures)| *measures)
}

impl<'a, 'c> Asked<'a, 'c> {
    pub fn read(call: &'a Call<'c>) -> Outcome<Asked<'a, 'c>> {
        Asked::about(call, call.indicator()?)
    }

    pub fn about(call: &'a Call<'c>, of: &'c Indicator) -> Outcome<Asked<'a, 'c>> {
        let group = call.text_option("nhom")?;
        let reporters = asked_of(call.facts(), of, call.year()?, group.as_deref());
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
    pub fn measures(&self) -> Outcome<&'static [ReportedMeasure]> {
        let named = self.call.choice("loai", &MEASURES.map(|(name, _)| name))?;
        Ok(named.and_then(measures_named).unwrap_or(&RESULTS))
    }

    /// What each unit gave for the period ([`newest`]).
    pub fn answers(&self, measures: &[ReportedMeasure]) -> Outcome<Vec<Answer<'c>>> {
        let given = newest(self.call.facts(), self.of, self.year, self.period, measures);
        let answer = |reporter: &&'c Reporter| Answer {
            reporter,
            value: given.get(&reporter.organisation).copied(),
        };
        Ok(self.reporters.iter().map(answer).collect())
    }

    /// The values of all units; a gap that names those without one.
    pub fn all(&self, measures: &[ReportedMeasure]) -> Outcome<Vec<&'c Reported>> {
        let answers = self.answers(measures)?;
        let missing = answers.iter().filter(|answer| answer.value.is_none());
        let missing: Vec<&str> = missing.map(|answer| answer.reporter.name.as_str()).collect();
        if missing.is_empty() {
            return Ok(answers.iter().filter_map(|answer| answer.value).collect());
        }
        Err(self.not_all(&missing, answers.len()).into())
    }

    /// The gap that names those of `n_asked` units who gave nothing.
    pub fn not_all(&self, missing: &[&str], n_asked: usize) -> Gap {
        let words = format!(
            "chưa đủ số liệu: {} {}, thiếu {}/{n_asked} đơn vị",
            self.of.name_in_sentence(),
            self.year,
            missing.len(),
        );
        let mut gap = self.call.gap(GapKind::MissingFigure, self.of.slug.as_str(), &words);
        gap.hint = format!("Chưa có của: {}.", missing.join("; "));
        gap
    }

    /// The sum of what units gave; a gap where it would be none ([`Asked::adds_up`]).
    pub fn total(&self, values: &[&Reported]) -> Outcome<Quantity> {
        let quantities: Vec<&Quantity> = values.iter().filter_map(|it| it.quantity()).collect();
        let sum = Some(quantities).filter(|_| self.adds_up(values)).and_then(|it| sum(&it));
        Ok(sum.ok_or_else(|| self.incomparable())?)
    }

    /// Rates and places of units make no sum, nor does what is for different periods.
    pub fn adds_up(&self, values: &[&Reported]) -> bool {
        let of_one_period = values.windows(2).all(|pair| pair[0].period == pair[1].period);
        of_one_period && !self.of.unit.is_rate() && !self.of.unit.is_rank()
    }

    /// The units that have a plan or made a promise, that, and their result; a gap that names those
    /// without a result.
    pub fn results_against(&self, measure: ReportedMeasure) -> Outcome<Vec<Measured<'c>>> {
        let mut set = self.answers(&[measure])?;
        // What holds for the year holds for a period of it for which nothing was set.
        if let Some(period) = self.period.filter(|_| set.iter().all(|it| it.value.is_none())) {
            let period = Some(Period::Year(period.year()));
            set =
                Asked { reporters: self.reporters.clone(), period, ..*self }.answers(&[measure])?;
        }
        let set: Vec<_> = set.iter().filter_map(|it| Some((it.reporter, it.value?))).collect();
        if set.is_empty() {
            let what = if measure == ReportedMeasure::Plan { "kế hoạch" } else { "cam kết" };
            let name = self.of.name_in_sentence();
            let words = format!("chưa có {what} của đơn vị: {name} {}", self.year);
            let gap = self.call.gap(GapKind::MissingPlan, self.of.slug.as_str(), &words);
            return Err(gap.into());
        }
        let reporters = set.iter().map(|(reporter, _)| *reporter).collect();
        let results = Asked { reporters, ..*self }.all(&RESULTS)?;
        let both = |((reporter, set), result)| (reporter, set, result);
        Ok(set.into_iter().zip(results).map(both).collect())
    }

    /// The units that promised something and do not reach it.
    pub fn shortfalls(&self) -> Outcome<Vec<Shortfall<'c>>> {
        let mut short = Vec::new();
        for (reporter, commitment, result) in self.results_against(ReportedMeasure::Commitment)? {
            let both = commitment.quantity().zip(result.quantity());
            let missing = both.and_then(|(promised, reached)| self.missing(promised, reached));
            let missing = missing.ok_or_else(|| self.incomparable())?;
            if !missing.amount.is_negative() && !missing.amount.is_zero() {
                short.push(Shortfall { reporter, result, commitment, missing });
            }
        }
        Ok(short)
    }

    /// What is missing to the commitment, negative when it is surpassed; `None` when the two
    /// cannot be compared.
    pub fn missing(&self, promised: &Quantity, reached: &Quantity) -> Option<Quantity> {
        missing_to(self.of, promised, reached)
    }

    /// A sum that rests on an estimate is one.
    pub fn said(&self, quantity: &Quantity, values: &[&Reported]) -> Outcome {
        let mut quantity = sized(self.call, self.of, quantity)?;
        let is_estimate = values.iter().any(|it| it.measure == ReportedMeasure::Estimate);
        if is_estimate && !quantity.is_estimate() {
            quantity.qualifiers.insert(0, Qualifier::Estimated);
        }
        let quantity = rounded(&quantity, self.call.decimals_asked()?);
        Ok(self.call.cited(quantity.print(&self.call.style()?), self.evidence(values)))
    }

    pub fn evidence(&self, values: &[&Reported]) -> Vec<Evidence> {
        evidence_of(self.call, &self.reporters, values)
    }

    pub fn incomparable(&self) -> Gap {
        let words = format!(
            "số liệu của các đơn vị không cộng được với nhau: {}",
            self.of.name_in_sentence()
        );
        self.call.incomparable(self.of, &words)
    }
}

pub(in super::super) fn evidence_of(
    call: &Call,
    reporters: &[&Reporter],
    values: &[&Reported],
) -> Vec<Evidence> {
    let name_of = |value: &Reported| {
        let mut reporters = reporters.iter();
        reporters.find(|it| it.organisation == value.reporter).map_or("", |it| &it.name)
    };
    let evidence = |value: &&Reported| {
        let of = call.facts().indicator_of(value.indicator)?;
        Some(Evidence {
            kind: EvidenceKind::Reported(value.measure),
            subject: format!("{} ({})", of.name_in_sentence(), name_of(value)),
            indicator: Some(of.slug.clone()),
            period: Some(value.period),
            quantity: value.quantity().cloned(),
            origin: value.origin.clone(),
            state: value.state,
        })
    };
    values.iter().filter_map(evidence).collect()
}
