//! `hoa_dau`, `thuong_dau`: the first letter in upper or lower case.

use std::sync::Arc;

use minijinja::Value;

use crate::Cited;
use crate::objects::{Printable, slot_of};
use crate::slots::Slot;

/// The first letter in upper case, for the start of a sentence.
pub fn hoa_dau(value: &Value) -> Value {
    with_first(value, |c| c.to_uppercase().collect())
}

/// The first letter in lower case, for the middle of a sentence.
pub fn thuong_dau(value: &Value) -> Value {
    with_first(value, |c| c.to_lowercase().collect())
}

fn with_first(value: &Value, change: fn(char) -> String) -> Value {
    match slot_of(value) {
        Some(slot) => Printable::value(changed(&slot, change)),
        None => match value.as_str() {
            Some(text) => Value::from(changed_text(text, change)),
            None => value.clone(),
        },
    }
}

fn changed(slot: &Slot, change: fn(char) -> String) -> Slot {
    match slot {
        Slot::Text(text) => Slot::Text(changed_text(text, change)),
        Slot::Cited(cited) => {
            let text = changed_text(&cited.text, change);
            let name = if change('a') == "A" { "hoa_dau" } else { "thuong_dau" };
            let expression = format!("{} | {name}", cited.expression);
            Slot::Cited(Arc::new(Cited { text, expression, ..(**cited).clone() }))
        }
        Slot::Run(slots) => match slots.split_first() {
            Some((first, rest)) => {
                let mut slots = vec![changed(first, change)];
                slots.extend_from_slice(rest);
                Slot::Run(slots)
            }
            None => slot.clone(),
        },
        Slot::Gap(_) | Slot::Block(_) => slot.clone(),
    }
}

fn changed_text(text: &str, change: fn(char) -> String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => change(first) + letters.as_str(),
        None => String::new(),
    }
}
