//! Foreign files to tables and rows with places. One file per format reads into [`RawFile`];
//! [`interpret`] says what the cells mean and [`propose`] what an import would do with them.
//! Never writes anything; foreign bytes are parsed and understood in a child process
//! ([`understand_in_child`]).

mod answer;
mod binary;
mod child;
mod conclusions;
mod delimited;
mod digits;
mod encoding;
mod error;
mod interpret;
mod kind;
pub mod limits;
mod number_format;
mod ods;
mod package;
mod plan;
mod prose;
mod raised;
mod raw;
mod read;
mod reading;
mod relations;
mod stamp;
mod styles;
mod tally;
mod text;
mod word;
mod workbook;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub use answer::{Answer, read_answers};
pub use child::{
    READ_VERB, extract_in_child, read_in_child, serve, understand_in_child,
    understand_in_child_while,
};
pub use conclusions::{
    Citation, ConclusionProposal, ProposalNote, ProposedAssignee, ProposedRow, propose_conclusions,
};
pub use encoding::{Encoding, OtherEncoding, Recognised, UnknownEncoding};
pub use error::{IntakeError, MissingPart, Refusal};
pub use interpret::interpret;
pub use kind::FileKind;
pub use plan::{
    Action, AskReason, Entry, FileLabel, ImportPlan, IndicatorNames, Known, LabelChoice, Learned,
    LearnedLabel, MatchedBy, NewIndicator, NewUnit, OfUnit, RatioBase, Ruling, ShownPlan,
    SkipReason, Step, Subject, Summary, is_unit, propose,
};
pub use prose::{ProseFigure, extract, extract_file, sentences};
pub use raw::{Area, CellNaming, Notice, RawCell, RawFile, RawParagraph, RawSheet, RawValue, Span};
pub use read::{ReadOptions, read_here, read_here_as};
pub use reading::{
    Alternative, Context, Extra, FindingKind, IntakeFinding, Labels, Measure, Place, Reading, Row,
    Said, SheetName, Status,
};
