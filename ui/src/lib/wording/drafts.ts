import { common } from "./common";

const some = (n: number, what: string): string => `${n} ${what}`;

export const drafts = {
  title: "Báo cáo",

  // The list of drafts.
  create: "Báo cáo mới",
  emptyTitle: "Chưa có báo cáo nào",
  emptyText:
    "Chọn loại báo cáo và năm, chương trình dự thảo ngay từ số liệu đang có; chỗ nào thiếu số sẽ để trống và tô màu để biết mà bổ sung.",
  ofYear: (year: number) => `Năm ${year}`,
  figures: (n: number) => some(n, "số liệu"),
  gaps: (n: number) => some(n, "chỗ trống"),
  findings: (n: number) => some(n, "điểm cần xem"),
  clean: "Đủ số liệu",
  latest: (n: number) => (n === 0 ? "Chưa chốt lần nào" : `Dự thảo lần ${n}`),
  remove: (title: string) => `Xóa báo cáo “${title}”`,
  removed: (title: string) => `Đã xóa báo cáo “${title}”.`,
  others: "Việc khác",
  back: "Danh sách báo cáo",

  // A new draft.
  kind: "Loại báo cáo",
  year: "Năm",
  draftTitle: "Tên báo cáo (để nhận ra trong danh sách)",
  source: "Soạn từ đâu",
  fromTemplate: "Từ mẫu báo cáo",
  fromTemplateHint: "Lời văn theo mẫu, số liệu của năm được điền sẵn.",
  fromLast: (title: string) => `Từ báo cáo năm trước: ${title}`,
  fromLastHint: "Giữ lời văn của năm trước, số liệu đổi sang năm nay.",
  carried: "Được chuyển sang",
  missing: (n: number) =>
    n === 0
      ? common.noneMissing
      : `${common.missing(n)}. Cứ dự thảo; chỗ thiếu sẽ để trống và tự điền khi có số.`,
  make: "Dự thảo báo cáo",

  // The desk.
  outline: "Đề cương",
  noOutline: "Chưa có đề mục. Thêm đề mục bằng ô “Kiểu đoạn” phía trên văn bản.",
  text: "Nội dung báo cáo",
  tabs: "Phần đang xem",
  tabText: "Soạn thảo",
  tabPreview: "Xem trước",
  resizeOutline: "Độ rộng của đề cương",
  resizePreview: "Độ rộng của bản xem trước",
  resizeChecks: "Chiều cao của phần rà soát",
  sectionState: {
    good: "đủ số liệu",
    gaps: "còn chỗ trống",
    findings: "có điểm cần xem",
  },
  templateChanged: "Mẫu của báo cáo này đã được sửa sau khi dự thảo. Báo cáo không tự đổi theo.",
  seeDifference: "Xem khác gì",

  // The card of a chip.
  card: "Thông tin về chỗ này",
  lastYear: "Năm trước",
  plan: (assigner: string) => (assigner ? `Kế hoạch ${assigner}` : "Kế hoạch"),
  value: "Số liệu",
  percent: "% kế hoạch",
  origin: "Nguồn",
  usedTimes: (n: number) => `dùng ở ${n} chỗ trong báo cáo này`,
  assumed: "Số giả định của dữ liệu mẫu",
  openIndicator: "Mở chỉ tiêu",
  fillIndicator: "Nhập số liệu",
  openConclusion: "Mở dòng này",
  openList: "Mở danh mục",
  editExpression: "Sửa biểu thức",
  expression: "Biểu thức",
  apply: "Áp dụng",
  removeChip: "Bỏ khỏi văn bản",

  // Checks.
  checks: "Rà soát",
  allGood: "Không còn chỗ trống, không có gì phải xem lại.",
  groups: { error: "Sai", gap: "Chỗ trống", warning: "Cảnh báo", note: "Lưu ý" },
  nextFinding: "Điểm tiếp theo (F8)",
  atHeading: (heading: string) => `mục ${heading}`,
  showNotes: (n: number) => `Hiện ${n} lưu ý`,
  hideNotes: "Ẩn lưu ý",

  // Versions and comparison.
  versions: "Các lần dự thảo",
  freeze: (n: number) => `Chốt dự thảo lần ${n}`,
  freezeHint:
    "Giữ lại nguyên văn và số liệu của hôm nay. Sau đó vẫn soạn tiếp được, và so sánh được với lần chốt này.",
  note: "Ghi chú",
  notePlaceholder: "ví dụ: gửi các ban góp ý",
  frozen: (name: string) => `Đã chốt ${name}.`,
  noVersions: "Chưa chốt lần nào. Chốt trước khi gửi đi góp ý để sau này biết đã sửa những gì.",
  current: "Bản đang soạn",
  exportVersion: "Xuất Word",
  compareTitle: "So sánh",
  compareFrom: "So bản",
  compareTo: "với bản",
  compareWith: (name: string) => `So với ${name}`,
  changedFigures: "Số liệu thay đổi",
  changedTexts: "Lời văn thay đổi",
  noFigureChange: "Không có số liệu nào thay đổi.",
  noTextChange: "Lời văn không thay đổi.",
  before: "Trước",
  after: "Sau",
  where: "Mục",
  kinds: { added: "Thêm", removed: "Bỏ", changed: "Sửa" },
  differenceTitle: "Mẫu đã thay đổi như sau",
  differenceHint: "Báo cáo giữ nguyên lời văn của mình. Muốn dùng đoạn nào của mẫu mới thì chép đoạn đó vào.",
  comparing: "Đang so sánh…",

  // Export and settings.
  export: "Xuất Word",
  exportAs: "Xuất Word, chọn nơi lưu…",
  exporting: "Đang ghi tệp Word…",
  cancelExport: "Dừng lại",
  exported: "Đã xuất báo cáo ra Word",
  exportedInto: (folder: string) => `Trong thư mục ${folder}`,
  result: (figures: number, gaps: number, findings: number) =>
    `${some(figures, "số liệu")} · ${some(gaps, "chỗ trống")} · ${some(findings, "điểm cần xem")}`,
  openWord: "Mở trong Word",
  openFolder: "Mở thư mục",
  settings: "Thể thức báo cáo",
  settingsShort: "Thể thức",
  profile: "Thể thức trình bày",
  number: "Số văn bản",
  numberHint: "Để trống khi chưa có số.",
  date: "Ngày ký",
  dateHint: "dd/mm/yyyy; để trống khi chưa ký.",
  toc: "Thêm mục lục ở đầu báo cáo",
  draftMark: (version: number) => `Ghi “Dự thảo lần ${version}” dưới số và ký hiệu`,
  draftMarkHint: "Bỏ chọn khi xuất bản trình ký.",
};
