import { expect, it } from "vitest";
import { written } from "./chart";

it.each([
  ["98500", "98.500"],
  ["1172.5", "1.172,5"],
  ["-1234567", "-1.234.567"],
  ["999", "999"],
  ["0.21", "0,21"],
  ["", ""],
])("writes %s as %s", (decimal, expected) => {
  expect(written(decimal)).toBe(expected);
});
