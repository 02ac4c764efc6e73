//! What the numbers of a table say about each other: typed totals against their rows, missing
//! amounts against the difference of the totals, and values a thousand times off.

use std::collections::BTreeMap;

use tongket_figures::{Amount, Unit, print_number};

use super::block::{Block, LineKind};
use super::findings::called;
use crate::plan::naming::is_kind_word;
use crate::raw::RawSheet;
use crate::reading::{FindingKind, IntakeFinding, Measure, Row, Status};

/// Gathers while the rows of a table go by.
#[derive(Debug, Default)]
pub(super) struct Checks {
    /// Some line states a sum.
    sums: bool,
    columns: BTreeMap<u32, ColumnSums>,
    commitments: Commitments,
    findings: Vec<(FindingKind, String, String)>,
    n_slips: usize,
}

#[derive(Debug, Default)]
struct ColumnSums {
    /// Rows without rows below them.
    items: Sum,
    /// Rows in no group, and groups.
    tops: Sum,
    page: Sum,
    /// Under the group read last.
    in_group: Sum,
    group: Option<Stated>,
    total: Option<Stated>,
}

/// Exact; `None` of an amount once it went beyond 28 digits or mixed units.
#[derive(Debug, Clone)]
struct Sum {
    amount: Option<Amount>,
    unit: Option<String>,
    n: usize,
    n_missing: usize,
}

impl Default for Sum {
    fn default() -> Sum {
        Sum { amount: Some(Amount::ZERO), unit: None, n: 0, n_missing: 0 }
    }
}

/// A sum as it stands in the file.
#[derive(Debug, Clone)]
struct Stated {
    cell: String,
    value: Amount,
    unit: String,
    /// "trên 61,6 vạn" may be more.
    qualified: bool,
}

#[derive(Debug, Default)]
struct Commitments {
    committed: Sum,
    reached: Sum,
    missing: Sum,
}

/// More slips than this are one mistake, told often enough.
const MAX_SLIPS: usize = 10;

impl Checks {
    pub(super) fn of(blocks: &[Block]) -> Checks {
        let states =
            |kind| matches!(kind, LineKind::Total | LineKind::PageTotal | LineKind::GroupOfUnits);
        let mut lines = blocks.iter().flat_map(|block| &block.lines);
        Checks { sums: lines.any(|line| states(line.kind)), ..Checks::default() }
    }

    /// One line of the table, all its rows.
    pub(super) fn take(&mut self, kind: LineKind, rows: &[Row]) {
        for row in rows.iter().filter(|_| self.sums) {
            let adds = !matches!(
                row.measure(),
                None | Some(
                    Measure::RatioPlan
                        | Measure::RatioPrior
                        | Measure::Rank
                        | Measure::Change
                        | Measure::DocumentDate
                )
            );
            if let Some(col) = row.place().col().filter(|_| adds) {
                let said = self.columns.entry(col).or_default().take(kind, row);
                self.findings.extend(said);
            }
        }
        if kind == LineKind::Item {
            self.commitments.take(rows);
        }
        if matches!(kind, LineKind::Item | LineKind::Group) && self.n_slips < MAX_SLIPS {
            let slip = slip(rows);
            self.n_slips += usize::from(slip.is_some());
            self.findings.extend(slip);
        }
    }

    pub(super) fn findings(mut self, sheet: &RawSheet) -> Vec<IntakeFinding> {
        for column in self.columns.values_mut() {
            self.findings.extend(column.close_group());
            self.findings.extend(column.check_total());
        }
        self.findings.extend(self.commitments.finding());
        let place = called(sheet);
        let finding = |(kind, cell, message): (FindingKind, String, String)| IntakeFinding {
            kind,
            sheet: sheet.name.clone(),
            cell,
            message: format!("{place}: {message}"),
        };
        self.findings.into_iter().map(finding).collect()
    }
}

type Said = (FindingKind, String, String);

impl ColumnSums {
    fn take(&mut self, kind: LineKind, row: &Row) -> Option<Said> {
        match kind {
            LineKind::Item => {
                let sums = [&mut self.items, &mut self.page, &mut self.in_group];
                sums.into_iter().for_each(|sum| sum.add(row));
                if is_whole(row) {
                    self.tops.add(row);
                }
                None
            }
            LineKind::Unnamed => None,
            LineKind::Group | LineKind::GroupOfUnits => {
                let said = self.close_group();
                self.tops.add(row);
                let is_typed = kind == LineKind::GroupOfUnits && row.status() == Status::Total;
                self.group = Stated::of(row).filter(|_| is_typed);
                self.in_group = Sum::default();
                said
            }
            LineKind::Total => {
                let typed = row.status() == Status::Total;
                self.total = self.total.take().or(Stated::of(row).filter(|_| typed));
                None
            }
            LineKind::PageTotal => {
                let page = std::mem::take(&mut self.page);
                let stated = Stated::of(row)?;
                (!page.is(&stated)).then(|| page.differs(&stated, "cộng trang"))
            }
        }
    }

    fn close_group(&mut self) -> Option<Said> {
        let stated = self.group.take()?;
        let sum = std::mem::take(&mut self.in_group);
        (sum.n > 0 && !sum.is(&stated)).then(|| sum.differs(&stated, "tổng nhóm"))
    }

    fn check_total(&self) -> Option<Said> {
        let stated = self.total.as_ref()?;
        let sums = [&self.items, &self.tops];
        if sums.iter().any(|sum| sum.is(stated)) {
            return None;
        }
        // A table without outline has one sum; a table of parts is measured by its wholes.
        let nearest = if self.tops.n > 1 { &self.tops } else { &self.items };
        (nearest.n > 1 && nearest.amount.is_some()).then(|| nearest.differs(stated, "tổng"))
    }
}

/// In no group, no part of another row; or "Kế hoạch" in a group, which is the group's own.
fn is_whole(row: &Row) -> bool {
    match row.row_path() {
        "" => !row.indicator().contains(" / "),
        group => !group.contains(" > ") && is_kind_word(row.indicator()),
    }
}

impl Sum {
    fn add(&mut self, row: &Row) {
        let Some(value) = row.value().filter(|_| row.status() != Status::Duplicate) else {
            self.n_missing += 1;
            return;
        };
        if matches!(row.status(), Status::Hidden | Status::StruckOut) {
            return;
        }
        let unit = self.unit.get_or_insert_with(|| row.unit().to_owned());
        let same_unit = unit == row.unit();
        self.amount = self.amount.filter(|_| same_unit).and_then(|sum| sum.checked_add(value).ok());
        self.n += 1;
    }

    /// The stated sum, as exactly as it is written.
    fn is(&self, stated: &Stated) -> bool {
        let Some(amount) = self.in_unit(&stated.unit) else { return true };
        let decimals = stated.value.decimals();
        amount.round(decimals) == stated.value
            || amount.truncate(decimals) == stated.value
            || (stated.qualified
                && amount >= stated.value
                && amount.truncate(0) == stated.value.truncate(0))
    }

    /// `None` when it cannot be compared.
    fn in_unit(&self, unit: &str) -> Option<Amount> {
        let (amount, own) = (self.amount?, self.unit.as_deref().unwrap_or(unit));
        if own == unit || unit.is_empty() {
            return Some(amount);
        }
        Unit::read(own).convert(amount, &Unit::read(unit)).ok()
    }

    fn differs(&self, stated: &Stated, what: &str) -> Said {
        let sum = self.in_unit(&stated.unit).unwrap_or(Amount::ZERO);
        let missing = match self.n_missing {
            0 => String::new(),
            n => format!("; {n} dòng chưa có số"),
        };
        let message = format!(
            "ô {} ghi {what} {} nhưng cộng {} dòng được {}{missing}",
            stated.cell,
            print_number(stated.value),
            self.n,
            print_number(sum.trimmed())
        );
        (FindingKind::TotalDiffers, stated.cell.clone(), message)
    }
}

impl Stated {
    fn of(row: &Row) -> Option<Stated> {
        Some(Stated {
            cell: row.place().cell(),
            value: row.value()?,
            unit: row.unit().to_owned(),
            qualified: !row.qualifier().is_empty(),
        })
    }
}

impl Commitments {
    fn take(&mut self, rows: &[Row]) {
        let of = |measure| {
            rows.iter().find(|row| row.measure() == Some(measure) && row.value().is_some())
        };
        let (Some(committed), Some(reached)) = (of(Measure::Commitment), of(Measure::Result))
        else {
            return;
        };
        self.committed.add(committed);
        self.reached.add(reached);
        let gap = committed.value().zip(reached.value()).and_then(|(c, r)| c.checked_sub(r).ok());
        if let Some(gap) = gap.filter(|gap| *gap > Amount::ZERO) {
            self.missing.amount = self.missing.amount.and_then(|sum| sum.checked_add(gap).ok());
            self.missing.n += 1;
        }
    }

    /// What is missing is the sum of the gaps, not the difference of the totals: a unit that
    /// exceeds its promise does not make up for another.
    fn finding(&self) -> Option<Said> {
        let (committed, reached) = (self.committed.amount?, self.reached.amount?);
        let (missing, difference) = (self.missing.amount?, committed.checked_sub(reached).ok()?);
        let says = self.committed.n > 0 && missing != difference;
        says.then(|| {
            let message = format!(
                "{} đơn vị chưa đạt cam kết, còn thiếu {}; hiệu hai tổng chỉ là {} ({} − {}) vì có đơn vị vượt cam kết",
                self.missing.n,
                print_number(missing.trimmed()),
                print_number(difference.trimmed()),
                print_number(committed.trimmed()),
                print_number(reached.trimmed())
            );
            (FindingKind::GapsDiffer, String::new(), message)
        })
    }
}

/// A value at least 500 times as large or small as last year's, or as the plan: one of the two
/// was typed with the other mark (LEGACY §5).
fn slip(rows: &[Row]) -> Option<Said> {
    let level = |row: &&Row| {
        matches!(
            row.measure(),
            Some(Measure::Result | Measure::Estimate | Measure::Plan | Measure::Target)
        ) && row.value().is_some_and(|value| !value.is_zero())
    };
    let base = rows.iter().find(|row| {
        row.measure() == Some(Measure::PriorResult)
            && row.value().is_some_and(|value| !value.is_zero())
    });
    let base = base
        .or_else(|| rows.iter().find(|row| row.measure() == Some(Measure::Plan) && level(row)))?;
    let of_base = base.value()?.abs();
    let far = |row: &&Row| {
        let same_thing = row.indicator() == base.indicator() && row.unit() == base.unit();
        let times = |small: Amount, large: Amount| {
            small.checked_mul(Amount::from(500)).is_ok_and(|small| small <= large)
        };
        let value = row.value().unwrap_or(Amount::ZERO).abs();
        same_thing && (times(value, of_base) || times(of_base, value))
    };
    let row = rows.iter().filter(level).find(far)?;
    let cell = row.place().cell();
    let message = format!(
        "ô {cell} ghi {} nhưng ô {} ghi {}: chênh khoảng nghìn lần, có thể nhầm dấu chấm, dấu phẩy",
        print_number(row.value()?.trimmed()),
        base.place().cell(),
        print_number(base.value()?.trimmed())
    );
    Some((FindingKind::Thousandfold, cell, message))
}
