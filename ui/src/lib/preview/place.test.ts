import { beforeEach, expect, it } from "vitest";
import { elementAt, placeOf } from "./place";

const page = (html: string) => {
  const element = document.createElement("section");
  element.innerHTML = `<article>${html}</article>`;
  document.body.append(element);
  return { element, headings: [...element.querySelectorAll<HTMLElement>("[data-heading]")] };
};
let pages: ReturnType<typeof page>[];

beforeEach(() => {
  document.body.innerHTML = "";
  pages = [
    page("<p data-heading id='h0'>I. Kết quả</p><p id='a'>Thu ngân sách đạt khá</p>"),
    page("<p id='b'>Đầu tư công</p><p data-heading id='h1'>II. Hạn chế</p><p id='c'>Thu ngân sách  giảm</p>"),
  ];
});

it.each([
  [0, "Thu ngân sách", "a"],
  [0, "Đầu tư công", "b"],
  [1, "Thu ngân sách giảm", "c"],
  [1, "không có ở đâu", "h1"],
  [1, "II", "h1"],
])("below heading %i, «%s» stands in %s", (heading, words, id) => {
  expect(elementAt({ heading, words }, pages)?.id).toBe(id);
});

it.each([["a", 0], ["b", 0], ["h1", 1], ["c", 1]])("%s stands below heading %i", (id, heading) => {
  const block = document.getElementById(id) as HTMLElement;
  expect(placeOf(block, pages).heading).toBe(heading);
});
