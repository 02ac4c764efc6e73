//! Which database this start of the program is about.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use tongket_app::{AppError, default_database};

/// The files that a start names, as "Open with" does: `tong-ket BIEU.xlsx`. Their names count from
/// `folder`.
pub fn named_files(args: &[OsString], folder: &Path) -> Vec<PathBuf> {
    let mut args = args.iter().skip(1);
    let mut files = Vec::new();
    while let Some(arg) = args.next() {
        if arg == "--db" {
            args.next();
        } else if !arg.as_encoded_bytes().starts_with(b"-") {
            files.push(folder.join(arg));
        }
    }
    files
}

pub struct Place {
    pub database: PathBuf,
    /// Not the database in the person's data folder, but one named on the command line or in
    /// `TONGKET_DB`.
    is_named: bool,
}

impl Place {
    /// `--db FILE` wins over `TONGKET_DB`, as with the command line.
    pub fn of_this_start() -> Result<Place, AppError> {
        let mut args = std::env::args_os().skip(1).skip_while(|arg| arg != "--db").skip(1);
        let named: Option<OsString> = args.next().or_else(|| std::env::var_os("TONGKET_DB"));
        let Some(named) = named.filter(|name| !name.is_empty()) else {
            return Ok(Place { database: default_database()?, is_named: false });
        };
        let database = std::path::absolute(Path::new(&named)).map_err(|_| {
            AppError::usage(format!("Không hiểu đường dẫn «{}»", Path::new(&named).display()))
        })?;
        Ok(Place { database, is_named: true })
    }

    /// Starts with the same name are one instance, and share what the window remembers.
    pub fn instance(&self, identifier: &str) -> String {
        if !self.is_named {
            return identifier.to_owned();
        }
        let mut hasher = DefaultHasher::new();
        self.database.hash(&mut hasher);
        format!("{identifier}.db{:016x}", hasher.finish())
    }
}
