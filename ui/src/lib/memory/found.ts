// Where what was found is shown.
import type { FoundLine, Piece } from "$lib/api/bindings";
import { app } from "$lib/state/app.svelte";
import type { Screen, Target } from "$lib/state/screens";

/** Null for a value whose indicator is gone. */
export function placeOf(hit: FoundLine): [Screen, Target] | null {
  switch (hit.kind) {
    case "document":
      return ["documents", { document: hit.id }];
    case "conclusion":
      return ["conclusions", { conclusion: hit.id }];
    case "conference":
      return ["conclusions", { conference: hit.id }];
    case "draft":
      return ["drafts", { draft: hit.id }];
    case "indicator":
    case "figure":
    case "plan":
    case "target":
      return hit.indicator ? ["figures", { indicator: hit.indicator }] : null;
    case "list":
      return ["limitations", { list: hit.id }];
    case "theme":
      return ["limitations", { theme: hit.id }];
  }
}

/** Where the words stand in its text, when its title does not say that already. */
export function beyondTitle({ title, passage }: FoundLine): Piece[] {
  const text = passage.map((piece) => piece.text).join("");
  const at = text.indexOf(title);
  if (at < 0) return passage;
  let place = 0;
  const hasMore = passage.some((piece) => {
    const from = place;
    place += piece.text.length;
    return piece.marked && (from < at || place > at + title.length);
  });
  return hasMore ? passage : [];
}

/** Goes there, to the office whose it is; a figure is shown in the grid of its year. */
export function goTo(hit: FoundLine): void {
  const place = placeOf(hit);
  if (!place) return;
  const own = app.scope.office ?? app.state?.office?.slug;
  const isAnothers = hit.office !== own && app.state?.offices.some(({ slug }) => slug === hit.office);
  if (isAnothers) app.chooseOffice(hit.office);
  const [screen, target] = place;
  const isOfYear = screen === "figures" && hit.year !== null;
  if (isOfYear && app.state?.years.includes(hit.year ?? 0)) app.chooseYear(hit.year ?? 0);
  app.go(screen, target);
}
