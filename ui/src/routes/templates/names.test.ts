import { expect, it } from "vitest";

import { copyName } from "./names";

it.each([
  ["the first copy", "Tổng kết", [], "Tổng kết (bản của cơ quan)"],
  ["the second", "Tổng kết", ["Tổng kết (bản của cơ quan)"], "Tổng kết (bản của cơ quan 2)"],
  ["case does not matter", "Tổng kết", ["TỔNG KẾT (bản của cơ quan)"], "Tổng kết (bản của cơ quan 2)"],
  ["a copy of a copy", "Tổng kết (bản của cơ quan 2)", ["Tổng kết (bản của cơ quan)"], "Tổng kết (bản của cơ quan 2)"],
])("%s", (_, original, taken, expected) => {
  expect(copyName(original, taken)).toBe(expected);
});
