//! `hoa_dau`, `thuong_dau`, `upper`, `lower`: letters in upper or lower case. Values keep their
//! origins, in captured and joined texts too.

use std::sync::Arc;

use minijinja::Value;
use tongket_figures::{first_lower, first_upper};

use crate::Cited;
use crate::context::Context;
use crate::objects::{Printable, slot_of};
use crate::slots::{Piece, Rewritten, Slot};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// For the start of a sentence.
    FirstUpper,
    /// For the middle of a sentence.
    FirstLower,
    AllUpper,
    AllLower,
}

impl Letters {
    /// The filter's name.
    pub fn name(self) -> &'static str {
        match self {
            Letters::FirstUpper => "hoa_dau",
            Letters::FirstLower => "thuong_dau",
            Letters::AllUpper => "upper",
            Letters::AllLower => "lower",
        }
    }

    /// The filter itself. What is no text is left as it is.
    pub fn apply(self, context: &Context, value: &Value) -> Result<Value, minijinja::Error> {
        if let Some(slot) = slot_of(value) {
            return Ok(Printable::value(self.in_slot(&slot)));
        }
        let Some(text) = value.as_str() else { return Ok(value.clone()) };
        let mut changes = true;
        let text = context.rewritten(text, |piece| {
            let is_blank = matches!(piece, Piece::Plain(text) if text.trim().is_empty());
            let changed = if changes { self.in_piece(&piece) } else { piece.unchanged() };
            changes &= is_blank || matches!(self, Letters::AllUpper | Letters::AllLower);
            changed
        })?;
        context.count_made(text.len())?;
        Ok(if value.is_safe() { Value::from_safe_string(text) } else { Value::from(text) })
    }

    fn in_piece(self, piece: &Piece) -> Rewritten {
        match piece {
            Piece::Plain(text) => Rewritten::Plain(self.in_text(text)),
            Piece::Value(slot) => Rewritten::Value(self.in_slot(slot)),
        }
    }

    fn in_slot(self, slot: &Slot) -> Slot {
        match slot {
            Slot::Text(text) => Slot::Text(self.in_text(text)),
            Slot::Cited(cited) => {
                let text = self.in_text(&cited.text);
                let expression = format!("{} | {}", cited.expression, self.name());
                Slot::Cited(Arc::new(Cited { text, expression, ..(**cited).clone() }))
            }
            Slot::Run(slots) => {
                let all = matches!(self, Letters::AllUpper | Letters::AllLower);
                let changed = slots.iter().enumerate().map(|(idx, slot)| {
                    if all || idx == 0 { self.in_slot(slot) } else { slot.clone() }
                });
                Slot::Run(changed.collect())
            }
            Slot::Gap(_) | Slot::Block(_) => slot.clone(),
        }
    }

    fn in_text(self, text: &str) -> String {
        match self {
            Letters::AllUpper => text.to_uppercase(),
            Letters::AllLower => text.to_lowercase(),
            Letters::FirstUpper => first_upper(text),
            Letters::FirstLower => first_lower(text),
        }
    }
}

impl Piece<'_> {
    fn unchanged(&self) -> Rewritten {
        match self {
            Piece::Plain(text) => Rewritten::Plain((*text).to_owned()),
            Piece::Value(slot) => Rewritten::Value((*slot).clone()),
        }
    }
}
