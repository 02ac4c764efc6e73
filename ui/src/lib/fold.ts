/** Text for comparing without accents or case: "Chỉ tiêu" becomes "chi tieu". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}
