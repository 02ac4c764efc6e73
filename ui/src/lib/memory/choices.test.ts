import { expect, it } from "vitest";
import { numbered } from "./choices.svelte";

it("tells rows of one title apart by their days, or else by their numbers", () => {
  const rows = [
    { id: 1, title: "Kế hoạch 01-KH/TU", date: "05/01/2022" },
    { id: 2, title: "Kế hoạch 01-KH/TU", date: "06/01/2023" },
    { id: 3, title: "Đề án", date: "" },
    { id: 4, title: "Đề án", date: "" },
    { id: 5, title: "Kết luận 5-KL/TU", date: "01/02/2023" },
  ];
  expect(numbered(rows).map(({ value, label }) => [value, label])).toEqual([
    ["1", "Kế hoạch 01-KH/TU, 05/01/2022"],
    ["2", "Kế hoạch 01-KH/TU, 06/01/2023"],
    ["3", "Đề án, số 3"],
    ["4", "Đề án, số 4"],
    ["5", "Kết luận 5-KL/TU"],
  ]);
});
