// Which reports are an office's own: those of its side.
import { commands, type Side } from "$lib/api/bindings";
import { call } from "$lib/api/call";

/** Party or State; null when the office has not said yet. */
export async function sideOf(office: string | null): Promise<Side | null> {
  try {
    return (await call(commands.office(office))).side;
  } catch {
    return null;
  }
}

/** The first of the side; the first of all when it has none. */
export function firstOf<T extends { side: Side }>(lines: T[], side: Side | null): T | undefined {
  return lines.find((line) => line.side === side) ?? lines[0];
}
