//! The manual of the language, for people who write templates: one entry per function.

mod figures;
mod memory;
mod texts;

/// What a person needs to know to use a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FunctionManual {
    pub name: &'static str,
    /// With every parameter; those in brackets may be left out.
    pub signature: &'static str,
    /// What it prints, in Vietnamese.
    pub says: &'static str,
    /// Works as it stands.
    pub example: &'static str,
}

const fn entry(
    name: &'static str,
    signature: &'static str,
    says: &'static str,
    example: &'static str,
) -> FunctionManual {
    FunctionManual { name, signature, says, example }
}

/// Every function in the order in which a person meets them: figures, comparisons, scorecard,
/// lists, texts, conditions.
pub fn manual() -> impl Iterator<Item = &'static FunctionManual> {
    [figures::FIGURES, memory::MEMORY, texts::TEXTS].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::manual;
    use crate::functions::FUNCTIONS;

    #[test]
    fn every_function_has_its_entry() {
        let described: BTreeSet<&str> = manual().map(|entry| entry.name).collect();
        let there: BTreeSet<&str> = FUNCTIONS.iter().map(|(name, _)| *name).collect();
        assert_eq!(described, there);
        assert_eq!(manual().count(), FUNCTIONS.len());
    }
}
