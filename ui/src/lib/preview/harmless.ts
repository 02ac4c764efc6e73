// Takes out of what is made from a file whatever could load, link or run. The frame that shows it
// has no scripts anyway and the window's policy loads nothing; this is the first of the locks.

const UNWANTED =
  "script, style, iframe, object, embed, link, meta, base, form, audio, video, foreignObject, use, animate, set";
const PICTURE = /^data:image\/(png|jpeg|gif|bmp);/i;

/** Changes the element in place. */
export function harmless(root: HTMLElement): void {
  root.querySelectorAll(UNWANTED).forEach((element) => element.remove());
  for (const element of root.querySelectorAll("*")) {
    for (const { name, value } of Array.from(element.attributes)) {
      if (isUnwanted(name.toLowerCase(), value)) element.removeAttribute(name);
    }
  }
}

/** A style sheet that asks for nothing: fonts and pictures come with it or not at all. */
export function harmlessCss(css: string): string {
  return unescaped(css)
    .replace(/@import[^;]*;?/gi, "")
    .replace(/\b(?:-webkit-)?image-set\s*\(/gi, "none(")
    .replace(/\burl\s*\(\s*(?!["']?data:)[^)]*\)?/gi, "none");
}

function isUnwanted(name: string, value: string): boolean {
  if (name.startsWith("on") || name === "srcdoc" || name === "srcset") return true;
  if (name.endsWith("href") || name === "src") return !PICTURE.test(value);
  return name === "style" && harmlessCss(value) !== unescaped(value);
}

/** Letters written as escapes ("u\\72l") as themselves; other escapes mean what they say. */
function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([g-z@(]))/gi, (whole, code?: string, letter?: string) => {
    const meant = letter ?? String.fromCharCode(parseInt(code ?? "0", 16));
    return /[a-z@(]/i.test(meant) ? meant : whole;
  });
}
