//! What is to be done, read out of notices and speeches: `conclusions.toml` holds texts of our own
//! wording and the rows, mentions of documents and notes that must come of them.

use serde::Deserialize;
use tongket_intake::{Citation, ProposedAssignee, ProposedRow, RawParagraph, propose_conclusions};
use tongket_model::Role;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    what: String,
    year: Option<i32>,
    /// Names that the office has for bodies.
    #[serde(default)]
    bodies: Vec<String>,
    /// A paragraph on each line.
    text: String,
    /// Kind, who gives it to whom, what, and in brackets by when, how urgent, of what it is a part,
    /// and where the text has a year, the row's.
    rows: Vec<String>,
    /// Type, number or name, date, issuer, and the slip behind an exclamation mark.
    citations: Option<Vec<String>>,
    #[serde(default)]
    notes: Vec<String>,
}

#[test]
fn every_text_becomes_its_rows() {
    let file: File = toml::from_str(include_str!("conclusions.toml")).unwrap();
    let mut failures = Vec::new();
    for case in &file.case {
        let paragraphs: Vec<RawParagraph> = (1..)
            .zip(case.text.trim().lines())
            .map(|(number, line)| RawParagraph {
                place: format!("p{number}").into(),
                text: line.into(),
            })
            .collect();
        let proposal = propose_conclusions(&paragraphs, case.year, &case.bodies);
        let rows: Vec<String> =
            proposal.rows.iter().map(|it| row(it, case.year.is_some())).collect();
        let citations: Vec<String> = proposal.citations.iter().map(citation).collect();
        let notes = proposal.notes.iter().map(|note| format!("{}: {}", note.place, note.text));
        let notes: Vec<String> = notes.collect();
        for (what, found, wanted) in [
            ("rows", &rows, Some(&case.rows)),
            ("citations", &citations, case.citations.as_ref()),
            ("notes", &notes, Some(&case.notes)),
        ] {
            if wanted.is_some_and(|wanted| wanted != found) {
                failures
                    .push(format!("{}: {what}\n  found {found:#?}\n  not {wanted:#?}", case.what));
            }
        }
        for at in proposal.rows.iter().flat_map(|row| &row.citations) {
            assert!(*at < proposal.citations.len(), "{}", case.what);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn row(it: &ProposedRow, dated: bool) -> String {
    let assignee = |it: &ProposedAssignee| {
        let role = if it.role == Role::Support { "+" } else { "" };
        let rule = if it.is_rule { "?" } else { "" };
        format!("{role}{rule}{}", it.name)
    };
    let to: Vec<String> = it.to.iter().map(assignee).collect();
    let mut about = Vec::new();
    about.extend(it.deadline.map(|day| day.iso()));
    about.extend((!it.deadline_words.is_empty()).then(|| it.deadline_words.clone()));
    about.extend(it.deadline_between.map(|(from, to)| format!("{}..{}", from.iso(), to.iso())));
    about.extend((!it.urgency.is_empty()).then(|| it.urgency.clone()));
    about.extend(it.part_of.map(|whole| format!("của {whole}")));
    about.extend(it.year.filter(|_| dated).map(|year| format!("năm {year}")));
    about.extend(it.stated.as_ref().map(|(n, word)| format!("nêu {n} {word}")));
    about.extend(it.cause.map(|cause| cause.vietnamese().to_owned()));
    about.extend(it.mentions.iter().map(|(place, _)| format!("nhắc lại ở {place}")));
    let about = if about.is_empty() { String::new() } else { format!(" [{}]", about.join("; ")) };
    format!("{}: {} → {}: {}{about}", it.kind.code(), it.from, to.join(", "), it.text)
}

fn citation(it: &Citation) -> String {
    let name = if it.number.is_empty() { &it.name } else { &it.number };
    let slip = if it.slip.is_empty() { String::new() } else { format!(" !{}", it.slip) };
    let parts = [it.kind.as_str(), name, &it.date_words, &it.issuer];
    format!("{}{slip}", parts.join(" | "))
}
