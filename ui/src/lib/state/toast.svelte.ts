// The bar that says what was just done and offers to take it back: one at a time, the newest.

/** `step` is the one that the bar tells of; null when it cannot be taken back. */
export type Said = { id: number; text: string; step: number | null };

class Toasts {
  said = $state<Said | null>(null);
  #next = 1;

  /** After a step of the person's: "Đã xóa chỉ tiêu Thu ngân sách." · Hoàn tác. */
  done(text: string, step: number | null): void {
    this.said = { id: this.#next++, text, step };
  }

  /** Something worth knowing that cannot be undone. */
  tell(text: string): void {
    this.done(text, null);
  }

  dismiss(): void {
    this.said = null;
  }
}

export const toast = new Toasts();
