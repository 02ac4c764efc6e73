// A row of what was concluded while it is filled in.
import type { AssigneeForm, ConclusionForm } from "$lib/api/bindings";
import type { Kind } from "./kinds";

/** One of which nothing is known yet but what `known` says. */
export function blank(kind: Kind, year: number, known: Partial<ConclusionForm> = {}): ConclusionForm {
  return {
    kind,
    text: "",
    quote: "",
    year,
    field: "",
    covers: "",
    document: null,
    conference: null,
    topic: null,
    from: "",
    assignees: [],
    part_of: null,
    cause: null,
    deadline: "",
    deadline_words: "",
    urgency: "",
    stated_count: null,
    counting_word: "",
    basis: [],
    results: [],
    mentions: [],
    ...known,
  };
}

/** The next row of the same source: what is told of one row alone is empty again. */
export const nextOf = (form: ConclusionForm): ConclusionForm => {
  const { field, covers, document, conference, topic, from, part_of, cause } = form;
  return blank(form.kind, form.year, { field, covers, document, conference, topic, from, part_of, cause });
};

/** Names of the bodies in a role. */
export const namesOf = (form: ConclusionForm, role: AssigneeForm["role"]): string[] =>
  form.assignees.filter((assignee) => assignee.role === role && !assignee.is_rule).map(({ name }) => name);

/** Those who are meant by a condition over figures. */
export const rulesOf = (form: ConclusionForm): AssigneeForm[] => form.assignees.filter(({ is_rule }) => is_rule);

export const blankRule = (): AssigneeForm => ({ name: "", role: "lead", is_rule: true, indicator: "", below: "" });

/** Who leads and who supports, then the rules as they were. */
export function assigned(before: AssigneeForm[], lead: string[], support: string[]): AssigneeForm[] {
  const one = (role: AssigneeForm["role"]) => (name: string): AssigneeForm => ({ name, role, is_rule: false, indicator: "", below: "" });
  return [...lead.map(one("lead")), ...support.map(one("support")), ...before.filter(({ is_rule }) => is_rule)];
}
