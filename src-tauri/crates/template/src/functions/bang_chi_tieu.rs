//! `{{ bang_chi_tieu() }}` on a line of its own: the nine-column table of targets
//! (OUTLINES of year-end reports, "Biểu chỉ tiêu"; the full form).

use std::sync::Arc;

use tongket_figures::{Period, Quantity, Style, Unit, print_number};
use tongket_model::{Figure, Indicator, IndicatorId, Plan, Target};

use crate::call::Call;
use crate::objects::Printable;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, evidence_of_plan};
use crate::slots::Slot;
use crate::{
    Block, Cited, CitedKind, Column, Evidence, Gap, Row, RowKind, Table, TableCell,
    figure_for_year, plans_for,
};

/// What stands in a cell whose value is not known.
const UNKNOWN: &str = "…";

/// All indicators, or those of `linh_vuc=`, grouped by field: TT, chỉ tiêu, đơn vị tính, result of
/// the year before, plan, result, both ratios, plan of the next year. `don_vi=` converts amounts of
/// that dimension to one unit. `tru="dan-van, noi-chinh"` leaves out fields.
pub fn bang_chi_tieu(call: &Call) -> Outcome {
    let year = call.year()?;
    let field = call.text_option("linh_vuc")?;
    let left_out = call.text_option("tru")?.unwrap_or_default();
    let left_out: Vec<&str> =
        left_out.split(',').map(str::trim).filter(|f| !f.is_empty()).collect();
    let unit = call.text_option("don_vi")?.map(|unit| Unit::read(&unit));
    let mut maker = Maker {
        call,
        year,
        style: Style { pad_counts: false, ..call.style()? },
        unit,
        no_unit: Unit::read(""),
        last_whole: None,
        table: Table { expression: call.expression(), columns: columns(year), ..Table::default() },
    };
    let wanted: Vec<&Indicator> = call
        .facts()
        .indicators()
        .iter()
        .filter(|of| field.as_ref().is_none_or(|field| of.field == *field))
        .filter(|of| !left_out.contains(&of.field.as_str()) && maker.known(of))
        .collect();
    let mut number = 0;
    for (field, indicators) in by_field(&wanted) {
        maker.group(field);
        for indicator in indicators {
            if indicator.part_of.is_none() {
                number += 1;
            }
            maker.indicator(indicator, number);
        }
    }
    let table = maker.table;
    if table.rows.is_empty() {
        let gap = call.gap(crate::GapKind::MissingList, "bang-chi-tieu", "chưa có chỉ tiêu nào");
        return Err(gap.into());
    }
    Ok(Printable::value(Slot::Block(Block::Table(Arc::new(table)))))
}

/// The indicators of each field together, fields in the order in which they first appear.
fn by_field<'f>(indicators: &[&'f Indicator]) -> Vec<(&'f str, Vec<&'f Indicator>)> {
    let mut groups: Vec<(&str, Vec<&Indicator>)> = Vec::new();
    for of in indicators {
        match groups.iter_mut().find(|(field, _)| *field == of.field) {
            Some((_, group)) => group.push(of),
            None => groups.push((&of.field, vec![of])),
        }
    }
    groups
}

fn columns(year: i32) -> Vec<Column> {
    let (before, next) = (year - 1, year + 1);
    let column = |key: &str, headings: &[String], weight, numeric| Column {
        key: key.to_owned(),
        headings: headings.to_vec(),
        weight,
        numeric,
    };
    let compared = "So sánh (%)".to_owned();
    vec![
        column("tt", &["TT".into()], 9, true),
        column("chi-tieu", &["Chỉ tiêu".into()], 56, false),
        column("don-vi", &["Đơn vị tính".into()], 30, true),
        column("nam-truoc", &[format!("Thực hiện năm {before}")], 24, true),
        column("ke-hoach", &[format!("Kế hoạch năm {year}")], 26, true),
        column("thuc-hien", &[format!("Thực hiện (ước) năm {year}")], 24, true),
        column("so-ke-hoach", &[compared.clone(), format!("TH/KH {year}")], 20, true),
        column("so-cung-ky", &[compared, format!("{year}/{before}")], 20, true),
        column("nam-sau", &[format!("Kế hoạch năm {next}")], 26, true),
    ]
}

struct Maker<'a, 'c> {
    call: &'a Call<'c>,
    year: i32,
    style: Style,
    unit: Option<Unit>,
    /// Of the amounts printed: the unit has a column of its own.
    no_unit: Unit,
    /// The whole of which the last row was a part.
    last_whole: Option<IndicatorId>,
    table: Table,
}

impl Maker<'_, '_> {
    /// Whether the indicator has anything to show around this year.
    fn known(&self, of: &Indicator) -> bool {
        let facts = self.call.facts();
        let near = self.year - 1..=self.year;
        facts.figures(of.id).iter().any(|figure| near.contains(&figure.period.year()))
            || facts.plans(of.id).iter().any(|plan| plan.period.year() == self.year)
            || facts.targets(of.id).iter().any(|t| (self.year..=self.year + 1).contains(&t.year))
    }

    fn group(&mut self, field: &str) {
        let mut cells = vec![TableCell::Text(String::new()); self.table.columns.len()];
        cells[1] = TableCell::Text(tongket_model::field_name(field).to_owned());
        self.table.rows.push(Row { key: field.to_owned(), kind: RowKind::Group, cells });
    }

    fn indicator(&mut self, of: &Indicator, number: usize) {
        let facts = self.call.facts();
        let before = figure_for_year(facts, of.id, self.year - 1);
        let now = figure_for_year(facts, of.id, self.year);
        let period = now.map_or(Period::Year(self.year), |figure| figure.period);
        let plan = plans_for(facts, of.id, period).next();
        let target = facts.targets(of.id).iter().find(|target| target.year == self.year + 1);
        let (unit, name) = (self.unit_of(of), self.name_of(of));
        let number = if of.part_of.is_none() { number.to_string() } else { String::new() };
        let cells = [
            number,
            name,
            unit.text().to_owned(),
            self.amount(before.map(|f| &f.quantity), &unit),
            self.amount(plan.map(|p| &p.quantity), &unit),
            self.amount(now.map(|f| &f.quantity), &unit),
            self.ratio(now.map(|f| &f.quantity), plan.map(|p| &p.quantity), of),
            self.ratio(now.map(|f| &f.quantity), before.map(|f| &f.quantity), of),
            self.amount(target.map(|t| &t.quantity), &unit),
        ];
        let cells = cells.into_iter().map(TableCell::Text).collect();
        self.table.rows.push(Row { key: of.slug.to_string(), kind: RowKind::Body, cells });
        self.evidence(of, before, now, plan, target);
        if now.is_none() {
            let gap = Gap {
                expression: self.table.expression.clone(),
                ..self.call.missing_figure(of, &self.year.to_string())
            };
            self.table.gaps.push(Arc::new(gap));
        }
    }

    fn evidence(
        &mut self,
        of: &Indicator,
        before: Option<&Figure>,
        now: Option<&Figure>,
        plan: Option<&Plan>,
        target: Option<&Target>,
    ) {
        let mut evidence: Vec<Evidence> = Vec::with_capacity(4);
        evidence.extend(before.map(|figure| evidence_of_figure(of, figure)));
        evidence.extend(now.map(|figure| evidence_of_figure(of, figure)));
        evidence.extend(plan.map(|plan| evidence_of_plan(of, plan)));
        evidence.extend(target.map(|target| super::chi_tieu_nam::evidence(of, target)));
        let (kind, text) = (CitedKind::Figure, of.name.clone());
        let expression = self.table.expression.clone();
        self.table.cited.push(Arc::new(Cited { kind, expression, text, evidence }));
    }

    /// The unit of the row: the asked one when the indicator's converts into it.
    fn unit_of(&self, of: &Indicator) -> Unit {
        match &self.unit {
            Some(unit) if of.unit.converts_to(unit) => unit.clone(),
            _ => of.unit.clone(),
        }
    }

    /// Parts stand under their whole; only the first of them says "trong đó".
    fn name_of(&mut self, of: &Indicator) -> String {
        let follows_a_part = std::mem::replace(&mut self.last_whole, of.part_of) == of.part_of;
        match of.part_of {
            Some(_) if follows_a_part => format!("- {}", of.name),
            Some(_) => format!("- Trong đó: {}", of.name),
            None => of.name.clone(),
        }
    }

    fn amount(&self, quantity: Option<&Quantity>, unit: &Unit) -> String {
        let Some(quantity) = quantity else { return UNKNOWN.to_owned() };
        let quantity = quantity.convert(unit).unwrap_or_else(|_| quantity.clone());
        let bare = Quantity { unit: self.no_unit.clone(), ..quantity };
        bare.print_qualified(&self.style, |qualifier| !qualifier.before_verb())
    }

    /// The ratio in percent; of rates, ranks and ranges there is none.
    fn ratio(&self, value: Option<&Quantity>, base: Option<&Quantity>, of: &Indicator) -> String {
        let (Some(value), Some(base)) = (value, base) else { return UNKNOWN.to_owned() };
        let is_range = value.to.is_some() || base.to.is_some();
        if value.unit.is_rate() || value.unit.is_rank() || is_range {
            return "-".to_owned();
        }
        let decimals = of.decimals.unwrap_or(self.style.decimals);
        let ratio = value.percent_of(base);
        ratio.map_or("-".to_owned(), |ratio| print_number(ratio.round(decimals).trimmed()))
    }
}
