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

use crate::engine::syntax;
use crate::operators;
use crate::slots::without_token_marks;

/// Renders `source` in `environment`, which must hold the functions of [`operators`].
pub(crate) fn render(
    environment: &Environment,
    name: &str,
    source: &str,
    variables: Value,
) -> Result<String, Error> {
    // Captured output (macros, set blocks) is then marked safe, and only that passes unescaped.
    let escape = AutoEscape::Html;
    let config = TemplateConfig {
        syntax_config: syntax(),
        default_auto_escape: Arc::new(|_: &str| AutoEscape::Html),
    };
    let compiled = CompiledTemplate::new(name, source, &config)?;
    let program = counted(&compiled.instructions);
    let mut text = String::new();
    let blocks = BTreeMap::new();
    eval(environment, &program, variables, &blocks, &mut make_string_output(&mut text), escape)?;
    Ok(text)
}

/// The same instructions with typed text printed like any value, and the operators that make
/// texts and lists called as functions.
fn counted<'s>(plain: &Instructions<'s>) -> Instructions<'s> {
    let instructions: Vec<&Instruction> = (0..).map_while(|idx| plain.get(idx)).collect();
    // Where each instruction begins once typed text takes two.
    let mut starts = Vec::with_capacity(instructions.len() + 1);
    let mut next = 0;
    for instruction in &instructions {
        starts.push(next);
        next += if matches!(instruction, Instruction::EmitRaw(_)) { 2 } else { 1 };
    }
    starts.push(next);
    let mut program = Instructions::new(plain.name(), plain.source());
    for (idx, instruction) in (0..).zip(instructions) {
        for instruction in replaced(instruction, &starts) {
            match (plain.get_span(idx), plain.get_line(idx)) {
                (Some(span), _) => program.add_with_span(instruction, span),
                (None, line) => {
                    let line = line.and_then(|line| u16::try_from(line).ok());
                    program.add_with_line(instruction, line.unwrap_or(u16::MAX))
                }
            };
        }
    }
    program
}

fn replaced<'s>(instruction: &Instruction<'s>, starts: &[u32]) -> Vec<Instruction<'s>> {
    let moved = |target: &u32| starts[usize::try_from(*target).unwrap_or(usize::MAX)];
    let operator = |name, n_args| Instruction::CallFunction(name, Some(n_args));
    vec![match instruction {
        Instruction::EmitRaw(text) => {
            let text = Value::from_safe_string((*text).to_owned());
            return vec![Instruction::LoadConst(text), Instruction::Emit];
        }
        // A mark may also be written as an escape in a string.
        Instruction::LoadConst(value) => Instruction::LoadConst(match value.as_str() {
            Some(text) => Value::from(without_token_marks(text)),
            None => value.clone(),
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
    }]
}
