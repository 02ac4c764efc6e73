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

/** Names of a role; rules are told with those who lead. */
export const namesOf = (form: ConclusionForm, role: AssigneeForm["role"]): string[] =>
  form.assignees.filter((assignee) => assignee.role === role).map(({ name }) => name);

/** Who leads and who supports, what is known of each kept: a rule stays a rule. */
export function assigned(before: AssigneeForm[], lead: string[], support: string[]): AssigneeForm[] {
  const one = (role: AssigneeForm["role"]) => (name: string): AssigneeForm =>
    before.find((assignee) => assignee.name === name && assignee.role === role) ??
    { name, role, is_rule: false, indicator: "", below: "" };
  return [...lead.map(one("lead")), ...support.map(one("support"))];
}
