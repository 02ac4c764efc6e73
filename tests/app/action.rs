//! What the window can ask for, by the names and arguments of its commands.

use std::path::PathBuf;

use serde::Deserialize;
use tongket_app::{
    BodyForm, CellEdit, ConclusionForm, ConclusionQuery, ConferenceForm, ConfirmedRow,
    DocumentForm, DocumentQuery, DraftSettings, DraftSource, ImportEdit, ImportFilter,
    ImportReading, IndicatorForm, ListForm, OfficeForm, PasteCell, ProgressForm, ReadSource,
    ReporterForm, Scope, SearchRequest, TemplateForm, ThemeForm, YearChoice,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "do", rename_all = "camelCase")]
pub enum Action {
    AppState,
    CreateOffice {
        form: OfficeForm,
    },
    OpenSample,
    OpenOwn,
    Profiles,
    Office {
        office: Option<String>,
    },
    SaveOffice {
        office: Option<String>,
        form: OfficeForm,
    },
    Undo {
        /// Only this one.
        step: Option<i64>,
    },
    Redo,
    Overview {
        scope: Scope,
    },
    YearOffer {
        office: Option<String>,
        year: i32,
    },
    OpenYear {
        office: Option<String>,
        year: i32,
        choice: YearChoice,
    },
    FigureGrid {
        scope: Scope,
    },
    SetCells {
        scope: Scope,
        edits: Vec<CellEdit>,
        step: String,
    },
    ReadPaste {
        scope: Scope,
        anchor: CellEdit,
        columns: Vec<String>,
        rows: Vec<String>,
    },
    ApplyPaste {
        scope: Scope,
        cells: Vec<PasteCell>,
    },
    FigurePanel {
        scope: Scope,
        indicator: String,
    },
    AddIndicator {
        office: Option<String>,
        form: IndicatorForm,
    },
    EditIndicator {
        office: Option<String>,
        indicator: String,
        form: IndicatorForm,
    },
    RemoveIndicator {
        office: Option<String>,
        indicator: String,
    },
    MoveIndicator {
        office: Option<String>,
        indicator: String,
        after: Option<String>,
    },
    Backups,
    BackUp,
    BackUpDaily,
    Restore {
        token: String,
    },
    VerifyDatabase,
    DataPlace,
    Kinds,
    Drafts {
        scope: Scope,
    },
    DraftOffer {
        scope: Scope,
        kind: String,
    },
    NewDraft {
        scope: Scope,
        kind: String,
        source: DraftSource,
        title: String,
    },
    Draft {
        id: u32,
    },
    SaveDraft {
        id: u32,
        /// That of the stored body when there is none.
        revision: Option<u32>,
        body: String,
        /// Steps that the text stands in the place of, as numbers.
        #[serde(default)]
        instead_of: Vec<i64>,
    },
    ReadDraft {
        id: u32,
        body: String,
    },
    SaveDraftSettings {
        id: u32,
        settings: DraftSettings,
    },
    RemoveDraft {
        id: u32,
    },
    PreviewDraft {
        id: u32,
    },
    FreezeVersion {
        id: u32,
        note: String,
    },
    CompareVersions {
        id: u32,
        from: Option<u32>,
        to: Option<u32>,
    },
    TemplateDifference {
        id: u32,
    },
    Templates,
    Template {
        id: String,
        scope: Scope,
    },
    CopyTemplate {
        id: String,
        name: String,
    },
    PreviewTemplate {
        id: String,
        form: TemplateForm,
        scope: Scope,
    },
    SaveTemplate {
        id: String,
        form: TemplateForm,
        #[serde(default)]
        instead_of: Vec<i64>,
    },
    RemoveTemplate {
        id: String,
    },
    ExportFolder,
    SetExportFolder {
        folder: PathBuf,
    },
    QuickFind {
        scope: Scope,
        query: String,
    },
    /// Reads a file of the case's folder and keeps it open.
    Import {
        scope: Scope,
        file: String,
        #[serde(default)]
        reading: ImportReading,
    },
    RefreshImport {
        scope: Scope,
    },
    ImportLines {
        #[serde(default)]
        filter: ImportFilter,
        from: u32,
        count: u32,
    },
    ImportSource {
        sheet: Option<u32>,
        from: u32,
        count: u32,
    },
    ImportQuestions {
        line: u32,
    },
    /// Picks an option of a question, as a click does.
    Answer {
        line: u32,
        question: usize,
        option: usize,
    },
    EditImport {
        edits: Vec<ImportEdit>,
    },
    ApplyImport,
    PutImportAside,
    SavedImports {
        scope: Scope,
    },
    ReopenImport {
        scope: Scope,
        id: u32,
    },
    DiscardImport {
        scope: Scope,
        id: u32,
    },
    Search {
        office: Option<String>,
        request: SearchRequest,
    },
    Bodies {
        office: Option<String>,
    },
    SaveBody {
        office: Option<String>,
        id: Option<u32>,
        form: BodyForm,
    },
    RemoveBody {
        office: Option<String>,
        id: u32,
    },
    Conferences {
        office: Option<String>,
    },
    Conference {
        office: Option<String>,
        id: u32,
    },
    SaveConference {
        office: Option<String>,
        id: Option<u32>,
        form: ConferenceForm,
    },
    RemoveConference {
        office: Option<String>,
        id: u32,
    },
    Documents {
        office: Option<String>,
        #[serde(default)]
        query: DocumentQuery,
    },
    Document {
        office: Option<String>,
        id: u32,
    },
    SaveDocument {
        office: Option<String>,
        id: Option<u32>,
        form: DocumentForm,
    },
    RemoveDocument {
        office: Option<String>,
        id: u32,
    },
    Conclusions {
        office: Option<String>,
        #[serde(default)]
        query: ConclusionQuery,
    },
    Conclusion {
        office: Option<String>,
        id: u32,
    },
    SaveConclusion {
        office: Option<String>,
        id: Option<u32>,
        form: ConclusionForm,
    },
    RecordProgress {
        office: Option<String>,
        id: u32,
        form: ProgressForm,
    },
    RemoveConclusion {
        office: Option<String>,
        id: u32,
    },
    SaveConclusions {
        office: Option<String>,
        source: ReadSource,
        rows: Vec<ConfirmedRow>,
    },
    Reporters {
        office: Option<String>,
    },
    AddReporters {
        office: Option<String>,
        group: String,
        names: Vec<String>,
    },
    EditReporter {
        office: Option<String>,
        slug: String,
        form: ReporterForm,
    },
    ItemLists {
        office: Option<String>,
    },
    SaveItemList {
        office: Option<String>,
        id: Option<u32>,
        form: ListForm,
    },
    RemoveItemList {
        office: Option<String>,
        id: u32,
    },
    Themes {
        office: Option<String>,
    },
    SaveTheme {
        office: Option<String>,
        id: Option<u32>,
        form: ThemeForm,
    },
    RemoveTheme {
        office: Option<String>,
        id: u32,
    },
    /// What the window is told to load anew.
    Changed,
}
