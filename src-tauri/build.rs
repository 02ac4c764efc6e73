//! Tells Tauri which commands there are: those that the one capability file allows.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = allowed_commands(Path::new("capabilities/window.json"))?;
    // Tauri keeps the list for the life of the build.
    let commands: Vec<&'static str> = commands.into_iter().map(|name| &*name.leak()).collect();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    Ok(tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?)
}

/// `allow-figure-grid` allows the command `figure_grid`; names with a colon belong to Tauri.
fn allowed_commands(capability: &Path) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let capability: serde_json::Value = serde_json::from_slice(&std::fs::read(capability)?)?;
    let permissions = capability["permissions"].as_array().into_iter().flatten();
    let allowed = permissions.filter_map(|permission| permission.as_str()?.strip_prefix("allow-"));
    Ok(allowed.map(|name| name.replace('-', "_")).collect())
}
