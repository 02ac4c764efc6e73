import type { OfficeForm } from "$lib/api/bindings";
import { areaOf, committeeOf } from "./suggest";

/** One made-up sentence in the office's way of writing; only an illustration, nothing is computed. */
export function sampleSentence({ name, level, side, style }: Pick<OfficeForm, "name" | "level" | "side" | "style">): string {
  const body = side === "state" ? "Ủy ban nhân dân" : `Ban Thường vụ ${committeeOf(areaOf(name), level)}`;
  const who = style.old_tone_placement ? body : body.replace("ủy", "uỷ").replace("Ủy", "Uỷ");
  const tasks = style.counts_in_words ? "năm" : style.two_digit_counts ? "05" : "5";
  const growth = ["10", "10,3", "10,34", "10,345"][style.decimals ?? 3] ?? "10,345";
  const day = ["20", "11", "2023"].join(style.date_separator);
  return `Đến ngày ${day}, ${who} đã lãnh đạo hoàn thành ${tasks} nhiệm vụ trọng tâm; tốc độ tăng trưởng đạt ${growth}%.`;
}
