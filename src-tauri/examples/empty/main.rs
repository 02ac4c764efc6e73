//! A window of the same toolchain with nothing in it: `cargo xtask feel` starts it beside ours.

fn main() -> tauri::Result<()> {
    let context = tauri::generate_context!("examples/empty/tauri.conf.json");
    tauri::Builder::default().run(context)
}
