// What comes from the clipboard, as the document language writes it: only "\n" ends a line, and a
// paragraph of Word, which ends in one break, is followed by an empty line.

const BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Lines that stand directly under one another: items, rows of a table, indented lines, blocks. */
const CLOSE = /^(?:[ \t]*(?:[-*+]|\d+[.)])[ \t]|\||[ \t]+\S)/;
const BLOCK = /^\s*\{[%#]|[%#]\}\s*$/;

export function pastedSource(text: string): string {
  return text.replace(BREAK, "\n");
}

export function pastedProse(text: string): string {
  const lines = pastedSource(text).split("\n");
  return lines.reduce((whole, line, idx) => {
    const before = lines[idx - 1] ?? "";
    const isClose =
      line === "" || before === "" || (CLOSE.test(before) && CLOSE.test(line)) || BLOCK.test(before) || BLOCK.test(line);
    return `${whole}${isClose ? "\n" : "\n\n"}${line}`;
  });
}
