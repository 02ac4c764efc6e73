//! The document language of templates and drafts: MiniJinja runs first and leaves an opaque token
//! wherever an expression yields a value; then a fixed subset of Markdown is parsed; then the
//! tokens become inline values with their origins. So data can never become markup. Data is asked
//! for through [`Facts`]; nothing is read from disk or network.

mod block;
mod call;
mod context;
mod engine;
mod error;
mod facts;
mod filters;
mod functions;
mod inline;
mod mapped;
mod markdown;
mod objects;
mod operators;
mod outcome;
mod phrase;
mod program;
mod shape;
mod slots;
mod units;
mod weight;

pub use block::{Appendix, Block, Column, ListLine, Row, RowKind, Table, TableCell};
pub use call::quoted;
pub use engine::{render, render_line};
pub use error::{Place, TemplateError};
pub use facts::{Facts, figure_for_year, figure_in, of_period, of_year, plans_among, plans_for};
pub use functions::{FunctionManual, manual};
pub use inline::{Cited, CitedKind, Emphasis, Evidence, EvidenceKind, Gap, GapKind, Inline};
pub use mapped::{Chip, Fold, FoldKind, Mapped, Printed, render_mapped};
pub use phrase::judge;
pub use units::{Commitment, UnitBelow, commitments, units_below};

/// Hard limits on a template; hitting one is an error, never a cut-off result.
pub mod limits {
    /// Instructions of one rendering.
    pub const FUEL: u64 = 1_000_000;
    /// Nested calls of macros.
    pub const RECURSION: usize = 100;
    /// Bytes of text that a rendering may print, captured text included.
    pub const OUTPUT_BYTES: usize = 8 * 1024 * 1024;
    /// Bytes, roughly, of all values that expressions may make.
    pub const VALUE_BYTES: usize = 32 * 1024 * 1024;
    /// Bytes of a template's source.
    pub const SOURCE_BYTES: usize = 1024 * 1024;
    /// Words and signs of one expression or command: the parser recurses over them.
    pub const TAG_TOKENS: usize = 400;
    /// Branches `elif` of a template: the parser recurses over them too.
    pub const ELIF_BRANCHES: usize = 100;
    /// Numbers that `range` may give.
    pub const RANGE: usize = 1_000;
}
