import type { IconName } from "./icons";

export type MenuItem = {
  label: string;
  icon?: IconName;
  /** As printed at the right: "Ctrl B". */
  shortcut?: string;
  disabled?: boolean;
  danger?: boolean;
  /** Shows a check mark; for choices that stay. */
  checked?: boolean;
  testid?: string;
  run: () => void;
};
