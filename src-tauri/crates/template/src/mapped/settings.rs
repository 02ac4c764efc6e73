//! What the settings of a body (`{% set x = … %}`) stand for, as far as it is known without
//! running it: texts and years, and what is put together of them.

use std::collections::BTreeMap;
use std::ops::Range;

use minijinja::machinery::{ast, parse_expr};

use super::tags::Command;
use crate::Facts;

/// The values of the settings read so far, in the order of the source.
#[derive(Default)]
pub(super) struct Settings {
    known: BTreeMap<String, String>,
    /// The end of the last command that holds others.
    inside_until: usize,
}

impl Settings {
    /// The value of a setting, when `command` is one. Of a loop or a condition no turn is known
    /// beforehand, so what is set inside of them is not known any more.
    pub fn read(&mut self, command: &Command, facts: &dyn Facts) -> Option<String> {
        let Range { start, end } = command.range;
        let inside = start < self.inside_until;
        let assigned = command.head.split_once('=').filter(|_| command.name == "set");
        let Some((name, value)) = assigned else {
            self.inside_until = self.inside_until.max(end);
            // A name may also stand for a whole passage.
            self.known.remove(command.head);
            return None;
        };
        let name = name.trim();
        let value = parse_expr(value).ok().filter(|_| !inside);
        let value = value.and_then(|expr| self.text_of(&expr, facts));
        match &value {
            Some(value) => self.known.insert(name.to_owned(), value.clone()),
            None => self.known.remove(name),
        };
        value
    }

    fn text_of(&self, expr: &ast::Expr, facts: &dyn Facts) -> Option<String> {
        match expr {
            ast::Expr::Var(name) => {
                let known = self.known.get(name.id).cloned();
                known.or_else(|| year_named(name.id, facts).map(|year| year.to_string()))
            }
            ast::Expr::BinOp(both) if matches!(both.op, ast::BinOpKind::Concat) => {
                Some(self.text_of(&both.left, facts)? + &self.text_of(&both.right, facts)?)
            }
            ast::Expr::Const(value) => Some(value.value.to_string()),
            _ => None,
        }
    }
}

/// The year that a template calls `nam`, `nam_sau` or `nam_truoc`.
pub(super) fn year_named(name: &str, facts: &dyn Facts) -> Option<i64> {
    let year = i64::from(facts.year());
    match name {
        "nam" => Some(year),
        "nam_sau" => Some(year + 1),
        "nam_truoc" => Some(year - 1),
        _ => None,
    }
}
