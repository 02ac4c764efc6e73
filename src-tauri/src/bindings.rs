//! The commands and events with their types: what Tauri calls, and what the page's bindings are
//! generated from.

use tauri::Wry;
use tauri_specta::{Builder, ErrorHandlingMode};
use tongket_app::{ConclusionKind, TaskProgress};

use crate::{commands, events};

pub fn builder() -> Builder<Wry> {
    Builder::new()
        .commands(commands::all())
        .events(events::all())
        .constant("conclusionNames", ConclusionKind::names())
        .constant("progressNames", TaskProgress::names())
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
        // Counts, sizes and ids of an office, all far below 2^53; amounts are texts.
        .dangerously_cast_bigints_to_number()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails where it stands")]
mod tests {
    use std::collections::BTreeSet;
    use std::path::PathBuf;

    use specta_typescript::Typescript;

    const HEAD: &str =
        "// Generated from the commands of src-tauri/src by `cargo xtask bindings`; never edited.";

    #[test]
    fn the_page_has_the_bindings_of_today() {
        let (fresh, committed) = (generated(), committed());
        if std::env::var_os("TONGKET_WRITE_BINDINGS").is_some() {
            std::fs::write(committed, fresh).unwrap();
            return;
        }
        let committed = std::fs::read_to_string(committed).unwrap();
        assert!(committed == fresh, "bindings.ts is stale: run cargo xtask bindings");
    }

    #[test]
    fn the_page_may_call_the_commands_and_nothing_else() {
        let bindings = generated();
        let calls = bindings.split("__TAURI_INVOKE<").skip(1);
        let called: BTreeSet<&str> = calls.filter_map(|call| call.split('"').nth(1)).collect();
        let capability = include_str!("../capabilities/window.json");
        let allowed =
            capability.split("\"allow-").skip(1).filter_map(|rest| rest.split('"').next());
        let allowed: BTreeSet<String> = allowed.map(|name| name.replace('-', "_")).collect();
        let allowed: BTreeSet<&str> = allowed.iter().map(String::as_str).collect();
        assert_eq!(called, allowed);
    }

    fn generated() -> String {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bindings.ts");
        super::builder().export(Typescript::default().header(HEAD), &file).unwrap();
        std::fs::read_to_string(file).unwrap()
    }

    fn committed() -> PathBuf {
        [env!("CARGO_MANIFEST_DIR"), "..", "ui/src/lib/api/bindings.ts"].iter().collect()
    }
}
