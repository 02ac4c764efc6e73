import { describe, expect, it } from "vitest";

import { pastedProse, pastedSource } from "./pasted";

describe("pasting into prose", () => {
  it.each([
    ["words", "Kinh tế", "Kinh tế"],
    ["paragraphs of Word", "Một.\r\nHai.\r\nBa.", "Một.\n\nHai.\n\nBa."],
    ["with an empty one between", "Một.\r\n\r\nHai.\r\nBa.", "Một.\n\nHai.\n\nBa."],
    ["a line broken by hand in Word", "Một\vHai", "Một\n\nHai"],
    ["breaks of other programs", "Một\rHai\u2028Ba", "Một\n\nHai\n\nBa"],
    ["what was copied here", "Gồm:\n\n- một\n- hai\n\nHết.", "Gồm:\n\n- một\n- hai\n\nHết."],
    ["a list of Word", "Gồm:\r\n-\tmột\r\n-\thai", "Gồm:\n\n-\tmột\n-\thai"],
    ["a table", "| A | B |\n|---|---|\n| 1 | 2 |", "| A | B |\n|---|---|\n| 1 | 2 |"],
    ["a loop", "{% for n in nhiem_vu() %}\n{{ n }}\n{% endfor %}", "{% for n in nhiem_vu() %}\n{{ n }}\n{% endfor %}"],
    ["a line with its end", "Một.\r\n", "Một.\n"],
  ])("%s", (_, text, expected) => {
    expect(pastedProse(text)).toBe(expected);
  });
});

it("pastes source line by line, without carriage returns", () => {
  expect(pastedSource("Một\r\nHai\rBa")).toBe("Một\nHai\nBa");
});
