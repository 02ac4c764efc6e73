export const start = {
  unreachable: "Không mở được dữ liệu.",
};
