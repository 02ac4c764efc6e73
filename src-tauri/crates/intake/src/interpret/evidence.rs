//! What the other cells of a series or column tell about one cell: how large its values are,
//! whether they are written as percents, and which mark groups thousands.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use tongket_figures::{Amount, Base, Convention, NumberReading, Unit, read_number, read_number_as};

use super::block::{Block, Line, Slot};
use super::grid::{Grid, cell_in, text_of};
use super::number::plain_number;
use super::wording::without_mark;
use crate::raw::{RawCell, RawValue};

/// Of one series of cells in one unit.
#[derive(Debug, Clone, Default)]
pub(super) struct SeriesEvidence {
    /// Values that can be read in one way only, the first of them.
    sizes: Vec<Amount>,
    /// A cell is written "90%" or has a percent format.
    pub(super) writes_percents: bool,
}

/// Of one column of the sheet.
#[derive(Debug, Default)]
struct ColumnEvidence {
    n_english: usize,
    n_vietnamese: usize,
    /// A cell such as "10,9": a comma that can only be decimal.
    decimal_comma: bool,
}

/// A unit, and the values that are of it.
type OfUnit = (Box<str>, Rc<SeriesEvidence>);

impl ColumnEvidence {
    fn is_vietnamese(&self) -> bool {
        self.n_vietnamese > 0 || self.decimal_comma
    }
}

#[derive(Debug, Default)]
pub(super) struct Evidence {
    columns: HashMap<u32, ColumnEvidence>,
    /// Of the columns whose cells compare down.
    series: HashMap<u32, SeriesEvidence>,
    /// Of the cells of a column that are of one unit, for the few that ask.
    of_unit: RefCell<HashMap<u32, Vec<OfUnit>>>,
}

impl Evidence {
    pub(super) fn collect(grid: &Grid, blocks: &[Block]) -> Evidence {
        let mut evidence = Evidence::default();
        for block in blocks {
            for line in &block.lines {
                let cells = grid.row(line.row);
                for column in &block.columns {
                    let slot = block.slot(line, column);
                    if let Some(cell) = cell_in(cells, column.col) {
                        evidence.take(grid, cell, slot.compares_down);
                    }
                }
            }
        }
        evidence
    }

    fn take(&mut self, grid: &Grid, cell: &RawCell, compares_down: bool) {
        if compares_down {
            self.series.entry(cell.col).or_default().take_cell(grid, cell);
        }
        let RawValue::Text(_) = &cell.value else { return };
        let text = text_of(&cell.value);
        let digits = digits_of(&text);
        let Ok(reading) = read_number(digits) else { return };
        let column = self.columns.entry(cell.col).or_default();
        if let NumberReading::Certain(_) = reading {
            column.decimal_comma |= digits.matches(',').count() == 1 && !digits.contains('.');
        }
        column.n_english += usize::from(is_written_as(digits, Convention::English));
        column.n_vietnamese += usize::from(is_written_as(digits, Convention::Vietnamese));
    }

    /// What the cells that compare with a slot tell: those of its column, or of its line.
    pub(super) fn series<'e>(
        &'e self,
        neighbours: &'e Neighbours,
        slot: &Slot,
    ) -> Cow<'e, SeriesEvidence> {
        match self.series.get(&slot.col).filter(|_| slot.compares_down) {
            Some(series) => Cow::Borrowed(series),
            None if slot.compares_down => Cow::default(),
            None => Cow::Borrowed(neighbours.own.get_or_init(|| neighbours.evidence())),
        }
    }

    /// What the first cells of the slot's column tell that are of its unit.
    pub(super) fn of_unit(&self, neighbours: &Neighbours, slot: &Slot) -> Rc<SeriesEvidence> {
        let mut of_unit = self.of_unit.borrow_mut();
        let of_column = of_unit.entry(slot.col).or_default();
        if let Some((_, series)) = of_column.iter().find(|(unit, _)| **unit == *slot.unit()) {
            return Rc::clone(series);
        }
        let series = Rc::new(neighbours.of_unit(slot));
        of_column.push((slot.unit().into(), Rc::clone(&series)));
        series
    }

    /// English where the column has numbers that only English marks explain, and no Vietnamese.
    pub(super) fn convention(&self, col: u32) -> Convention {
        match self.columns.get(&col) {
            Some(column) if column.n_english > 0 && !column.is_vietnamese() => Convention::English,
            _ => Convention::Vietnamese,
        }
    }

    /// Marks of both conventions stand in the column: of one number alone it tells nothing.
    pub(super) fn is_mixed(&self, col: u32) -> bool {
        self.columns.get(&col).is_some_and(|column| column.n_english > 0 && column.is_vietnamese())
    }

    /// The cells around say that a comma before three digits is decimal.
    pub(super) fn has_decimal_comma(&self, col: u32) -> bool {
        self.columns.get(&col).is_some_and(|column| column.decimal_comma)
    }
}

/// So many values tell the size of a series; more would only make long columns slow.
const MAX_SIZES: usize = 64;

/// The cells of one line, which compare with each other unless their columns say otherwise.
pub(super) struct Neighbours<'b> {
    pub(super) grid: &'b Grid<'b>,
    block: &'b Block,
    line: &'b Line,
    pub(super) cells: &'b [RawCell],
    /// What they tell, gathered once a cell asks.
    own: OnceCell<SeriesEvidence>,
}

impl<'b> Neighbours<'b> {
    pub(super) fn new(grid: &'b Grid<'b>, block: &'b Block, line: &'b Line) -> Neighbours<'b> {
        Neighbours { grid, block, line, cells: grid.row(line.row), own: OnceCell::new() }
    }

    fn evidence(&self) -> SeriesEvidence {
        let mut series = SeriesEvidence::default();
        let alike = self
            .block
            .columns
            .iter()
            .filter(|column| !self.block.slot(self.line, column).compares_down);
        for cell in alike.filter_map(|column| cell_in(self.cells, column.col)) {
            series.take_cell(self.grid, cell);
        }
        series
    }

    fn of_unit(&self, slot: &Slot) -> SeriesEvidence {
        let mut series = SeriesEvidence::default();
        let mut columns = self.block.columns.iter();
        let Some(column) = columns.find(|column| column.col == slot.col) else { return series };
        for line in self.block.lines.iter().take(UNIT_LINES) {
            let same = self.block.slot(line, column).unit() == slot.unit();
            if let Some(cell) = self.grid.cell(line.row, slot.col).filter(|_| same) {
                series.take_cell(self.grid, cell);
            }
        }
        series
    }
}

/// So many lines are looked at for values of one unit.
const UNIT_LINES: usize = 1_000;

/// The number of a text without the words around it.
fn digits_of(text: &str) -> &str {
    without_mark(text)
        .trim_start_matches(|c: char| !c.is_ascii_digit() && c != '(')
        .trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')')
}

impl SeriesEvidence {
    fn take_cell(&mut self, grid: &Grid, cell: &RawCell) {
        if self.sizes.len() >= MAX_SIZES && self.writes_percents {
            return;
        }
        match &cell.value {
            RawValue::Number(stored) => {
                self.writes_percents |= grid.is_percent(cell);
                if self.sizes.len() < MAX_SIZES {
                    plain_number(stored).into_iter().for_each(|amount| self.take(amount));
                }
            }
            RawValue::Text(_) => {
                let text = text_of(&cell.value);
                self.writes_percents |= text.contains('%');
                if let Ok(NumberReading::Certain(amount)) = read_number(digits_of(&text)) {
                    self.take(amount);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, amount: Amount) {
        if self.sizes.len() < MAX_SIZES {
            self.sizes.push(amount);
        }
    }

    /// No cell but the asking one.
    pub(super) fn is_alone(&self) -> bool {
        self.sizes.len() <= 1
    }

    /// Nearer in size to the other cells: the first or the second; `None` when they do not tell.
    pub(super) fn nearer(&self, first: Amount, second: Amount) -> Option<Amount> {
        let n_near =
            |value: Amount| self.sizes.iter().filter(|size| same_size(**size, value)).count();
        match (n_near(first), n_near(second)) {
            (0, 0) => None,
            (near_first, near_second) if near_first > near_second => Some(first),
            (near_first, near_second) if near_second > near_first => Some(second),
            _ => None,
        }
    }

    /// The other cells are of the size of `large`, and none but itself of that of `value`.
    pub(super) fn others_nearer(&self, value: Amount, large: Amount) -> bool {
        let mut itself = 1;
        let others = self.sizes.iter().filter(|size| {
            let skip = itself > 0 && **size == value;
            itself -= usize::from(skip);
            !skip
        });
        let mut any_large = false;
        for size in others {
            if same_size(*size, value) {
                return false;
            }
            any_large |= same_size(*size, large);
        }
        any_large
    }
}

/// Less than thirty times apart: a slip of the mark is a thousandfold.
fn same_size(one: Amount, other: Amount) -> bool {
    let (one, other) = (one.abs(), other.abs());
    let (small, large) = if one < other { (one, other) } else { (other, one) };
    !small.is_zero() && small.checked_mul(Amount::from(30)).is_ok_and(|limit| large < limit)
}

/// The marks of the text decide: both kinds, or one kind twice.
fn is_written_as(text: &str, convention: Convention) -> bool {
    let (group, decimal) = match convention {
        Convention::Vietnamese => ('.', ','),
        Convention::English => (',', '.'),
    };
    let groups = text.matches(group).count();
    let decimals = text.matches(decimal).count();
    let decides = (groups >= 2 && decimals <= 1)
        || (groups == 1 && decimals == 1 && text.rfind(decimal) > text.rfind(group));
    decides && read_number_as(text, convention).is_ok()
}

/// Money and things counted are whole or large: a dot before three digits groups. Not so of what is
/// per something, of sizes in which a whole economy is a small number, and of measures.
pub(super) fn groups_by_unit(unit: &str) -> bool {
    let unit = Unit::read(unit);
    let name = unit.text().to_lowercase();
    let is_density = name.starts_with("người/km");
    if name.is_empty() || (name.contains('/') && !is_density) {
        return false;
    }
    let in_words = |sizes: &[&str]| sizes.iter().any(|size| name.starts_with(size));
    match unit.base() {
        Base::UsDollar => !in_words(&["tỷ", "tỉ"]),
        Base::Dong => !in_words(&["nghìn tỷ", "ngàn tỷ", "nghìn tỉ", "ngàn tỉ", "triệu tỷ"]),
        _ => unit.is_count() && !is_measure(&name),
    }
}

/// Scores, ages, times and measures that come with decimals.
fn is_measure(name: &str) -> bool {
    const MEASURES: [&str; 24] = [
        "điểm",
        "tuổi",
        "năm",
        "tháng",
        "ngày",
        "giờ",
        "phút",
        "giây",
        "độ",
        "lần",
        "chỉ số",
        "hệ số",
        "‰",
        "°c",
        "mw",
        "kw",
        "gw",
        "mva",
        "kva",
        "kv",
        "mm",
        "g",
        "mg",
        "bar",
    ];
    MEASURES.iter().any(|measure| {
        name.strip_prefix(measure).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}
