import { expect, test } from "vitest";
import { fold } from "./fold";

test.each([
  ["Chỉ tiêu, số liệu", "chi tieu, so lieu"],
  ["Đảng ủy ĐẢNG UỶ", "dang uy dang uy"],
  ["1.172,5 tỷ", "1.172,5 ty"],
])("%s reads %s without accents", (text, folded) => {
  expect(fold(text)).toBe(folded);
});
