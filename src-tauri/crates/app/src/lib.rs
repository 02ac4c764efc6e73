//! What a user can do, one file per action. Joins the store to the facts that templates ask for;
//! the only face that the shells (command line, window) see. Errors are Vietnamese sentences.

mod add_sample;
mod app_state;
mod arrange_indicators;
mod assets;
mod back_up;
mod backups;
mod body_reading;
mod cell_entry;
mod check_year;
mod create_office;
mod draft_report;
mod draft_sample;
mod edit_indicator;
mod error;
mod figure_grid;
mod figure_panel;
mod figures;
mod function_help;
mod import_file;
mod indicator_form;
mod init;
mod insertions;
mod office;
mod office_form;
mod open;
mod open_year;
mod overview;
mod paste;
mod place_file;
mod plans;
mod profiles;
mod quick_find;
mod raw_reading;
mod read_body;
mod read_template;
mod reported_year;
mod restore;
mod sample_files;
mod save_office;
mod scope;
mod search_words;
mod self_test;
mod session;
mod set_cells;
mod snapshot;
mod undo;
mod verify;
mod year_data;
mod year_offer;

pub use app_state::{AppState, DatabaseState, OrganisationLine, StepLine, app_state};
pub use arrange_indicators::{move_indicator, remove_indicator};
pub(crate) use assets::{Assets, kind_slugs};
pub use back_up::{back_up, back_up_daily, back_up_now};
pub use backups::{BackupLine, backups, list_backups};
pub use body_reading::{
    BodyError, BodyReading, Chip, ChipKind, FindingSeverity, FindingView, Fold, FoldKind, GapView,
    Repair, Section, SectionState,
};
pub use check_year::{Checked, check_year};
pub use create_office::create_office;
pub use draft_report::{DraftRequest, Drafted, GapLine, Out, draft_report};
pub use draft_sample::{SampleRequest, draft_sample};
pub use edit_indicator::{add_indicator, edit_indicator};
pub use error::{AppError, ErrorKind};
pub use figure_grid::{
    Cell, CellState, Grid, GridColumn, GridField, GridRow, ValueKind, Verdict, figure_grid,
};
pub use figure_panel::{FigurePanel, FigureView, HistoryView, PlanView, SeriesPoint, figure_panel};
pub use figures::{
    FigureEntry, FigureLine, FigureQuery, HistoryLine, list_figures, set_figure, show_figure,
};
pub use function_help::{FunctionHelp, function_help};
pub use import_file::{Applied, Import, ImportRequest, apply_import, own_program, read_file};
pub use indicator_form::{Direction, IndicatorForm};
pub use init::{Initialised, init};
pub use insertions::{Insertion, InsertionGroup, insertions};
pub use office::OfficeChoice;
pub use office_form::{Level, OfficeForm, Signer, StyleForm};
pub use open::{App, default_database};
pub use open_year::{YearOpened, open_year};
pub use overview::{FailingTarget, MissingFigure, Overview, ScorecardView, overview};
pub use paste::{PasteCell, PasteReview, apply_paste, read_paste};
pub(crate) use place_file::{free_name, place_file};
pub use plans::{PlanEntry, PlanLine, list_plans, list_targets, set_plan, set_target};
pub use profiles::{ProfileLine, profiles};
pub use quick_find::{Hit, HitKind, quick_find};
pub use raw_reading::{RawReading, raw_reading};
pub use read_body::read_body;
pub use read_template::{TemplateForm, read_template};
pub use restore::{restore, restore_file};
pub use save_office::{office, save_office};
pub use scope::{Scope, Side};
pub use self_test::{self_test_check, self_test_write};
pub use session::{Changed, Session, open_own, open_sample};
pub use set_cells::{CellEdit, set_cells};
pub use tongket_figures::Period;
pub use tongket_figures::{Date, DateReading, read_date};
pub use tongket_intake::{READ_VERB, serve as serve_reader};
pub use tongket_model::FigureKind;
pub use tongket_report::{Finding, Place, Severity, WordOptions};
pub use tongket_store::{Clock, SelfTest, StepInfo, Verification};
pub use undo::{redo, undo};
pub use verify::{VerificationView, verify, verify_database};
pub use year_offer::{
    OfferedList, OfferedPlan, OfferedScorecard, YearChoice, YearOffer, open_chosen_year, year_offer,
};
