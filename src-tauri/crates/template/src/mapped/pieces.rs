//! From places in the rendered text back to places in the source.

use std::ops::Range;

use super::trace::{PrintPlace, Trace};

/// The rendered text as the pieces it was printed in.
pub(super) struct Pieces<'t> {
    /// Where in the text each piece begins, and where it comes from.
    pieces: Vec<(usize, &'t PrintPlace)>,
}

impl<'t> Pieces<'t> {
    pub fn of(trace: &'t Trace) -> Pieces<'t> {
        let mut at = 0;
        let pieces = trace.pieces().map(|(length, place)| {
            let start = at;
            at += length;
            (start, place)
        });
        Pieces { pieces: pieces.collect() }
    }

    /// What was printed into the text itself, in order, with its place.
    pub fn prints(&self, trace: &'t Trace) -> impl Iterator<Item = (&'t str, &'t PrintPlace)> {
        let prints =
            trace.prints.iter().map(|print| (print.text.as_str(), &trace.places[print.place]));
        prints.filter(|(_, place)| !place.captured && !place.typed)
    }

    /// The smallest stretch of the source that made all of `place` in the text.
    pub fn source_of(&self, place: &Range<usize>) -> Range<usize> {
        let next = self.pieces.partition_point(|(start, _)| *start <= place.start);
        let first = next.saturating_sub(1);
        let end = self.pieces.partition_point(|(start, _)| *start < place.end).max(first);
        let touched = self.pieces[first..end].iter().map(|(start, piece)| match piece.typed {
            // Typed text is the same byte for byte.
            true => {
                let byte = |at: usize| piece.range.start + at.saturating_sub(*start);
                byte(place.start)..byte(place.end).min(piece.range.end)
            }
            false => piece.range.clone(),
        });
        touched
            .reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))
            .unwrap_or_default()
    }
}
