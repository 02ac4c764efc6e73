//! `dan_van_ban("36/2021/NQ-HĐND")` → "Nghị quyết số 36/2021/NQ-HĐND, ngày 06/11/2021 của HĐND tỉnh".

use tongket_model::{Document, DocumentState};

use super::conclusions::document_meant;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::{CitedKind, Evidence, EvidenceKind, GapKind};

/// The mention of a document, by its number or name, in the form that the presentation profile
/// sets; `gon=true` gives kind and number only, as after the first mention. Of several of one number
/// the day tells which: `dan_van_ban("01-KH/TU ngày 06/01/2023")`.
pub fn dan_van_ban(call: &Call) -> Outcome {
    let number = call.text_arg(0, "số, ký hiệu văn bản")?;
    let short = call.option::<bool>("gon")?.unwrap_or(false);
    let Some(document) = document_meant(call.facts(), &number) else {
        let words = format!("chưa có văn bản số {number}");
        return Err(call.gap(GapKind::MissingDocument, &number, &words).into());
    };
    let text = match short {
        true => document.title(),
        false => mention(call, document)?,
    };
    Ok(call.cited_as(CitedKind::Citation, text, vec![evidence(document)]))
}

pub(super) fn evidence(document: &Document) -> Evidence {
    Evidence {
        kind: EvidenceKind::Document,
        subject: document.title(),
        indicator: None,
        period: None,
        quantity: None,
        origin: tongket_model::Origin::Hand,
        state: match document.state {
            DocumentState::Issued => tongket_model::State::Confirmed,
            DocumentState::Pending => tongket_model::State::Draft,
        },
    }
}

/// Fills the profile's pattern; clauses whose part is unknown are left away. What has no number
/// yet is named by its kind and issuer, or by its own name: "Nghị quyết Đại hội XVI".
pub(super) fn mention(call: &Call, document: &Document) -> Outcome<String> {
    if document.number.is_empty() {
        let is_own_name = document.subject_names_kind();
        return Ok(match document.issuer.as_str() {
            _ if is_own_name => document.subject.clone(),
            "" => document.title(),
            issuer => format!("{} của {issuer}", document.kind),
        });
    }
    let style = call.style()?;
    let pattern = call.facts().citation_pattern();
    let (short, long) = match document.date {
        Some(date) => (date.print(&style), date.print_long()),
        None => (String::new(), String::new()),
    };
    let mut text = pattern.replace("{loai}", &document.kind).replace("{so}", &document.number);
    for (clauses, value) in [
        (&[", {ngay_dai}", " {ngay_dai}"][..], &long),
        (&[", ngày {ngay}", " ngày {ngay}", "{ngay}"][..], &short),
        (&[" của {co_quan}", "{co_quan}"][..], &document.issuer),
    ] {
        let Some(clause) = clauses.iter().find(|clause| text.contains(**clause)) else { continue };
        let slot = clause.find('{').unwrap_or(0);
        let filled = match value.as_str() {
            "" => String::new(),
            value => format!("{}{value}", &clause[..slot]),
        };
        text = text.replace(*clause, &filled);
    }
    Ok(text)
}
