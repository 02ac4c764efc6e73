import { cleanup } from "@testing-library/svelte";
import { afterEach } from "vitest";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

// jsdom lays nothing out; CodeMirror measures ranges all the same.
Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
Range.prototype.getBoundingClientRect = () => new DOMRect();

// jsdom has no <dialog> behaviour yet. What the parts under test rely on: `open`, the events, and
// that close() gives the focus back to where it was before (HTML, "close the dialog").
if (!HTMLDialogElement.prototype.showModal) {
  const before = new WeakMap<HTMLDialogElement, Element | null>();
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    before.set(this, document.activeElement);
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
    const back = before.get(this);
    if (back instanceof HTMLElement) back.focus();
    this.dispatchEvent(new Event("close"));
  };
}
