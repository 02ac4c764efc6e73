import { expect, it } from "vitest";
import type { FoundLine } from "$lib/api/bindings";
import { beyondTitle } from "./found";

const hit = (title: string, passage: string): FoundLine => ({
  kind: "conclusion",
  kind_name: "dòng kết luận",
  id: 1,
  indicator: "",
  year: 2023,
  field: "",
  office: "",
  office_name: "",
  title,
  title_pieces: [],
  passage: passage.split("*").map((text, idx) => ({ text, marked: idx % 2 === 1 })),
});

it.each([
  ["Đẩy mạnh giải ngân", "Đẩy mạnh *giải ngân* Sở Tài chính", ""],
  ["Đẩy mạnh giải ngân", "Đẩy mạnh giải ngân *Sở Tài chính*", "Đẩy mạnh giải ngân Sở Tài chính"],
  ["Đẩy mạnh giải ngân", "…vốn đầu tư *công*", "…vốn đầu tư công"],
  ["Đẩy mạnh giải ngân", "", ""],
])("of «%s» found by «%s» says besides: «%s»", (title, passage, said) => {
  expect(beyondTitle(hit(title, passage)).map(({ text }) => text).join("")).toBe(said);
});
