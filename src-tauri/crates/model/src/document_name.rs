//! Which document a name means. Numbers begin anew every year, so a number alone may be that of
//! several documents: the day and the issuer tell them apart.

use std::cmp::Reverse;

use tongket_figures::{Date, DateReading, Style, fold, read_date, search_words};

use crate::Document;

/// The documents of `all` that `name` means, the newest first. A name is a number, a title, an alias
/// or the subject, however it is spelled, also with the day and the issuer behind it:
/// "01-KH/TU ngày 06/01/2023 của Thành ủy". Numbers and titles come before aliases and subjects.
pub fn documents_named<'d>(all: &'d [Document], name: &str) -> Vec<&'d Document> {
    let whole = called(all, name);
    let mut found = match whole.is_empty() {
        true => {
            let mut found = Detailed::readings(name).into_iter().map(|it| it.among(all));
            found.find(|found| !found.is_empty()).unwrap_or_default()
        }
        false => whole,
    };
    found.sort_by_key(|document| Reverse((document.date, document.id)));
    found
}

impl Document {
    /// The shortest name by which [`documents_named`] finds this one alone.
    pub fn name_among(&self, all: &[Document]) -> String {
        let short = match self.number.as_str() {
            "" if self.subject.is_empty() => self.title(),
            "" => self.subject.clone(),
            number => number.to_owned(),
        };
        let is_alike = |other: &&Document| match self.number.as_str() {
            "" => other.number.is_empty() && other.subject == self.subject,
            number => other.number == number,
        };
        if all.iter().filter(is_alike).count() <= 1 {
            return short;
        }
        let dated = match self.date {
            Some(date) => format!("{short} ngày {}", date.print(&Style::default())),
            None => short.clone(),
        };
        let issued = format!("{dated} của {}", self.issuer);
        let is_alone =
            |name: &String| matches!(documents_named(all, name)[..], [of] if of.id == self.id);
        [dated, issued].into_iter().find(is_alone).unwrap_or(short)
    }

    /// Whether both can only be one document entered twice: of one kind and number, and neither the
    /// days nor the issuers part them. Every office numbers its own: 01/NQ-HĐND of one day are many.
    pub fn is_same_as(&self, other: &Document) -> bool {
        let same_title = !self.number.is_empty() && words(&self.title()) == words(&other.title());
        let parted_by_day = self.date.zip(other.date).is_some_and(|(one, two)| one != two);
        same_title && !parted_by_day && may_be_one(&self.issuer, &other.issuer)
    }
}

/// A name with its day or issuer: "01-KH/TU ngày 06/01/2023 của Thành ủy".
struct Detailed<'t> {
    name: &'t str,
    date: Option<Date>,
    issuer: &'t str,
}

impl<'t> Detailed<'t> {
    /// The day and the issuer may stand in either order; " của " may be a part of the name too.
    fn readings(text: &'t str) -> Vec<Detailed<'t>> {
        let (before, date, behind) = cut_day(text).unwrap_or((text, None, ""));
        let trimmed = |name: &'t str| name.trim_end_matches([' ', ',', '(']);
        let issuer = behind.strip_prefix("của ").unwrap_or_default();
        let mut readings = vec![Detailed { name: trimmed(before), date, issuer }];
        if let Some((name, issuer)) = before.rsplit_once(" của ") {
            readings.push(Detailed { name: trimmed(name), date, issuer: trimmed(issuer) });
        }
        readings.retain(|it| it.date.is_some() || !it.issuer.is_empty());
        readings
    }

    fn among<'d>(&self, all: &'d [Document]) -> Vec<&'d Document> {
        let mut found = called(all, self.name);
        found.retain(|document| {
            self.date.is_none_or(|date| document.date.is_none_or(|known| known == date))
                && may_be_one(&document.issuer, self.issuer)
        });
        found
    }
}

/// What stands before a day, the day, and what stands behind it: "Kế hoạch số 01-KH/TU, ngày
/// 06/01/2023 của Thành ủy".
fn cut_day(text: &str) -> Option<(&str, Option<Date>, &str)> {
    let marks = ["ngày ", "Ngày "];
    let start = marks.iter().filter_map(|mark| text.rfind(mark)).max()?;
    let (before, day) = text.split_at(start);
    let end = day.find(" của ").unwrap_or(day.len());
    match read_date(&day[..end].to_lowercase())? {
        DateReading::Day(date) => Some((before, Some(date), day[end..].trim_start())),
        _ => None,
    }
}

fn called<'d>(all: &'d [Document], name: &str) -> Vec<&'d Document> {
    let wanted = words(name);
    let is_called = |text: &str| !text.is_empty() && words(text) == wanted;
    let by_number = |it: &&Document| is_called(&it.number) || is_called(&it.title());
    let by_other_names =
        |it: &&Document| is_called(&it.subject) || it.aliases.iter().any(|alias| is_called(alias));
    let numbered: Vec<&Document> = all.iter().filter(by_number).collect();
    if numbered.is_empty() { all.iter().filter(by_other_names).collect() } else { numbered }
}

/// "24 - CT/TU" and "số 24-CT/TU" are one.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = search_words(text).into_iter().map(|word| word.text).collect();
    words.retain(|word| word != "so");
    words
}

/// Whether two names of issuers do not contradict each other.
fn may_be_one(one: &str, other: &str) -> bool {
    one.is_empty() || other.is_empty() || fold(one) == fold(other)
}
