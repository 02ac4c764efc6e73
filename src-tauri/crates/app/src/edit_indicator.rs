//! Indicators are added and changed.

use tongket_figures::{Direction, Quantity, Unit};
use tongket_model::{Indicator, IndicatorId, Organisation, Slug};
use tongket_store::{Changes, StoreError};

use crate::{App, AppError, IndicatorForm, OfficeChoice};

/// Adds an indicator at the end of its field as one step, and returns its slug.
pub fn add_indicator(
    app: &mut App,
    choice: &OfficeChoice,
    form: &IndicatorForm,
) -> Result<String, AppError> {
    let office = app.data_office(choice)?;
    let all = app.store.indicators(office.id)?;
    let empty = empty(&office, free_slug(&form.name, &all)?, &all);
    let indicator = form.applied(empty, &all)?;
    let name = format!("Thêm chỉ tiêu: {}", indicator.name_in_sentence());
    app.store.transact(&name, |changes| changes.add_indicator(&indicator))?;
    Ok(indicator.slug.to_string())
}

/// Changes an indicator as one step. Its slug stays, since drafts name it; a unit of another kind
/// is refused while values are in the old one.
pub fn edit_indicator(
    app: &mut App,
    choice: &OfficeChoice,
    slug: &str,
    form: &IndicatorForm,
) -> Result<(), AppError> {
    let office = app.data_office(choice)?;
    let all = app.store.indicators(office.id)?;
    let stored = app.indicator(&office, slug)?;
    let old_unit = stored.unit.clone();
    let indicator = form.applied(stored, &all)?;
    let renamed = !old_unit.converts_to(&indicator.unit) && has_values(app, indicator.id)?;
    if renamed && !old_unit.counts_alike(&indicator.unit) {
        return Err(AppError::refused(format!(
            "Đơn vị tính: số liệu đang ghi bằng «{old_unit}», không đổi được sang «{}»; \
             hãy giữ đơn vị cũ hoặc thêm chỉ tiêu mới",
            indicator.unit
        )));
    }
    let name = format!("Sửa chỉ tiêu: {}", indicator.name_in_sentence());
    app.store.transact(&name, |changes| {
        changes.update_indicator(&indicator)?;
        if renamed { rename_unit(changes, &indicator, &old_unit) } else { Ok(()) }
    })?;
    Ok(())
}

fn has_values(app: &App, of: IndicatorId) -> Result<bool, AppError> {
    Ok(app.store.uses_of_indicator(of)?.has_values())
}

/// What was counted has another name; the numbers stay.
fn rename_unit(changes: &mut Changes, of: &Indicator, old: &Unit) -> Result<(), StoreError> {
    let renamed = |quantity: Quantity| Quantity { unit: of.unit.clone(), ..quantity };
    for mut figure in changes.store().figures_of_indicator(of.id)? {
        if figure.quantity.unit == *old {
            figure.quantity = renamed(figure.quantity);
            changes.update_figure(&figure)?;
        }
    }
    for mut plan in changes.store().plans_of_indicator(of.id)? {
        if plan.quantity.unit == *old {
            plan.quantity = renamed(plan.quantity);
            changes.update_plan(&plan)?;
        }
    }
    let targets = changes.store().targets_of(of.organisation)?;
    for mut target in targets.into_iter().filter(|target| target.indicator == of.id) {
        if target.quantity.unit == *old {
            target.quantity = renamed(target.quantity);
            changes.update_target(&target)?;
        }
    }
    Ok(())
}

/// The slug of a name, numbered when there is one of it already.
fn free_slug(name: &str, all: &[Indicator]) -> Result<Slug, AppError> {
    let is_taken = |slug: &Slug| all.iter().any(|of| of.slug == *slug);
    Slug::free(name, is_taken)
        .ok_or_else(|| AppError::refused("Tên chỉ tiêu: chưa có chữ nào; hãy ghi như trong biểu"))
}

fn empty(office: &Organisation, slug: Slug, all: &[Indicator]) -> Indicator {
    Indicator {
        id: IndicatorId(0),
        organisation: office.id,
        slug,
        name: String::new(),
        short_name: String::new(),
        aliases: Vec::new(),
        unit: Unit::read(""),
        field: String::new(),
        direction: Direction::default(),
        decimals: None,
        phrase: String::new(),
        part_of: None,
        cumulates: None,
        since: None,
        supplier: String::new(),
        due: String::new(),
        position: all.iter().map(|of| of.position + 1).max().unwrap_or_default(),
    }
}
