//! `van_ban_so_ket().ten` → "Chỉ thị số 24-CT/TU": the document that a report reviews.

use std::sync::Arc;

use minijinja::Value;
use tongket_figures::{Amount, Date, Qualifier, Quantity, Style, Unit};
use tongket_model::{Document, EventKind, is_within_field};

use super::dan_van_ban::{evidence, mention};
use crate::call::Call;
use crate::objects::{Printable, Record};
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Cited, CitedKind, GapKind};

/// The document that is reviewed in `nam=` ("sơ kết", "tổng kết"), the first of `linh_vuc=` when
/// there are several: `.ten`, `.loai`, `.so`, `.dan`, `.trich_yeu`, `.co_quan`, `.so_nam` since it
/// was issued, and `.ngay` of the review. Each is a gap when there is none.
pub fn van_ban_so_ket(call: &Call) -> Outcome {
    let year = call.year()?;
    let field = call.text_option("linh_vuc")?;
    let of_field =
        |it: &&Document| field.as_ref().is_none_or(|field| is_within_field(&it.field, field));
    let mut documents = call.facts().documents().iter().filter(of_field);
    match documents.find_map(|it| Some((it, review_in(it, year)?))) {
        Some((document, review)) => record(call, document, review),
        None => {
            let words = format!("chưa có văn bản nào sơ kết năm {year}");
            let gap = call.gap(GapKind::MissingDocument, "so-ket", &words);
            let whole = Slot::Gap(Arc::new(gap));
            let parts = PARTS.map(|part| (part, Printable::value(whole.clone())));
            Ok(Value::from_object(Record { whole, asked_as: None, parts: parts.into() }))
        }
    }
}

const PARTS: [&str; 8] = ["ten", "loai", "so", "dan", "trich_yeu", "co_quan", "so_nam", "ngay"];

/// Whole years that have passed: "1 năm", "gần 2 năm" from half a year before on; months in the
/// first half year.
fn age(days: i64) -> Quantity {
    let years = (days + Document::NEARLY_A_YEAR) / 365;
    let is_nearly_another = days - years * 365 > 182;
    let in_unit = |n: i64, unit| Quantity::of_amount(Amount::from(n), Unit::read(unit));
    match is_nearly_another {
        true => Quantity { qualifiers: vec![Qualifier::Nearly], ..in_unit(years + 1, "năm") },
        false if years == 0 => in_unit((days / 30).max(1), "tháng"),
        false => in_unit(years, "năm"),
    }
}

/// The day of the review that took place in the year.
fn review_in(document: &Document, year: i32) -> Option<Date> {
    let reviews = document
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::MidTermReview | EventKind::FinalReview));
    reviews.filter_map(|event| event.date).find(|date| date.year() == year)
}

fn record(call: &Call, document: &Document, review: Date) -> Outcome {
    let style = call.style()?;
    let name = match document.number.as_str() {
        "" => document.title(),
        number => format!("{} số {number}", document.kind),
    };
    // Each part is an expression of its own: what is printed alike is one value in the Word file.
    let said = |part: &str, kind: CitedKind, text: String| {
        let expression = [&call.expression(), ".", part].concat();
        Slot::Cited(Cited { kind, expression, text, evidence: vec![evidence(document)] }.into())
    };
    let words = |part: &str, text: String| said(part, CitedKind::Words, text);
    let age = match document.date {
        Some(issued) => {
            let age = age(review.days_since(issued));
            words("so_nam", age.print(&Style { pad_counts: false, ..style.clone() }))
        }
        None => {
            let gap = format!("chưa có ngày ban hành: {name}");
            Slot::Gap(Arc::new(call.gap(GapKind::MissingDocument, &document.number, &gap)))
        }
    };
    let day = format!("ngày {}", review.print(&style));
    let parts = [
        ("ten", said("ten", CitedKind::Citation, name.clone())),
        ("loai", words("loai", document.kind.clone())),
        ("so", words("so", document.number.clone())),
        ("dan", said("dan", CitedKind::Citation, mention(call, document)?)),
        ("trich_yeu", words("trich_yeu", document.subject.clone())),
        ("co_quan", words("co_quan", document.issuer.clone())),
        ("so_nam", age),
        ("ngay", words("ngay", day)),
    ];
    let parts = parts.into_iter().map(|(part, slot)| (part, Printable::value(slot))).collect();
    Ok(Value::from_object(Record {
        whole: said("ten", CitedKind::Citation, name),
        asked_as: Some(document.name_among(call.facts().documents())),
        parts,
    }))
}
