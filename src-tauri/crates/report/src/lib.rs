//! From template and facts to a draft, from a draft to findings and to a Word document. No SQL
//! and no window here; data comes through [`tongket_template::Facts`].

mod checks;
mod draft;
mod finding;
mod kind;
mod numbering;
mod outline;
mod profile;
mod prose;
mod word;

pub use checks::{check, check_facts};
pub use draft::{Draft, Place, PlacedGap, draft, mapped_draft};
pub use finding::{Finding, Replacement, Severity, Spot, Subject, Typed};
pub use kind::{KindError, ReportKind};
pub use outline::Heading;
pub use profile::{Profile, ProfileError};
pub use prose::{ProseLine, ReadLine, ReadProse, Said, SaidMeasure};
pub use word::{Stamp, WordOptions, Written, write_word};
