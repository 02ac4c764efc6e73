//! `dan_van_ban("36/2021/NQ-HĐND")` → "Nghị quyết số 36/2021/NQ-HĐND, ngày 06/11/2021 của HĐND tỉnh".

use tongket_model::{Document, DocumentState};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{CitedKind, Evidence, EvidenceKind, GapKind};

/// The mention of a document in the form that the presentation profile sets; `gon=true` gives
/// kind and number only, as after the first mention.
pub fn dan_van_ban(call: &Call) -> Outcome {
    let number = call.text_arg(0, "số, ký hiệu văn bản")?;
    let short = call.option::<bool>("gon")?.unwrap_or(false);
    let mut documents = call.facts().documents().iter();
    let same = |d: &&Document| tongket_figures::fold(&d.number) == tongket_figures::fold(&number);
    let Some(document) = documents.find(same) else {
        let words = format!("chưa có văn bản số {number}");
        return Err(call.gap(GapKind::MissingDocument, &number, &words).into());
    };
    let text = match short {
        true => format!("{} {}", document.kind, document.number),
        false => mention(call, document)?,
    };
    let evidence = Evidence {
        kind: EvidenceKind::Document,
        subject: format!("{} {}", document.kind, document.number),
        indicator: None,
        period: None,
        quantity: None,
        origin: tongket_model::Origin::Hand,
        state: match document.state {
            DocumentState::Issued => tongket_model::State::Confirmed,
            DocumentState::Pending => tongket_model::State::Draft,
        },
    };
    Ok(call.cited_as(CitedKind::Citation, text, vec![evidence]))
}

/// Fills the profile's pattern; clauses whose part is unknown are left away.
fn mention(call: &Call, document: &Document) -> Outcome<String> {
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
