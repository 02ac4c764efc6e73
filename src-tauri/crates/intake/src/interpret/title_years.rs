//! The years that a title tells of its report, told from those of laws and documents.

use tongket_figures::fold;

use super::wording::years;

/// In the order of the title, the certain ones alone where there are any: "năm 2023", "9/2023".
/// Numbers of documents, laws and stretches of years tell no year: "15/2020/NQ-HĐND", "Luật Đầu tư
/// công 2019", "2021-2025".
pub(super) fn years_of_report(title: &str) -> Vec<i32> {
    let tight = title.replace(" - ", "-").replace(" – ", "-").replace(['–', '—', '−'], "-");
    let (mut named, mut bare) = (Vec::new(), Vec::new());
    let (mut of_document, mut before) = (false, String::new());
    for token in tight.split_whitespace() {
        let word = fold(token.trim_matches(|c: char| !c.is_alphanumeric()));
        of_document |= begins_document(&before, &word);
        if word == "nam" {
            of_document = false;
        }
        let of_time = before == "nam" || token.contains('/');
        match years(token).as_slice() {
            [year] if !is_document_number(token) && (of_time || !of_document) => {
                if of_time {
                    named.push(*year)
                } else {
                    bare.push(*year)
                }
            }
            _ => {}
        }
        of_document &= !token.ends_with([',', ';', ':']);
        before = word;
    }
    if named.is_empty() { bare } else { named }
}

/// The stretch of a title is the term of a congress: "nhiệm kỳ 2020-2025".
pub(super) fn names_term(title: &str) -> bool {
    fold(title).contains("nhiem ky")
}

fn begins_document(before: &str, word: &str) -> bool {
    matches!(
        (before, word),
        (_, "luat")
            | ("nghi", "quyet" | "dinh")
            | ("thong", "tu")
            | ("quyet", "dinh")
            | ("chi", "thi")
            | ("ket", "luan")
            | ("phap", "lenh")
    )
}

/// "15/2020/NQ-HĐND", "24-CT/TU"; "III/2023" is a quarter.
fn is_document_number(token: &str) -> bool {
    token.split('/').skip(1).any(|piece| piece.contains(char::is_alphabetic))
}
