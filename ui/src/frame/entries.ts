// What Ctrl+K offers besides what the program finds: the screens and the things one can do now.
import type { FoundLine, Hit, Piece, SearchAnswer } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { call } from "$lib/api/call";
import { fold } from "$lib/fold";
import { beyondTitle, goTo, placeOf } from "$lib/memory/found";
import { app } from "$lib/state/app.svelte";
import { primary } from "$lib/state/primary.svelte";
import { SCREENS, type Screen, type Target } from "$lib/state/screens";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";
import { keyOf } from "./shortcuts";

export type Entry = {
  id: string;
  group: keyof typeof wording.frame.paletteGroups;
  title: string;
  detail: string;
  /** The title in pieces, those that were asked for marked. */
  marked?: Piece[];
  /** Where the words stand in a text. */
  passage?: Piece[];
  /** May reject with a CommandError; the palette then says it in the bar below. */
  run: () => unknown;
};

const words = wording.frame;

export function ownEntries(showShortcuts: () => void): Entry[] {
  return [...screens(), ...actions(showShortcuts)];
}

/** Those whose words all occur in the title, accents and case aside. */
export function matching(entries: Entry[], query: string): Entry[] {
  const asked = fold(query).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const title = fold(entry.title);
    return asked.every((word) => title.includes(word));
  });
}

export function hitEntry(hit: Hit): Entry {
  const places: Record<Hit["kind"], [Screen, Target]> = {
    indicator: ["figures", { indicator: hit.id }],
    draft: ["drafts", { draft: Number(hit.id) }],
    template: ["templates", { template: hit.id }],
  };
  const [screen, target] = places[hit.kind];
  return {
    id: `${hit.kind}:${hit.id}`,
    group: hit.kind,
    title: hit.title,
    detail: hit.detail,
    run: () => app.go(screen, target),
  };
}

/** What was found in what the office keeps; last the way to all of it, when there is more. */
export function foundEntries(answer: SearchAnswer, query: string): Entry[] {
  const shown = yearInViewFirst(answer.hits.filter((hit) => placeOf(hit))).map(foundEntry);
  if (answer.n_hits <= answer.hits.length) return shown;
  const all: Entry = {
    id: "search:all",
    group: "screen",
    title: wording.search.all(answer.n_hits, query),
    detail: "",
    run: () => app.go("search", { query }),
  };
  return [...shown, all];
}

const VALUES: FoundLine["kind"][] = ["figure", "plan", "target"];

/** Of the values of one indicator that of the year in view; all else where the search ranks it. */
function yearInViewFirst(hits: FoundLine[]): FoundLine[] {
  const isValue = ({ kind }: FoundLine) => VALUES.includes(kind);
  const isHere = ({ year }: FoundLine) => Number(year === app.scope.year);
  const values = hits.filter(isValue).sort((one, other) => isHere(other) - isHere(one));
  return hits.map((hit) => (isValue(hit) ? (values.shift() ?? hit) : hit));
}

function foundEntry(hit: FoundLine): Entry {
  return {
    id: `found:${hit.kind}:${hit.id}`,
    group: hit.kind,
    title: hit.title,
    marked: hit.title_pieces,
    passage: beyondTitle(hit),
    detail: [hit.year, hit.field].filter(Boolean).join(" · "),
    run: () => goTo(hit),
  };
}

function screens(): Entry[] {
  return SCREENS.map((screen) => ({
    id: `screen:${screen}`,
    group: "screen",
    title: words.screens[screen],
    detail: keyOf(screen),
    run: () => app.go(screen),
  }));
}

function actions(showShortcuts: () => void): Entry[] {
  const entry = (id: string, title: string, detail: string, run: () => unknown): Entry => ({
    id: `action:${id}`,
    group: "action",
    title,
    detail,
    run,
  });
  const found: Entry[] = [];
  const { state } = app;
  const offered = primary.action;
  if (offered && !offered.disabled) found.push(entry("primary", offered.label, "", offered.run));
  if (state?.undo) found.push(entry("undo", words.undoStep(state.undo.name), "Ctrl Z", () => app.undo()));
  if (state?.redo) found.push(entry("redo", words.redoStep(state.redo.name), "Ctrl Y", () => app.redo()));
  if (!app.readOnly) {
    const year = (state?.newest_year ?? app.scope.year) + 1;
    const openYear = () => app.go("overview", { openYear: true });
    const readNotice = () => app.go("conclusions", { reading: true });
    found.push(
      entry("open-year", words.actions.openYear(year), "", openYear),
      entry("read-notice", words.actions.readNotice, "", readNotice),
    );
  }
  found.push(
    entry("back-up", words.actions.backUp, "", backUp),
    entry("shortcuts", words.actions.shortcuts, "F1", showShortcuts),
    state?.is_sample
      ? entry("own", words.actions.ownData, "", () => change(commands.openOwn()))
      : entry("sample", words.actions.sampleData, "", () => change(commands.openSample())),
  );
  return found;
}

async function backUp(): Promise<void> {
  await change(commands.backUp());
  toast.tell(words.backedUp);
}

async function change(command: Promise<unknown>): Promise<void> {
  await call(command);
  await app.load();
}
