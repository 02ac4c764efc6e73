//! The operators of the language, as functions under names that no template can write.

use std::sync::Arc;

use minijinja::value::{Rest, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind};

use crate::context::Context;
use crate::error::misuse;
use crate::limits;
use crate::objects::{Rows, slot_of};
use crate::slots::{Slot, without_token_marks};

/// `a ~ b`
pub(crate) const JOIN: &str = "~";
/// `a + b`
pub(crate) const PLUS: &str = "+";
/// `a - b`
pub(crate) const MINUS: &str = "-";
/// `[a, b]`
pub(crate) const LIST: &str = "[]";
/// Says at which place of the source the value is printed; gives the value back.
pub(crate) const PLACE: &str = "@";

/// Adds the operators, and `range`.
pub(crate) fn add_to(environment: &mut Environment<'static>, context: &Arc<Context>) {
    let shared = Arc::clone(context);
    environment.add_function(JOIN, move |left: &Value, right: &Value| join(&shared, left, right));
    environment.add_function(PLUS, |left: &Value, right: &Value| {
        whole_numbers("+", left, right, i64::checked_add)
    });
    environment.add_function(MINUS, |left: &Value, right: &Value| {
        whole_numbers("-", left, right, i64::checked_sub)
    });
    let shared = Arc::clone(context);
    environment.add_function(LIST, move |elements: Rest<Value>| list(&shared, elements.0));
    if context.is_traced() {
        let shared = Arc::clone(context);
        environment.add_function(PLACE, move |value: Value, place: usize| {
            shared.trace().iter_mut().for_each(|trace| trace.will_print(place));
            value
        });
    }
    let shared = Arc::clone(context);
    environment
        .add_function("range", move |first: i64, end: Option<i64>| range(&shared, first, end));
}

/// Joins two texts. Values of ours stay what they are inside the joined text.
fn join(context: &Context, left: &Value, right: &Value) -> Result<Value, Error> {
    let text = joined_part(context, left)? + &joined_part(context, right)?;
    context.count_made(text.len())?;
    Ok(Value::from(text))
}

fn joined_part(context: &Context, value: &Value) -> Result<String, Error> {
    match slot_of(value) {
        // Names and dates can then be compared.
        Some(Slot::Text(text)) => return Ok(without_token_marks(&text).into_owned()),
        Some(slot) => return context.keep(slot),
        None => {}
    }
    if let Some(text) = value.as_str() {
        return Ok(text.to_owned());
    }
    if value.is_integer() {
        return Ok(value.to_string());
    }
    match value.kind() {
        ValueKind::Undefined => Err(ErrorKind::UndefinedError.into()),
        _ => Err(misuse("dấu ~ chỉ ghép được chữ, số nguyên và số liệu")),
    }
}

fn whole_numbers(
    sign: &str,
    left: &Value,
    right: &Value,
    compute: fn(i64, i64) -> Option<i64>,
) -> Result<Value, Error> {
    match (left.as_i64(), right.as_i64()) {
        (Some(left), Some(right)) => {
            compute(left, right).map(Value::from).ok_or_else(|| misuse("số quá lớn"))
        }
        _ => Err(misuse(format!(
            "dấu {sign} chỉ dùng với số nguyên, như nam {sign} 1; chữ ghép bằng dấu ~, số liệu tính \
             bằng tong(…), hieu(…)"
        ))),
    }
}

/// A list of texts and numbers. Lists inside lists could share parts so often that comparing two
/// of them never ends.
fn list(context: &Context, elements: Vec<Value>) -> Result<Value, Error> {
    let nested = elements.iter().any(|element| {
        let listed =
            matches!(element.kind(), ValueKind::Seq | ValueKind::Iterable | ValueKind::Map);
        listed && element.downcast_object_ref::<Rows>().is_none() && slot_of(element).is_none()
    });
    if nested {
        return Err(misuse("danh sách viết trong mẫu không được chứa danh sách khác"));
    }
    context.count_made(elements.len() * size_of::<Value>())?;
    Ok(Value::from(elements))
}

/// `range(5)`, `range(2015, 2024)`
fn range(context: &Context, first: i64, end: Option<i64>) -> Result<Value, Error> {
    let (first, end) = end.map_or((0, first), |end| (first, end));
    let length = usize::try_from(end.saturating_sub(first).max(0)).unwrap_or(usize::MAX);
    if length > limits::RANGE {
        return Err(misuse(format!("range chỉ cho tối đa {} số", limits::RANGE)));
    }
    context.count_made(length * size_of::<Value>())?;
    Ok((first..end).collect())
}
