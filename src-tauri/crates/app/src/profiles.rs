//! The presentation profiles that an office can choose from.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::assets::{profile_side, profile_slugs};
use crate::{AppError, Assets, Side};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProfileLine {
    pub slug: String,
    pub name: String,
    /// Whose documents it is for.
    pub side: Side,
}

pub fn profiles() -> Result<Vec<ProfileLine>, AppError> {
    let line = |slug: &str| {
        let side = profile_side(slug).unwrap_or(Side::State);
        let name = format!("{} ({})", Assets::profile(slug)?.name, slug.to_uppercase());
        Ok(ProfileLine { slug: slug.to_owned(), name, side })
    };
    profile_slugs().map(line).collect()
}
