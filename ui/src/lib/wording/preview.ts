// Words of the preview that shows the Word file page by page.
export const preview = {
  title: "Bản xem trước",
  pages: "Các trang của bản xem trước",
  making: "Đang dàn trang…",
  broken: "Trang sẽ hiện khi lỗi trong văn bản được sửa.",
  stale: "Trang đang hiện là của lúc văn bản chưa có lỗi.",
  page: (page: number, n_pages: number) => (n_pages === 0 ? "Trang –" : `Trang ${page} / ${n_pages}`),
  previous: "Trang trước",
  next: "Trang sau",
  smaller: "Thu nhỏ",
  larger: "Phóng to",
  fit: "Vừa chiều ngang",
  fitted: "Vừa khung",
};
