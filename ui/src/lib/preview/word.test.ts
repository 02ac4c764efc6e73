// A Word file made to do harm, read as the preview reads it.
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { harmless, harmlessCss } from "./harmless";
import { readWord } from "./word";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const EVIL = "http://localhost";

function docx(body: string, styles: string): Uint8Array {
  const parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships>
      <Relationship Id="s" Type="${RELATION}/styles" Target="styles.xml"/>
      <Relationship Id="run" Type="${RELATION}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>
      <Relationship Id="out" Type="${RELATION}/hyperlink" Target="${EVIL}/a" TargetMode="External"/>
    </Relationships>`,
    "word/document.xml": `<w:document ${W} ${R}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/styles.xml": `<w:styles ${W}>${styles}</w:styles>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

describe("a hostile file", () => {
  const text = (content: string): string => `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`;
  const FONT = `x;} @import url(${EVIL}/i.css); body { background: url(${EVIL}/b.png)`;

  it("shows its words and asks for nothing", async () => {
    const body = [
      text("&lt;img src=x onerror=alert(1)&gt; Tổng kết"),
      '<w:p><w:hyperlink r:id="run"><w:r><w:t>chạy</w:t></w:r></w:hyperlink></w:p>',
      '<w:p><w:hyperlink r:id="out"><w:r><w:t>đi</w:t></w:r></w:hyperlink></w:p>',
      `<w:p><w:r><w:rPr><w:rFonts w:ascii="${FONT}"/><w:color w:val="red;background:url(${EVIL}/c.png)"/></w:rPr><w:t>màu</w:t></w:r></w:p>`,
    ].join("");
    const style = `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:rPr><w:rFonts w:ascii="${FONT}"/></w:rPr></w:style>`;
    const file = await readWord(docx(body, style), "word0");
    const shown = document.createElement("div");
    shown.append(...file.sections, ...file.styles);
    expect(shown.textContent).toContain("<img src=x onerror=alert(1)> Tổng kết");
    expect(shown.querySelector("img, script")).toBeNull();
    expect(shown.innerHTML).not.toMatch(/javascript:|@import|url\(/i);
    expect([...shown.querySelectorAll("[href]")]).toEqual([]);
  });
});

describe("harmless", () => {
  it.each([
    ["a handler", '<p onclick="alert(1)">a</p>', "<p>a</p>"],
    ["a script", "<p>a<script>alert(1)</script></p>", "<p>a</p>"],
    ["a picture from elsewhere", `<img src="${EVIL}/a.png">`, "<img>"],
    ["a picture of its own", '<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'],
    ["a drawing that runs", '<img src="data:image/svg+xml;base64,AA">', "<img>"],
    ["a style that loads", `<p style="background: url(${EVIL})">a</p>`, "<p>a</p>"],
    ["the same in escapes", `<p style="background: u\\72l(${EVIL})">a</p>`, "<p>a</p>"],
    ["a style", '<p style="color: red">a</p>', '<p style="color: red">a</p>'],
  ])("%s", (_, before, after) => {
    const root = document.createElement("div");
    root.innerHTML = before;
    harmless(root);
    expect(root.innerHTML).toBe(after);
  });

  it.each([
    ["an import", `@import url("${EVIL}"); p { color: red }`, " p { color: red }"],
    ["a background", `p { background: url( '${EVIL}' ) }`, "p { background: none }"],
    ["in escapes", `p { background: \\75 rl(${EVIL}) } @\\69mport "${EVIL}";`, "p { background: none } "],
    ["a font of its own", "@font-face { src: url(data:font/ttf;base64,AA) }", "@font-face { src: url(data:font/ttf;base64,AA) }"],
    ["the sign of a list", 'p::before { content: "\\2022\\9" }', 'p::before { content: "\\2022\\9" }'],
  ])("a style sheet with %s", (_, before, after) => {
    expect(harmlessCss(before)).toBe(after);
  });
});
