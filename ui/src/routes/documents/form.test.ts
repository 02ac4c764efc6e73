import { expect, it } from "vitest";
import { blank, issued } from "./form";

const PENDING = { ...blank(), kind: "Chỉ thị", subject: "Tăng cường kỷ cương", pending: true };

it("issues what waited, and tells it on its way once", () => {
  const first = issued(PENDING, "24-CT/TU", "7/8/2023");
  expect(first).toMatchObject({ number: "24-CT/TU", date: "7/8/2023", pending: false });
  expect(first.events).toEqual([{ kind: "issued", date: "7/8/2023", note: "" }]);
  expect(issued(first, "25-CT/TU", "8/8/2023").events).toHaveLength(1);
});
