// Where the cursor of the editor stands in the pages of a Word file, and what stands at a place there.
import type { Page } from "./pages";

/** The n-th heading of the text, and words near the cursor below it. */
export type Place = { heading: number; words: string };

type Pages = Pick<Page, "element" | "headings">[];

/** The paragraph below the heading that holds the words; the heading itself when none does. */
export function elementAt({ heading, words }: Place, pages: Pages): HTMLElement | null {
  const headings = headingsOf(pages);
  const start = headings[heading] ?? null;
  const end = headings[heading + 1] ?? null;
  const wanted = simple(words);
  if (wanted.length > 3) {
    for (const { element } of pages) {
      for (const block of element.querySelectorAll<HTMLElement>("article p")) {
        if (start && !follows(start, block)) continue;
        if (end && !follows(block, end)) break;
        if (simple(block.textContent ?? "").includes(wanted)) return block;
      }
    }
  }
  return start;
}

/** The heading above a paragraph and the words in it. */
export function placeOf(block: Element, pages: Pages): Place {
  const heading = headingsOf(pages).findLastIndex((element) => follows(element, block));
  return { heading, words: block.textContent ?? "" };
}

const headingsOf = (pages: Pages): HTMLElement[] => pages.flatMap(({ headings }) => headings);

/** Whether `after` stands behind `before`, or is the same. */
function follows(before: Element, after: Element): boolean {
  return before === after || (before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

const simple = (text: string): string => text.replace(/\s+/g, " ").trim();
