// Words of the search over everything.
export const search = {
  title: "Tìm kiếm",
  query: "Tìm trong mọi thứ đã ghi",
  hint: "Không cần dấu; “trong ngoặc kép” là đúng cụm; số viết kiểu nào cũng được",
  found: (n: number) => (n === 1 ? "1 kết quả" : `${n} kết quả`),
  shown: (n: number, all: number) => `${n} trong ${all} kết quả; lọc hoặc gõ thêm để thấy gọn hơn`,
  nothing: (query: string) => `Không thấy gì khớp với “${query}”`,
  nothingText: "Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc.",
  startTitle: "Tìm trong mọi thứ cơ quan đã ghi",
  startText:
    "Kết luận, nhiệm vụ, văn bản, hội nghị, số liệu, kế hoạch, dự thảo.\n" +
    "Thử: dai hoi lan thu 17 · 24-CT/TU · giai ngan · 118",
  filters: {
    label: "Lọc kết quả",
    year: "Năm",
    everyYear: "Mọi năm",
    ofYear: (year: number) => `Năm ${year}`,
    kind: "Loại",
    everyKind: "Mọi loại",
    field: "Lĩnh vực",
    everyField: "Mọi lĩnh vực",
    body: "Cơ quan",
    everyBody: "Mọi cơ quan",
  },
  kinds: {
    document: "Văn bản",
    conclusion: "Kết luận, nhiệm vụ",
    conference: "Hội nghị",
    indicator: "Chỉ tiêu",
    figure: "Số liệu",
    plan: "Kế hoạch",
    target: "Chỉ tiêu phấn đấu",
    list: "Danh sách",
    theme: "Chủ đề năm",
    draft: "Dự thảo",
  },
  all: (n: number, query: string) => `Xem cả ${n} kết quả của “${query}”`,
};
