//! The text of a clipboard as rows and cells: lines and tabs, as Excel and Word write them.

use tongket_figures::{Quantity, Unit, fold};

pub(super) struct Block {
    pub rows: Vec<Vec<String>>,
}

impl Block {
    /// A cell with a line break, a tab or a quote in it stands between quotes, its own doubled.
    /// Line breaks inside of a cell become spaces.
    pub fn read(text: &str) -> Block {
        let mut block = Block { rows: vec![vec![String::new()]] };
        let mut letters = text.chars().peekable();
        let mut quoted = false;
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.next_if_eq(&'"').is_some() => block.push('"'),
                '"' if quoted => quoted = false,
                '"' if block.at_start_of_cell() => quoted = true,
                '\r' | '\n' if quoted => block.push(' '),
                '\r' => {}
                '\n' => block.rows.push(vec![String::new()]),
                '\t' if !quoted => block.next_cell(),
                other => block.push(other),
            }
        }
        let is_empty = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
        while block.rows.last().is_some_and(is_empty) {
            block.rows.pop();
        }
        block
    }

    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// Empty where a row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    pub fn column(&self, column: usize) -> impl Iterator<Item = &str> {
        (0..self.rows.len()).map(move |row| self.cell(row, column))
    }

    /// Whether the first row names columns: words above numbers, or years side by side.
    pub fn has_header(&self) -> bool {
        let [first, second, ..] = self.rows.as_slice() else { return false };
        let filled = |row: &[String]| -> Vec<String> {
            row.iter().map(|cell| cell.trim().to_owned()).filter(|c| !c.is_empty()).collect()
        };
        let (first, second) = (filled(first), filled(second));
        let words = !first.is_empty()
            && first.iter().all(|cell| !is_value(cell) && cell.chars().any(char::is_alphabetic));
        let years = first.len() > 1 && first.iter().all(|cell| is_year(cell));
        let below = second.iter().any(|cell| is_value(cell) && !is_year(cell));
        (words || years) && below
    }

    /// Takes off the first row.
    pub fn take_header(&mut self) {
        self.rows.remove(0);
    }

    fn push(&mut self, letter: char) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(letter);
        }
    }

    fn next_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.push(String::new());
        }
    }

    fn at_start_of_cell(&self) -> bool {
        self.rows.last().and_then(|row| row.last()).is_some_and(String::is_empty)
    }
}

fn is_value(cell: &str) -> bool {
    Quantity::read(cell, &Unit::read("")).is_ok()
}

/// "2023", "năm 2023"
fn is_year(cell: &str) -> bool {
    let folded = fold(cell);
    let digits = folded.strip_prefix("nam ").unwrap_or(&folded);
    digits.len() == 4 && digits.parse().is_ok_and(|year| (1990..=2100).contains(&year))
}
