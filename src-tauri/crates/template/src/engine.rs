//! Runs a template: MiniJinja with our functions and limits, then Markdown.

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Rest, Value};
use minijinja::{AutoEscape, Environment, Output, UndefinedBehavior, context};

use crate::call::Call;
use crate::context::Context;
use crate::error::misuse;
use crate::objects::{Printable, Rows, slot_of};
use crate::outcome::Stop;
use crate::slots::{Piece, Slot, without_token_marks};
use crate::{Block, Facts, Inline, TemplateError, filters, functions, limits, markdown, phrase};

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

fn run(name: &str, source: &str, context: &Arc<Context>) -> Result<String, TemplateError> {
    if source.len() > limits::SOURCE_BYTES {
        return Err(TemplateError::too_large(name));
    }
    let source = without_token_marks(source);
    let fail = |error: minijinja::Error| TemplateError::from_engine(name, &source, &error);
    let environment = environment(context);
    let template = environment.template_from_named_str(name, &source).map_err(fail)?;
    let mut output = Limited { text: Vec::new() };
    template.render_captured_to(globals(context), &mut output).map_err(fail)?;
    Ok(String::from_utf8_lossy(&output.text).into_owned())
}

fn environment(context: &Arc<Context>) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(limits::FUEL));
    environment.set_recursion_limit(limits::RECURSION);
    // A line that holds only a tag leaves no empty line behind.
    environment.set_syntax(
        SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().unwrap_or_default(),
    );
    // Captured output (macros, set blocks) is then marked safe, and only that passes unescaped.
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    for filter in ["safe", "escape", "e", "pprint", "format"] {
        environment.remove_filter(filter);
    }
    environment.remove_global("debug");
    let shared = Arc::clone(context);
    environment.set_formatter(move |out, _, value| print(out, &shared, value));
    for (name, function) in functions::FUNCTIONS {
        let shared = Arc::clone(context);
        environment.add_function(*name, move |args: Rest<Value>, options: Kwargs| {
            let call = Call::new(name, &shared, &args, options);
            match function(&call) {
                Ok(value) => call.finish().map(|()| value),
                // A gap ends a function early, before it has read all its options.
                Err(Stop::Gap(gap)) => Ok(Printable::value(Slot::Gap(Arc::from(gap)))),
                Err(Stop::Misuse(error)) => Err(error),
            }
        });
    }
    filters::add_to(&mut environment);
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

/// Prints a value: ours as a token, captured text as it is, plain text and whole numbers as a
/// token of detached text. Everything else is a mistake in the template, never "None".
fn print(out: &mut Output, context: &Context, value: &Value) -> Result<(), minijinja::Error> {
    if let Some(slot) = slot_of(value) {
        return Ok(out.write_str(&context.keep(slot))?);
    }
    if value.downcast_object_ref::<Rows>().is_some() {
        return Err(misuse("danh sách phải in bằng liet_ke(…), danh_muc(…) hoặc vòng lặp for"));
    }
    if let Some(text) = value.as_str() {
        if value.is_safe() {
            return Ok(out.write_str(text)?);
        }
        // A string made in the template may hold tokens of values that went through a macro.
        let token = context.keep(Slot::Text(without_token_marks(text)));
        return Ok(out.write_str(&token)?);
    }
    if value.is_integer() {
        return Ok(out.write_str(&context.keep(Slot::Text(value.to_string())))?);
    }
    Err(misuse(match value.kind() {
        minijinja::value::ValueKind::Undefined => "tên này chưa có giá trị; kiểm tra lại chính tả",
        minijinja::value::ValueKind::Bool => {
            "giá trị đúng/sai chỉ dùng trong {% if %}, không in ra"
        }
        minijinja::value::ValueKind::Number => "số thập phân viết trong mẫu phải để trong dấu nháy",
        _ => "giá trị này không in ra được",
    }))
}

/// Collects output up to the limit.
struct Limited {
    text: Vec<u8>,
}

impl std::io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.text.len() + bytes.len() > limits::OUTPUT_BYTES {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
