//! What a person fills in about an indicator, and what must hold before it is stored.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{Direction as Better, Unit, same_name};
use tongket_model::{Indicator, IndicatorId};

use crate::AppError;
use crate::plain::{MOST_DECIMALS, one_line};

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    HigherIsBetter,
    LowerIsBetter,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct IndicatorForm {
    pub name: String,
    /// Inside sentences; empty when the name is short enough.
    pub short_name: String,
    pub unit: String,
    /// Slug of a field, or a name of the office's own.
    pub field: String,
    pub aliases: Vec<String>,
    #[specta(inline)]
    pub direction: Direction,
    /// At most this many in ratios; the office's style when `None`.
    pub decimals: Option<u32>,
    /// Slug of the whole of which it is a part.
    pub part_of: Option<String>,
    pub supplier: String,
    /// "15/12", or words
    pub due: String,
}

impl IndicatorForm {
    pub(crate) fn of(of: &Indicator, all: &[Indicator]) -> IndicatorForm {
        let whole = of.part_of.and_then(|id| all.iter().find(|other| other.id == id));
        IndicatorForm {
            name: of.name.clone(),
            short_name: of.short_name.clone(),
            unit: of.unit.text().to_owned(),
            field: of.field.clone(),
            aliases: of.aliases.clone(),
            direction: match of.direction {
                Better::HigherIsBetter => Direction::HigherIsBetter,
                Better::LowerIsBetter => Direction::LowerIsBetter,
            },
            decimals: of.decimals,
            part_of: whole.map(|whole| whole.slug.to_string()),
            supplier: of.supplier.clone(),
            due: of.due.clone(),
        }
    }

    /// `stored` with what the form says; refused by the first field that cannot stand, in a
    /// sentence that begins with its name. `all` are the indicators of the office.
    pub(crate) fn applied(
        &self,
        stored: Indicator,
        all: &[Indicator],
    ) -> Result<Indicator, AppError> {
        let name = one_line(&self.name);
        if name.is_empty() {
            return Err(AppError::refused("Tên chỉ tiêu: chưa ghi; hãy ghi như trong biểu"));
        }
        let field = one_line(&self.field);
        if field.is_empty() {
            return Err(AppError::refused("Lĩnh vực: chưa chọn; hãy chọn một lĩnh vực"));
        }
        let part_of = self.whole(&stored, all)?;
        let same = |other: &&Indicator| {
            other.id != stored.id
                && other.part_of == part_of
                && other.field == field
                && same_name(&other.name, &name)
        };
        if let Some(other) = all.iter().find(same) {
            return Err(AppError::refused(format!(
                "Tên chỉ tiêu: đã có «{}» trong lĩnh vực này; hãy ghi tên khác hoặc sửa chỉ tiêu đó",
                other.name
            )));
        }
        if self.decimals.is_some_and(|decimals| decimals > MOST_DECIMALS) {
            return Err(AppError::refused("Số chữ số thập phân: hãy chọn từ 0 đến 6"));
        }
        let aliases = self.aliases.iter().map(|alias| one_line(alias));
        Ok(Indicator {
            name,
            short_name: one_line(&self.short_name),
            unit: Unit::read(&one_line(&self.unit)),
            field,
            aliases: aliases.filter(|alias| !alias.is_empty()).collect(),
            direction: match self.direction {
                Direction::HigherIsBetter => Better::HigherIsBetter,
                Direction::LowerIsBetter => Better::LowerIsBetter,
            },
            decimals: self.decimals,
            part_of,
            supplier: one_line(&self.supplier),
            due: one_line(&self.due),
            ..stored
        })
    }

    /// The whole, which must not be a part of the indicator itself.
    fn whole(&self, of: &Indicator, all: &[Indicator]) -> Result<Option<IndicatorId>, AppError> {
        let slug = match self.part_of.as_deref() {
            None | Some("") => return Ok(None),
            Some(slug) => slug,
        };
        let by_id = |id: IndicatorId| all.iter().find(|other| other.id == id);
        let whole = all.iter().find(|other| other.slug.as_str() == slug).ok_or_else(|| {
            AppError::refused("Thuộc chỉ tiêu: không còn chỉ tiêu này; hãy chọn lại")
        })?;
        let mut above = Some(whole);
        // No chain is longer than all of them.
        for _ in 0..=all.len() {
            let Some(one) = above else { return Ok(Some(whole.id)) };
            if one.id == of.id {
                break;
            }
            above = one.part_of.and_then(by_id);
        }
        Err(AppError::refused(format!(
            "Thuộc chỉ tiêu: «{}» lại là một phần của chỉ tiêu này; hãy chọn chỉ tiêu khác",
            whole.name
        )))
    }
}
