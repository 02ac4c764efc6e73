//! What people do with the program, from the first start on.

mod first_start;
