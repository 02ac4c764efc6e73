//! Writes new Word packages: small parts through docx-rs, completed to what Word asks for, and the
//! body streamed straight into the deflater. Knows Word, not the reports of this product, and
//! leaves the placing of the finished file to its caller.

mod error;
mod inline;
mod list;
mod package;
mod paragraph;
mod spec;
mod style;
mod table;
mod text;
mod text_width;
mod unit;
mod writer;
mod xml;

pub use error::Error;
pub use inline::{Control, Highlight, Inline, RunStyle};
pub use list::{ListLevel, ListStyle, Marker};
pub use paragraph::{Block, ListId, ListItem, ParagraphOptions, Rule};
pub use spec::{DataStore, DocumentSpec, Orientation, Page, PageNumber, PageNumbering, Properties};
pub use style::{Alignment, LineHeight, ParagraphStyle};
pub use table::{Borders, Cell, Row, Table, TableControl, VerticalAlignment, VerticalMerge};
pub use text::push_escaped_xml;
pub use text_width::text_width;
pub use unit::{Mm, Pt};
pub use writer::{Contents, ContentsEntry, Counts, Writer};
