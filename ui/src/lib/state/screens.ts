// The screens, and what one may ask another to show when it leads there.
import type { Scope } from "$lib/api/bindings";

export const SCREENS = [
  "overview",
  "figures",
  "conclusions",
  "limitations",
  "drafts",
  "templates",
  "documents",
  "bodies",
  "imports",
  "search",
  "settings",
] as const;
export type Screen = (typeof SCREENS)[number];

/** A place within a screen; the screen scrolls there, chooses it and then forgets it. */
export type Target = {
  indicator?: string;
  /** Figures: show the indicator in detail, not only its row. */
  inDetail?: boolean;
  /** Figures: begin adding an indicator. */
  addIndicator?: boolean;
  draft?: number;
  /** Offset in the draft's body, UTF-16 code units. */
  from?: number;
  template?: string;
  /** Conclusions: the row to show. */
  conclusion?: number;
  /** Conclusions: the conference whose rows to show. */
  conference?: number;
  /** Conclusions: begin reading a text into rows. */
  reading?: boolean;
  /** Documents: the one to show. */
  document?: number;
  /** Limitations: the counted list, or the theme, to show. */
  list?: number;
  theme?: number;
  /** Search: what to look for. */
  query?: string;
  /** Overview: begin opening the next year. */
  openYear?: boolean;
  /** Settings: the part to show. */
  section?: "office" | "writing" | "data";
};

/** Every screen is mounted with these; `target` changes while it is mounted. */
export type ScreenProps = { scope: Scope; target: Target | null };
