// The faces of the preview, as style rules of its frame.
const FONT_FILES = import.meta.glob<string>(
  "/node_modules/@fontsource/tinos/files/tinos-{vietnamese,latin,latin-ext}-{400,700}-{normal,italic}.woff2",
  { query: "?url", import: "default", eager: true },
);
// The ranges that @fontsource gives its files.
const RANGES: Record<string, string> = {
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
};

/**
 * "Page Serif" is the system's Times New Roman under another name: named so, WebKit on Linux does
 * not round the widths of its letters, and lines end where Word ends them. Tinos stands in where a
 * system has neither Times New Roman nor its like.
 */
export function fontFaces(): string {
  const own = ["", "Bold", "Italic", "Bold Italic"].map((variant) => {
    const locals = ["Times New Roman", "Liberation Serif"].map((name) => `local("${`${name} ${variant}`.trim()}")`);
    return `@font-face { font-family: "Page Serif"; src: ${locals.join(", ")};
      font-weight: ${variant.startsWith("Bold") ? 700 : 400}; font-style: ${variant.endsWith("Italic") ? "italic" : "normal"}; }`;
  });
  const bundled = Object.entries(FONT_FILES).map(([path, url]) => {
    const [, subset = "latin", weight = "400", slant = "normal"] = /tinos-(.+)-(\d+)-(\w+)\.woff2/.exec(path) ?? [];
    return `@font-face { font-family: Tinos; font-weight: ${weight}; font-style: ${slant};
      src: url("${new URL(url, document.baseURI).href}") format("woff2"); unicode-range: ${RANGES[subset] ?? "U+0-10FFFF"}; }`;
  });
  return [...own, ...bundled].join("\n");
}
