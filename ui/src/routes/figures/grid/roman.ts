// Ordinals of fields as reports number their parts: I, II, III, IV …
const STEPS: [number, string][] = [
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** 1 to 89; a year-end form has some twenty fields. */
export function roman(ordinal: number): string {
  let rest = ordinal;
  let text = "";
  for (const [value, letters] of STEPS) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
