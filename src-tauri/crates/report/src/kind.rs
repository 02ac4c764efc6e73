//! A report kind: a folder of text (`kind.toml`, `body.md`) that a person of the office can read
//! and change.

use serde::{Deserialize, Serialize};
use tongket_model::Side;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportKind {
    /// Name of its folder: `tong-ket-xay-dung-dang`
    pub slug: String,
    /// "Báo cáo tổng kết công tác xây dựng Đảng và hệ thống chính trị"
    pub name: String,
    pub side: Side,
    /// Presentation profile when the office sets none.
    pub profile: String,
    /// "BÁO CÁO"
    pub type_name: String,
    /// In the document's symbol: "BC"
    pub symbol: String,
    /// The line under the type name, as a template.
    pub subject: String,
    /// The document language.
    pub body: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Loại báo cáo «{slug}»: tệp kind.toml không đọc được, {reason}")]
pub struct KindError {
    pub slug: String,
    pub reason: String,
}

/// The file `kind.toml`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    name: String,
    side: Side,
    profile: String,
    type_name: String,
    symbol: String,
    subject: String,
    /// Only yearly kinds so far; kept so that a kind says it.
    period: PeriodKind,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PeriodKind {
    Year,
}

impl ReportKind {
    /// Reads the two files of a kind.
    pub fn read(slug: &str, kind_toml: &str, body: &str) -> Result<ReportKind, KindError> {
        let settings: Settings = toml::from_str(kind_toml).map_err(|error| KindError {
            slug: slug.to_owned(),
            reason: crate::profile::toml_reason(&error, kind_toml),
        })?;
        let PeriodKind::Year = settings.period;
        Ok(ReportKind {
            slug: slug.to_owned(),
            name: settings.name,
            side: settings.side,
            profile: settings.profile,
            type_name: settings.type_name,
            symbol: settings.symbol,
            subject: settings.subject,
            body: body.to_owned(),
        })
    }
    /// The text of its `kind.toml`.
    pub fn settings(&self) -> Result<String, KindError> {
        let settings = Settings {
            name: self.name.clone(),
            side: self.side,
            profile: self.profile.clone(),
            type_name: self.type_name.clone(),
            symbol: self.symbol.clone(),
            subject: self.subject.clone(),
            period: PeriodKind::Year,
        };
        toml::to_string(&settings)
            .map_err(|error| KindError { slug: self.slug.clone(), reason: error.to_string() })
    }
}
