import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const SCREENS = [
  "start",
  "overview",
  "figures",
  "conclusions",
  "limitations",
  "drafts",
  "templates",
  "documents",
  "bodies",
  "imports",
  "search",
  "settings",
];

const forbid = (patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/lib/api/bindings.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
  },
  {
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-alert": "error",
      "no-eval": "error",
      "no-undef": "off", // svelte-check knows better
      "prefer-const": "off",
      "svelte/prefer-const": "error",
      "svelte/no-at-html-tags": "error",
      "svelte/button-has-type": "error",
      "svelte/require-each-key": "error",
    },
  },
  {
    files: ["src/lib/**"],
    rules: forbid([{ group: ["**/routes/**", "**/frame/**"], message: "lib knows no screen." }]),
  },
  // Shared parts know no screen, no command and no state: what they show comes in as properties.
  {
    files: ["src/lib/components/**"],
    rules: forbid([
      {
        group: ["**/routes/**", "**/frame/**", "$lib/api/*", "$lib/state/*", "@tauri-apps/*"],
        message: "Shared parts know no screen and no command; pass it in.",
      },
    ]),
  },
  // A screen owns its folder; what two screens need belongs in lib.
  ...SCREENS.map((screen) => ({
    files: [`src/routes/${screen}/**`],
    rules: forbid([
      {
        group: [
          ...SCREENS.filter((other) => other !== screen).map((other) => `**/${other}/**`),
          "**/frame/**",
        ],
        message: "Screens do not reach into one another; put what both need into lib.",
      },
      {
        group: ["@tauri-apps/*"],
        message: "Commands go through $lib/api: call(commands.…), events through $lib/api/events.",
      },
    ]),
  })),
  // Tests pretend the program's answers at its own door.
  { files: ["**/*.test.ts", "**/testing.ts"], rules: { "no-restricted-imports": "off" } },
);
