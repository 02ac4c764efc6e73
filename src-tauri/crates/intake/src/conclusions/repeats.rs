//! The same said twice to the same bodies: one row with its further mentions.

use tongket_figures::search_words;

use super::ProposedRow;

/// Of ten words, how many two texts share from which on they are one; ordinals and spellings count
/// as one already.
const SHARED_OF_TEN: usize = 8;

pub(super) fn merge(rows: &mut Vec<ProposedRow>) {
    let mut kept: Vec<(ProposedRow, Vec<String>)> = Vec::new();
    let mut went_to: Vec<usize> = Vec::new();
    for row in rows.drain(..) {
        let words: Vec<String> = search_words(&row.text).into_iter().map(|it| it.text).collect();
        let same = kept.iter().position(|(known, of_known)| {
            known.kind == row.kind
                && known.part_of == row.part_of.map(|at| went_to[at])
                && (row.to.is_empty() || row.to == known.to)
                && is_same(of_known, &words)
        });
        match same {
            Some(at) => {
                kept[at].0.mentions.push((row.place, row.quote));
                went_to.push(at);
            }
            None => {
                let part_of = row.part_of.map(|at| went_to[at]);
                went_to.push(kept.len());
                kept.push((ProposedRow { part_of, ..row }, words));
            }
        }
    }
    rows.extend(kept.into_iter().map(|(row, _)| row));
}

fn is_same(one: &[String], other: &[String]) -> bool {
    let n_shared = one.iter().filter(|word| other.contains(word)).count();
    let n_all = one.len().max(other.len());
    n_all >= 4 && 10 * n_shared >= SHARED_OF_TEN * n_all
}
