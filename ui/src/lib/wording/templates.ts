export const templates = {
  title: (year: number) => `Mẫu báo cáo, xem trên số liệu năm ${year}`,
};
