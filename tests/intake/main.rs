//! Foreign workbooks in, rows and plans out. Cases are data beside this file: `samples/` holds
//! workbooks with the rows that must come out of them, `tables/` small sheets with their rows,
//! `cells.tsv` single cells with their reading, `plans/` what an import of the samples and of small sheets would do,
//! `hostile.tsv` files that must be refused with one line, `prose/` sentences with their figures.

mod book;
mod cells;
mod conclusions;
mod damaged;
mod delimited;
mod documents;
mod encodings;
mod foreign;
mod formats;
mod hostile;
mod package;
mod plans;
mod prose;
mod samples;
mod shapes;
mod small_plans;
mod tables;
mod twice;
