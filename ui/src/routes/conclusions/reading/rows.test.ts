import { expect, it } from "vitest";
import type { ConclusionReading, ReadCitation, ReadRow } from "$lib/api/bindings";
import { blank } from "$lib/memory/form";
import { confirmed, doubtsOf, indexFor, isOpen, nextAfter, notesApart, partsOf, rowsOf, type Row } from "./rows";

const read = (text: string, known: Partial<ReadRow> = {}, form = {}): ReadRow => ({
  place: "p1",
  place_name: "đoạn 1",
  kind_name: "nhiệm vụ",
  form: blank("task", 2023, { text, quote: text, assignees: [{ name: "Sở Y tế", role: "lead", is_rule: false, indicator: "", below: "" }], ...form }),
  part_of: null,
  deadline_between: "",
  new_bodies: [],
  citations: [],
  stored: null,
  ...known,
});
const reading = (rows: ReadRow[], more: Partial<ConclusionReading> = {}): ConclusionReading => ({
  source: { file: "thong-bao.docx", hash: "ab" },
  paragraphs: [],
  citations: [],
  notes: [],
  encoding: null,
  rows,
  ...more,
});
const CITED: ReadCitation = { place: "p1", place_name: "đoạn 1", written: "Chị thị số 24-CT/TU", title: "Chỉ thị 24-CT/TU", document: 3, slip: "", differs: "" };
const doubts = (one: ReadRow, citations: ReadCitation[] = []) => {
  const rows = rowsOf(reading([one], { citations }));
  return rows.flatMap((row) => doubtsOf(row, 0, citations).map(({ tone, text }) => `${tone}: ${text}`));
};

it("leaves out what the office has already, and says so beside what else is in doubt", () => {
  const rows = rowsOf(reading([read("Rà soát các dự án", { stored: 7 }, { assignees: [] }), read("Việc mới")]));
  expect(rows.map(({ isKept }) => isKept)).toEqual([false, true]);
  const said = doubtsOf(rows[0] as never, 0, []);
  expect(said.map(({ text }) => text.slice(0, 8))).toEqual(["Đã có dò", "Chưa rõ "]);
  const [row] = rows as [Row];
  const stored = said[0]?.text ?? "";
  expect(isOpen(row, said)).toBe(true);
  expect(isOpen({ ...row, seen: [stored] }, said)).toBe(false);
  expect(isOpen({ ...row, seen: [stored], isKept: true }, said)).toBe(true);
});

it.each([
  [read("Rà soát"), [], []],
  [read("Rà soát", {}, { assignees: [] }), [], ["amber: Chưa rõ giao cơ quan nào"]],
  [read("Rà soát", {}, { deadline: "20/12/2023" }), [], []],
  [read(" "), [], ["red: Nội dung: chưa ghi"]],
  [read("Rà soát", { new_bodies: ["Sở Y tế"] }), [], ["blue: Sở Y tế chưa có trong danh sách đơn vị"]],
  [read("Rà soát", { deadline_between: "1/1 đến 31/3" }, { deadline_words: "trong quý I" }), [], ["grey: “trong quý I” không phải một ngày; có thể là 1/1 đến 31/3"]],
  [read("Làm 3 việc", {}, { stated_count: 3, counting_word: "việc" }), [], ["amber: Nêu 3 việc, tách được 0"]],
  [read("Rà soát", { citations: [0] }), [{ ...CITED, slip: "Chị thị" }], ["amber: Nguồn viết “Chị thị”; hiểu là Chỉ thị 24-CT/TU"]],
  [read("Rà soát", { citations: [0] }), [{ ...CITED, differs: "ngày trong kho là 08/8/2023" }], ["amber: Chị thị số 24-CT/TU: ngày trong kho là 08/8/2023"]],
  [read("Rà soát", { citations: [0] }), [{ ...CITED, document: null }], ["blue: Chỉ thị 24-CT/TU chưa ghi ở phần Văn bản"]],
  [read("Rà soát", {}, { mentions: [{ text: "rà soát", place: "đoạn 7" }] }), [], ["grey: Nhắc lại ở đoạn 7"]],
  [read("Rà soát", {}, { assignees: [{ name: "các đơn vị chậm", role: "lead", is_rule: true, indicator: "", below: "" }] }), [], ["blue: Giao theo điều kiện “các đơn vị chậm”"]],
] as const)("case %#: what is in doubt is said", (one, citations, expected) => {
  const said = doubts(one, [...citations]);
  expect(said).toHaveLength(expected.length);
  expected.forEach((start, idx) => expect(said[idx]?.startsWith(start)).toBe(true));
});

it("asks a count anew when parts are left out, and a slip that is linked says to what", () => {
  const rows = rowsOf(reading([read("Làm 2 việc", {}, { stated_count: 2, counting_word: "việc" }), read("Một", { part_of: 0 }), read("Hai", { part_of: 0 })]));
  const whole = rows[0] as never;
  const ofWhole = () => doubtsOf(whole, partsOf(rows).get(0) ?? 0, []);
  expect(ofWhole()).toEqual([]);
  (rows[2] as { isKept: boolean }).isKept = false;
  expect(ofWhole()[0]?.text).toBe("Nêu 2 việc, tách được 1");
  expect(doubts(read("Rà soát", { citations: [0] }), [{ ...CITED, slip: "Chị thị" }])[0]).toContain("đã gắn với Chỉ thị 24-CT/TU");
});

it("hangs a part below its whole that is stored already", () => {
  const rows = rowsOf(reading([read("Cả", { stored: 9 }), read("Phần", { part_of: 0 })]));
  expect(confirmed(rows).map(({ form, part_of }) => [form.text, form.part_of, part_of])).toEqual([["Phần", 9, null]]);
});

it("writes what is kept; a part whose whole is left out stands alone", () => {
  const rows = rowsOf(reading([read("Một"), read("Phần", { part_of: 0, place: "p2" }), read("Hai"), read("Phần hai", { part_of: 2 })]));
  (rows[0] as { isKept: boolean }).isKept = false;
  expect(confirmed(rows).map(({ form, part_of, place }) => [form.text, part_of, place])).toEqual([["Phần", null, "p2"], ["Hai", null, "p1"], ["Phần hai", 1, "p1"]]);
});

it("needs the person's word for what is amber, not for what is only to be known", () => {
  const [row] = rowsOf(reading([read("Một")]));
  expect(row && isOpen(row, [{ tone: "blue", text: "" }])).toBe(false);
  expect(row && isOpen(row, [{ tone: "amber", text: "" }])).toBe(true);
  expect(row && isOpen({ ...row, isKept: false }, [{ tone: "amber", text: "" }])).toBe(false);
  expect(row && isOpen({ ...row, seen: ["a"] }, [{ tone: "amber", text: "a" }])).toBe(false);
  expect(row && isOpen({ ...row, seen: ["a"] }, [{ tone: "amber", text: "a" }, { tone: "amber", text: "b" }])).toBe(true);
  expect(row && isOpen({ ...row, seen: ["a"] }, [{ tone: "red", text: "a" }])).toBe(true);
});

it("goes on to the next row in doubt, around the end", () => {
  const isWanted = (idx: number) => idx === 1;
  expect(nextAfter(1, isWanted, 3)).toBe(1);
  expect(nextAfter(2, isWanted, 3)).toBe(1);
  expect(nextAfter(0, () => false, 3)).toBe(-1);
});

it("tells what no row tells itself", () => {
  const note = (place: string, text: string, sentence = "") => ({ place, place_name: place, text, sentence });
  const notes = [note("p1", "nêu 3 việc, tách được 2"), note("p7", "nêu 4"), note("p1", "chưa tách được", "Giao tổ giúp việc")];
  expect(notesApart(reading([read("Làm", {}, { stated_count: 3 })], { notes }))).toEqual([notes[1], notes[2]]);
});

it.each([["p2", 2], ["p1", 1], ["p9", 3]])("puts a row of %s at %i", (place, at) => {
  const paragraphs = ["p1", "p2", "p3"].map((one) => ({ place: one, place_name: one, text: "" }));
  const of = reading([read("Một"), read("Hai", { place: "p2" }), read("Ba", { place: "p3" })], { paragraphs });
  expect(indexFor(place, rowsOf(of), of)).toBe(at);
});
