// The bar that says what was just done and offers to take it back: one at a time, the newest.

export type Said = { id: number; text: string; canUndo: boolean };

class Toasts {
  said = $state<Said | null>(null);
  #next = 1;

  /** After a step of the person's: "Đã xóa chỉ tiêu Thu ngân sách." · Hoàn tác. */
  done(text: string): void {
    this.said = { id: this.#next++, text, canUndo: true };
  }

  /** Something worth knowing that cannot be undone. */
  tell(text: string): void {
    this.said = { id: this.#next++, text, canUndo: false };
  }

  dismiss(): void {
    this.said = null;
  }
}

export const toast = new Toasts();
