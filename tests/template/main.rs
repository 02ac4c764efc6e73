//! The document language and the checks over drafts: the cases of the data files, what must hold
//! for every expression, and what hostile templates and data must not do.

mod cases;
mod checks;
mod coverage;
mod expressions;
mod fixture;
mod hostile;
mod manual;
mod mapped;
mod memory;
mod outline;
mod plain_facts;
mod properties;
mod quiet;
mod reading;
mod relations;
mod units;
