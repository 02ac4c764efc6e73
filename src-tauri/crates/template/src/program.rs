//! Compiles a template so that everything it makes passes through our own functions, which count
//! it. MiniJinja limits instructions and recursion, but not the size of a text: `x ~ x` repeated
//! thirty times, or a long text in a captured loop, would take all memory.
//!
//! The only user of MiniJinja's unstable machinery; its version is pinned for that reason.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::machinery::{
    CompiledTemplate, Instruction, Instructions, TemplateConfig, eval, make_string_output,
};
use minijinja::{AutoEscape, Environment, Error, Value};

use crate::context::Context;
use crate::engine::syntax;
use crate::mapped::{PrintPlace, Tags};
use crate::operators;
use crate::slots::{has_token_marks, without_token_marks};

/// Renders `source` in `environment`, which must hold the functions of [`operators`].
pub(crate) fn render(
    environment: &Environment,
    name: &str,
    source: &str,
    variables: Value,
    context: &Context,
) -> Result<String, Error> {
    // Captured output (macros, set blocks) is then marked safe, and only that passes unescaped.
    let escape = AutoEscape::Html;
    let config = TemplateConfig {
        syntax_config: syntax(),
        default_auto_escape: Arc::new(|_: &str| AutoEscape::Html),
    };
    let compiled = CompiledTemplate::new(name, source, &config)?;
    let program = match context.trace() {
        Some(mut trace) => {
            trace.places = print_places(&compiled.instructions, source);
            counted(&compiled.instructions, true)
        }
        None => counted(&compiled.instructions, false),
    };
    let mut text = String::new();
    let blocks = BTreeMap::new();
    eval(environment, &program, variables, &blocks, &mut make_string_output(&mut text), escape)?;
    Ok(text)
}

/// The same instructions with typed text printed like any value, and the operators that make
/// texts and lists called as functions. When `traced`, each print says its place before.
fn counted<'s>(plain: &Instructions<'s>, traced: bool) -> Instructions<'s> {
    let instructions: Vec<&Instruction> = (0..).map_while(|idx| plain.get(idx)).collect();
    // Where each instruction begins once typed text takes two.
    let mut starts = Vec::with_capacity(instructions.len() + 1);
    let mut next = 0;
    let n_added = if traced { 2 } else { 0 };
    for instruction in &instructions {
        starts.push(next);
        next += match instruction {
            Instruction::EmitRaw(_) => 2 + n_added,
            Instruction::Emit => 1 + n_added,
            _ => 1,
        };
    }
    starts.push(next);
    let mut program = Instructions::new(plain.name(), plain.source());
    let mut place = 0_u64;
    for (idx, instruction) in (0..).zip(instructions) {
        let span = plain.get_span(idx);
        // Looked up only where there is no span: a template has tens of thousands of instructions.
        let line = || plain.get_line(idx).and_then(|line| u16::try_from(line).ok());
        let mut add = |instruction| match span {
            Some(span) => program.add_with_span(instruction, span),
            None => program.add_with_line(instruction, line().unwrap_or(u16::MAX)),
        };
        if !matches!(instruction, Instruction::Emit) {
            add(replaced(instruction, &starts));
        }
        if matches!(instruction, Instruction::EmitRaw(_) | Instruction::Emit) {
            if traced {
                add(Instruction::LoadConst(Value::from(place)));
                add(Instruction::CallFunction(operators::PLACE, Some(2)));
            }
            add(Instruction::Emit);
        }
        if prints(instruction) {
            place += 1;
        }
    }
    program
}

/// Whether the instruction writes something into the text.
fn prints(instruction: &Instruction) -> bool {
    matches!(
        instruction,
        Instruction::EmitRaw(_)
            | Instruction::Emit
            | Instruction::FastRecurse
            | Instruction::FastSuper
            | Instruction::CallBlock(_)
    )
}

/// Where in the source each instruction that prints stands, in their order.
fn print_places(plain: &Instructions, source: &str) -> Vec<PrintPlace> {
    let tags = Tags::of(source);
    let mut next_tag = tags.prints.iter();
    let mut place_of = |instruction: &Instruction| match instruction {
        // Typed text is a piece of the source itself.
        Instruction::EmitRaw(text) => {
            let start = (text.as_ptr() as usize).saturating_sub(source.as_ptr() as usize);
            (start..start + text.len(), true)
        }
        _ => (next_tag.next().cloned().unwrap_or_default(), false),
    };
    let mut places = Vec::new();
    for instruction in (0..).map_while(|idx| plain.get(idx)).filter(|of| prints(of)) {
        let (range, typed) = place_of(instruction);
        places.push(PrintPlace { captured: tags.capture(&range), range, typed });
    }
    places
}

/// The instruction that stands in the place of this one; an `Emit` follows that of typed text.
fn replaced<'s>(instruction: &Instruction<'s>, starts: &[u32]) -> Instruction<'s> {
    let moved = |target: &u32| starts[usize::try_from(*target).unwrap_or(usize::MAX)];
    let operator = |name, n_args| Instruction::CallFunction(name, Some(n_args));
    match instruction {
        Instruction::EmitRaw(text) => {
            Instruction::LoadConst(Value::from_safe_string((*text).to_owned()))
        }
        // A mark may also be written as an escape in a string.
        Instruction::LoadConst(value) => Instruction::LoadConst(match value.as_str() {
            Some(text) if has_token_marks(text) => {
                Value::from(without_token_marks(text).into_owned())
            }
            _ => value.clone(),
        }),
        Instruction::StringConcat => operator(operators::JOIN, 2),
        Instruction::Add => operator(operators::PLUS, 2),
        Instruction::Sub => operator(operators::MINUS, 2),
        // The length of an expression is limited, so the number of elements is small.
        Instruction::BuildList(Some(n)) | Instruction::BuildTuple(Some(n)) => {
            operator(operators::LIST, u16::try_from(*n).unwrap_or(u16::MAX))
        }
        Instruction::Iterate(target) => Instruction::Iterate(moved(target)),
        Instruction::Jump(target) => Instruction::Jump(moved(target)),
        Instruction::JumpIfFalse(target) => Instruction::JumpIfFalse(moved(target)),
        Instruction::JumpIfFalseOrPop(target) => Instruction::JumpIfFalseOrPop(moved(target)),
        Instruction::JumpIfTrueOrPop(target) => Instruction::JumpIfTrueOrPop(moved(target)),
        Instruction::BuildMacro(name, start, flags) => {
            Instruction::BuildMacro(name, moved(start), *flags)
        }
        other => other.clone(),
    }
}
