import { expect, test } from "vitest";
import { bytes, capitalised, date, dateTime, whenShort } from "./format";

const now = new Date(2023, 10, 20, 9, 30);

test.each([
  ["2023-11-20T08:05:00", "hôm nay 08:05"],
  ["2023-11-19T23:59:00", "hôm qua 23:59"],
  ["2023-11-18T07:00:00", "18/11/2023 07:00"],
])("%s is said as %s", (iso, said) => {
  expect(whenShort(iso, now)).toBe(said);
});

test("a moment is written day first", () => {
  expect(dateTime("2023-01-02T03:04:05")).toBe("02/01/2023 03:04");
});

test("a bare date keeps its day", () => {
  expect(date("2023-12-15")).toBe("15/12/2023");
});

test.each([
  [900, "900 B"],
  [1536, "1,5 kB"],
  [46_000_000, "44 MB"],
])("%d bytes are %s", (n, said) => {
  expect(bytes(n)).toBe(said);
});

test.each([
  ["ước đạt", "Ước đạt"],
  ["đảng viên", "Đảng viên"],
  ["", ""],
])("«%s» begins a line as «%s»", (name, said) => {
  expect(capitalised(name)).toBe(said);
});
