//! The head of page 1: issuing body, number and symbol on the left; national title, place and date
//! on the right.

use std::io::{Seek, Write};

use tongket_docx::{Block, Cell, Error, Inline, Mm, Pt, Row, Rule, Table, text_width};

use tongket_figures::place_tones;

use super::{Job, styles};
use crate::profile::RuleLength;

/// Room for a number that is not known yet.
const BLANK_NUMBER: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// Room for a day or month that is not known yet: two digits with a space on either side.
const BLANK_DAY: &str = "\u{a0}\u{a0}\u{a0}\u{a0}";

impl<W: Write + Seek> Job<'_, W> {
    pub(super) fn letterhead(&mut self) -> Result<(), Error> {
        if self.draft.shows_assumed_values() {
            let mark = Inline::text("DỮ LIỆU MẪU");
            self.writer.paragraph(styles::SAMPLE_MARK, &[mark], &Default::default())?;
        }
        let width = self.profile.page.text_width();
        let right = self.national_width(width);
        let left = width - right;
        let row = Row::new(vec![Cell::new(self.issuer(left)), Cell::new(self.national(right))]);
        self.writer.begin_table(&Table::borderless(vec![left, right]))?;
        self.writer.row(&row)?;
        self.writer.end_table()
    }

    /// Words of the profile with the office's placement of tones; names are never re-spelled.
    pub(super) fn in_house_spelling(&self, text: &str) -> String {
        place_tones(text, self.draft.office.style.tone)
    }

    /// Room for the longest line of the national title and for place and date on one line; between
    /// half and two thirds of the page.
    fn national_width(&self, width: Mm) -> Mm {
        let rules = &self.profile.heading;
        let lines = rules.national_title.value.iter().enumerate();
        let widths = lines.map(|(idx, text)| {
            text_width(text, self.profile.national_size(idx), rules.national_bold.value)
        });
        let date = text_width(&self.place_and_date(), self.profile.date.size.pt(), false);
        let widest = widths.max().unwrap_or(Mm::ZERO).max(date) + Mm::new(4);
        widest.clamp(width / 2, Mm::from_dxa(width.dxa() * 2 / 3))
    }

    fn issuer(&self, width: Mm) -> Vec<Block<'static>> {
        let (office, rules) = (&self.draft.office, &self.profile.heading);
        let mut blocks = Vec::new();
        // A body under nobody, such as a province's People's Committee, has no first line.
        if !office.superior_line.is_empty() {
            blocks.push(line(styles::SUPERIOR, &office.superior_line));
        }
        blocks.push(line(styles::ISSUER, &office.issuer_line));
        let length =
            text_width(&office.issuer_line, rules.issuer_size.pt(), rules.issuer_bold.value);
        blocks.extend(rule(rules.issuer_rule.value, length, width));
        if !rules.issuer_mark.value.is_empty() {
            blocks.push(line(styles::SUPERIOR, &rules.issuer_mark.value));
        }
        blocks.push(line(styles::NUMBER, &self.number_and_symbol()));
        if let Some(draft_no) = self.options.draft_no {
            let mark = self.in_house_spelling(&self.profile.draft_mark.text.value);
            blocks.push(line(styles::NUMBER, &mark.replace("{lan}", &draft_no.to_string())));
        }
        blocks
    }

    fn national(&self, width: Mm) -> Vec<Block<'static>> {
        let rules = &self.profile.heading;
        let mut blocks = Vec::new();
        for (idx, text) in rules.national_title.value.iter().enumerate() {
            let text = self.in_house_spelling(text);
            blocks.push(line(&format!("{}{}", styles::NATIONAL, idx + 1), &text));
        }
        if let Some(last) = rules.national_title.value.last() {
            let size = self.profile.national_size(rules.national_title.value.len() - 1);
            let length = text_width(last, size, rules.national_bold.value);
            blocks.extend(rule(rules.national_rule.value, length, width));
        }
        blocks.push(line(styles::DATE, &self.place_and_date()));
        blocks
    }

    /// "Số 12-BC/TU"; blank where the number is not known yet.
    pub(super) fn number_and_symbol(&self) -> String {
        let number = match &self.options.number {
            Some(number) => padded(number),
            None => BLANK_NUMBER.to_owned(),
        };
        let pattern = &self.profile.number.pattern.value;
        pattern
            .replace("{so}", &number)
            .replace("{loai}", &self.draft.kind.symbol)
            .replace("{co_quan}", &self.draft.office.symbol)
    }

    fn place_and_date(&self) -> String {
        let date = self.date_of_signing();
        let pattern = &self.profile.date.pattern.value;
        pattern.replace("{dia_danh}", &self.draft.office.place).replace("{ngay}", &date)
    }

    /// "ngày 05 tháng 9 năm 2026"; blank where the day is not known yet.
    pub(super) fn date_of_signing(&self) -> String {
        match self.options.date {
            Some(date) => date.print_long(),
            None => format!("ngày{BLANK_DAY}tháng{BLANK_DAY}năm\u{a0}{}", self.draft.year),
        }
    }
}

/// Numbers below ten take a zero in front (HD 05-HD/VPTW, NĐ 30/2020).
fn padded(number: &str) -> String {
    match number.parse::<u32>() {
        Ok(value @ 1..=9) => format!("0{value}"),
        _ => number.to_owned(),
    }
}

fn line(style: &str, text: &str) -> Block<'static> {
    Block::paragraph(style.to_owned(), vec![Inline::text(text.to_owned())])
}

fn rule(length: RuleLength, text: Mm, available: Mm) -> Option<Block<'static>> {
    let length = match length {
        RuleLength::None => return None,
        RuleLength::Full => text,
        RuleLength::Third => text / 3,
    };
    let rule = Rule { space_after: Pt::new(4), ..Rule::new(length, available) };
    Some(Block::Rule(rule))
}
