//! What every function of one rendering shares: the facts, and the values printed so far.

use std::sync::{Arc, Mutex, PoisonError};

use crate::Facts;
use crate::slots::{Slot, Slots};

pub(crate) struct Context {
    pub facts: Arc<dyn Facts>,
    slots: Mutex<Slots>,
}

impl Context {
    pub fn new(facts: Arc<dyn Facts>) -> Context {
        Context { facts, slots: Mutex::default() }
    }

    /// Keeps a printed value; the token goes into the text.
    pub fn keep(&self, slot: Slot) -> String {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner).keep(slot)
    }

    /// The values, once nothing is rendered any more.
    pub fn take_slots(&self) -> Slots {
        std::mem::take(&mut self.slots.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
