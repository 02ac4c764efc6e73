//! Opens the window: one per database, where the person left it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use tauri::{
    AppHandle, DragDropEvent, LogicalSize, Manager, WebviewUrl, WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_log::{Target, TargetKind};
use tauri_plugin_window_state::StateFlags;
use tauri_specta::Event;
use tongket_app::{Clock, Session};

use crate::desk::Desk;
use crate::events::{FilesOffered, FilesOver, Opened};
use crate::exports::Exports;
use crate::imports::Imports;
use crate::jobs::Jobs;
use crate::place::{Place, named_files};
use crate::watch::watch;

/// The only window; capabilities name it.
const LABEL: &str = "main";
const TITLE: &str = "Tổng Kết";

/// In logical pixels: the least in which every screen is usable, which is what the usual office
/// laptop of 1366×768 has left at a scaling of 150 %, and the first size where there is room.
const LEAST: LogicalSize<f64> = LogicalSize::new(880.0, 430.0);
const FIRST: LogicalSize<f64> = LogicalSize::new(1320.0, 720.0);
/// What a title bar and borders take of the screen.
const AROUND: LogicalSize<f64> = LogicalSize::new(16.0, 40.0);

pub fn run() -> Result<(), Box<dyn std::error::Error>> {
    let place = Place::of_this_start()?;
    let mut context = tauri::generate_context!();
    let instance = place.instance(&context.config().identifier);
    context.config_mut().identifier = instance.clone();
    let bindings = crate::bindings::builder();
    tauri::Builder::default()
        .plugin(one_instance(instance))
        .plugin(logging())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered()).build())
        .invoke_handler(bindings.invoke_handler())
        .setup(move |app| {
            bindings.mount_events(app);
            let handle = app.handle();
            let session = Session::start(Some(place.database), Clock::System)?;
            let desk = Desk::new(session, handle.clone());
            desk.look_ahead();
            app.manage(desk.clone());
            app.manage(Jobs::default());
            app.manage(Exports::default());
            let imports = Imports::default();
            let args: Vec<OsString> = std::env::args_os().collect();
            imports.offer(named_files(&args, &std::env::current_dir().unwrap_or_default()));
            app.manage(imports);
            open_window(handle)?;
            watch(desk)?;
            Ok(())
        })
        .run(context)?;
    Ok(())
}

fn open_window(handle: &AppHandle) -> tauri::Result<()> {
    let first = first_size(handle)?;
    WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::default())
        .title(TITLE)
        .inner_size(first.width, first.height)
        .min_inner_size(LEAST.width, LEAST.height)
        .center()
        .build()?
        .on_window_event({
            let handle = handle.clone();
            move |event| {
                if let WindowEvent::DragDrop(drag) = event {
                    dropped(&handle, drag);
                }
            }
        });
    Ok(())
}

/// No larger than what the screen leaves beside its task bar.
fn first_size(handle: &AppHandle) -> tauri::Result<LogicalSize<f64>> {
    let Some(screen) = handle.primary_monitor()? else { return Ok(FIRST) };
    let room: LogicalSize<f64> = screen.work_area().size.to_logical(screen.scale_factor());
    let (width, height) = (room.width - AROUND.width, room.height - AROUND.height);
    Ok(LogicalSize::new(FIRST.width.min(width), FIRST.height.min(height)))
}

/// Files are dropped on the window: the page hears that there are some, never where they lie.
fn dropped(app: &AppHandle, drag: &DragDropEvent) {
    let told = match drag {
        DragDropEvent::Enter { .. } => FilesOver { over: true }.emit(app),
        DragDropEvent::Leave => FilesOver { over: false }.emit(app),
        DragDropEvent::Drop { paths, .. } => {
            offer(app, paths.clone());
            FilesOver { over: false }.emit(app)
        }
        _ => Ok(()),
    };
    if let Err(error) = told {
        log::warn!("files over the window: {error}");
    }
}

fn offer(app: &AppHandle, files: Vec<PathBuf>) {
    if !app.state::<Imports>().offer(files) {
        return;
    }
    if let Err(error) = (FilesOffered {}).emit(app) {
        log::warn!("offering files: {error}");
    }
}

/// A second start on the same database brings the window of the first to the front.
fn one_instance(name: String) -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let to_front = |app: &AppHandle, args: Vec<String>, folder: String| {
        let args: Vec<OsString> = args.into_iter().map(OsString::from).collect();
        offer(app, named_files(&args, Path::new(&folder)));
        let Some(window) = app.get_webview_window(LABEL) else { return };
        let shown = window.unminimize().and_then(|()| window.set_focus());
        let told = shown.and_then(|()| Opened {}.emit(app));
        if let Err(error) = told {
            log::warn!("second start: {error}");
        }
    };
    tauri_plugin_single_instance::Builder::new().callback(to_front).dbus_id(name).build()
}

/// Not whether it was shown or decorated.
fn remembered() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
}

fn logging() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let file = Target::new(TargetKind::LogDir { file_name: None });
    tauri_plugin_log::Builder::new()
        .clear_targets()
        .targets([file, Target::new(TargetKind::Stderr)])
        .level(log::LevelFilter::Warn)
        .build()
}
