//! Foreign workbooks in, rows and plans out. Cases are data beside this file: `samples/` holds
//! workbooks with the rows that must come out of them.

mod samples;
