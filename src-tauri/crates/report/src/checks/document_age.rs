//! "2 năm thực hiện Nghị quyết số 18-NQ/TU" beside the date of that document: a review is called by
//! whole years that have passed.

use tongket_figures::{Amount, Date, DateReading, Qualifier, fold, read_date};
use tongket_model::Document;

use super::sentence::finding_at;
use crate::prose::{Line, Prose, Said, Sentence};
use crate::{Finding, Severity};

const HALF_A_YEAR: i64 = 183;

/// Verbs of carrying a document out.
const IMPLEMENTS: [&str; 3] = ["thực hiện", "triển khai", "thi hành"];

/// A note for each count of years that the document's date does not give on the day that the
/// paragraph names, or on any day of the report's year.
pub fn document_age(prose: &Prose) -> Vec<Finding> {
    let documents: Vec<&Document> = prose
        .draft
        .facts()
        .documents()
        .iter()
        .filter(|document| document.date.is_some() && !document.number.is_empty())
        .collect();
    let mut findings = Vec::new();
    if documents.is_empty() {
        return findings;
    }
    for (line, sentence) in prose.sentences() {
        for said in &sentence.figures {
            findings.extend(compare(prose, line, sentence, said, &documents));
        }
    }
    findings
}

fn compare(
    prose: &Prose,
    line: &Line,
    sentence: &Sentence,
    said: &Said,
    documents: &[&Document],
) -> Option<Finding> {
    let behind = line.words(said.at.end..sentence.range.end);
    let text = line.sentence(sentence);
    let acts = |text: &str| IMPLEMENTS.iter().any(|word| text.contains(word));
    // "2 năm thực hiện …", "thực hiện …, 2 năm qua"
    let passed = behind.trim_start().strip_prefix("qua");
    let opening: String = behind.chars().take(24).collect();
    let implements = acts(&opening) || (passed.is_some() && acts(&text.to_lowercase()));
    if said.quantity.unit.text() != "năm" || !implements || !line.is_typed(&said.at) {
        return None;
    }
    let years = said.quantity.amount.to_whole()?;
    let document = documents.iter().find(|document| text.contains(document.number.as_str()))?;
    let issued = document.date?;
    let year = prose.draft.year;
    let (first, last) = match named_day(line) {
        Some(day) => (day, day),
        None => (Date::new(year, 1, 1)?, Date::new(year, 12, 31)?),
    };
    // Whole years at the earliest and the latest day, and what is nearly one.
    let (least, most) = (age(issued, first), age(issued, last.max(first)));
    let fits = match said.quantity.qualifiers[..] {
        [] => years * 365 <= most + Document::NEARLY_A_YEAR && (years + 1) * 365 > least,
        // "gần 2 năm": more than a year and a half.
        [Qualifier::Nearly] => years * 365 <= most + HALF_A_YEAR && years * 365 >= least,
        _ => true,
    };
    if fits {
        return None;
    }
    let style = prose.draft.facts().style();
    let decimal = Amount::from(most).checked_div(Amount::new(36525, 2))?.round(2).trimmed();
    let passed = if years * 365 < most { "đã" } else { "mới" };
    let message = format!(
        "nêu {years} năm nhưng {} số {} ban hành ngày {}, {passed} {} năm",
        document.kind,
        document.number,
        issued.print(style),
        tongket_figures::print_number(decimal),
    );
    Some(
        finding_at("document-age", Severity::Note, message, line, &said.at)
            .with_values([years.to_string(), tongket_figures::print_number(decimal)]),
    )
}

fn age(issued: Date, day: Date) -> i64 {
    day.days_since(issued)
}

/// "Ngày 11/10/2024, …" at the beginning of the paragraph.
fn named_day(line: &Line) -> Option<Date> {
    let opening = line.text.split(',').next()?;
    let day = fold(opening).starts_with("ngay ").then(|| read_date(opening))??;
    match day {
        DateReading::Day(date) => Some(date),
        _ => None,
    }
}
