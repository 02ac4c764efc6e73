export const common = {
  product: "Tổng Kết",
  broken: "Chương trình gặp trục trặc khi làm việc này. Hãy thử lại; dữ liệu đã lưu không bị ảnh hưởng.",
  cancel: "Hủy bỏ",
  close: "Đóng",
  save: "Lưu",
  remove: "Xóa",
  retry: "Thử lại",
  undo: "Hoàn tác",
  loading: "Đang đọc dữ liệu…",
  required: "bắt buộc",
  /** Of figures that are owed for the year: planned, or given last year. */
  missing: (n: number) => `Còn thiếu ${n} số liệu`,
  noneMissing: "Đã đủ số liệu so với kế hoạch và năm trước.",
};
