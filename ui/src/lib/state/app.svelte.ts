// What the whole window shares: the state of the program, the office and year in view, the screen
// in view, and undo and redo. Screens read it and call `go`; only this file writes it.
import { untrack } from "svelte";
import type { AppState, Changed, Scope } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { wording } from "$lib/wording";
import { recall, remember, rememberFor } from "./remembered";
import { saving } from "./saving.svelte";
import { SCREENS, type Screen, type Target } from "./screens";
import { toast } from "./toast.svelte";

/** Milliseconds without typing after which the name of undo is asked for. */
const PAUSE = 500;

class App {
  state = $state.raw<AppState | null>(null);
  /** Why the state could not be read; null when it could. */
  error = $state<string | null>(null);
  scope = $state<Scope>({ office: null, year: new Date().getFullYear() });
  screen = $state<Screen>("overview");
  target = $state.raw<Target | null>(null);
  #n_takers = $state(0);
  /** Which database is open: what a screen holds of one is never shown with another. */
  database = $state("");
  #paused: ReturnType<typeof setTimeout> | undefined;

  get readOnly(): boolean {
    return this.state?.database.kind === "read-only";
  }

  /** What is in view takes files that are dropped on the window; otherwise they are imported. */
  get takesFiles(): boolean {
    return this.#n_takers > 0;
  }

  /** For as long as what is in view takes them: `$effect(() => app.takeFiles())`. */
  takeFiles(): () => void {
    untrack(() => this.#n_takers++);
    return () => this.#n_takers--;
  }

  async load(): Promise<void> {
    try {
      const state = await call(commands.appState());
      this.error = null;
      this.#enter(state);
      this.state = state;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  /** The program told of a change. Typing changes only what undo would take back: that can wait. */
  changed({ cause }: Changed): void {
    clearTimeout(this.#paused);
    if (cause === "draft-text") this.#paused = setTimeout(() => void this.load(), PAUSE);
    else void this.load();
  }

  go(screen: Screen, target: Target | null = null): void {
    this.screen = screen;
    this.target = target;
    remember("screen", screen);
  }

  chooseYear(year: number): void {
    this.scope = { ...this.scope, year };
    remember("year", year);
  }

  chooseOffice(office: string | null): void {
    this.scope = { ...this.scope, office };
    remember("office", office);
  }

  /** Takes back the newest step; with a number only that one, refused when another is the newest. */
  async undo(step: number | null = null): Promise<void> {
    const stepped = await this.#step(commands.undo(step));
    if (stepped) toast.tell(wording.frame.undone(stepped.name));
  }

  async redo(): Promise<void> {
    const stepped = await this.#step(commands.redo());
    if (stepped) toast.tell(wording.frame.redone(stepped.name));
  }

  async #step(step: ReturnType<typeof commands.undo>) {
    try {
      const stepped = await saving.track(call(step));
      await this.load();
      return stepped;
    } catch (thrown) {
      toast.tell(asCommandError(thrown).message);
      return null;
    }
  }

  // Undo or another program may take away the year in view.
  #keepYear({ years, newest_year: newest }: AppState): void {
    if (years.length > 0 && !years.includes(this.scope.year)) this.scope = { ...this.scope, year: newest };
  }

  // Another database was opened: go back to where the person left off in it.
  #enter(state: AppState): void {
    const database = `${state.is_sample ? "sample" : "own"}:${state.office?.slug ?? ""}`;
    this.#keepYear(state);
    if (database === this.database) return;
    this.database = database;
    rememberFor(database);
    const screen = recall<Screen>("screen", "overview");
    this.screen = SCREENS.includes(screen) ? screen : "overview";
    this.target = null;
    const office = recall<string | null>("office", null);
    const year = recall<number>("year", 0);
    this.scope = {
      office: state.offices.some((line) => line.slug === office) ? office : null,
      year: state.years.includes(year) ? year : state.newest_year,
    };
  }
}

export const app = new App();
