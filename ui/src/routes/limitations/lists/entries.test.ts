import { expect, it } from "vitest";
import type { ListLine, ThemeLine } from "$lib/api/bindings";
import { entriesOf, themeText } from "./entries";

const list = (id: number, year: number, kind: string): ListLine => ({
  id,
  slug: `l-${id}`,
  field_name: "",
  form: { name: `Danh mục ${id}`, kind, year, field: "", counting_word: "", stated_count: null, items: [] },
});
const theme = (id: number, year: number): ThemeLine => ({
  id,
  form: { year, separator: " - ", parts: [{ field: "", heading: "", components: ["Kỷ cương", "Hành động"] }, { field: "van-hoa", heading: "Về văn hóa", components: ["Văn minh"] }] },
});
const LISTS = [list(1, 2023, "giai-phap"), list(2, 2022, "han-che"), list(3, 2023, "han-che")];

it.each([
  [{ year: 2023, kind: "" }, ["theme 4", "list 1", "list 3"]],
  [{ year: null, kind: "" }, ["theme 4", "theme 5", "list 1", "list 2", "list 3"]],
  [{ year: 2023, kind: "han-che" }, ["list 3"]],
])("%j", (filter, expected) => {
  expect(entriesOf(LISTS, [theme(4, 2023), theme(5, 2022)], filter).map(({ key }) => key)).toEqual(expected);
});

it("tells a theme as it is printed", () => {
  expect(themeText(theme(1, 2023))).toBe("Kỷ cương - Hành động; Về văn hóa: Văn minh");
});
