//! The report kinds and presentation profiles: those built in, and kinds in a folder of the
//! person's own.

use std::path::Path;

use tongket_report::{Profile, ReportKind};

use crate::{AppError, Side};

macro_rules! kind {
    ($slug:literal) => {
        (
            $slug,
            include_str!(concat!("../../../../assets/reports/", $slug, "/kind.toml")),
            include_str!(concat!("../../../../assets/reports/", $slug, "/body.md")),
        )
    };
}

/// Built-in kinds: folder name, `kind.toml`, `body.md`.
const KINDS: [(&str, &str, &str); 13] = [
    kind!("tong-ket-xay-dung-dang"),
    kind!("kinh-te-xa-hoi"),
    kind!("thong-bao-ket-luan"),
    kind!("theo-doi-nhiem-vu"),
    kind!("chuong-trinh-hanh-dong"),
    kind!("chuong-trinh-cong-tac"),
    kind!("tra-loi-phong-van"),
    kind!("kiem-diem-tap-the"),
    kind!("goi-y-thao-luan"),
    kind!("giao-ban-quy"),
    kind!("so-ket-van-ban"),
    kind!("dau-tu-cong"),
    kind!("chuyen-doi-so"),
];

/// Slug, whose documents it is for, and the rules.
const PROFILES: [(&str, Side, &str); 3] = [
    ("hd05", Side::Party, include_str!("../../../../assets/profiles/hd05.toml")),
    ("hd36", Side::Party, include_str!("../../../../assets/profiles/hd36.toml")),
    ("nd30", Side::State, include_str!("../../../../assets/profiles/nd30.toml")),
];

/// The kind drafted when none is named.
pub const DEFAULT_KIND: &str = "tong-ket-xay-dung-dang";

/// The names of the built-in kinds.
pub fn kind_slugs() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|kind| kind.0)
}

/// The names of the profiles.
pub fn profile_slugs() -> impl Iterator<Item = &'static str> {
    PROFILES.iter().map(|profile| profile.0)
}

/// The side whose documents a profile is for.
pub fn profile_side(slug: &str) -> Option<Side> {
    PROFILES.iter().find(|profile| profile.0 == slug).map(|profile| profile.1)
}

pub struct Assets;

impl Assets {
    /// A built-in kind by name, or the folder of a kind (`kind.toml` and `body.md`) by path.
    pub fn kind(name: &str) -> Result<ReportKind, AppError> {
        if let Some((slug, settings, body)) = KINDS.iter().find(|kind| kind.0 == name) {
            return Ok(ReportKind::read(slug, settings, body)?);
        }
        let folder = Path::new(name);
        if !folder.is_dir() {
            let known: Vec<_> = kind_slugs().collect();
            return Err(AppError::usage(format!(
                "Không có loại báo cáo «{name}»; các loại hiện có: {} (hoặc chỉ một thư mục mẫu)",
                known.join(", ")
            )));
        }
        let read = |file: &str| {
            std::fs::read_to_string(folder.join(file)).map_err(|_| {
                AppError::refused(format!(
                    "Không đọc được tệp {file} trong thư mục mẫu «{name}»; thư mục mẫu cần có kind.toml và body.md, mã hóa UTF-8"
                ))
            })
        };
        let slug = folder.file_name().map(|name| name.to_string_lossy().into_owned());
        let slug = slug.unwrap_or_else(|| "mau".to_owned());
        Ok(ReportKind::read(&slug, &read("kind.toml")?, &read("body.md")?)?)
    }

    pub fn profile(name: &str) -> Result<Profile, AppError> {
        let Some((name, _, text)) = PROFILES.iter().find(|profile| profile.0 == name) else {
            let known: Vec<_> = profile_slugs().collect();
            return Err(AppError::usage(format!(
                "Không có thể thức «{name}»; các thể thức hiện có: {}",
                known.join(", ")
            )));
        };
        Ok(Profile::read(name, text)?)
    }
}
