//! Which marks the numbers of a column are written with: an English Excel groups with commas.
//! One number that can only be read in one way decides for its column.

use tongket_figures::{Convention, NumberReading, print_number, read_number_as};

/// What the numbers of a column say about their marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    english: bool,
    vietnamese: bool,
}

impl Marks {
    pub fn of_column<'c>(cells: impl Iterator<Item = &'c str>) -> Marks {
        let mut marks = Marks::default();
        for cell in cells {
            let number = number_in(cell);
            // What only one convention could have written.
            marks.english |= says(number, ',', '.');
            marks.vietnamese |= says(number, '.', ',');
        }
        marks
    }

    /// The text with its number in Vietnamese marks, and a doubt when it can be read in two ways.
    pub fn vietnamese(self, raw: &str) -> (String, Option<String>) {
        if self.english && !self.vietnamese {
            return (in_vietnamese_marks(raw), None);
        }
        let number = number_in(raw);
        let problem = match read_number_as(number, Convention::Vietnamese).ok() {
            // "1.039" is how offices write a thousand; "49,368" may be either.
            Some(NumberReading::Ambiguous { likely, other })
                if number.contains(',') || self.english =>
            {
                Some(format!(
                    "Đọc là {}; cũng có thể là {}: hãy kiểm tra",
                    print_number(likely),
                    print_number(other)
                ))
            }
            _ => None,
        };
        let problem = if self.vietnamese && !self.english { None } else { problem };
        (raw.to_owned(), problem)
    }
}

/// The cell with each of its numbers, read as English ones, in Vietnamese marks.
fn in_vietnamese_marks(cell: &str) -> String {
    let mut printed = String::with_capacity(cell.len());
    let mut rest = cell;
    loop {
        let number = number_in(rest);
        if number.is_empty() {
            return printed + rest;
        }
        let (before, behind) = rest.split_once(number).unwrap_or((rest, ""));
        printed.push_str(before);
        match read_number_as(number, Convention::English) {
            Ok(read) => printed.push_str(&print_number(read.likely())),
            Err(_) => printed.push_str(number),
        }
        rest = behind;
    }
}

/// Whether a number groups with `group` and has decimals behind `decimal`, beyond doubt.
fn says(number: &str, group: char, decimal: char) -> bool {
    let groups = number.matches(group).count();
    let decimals = number.matches(decimal).count();
    let behind = number.rsplit(decimal).next().map_or(0, str::len);
    match (groups, decimals) {
        (2.., 0) => true,
        (1.., 1) => number.rfind(group) < number.rfind(decimal),
        (0, 1) => behind != 3 || number.starts_with(&format!("0{decimal}")),
        _ => false,
    }
}

/// The digits of a cell with their marks: "1,172.5" of "1,172.5 tỷ đồng".
fn number_in(cell: &str) -> &str {
    let Some(start) = cell.find(|c: char| c.is_ascii_digit()) else { return "" };
    let rest = &cell[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ','])
}
