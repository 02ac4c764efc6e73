import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { changeBetween, excerpt, takeApart, type WordParts } from "./parts";

const END = '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>';
const WIDE = '<w:sectPr><w:pgSz w:w="2"/></w:sectPr>';
const p = (text: string, props = ""): string => `<w:p>${props}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const TABLE = `<w:tbl><w:tr><w:tc>${p("ô")}<w:p/></w:tc></w:tr></w:tbl>`;

function word(body: string, styles = "kiểu"): WordParts {
  const parts = {
    "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    "word/styles.xml": strToU8(styles),
    "customXml/item1.xml": strToU8(body),
  };
  return takeApart(zipSync(parts));
}

describe("the parts of a Word file", () => {
  it("are its paragraphs and tables, through content controls, in stretches of one paper", () => {
    const first = p("một", `<w:pPr>${WIDE}</w:pPr>`);
    const { blocks, stretches } = word(`${first}<w:sdt><w:sdtContent>${TABLE}<w:p/></w:sdtContent></w:sdt>${p("hai")}${END}`);
    expect(blocks).toEqual([first, TABLE, "<w:p/>", p("hai")]);
    expect(stretches).toEqual([
      { from: 0, to: 1, end: WIDE },
      { from: 1, to: 4, end: END },
    ]);
  });

  it("make a file of their own on the paper of their stretch", () => {
    const file = word(`${p("một")}${p("hai", `<w:pPr>${WIDE}</w:pPr>`)}${p("ba")}${END}`);
    const [stretch] = file.stretches;
    if (!stretch) throw new Error("no stretch");
    const parts = unzipSync(excerpt(file, stretch, 1, 2));
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toBe(
      `<w:document><w:body>${p("hai", "<w:pPr></w:pPr>")}${WIDE}</w:body></w:document>`,
    );
    expect(strFromU8(parts["word/styles.xml"] ?? new Uint8Array())).toBe("kiểu");
  });
});

describe("a change between two files", () => {
  const three = `${p("một")}${p("hai")}${p("ba")}${END}`;

  it.each([
    ["a changed block", `${p("một")}${p("khác")}${p("ba")}${END}`, { stretch: 0, from: 1, to: 2, nowTo: 2 }],
    ["a new block", `${p("một")}${p("hai")}${p("hai")}${p("ba")}${END}`, { stretch: 0, from: 2, to: 2, nowTo: 3 }],
    ["a block less", `${p("một")}${p("ba")}${END}`, { stretch: 0, from: 1, to: 2, nowTo: 1 }],
    ["a block at the end", `${p("một")}${p("hai")}${p("ba")}${p("bốn")}${END}`, { stretch: 0, from: 3, to: 3, nowTo: 4 }],
    ["nothing", three, { stretch: 0, from: 3, to: 3, nowTo: 3 }],
    ["another paper", `${p("một")}${p("hai")}${p("ba")}${WIDE}`, null],
  ])("is %s", (_, now, change) => {
    expect(changeBetween(word(three), word(now))).toEqual(change);
  });

  it("stays within one stretch, and later stretches move", () => {
    const before = word(`${p("một", WIDE)}${p("hai")}${END}`);
    const now = word(`${p("không")}${p("một", WIDE)}${p("hai")}${END}`);
    expect(changeBetween(before, now)).toEqual({ stretch: 0, from: 0, to: 0, nowTo: 1 });
    const both = word(`${p("khác", WIDE)}${p("khác")}${END}`);
    expect(changeBetween(before, both)).toBeNull();
  });

  it("is none of the blocks when the styles changed", () => {
    expect(changeBetween(word(three), word(three, "kiểu khác"))).toBeNull();
  });
});
