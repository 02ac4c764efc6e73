//! Organisations, and what an organisation that issues reports puts at the head and foot of them.

use serde::{Deserialize, Serialize};
use tongket_figures::Style;

use crate::{OrganisationId, Slug};

/// A Party committee, People's Committee, department or unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    pub id: OrganisationId,
    pub slug: Slug,
    /// "Đảng bộ thành phố Hà Tĩnh"
    pub name: String,
    /// "TP Hà Tĩnh": how running text calls it
    pub short_name: String,
    pub parent: Option<OrganisationId>,
    pub level: Level,
    pub side: Side,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Central,
    Province,
    District,
    Commune,
    /// A department, committee or unit inside one of the above.
    Unit,
}

/// Whose rules of presentation hold: those of the Party or those of the State.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Party,
    State,
}

/// What an organisation needs to issue reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    pub organisation: OrganisationId,
    /// Line 2a of the letterhead: "ĐẢNG BỘ TỈNH HÀ TĨNH"
    pub superior_line: String,
    /// Line 2b: "THÀNH ỦY HÀ TĨNH"
    pub issuer_line: String,
    /// Before the date: "Hà Tĩnh"
    pub place: String,
    /// After the type in the symbol: "TU" in "Số 12-BC/TU"
    pub symbol: String,
    /// Presentation profile when none is asked for: "hd05", "nd30"; empty takes the kind's.
    pub profile: String,
    /// Who signs unless another is chosen.
    pub signing: Signing,
    /// Who may sign instead.
    pub other_signers: Vec<Signing>,
    /// Lines of "Nơi nhận", without dash and end mark.
    pub recipients: Vec<String>,
    pub style: Style,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Signing {
    /// "T/M BAN THƯỜNG VỤ"
    pub authority: String,
    /// "PHÓ BÍ THƯ"
    pub position: String,
    /// The signer's name; empty in samples.
    pub name: String,
}
