//! Rust source taken apart just enough to search it: code without comments and literals, and the
//! text literals by themselves.

/// What a source file consists of.
#[derive(Debug, Default)]
pub struct RustText {
    /// The code; every comment and every literal text is one space.
    pub code: String,
    /// The texts between quotes, escapes as written.
    pub literals: Vec<String>,
}

impl RustText {
    pub fn of(source: &str) -> RustText {
        let mut found = RustText::default();
        let mut rest = source;
        while let Some(letter) = rest.chars().next() {
            rest = if rest.starts_with("//") {
                found.code.push(' ');
                &rest[rest.find('\n').unwrap_or(rest.len())..]
            } else if rest.starts_with("/*") {
                found.code.push(' ');
                after(rest, 2, "*/")
            } else if let Some(hashes) = raw_hashes(rest, &found.code) {
                let start = hashes.len() + 2;
                found.literal(rest, start, &format!("\"{hashes}"))
            } else if letter == '"' {
                let end = end_of_text(rest);
                found.literals.push(rest[1..end].to_owned());
                found.code.push(' ');
                &rest[(end + 1).min(rest.len())..]
            } else if let Some(length) = length_of_char(rest) {
                found.code.push(' ');
                &rest[length..]
            } else {
                found.code.push(letter);
                &rest[letter.len_utf8()..]
            };
        }
        found
    }

    /// The identifiers and numbers of the code.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        words(&self.code)
    }

    fn literal<'s>(&mut self, rest: &'s str, start: usize, end: &str) -> &'s str {
        let remainder = after(rest, start, end);
        let text = &rest[start..rest.len() - remainder.len()];
        self.literals.push(text.strip_suffix(end).unwrap_or(text).to_owned());
        self.code.push(' ');
        remainder
    }
}

/// The words of any text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|w| !w.is_empty())
}

/// What follows the first `end` from `start` on.
fn after<'s>(text: &'s str, start: usize, end: &str) -> &'s str {
    let end = text[start..].find(end).map_or(text.len(), |at| start + at + end.len());
    &text[end..]
}

/// The hashes of a raw text that begins here.
fn raw_hashes<'s>(rest: &'s str, code: &str) -> Option<&'s str> {
    let in_word =
        code.chars().next_back().is_some_and(|c| (c.is_alphanumeric() || c == '_') && c != 'b');
    let tail = rest.strip_prefix('r').filter(|_| !in_word)?;
    let n_hashes = tail.bytes().take_while(|byte| *byte == b'#').count();
    tail[n_hashes..].starts_with('"').then(|| &tail[..n_hashes])
}

/// Where the quote stands that ends the text begun at 0.
fn end_of_text(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

/// The length of a character literal that begins here; a lifetime has no closing quote.
fn length_of_char(rest: &str) -> Option<usize> {
    let tail = rest.strip_prefix('\'')?;
    let mut letters = tail.char_indices();
    let (_, first) = letters.next()?;
    if first == '\\' {
        let end = tail[2..].find('\'')?;
        return Some(1 + 2 + end + 1);
    }
    let (at, second) = letters.next()?;
    (second == '\'').then_some(1 + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_literals_are_told_apart() {
        let source = concat!(
            "let a = \"x // \\\"y\"; // \"z\"\n",
            "let b = r#\"raw \"q\"\"#; /* \"w\" */ let c: &'static str = b(br\"bytes\");\n",
            "let d = ['\"', '\\'', '\\u{a0}', 'ư'];",
        );
        let text = RustText::of(source);
        assert_eq!(text.literals, ["x // \\\"y", "raw \"q\"", "bytes"]);
        let words: Vec<_> = text.words().collect();
        let wanted = "let a let b let c static str b b let d";
        assert_eq!(words, wanted.split(' ').collect::<Vec<_>>());
    }
}
