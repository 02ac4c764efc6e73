import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import NumberField from "./NumberField.svelte";

it.each([
  ["12", "12"],
  ["", ""],
  ["mười", ""],
  ["0", ""],
])("takes %j for the number %j", async (typed, shown) => {
  const keys = userEvent.setup();
  render(NumberField, { label: "Số nêu", value: 3 });
  const field = screen.getByLabelText<HTMLInputElement>("Số nêu");
  expect(field.value).toBe("3");
  await keys.clear(field);
  if (typed) await keys.type(field, typed);
  expect(field.value).toBe(shown);
});
