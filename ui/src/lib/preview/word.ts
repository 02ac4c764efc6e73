// Reads a .docx with docx-preview into elements that stand in no document yet, with what its
// paginator must know about styles and tables. Nothing of the file can run: see `harmless`.
import { parseAsync, renderDocument } from "docx-preview";

import { harmless, harmlessCss } from "./harmless";

/** Times New Roman, or a face of the same widths; Tinos comes with the program. See `fontFaces`. */
export const PAGE_FONT = "'Page Serif', 'Times New Roman', Tinos, serif";

/** A file as elements, one section element per stretch without a page break of its own. */
export type WordFile = {
  styles: Node[];
  sections: HTMLElement[];
  /** Classes of paragraphs that stay on the page of the next one. */
  keepWithNext: Set<string>;
  /** Classes of headings: paragraphs with an outline level. */
  headings: Set<string>;
  /** For each table in the order of the file, how many of its rows repeat on every page. */
  headerRows: number[];
  /** Whether the first page shows no header. */
  blankFirstHeader: boolean;
  /** Whether headers or footers show the number of the page. */
  hasPageNumbers: boolean;
};

/**
 * The height of a line of Times New Roman that Word takes as single spacing, in font sizes.
 * docx-preview takes the font size itself, which crowds the lines.
 */
const SINGLE_SPACING = 1.15;

/** `name` becomes the class of the file, so that two files can stand in one document. */
export async function readWord(bytes: Uint8Array, name: string): Promise<WordFile> {
  const options = {
    className: name,
    inWrapper: false,
    breakPages: true,
    ignoreLastRenderedPageBreak: true,
    useBase64URL: true,
    renderAltChunks: false,
    renderComments: false,
    renderChanges: false,
    experimental: false,
    debug: false,
  };
  const model = (await parseAsync(bytes, options)) as Model;
  const nodes = await renderDocument(model, options);
  const sections = nodes.filter((node): node is HTMLElement => node.nodeName === "SECTION");
  const styles = nodes.filter((node) => node.nodeName === "STYLE");
  for (const style of styles) style.textContent = asPrinted(harmlessCss(style.textContent ?? ""));
  for (const section of sections) {
    harmless(section);
    for (const block of section.querySelectorAll("[style*=line-height], [style*=font-family]")) {
      block.setAttribute("style", asPrinted(block.getAttribute("style") ?? ""));
    }
  }
  const body = model.documentPart.body;
  return {
    styles,
    sections,
    keepWithNext: classesWhere(model, (props) => props.keepNext === true),
    headings: classesWhere(model, (props) => props.outlineLevel !== undefined),
    headerRows: headerRows(body),
    blankFirstHeader: firstSection(body)?.titlePage === true,
    hasPageNumbers: model.parts.some(({ rootElement }) => rootElement && asksForPage(rootElement)),
  };
}

// What we read of docx-preview's model, which it does not type.
type ParagraphProps = { keepNext?: boolean; outlineLevel?: number };
type SectionProps = { titlePage?: boolean };
type Element = {
  type: string;
  children?: Element[];
  /** Not there for a row of the body; true or without a value for a repeated row. */
  isHeader?: boolean | null;
  text?: string;
  sectionProps?: SectionProps;
};
type Body = Element & { props?: SectionProps };
type Style = { cssName?: string; paragraphProps?: ParagraphProps };
type Model = {
  documentPart: { body: Body };
  stylesPart?: { styles: Style[] };
  parts: { rootElement?: Element }[];
};

function classesWhere(model: Model, holds: (props: ParagraphProps) => boolean): Set<string> {
  const styles = model.stylesPart?.styles ?? [];
  return new Set(
    styles
      .filter((style) => style.paragraphProps && holds(style.paragraphProps))
      .flatMap((style) => style.cssName ?? []),
  );
}

function headerRows(element: Element): number[] {
  const inner = (element.children ?? []).flatMap(headerRows);
  if (element.type !== "table") return inner;
  const rows = element.children ?? [];
  const first = rows.findIndex((row) => !("isHeader" in row) || row.isHeader === false);
  return [first < 0 ? rows.length : first, ...inner];
}

function firstSection(body: Body): SectionProps | undefined {
  const ends = (body.children ?? []).find((element) => element.sectionProps);
  return ends?.sectionProps ?? body.props;
}

function asPrinted(css: string): string {
  const named = css.replace(/font-family:\s*(['"])Times New Roman\1/g, `font-family: ${PAGE_FONT}`);
  return named.replace(/line-height:\s*([\d.]+)\s*(?=[;}]|$)/g, (_, times: string) => {
    return `line-height: ${(parseFloat(times) * SINGLE_SPACING).toFixed(3)}`;
  });
}

function asksForPage(element: Element): boolean {
  const isPage = element.type === "instruction" && /\bPAGE\b/.test(element.text ?? "");
  return isPage || (element.children ?? []).some(asksForPage);
}
