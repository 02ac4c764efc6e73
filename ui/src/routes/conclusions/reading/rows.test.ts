import { expect, it } from "vitest";
import type { ConclusionReading, ReadCitation, ReadRow } from "$lib/api/bindings";
import { blank } from "$lib/memory/form";
import { line } from "$lib/memory/testing";
import { confirmed, doubtsOf, indexFor, isOpen, nextAfter, notesApart, rowsOf } from "./rows";

const read = (text: string, known: Partial<ReadRow> = {}, form = {}): ReadRow => ({
  place: "p1",
  kind_name: "nhiệm vụ",
  form: blank("task", 2023, { text, quote: text, assignees: [{ name: "Sở Y tế", role: "lead", is_rule: false, indicator: "", below: "" }], ...form }),
  part_of: null,
  deadline_between: "",
  new_bodies: [],
  citations: [],
  ...known,
});
const reading = (rows: ReadRow[], more: Partial<ConclusionReading> = {}): ConclusionReading => ({
  source: { file: "thong-bao.docx", hash: "ab" },
  paragraphs: [],
  citations: [],
  notes: [],
  rows,
  ...more,
});
const CITED: ReadCitation = { place: "p1", written: "Chị thị số 24-CT/TU", title: "Chỉ thị 24-CT/TU", document: 3, slip: "", differs: "" };
const doubts = (one: ReadRow, citations: ReadCitation[] = []) => {
  const rows = rowsOf(reading([one], { citations }), []);
  return rows.flatMap((row) => doubtsOf(row, rows, citations).map(({ tone, text }) => `${tone}: ${text}`));
};

it("leaves out what the office has already, in any spelling, and says so", () => {
  const rows = rowsOf(reading([read("Rà soát các dự án."), read("Việc mới")]), [line(1, { text: "rà soát các dự án" })]);
  expect(rows.map(({ isKept }) => isKept)).toEqual([false, true]);
  expect(doubtsOf(rows[0] as never, rows, [])[0]?.text).toContain("Đã ghi dòng như vậy");
});

it.each([
  [read("Rà soát"), [], []],
  [read("Rà soát", {}, { assignees: [] }), [], ["amber: Chưa rõ giao cơ quan nào"]],
  [read("Rà soát", {}, { deadline: "20/12/2023" }), [], []],
  [read("Rà soát", {}, { deadline: "mai" }), [], ["red: “mai” không giống một ngày"]],
  [read("Rà soát", { new_bodies: ["Sở Y tế"] }), [], ["blue: Sở Y tế chưa có trong danh sách đơn vị"]],
  [read("Rà soát", { deadline_between: "1/1 đến 31/3" }, { deadline_words: "trong quý I" }), [], ["grey: “trong quý I” không phải một ngày; có thể là 1/1 đến 31/3"]],
  [read("Làm 3 việc", {}, { stated_count: 3, counting_word: "việc" }), [], ["amber: Nêu 3 việc, tách được 0"]],
  [read("Rà soát", { citations: [0] }), [{ ...CITED, slip: "Chị thị" }], ["amber: Nguồn viết “Chị thị”; hiểu là Chỉ thị 24-CT/TU"]],
  [read("Rà soát", { citations: [0] }), [{ ...CITED, differs: "ngày trong kho là 08/8/2023" }], ["amber: Chị thị số 24-CT/TU: ngày trong kho là 08/8/2023"]],
  [read("Rà soát", { citations: [0] }), [{ ...CITED, document: null }], ["blue: Chỉ thị 24-CT/TU chưa ghi ở phần Văn bản"]],
  [read("Rà soát", {}, { mentions: [{ text: "rà soát", place: "p7" }] }), [], ["grey: Nhắc lại ở đoạn 7"]],
  [read("Rà soát", {}, { assignees: [{ name: "các đơn vị chậm", role: "lead", is_rule: true, indicator: "", below: "" }] }), [], ["blue: Giao theo điều kiện “các đơn vị chậm”"]],
] as const)("case %#: what is in doubt is said", (one, citations, expected) => {
  const said = doubts(one, [...citations]);
  expect(said).toHaveLength(expected.length);
  expected.forEach((start, idx) => expect(said[idx]?.startsWith(start)).toBe(true));
});

it("asks a count anew when parts are left out, and a slip that is linked says to what", () => {
  const rows = rowsOf(reading([read("Làm 2 việc", {}, { stated_count: 2, counting_word: "việc" }), read("Một", { part_of: 0 }), read("Hai", { part_of: 0 })]), []);
  const whole = rows[0] as never;
  expect(doubtsOf(whole, rows, [])).toEqual([]);
  (rows[2] as { isKept: boolean }).isKept = false;
  expect(doubtsOf(whole, rows, [])[0]?.text).toBe("Nêu 2 việc, tách được 1");
  expect(doubts(read("Rà soát", { citations: [0] }), [{ ...CITED, slip: "Chị thị" }])[0]).toContain("đã gắn với Chỉ thị 24-CT/TU");
});

it("writes what is kept; a part whose whole is left out stands alone", () => {
  const rows = rowsOf(reading([read("Một"), read("Phần", { part_of: 0, place: "p2" }), read("Hai"), read("Phần hai", { part_of: 2 })]), []);
  (rows[0] as { isKept: boolean }).isKept = false;
  expect(confirmed(rows).map(({ form, part_of, place }) => [form.text, part_of, place])).toEqual([["Phần", null, "p2"], ["Hai", null, "p1"], ["Phần hai", 1, "p1"]]);
});

it("needs the person's word for what is amber, not for what is only to be known", () => {
  const [row] = rowsOf(reading([read("Một")]), []);
  expect(row && isOpen(row, [{ tone: "blue", text: "" }])).toBe(false);
  expect(row && isOpen(row, [{ tone: "amber", text: "" }])).toBe(true);
  expect(row && isOpen({ ...row, isKept: false }, [{ tone: "amber", text: "" }])).toBe(false);
});

it("goes on to the next row in doubt, around the end", () => {
  const isWanted = (idx: number) => idx === 1;
  expect(nextAfter(1, isWanted, 3)).toBe(1);
  expect(nextAfter(2, isWanted, 3)).toBe(1);
  expect(nextAfter(0, () => false, 3)).toBe(-1);
});

it("tells what belongs to no row with places that people read, a sentence that was not understood too", () => {
  const lost = "câu có giao việc nhưng chưa tách được: «Giao tổ giúp việc soạn tài liệu»";
  const notes = ["p1: nêu 3 việc, tách được 2", "p7: nêu 4 nhóm vấn đề, tách được 3", `p1: ${lost}`];
  expect(notesApart(reading([read("Làm", {}, { stated_count: 3 })], { notes }))).toEqual([
    { place: "p7", text: "đoạn 7: nêu 4 nhóm vấn đề, tách được 3", sentence: "" },
    { place: "p1", text: `đoạn 1: ${lost}`, sentence: "Giao tổ giúp việc soạn tài liệu" },
  ]);
});

it.each([["p2", 2], ["p1", 1], ["p9", 3]])("puts a row of %s at %i", (place, at) => {
  const paragraphs = ["p1", "p2", "p3"].map((one) => ({ place: one, text: "" }));
  const of = reading([read("Một"), read("Hai", { place: "p2" }), read("Ba", { place: "p3" })], { paragraphs });
  expect(indexFor(place, rowsOf(of, []), of)).toBe(at);
});
