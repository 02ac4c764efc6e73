export const overview = {
  title: (year: number) => `Tổng quan năm ${year}`,
};
