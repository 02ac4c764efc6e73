//! What a user can do, one file per action. Joins the store to the facts that templates ask for;
//! the only face that the shells (command line, window) see. Errors are Vietnamese sentences.

mod add_sample;
mod app_state;
mod arrange_indicators;
mod asked_units;
mod assets;
mod back_up;
mod backups;
mod body_reading;
mod cell_entry;
mod check_year;
mod collections;
mod commitments;
mod compare_versions;
mod comparison;
mod copy_template;
mod create_office;
mod data_place;
mod draft_offer;
mod draft_report;
mod draft_sample;
mod draft_view;
mod drafts;
mod edit_indicator;
mod encoding_view;
mod error;
mod export_draft;
mod export_folder;
mod export_tables;
mod extract_prose;
mod figure_grid;
mod figure_panel;
mod figure_uses;
mod figures;
mod file_name;
mod freeze_version;
mod frozen;
mod function_help;
mod import_answers;
mod import_file;
mod indicator_form;
mod init;
mod insertions;
mod kinds;
mod known_drafts;
mod known_indicators;
mod memory;
mod new_draft;
mod office;
mod office_form;
mod open;
mod open_import;
mod open_year;
mod overview;
mod paste;
mod place_file;
mod plain;
mod plans;
mod preview_draft;
mod preview_template;
mod profiles;
mod quick_find;
mod raw_reading;
mod read_body;
mod read_draft;
mod read_prose;
mod read_template;
mod reading;
mod remove_draft;
mod remove_template;
mod reported_year;
mod reporters;
mod restore;
mod save_draft;
mod save_draft_settings;
mod save_office;
mod save_template;
mod scope;
mod search;
mod search_words;
mod self_test;
mod session;
mod set_cells;
mod snapshot;
mod stored_draft;
mod template_difference;
mod templates;
mod undo;
mod verify;
mod workbook;
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
pub use collections::{
    CollectionForm, CollectionLine, QuestionForm, ReturnedForm, ReturnedForms, add_collection,
    apply_returned_forms, collections, read_returned_forms, remove_collection, write_answer_forms,
};
pub use commitments::{CommitmentLine, commitments};
pub use compare_versions::{
    Comparison, FigureChange, TextChange, TextChangeKind, compare_versions,
};
pub use copy_template::copy_template;
pub use create_office::{create_office, init_office};
pub use data_place::{DataPlace, data_place};
pub use draft_offer::{DraftOffer, draft_offer};
pub use draft_report::{DraftRequest, Drafted, GapLine, Out, draft_report};
pub use draft_sample::{SampleRequest, draft_sample};
pub use draft_view::{DraftSettings, DraftView, VersionLine, draft};
pub use drafts::{DraftLine, drafts};
pub use edit_indicator::{add_indicator, edit_indicator};
pub use encoding_view::{EncodingView, OtherReading};
pub use error::{AppError, ErrorKind, Remedy};
pub use export_draft::{ExportedDraft, Progress, Watch, export_draft};
pub use export_folder::{export_folder, set_export_folder};
pub use export_tables::{TablesRequest, export_tables};
pub use extract_prose::{Extracted, ProseSource, extract_prose};
pub use figure_grid::{
    Cell, CellState, Grid, GridColumn, GridField, GridRow, ValueKind, Verdict, figure_grid,
};
pub use figure_panel::{FigurePanel, FigureView, HistoryView, PlanView, SeriesPoint, figure_panel};
pub use figure_uses::FigureUse;
pub use figures::{
    FigureEntry, FigureLine, FigureQuery, HistoryLine, list_figures, set_figure, show_figure,
};
pub use freeze_version::{Unfrozen, freeze_version, unfrozen_version};
pub use function_help::{FunctionHelp, function_help};
pub use import_answers::{ImportAnswers, ImportQuestion, MissingAnswer};
pub use import_file::{
    Applied, Import, ImportKnowledge, ImportRequest, apply_import, own_program, read_file,
};
pub use indicator_form::{Direction, IndicatorForm};
pub use init::{Initialised, init};
pub use insertions::{Insertion, InsertionGroup, insertions};
pub use kinds::{KindLine, kinds};
pub use memory::{
    Answer, AssigneeForm, BodyForm, BodyKind, BodyLine, CauseKind, ConclusionForm, ConclusionKind,
    ConclusionLine, ConclusionQuery, ConclusionReading, ConferenceFactForm, ConferenceForm,
    ConferenceLine, ConfirmedRow, DocumentForm, DocumentLine, DocumentQuery, DocumentState, Due,
    EventForm, EventKind, ListForm, ListLine, MentionForm, OpinionForm, ProgressForm, ReadCitation,
    ReadNote, ReadParagraph, ReadRow, ReadSource, RelationForm, RelationKind, ResultForm,
    ResultLine, Role, TaskFilter, TaskProgress, ThemeForm, ThemeLine, ThemePartForm, UnitMeant,
    UnitsMeant, bodies, conclusion, conclusions, conference, conferences, confirm_conference,
    document, document_numbered, documents, item_lists, read_conclusions, record_progress,
    remove_body, remove_conclusion, remove_conference, remove_document, remove_item_list,
    remove_theme, save_body, save_conclusion, save_conclusions, save_conference, save_document,
    save_item_list, save_theme, set_conference_aliases, set_threshold, themes, units_meant,
};
pub use new_draft::{DraftSource, new_draft};
pub use office::OfficeChoice;
pub use office_form::{Level, OfficeForm, Signer, StyleForm};
pub use open::{App, default_database};
pub use open_import::{
    ImportCell, ImportColumn, ImportCounts, ImportEdit, ImportFilter, ImportLine, ImportLines,
    ImportReading, ImportSection, ImportView, KindCount, LineBadge, LineKind, LineQuestion,
    OpenImport, Opening, QuestionOption, SavedImportLine, SourceCell, SourceRow, SourceSheet,
    discard_import, put_aside, saved_imports,
};
pub use open_year::{LastLimitation, YearOpened, open_year};
pub use overview::{FailingTarget, MissingFigure, Overview, ScorecardView, overview};
pub use paste::{PasteCell, PasteReview, apply_paste, read_paste};
pub(crate) use place_file::{Slot, place_file};
pub use plans::{PlanEntry, PlanLine, list_plans, list_targets, set_plan, set_target};
pub use preview_draft::preview_draft;
pub use preview_template::preview_template;
pub use profiles::{ProfileLine, profiles};
pub use quick_find::{Hit, HitKind, quick_find};
pub use raw_reading::{RawReading, raw_reading};
pub use read_body::read_body;
pub use read_draft::read_draft;
pub use read_prose::read_prose;
pub use read_template::{TemplateForm, read_template};
pub use reading::Reading;
pub use remove_draft::remove_draft;
pub use remove_template::remove_template;
pub use reporters::{
    ReporterForm, ReporterLine, add_reporters, edit_reporter, remove_reporter, reporters,
};
pub use restore::{restore, restore_file};
pub use save_draft::save_draft;
pub use save_draft_settings::save_draft_settings;
pub use save_office::{office, save_office};
pub use save_template::save_template;
pub use scope::{Scope, Side};
pub use search::{FoundKind, FoundLine, Piece, SearchAnswer, SearchRequest, search};
pub use self_test::{self_test_check, self_test_write};
pub use session::{Changed, ChangedBy, Session, open_own, open_sample};
pub use set_cells::{CellEdit, set_cells};
pub use template_difference::template_difference;
pub use templates::{TemplateLine, TemplateView, template, templates};
pub use tongket_figures::Period;
pub use tongket_figures::{Date, DateReading, read_date};
pub use tongket_intake::{
    Encoding, Notice, OtherEncoding, ProseFigure, READ_VERB, ReadOptions, Recognised,
    serve as serve_reader,
};
pub use tongket_model::FigureKind;
pub use tongket_report::{Finding, Place, Severity, WordOptions};
pub use tongket_store::{Clock, SelfTest, StepInfo, Verification};
pub use undo::{redo, undo, undo_step};
pub use verify::{VerificationView, verify, verify_database};
pub use year_offer::{
    OfferedLimitation, OfferedList, OfferedPlan, OfferedScorecard, YearChoice, YearOffer,
    open_chosen_year, year_offer,
};
