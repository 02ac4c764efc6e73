//! The house style of an office: how its reports write what can be written in several ways.

use serde::{Deserialize, Serialize};

/// What can be chosen per office and per expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Style {
    /// Whole counts and ranks below ten with a leading zero: `02 nhiệm vụ`, `thứ 07`.
    pub pad_counts: bool,
    /// Counts of lists in words: `ba nhiệm vụ`.
    pub counts_in_words: bool,
    /// Where the tone mark stands in generated words: `ủy` (old) or `uỷ` (new).
    pub tone: TonePlacement,
    /// At most this many decimals in a computed ratio, trailing zeros dropped.
    pub decimals: u32,
    /// `lần thứ 11`, `lần thứ mười một` or `lần thứ XI`.
    pub ordinals: Ordinals,
    /// `27/12/2022`, `27-12-2022` or `27.12.2022`.
    pub date_separator: DateSeparator,
}

impl Default for Style {
    fn default() -> Style {
        Style {
            pad_counts: false,
            counts_in_words: false,
            tone: TonePlacement::Old,
            decimals: 2,
            ordinals: Ordinals::Digits,
            date_separator: DateSeparator::Slash,
        }
    }
}

/// Where the tone mark of oa, oe and uy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TonePlacement {
    /// ủy, hòa, khóa
    Old,
    /// uỷ, hoà, khoá
    New,
}

/// The form of an ordinal after "thứ".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ordinals {
    Digits,
    Words,
    Roman,
}

/// The mark between day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateSeparator {
    Slash,
    Hyphen,
    Dot,
}

impl DateSeparator {
    pub fn mark(self) -> char {
        match self {
            DateSeparator::Slash => '/',
            DateSeparator::Hyphen => '-',
            DateSeparator::Dot => '.',
        }
    }
}
