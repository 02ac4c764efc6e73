// Words of reading a notice of conclusion, a resolution or a speech into rows.
import { memory } from "./memory";

const PLACES: [RegExp, string][] = [
  [/^p(\d+)$/, "đoạn"],
  [/^fn(\d+)$/, "chú thích"],
  [/^txbx(\d+)$/, "khung chữ"],
];

/** "đoạn 5" of the place `p5`. */
export function placeName(place: string): string {
  for (const [form, word] of PLACES) {
    const number = form.exec(place)?.[1];
    if (number) return `${word} ${number}`;
  }
  return place;
}

export const notices = {
  open: "Đọc văn bản…",
  goOn: "Đọc tiếp văn bản…",
  openHint: "Tách thông báo kết luận, nghị quyết, bài phát biểu thành từng việc",
  title: "Đọc văn bản thành từng việc",
  stepList: "Các bước đọc văn bản",
  steps: ["Đưa văn bản", "Kiểm tra", "Đã ghi"],
  back: "Về danh sách",

  beginTitle: "Dán nội dung, hoặc chọn tệp",
  beginText:
    "Thông báo kết luận, nghị quyết, bài phát biểu. Chương trình đề xuất từng dòng: ai giao, giao cơ quan nào, " +
    "việc gì, thời hạn. Chưa ghi gì cho đến khi đồng ý.",
  text: "Nội dung văn bản",
  textHint: "Dán cả văn bản, kể cả phần mở đầu. Không dán văn bản mật.",
  year: "Năm của văn bản",
  yearHint: "dùng cho việc không nêu năm",
  read: "Đọc",
  choose: "Chọn tệp Word, TXT…",
  dropHint: "hoặc thả tệp vào cửa sổ",
  nothing: "Không thấy việc nào được kết luận hay giao trong văn bản này. Hãy xem lại nội dung đã dán.",

  rows: "Các dòng đề xuất",
  source: "Văn bản gốc",
  split: "Độ rộng của các dòng và văn bản gốc",
  heights: "Chiều cao của danh sách và phần sửa",
  field: "Lĩnh vực của mọi dòng",
  document: "Nằm trong văn bản",
  conference: "Kết luận tại hội nghị",
  kept: (n: number, all: number) => `Giữ ${n} trong ${all} dòng`,
  doubtful: (n: number) => `${n} dòng cần xem`,
  leaveOut: "Bỏ dòng này",
  keep: "Giữ dòng này",
  leftOut: "Bỏ",
  addRow: "Thêm dòng",
  edit: "Sửa dòng đang chọn",
  write: (n: number) => `Ghi ${n} dòng`,
  nothingToWrite: "Không có gì để ghi",
  undoable: "Hoàn tác được cả lần ghi.",
  keys: "↑ ↓ chọn dòng · Enter sửa · Esc về danh sách · Delete bỏ, giữ · Insert thêm · phím cách: dòng cần xem · Ctrl Enter ghi",

  doubts: {
    notADay: (typed: string) => `“${typed}” không giống một ngày; hãy ghi như 20/12/2023, hoặc để ở ô bằng lời`,
    nobody: "Chưa rõ giao cơ quan nào",
    between: (words: string, between: string) => `“${words}” không phải một ngày; có thể là ${between}, chương trình không tự đặt ngày`,
    words: (words: string) => `“${words}” không phải một ngày; giữ bằng lời`,
    newBody: (name: string) => `${name} chưa có trong danh sách đơn vị; ghi thì thêm vào`,
    count: (stated: number, word: string, found: number) => `Nêu ${stated} ${word}, tách được ${found}`.replace("  ", " "),
    slip: (slip: string, title: string) => `Nguồn viết “${slip}”; hiểu là ${title}, nguyên văn giữ như cũ`,
    linked: (title: string) => `đã gắn với ${title}`,
    differs: (written: string, differs: string) => `${written}: ${differs}`,
    unknown: (title: string) => `${title} chưa ghi ở phần Văn bản`,
    repeated: (places: string) => `Nhắc lại ở ${places}, gộp thành một dòng`,
    rule: (text: string) => `Giao theo điều kiện “${text}”; gắn chỉ tiêu và ngưỡng để chương trình tự biết là đơn vị nào`,
    stored: "Đã ghi dòng như vậy; bỏ ra để khỏi trùng",
    empty: memory.form.textMissing,
  },

  stampTitle: "Đầu văn bản có dấu mật",
  stampText:
    "Có dòng MẬT, TỐI MẬT hoặc TUYỆT MẬT ở đầu nên chương trình chưa đọc. Không dùng chương trình này cho văn bản mật.",
  stampLeave: "Không đọc văn bản này",
  stampRead: "Văn bản không mật, vẫn đọc",

  doneTitle: (n: number) => `Đã ghi ${n} dòng`,
  doneText: "Các dòng đã vào danh sách, tìm được bằng Ctrl K.",
  see: "Xem các dòng",
  another: "Đọc văn bản khác",
  undo: "Hoàn tác",
};
