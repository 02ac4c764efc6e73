//! Widths of text against `widths.tsv`, measured by fontTools on Liberation Serif.

use tongket_docx::{Pt, text_width};

#[test]
fn widths() {
    let mut failures = Vec::new();
    for line in include_str!("widths.tsv").lines().skip(1) {
        let [text, halves, face, dxa] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four columns: {line}");
        };
        let size = Pt::from_halves(halves.parse().unwrap());
        let width = text_width(text, size, face == "bold").dxa();
        if width != dxa.parse::<i32>().unwrap() {
            failures.push(format!("{line}: got {width}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
