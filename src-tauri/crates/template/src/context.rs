//! What every function of one rendering shares: the facts, the values printed so far, and how much
//! of the limits is used.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::misuse;
use crate::mapped::Trace;
use crate::slots::{Slot, Slots};
use crate::{Facts, limits, weight};

pub(crate) struct Context {
    pub facts: Arc<dyn Facts>,
    slots: Mutex<Slots>,
    printed: AtomicUsize,
    made: AtomicUsize,
    /// Only when somebody asks where everything comes from.
    trace: Option<Mutex<Trace>>,
}

impl Context {
    pub fn new(facts: Arc<dyn Facts>) -> Context {
        let (printed, made) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Context { facts, slots: Mutex::default(), printed, made, trace: None }
    }

    /// As [`Context::new`], and what is printed where is noted.
    pub fn traced(facts: Arc<dyn Facts>) -> Context {
        Context { trace: Some(Mutex::default()), ..Context::new(facts) }
    }

    pub fn is_traced(&self) -> bool {
        self.trace.is_some()
    }

    pub fn trace(&self) -> Option<MutexGuard<'_, Trace>> {
        let trace = self.trace.as_ref()?;
        Some(trace.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps a printed value; the token goes into the text.
    pub fn keep(&self, slot: Slot) -> Result<String, minijinja::Error> {
        self.count_made(weight::of_copy(&slot))?;
        Ok(self.slots().keep(slot))
    }

    /// The values, once nothing is rendered any more.
    pub fn take_slots(&self) -> Slots {
        std::mem::take(&mut self.slots())
    }

    /// The slots, to look at the values of tokens.
    pub fn slots(&self) -> MutexGuard<'_, Slots> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts text that is printed or captured.
    pub fn count_printed(&self, n_bytes: usize) -> Result<(), minijinja::Error> {
        let printed = self.printed.fetch_add(n_bytes, Ordering::Relaxed).saturating_add(n_bytes);
        refuse_above(printed, limits::OUTPUT_BYTES)
    }

    /// Counts a value that an expression made.
    pub fn count_made(&self, n_bytes: usize) -> Result<(), minijinja::Error> {
        let made = self.made.fetch_add(n_bytes, Ordering::Relaxed).saturating_add(n_bytes);
        refuse_above(made, limits::VALUE_BYTES)
    }
}

fn refuse_above(used: usize, limit: usize) -> Result<(), minijinja::Error> {
    if used <= limit {
        return Ok(());
    }
    Err(misuse(format!("kết quả dài quá {} MiB; hãy rút gọn vòng lặp", limit / 1024 / 1024)))
}
