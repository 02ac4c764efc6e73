//! An indicator ("chỉ tiêu"): what is measured, how sentences speak of it, and who owes it.

use serde::{Deserialize, Serialize};
use tongket_figures::{Direction, Unit};

use crate::{IndicatorId, OrganisationId, Slug};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    pub id: IndicatorId,
    pub organisation: OrganisationId,
    /// Unique inside the organisation.
    pub slug: Slug,
    /// As tables print it: "Tổng thu ngân sách nhà nước trên địa bàn"
    pub name: String,
    /// Inside sentences, gaps and the titles of content controls: "thu nhập bình quân", "FDI".
    /// Empty when the name itself is short enough.
    pub short_name: String,
    /// Other names under which workbooks and texts know it.
    pub aliases: Vec<String>,
    pub unit: Unit,
    /// Slug of the field: `kinh-te`, `van-hoa-xa-hoi`, `quoc-phong-an-ninh`, `xay-dung-dang` …
    pub field: String,
    pub direction: Direction,
    /// At most this many decimals in ratios of this indicator; the office's style when `None`.
    pub decimals: Option<u32>,
    /// Sentence pattern with `{đạt}` (the verb), `{số}` (qualifiers, amount, unit) and `{năm}`:
    /// "thu ngân sách {đạt} {số}". Empty: name, verb, amount.
    pub phrase: String,
    /// The indicator of which this one is a part ("trong đó").
    pub part_of: Option<IndicatorId>,
    /// The yearly indicator that this one adds up.
    pub cumulates: Option<IndicatorId>,
    /// First year of the sum of a cumulative indicator.
    pub since: Option<i32>,
    /// Who supplies the figure: "Chi cục Thống kê"
    pub supplier: String,
    /// By when, as day and month of the year after the period or words: "15/12"
    pub due: String,
    /// Order in tables.
    pub position: i64,
}

impl Indicator {
    /// The short name, or the name with its first letter in lower case unless it is an acronym.
    pub fn name_in_sentence(&self) -> String {
        if !self.short_name.is_empty() {
            return self.short_name.clone();
        }
        let mut letters = self.name.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if second.is_lowercase() => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => self.name.clone(),
        }
    }
}
