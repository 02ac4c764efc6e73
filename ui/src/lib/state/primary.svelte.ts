// The one main action of the screen in view, shown at the right end of the top bar.

export type PrimaryAction = { label: string; run: () => void; disabled?: boolean; testid: string };

class Primary {
  action = $state<PrimaryAction | null>(null);

  /** For an $effect of the screen: offers the action until the effect ends. */
  offer(action: PrimaryAction): () => void {
    this.action = action;
    return () => {
      if (this.action?.testid === action.testid) this.action = null;
    };
  }
}

export const primary = new Primary();
