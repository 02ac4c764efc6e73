export const settings = {
  title: (year: number) => `Thiết lập · năm ${year}`,
};
