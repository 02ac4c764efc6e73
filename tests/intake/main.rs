//! Foreign workbooks in, rows and plans out. Cases are data beside this file: `samples/` holds
//! workbooks with the rows that must come out of them, `hostile.tsv` files that must be refused
//! with one line, `cells.tsv` single cells with their reading, `plans.tsv` what an import of the
//! samples would do.

mod cells;
mod damaged;
mod hostile;
mod package;
mod plans;
mod samples;
