//! The values that functions hand to templates: printable ones, sequences of them, and records
//! whose parts can be asked for by name.

use std::fmt;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr};

use crate::slots::{Slot, without_token_marks};

/// A value that prints as one slot. Joined with `~` it becomes plain, detached text.
#[derive(Debug, Clone)]
pub(crate) struct Printable(pub Slot);

impl Object for Printable {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&without_token_marks(&self.0.text()))
    }
}

impl Printable {
    pub fn value(slot: Slot) -> Value {
        Value::from_object(Printable(slot))
    }

    /// Words from the data.
    pub fn text(text: &str) -> Value {
        Printable::value(Slot::Text(text.to_owned()))
    }
}

/// A sequence of stored rows: loopable, countable.
#[derive(Debug)]
pub(crate) struct Rows {
    /// The call that gave it, written out.
    pub expression: String,
    pub items: Vec<Value>,
    /// The word the rows are counted by: "giải pháp". Empty when they have none.
    pub counting_word: String,
    /// What is missing when there are no rows: "chưa có giải pháp năm 2024".
    pub when_empty: String,
    pub evidence: Vec<crate::Evidence>,
    /// Set when it cannot be known which rows there are: the only row is then this gap.
    pub unknown: Option<crate::Gap>,
}

impl Object for Rows {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.items.get(key.as_usize()?).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.items.len())
    }
}

/// A row with named parts (`phan.tieu_de`) that also prints as a whole.
#[derive(Debug)]
pub(crate) struct Record {
    pub whole: Slot,
    /// By which an option asks for this row alone, where its words are not enough.
    pub asked_as: Option<String>,
    pub parts: Vec<(&'static str, Value)>,
}

impl Object for Record {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Map
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let key = key.as_str()?;
        self.parts.iter().find(|(name, _)| *name == key).map(|(_, value)| value.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.parts.iter().map(|(name, _)| Value::from(*name)).collect())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&without_token_marks(&self.whole.text()))
    }
}

type MakePart = Box<dyn Fn(&str) -> Option<Value> + Send + Sync>;

/// A row whose parts are made when a template asks for them: most are never asked for.
pub(crate) struct OnDemand {
    pub whole: Slot,
    pub names: &'static [&'static str],
    /// `None` for a name that is not one of `names`.
    pub make: MakePart,
}

impl fmt::Debug for OnDemand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnDemand").field("whole", &self.whole).finish_non_exhaustive()
    }
}

impl Object for OnDemand {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Map
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        (self.make)(key.as_str()?)
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.names.iter().map(|name| Value::from(*name)).collect())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&without_token_marks(&self.whole.text()))
    }
}

/// The slot that a value prints as, when it is one of ours.
pub(crate) fn slot_of(value: &Value) -> Option<Slot> {
    if let Some(printable) = value.downcast_object_ref::<Printable>() {
        return Some(printable.0.clone());
    }
    if let Some(row) = value.downcast_object_ref::<OnDemand>() {
        return Some(row.whole.clone());
    }
    value.downcast_object_ref::<Record>().map(|record| record.whole.clone())
}
