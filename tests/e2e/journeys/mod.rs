//! What people do with the program, from the first start on.

mod figure_to_word;
mod first_start;
mod sudden_end;
