import type { StyleForm } from "$lib/api/bindings";

/** One made-up sentence in the office's way of writing; only an illustration, nothing is computed. */
export function sampleSentence(style: StyleForm): string {
  const committee = style.old_tone_placement ? "Ban Thường vụ Đảng ủy" : "Ban Thường vụ Đảng uỷ";
  const tasks = style.counts_in_words ? "năm" : style.two_digit_counts ? "05" : "5";
  const growth = ["10", "10,3", "10,34", "10,345"][style.decimals ?? 3] ?? "10,345";
  const day = ["20", "11", "2023"].join(style.date_separator);
  return `Đến ngày ${day}, ${committee} đã lãnh đạo hoàn thành ${tasks} nhiệm vụ trọng tâm; tốc độ tăng trưởng đạt ${growth}%.`;
}
