// The commands of the window and their types. Replaced by the file generated from Rust.
import { invoke } from "@tauri-apps/api/core";

export type ErrorKind = "usage" | "refused" | "output-exists";
export type AppErrorView = { kind: ErrorKind; message: string };

export type Scope = { office: string | null; year: number };

// ---- start, office, state -------------------------------------------------------------------
export type DatabaseState =
  | { kind: "none" }                        // first start: no file yet, or no office in it
  | { kind: "ready" }
  | { kind: "read-only"; message: string }  // may look, not write
  | { kind: "newer"; message: string }      // made by a newer version
  | { kind: "unusable"; message: string };  // not a database, damaged
export type StepLine = { name: string; time: string };
export type OrganisationLine = { slug: string; name: string; short_name: string; is_office: boolean };
export type AppState = {
  database: DatabaseState;
  is_sample: boolean;               // the sample database is open, not the person's own
  office: OrganisationLine | null;  // our office
  offices: OrganisationLine[];      // those that have data or issue reports
  years: number[];                  // newest first
  undo: StepLine | null;
  redo: StepLine | null;
  last_backup: string | null;       // ISO time
  version: string;
};
export type ProfileLine = { slug: string; name: string; side: Side };
export type Side = "party" | "state";
export type Level = "central" | "province" | "district" | "commune" | "unit";
export type Signer = { authority: string; position: string; name: string };   // "T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH", ""
export type StyleForm = {
  old_tone_placement: boolean;      // ủy, hòa (true) or uỷ, hoà
  two_digit_counts: boolean;        // 02 nhiệm vụ
  counts_in_words: boolean;
  decimals: number | null;
  date_separator: string;           // "/", "." or "-"
};
export type OfficeForm = {
  name: string; short_name: string; superior_line: string; issuer_line: string;
  level: Level; side: Side; place: string; symbol: string; profile: string;
  signers: Signer[]; recipients: string[]; style: StyleForm;
};
// ---- undo -----------------------------------------------------------------------------------
export type Stepped = { name: string };

// ---- overview -------------------------------------------------------------------------------
export type MissingFigure = { indicator: string; name: string; supplier: string; due: string; overdue: boolean };
export type FailingTarget = { indicator: string; name: string; result: string; plan: string };
export type ScorecardView = {
  name: string; total: number; exceeded: number; met: number; not_met: number; pending: number;
  failing: FailingTarget[];
};
export type Overview = {
  n_expected: number; n_in: number; n_estimates: number;
  missing: MissingFigure[];
  scorecard: ScorecardView | null;
  drafts: DraftLine[];
  findings: FindingView[];
  last_backup: string | null;
  next_year: number;                // the year that "Mở năm mới" would open
  next_year_open: boolean;          // it has plans already
};
// What opening a year would write; the person may leave parts out.
export type YearOffer = {
  year: number;
  plans: { indicator: string; name: string; text: string; already: boolean }[];
  same_period_figures: number;
  lists: { slug: string; name: string; becomes: string; items: string[] }[];
  scorecards: { slug: string; name: string }[];
};
export type YearChoice = { plans: string[]; lists: string[]; scorecards: string[] };

// ---- figures grid ---------------------------------------------------------------------------
export type CellState = "confirmed" | "draft" | "assumed";
export type Cell = {
  text: string;                     // as shown in the column, without the unit: "1.172,5", "trên 120", "7/8"
  value: string | null;             // plain decimal for sorting and charts
  kind: "actual" | "estimate" | null;
  state: CellState | null;
  problem: string | null;           // a doubt worth showing beside the cell
};
export type ColumnKey = string;     // "last_year" "plan" "plan:tỉnh giao" "result" "percent_plan" "percent_plan:tỉnh giao" "percent_last" "next_target" "verdict" "note"
export type GridColumn = { key: ColumnKey; title: string; editable: boolean; numeric: boolean };
export type Verdict = "exceeded" | "met" | "not-met" | "pending" | "missing";
export type GridRow = {
  indicator: string; name: string; unit: string; field: string;
  number: string;                   // TT within the field: "1", "2", "2.1"
  depth: number;                    // 1 for "Trong đó" rows
  supplier: string; due: string;
  verdict: Verdict | null;
  cells: Record<ColumnKey, Cell>;   // missing key = empty cell
};
export type Grid = { year: number; columns: GridColumn[]; fields: { slug: string; name: string }[]; rows: GridRow[] };
export type CellEdit = { indicator: string; column: ColumnKey; text: string };   // "" empties the cell
export type PasteCell = { indicator: string; name: string; column: ColumnKey; before: string; raw: string; after: string; problem: string | null };
export type PasteReview = { cells: PasteCell[]; skipped: string[] };              // skipped: sentences
export type FigureView = {
  period: string; kind: "actual" | "estimate"; printed: string; raw: string; state: CellState; origin: string;
};
export type HistoryView = { time: string; step: string; before: string; after: string };
export type SeriesPoint = { year: number; value: string; printed: string; kind: "actual" | "estimate"; plan: string | null };
export type FigureUse = { draft: number; title: string; count: number; from: number };
export type IndicatorForm = {
  name: string; short_name: string; unit: string; field: string; aliases: string[];
  direction: "higher-is-better" | "lower-is-better"; decimals: number | null;
  part_of: string | null; supplier: string; due: string;
};
export type FigurePanel = {
  indicator: string; form: IndicatorForm;
  figures: FigureView[];            // of the year in scope, newest kind first
  plans: { assigner: string; printed: string; origin: string; percent: string }[];
  target_next: string | null;
  history: HistoryView[];           // newest first
  series: SeriesPoint[];            // oldest first
  used_in: FigureUse[];
};

// ---- drafts ---------------------------------------------------------------------------------
export type KindLine = { id: string; name: string; side: Side; built_in: boolean }; // id: "tong-ket-xay-dung-dang" or "own:3"
export type DraftLine = {
  id: number; title: string; kind: string; kind_name: string; year: number; office: string;
  changed: string;                  // ISO time
  latest_version: number;           // 0 when none is frozen
  gaps: number; findings: number; figures: number;
};
export type DraftOffer = {
  title: string; last_year: DraftLine | null;
  carried: string[];                // sentences: what comes over from last year
  missing: number;                  // figures of this year not in yet
};
export type DraftSource = { kind: "template" } | { kind: "draft"; id: number };
export type ChipKind = "figure" | "citation" | "words" | "gap" | "table";
export type Chip = {
  from: number; to: number;         // of the whole `{{ … }}`
  kind: ChipKind; text: string;     // as printed; for a table its caption-like name
  expression: string; indicator: string | null;
  subject: string;                  // for people: "Tổng thu NSNN 2023"
  origin: string; assumed: boolean; hint: string;
};
export type FoldKind = "loop" | "condition" | "setting" | "comment" | "macro";
export type Fold = { from: number; to: number; kind: FoldKind; label: string; result: string };
export type SectionState = "good" | "gaps" | "findings";
export type Section = { level: number; number: string; title: string; from: number; to: number; gaps: number; findings: number; state: SectionState };
export type Repair = { label: string; from: number; to: number; insert: string };
export type FindingView = {
  code: string; severity: "error" | "warning" | "note"; message: string; hint: string;
  values: string[]; heading: string;
  from: number | null; to: number | null;   // in the body, when it has a place there
  indicator: string | null;                 // where the data can be mended
  repair: Repair | null;
};
export type GapView = { kind: string; text: string; subject: string; hint: string; heading: string; from: number; to: number; indicator: string | null };
export type BodyError = { message: string; line: number; column: number; from: number; to: number };
// What a body says on the data of the office; of drafts and of templates.
export type BodyReading = {
  error: BodyError | null;          // then the rest is empty
  chips: Chip[]; folds: Fold[]; outline: Section[]; gaps: GapView[]; findings: FindingView[];
  figures: number; table_figures: number;
};
export type DraftSettings = { title: string; profile: string; number: string; date: string; toc: boolean };
export type VersionLine = { number: number; name: string; time: string; note: string; figures: number };
export type DraftView = {
  id: number; kind: string; kind_name: string; year: number; office: string;
  settings: DraftSettings; body: string; revision: number;
  reading: BodyReading; versions: VersionLine[];
  template_changed: boolean;        // the template it was made from reads differently now
};
export type Saved = { revision: number; reading: BodyReading };
// null = the draft as it stands now.
export type FigureChange = { subject: string; expression: string; before: string; after: string; heading: string };
export type TextChange = { kind: "added" | "removed" | "changed"; heading: string; before: string; after: string };
export type Comparison = { from: string; to: string; figures: FigureChange[]; texts: TextChange[] };
// One thing that can be inserted into a text by picking it.
export type Insertion = { group: "figure" | "table" | "list" | "document"; label: string; detail: string; value: string; insert: string };
export type Progress = { done: number; total: number; what: string };
export type Exported = { token: string; file: string; folder: string; figures: number; gaps: number; findings: number };

// ---- templates ------------------------------------------------------------------------------
export type TemplateLine = { id: string; name: string; built_in: boolean; side: Side; changed: string | null };
export type TemplateView = { id: string; name: string; built_in: boolean; side: Side; profile: string; type_name: string; symbol: string; subject: string; body: string; reading: BodyReading };
export type TemplateForm = { name: string; subject: string; body: string };
export type FunctionHelp = { name: string; signature: string; says: string; example: string };

// ---- settings -------------------------------------------------------------------------------
export type BackupLine = { token: string; time: string; bytes: number; reason: string };
export type DataPlace = { path: string; bytes: number; backup_folder: string; export_folder: string };
export type Verification = { sound: boolean; problems: string[]; checked: string };

// ---- search ---------------------------------------------------------------------------------
export type Hit = { kind: "indicator" | "draft" | "template"; id: string; title: string; detail: string };

// Events: "changed" { nouns: string[] } after every step, undo, redo, and after a change by another
// program (then all nouns); "opened" {} when a second start brings this window to the front.
export type Changed = { nouns: string[] };

export const commands = {
  appState: () => invoke<AppState>("app_state"),
  createOffice: (form: OfficeForm) => invoke<null>("create_office", { form }),
  openSample: () => invoke<null>("open_sample"),
  openOwn: () => invoke<null>("open_own"),
  profiles: () => invoke<ProfileLine[]>("profiles"),
  office: (office: string | null) => invoke<OfficeForm>("office", { office }),
  saveOffice: (office: string | null, form: OfficeForm) => invoke<null>("save_office", { office, form }),
  undo: () => invoke<Stepped | null>("undo"),
  redo: () => invoke<Stepped | null>("redo"),
  overview: (scope: Scope) => invoke<Overview>("overview", { scope }),
  yearOffer: (office: string | null, year: number) => invoke<YearOffer>("year_offer", { office, year }),
  openYear: (office: string | null, year: number, choice: YearChoice) => invoke<null>("open_year", { office, year, choice }),
  figureGrid: (scope: Scope) => invoke<Grid>("figure_grid", { scope }),
  setCells: (scope: Scope, edits: CellEdit[], step: string) => invoke<GridRow[]>("set_cells", { scope, edits, step }),
  readPaste: (scope: Scope, anchor: CellEdit, columns: ColumnKey[], rows: string[]) => invoke<PasteReview>("read_paste", { scope, anchor, columns, rows }),
  applyPaste: (scope: Scope, cells: PasteCell[]) => invoke<GridRow[]>("apply_paste", { scope, cells }),
  figurePanel: (scope: Scope, indicator: string) => invoke<FigurePanel>("figure_panel", { scope, indicator }),
  addIndicator: (office: string | null, form: IndicatorForm) => invoke<string>("add_indicator", { office, form }),
  editIndicator: (office: string | null, indicator: string, form: IndicatorForm) => invoke<null>("edit_indicator", { office, indicator, form }),
  removeIndicator: (office: string | null, indicator: string) => invoke<null>("remove_indicator", { office, indicator }),
  moveIndicator: (office: string | null, indicator: string, after: string | null) => invoke<null>("move_indicator", { office, indicator, after }),
  kinds: () => invoke<KindLine[]>("kinds"),
  drafts: (scope: Scope) => invoke<DraftLine[]>("drafts", { scope }),
  draftOffer: (scope: Scope, kind: string) => invoke<DraftOffer>("draft_offer", { scope, kind }),
  newDraft: (scope: Scope, kind: string, source: DraftSource, title: string) => invoke<number>("new_draft", { scope, kind, source, title }),
  draft: (id: number) => invoke<DraftView>("draft", { id }),
  saveDraft: (id: number, revision: number, body: string) => invoke<Saved>("save_draft", { id, revision, body }),
  saveDraftSettings: (id: number, settings: DraftSettings) => invoke<DraftView>("save_draft_settings", { id, settings }),
  removeDraft: (id: number) => invoke<null>("remove_draft", { id }),
  previewDraft: (id: number) => invoke<string>("preview_draft", { id }),
  freezeVersion: (id: number, note: string) => invoke<VersionLine>("freeze_version", { id, note }),
  compareVersions: (id: number, from: number | null, to: number | null) => invoke<Comparison>("compare_versions", { id, from, to }),
  templateDifference: (id: number) => invoke<Comparison>("template_difference", { id }),
  insertions: (scope: Scope, query: string) => invoke<Insertion[]>("insertions", { scope, query }),
  exportDraft: (id: number, version: number | null, ask: boolean, job: string) => invoke<Exported | null>("export_draft", { id, version, ask, job }),
  cancelJob: (job: string) => invoke<null>("cancel_job", { job }),
  openExported: (token: string) => invoke<null>("open_exported", { token }),
  revealExported: (token: string) => invoke<null>("reveal_exported", { token }),
  templates: () => invoke<TemplateLine[]>("templates"),
  template: (id: string, scope: Scope) => invoke<TemplateView>("template", { id, scope }),
  copyTemplate: (id: string, name: string) => invoke<string>("copy_template", { id, name }),
  readTemplate: (id: string, form: TemplateForm, scope: Scope) => invoke<BodyReading>("read_template", { id, form, scope }),
  previewTemplate: (id: string, form: TemplateForm, scope: Scope) => invoke<string>("preview_template", { id, form, scope }),
  saveTemplate: (id: string, form: TemplateForm) => invoke<null>("save_template", { id, form }),
  removeTemplate: (id: string) => invoke<null>("remove_template", { id }),
  functionHelp: () => invoke<FunctionHelp[]>("function_help"),
  dataPlace: () => invoke<DataPlace>("data_place"),
  backups: () => invoke<BackupLine[]>("backups"),
  backUp: () => invoke<BackupLine>("back_up"),
  restore: (token: string) => invoke<null>("restore", { token }),
  verifyDatabase: () => invoke<Verification>("verify_database"),
  chooseExportFolder: () => invoke<string | null>("choose_export_folder"),
  openFolder: (which: "data" | "backups" | "exports") => invoke<null>("open_folder", { which }),
  quickFind: (scope: Scope, query: string) => invoke<Hit[]>("quick_find", { scope, query }),
};
