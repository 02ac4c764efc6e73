//! What every function of one rendering shares: the facts, and the values printed so far.

use std::sync::{Arc, Mutex, PoisonError};

use crate::slots::{Slot, Slots};
use crate::{Facts, Gap};

pub(crate) struct Context {
    pub facts: Arc<dyn Facts>,
    slots: Mutex<Slots>,
    unplaced_gaps: Mutex<Vec<Gap>>,
}

impl Context {
    pub fn new(facts: Arc<dyn Facts>) -> Context {
        Context { facts, slots: Mutex::default(), unplaced_gaps: Mutex::default() }
    }

    /// Keeps a printed value; the token goes into the text.
    pub fn keep(&self, slot: Slot) -> String {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner).keep(slot)
    }

    /// Notes something missing that has no place in the text.
    pub fn note_gap(&self, gap: Gap) {
        let mut gaps = self.unplaced_gaps.lock().unwrap_or_else(PoisonError::into_inner);
        if !gaps.contains(&gap) {
            gaps.push(gap);
        }
    }

    /// The values and gaps, once nothing is rendered any more.
    pub fn take(&self) -> (Slots, Vec<Gap>) {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let mut gaps = self.unplaced_gaps.lock().unwrap_or_else(PoisonError::into_inner);
        (std::mem::take(&mut slots), std::mem::take(&mut gaps))
    }
}
