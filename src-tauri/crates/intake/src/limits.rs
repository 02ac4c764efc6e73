//! Every limit on a foreign file, in one table. A limit that is hit is a refusal, never a
//! cut-off result.

use std::time::Duration;

const MIB: u64 = 1024 * 1024;

/// A file on disk.
pub const FILE_BYTES: u64 = 64 * MIB;
/// One part, counted on the bytes that come out of the inflater.
pub const PART_BYTES: u64 = 128 * MIB;
/// All parts that were read, counted the same way.
pub const PACKAGE_BYTES: u64 = 256 * MIB;
/// Bytes out for one byte in, looked at once `RATIO_FROM_BYTES` have come out: valid Word files
/// reach 683:1 at 48 MiB, bombs are about 1000:1.
pub const RATIO: u64 = 250;
pub const RATIO_FROM_BYTES: u64 = 64 * MIB;
/// Parts in a package.
pub const PARTS: usize = 10_000;
/// Elements inside each other; the deepest valid part known has 30.
pub const XML_DEPTH: usize = 256;
/// Attributes on one element, and namespace declarations among them.
pub const XML_ATTRIBUTES: usize = 1_000;
pub const XML_NAMESPACES: usize = 256;
/// Cells with a value, of one sheet and of one file.
pub const SHEET_CELLS: usize = 2_000_000;
pub const FILE_CELLS: usize = 5_000_000;
/// Text of all cells of a file: one long shared string can be named by every cell.
pub const TEXT_BYTES: u64 = 128 * MIB;
/// Excel's own limit on the text of a cell, in characters.
pub const CELL_CHARS: usize = 32_767;
/// A text longer than this names nothing: it is prose that stands where labels do.
pub const LABEL_CHARS: usize = 300;
/// All groups above one row, and all wholes that a part belongs to.
pub const PATH_BYTES: usize = 2_000;
/// Levels of a numbering such as 1.1.1.
pub const OUTLINE_DEPTH: usize = 12;
/// Excel's own size of a sheet.
pub const SHEET_ROWS: u32 = 1_048_576;
pub const SHEET_COLS: u32 = 16_384;
/// One reading, in processor time: a busy machine must not make a good file a bad one.
pub const READING_TIME: Duration = Duration::from_secs(10);
/// One reading, by the clock: for what waits instead of working. Long, because on a busy machine
/// work waits too.
pub const READING_CLOCK: Duration = Duration::from_secs(300);
/// Address space of the reading child.
pub const CHILD_MEMORY_BYTES: u64 = 1024 * MIB;
/// What the child may print.
pub const CHILD_OUTPUT_BYTES: u64 = 512 * MIB;
