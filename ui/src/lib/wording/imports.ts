import type { LineBadge, LineKind } from "$lib/api/bindings";

export const imports = {
  title: "Nhập dữ liệu",
  steps: ["Chọn tệp", "Nhận dạng", "Kiểm tra", "Ghi"],
  stepList: "Các bước nhập",

  emptyTitle: "Nhập số liệu từ tệp có sẵn",
  emptyText:
    "Chương trình đọc biểu, báo cáo sẵn có và chỉ ra đã hiểu từng số như thế nào. Chưa ghi gì trước khi anh, chị đồng ý.",
  choose: "Chọn tệp…",
  dropHint: "hoặc thả tệp vào cửa sổ này",
  dropHere: "Thả tệp để nhập",
  readable: "Đọc được",
  readableKinds: [
    ["Bảng tính", ".xlsx, .xlsm, .xls, .xlsb, .ods, .csv"],
    ["Văn bản", ".docx, .txt: số liệu trong bảng và trong câu"],
    ["Chữ cũ", "TCVN3 (ABC), VNI, VIQR, Windows-1258 đổi sang Unicode"],
  ],
  unreadable: "Chưa đọc được",
  unreadableKinds: [
    [".doc", "mở bằng Word, lưu thành .docx"],
    [".pdf, ảnh", "xin tệp gốc hoặc gõ lại bảng vào Excel"],
    ["Tệp có mật khẩu", "bỏ mật khẩu rồi lưu lại"],
  ],
  noSecret: "Không nhập văn bản mật.",

  waiting: "Tệp chờ nhập",
  saved: "Để sau",
  savedAt: (when: string) => `để lại ${when}`,
  open: "Mở",
  discard: "Bỏ",
  discardOf: (file: string) => `Bỏ lần nhập ${file}`,
  discarded: (file: string) => `Đã bỏ lần nhập ${file}.`,

  reading: (file: string) => `Đang đọc ${file}`,
  stop: "Dừng",
  back: "Chọn tệp khác",

  stampTitle: "Đầu văn bản có dấu mật",
  stampText: (file: string) =>
    `${file} có dòng MẬT, TỐI MẬT hoặc TUYỆT MẬT ở đầu nên chương trình chưa đọc. Không dùng chương trình này cho văn bản mật.`,
  stampLeave: "Không nhập tệp này",
  stampRead: "Văn bản không mật, vẫn đọc",

  encodingTitle: "Chữ trong tệp viết bằng bảng mã nào?",
  encodingText: "Cùng những chữ ấy, đọc theo từng bảng mã. Hãy chọn dòng đọc ra tiếng Việt đúng.",
  encodingNow: "đang đọc",
  encodingBadge: (name: string) => `bảng mã ${name} → Unicode`,

  recognised: "Đã nhận dạng",
  yearTitle: "Số liệu của năm nào?",
  yearText: "Trong tệp không ghi năm ở một số cột. Hãy cho biết năm báo cáo.",
  year: "Năm báo cáo",
  yearHint: "dùng khi trong tệp không ghi năm",
  yearWrong: "Năm báo cáo: hãy ghi đủ bốn chữ số, như 2024",
  cutOff: "Mốc số liệu",
  cutOffHint: "ví dụ 25/9/2024; để trống nếu là cả năm",
  encoding: "Bảng mã",
  encodingAuto: "Tự nhận dạng",
  readAgain: "Đọc lại",
  goCheck: "Sang bước kiểm tra",
  notices: (n: number) => `${n} điều cần biết về tệp`,

  columns: { place: "Dòng", label: "Trong tệp", indicator: "Khớp với chỉ tiêu", unit: "ĐVT", badge: "Kết quả" },
  table: "Các dòng của tệp và chỉ tiêu khớp với từng dòng",
  newIndicator: (name: string) => `+ ${name}`,
  text: "Lời văn",
  sheet: (name: string) => `Trang “${name}”`,
  filters: "Lọc dòng",
  all: "Tất cả",
  nothing: "Không có dòng nào thuộc loại này.",
  noLines: "Không tìm thấy số liệu nào trong tệp. Hãy xem bảng ở bên và kiểm tra tiêu đề cột.",

  kinds: {
    ask: "Cần chọn",
    differs: "Khác số đang có",
    far: "Nghi nhầm đơn vị",
    new: "Mới",
    converted: "Đổi đơn vị",
    matched: "Khớp",
    replaced: "Thay số đang có",
    kept: "Giữ số đang có",
    same: "Đã có",
    checked: "Đối chiếu",
    skipped: "Bỏ qua",
  } satisfies Record<LineKind, string>,

  source: "Tệp gốc",
  sourceOf: (place: string) => `ô ${place}`,
  sourceTable: "Nội dung tệp gốc",
  hiddenSheet: "đang ẩn",
  split: "Độ rộng của phần đối chiếu và tệp gốc",
  questions: "Lựa chọn cho dòng đang chọn",
  otherIndicator: "Chỉ tiêu khác…",
  findIndicator: "Tìm chỉ tiêu (không cần dấu)",
  noIndicator: "Không có chỉ tiêu nào như vậy.",
  skipLine: "Bỏ qua dòng",
  takeBack: "Bỏ lựa chọn",
  next: "Chỗ cần chọn tiếp theo",

  n_lines: (n: number) => `${n} dòng`,
  notWritten: "Chưa ghi gì vào dữ liệu của cơ quan.",
  left: (n: number) => `${n} dòng chưa chọn sẽ để nguyên, không ghi.`,
  write: (n: number) => `Ghi ${n} dòng`,
  nothingToWrite: "Không có gì để ghi",
  later: "Để sau",
  undoable: "Hoàn tác được cả lần nhập.",
  keys: "↑ ↓ chọn dòng · 1…9 chọn phương án · Delete bỏ qua dòng · phím cách đến chỗ cần chọn tiếp theo",
  putAside: (file: string) => `Đã để lần nhập ${file} lại sau.`,

  doneTitle: (file: string) => `Đã nhập ${file}`,
  written: {
    figures: (n: number) => `${n} số liệu`,
    plans: (n: number) => `${n} kế hoạch`,
    targets: (n: number) => `${n} chỉ tiêu năm sau`,
    reported: (n: number) => `${n} số liệu của đơn vị`,
    new_indicators: (n: number) => `${n} chỉ tiêu mới`,
    new_units: (n: number) => `${n} đơn vị báo cáo mới`,
    unchanged: (n: number) => `${n} số đã có sẵn, không đổi`,
    conflicts: (n: number) => `${n} số khác số đang có, đã để nguyên`,
  },
  ofYears: (years: number[]) => `Năm ${years.join(", ")}`,
  wroteNothing: "Mọi số liệu trong tệp đã có sẵn, không có gì thay đổi.",
  undo: "Hoàn tác",
  seeFigures: "Xem số liệu",
  another: "Nhập tệp khác",
  nextFile: (file: string) => `Nhập tiếp ${file}`,

  exportTables: "Xuất số liệu ra Excel",
  exportYear: (year: number) => `Số liệu năm ${year}…`,
  exportAll: "Số liệu mọi năm…",
  exported: (file: string, rows: number) => `Đã xuất ${rows} dòng vào ${file}.`,
  openExported: "Mở tệp",
};

/** "Khác số đang có: 2.301", "Cần chọn (2): đọc được hai cách" */
export function badgeText({ kind, n, text }: LineBadge): string {
  const name = imports.kinds[kind];
  const counted = kind === "ask" && n > 1 ? `${name} (${n})` : name;
  if (text === "") return counted;
  if (kind === "converted") return `${counted} ${text}`;
  if (kind === "far") return `${counted}, năm trước ${text}`;
  return `${counted}: ${text}`;
}
