// Takes out of an element made from a file whatever could load, link or run. The frame that shows
// it has no scripts anyway and the window's policy loads nothing; this is the first of the locks.

const UNWANTED = "script, iframe, object, embed, link, meta, base, form, audio, video, foreignObject, use";

/** Changes the element in place. */
export function harmless(root: HTMLElement): void {
  root.querySelectorAll(UNWANTED).forEach((element) => element.remove());
  for (const element of root.querySelectorAll("*")) {
    for (const { name, value } of Array.from(element.attributes)) {
      if (isUnwanted(name, value)) element.removeAttribute(name);
    }
  }
}

function isUnwanted(name: string, value: string): boolean {
  if (name.startsWith("on") || name === "srcdoc" || name === "srcset") return true;
  if (name.endsWith("href") || name === "src") return !/^data:image\/(png|jpeg|gif|bmp);/i.test(value);
  return name === "style" && /url\s*\(/i.test(value);
}
