//! The lines of the plan as the page shows them: what each is taken for, its values, and what becomes
//! of it.

use tongket_figures::{Amount, Period, print_number};
use tongket_intake::{Action, Measure, Place, Row, Subject};

use super::OpenImport;
use super::lines::{
    Column, ImportCell, ImportColumn, ImportFilter, ImportLine, ImportLines, ImportSection, Line,
    LineBadge, LineKind,
};
use super::outcome::{Outcome, State};
use crate::import_file::Comparison;
use crate::plain::count;

impl OpenImport {
    /// `n_wanted` lines from `from` on, counted among those that pass the filter.
    pub fn lines(&self, filter: &ImportFilter, from: u32, n_wanted: u32) -> ImportLines {
        let mut shown =
            ImportLines { total: 0, sections: Vec::new(), open: Vec::new(), lines: Vec::new() };
        for section in &self.lines.sections {
            let first = shown.total;
            for id in section.first..section.first + section.n_lines {
                let line = &self.lines.lines[id];
                let kind = self.kind_of(line);
                if !filter.kinds.is_empty() && !filter.kinds.contains(&kind) {
                    continue;
                }
                if matches!(kind, LineKind::Ask | LineKind::Differs) {
                    shown.open.push(shown.total);
                }
                if shown.total >= from && shown.total - from < n_wanted {
                    shown.lines.push(self.line(id));
                }
                shown.total += 1;
            }
            if shown.total > first {
                let sheet = section.sheet.and_then(|at| Some((at, self.raw.sheets.get(at)?)));
                shown.sections.push(ImportSection {
                    name: sheet.map(|(_, sheet)| sheet.name.clone()).unwrap_or_default(),
                    sheet: sheet.map(|(at, _)| count(at)),
                    columns: section.columns.iter().map(|column| self.column(column)).collect(),
                    first,
                    n_lines: shown.total - first,
                });
            }
        }
        shown
    }

    /// What needs the most attention among the values of a line.
    pub(super) fn kind_of(&self, line: &Line) -> LineKind {
        let kinds = line.cells.iter().map(|(row, _)| self.kind_of_row(*row));
        kinds.min().unwrap_or(LineKind::Skipped)
    }

    fn kind_of_row(&self, row: usize) -> LineKind {
        let Outcome { state, is_converted, is_far } = self.outcomes[row];
        let is_new = || matches!(self.import.plan.subject(row), Some(Subject::New { .. }));
        match state {
            State::Ask(_) => LineKind::Ask,
            State::Differs => LineKind::Differs,
            State::Write | State::Replaced if is_far => LineKind::Far,
            State::Write if is_new() => LineKind::New,
            State::Write if is_converted => LineKind::Converted,
            State::Write => LineKind::Matched,
            State::Replaced => LineKind::Replaced,
            State::Kept => LineKind::Kept,
            State::Same => LineKind::Same,
            State::Check => LineKind::Checked,
            State::Skip(_) => LineKind::Skipped,
        }
    }

    pub(super) fn line(&self, id: usize) -> ImportLine {
        let line = &self.lines.lines[id];
        let plan = &self.import.plan;
        let first = line.cells.first().map_or(0, |(row, _)| *row);
        let row = &plan.rows()[first];
        let label = &plan.labels()[line.label];
        ImportLine {
            id: count(id),
            place: self.place_of(line),
            group: label.row_path.to_string(),
            label: match label.label.is_empty() {
                true => row.raw().into_owned(),
                false => label.label.to_string(),
            },
            organisation: row.organisation().to_owned(),
            indicator: self.indicator_of(line),
            unit: self.unit_of(line),
            cells: line.cells.iter().map(|(row, column)| self.cell(*row, *column)).collect(),
            badge: self.badge(line),
        }
    }

    fn place_of(&self, line: &Line) -> String {
        let rows = || line.cells.iter().map(|(row, _)| self.import.plan.rows()[*row].place());
        let lines = || rows().map(line_number);
        let first = lines().next().flatten();
        match first {
            Some(number) if lines().all(|other| other == first) => (number + 1).to_string(),
            _ => rows().next().map(Place::cell).unwrap_or_default(),
        }
    }

    /// The indicator whose values they are or would be.
    fn indicator_of(&self, line: &Line) -> String {
        let is_skipped =
            |(row, _): &(usize, Option<usize>)| matches!(self.outcomes[*row].state, State::Skip(_));
        if line.cells.iter().all(is_skipped) {
            return String::new();
        }
        let subject = self.import.plan.labels()[line.label].named().next();
        subject.map(|subject| self.name_of(subject)).unwrap_or_default()
    }

    pub(super) fn name_of(&self, subject: &Subject) -> String {
        match subject {
            Subject::Known { id, slug } => match self.known.indicator(*id) {
                Some(indicator) => indicator.name.clone(),
                None => slug.to_string(),
            },
            Subject::New { slug } => {
                let new = self.import.plan.new_indicators.iter().find(|new| new.slug == *slug);
                new.map_or_else(|| slug.to_string(), |new| new.name.to_string())
            }
        }
    }

    fn unit_of(&self, line: &Line) -> String {
        let plan = &self.import.plan;
        let converted = line.cells.iter().find(|(row, _)| self.outcomes[*row].is_converted);
        if let Some((row, _)) = converted
            && let Some(entry) = plan.action(*row).entry()
            && let Some(from) = &entry.converted_from
        {
            return format!("{from} → {}", entry.quantity.unit);
        }
        let units = line.cells.iter().map(|(row, _)| plan.rows()[*row].unit());
        let written = units.into_iter().find(|unit| !unit.is_empty());
        written.map(str::to_owned).unwrap_or_else(|| {
            let subject = plan.labels()[line.label].named().next();
            let known = match subject {
                Some(Subject::Known { id, .. }) => self.known.indicator(*id),
                _ => None,
            };
            known.map(|indicator| indicator.unit.to_string()).unwrap_or_default()
        })
    }

    fn cell(&self, row: usize, column: Option<usize>) -> ImportCell {
        let of_file = &self.import.plan.rows()[row];
        let (at, col) = self.source_place(of_file);
        ImportCell {
            id: count(row),
            column: column.map(count),
            text: self.text_of(row),
            kind: self.kind_of_row(row),
            row: at,
            col,
        }
    }

    fn source_place(&self, row: &Row) -> (u32, u32) {
        match row.place() {
            Place::Cell { row, col, .. } => (*row, *col),
            Place::Text(location) => {
                let found = self.raw.paragraphs.iter().position(|of| *of.place == ***location);
                (count(found.unwrap_or_default()), 0)
            }
        }
    }

    /// The value as it would be written; as the file has it where nothing is certain.
    fn text_of(&self, row: usize) -> String {
        let raw = || {
            let raw = self.import.plan.rows()[row].raw();
            raw.parse::<Amount>().map_or_else(|_| raw.clone().into_owned(), print_number)
        };
        match self.outcomes[row].state {
            State::Ask(_) | State::Skip(_) => raw(),
            _ => self.value_text(&self.import.plan.action(row)).unwrap_or_else(raw),
        }
    }

    /// Number and qualifiers without the unit, which has a column of its own.
    pub(super) fn value_text(&self, action: &Action) -> Option<String> {
        Some(match action {
            Action::CheckRatio { percent, .. } => format!("{}%", print_number(*percent)),
            Action::SetDate { date, .. } => date.print(&self.known.style),
            action => {
                let quantity = &action.entry()?.quantity;
                let words = quantity.qualifiers.iter().map(|qualifier| qualifier.word());
                let number = quantity.print_number(&self.known.style);
                words.chain([number.as_str()]).collect::<Vec<_>>().join(" ")
            }
        })
    }

    fn badge(&self, line: &Line) -> LineBadge {
        let kind = self.kind_of(line);
        let mut of_kind =
            line.cells.iter().map(|(row, _)| *row).filter(|row| self.kind_of_row(*row) == kind);
        let n = count(of_kind.clone().count());
        let text = of_kind.next().and_then(|row| self.badge_text(row, kind)).unwrap_or_default();
        LineBadge { kind, n, text }
    }

    fn badge_text(&self, row: usize, kind: LineKind) -> Option<String> {
        let plan = &self.import.plan;
        match (kind, self.outcomes[row].state) {
            (_, State::Ask(reason)) => Some(reason.vietnamese().to_owned()),
            (_, State::Skip(reason)) => Some(reason.vietnamese().to_owned()),
            (LineKind::Differs | LineKind::Replaced | LineKind::Kept, _) => {
                self.stored_text(&plan.action(row))
            }
            (LineKind::Far, _) => {
                let before = self.known.stored.thousandfold(&plan.action(row))?;
                Some(before.print_number(&self.known.style))
            }
            (LineKind::Converted, _) => {
                let action = plan.action(row);
                let entry = action.entry()?;
                let from = entry.converted_from.as_ref()?;
                let one = from.convert(Amount::from(1), &entry.quantity.unit).ok()?;
                Some(format!("×{}", print_number(one.trimmed())))
            }
            _ => None,
        }
    }

    /// The other value that is stored where the action would write.
    pub(super) fn stored_text(&self, action: &Action) -> Option<String> {
        match self.known.stored.compare(action) {
            Comparison::Quantity(stored) => Some(stored.print_number(&self.known.style)),
            Comparison::Date(stored) => Some(stored.print(&self.known.style)),
            Comparison::Nothing | Comparison::Same => None,
        }
    }

    fn column(&self, column: &Column) -> ImportColumn {
        let plan = &self.import.plan;
        let measure = plan.measure_under(&column.head).or(column.measure);
        let words = measure.map(|measure| short_name(measure, &column.assigner));
        let period = column.period.map(|period| match period {
            Period::Year(year) => year.to_string(),
            other => other.print(&self.known.style),
        });
        let title = match words {
            Some(words) => {
                [Some(words), period].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            None => column.head.to_string(),
        };
        ImportColumn { title, head: column.head.to_string() }
    }
}

/// The line in which a cell stands.
fn line_number(place: &Place) -> Option<u32> {
    match place {
        Place::Cell { row, .. } => Some(*row),
        Place::Text(_) => None,
    }
}

/// As the headings of offices abbreviate it.
fn short_name(measure: Measure, assigner: &str) -> String {
    let words = match measure {
        Measure::Result | Measure::PriorResult => "TH",
        Measure::Estimate => "Ước",
        Measure::Plan if !assigner.is_empty() => return format!("KH {assigner} giao"),
        Measure::Plan | Measure::Target => "KH",
        Measure::RatioPlan => "% KH",
        Measure::RatioPrior => "% cùng kỳ",
        Measure::Commitment => "Cam kết",
        Measure::CommitmentGap => "Còn thiếu",
        Measure::Count => "Số lượng",
        Measure::Rank => "Thứ hạng",
        Measure::Change => "Tăng, giảm",
        Measure::DocumentDate => "Ngày",
    };
    words.to_owned()
}
