//! The commands that the page may call, each an adapter of one line to an action of `app`. One
//! that does not stand in the list is dead code, which does not compile.

mod drafts;
mod exports;
mod figures;
mod find;
mod imports;
mod indicators;
mod lists;
mod memory;
mod notices;
mod office;
mod places;
mod reporters;
mod safety;
mod start;
mod templates;
mod undo;
mod writing;
mod years;

use tauri::Wry;
use tauri_specta::{Commands, collect_commands};

pub fn all() -> Commands<Wry> {
    collect_commands![
        start::app_state,
        start::open_sample,
        start::open_own,
        undo::undo,
        undo::redo,
        office::profiles,
        office::create_office,
        office::office,
        office::save_office,
        years::overview,
        years::year_offer,
        years::open_year,
        figures::figure_grid,
        figures::set_cells,
        figures::read_paste,
        figures::apply_paste,
        figures::figure_panel,
        indicators::add_indicator,
        indicators::edit_indicator,
        indicators::remove_indicator,
        indicators::move_indicator,
        drafts::kinds,
        drafts::drafts,
        drafts::draft_offer,
        drafts::new_draft,
        drafts::draft,
        drafts::save_draft,
        drafts::read_draft,
        drafts::save_draft_settings,
        drafts::remove_draft,
        drafts::preview_draft,
        drafts::freeze_version,
        drafts::compare_versions,
        drafts::template_difference,
        exports::export_draft,
        exports::cancel_job,
        exports::open_exported,
        exports::reveal_exported,
        writing::insertions,
        writing::function_help,
        templates::templates,
        templates::template,
        templates::copy_template,
        templates::read_template,
        templates::preview_template,
        templates::save_template,
        templates::remove_template,
        places::data_place,
        places::open_folder,
        places::choose_export_folder,
        safety::backups,
        safety::back_up,
        safety::restore,
        safety::verify_database,
        find::quick_find,
        find::search,
        memory::bodies,
        memory::save_body,
        memory::remove_body,
        memory::conferences,
        memory::conference,
        memory::save_conference,
        memory::remove_conference,
        memory::documents,
        memory::document,
        memory::save_document,
        memory::remove_document,
        memory::conclusions,
        memory::conclusion,
        memory::save_conclusion,
        memory::record_progress,
        memory::remove_conclusion,
        reporters::reporters,
        reporters::add_reporters,
        reporters::edit_reporter,
        reporters::remove_reporter,
        notices::choose_notice,
        notices::read_conclusions,
        notices::save_conclusions,
        lists::item_lists,
        lists::save_item_list,
        lists::remove_item_list,
        lists::themes,
        lists::save_theme,
        lists::remove_theme,
        imports::choose_import_files,
        imports::offered_import_files,
        imports::read_import,
        imports::refresh_import,
        imports::import_lines,
        imports::import_source,
        imports::import_questions,
        imports::edit_import,
        imports::apply_import,
        imports::put_import_aside,
        imports::close_import,
        imports::saved_imports,
        imports::reopen_import,
        imports::discard_import,
        exports::export_tables,
    ]
}
