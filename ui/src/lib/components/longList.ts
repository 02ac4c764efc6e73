/** What the button of a row in a long list takes, so that the list can lead the focus to it. */
export type RowAttributes = {
  "data-row": "";
  tabindex: 0 | -1;
  "aria-current": true | undefined;
  onclick: () => void;
};
