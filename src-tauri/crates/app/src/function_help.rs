//! The functions of the document language, for the help beside a template.

use serde::Serialize;
use specta::Type;
use tongket_template::manual;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FunctionHelp {
    pub name: String,
    /// With every parameter; those in brackets may be left out.
    pub signature: String,
    pub says: String,
    /// Works as it stands.
    pub example: String,
}

/// Every function, those used most first.
pub fn function_help() -> Vec<FunctionHelp> {
    let entries = manual().map(|entry| FunctionHelp {
        name: entry.name.to_owned(),
        signature: entry.signature.to_owned(),
        says: entry.says.to_owned(),
        example: entry.example.to_owned(),
    });
    entries.collect()
}
