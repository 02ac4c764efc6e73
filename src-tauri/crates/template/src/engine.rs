//! Runs a template: MiniJinja with our functions and limits, then Markdown.

use std::borrow::Cow;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Rest, Value, ValueKind};
use minijinja::{Environment, Error, Output, UndefinedBehavior, context};

use crate::call::Call;
use crate::context::Context;
use crate::error::misuse;
use crate::objects::{Printable, Rows, slot_of};
use crate::outcome::Stop;
use crate::slots::{Piece, Slot, without_token_marks};
use crate::{
    Block, Facts, Inline, TemplateError, filters, functions, limits, markdown, operators, phrase,
    program, shape, weight,
};

/// Renders a whole template or draft body to blocks.
pub fn render(
    name: &str,
    source: &str,
    facts: &Arc<dyn Facts>,
) -> Result<Vec<Block>, TemplateError> {
    let context = Arc::new(Context::new(Arc::clone(facts)));
    let text = run(name, source, &context)?;
    Ok(markdown::blocks(&text, &context.take_slots()))
}

/// Renders one line without Markdown, such as a title.
pub fn render_line(
    name: &str,
    source: &str,
    facts: &Arc<dyn Facts>,
) -> Result<Vec<Inline>, TemplateError> {
    let context = Arc::new(Context::new(Arc::clone(facts)));
    let text = run(name, source, &context)?;
    let slots = context.take_slots();
    let mut line = Vec::new();
    for piece in slots.split(text.trim()) {
        match piece {
            Piece::Plain(text) => line.push(phrase::plain(text)),
            Piece::Value(slot) => markdown::push_slot(&mut line, slot, Default::default()),
        }
    }
    Ok(line)
}

pub(crate) fn run(
    name: &str,
    source: &str,
    context: &Arc<Context>,
) -> Result<String, TemplateError> {
    if source.len() > limits::SOURCE_BYTES {
        return Err(TemplateError::too_large(name));
    }
    let source = without_token_marks(source);
    shape::check(&source).map_err(|refusal| TemplateError::refused(name, &source, refusal))?;
    program::render(&environment(context), name, &source, globals(context), context)
        .map_err(|error| TemplateError::from_engine(name, &source, &error))
}

/// The syntax of MiniJinja; a line that holds only a command leaves no empty line behind.
pub(crate) fn syntax() -> SyntaxConfig {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().unwrap_or_default()
}

/// Nothing is in reach of a template but what is added here.
fn environment(context: &Arc<Context>) -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // Saying the place takes as many instructions again as printing.
    let fuel = if context.is_traced() { 2 * limits::FUEL } else { limits::FUEL };
    environment.set_fuel(Some(fuel));
    environment.set_recursion_limit(limits::RECURSION);
    environment.set_debug(false);
    let shared = Arc::clone(context);
    environment.set_formatter(move |out, _, value| print(out, &shared, value));
    for (name, function) in functions::FUNCTIONS {
        let shared = Arc::clone(context);
        environment.add_function(*name, move |args: Rest<Value>, options: Kwargs| {
            let call = Call::new(name, &shared, &args, options);
            let value = match function(&call) {
                Ok(value) => call.finish().map(|()| value)?,
                // A gap ends a function early, before it has read all its options.
                Err(Stop::Gap(gap)) => Printable::value(Slot::Gap(Arc::from(gap))),
                Err(Stop::Misuse(error)) => return Err(error),
            };
            shared.count_made(weight::of_value(&value))?;
            Ok::<Value, Error>(value)
        });
    }
    filters::add_to(&mut environment, context);
    operators::add_to(&mut environment, context);
    environment
}

/// The variables of every template.
fn globals(context: &Context) -> Value {
    let facts = &context.facts;
    let organisation = facts.organisation();
    let office = context! {
        ten => Printable::text(&organisation.name),
        ten_ngan => Printable::text(&organisation.short_name),
        dia_danh => Printable::text(&facts.office().place),
    };
    let year = facts.year();
    context! { nam => year, nam_sau => year + 1, nam_truoc => year - 1, co_quan => office }
}

/// Prints a value: ours as a token, captured and typed text as it is, plain text and whole numbers
/// as tokens of detached text. Everything else is a mistake in the template, never "None".
fn print(out: &mut Output, context: &Context, value: &Value) -> Result<(), Error> {
    let text: Cow<str> = match (slot_of(value), value.as_str()) {
        (Some(slot), _) => context.keep(slot)?.into(),
        (None, Some(text)) if value.is_safe() => text.into(),
        (None, Some(text)) => context.as_tokens(text)?.into(),
        (None, None) if value.is_integer() => context.keep(Slot::Text(value.to_string()))?.into(),
        (None, None) => return Err(not_printable(value)),
    };
    context.count_printed(text.len())?;
    if let Some(mut trace) = context.trace() {
        trace.printed(&text);
    }
    Ok(out.write_str(&text)?)
}

fn not_printable(value: &Value) -> Error {
    if value.downcast_object_ref::<Rows>().is_some() {
        return misuse("danh sách phải in bằng liet_ke(…), danh_muc(…) hoặc vòng lặp for");
    }
    misuse(match value.kind() {
        ValueKind::Undefined => return minijinja::ErrorKind::UndefinedError.into(),
        ValueKind::Bool => "giá trị đúng/sai chỉ dùng trong {% if %}, không in ra",
        ValueKind::Number => "số thập phân viết trong mẫu phải để trong dấu nháy",
        ValueKind::Seq | ValueKind::Iterable => "danh sách chỉ in được qua vòng lặp for",
        _ => "giá trị này không in ra được",
    })
}
