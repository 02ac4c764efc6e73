export const drafts = {
  title: (year: number) => `Báo cáo năm ${year}`,
};
