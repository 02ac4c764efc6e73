//! The merged areas of a sheet, found by a cell or by their first row without looking at all of them.

use std::collections::HashMap;

use crate::raw::Area;

#[derive(Debug, Default)]
pub(super) struct Merges {
    /// By their first row.
    areas: Vec<Area>,
    /// By each column of theirs.
    narrow: HashMap<u32, Downward>,
    /// Over more columns than [`NARROW`].
    wide: Downward,
}

/// Areas by their first row, each with the last row that it or one before it reaches.
type Downward = Vec<(Area, u32)>;

const NARROW: u32 = 64;

impl Merges {
    pub(super) fn of(areas: &[Area]) -> Merges {
        let has_cells =
            |area: &&Area| area.first_row <= area.last_row && area.first_col <= area.last_col;
        let mut sorted: Vec<Area> = areas.iter().filter(has_cells).copied().collect();
        sorted.sort_by_key(|area| area.first_row);
        let mut merges = Merges::default();
        for area in &sorted {
            if area.last_col - area.first_col < NARROW {
                for col in area.first_col..=area.last_col {
                    add(merges.narrow.entry(col).or_default(), *area);
                }
            } else {
                add(&mut merges.wide, *area);
            }
        }
        Merges { areas: sorted, ..merges }
    }

    /// The area that a cell is part of.
    pub(super) fn at(&self, row: u32, col: u32) -> Option<&Area> {
        let narrow = self.narrow.get(&col).map_or(&[][..], Vec::as_slice);
        [narrow, &self.wide].into_iter().find_map(|areas| {
            let end = areas.partition_point(|(area, _)| area.first_row <= row);
            let reaching = areas[..end].iter().rev().take_while(|(_, reached)| *reached >= row);
            reaching.map(|(area, _)| area).find(|area| area.contains(row, col))
        })
    }

    /// The areas that begin in these rows.
    pub(super) fn beginning_in(&self, rows: std::ops::Range<u32>) -> &[Area] {
        let from = self.areas.partition_point(|area| area.first_row < rows.start);
        let to = self.areas.partition_point(|area| area.first_row < rows.end);
        &self.areas[from..to.max(from)]
    }
}

fn add(areas: &mut Downward, area: Area) {
    let reached = areas.last().map_or(0, |(_, reached)| *reached);
    areas.push((area, reached.max(area.last_row)));
}
