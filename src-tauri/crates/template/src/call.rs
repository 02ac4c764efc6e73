//! One call of a function from a template: its arguments, the defaults that the place implies,
//! and the call written out again so that it can be repeated.

use std::cell::Cell;

use minijinja::Value;
use minijinja::value::{ArgType, Kwargs, ValueKind};
use tongket_figures::{DateSeparator, Period, Style, first_lower};
use tongket_model::{Figure, Indicator};

use crate::context::Context;
use crate::error::misuse;
use crate::objects::{Printable, Record, Rows, slot_of};
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, Facts, Gap, GapKind, figure_for_year, figure_in};

type Result<T> = std::result::Result<T, minijinja::Error>;

/// Years that a report can speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Options that say when, or name what has a time of its own: the year of the report is not
/// written beside them.
const DATED: [&str; 6] = ["nam", "ky", "van_ban", "hoi_nghi", "thuoc", "trong"];

pub(crate) struct Call<'c> {
    pub name: &'static str,
    pub context: &'c Context,
    args: &'c [Value],
    kwargs: Kwargs,
    /// How many positional arguments the function has asked for.
    n_args_used: Cell<usize>,
}

impl<'c> Call<'c> {
    pub fn new(
        name: &'static str,
        context: &'c Context,
        args: &'c [Value],
        kwargs: Kwargs,
    ) -> Call<'c> {
        Call { name, context, args, kwargs, n_args_used: Cell::new(0) }
    }

    /// Refuses arguments that the function did not ask for.
    pub fn finish(&self) -> Result<()> {
        if self.args.len() > self.n_args_used.get() {
            return Err(misuse(format!("hàm {} thừa tham số", self.name)));
        }
        self.kwargs.assert_all_used().map_err(|error| {
            let detail = error.detail().unwrap_or_default();
            let name = detail.split('\'').nth(1).unwrap_or(detail);
            misuse(format!("hàm {} không có tham số «{name}»", self.name))
        })
    }

    /// Options of the function that it does not come to read where there is nothing to ask about.
    pub fn knows(&self, options: &[&str]) {
        for name in options {
            // Read as it comes; whoever needs it says what is wrong with it.
            let _ = self.kwargs.get::<Option<Value>>(name);
        }
    }

    pub fn facts(&self) -> &'c dyn Facts {
        &*self.context.facts
    }

    pub fn arg(&self, index: usize) -> Option<&Value> {
        self.n_args_used.set(self.n_args_used.get().max(index + 1));
        self.args.get(index)
    }

    /// The positional argument at `index` as text; `what` names it in the error.
    pub fn text_arg(&self, index: usize, what: &str) -> Result<String> {
        let value = self.arg(index).ok_or_else(|| {
            misuse(format!("hàm {} cần {what}, ví dụ {}(\"…\")", self.name, self.name))
        })?;
        let text = shown(self.context, value);
        text.ok_or_else(|| misuse(format!("{what} của hàm {} phải là chữ", self.name)))
    }

    /// The sequence in the first argument.
    pub fn rows(&self) -> Result<&Rows> {
        let rows = self.arg(0).and_then(|value| value.downcast_object_ref::<Rows>());
        rows.ok_or_else(|| {
            let name = self.name;
            misuse(format!("hàm {name} cần một danh sách, ví dụ {name}(giai_phap())"))
        })
    }

    /// The same sequence; one without rows is a gap.
    pub fn rows_or_gap(&self) -> Outcome<&Rows> {
        let rows = self.rows()?;
        if let Some(gap) = &rows.unknown {
            return Err(Gap { expression: self.expression(), ..gap.clone() }.into());
        }
        if rows.items.is_empty() {
            let gap = self.gap(GapKind::MissingList, &rows.expression, &rows.when_empty);
            return Err(gap.into());
        }
        Ok(rows)
    }

    pub fn option<'v, T: ArgType<'v, Output = T>>(&'v self, name: &'v str) -> Result<Option<T>> {
        if !self.kwargs.has(name) {
            return Ok(None);
        }
        self.kwargs.get::<T>(name).map(Some).map_err(|_| self.wrong_type(name))
    }

    /// An option that is text; a whole number is taken as its digits.
    pub fn text_option(&self, name: &str) -> Result<Option<String>> {
        let Some(value) = self.option::<Value>(name)? else { return Ok(None) };
        let digits = || value.is_integer().then(|| value.to_string());
        let text = shown(self.context, &value).or_else(digits);
        text.map(Some).ok_or_else(|| self.wrong_type(name))
    }

    fn wrong_type(&self, option: &str) -> minijinja::Error {
        misuse(format!("tham số {option} của hàm {} không đúng kiểu giá trị", self.name))
    }

    /// `nam=`, or the year of the report.
    pub fn year(&self) -> Result<i32> {
        match self.option::<i32>("nam")? {
            None => Ok(self.facts().year()),
            Some(year) if YEARS.contains(&year) => Ok(year),
            Some(year) => Err(misuse(format!(
                "năm {year} không hợp lệ: chỉ từ {} đến {}",
                YEARS.start(),
                YEARS.end()
            ))),
        }
    }

    /// `ky=` as a period: "2024-09-T", "9 tháng đầu năm 2024".
    pub fn period(&self) -> Result<Option<Period>> {
        let Some(code) = self.text_option("ky")? else { return Ok(None) };
        period_of(&code).map(Some)
    }

    /// The office's style with what this expression overrides: `so_le=1`, `dem_hai_chu_so=true`,
    /// `dau_ngay="-"`.
    pub fn style(&self) -> Result<Style> {
        let mut style = self.facts().style().clone();
        if let Some(pad) = self.option::<bool>("dem_hai_chu_so")? {
            style.pad_counts = pad;
        }
        if let Some(decimals) = self.decimals_asked()? {
            style.decimals = decimals;
        }
        if let Some(mark) = self.text_option("dau_ngay")? {
            style.date_separator = match mark.as_str() {
                "/" => DateSeparator::Slash,
                "-" => DateSeparator::Hyphen,
                "." => DateSeparator::Dot,
                _ => return Err(misuse("dau_ngay chỉ có \"/\", \"-\" hoặc \".\"")),
            };
        }
        Ok(style)
    }

    /// `so_le=`: at most this many decimals.
    pub fn decimals_asked(&self) -> Result<Option<u32>> {
        let asked = self.option::<u32>("so_le")?;
        match asked {
            Some(7..) => Err(misuse("so_le chỉ từ 0 đến 6")),
            other => Ok(other),
        }
    }

    /// The indicator of the first argument, when there is one of that slug.
    pub fn find_indicator(&self) -> Result<Option<&'c Indicator>> {
        Ok(self.facts().indicator(&self.text_arg(0, "mã chỉ tiêu")?))
    }

    /// The indicator of the first argument; an unknown one is a gap.
    pub fn indicator(&self) -> Outcome<&'c Indicator> {
        self.indicator_named(&self.text_arg(0, "mã chỉ tiêu")?)
    }

    pub fn indicator_named(&self, slug: &str) -> Outcome<&'c Indicator> {
        let unknown = || {
            let (text, hint) = match self.facts().common_name(slug) {
                Some(name) => (
                    format!("[chưa có chỉ tiêu: {}]", first_lower(name)),
                    format!(
                        "Thêm chỉ tiêu «{name}»; nếu cơ quan gọi tên khác thì ghi tên này vào «Tên \
                         gọi khác» của chỉ tiêu ấy."
                    ),
                ),
                None => (
                    format!("[không có chỉ tiêu: {slug}]"),
                    "Thêm chỉ tiêu này hoặc sửa mã trong mẫu.".to_owned(),
                ),
            };
            let (kind, subject) = (GapKind::UnknownIndicator, slug.to_owned());
            Gap { kind, text, expression: self.expression(), subject, hint }
        };
        self.facts().indicator(slug).ok_or_else(|| unknown().into())
    }

    /// An option that must be one of the `known` words.
    pub fn choice(&self, name: &str, known: &[&'static str]) -> Result<Option<&'static str>> {
        let Some(text) = self.text_option(name)? else { return Ok(None) };
        known.iter().copied().find(|word| *word == text).map(Some).ok_or_else(|| {
            let words: Vec<String> = known.iter().map(|word| format!("\"{word}\"")).collect();
            misuse(format!("{name}=\"{text}\": chỉ có {}", words.join(", ")))
        })
    }

    /// The figure that the call asks for by `ky=` or `nam=`, when it is stored.
    pub fn find_figure(&self, of: &Indicator) -> Result<Option<&'c Figure>> {
        let year = self.year()?;
        Ok(match self.period()? {
            Some(period) => figure_in(self.facts(), of.id, period),
            None => figure_for_year(self.facts(), of.id, year),
        })
    }

    /// The same figure; a missing one is a gap.
    pub fn figure(&self, of: &Indicator) -> Outcome<&'c Figure> {
        if let Some(figure) = self.find_figure(of)? {
            return Ok(figure);
        }
        let when = match self.period()? {
            Some(period) => period.print(self.facts().style()),
            None => self.year()?.to_string(),
        };
        Err(self.missing_figure(of, &when).into())
    }

    pub fn missing_figure(&self, of: &Indicator, when: &str) -> Gap {
        let mut hint = match (of.supplier.as_str(), of.due.as_str()) {
            ("", _) => String::new(),
            (supplier, "") => format!("Đơn vị cung cấp: {supplier}."),
            (supplier, due) => format!("Đơn vị cung cấp: {supplier}, hạn {due}."),
        };
        if let Some(proposal) = crate::phrase::proposed_cumulative(self.facts(), of, when) {
            hint = format!("{proposal} {hint}").trim().to_owned();
        }
        Gap {
            kind: GapKind::MissingFigure,
            text: format!("[chưa có số liệu: {} {when}]", of.name_in_sentence()),
            expression: self.expression(),
            subject: of.slug.to_string(),
            hint,
        }
    }

    pub fn missing_plan(&self, of: &Indicator, year: i32) -> Gap {
        Gap {
            kind: GapKind::MissingPlan,
            text: format!("[chưa có kế hoạch {} {year}]", of.name_in_sentence()),
            expression: self.expression(),
            subject: of.slug.to_string(),
            hint: String::new(),
        }
    }

    pub fn gap(&self, kind: GapKind, subject: &str, words: &str) -> Gap {
        Gap {
            kind,
            text: format!("[{words}]"),
            expression: self.expression(),
            subject: subject.to_owned(),
            hint: String::new(),
        }
    }

    /// The call as text, with the year written out when the place implied it.
    pub fn expression(&self) -> String {
        let args = self.args.iter().map(|value| written(self.context, value));
        let dated = DATED.iter().any(|option| self.kwargs.has(option));
        let year = self.facts().year();
        let implied =
            (!dated && crate::functions::depends_on_year(self.name)).then(|| format!("nam={year}"));
        let names: Vec<&str> = self.kwargs.args().collect();
        written_call(self.name, args, self.written_options(&names).into_iter().chain(implied))
    }

    /// The same call of another function, with `options` besides its own.
    pub fn as_call_of(&self, function: &str, options: &[(&str, &str)]) -> String {
        let own: Vec<&str> = self.kwargs.args().collect();
        let is_given = |name: &str| options.iter().any(|(given, _)| *given == name);
        let own: Vec<&str> = own.into_iter().filter(|name| !is_given(name)).collect();
        let dated = own.iter().chain(options.iter().map(|(name, _)| name));
        let is_dated = dated.into_iter().any(|name| DATED.contains(name));
        let implied = (!is_dated).then(|| format!("nam={}", self.facts().year()));
        let added = options.iter().map(|(name, text)| format!("{name}={}", quoted(text)));
        let options = self.written_options(&own).into_iter().chain(added).chain(implied);
        written_call(function, [], options)
    }

    /// Those of the options that were given, each as `name=value`.
    pub fn written_options(&self, names: &[&str]) -> Vec<String> {
        let given = names.iter().filter(|name| self.kwargs.has(name));
        let options = given.map(|name| {
            let value: Value = self.kwargs.peek(name).unwrap_or_default();
            format!("{name}={}", written(self.context, &value))
        });
        options.collect()
    }

    /// A gap where two values cannot be compared or added up.
    pub fn incomparable(&self, of: &Indicator, words: &str) -> Gap {
        self.gap(GapKind::Incomparable, of.slug.as_str(), words)
    }

    /// A printed figure bound to its evidence.
    pub fn cited(&self, text: String, evidence: Vec<Evidence>) -> Value {
        self.cited_as(CitedKind::Figure, text, evidence)
    }

    pub fn cited_as(&self, kind: CitedKind, text: String, evidence: Vec<Evidence>) -> Value {
        let cited = Cited { kind, expression: self.expression(), text, evidence };
        Printable::value(Slot::Cited(cited.into()))
    }
}

/// A value as text, when it is text or one of our values; a row is named so that it alone is meant.
fn shown(context: &Context, value: &Value) -> Option<String> {
    let record = value.downcast_object_ref::<Record>();
    if let Some(name) = record.and_then(|it| it.asked_as.as_ref()) {
        return Some(name.clone());
    }
    match slot_of(value) {
        Some(slot) => Some(slot.text()),
        None => value.as_str().map(|text| context.shown(text)),
    }
}

/// An argument as it would be typed again.
fn written(context: &Context, value: &Value) -> String {
    if let Some(rows) = value.downcast_object_ref::<Rows>() {
        return rows.expression.clone();
    }
    match shown(context, value) {
        Some(text) => quoted(&text),
        None if value.kind() == ValueKind::Bool => value.is_true().to_string(),
        None => value.to_string(),
    }
}

/// A call with its options in alphabetical order, so that the same call is always the same text.
pub(crate) fn written_call(
    function: &str,
    args: impl IntoIterator<Item = String>,
    options: impl IntoIterator<Item = String>,
) -> String {
    let mut options: Vec<String> = options.into_iter().collect();
    options.sort_unstable();
    let mut call = String::with_capacity(64);
    call.push_str(function);
    let mut before = "(";
    for part in args.into_iter().chain(options) {
        call.extend([before, &part]);
        before = ", ";
    }
    // A call without anything in it has not been opened yet.
    call.push_str(if before == "(" { "()" } else { ")" });
    call
}

/// A text in quotation marks, with the escapes that the language knows.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// A period by its code or in words.
pub fn period_of(text: &str) -> Result<Period> {
    text.parse().or_else(|_| Period::read(text)).map_err(misuse)
}
