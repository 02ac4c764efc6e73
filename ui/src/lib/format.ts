// How the window writes moments and sizes. Figures are printed by the program, never here.

const two = (n: number): string => String(n).padStart(2, "0");

/** "20/11/2023 08:05" of an ISO time, in local time. */
export function dateTime(iso: string): string {
  const at = new Date(iso);
  return `${day(at)} ${clock(at)}`;
}

/** "20/11/2023" of an ISO time or date. A bare date stays the day it names in every time zone. */
export function date(iso: string): string {
  const bare = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (bare) return `${bare[3]}/${bare[2]}/${bare[1]}`;
  return day(new Date(iso));
}

/** "08:05" */
export function clock(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** "hôm nay 08:05", "hôm qua 17:40", else "20/11/2023 08:05". */
export function whenShort(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0) return `hôm nay ${clock(at)}`;
  if (days === 1) return `hôm qua ${clock(at)}`;
  return dateTime(iso);
}

/** "1,4 MB" */
export function bytes(n: number): string {
  if (n < 1024) return `${n} B`;
  if (n < 1024 * 1024) return `${comma(n / 1024)} kB`;
  return `${comma(n / (1024 * 1024))} MB`;
}

/** "Thu ngân sách" of "thu ngân sách", where a name begins a line. */
export const capitalised = (name: string): string =>
  name.charAt(0).toLocaleUpperCase("vi") + name.slice(1);

const comma = (n: number): string => (n < 10 ? n.toFixed(1) : n.toFixed(0)).replace(".", ",");
const day = (at: Date): string => `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
