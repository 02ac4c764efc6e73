import { render, screen } from "@testing-library/svelte";
import { expect, it } from "vitest";

import Plans from "./Plans.svelte";

it("shows plans of one assigner for two periods", () => {
  const plan = (printed: string) => ({ assigner: "tỉnh giao", printed, origin: "", percent: "" });
  render(Plans, { plans: [plan("10 xã"), plan("12 xã")], next: null, year: 2023 });
  expect(screen.getAllByText("tỉnh giao")).toHaveLength(2);
});
