// The one door to the program behind the window: `await call(commands.…)` gives the answer or
// throws a CommandError whose message is one Vietnamese sentence fit for the person.
import { wording } from "$lib/wording";
import type { AppErrorView, ErrorKind } from "./bindings";

export class CommandError extends Error {
  /** "broken" when the program did not answer as agreed; the others are those of AppErrorView. */
  readonly kind: ErrorKind | "broken";

  constructor(kind: ErrorKind | "broken", message: string) {
    super(message);
    this.name = "CommandError";
    this.kind = kind;
  }
}

// Generated bindings may either reject or answer with { status }; both are unwrapped here.
type Outcome = { status: "ok"; data: unknown } | { status: "error"; error: AppErrorView };
type Unwrapped<R> = R extends { status: "ok"; data: infer T }
  ? T
  : R extends { status: "error" }
    ? never
    : R;

export async function call<R>(answer: Promise<R>): Promise<Unwrapped<R>> {
  let outcome: R;
  try {
    outcome = await answer;
  } catch (thrown) {
    throw asCommandError(thrown);
  }
  if (!isOutcome(outcome)) return outcome as Unwrapped<R>;
  if (outcome.status === "error") throw asCommandError(outcome.error);
  return outcome.data as Unwrapped<R>;
}

/** Any thrown thing as a CommandError, so that a screen can show `.message` as it is. */
export function asCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  if (isErrorView(thrown)) return new CommandError(thrown.kind, thrown.message);
  return new CommandError("broken", wording.common.broken);
}

function isErrorView(value: unknown): value is AppErrorView {
  return typeof value === "object" && value !== null && "kind" in value && "message" in value;
}

function isOutcome(value: unknown): value is Outcome {
  return (
    typeof value === "object" &&
    value !== null &&
    "status" in value &&
    (value.status === "ok" || value.status === "error")
  );
}
