// Takes a Word file apart into the paragraphs and tables of its body, so that only those that changed
// since the file before need to be laid out anew. Knows the XML, not what it looks like.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** A file taken apart. */
export type WordParts = {
  /** All of the document's XML before its first paragraph. */
  head: string;
  /** Paragraphs and tables of the body in their order, each as its XML. */
  blocks: string[];
  /** Stretches of blocks with one paper, header and footer; `end` is the XML that says so. */
  stretches: Stretch[];
  /** Everything else that the looks of the body depend on, as name and bytes: styles, headers … */
  around: [name: string, bytes: string][];
};
export type Stretch = { from: number; to: number; end: string };

/** Blocks `from` to `to` of the file before became `from` to `nowTo` of this one, in one stretch. */
export type Change = { stretch: number; from: number; to: number; nowTo: number };

const DOCUMENT = "word/document.xml";
/** Not the data part, which shows nowhere and changes with every figure, nor the time of the file. */
const AROUND = /^(word\/|_rels\/|\[Content_Types\])/;
/** No text of a person stands in the attributes of these. */
const TAG = /<(\/?)w:(p|tbl|sectPr)(?=[\s/>])[^>]*?(\/?)>/g;
const STRETCH_END = /<w:sectPr(?=[\s/>]).*?<\/w:sectPr>/s;

export function takeApart(bytes: Uint8Array): WordParts {
  const { [DOCUMENT]: document, ...others } = unzipSync(bytes, { filter: ({ name }) => AROUND.test(name) });
  const around = Object.entries(others).map(([name, part]): [string, string] => [name, strFromU8(part, true)]);
  return { ...bodyOf(document ? strFromU8(document) : ""), around };
}

/** A file of its own with some blocks of one stretch, and everything that stands around them. */
export function excerpt(word: WordParts, stretch: Stretch, from: number, to: number): Uint8Array {
  const blocks = word.blocks.slice(from, to).map((block) => block.replace(STRETCH_END, ""));
  const parts: Zippable = { [DOCUMENT]: strToU8(`${word.head}${blocks.join("")}${stretch.end}</w:body></w:document>`) };
  for (const [name, bytes] of word.around) parts[name] = strToU8(bytes, true);
  // It is read at once and kept nowhere.
  return zipSync(parts, { level: 0 });
}

/** Null when more than the blocks of one stretch changed; an empty change when nothing did. */
export function changeBetween(before: WordParts, now: WordParts): Change | null {
  if (before.head !== now.head || String(before.around) !== String(now.around)) return null;
  if (before.stretches.length !== now.stretches.length) return null;
  const least = Math.min(before.blocks.length, now.blocks.length);
  let from = 0;
  while (from < least && before.blocks[from] === now.blocks[from]) from += 1;
  let n_after = 0;
  while (n_after < least - from && before.blocks.at(-1 - n_after) === now.blocks.at(-1 - n_after)) n_after += 1;
  const change = { stretch: 0, from, to: before.blocks.length - n_after, nowTo: now.blocks.length - n_after };
  const grown = change.nowTo - change.to;
  const changed = now.stretches.findIndex((stretch) => from < stretch.to);
  change.stretch = changed < 0 ? now.stretches.length - 1 : changed;
  const isElsewhereTheSame = now.stretches.every((stretch, idx) => {
    const old = before.stretches[idx];
    const moved = idx >= change.stretch ? grown : 0;
    return old && stretch.end === old.end && stretch.to === old.to + moved;
  });
  const isWithin = change.nowTo <= (now.stretches[change.stretch]?.to ?? 0);
  return isElsewhereTheSame && isWithin ? change : null;
}

function bodyOf(xml: string): Pick<WordParts, "head" | "blocks" | "stretches"> {
  const blocks: string[] = [];
  const stretches: Stretch[] = [];
  let depth = 0;
  let start = 0;
  let head: string | null = null;
  const close = (end: string): void => {
    const from = stretches.at(-1)?.to ?? 0;
    if (blocks.length > from) stretches.push({ from, to: blocks.length, end });
  };
  for (const tag of xml.matchAll(TAG)) {
    const [whole, slash, name, empty] = tag;
    if (name === "sectPr") {
      if (depth === 0 && !slash) close(STRETCH_END.exec(xml.slice(tag.index))?.[0] ?? "");
      continue;
    }
    if (!slash && depth === 0) {
      head ??= headBefore(xml, tag.index);
      start = tag.index;
    }
    if (!slash) depth += 1;
    if (slash || empty) depth -= 1;
    if (depth > 0) continue;
    const block = xml.slice(start, tag.index + whole.length);
    blocks.push(block);
    const end = name === "p" ? STRETCH_END.exec(block) : null;
    if (end) close(end[0]);
  }
  return { head: head ?? xml, blocks, stretches };
}

/** Content controls around whole paragraphs do not show. */
function headBefore(xml: string, first: number): string {
  const body = /<w:body[^>]*>/.exec(xml.slice(0, first));
  return body ? xml.slice(0, body.index + body[0].length) : "";
}
