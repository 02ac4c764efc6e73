import { expect, it } from "vitest";
import { CommandError } from "$lib/api/call";
import { Filling } from "./filling.svelte";

const refuse = (message: string) => () => Promise.reject(new CommandError("refused", message));

it("says a refusal at the field it begins with, and elsewhere no more", async () => {
  const filling = new Filling({ name: "Thu ngân sách" }, ["Tên", "Đơn vị tính"]);
  await filling.save(refuse("Đơn vị tính: chưa rõ «tỉ». Hãy viết «tỷ đồng»."));
  expect(filling.errorOf("Đơn vị tính")).toContain("«tỷ đồng»");
  expect(filling.errorOf("Tên")).toBeNull();
  expect(filling.otherError).toBeNull();
});

it("says what belongs to no field, and forgets it when it is tried again", async () => {
  const filling = new Filling({ name: "" }, ["Tên"]);
  await filling.save(refuse("Dữ liệu đang khóa. Hãy thử lại."));
  expect(filling.otherError).toBe("Dữ liệu đang khóa. Hãy thử lại.");
  expect(filling.busy).toBe(false);
  await filling.save(async () => undefined);
  expect(filling.otherError).toBeNull();
});

it("saves a copy of what is filled in, and nothing while it is on its way", async () => {
  const saved: { name: string }[] = [];
  const save = async (filled: { name: string }) => void saved.push(filled);
  const filling = new Filling<{ name: string }>(null);
  await filling.save(save);
  expect(saved).toEqual([]);
  await filling.read(Promise.resolve({ name: "Một" }));
  await filling.save(save);
  if (filling.form) filling.form.name = "Hai";
  expect(saved).toEqual([{ name: "Một" }]);
});
