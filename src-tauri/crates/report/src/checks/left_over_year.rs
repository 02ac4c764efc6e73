//! Years typed in a report that was made from last year's.

use tongket_figures::fold;
use tongket_template::{Block, Inline};

use crate::{Draft, Finding, Replacement, Severity, Spot, Typed};

/// Headings and beginnings of paragraphs that speak of the year before, and headings of the
/// outlook that speak of the report's own year.
pub fn left_over_year(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, line) in draft.lines() {
        let block = place.block.checked_sub(1).and_then(|at| draft.blocks.get(at));
        let is_heading = matches!(block, Some(Block::Heading { .. }));
        let heading = if is_heading { fold(&place.heading) } else { String::new() };
        let is_outlook = heading.contains("phuong huong") && !heading.contains("ket qua");
        let (left_over, variable) =
            if is_outlook { (draft.year, "nam_sau") } else { (draft.year - 1, "nam") };
        // "Năm 2022: 34 vụ; năm 2023: 29 vụ" sets two years beside each other.
        let own = format!("ăm {}", draft.year);
        if !is_heading && line.iter().any(|inline| inline.text().contains(&own)) {
            continue;
        }
        // What an expression printed begins a text of its own.
        let typed = line.iter().filter_map(|inline| match inline {
            Inline::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        let words = match is_heading {
            true => typed.into_iter().find_map(|text| year_in(text, left_over)),
            false => line.first().and_then(|first| match first {
                Inline::Text { text, .. } => {
                    year_in(text, left_over).filter(|w| text.starts_with(w))
                }
                _ => None,
            }),
        };
        if let Some(words) = words {
            findings.push(finding(words, left_over, variable).at(place));
        }
    }
    findings
}

fn finding(words: &str, left_over: i32, variable: &str) -> Finding {
    let right = left_over + 1;
    let message = format!("«{words}» có thể còn sót từ báo cáo năm trước");
    let year = left_over.to_string();
    Finding::new("left-over-year", Severity::Warning, message)
        .with_values([year.clone(), right.to_string()])
        .with_hint(format!("Đổi thành {{{{ {variable} }}}} để năm tự đúng theo báo cáo."))
        .with_spot(Spot::Typed(Typed {
            words: words.to_owned(),
            repair: Some(Replacement {
                insert: words.replace(&year, &format!("{{{{ {variable} }}}}")),
                label: format!("Đổi thành năm {right}"),
            }),
            ..Typed::default()
        }))
}

/// "năm 2022" or "Năm 2022" in a text, the year not going on as a longer number.
fn year_in(text: &str, year: i32) -> Option<&str> {
    ["năm", "Năm"].into_iter().find_map(|word| {
        let wanted = format!("{word} {year}");
        let start = text.find(&wanted)?;
        let end = start + wanted.len();
        let goes_on = text[end..].starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '–');
        (!goes_on).then(|| &text[start..end])
    })
}
