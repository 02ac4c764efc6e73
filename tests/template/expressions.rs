//! An expression written out must give the same text again: the Word file keeps it, and a refresh
//! evaluates it without the place it came from.

use tongket_template::{Cited, CitedKind, Inline, render_line};

use crate::cases::{CaseFile, files, rendered, values};

/// Over all cases: every figure and citation, evaluated again, prints the same text and writes
/// itself out in the same way. Words of stored rows and cells of tables have no expression of
/// their own.
#[test]
fn evaluate_again_to_the_same() {
    let mut failures = Vec::new();
    let mut n_evaluated = 0;
    for (name, file) in files::<CaseFile>("cases") {
        let facts = file.facts();
        for case in &file.cases {
            let Ok(blocks) = rendered(case, &facts) else { continue };
            for cited in values(&blocks).0 {
                // What a table of a function rests on names the whole table.
                let in_table = cited.expression.starts_with("bang_");
                if cited.kind == CitedKind::Words || in_table {
                    continue;
                }
                n_evaluated += 1;
                let source = format!("{{{{ {} }}}}", cited.expression);
                let line = render_line("lại", &source, &facts);
                if !matches!(line.as_deref(), Ok([Inline::Cited { cited: again, .. }])
                    if same(again, &cited))
                {
                    failures.push(format!("{name}: {}: {source}\n  {line:?}", case.what));
                }
            }
        }
    }
    assert!(n_evaluated > 100, "only {n_evaluated}");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn same(again: &Cited, first: &Cited) -> bool {
    (&again.text, &again.expression) == (&first.text, &first.expression)
}
