//! How offices read and write numbers: the cases of the data files, the tables of the grammar,
//! and what must hold for every value and every text.

mod cases;
mod computed;
mod grammar;
mod hostile;
mod properties;
mod readings;
mod texts;
