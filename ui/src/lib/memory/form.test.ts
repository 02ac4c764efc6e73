import { expect, it } from "vitest";
import { assigned, blank, namesOf, nextOf, rulesOf } from "./form";

const RULE = { name: "các đơn vị giải ngân thấp", role: "lead", is_rule: true, indicator: "giai-ngan", below: "50" } as const;

it("keeps a rule as it is when names are added beside it", () => {
  const form = blank("task", 2023, { assignees: assigned([RULE], ["Sở Tài chính"], ["Sở Y tế"]) });
  expect(rulesOf(form)).toEqual([RULE]);
  expect(namesOf(form, "lead")).toEqual(["Sở Tài chính"]);
  expect(namesOf(form, "support")).toEqual(["Sở Y tế"]);
});

it("goes on with the same source, and with nothing that is one row's own", () => {
  const before = blank("task", 2023, { text: "Rà soát", deadline: "20/12/2023", document: 7, from: "Ban Thường vụ" });
  expect(nextOf(before)).toEqual(blank("task", 2023, { document: 7, from: "Ban Thường vụ" }));
});
