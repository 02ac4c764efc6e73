import { expect, test } from "vitest";
import { bySupplier } from "./bySupplier";

const owed = (supplier: string, overdue = false) => ({ indicator: "i", name: "", supplier, due: "", overdue });

test("the most overdue supplier first, unknown suppliers last", () => {
  const groups = bySupplier([
    owed(""),
    owed("", true),
    owed("Cục Thuế"),
    owed("Cục Thuế"),
    owed("Sở Y tế", true),
    owed("Ban Tổ chức"),
  ]);
  expect(groups.map((group) => group.supplier)).toEqual(["Sở Y tế", "Cục Thuế", "Ban Tổ chức", ""]);
  expect(groups[3]?.n_overdue).toBe(1);
});
