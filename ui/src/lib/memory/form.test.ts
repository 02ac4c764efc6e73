import { expect, it } from "vitest";
import { assigned, blank, namesOf, nextOf } from "./form";

const RULE = { name: "các đơn vị giải ngân thấp", role: "lead", is_rule: true, indicator: "giai-ngan", below: "50" } as const;

it("keeps a rule a rule when names are added beside it", () => {
  const assignees = assigned([RULE], [RULE.name, "Sở Tài chính"], ["Sở Y tế"]);
  expect(assignees[0]).toEqual(RULE);
  expect(namesOf(blank("task", 2023, { assignees }), "lead")).toEqual([RULE.name, "Sở Tài chính"]);
  expect(namesOf(blank("task", 2023, { assignees }), "support")).toEqual(["Sở Y tế"]);
});

it("does not take one role's knowledge for the other's", () => {
  expect(assigned([RULE], [], [RULE.name])[0]?.is_rule).toBe(false);
});

it("goes on with the same source, and with nothing that is one row's own", () => {
  const before = blank("task", 2023, { text: "Rà soát", deadline: "20/12/2023", document: 7, from: "Ban Thường vụ" });
  expect(nextOf(before)).toEqual(blank("task", 2023, { document: 7, from: "Ban Thường vụ" }));
});
