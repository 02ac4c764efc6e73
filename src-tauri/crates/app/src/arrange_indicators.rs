//! Indicators are taken away and put in another order.

use tongket_model::{Indicator, IndicatorId};
use tongket_store::IndicatorUses;

use crate::{App, AppError, OfficeChoice};

/// Takes an indicator away as one step; refused while anything refers to it.
pub fn remove_indicator(app: &mut App, choice: &OfficeChoice, slug: &str) -> Result<(), AppError> {
    let office = app.data_office(choice)?;
    let of = app.indicator(&office, slug)?;
    let uses = app.store.uses_of_indicator(of.id)?;
    let told = told(&uses);
    if !told.is_empty() {
        return Err(AppError::refused(format!(
            "Chưa xóa được chỉ tiêu «{}» vì đang có {}; hãy xóa các mục đó trước",
            of.name,
            told.join(", ")
        )));
    }
    let name = format!("Xóa chỉ tiêu: {}", of.name_in_sentence());
    app.store.transact(&name, |changes| changes.remove_indicator(of.id))?;
    Ok(())
}

fn told(uses: &IndicatorUses) -> Vec<String> {
    [
        (uses.figures, "số liệu"),
        (uses.plans, "kế hoạch"),
        (uses.targets, "chỉ tiêu phấn đấu"),
        (uses.scorecards, "bảng điểm"),
        (uses.parts, "chỉ tiêu thành phần"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect()
}

/// Puts an indicator behind another of its field and of the same whole, or first among those when
/// `after` is `None`; one step.
pub fn move_indicator(
    app: &mut App,
    choice: &OfficeChoice,
    slug: &str,
    after: Option<&str>,
) -> Result<(), AppError> {
    let office = app.data_office(choice)?;
    let all = app.store.indicators(office.id)?;
    let moved = app.indicator(&office, slug)?;
    let changed = rearranged(&all, &moved, after)?;
    let name = format!("Chuyển chỗ chỉ tiêu: {}", moved.name_in_sentence());
    app.store.transact(&name, |changes| {
        changed.iter().try_for_each(|indicator| changes.update_indicator(indicator))
    })?;
    Ok(())
}

/// The indicators whose position changes. The siblings share out the places they have among all
/// others, so that only they are written.
fn rearranged(
    all: &[Indicator],
    moved: &Indicator,
    after: Option<&str>,
) -> Result<Vec<Indicator>, AppError> {
    let is_sibling = |of: &Indicator| of.field == moved.field && of.part_of == moved.part_of;
    let places: Vec<usize> = (0..all.len()).filter(|idx| is_sibling(&all[*idx])).collect();
    let mut siblings: Vec<&Indicator> =
        places.iter().map(|idx| &all[*idx]).filter(|of| of.id != moved.id).collect();
    let at = match after {
        None => 0,
        Some(slug) => {
            let above = sibling_above(all, slug, is_sibling);
            let found = siblings.iter().position(|of| Some(of.id) == above);
            1 + found.ok_or_else(|| {
                AppError::refused(
                    "Chỉ đổi chỗ được trong cùng lĩnh vực và cùng chỉ tiêu cha; \
                     hãy sửa lĩnh vực của chỉ tiêu nếu cần",
                )
            })?
        }
    };
    siblings.insert(at, moved);
    let mut order: Vec<&Indicator> = all.iter().collect();
    for (place, of) in places.iter().zip(siblings) {
        order[*place] = of;
    }
    let strict = all.windows(2).all(|pair| pair[0].position < pair[1].position);
    let placed = order.into_iter().enumerate().map(|(idx, of)| {
        let own = i64::try_from(idx).unwrap_or(i64::MAX);
        Indicator { position: if strict { all[idx].position } else { own }, ..of.clone() }
    });
    let before = |of: &Indicator| all.iter().find(|other| other.id == of.id).map(|o| o.position);
    Ok(placed.filter(|of| before(of) != Some(of.position)).collect())
}

/// The sibling that the row of `slug` is, or is a part of.
fn sibling_above(
    all: &[Indicator],
    slug: &str,
    is_sibling: impl Fn(&Indicator) -> bool,
) -> Option<IndicatorId> {
    let mut row = all.iter().find(|of| of.slug.as_str() == slug)?;
    for _ in 0..all.len() {
        if is_sibling(row) {
            return Some(row.id);
        }
        row = all.iter().find(|of| Some(of.id) == row.part_of)?;
    }
    None
}
