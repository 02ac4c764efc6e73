// The colour of what becomes of a line.
import type { LineKind } from "$lib/api/bindings";
import type { Tone } from "$lib/components/tone";

const TONES: Record<LineKind, Tone> = {
  ask: "amber",
  differs: "red",
  far: "amber",
  new: "blue",
  converted: "amber",
  matched: "green",
  replaced: "blue",
  kept: "grey",
  same: "grey",
  checked: "grey",
  skipped: "grey",
};

export const toneOf = (kind: LineKind): Tone => TONES[kind];
