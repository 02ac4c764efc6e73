//! What the lines above a table say of all its numbers: the year of the report, how far its
//! results go, the unit, and what is reported.

use tongket_figures::{DateReading, Period, Unit, fold, read_date};

use super::span::{TimeSpan, cut_off, range_in, span_of};
use super::title_years::{names_term, years_of_report};
use super::wording::{counts_or_rates, has_phrase, is_office, single_spaced, words, years};
use crate::reading::Measure;

/// Read from the titles of a table, a sheet, or of the whole file, whichever says it.
#[derive(Debug, Clone, Default)]
pub(super) struct Titles {
    pub(super) year: Option<i32>,
    /// "2021-2025"
    pub(super) range: Option<(i32, i32)>,
    /// "Số liệu đến ngày 25/9/2024", "9 tháng đầu năm 2024", "quý III/2024": of the results.
    pub(super) running: Option<Period>,
    /// "Tháng 9 năm 2024": results are of a time that has no period.
    pub(super) no_period: bool,
    /// "01 năm thực hiện Chỉ thị … ngày 7/8/2023": first year and how many.
    pub(super) since: Option<(i32, i32)>,
    /// "KẾ HOẠCH …", "KẾT QUẢ …": of columns that say nothing themselves.
    pub(super) measure: Option<Measure>,
    /// "Đơn vị tính: tỷ đồng", or in brackets behind a title.
    pub(super) unit: String,
    /// "Giải ngân kế hoạch đầu tư công": what columns without a name of their own measure.
    pub(super) subject: String,
}

impl Titles {
    /// From the lines of text above a table, the nearest last.
    pub(super) fn read(lines: &[String]) -> Titles {
        let mut titles = Titles::default();
        for line in lines.iter().filter(|line| !is_letterhead(line)) {
            titles.take(line);
        }
        titles
    }

    /// "2022", "Chi tiết (triệu đồng)": the name of a sheet says no more than its time and unit.
    pub(super) fn of_sheet_name(name: &str) -> Titles {
        let unit = bracketed_unit(name).unwrap_or_default();
        Titles { measure: None, subject: String::new(), unit, ..Titles::read(&[name.to_owned()]) }
    }

    fn take(&mut self, line: &str) {
        if let Some(unit) = unit_line(line) {
            self.unit = unit;
            return;
        }
        let undated = without_dates(line);
        let year = years_of_report(&undated).first().copied();
        self.year = self.year.or(year);
        let is_range = year.is_none() || !names_term(&undated);
        self.range = self.range.or_else(|| range_in(&undated).filter(|_| is_range));
        self.since = self.since.or_else(|| since_in(line));
        let span = span_of(&undated);
        self.running = self.running.or_else(|| match (cut_off(line, None), span, year) {
            (Some(date), _, _) => Some(Period::CutOff(date)),
            (_, TimeSpan::Exactly(Period::Months { months, .. }), Some(year)) => {
                Some(Period::Months { year, months })
            }
            (_, TimeSpan::Exactly(Period::Quarter { quarter, .. }), Some(year)) => {
                Some(Period::Quarter { year, quarter })
            }
            _ => None,
        });
        self.no_period |= self.running.is_none() && span == TimeSpan::NoPeriod;
        if self.year.is_none() {
            self.year = self.running.map(Period::year);
        }
        let remark = line.trim_start().starts_with('(');
        if !remark && !is_prose(line) {
            self.measure = self.measure.or_else(|| measure_of(line));
            if let Some(unit) = bracketed_unit(line).filter(|_| self.unit.is_empty()) {
                self.unit = unit;
            }
            if self.subject.is_empty() {
                self.subject = subject_of(line);
            }
        }
    }

    /// The unit they name, for what `label` names; empty where it cannot be that of it.
    pub(super) fn unit_of(&self, label: &str) -> &str {
        match counts_or_rates(label) && Unit::read(&self.unit).is_money() {
            true => "",
            false => &self.unit,
        }
    }

    /// What these titles leave open, `outer` may say: those of the sheet or of the file.
    pub(super) fn within(mut self, outer: &Titles) -> Titles {
        let says_time = self.year.is_some()
            || self.range.is_some()
            || self.running.is_some()
            || self.since.is_some();
        if !says_time {
            (self.year, self.range, self.running, self.since) =
                (outer.year, outer.range, outer.running, outer.since);
            self.no_period = outer.no_period;
        }
        self.measure = self.measure.or(outer.measure);
        if self.unit.is_empty() {
            self.unit.clone_from(&outer.unit);
        }
        if self.subject.is_empty() {
            self.subject.clone_from(&outer.subject);
        }
        self
    }
}

/// "Đơn vị tính: tỷ đồng", mostly at the right above the table.
fn unit_line(line: &str) -> Option<String> {
    let (head, unit) = line.trim_matches(['(', ')', ' ']).split_once(':')?;
    let unit = unit.trim();
    let says_unit =
        matches!(fold(head).as_str(), "don vi tinh" | "don vi" | "dvt" | "dv tinh" | "dv");
    (says_unit && !unit.is_empty() && !is_office(unit)).then(|| single_spaced(unit))
}

/// "(%)", "(triệu đồng)" at the end of a title.
pub(super) fn bracketed_unit(line: &str) -> Option<String> {
    let unit = super::wording::read_label(line).unit?;
    let bare = unit.split_once(':').map_or(unit.as_str(), |(_, unit)| unit);
    Some(bare.trim().to_owned())
}

/// A line of the letterhead or a reference to another document: its dates are not those of the
/// figures.
fn is_letterhead(line: &str) -> bool {
    let words = words(line);
    let dated =
        has_phrase(&words, "ngay") && has_phrase(&words, "thang") && has_phrase(&words, "nam");
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(&words, phrase));
    (dated && !any(&["den ngay", "den het ngay", "tinh den"]))
        || any(&["kem theo", "ban hanh kem", "cong hoa xa hoi", "doc lap tu do", "dang cong san"])
        || (line.trim_start().starts_with("Số") && line.contains('/') && words.len() <= 6)
}

/// A sentence with figures of its own, such as "Tổng số đơn vị: 118."
pub(super) fn is_prose(line: &str) -> bool {
    let text = line.trim();
    let bare = without_dates(text);
    let has_figure = bare
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .any(|word| word.starts_with(|c: char| c.is_ascii_digit()) && years(word).is_empty());
    has_figure
        && text.len() > 20
        && (text.ends_with('.') || text.contains(": "))
        && !text.starts_with('(')
        && unit_line(text).is_none()
}

/// "01 năm thực hiện Chỉ thị số 24-CT/TU ngày 7/8/2023"
fn since_in(line: &str) -> Option<(i32, i32)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let at = folded.windows(3).position(|w| w[0] == "nam" && w[1] == "thuc" && w[2] == "hien")?;
    let n_years: i32 =
        folded.get(at.checked_sub(1)?)?.parse().ok().filter(|n| (1..=20).contains(n))?;
    let date = words[at..].iter().find_map(|word| {
        match read_date(word.trim_matches([',', ';', '.', ')'])) {
            Some(DateReading::Day(date)) => Some(date),
            _ => None,
        }
    })?;
    Some((date.year(), n_years))
}

/// The line without what reads as a date: "ngày 7/8/2023" names no year of a report.
fn without_dates(line: &str) -> String {
    let is_date = |word: &&str| {
        let bare = word.trim_matches(['(', ')', ',', ';', '.']);
        let marks = bare.matches(['/', '.', '-']).count();
        !(marks >= 2 && matches!(read_date(bare), Some(DateReading::Day(_))))
    };
    line.split_whitespace().filter(is_date).collect::<Vec<_>>().join(" ")
}

fn measure_of(line: &str) -> Option<Measure> {
    let words = words(line);
    let begins = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            let n = phrase.split(' ').count();
            words.len() >= n && has_phrase(&words[..n], phrase)
        })
    };
    let skip = words.iter().take_while(|word| TITLE_HEADS.contains(&word.as_str())).count();
    let words_left = &words[skip..];
    let starts = |phrase: &str| {
        let n = phrase.split(' ').count();
        words_left.len() >= n && has_phrase(&words_left[..n], phrase)
    };
    if begins(&["ke hoach"]) || starts("ke hoach") || starts("du toan") || starts("chi tieu") {
        return Some(Measure::Plan);
    }
    let reports = ["ket qua", "thuc hien", "tinh hinh", "tong hop", "bao cao ket qua", "thong ke"];
    if reports.iter().any(|phrase| begins(&[*phrase]) || starts(phrase)) {
        return Some(Measure::Result);
    }
    None
}

/// Words that open a title without naming anything.
const TITLE_HEADS: [&str; 12] =
    ["bieu", "bang", "phu", "luc", "so", "mau", "tong", "hop", "bao", "cao", "tinh", "hinh"];

/// The thing reported: the title without its opening words, up to its time and its office, in
/// sentence case.
fn subject_of(line: &str) -> String {
    const OPENINGS: [&str; 14] = [
        "bieu tong hop",
        "tong hop ket qua",
        "tong hop",
        "tinh hinh thuc hien",
        "tinh hinh",
        "ket qua thuc hien",
        "ket qua",
        "bao cao",
        "so lieu",
        "thong ke",
        "bieu",
        "bang",
        "danh sach",
        "tien do",
    ];
    let written: Vec<&str> = line.split_whitespace().collect();
    let folded: Vec<String> = written.iter().map(|word| fold(word)).collect();
    let opens = |from: usize, phrase: &str| {
        let words: Vec<&str> = phrase.split(' ').collect();
        folded[from..].len() > words.len() && folded[from..].iter().zip(&words).all(|(a, b)| a == b)
    };
    let mut from = 0;
    while let Some(phrase) = OPENINGS.iter().find(|phrase| opens(from, phrase)) {
        from += phrase.split(' ').count();
    }
    let ends = |word: &str| {
        matches!(word, "nam" | "cua" | "thang" | "quy" | "den" | "tren" | "theo")
            || word.starts_with('(')
            || word.contains(|c: char| c.is_ascii_digit())
    };
    let until =
        folded[from..].iter().position(|word| ends(word)).map_or(folded.len(), |n| from + n);
    let named = &written[from..until];
    if named.len() < 2 {
        return String::new();
    }
    let text = named.join(" ");
    if text.chars().any(char::is_lowercase) {
        return sentence_case(&text);
    }
    let is_short_form = |word: &&str| {
        word.chars().count() <= 4
            && !word.to_lowercase().contains(|c: char| {
                "aeiouyăâêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự"
                    .contains(c)
            })
    };
    let lower: Vec<String> = named
        .iter()
        .map(|word| if is_short_form(word) { (*word).to_owned() } else { word.to_lowercase() })
        .collect();
    sentence_case(&lower.join(" "))
}

pub(super) fn sentence_case(text: &str) -> String {
    let mut chars = text.trim_end_matches([':', ',', ';']).chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
