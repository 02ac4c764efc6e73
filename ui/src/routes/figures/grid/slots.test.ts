import { expect, it } from "vitest";
import { Slots } from "./slots";

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, idx) => ({ key: `${from + idx}`, kind: "row" as const }));

it("uses the elements of lines out of view again, in their order", () => {
  const slots = new Slots();
  const [a, b, c, d] = slots.assign(rows(0, 4));
  expect(slots.assign(rows(2, 6))).toEqual([c, d, a, b]);
  expect(slots.assign(rows(100, 104))).toEqual([c, d, a, b]);
});

it("leaves a line its element as long as it is drawn", () => {
  const slots = new Slots();
  const [, stood] = slots.assign(rows(0, 3));
  expect(slots.assign([...rows(50, 52), { key: "1", kind: "row" }])[2]).toBe(stood);
  expect(slots.assign(rows(0, 3))[1]).toBe(stood);
});

it("draws no heading with the element of a row", () => {
  const slots = new Slots();
  const [row] = slots.assign([{ key: "1", kind: "row" }]);
  const [field, other] = slots.assign([{ key: "f", kind: "field" }, { key: "2", kind: "row" }]);
  expect(other).toBe(row);
  expect(field).not.toBe(row);
});
