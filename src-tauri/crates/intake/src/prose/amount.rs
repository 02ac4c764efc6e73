//! What one number expression says: a number, n/N, a pair of result and plan, a range, with its
//! unit: "118 tổ chức đảng", "7/8 huyện", "45.799/36.875 tỷ đồng", "6,6 - 6,8%".

use tongket_figures::Amount;

use super::number::{Number, read as read_number, read_words};
use super::token::{Token, starts_any};
use super::unit::{self, Sort, UnitFound, power};

/// A number expression; `end` is the token behind its unit.
#[derive(Debug, Clone)]
pub(super) struct Expression {
    pub(super) first: usize,
    pub(super) number: Number,
    pub(super) shape: Shape,
    pub(super) unit: Option<UnitFound>,
    pub(super) end: usize,
}

#[derive(Debug, Clone)]
pub(super) enum Shape {
    Single,
    /// "7/8", "17 trong tổng số 20": a part of a whole.
    Of(Amount),
    /// "6,6 - 6,8": up to.
    To(Amount),
    /// "45.799/36.875 tỷ đồng": what was done and what was to be done; the token of the second.
    Pair {
        plan: Number,
        plan_first: usize,
    },
    /// "34 tỷ 500 triệu đồng": the sum, in the first of the two sizes.
    Sum(Amount),
}

/// The number expression that begins at `at`.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<Expression> {
    let number = read_number(tokens, at).or_else(|| read_words(tokens, at))?;
    let unit = unit::read(tokens, number.end);
    let end = unit.as_ref().map_or(number.end, |unit| unit.end);
    let single = Expression { first: at, number, shape: Shape::Single, unit, end };
    Some(
        fraction(tokens, &single)
            .or_else(|| whole_named(tokens, &single))
            .or_else(|| range(tokens, &single))
            .or_else(|| sum(tokens, &single))
            .unwrap_or(single),
    )
}

/// "7/8 huyện", "83,2%/50%", "251 / 276 đơn", "376,7 tỷ/609,1 tỷ đồng".
fn fraction(tokens: &[Token], single: &Expression) -> Option<Expression> {
    let own = single.unit.as_ref();
    let percent = own.is_none_or(|unit| unit.sort == Sort::Rate);
    let size = own.map(|unit| unit.text.to_lowercase()).filter(|text| power(text).is_some());
    if !(percent || size.is_some()) || !tokens.get(single.end)?.is_mark("/") {
        return None;
    }
    let second = starts_any(tokens, single.end + 1, &["tổng số"]).unwrap_or(single.end + 1);
    let number = read_number(tokens, second)?;
    let unit = unit::read(tokens, number.end);
    // A size alone is that of the unit behind the second number.
    if size.is_some_and(|size| {
        !unit.as_ref().is_some_and(|unit| unit.text.to_lowercase().starts_with(&size))
    }) {
        return None;
    }
    let end = unit.as_ref().map_or(number.end, |unit| unit.end);
    let (part, whole) = (single.number.likely(), number.likely());
    let sort = unit.as_ref().map(|unit| unit.sort);
    let counted = matches!(sort, None | Some(Sort::Count | Sort::Guess));
    let shape = match counted && part <= whole && part.is_whole() && whole.is_whole() {
        true => Shape::Of(whole),
        false => Shape::Pair { plan: number, plan_first: second },
    };
    let unit = unit.or_else(|| single.unit.clone());
    Some(Expression { shape, unit, end, ..single.clone() })
}

/// "17 trong tổng số 20 chỉ tiêu", "17 chỉ tiêu trên tổng số 20 chỉ tiêu".
fn whole_named(tokens: &[Token], single: &Expression) -> Option<Expression> {
    let leads = ["trong tổng số", "trên tổng số", "/ tổng số", "trong số", "trong tổng"];
    let second = starts_any(tokens, single.end, &leads)?;
    let number = read_number(tokens, second)?;
    let unit = unit::read(tokens, number.end);
    let (part, whole) = (single.number.likely(), number.likely());
    let single_unit = single.unit.as_ref();
    let alike = match (single_unit, &unit) {
        (Some(one), Some(other)) => one.text.to_lowercase() == other.text.to_lowercase(),
        (None, Some(_)) => true,
        (_, None) => false,
    };
    if !alike || part > whole {
        return None;
    }
    let end = unit.as_ref().map_or(number.end, |unit| unit.end);
    Some(Expression { shape: Shape::Of(whole), unit, end, ..single.clone() })
}

/// "6,6-6,8%", "từ 12,5 đến 13%", "10% - 12%".
fn range(tokens: &[Token], single: &Expression) -> Option<Expression> {
    let join = tokens.get(single.end)?;
    let from = single.first > 0 && tokens[single.first - 1].low == "từ";
    let joins = join.is_dash() || join.low == "đến" || (from && join.low == "tới");
    if !joins || single.number.in_words {
        return None;
    }
    let number = read_number(tokens, single.end + 1)?;
    let unit = unit::read(tokens, number.end);
    let alike = match (&single.unit, &unit) {
        (Some(one), Some(other)) => one.text == other.text,
        (None, Some(_)) => true,
        (None, None) => join.is_dash(),
        (Some(_), None) => false,
    };
    let end = unit.as_ref().map_or(number.end, |unit| unit.end);
    let (low, high) = (single.number.likely(), number.likely());
    let shape = Shape::To(high);
    (alike && low < high).then(|| Expression { shape, unit, end, ..single.clone() })
}

/// "34 tỷ 500 triệu đồng" is 34,5 tỷ đồng.
fn sum(tokens: &[Token], single: &Expression) -> Option<Expression> {
    let unit = single.unit.as_ref().filter(|unit| unit.sort == Sort::Measure)?;
    let size = unit.text.to_lowercase();
    let large = power(&size)?;
    let second = read_number(tokens, single.end)?;
    let small_unit = unit::read(tokens, second.end)?;
    let mut words = small_unit.text.splitn(2, ' ');
    let small = power(&words.next()?.to_lowercase()).filter(|small| *small < large)?;
    let moved = second.likely().checked_div(Amount::from(10_i64.pow(large - small)))?;
    let total = single.number.likely().checked_add(moved).ok()?;
    let measure = words.next().unwrap_or_default();
    let text = format!("{} {measure}", unit.text).trim_end().to_owned();
    let unit = UnitFound { text, end: small_unit.end, sort: Sort::Measure };
    Some(Expression {
        end: unit.end,
        unit: Some(unit),
        shape: Shape::Sum(total.trimmed()),
        ..single.clone()
    })
}
