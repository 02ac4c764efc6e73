export const figures = {
  title: (year: number) => `Chỉ tiêu, số liệu năm ${year}`,
};
