// The name of a copy: that of its original as the office's own, counted up while it is taken.
import { fold } from "$lib/fold";
import { wording } from "$lib/wording";

export function copyName(original: string, taken: string[]): string {
  const known = new Set(taken.map(fold));
  const name = original.replace(wording.templates.copyMark, "");
  for (let n = 1; ; n += 1) {
    const tried = wording.templates.copyName(name, n);
    if (!known.has(fold(tried))) return tried;
  }
}
