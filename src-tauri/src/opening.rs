//! Opens files and folders in the programs that the person has for them.

use std::path::Path;

use tongket_app::AppError;

use crate::desk::{Answer, away};

/// Opens it as a double click would; `refusal` is said when no program of the machine can.
pub async fn open(
    place: &Path,
    refusal: impl FnOnce(&Path) -> AppError + Send + 'static,
) -> Answer<()> {
    let place = place.to_owned();
    away(move || launch(&place).map_err(|_| refusal(&place))).await
}

/// What `tauri_plugin_opener::open_path` does, but on a slow machine too: that one looks for a
/// quarter of a second whether `xdg-open` fails, which takes longer to find out that it does.
#[cfg(not(windows))]
fn launch(place: &Path) -> std::io::Result<()> {
    const LOOKED: std::time::Duration = std::time::Duration::from_secs(3);
    place.metadata()?;
    open::that_detached_with_timeout(place, LOOKED)
}

#[cfg(windows)]
fn launch(place: &Path) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::open_path(place, None::<&str>)
}
