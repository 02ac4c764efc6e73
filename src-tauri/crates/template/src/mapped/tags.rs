//! Splits a source into its tags: `{{ … }}`, `{% … %}` and `{# … #}`, with the bytes they stand on,
//! and pairs the commands that have an end.

use std::ops::Range;

use minijinja::machinery::{Token, tokenize};

use crate::engine::syntax;

/// The tags of a source in their order. What cannot be split into words ends the list.
#[derive(Debug, Default)]
pub(crate) struct Tags<'s> {
    /// Each `{{ … }}`, braces included.
    pub variables: Vec<Range<usize>>,
    /// Each command with an end, from its first brace to the last of its end; `set x = y` alone.
    pub commands: Vec<Command<'s>>,
    /// Each `{# … #}`.
    pub comments: Vec<Range<usize>>,
    /// Whatever prints a value, in the order in which it is compiled: variables, and the ends of
    /// `filter` and `call`.
    pub prints: Vec<Range<usize>>,
    /// The outermost commands whose output is kept for later.
    captured: Vec<Range<usize>>,
    /// The first `{{`, `{%` or command without its end.
    pub unclosed: Option<Range<usize>>,
}

/// A command with its body and end.
#[derive(Debug, Clone)]
pub(crate) struct Command<'s> {
    pub range: Range<usize>,
    /// "for", "if", "set", "macro", "call", "filter", "with"
    pub name: &'s str,
    /// What stands behind the name in the opening tag.
    pub head: &'s str,
}

/// Commands whose output is kept for later.
const CAPTURING: [&str; 4] = ["macro", "set", "call", "filter"];

/// Commands that wait for their end, except `set` with a value.
const WITH_END: [&str; 7] = ["for", "if", "set", "macro", "call", "filter", "with"];

impl<'s> Tags<'s> {
    pub fn of(source: &'s str) -> Tags<'s> {
        let mut reader = Reader { source, tags: Tags::default(), open: Vec::new(), behind: 0 };
        let mut tag: Option<Open<'s>> = None;
        for token in tokenize(source, false, syntax()) {
            let Ok((token, span)) = token else { break };
            let (start, end) = (offset(span.start_offset), offset(span.end_offset));
            if tag.is_none() {
                reader.comments_before(start);
            }
            match token {
                Token::VariableStart | Token::BlockStart => {
                    tag = Some(Open { start, name: None, depth: 0, assigns: false });
                }
                Token::Ident(name) => {
                    if let Some(tag) = &mut tag {
                        tag.name.get_or_insert((name, end));
                    }
                }
                Token::ParenOpen => tag.iter_mut().for_each(|tag| tag.depth += 1),
                Token::ParenClose => tag.iter_mut().for_each(|tag| tag.depth -= 1),
                Token::Assign => tag.iter_mut().for_each(|tag| tag.assigns |= tag.depth == 0),
                Token::VariableEnd => {
                    if let Some(tag) = tag.take() {
                        reader.variable(tag.start..behind_end(source, start));
                    }
                }
                Token::BlockEnd => {
                    if let Some(tag) = tag.take() {
                        reader.command(&tag, start, behind_end(source, start));
                    }
                }
                _ => {}
            }
            reader.behind = end;
        }
        reader.comments_before(source.len());
        reader.finish(tag)
    }
}

impl Tags<'_> {
    /// Whether what stands at `range` is printed into a macro or the like, not into the text.
    pub fn capture(&self, range: &Range<usize>) -> bool {
        let next = self.captured.partition_point(|around| around.start < range.start);
        next.checked_sub(1).is_some_and(|idx| range.end < self.captured[idx].end)
    }
}

/// A tag whose end has not been met.
struct Open<'s> {
    start: usize,
    /// The first word with its end.
    name: Option<(&'s str, usize)>,
    /// How many parentheses are open.
    depth: i32,
    /// Whether it has a "=" outside of parentheses.
    assigns: bool,
}

struct Reader<'s> {
    source: &'s str,
    tags: Tags<'s>,
    /// Commands that wait for their end: opening tag, name, head.
    open: Vec<(Range<usize>, &'s str, &'s str)>,
    /// Where the last word ended.
    behind: usize,
}

impl<'s> Reader<'s> {
    fn variable(&mut self, range: Range<usize>) {
        self.tags.prints.push(range.clone());
        self.tags.variables.push(range);
    }

    /// `inside` is where the closing sign begins.
    fn command(&mut self, tag: &Open<'s>, inside: usize, end: usize) {
        let Some((name, behind_name)) = tag.name else { return };
        let head = self.source.get(behind_name..inside).unwrap_or_default().trim();
        if name == "set" && tag.assigns {
            let range = tag.start..end;
            self.tags.commands.push(Command { range, name, head });
        } else if WITH_END.contains(&name) {
            self.open.push((tag.start..end, name, head));
        } else if let Some(closed) = name.strip_prefix("end")
            && self.open.last().is_some_and(|(_, name, _)| *name == closed)
            && let Some((opening, name, head)) = self.open.pop()
        {
            let range = opening.start..end;
            if matches!(name, "call" | "filter") {
                self.tags.prints.push(range.clone());
            }
            if CAPTURING.contains(&name) {
                // Those inside have come before.
                let outside = |inner: &Range<usize>| inner.start < range.start;
                let n_outside =
                    self.tags.captured.iter().take_while(|inner| outside(inner)).count();
                self.tags.captured.truncate(n_outside);
                self.tags.captured.push(range.clone());
            }
            self.tags.commands.push(Command { range, name, head });
        }
    }

    /// Comments are no words: they stand between two.
    fn comments_before(&mut self, next: usize) {
        let mut at = self.behind;
        while let Some(between) = self.source.get(at..next)
            && let Some(start) = between.find("{#")
        {
            let rest = &between[start..];
            let end = rest.find("#}").map_or(rest.len(), |end| end + 2);
            self.tags.comments.push(at + start..at + start + end);
            at += start + end;
        }
    }

    fn finish(mut self, tag: Option<Open>) -> Tags<'s> {
        let cut_off = tag.map(|tag| tag.start..self.source.len().min(tag.start + 2));
        let open = self.open.into_iter().next_back().map(|(opening, _, _)| opening);
        self.tags.unclosed = cut_off.or(open);
        self.tags.commands.sort_by_key(|command| command.range.start);
        self.tags
    }
}

fn offset(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

/// The end of a closing sign that may begin with `-` or `+`: the word also takes a line break.
fn behind_end(source: &str, start: usize) -> usize {
    let signed = source.get(start..).is_some_and(|rest| rest.starts_with(['-', '+']));
    start + if signed { 3 } else { 2 }
}
