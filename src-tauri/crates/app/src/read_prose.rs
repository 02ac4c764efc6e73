//! Reads the sentences of a draft for the checks, as the sentences of a foreign file are read.

use std::collections::HashMap;
use std::ops::Range;

use tongket_figures::{Qualifier, Quantity, Unit};
use tongket_intake::{
    Context, Extra, Measure, ProseFigure, RawParagraph, Status, extract, sentences,
};
use tongket_model::Slug;
use tongket_report::{ProseLine, ReadLine, Said, SaidMeasure};
use tongket_template::Facts;

/// Stands before a heading, which the report numbers: so it is known for one.
const NUMBER: &str = "1. ";

/// What each line says on the facts of an office.
pub fn read_prose(lines: &[ProseLine<'_>], facts: &dyn Facts) -> Vec<ReadLine> {
    let paragraphs: Vec<RawParagraph> =
        lines.iter().enumerate().map(|(idx, line)| paragraph(idx, line)).collect();
    let mut read: Vec<ReadLine> = lines
        .iter()
        .map(|line| ReadLine { sentences: sentences(line.text), figures: Vec::new() })
        .collect();
    if !lines.iter().any(|line| line.types_numbers) {
        return read;
    }
    let slugs: HashMap<&str, &Slug> =
        facts.indicators().iter().map(|of| (of.name.as_str(), &of.slug)).collect();
    let context = Context { year: Some(facts.year()), cut_off: None };
    for figure in extract(&paragraphs, &context, facts.indicators()) {
        let Ok(idx) = figure.location.parse::<usize>() else { continue };
        let Some(line) = lines.get(idx) else { continue };
        // Places in a heading are those behind its number.
        let offset = if line.is_heading { NUMBER.len() } else { 0 };
        let Some(start) = figure.start.checked_sub(offset) else { continue };
        let slug = slugs.get(figure.indicator.as_str()).map(|slug| (*slug).clone());
        let said = said(figure, start, offset, slug);
        read[idx].figures.extend(said);
    }
    read
}

fn paragraph(idx: usize, line: &ProseLine) -> RawParagraph {
    let text = match line {
        ProseLine { is_heading: true, text, .. } => format!("{NUMBER}{text}"),
        ProseLine { types_numbers: true, text, .. } => (*text).to_owned(),
        ProseLine { .. } => String::new(),
    };
    RawParagraph { place: idx.to_string().into(), text: text.into() }
}

fn said(figure: ProseFigure, start: usize, offset: usize, slug: Option<Slug>) -> Option<Said> {
    let at: Range<usize> = start..figure.end.checked_sub(offset)?;
    let words: Vec<&str> = figure.qualifier.split("; ").collect();
    let measure = measure(&figure, words.first().copied().unwrap_or_default());
    let qualifiers = words.iter().filter_map(|word| qualifier(word)).collect();
    let (to, of) = match figure.extra {
        Some(Extra::To(to)) => (Some(to), None),
        Some(Extra::Of(of)) => (None, Some(of)),
        _ => (None, None),
    };
    let quantity =
        Quantity { qualifiers, amount: figure.value?, to, of, unit: Unit::read(&figure.unit) };
    Some(Said {
        at,
        indicator: slug,
        name: figure.indicator,
        measure,
        period: figure.period,
        quantity,
        basis: figure.comparison_basis,
        basis_words: figure.comparison_as_written,
        is_certain: matches!(figure.status, Status::Ok | Status::Range),
    })
}

/// "tăng", "giảm" stand first among the words of a change.
fn measure(figure: &ProseFigure, first: &str) -> SaidMeasure {
    const DOWN: [&str; 4] = ["giảm", "thấp", "ít", "hụt"];
    match figure.measure {
        Measure::Plan => SaidMeasure::Plan,
        Measure::Target | Measure::Commitment | Measure::CommitmentGap => SaidMeasure::Target,
        Measure::PriorResult => SaidMeasure::Prior,
        Measure::RatioPlan => SaidMeasure::OfPlan,
        Measure::RatioPrior => SaidMeasure::OfPrior,
        Measure::Rank => SaidMeasure::Rank,
        Measure::Change if figure.unit == "lần" => SaidMeasure::Multiple,
        Measure::Change if DOWN.iter().any(|word| first.starts_with(word)) => SaidMeasure::Decrease,
        Measure::Change => SaidMeasure::Increase,
        Measure::Result | Measure::Estimate | Measure::Count | Measure::DocumentDate => {
            SaidMeasure::Value
        }
    }
}

fn qualifier(word: &str) -> Option<Qualifier> {
    match word {
        "từ … trở lên" => Some(Qualifier::AtLeast),
        "từ … trở xuống" => Some(Qualifier::AtMost),
        word => Qualifier::read_leading(word).0.first().copied(),
    }
}
