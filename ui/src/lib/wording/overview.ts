const n = (count: number, one: string): string => `${count} ${one}`;

export const overview = {
  title: (year: number) => `Tổng quan năm ${year}`,
  openYear: (year: number) => `Mở năm ${year}…`,
  reopenYear: (year: number) => `Bổ sung năm ${year}…`,

  backup: (when: string) => `Sao lưu: ${when}`,
  noBackup: "Chưa sao lưu",

  figures: "Số liệu của năm",
  figuresIn: (count: number, expected: number) => `${count}/${expected} số liệu đã có`,
  estimates: (count: number) => `trong đó ${count} số ước thực hiện`,
  overdue: (count: number) => `${n(count, "số liệu")} quá hạn`,
  noSupplier: "Chưa ghi nơi cung cấp",
  due: (due: string) => `hạn ${due}`,
  overdueDue: (due: string) => `đã quá hạn ${due}`,
  enter: "Ghi số liệu",
  more: (count: number) => `Xem thêm ${n(count, "số liệu")}`,
  less: "Thu gọn",

  scorecard: "Bảng điểm chỉ tiêu",
  scorecardDone: ["chỉ tiêu", "đạt và vượt"],
  scorecardParts: {
    exceeded: "Vượt",
    met: "Đạt",
    not_met: "Chưa đạt",
    pending: "Chưa đánh giá",
  },
  failing: "Chưa đạt kế hoạch",
  failingPlan: (plan: string) => `kế hoạch ${plan}`,
  noScorecard: "Chưa có chỉ tiêu nào được giao kế hoạch.",
  noScorecardHelp: "Ghi kế hoạch ở cột Kế hoạch của bảng số liệu, đánh giá sẽ hiện ở đây.",

  drafts: "Dự thảo báo cáo",
  allDrafts: "Đến các báo cáo",
  noDrafts: "Chưa có dự thảo nào.",
  noDraftsHelp: "Chọn loại báo cáo, chương trình soạn sẵn từ số liệu của năm.",
  newDraft: "Soạn báo cáo",
  version: (version: number) => (version > 0 ? `Dự thảo lần ${version}` : "Chưa chốt lần nào"),
  gaps: (count: number) => `${count} chỗ trống`,
  findings: (count: number) => `${count} điểm cần xem`,
  clean: "Không còn chỗ trống",
  changed: (when: string) => `sửa ${when}`,

  checks: "Rà soát số liệu",
  noFindings: "Chưa thấy điều gì bất thường trong số liệu.",
  severities: { error: "Sai", warning: "Cảnh báo", note: "Lưu ý" },
  goThere: "Đến chỗ này",

  firstTitle: (year: number) => `Năm ${year} chưa có số liệu`,
  firstText: "Ba bước để có báo cáo đầu tiên:",
  firstSteps: [
    "Đưa chỉ tiêu vào: nhập biểu Excel, báo cáo Word đang có, hoặc thêm từng chỉ tiêu.",
    "Ghi kế hoạch và kết quả; thiếu số nào cứ để trống.",
    "Soạn báo cáo: chương trình viết sẵn từ số liệu, anh, chị sửa lời rồi xuất Word.",
  ],
  firstImport: "Nhập từ tệp",
  firstAdd: "Thêm chỉ tiêu",

  offer: {
    title: (year: number) => `Mở năm ${year}`,
    lead: (from: number, to: number) =>
      `Chọn những gì chuyển từ năm ${from} sang năm ${to}. Chưa ghi gì cho đến khi bấm nút ở cuối hộp này; ghi rồi vẫn hoàn tác được.`,
    plans: "Kế hoạch",
    plansText: (year: number) => `Chỉ tiêu đã đề ra cho năm ${year} thành kế hoạch năm ${year}.`,
    already: "đã có",
    noPlans: (year: number) => `Chưa có chỉ tiêu nào được đề ra cho năm ${year}.`,
    samePeriod: (count: number, from: number) =>
      `${n(count, "số liệu")} năm ${from} tự thành số cùng kỳ để so sánh; không phải chép lại.`,
    lists: "Danh mục chuyển sang",
    becomes: (becomes: string) => `thành: ${becomes}`,
    noLists: "Không có danh mục nào để chuyển.",
    scorecards: "Bảng điểm",
    noScorecards: "Không có bảng điểm nào để chuyển.",
    limitations: (from: number) => `Hạn chế năm ${from}`,
    limitationsText: (count: number, states: string, year: number) =>
      `${n(count, "hạn chế")}: ${states}. Báo cáo năm ${year} nêu kết quả khắc phục từng hạn chế; mở năm không ghi gì ở đây, kết quả ghi ở phần Hạn chế, giải pháp.`,
    inState: (count: number, state: string) => n(count, state),
    unsaid: "chưa nêu",
    all: "Chọn tất cả",
    nothing: (year: number) => `Không có gì để chuyển: gõ thẳng kế hoạch, số liệu năm ${year}.`,
    goTo: (year: number) => `Sang năm ${year}`,
    confirm: (year: number) => `Mở năm ${year}`,
    done: (year: number) => `Đã mở năm ${year}.`,
    chosen: (plans: number, lists: number, scorecards: number) =>
      `Sẽ ghi ${plans} kế hoạch, ${lists} danh mục, ${scorecards} bảng điểm`,
  },
};
