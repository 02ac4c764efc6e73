// What the program tells the window unasked. Each function returns the way to stop listening,
// so a component writes `$effect(() => onChanged(reload))`.
import { listen } from "@tauri-apps/api/event";
import type { Changed, Progress } from "./bindings";

function on<T>(event: string, handle: (payload: T) => void): () => void {
  let stopped = false;
  let stop: (() => void) | undefined;
  void listen<T>(event, ({ payload }) => {
    if (!stopped) handle(payload);
  }).then((unlisten) => {
    if (stopped) unlisten();
    else stop = unlisten;
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

/** After every step, undo, redo, and after a change by another program. */
export const onChanged = (handle: (changed: Changed) => void): (() => void) =>
  on<Changed>("changed", handle);

/** After a change of one of these: "conclusion", "document" and the like. */
export const onChangeOf = (nouns: readonly string[], handle: () => void): (() => void) =>
  onChanged((changed) => {
    if (changed.nouns.some((noun) => nouns.includes(noun))) handle();
  });

/** A second start of the program brought this window to the front. */
export const onOpened = (handle: () => void): (() => void) => on("opened", handle);

/** Files were dropped on the window, or named by a second start; `offeredImportFiles` gives them. */
export const onFilesOffered = (handle: () => void): (() => void) => on("files-offered", handle);

/** Files are held over the window, or no longer. */
export const onFilesOver = (handle: (over: boolean) => void): (() => void) =>
  on<{ over: boolean }>("files-over", ({ over }) => handle(over));

/** Progress of one job, named by the caller when it started the job. */
export const onProgress = (job: string, handle: (progress: Progress) => void): (() => void) =>
  on<{ job: string; progress: Progress }>("progress", (told) => {
    if (told.job === job) handle(told.progress);
  });
