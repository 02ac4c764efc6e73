// First proposals for an office's form, from what it is called. They only fill what the person has
// not typed; nothing is derived behind anyone's back, and every line stays free to be changed.
import type { Level, OfficeForm, Side, Signer } from "$lib/api/bindings";

export type Suggested = Pick<
  OfficeForm,
  "short_name" | "issuer_line" | "place" | "symbol" | "signers" | "recipients"
>;

/** An empty form; the way of writing is the one most offices keep to. */
export function emptyOffice(): OfficeForm {
  const form: OfficeForm = {
    name: "",
    short_name: "",
    superior_line: "",
    issuer_line: "",
    level: "commune",
    side: "party",
    place: "",
    symbol: "",
    profile: "",
    signers: [],
    recipients: [],
    style: {
      old_tone_placement: true,
      two_digit_counts: true,
      counts_in_words: false,
      decimals: 2,
      date_separator: "/",
    },
  };
  return { ...form, ...suggest(form.name, form.level, form.side) };
}

/** Words with which the names of the two sides begin. */
const STATE = /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|sở|phòng|bộ)\s/i;
const PARTY = /^(đảng bộ|đảng ủy|đảng uỷ|tỉnh ủy|thành ủy|quận ủy|huyện ủy|thị ủy|chi bộ)\s/i;
/** Levels by the unit whose name follows, or by the word that an office itself begins with. */
const LEVELS: [RegExp, Level][] = [
  [/^(sở|phòng|trường|trung tâm|bệnh viện)\s/i, "unit"],
  [/^bộ\s/i, "central"],
  [/^(xã|phường|thị trấn|đặc khu)\s/i, "commune"],
  [/^(quận|huyện|thị xã|quận ủy|huyện ủy|thị ủy)\s/i, "district"],
  [/^(tỉnh|thành phố|tp\.?|tỉnh ủy|thành ủy)\s/i, "province"],
];

/** Side and level that the name says; those of `otherwise` where it says nothing. */
export function kindOf(name: string, otherwise: Pick<OfficeForm, "side" | "level">): typeof otherwise {
  const named = `${name.trim()} `;
  const area = `${areaOf(name)} `;
  const said = LEVELS.find(([words]) => words.test(area) || words.test(named));
  const side = STATE.test(named) ? "state" : PARTY.test(named) ? "party" : otherwise.side;
  return { side, level: said?.[1] ?? otherwise.level };
}

export function suggest(name: string, level: Level, side: Side): Suggested {
  const area = areaOf(name);
  return {
    short_name: area,
    issuer_line: issuer(name, area, level, side),
    place: placeOf(area),
    symbol: symbol(area, level, side),
    signers: [signer(level, side)],
    recipients: recipients(area, level, side),
  };
}

// "Đảng bộ xã Hòa Bình" → "xã Hòa Bình"
const BODIES = /^(đảng bộ|đảng ủy|đảng uỷ|ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+/i;
// "xã Hòa Bình" → "Hòa Bình"
const UNITS = /^(thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|phường|xã|tp\.?)\s+/i;

/** Committees that name their area by one word: "Huyện ủy Minh Châu" → "huyện Minh Châu" */
const COMMITTEES: [RegExp, string][] = [
  [/^tỉnh (ủy|uỷ)\s+/i, "tỉnh "],
  [/^thành (ủy|uỷ)\s+/i, "thành phố "],
  [/^quận (ủy|uỷ)\s+/i, "quận "],
  [/^huyện (ủy|uỷ)\s+/i, "huyện "],
  [/^thị (ủy|uỷ)\s+/i, "thị xã "],
];

export const areaOf = (name: string): string =>
  COMMITTEES.reduce((area, [words, unit]) => area.replace(words, unit), name.trim().replace(BODIES, ""));
const placeOf = (area: string): string => (UNITS.test(area) ? area.replace(UNITS, "") : "");

function issuer(name: string, area: string, level: Level, side: Side): string {
  if (!area) return "";
  const place = placeOf(area) || area;
  if (side === "state") {
    return level === "unit" || level === "central" ? upper(name) : upper(`Ủy ban nhân dân ${area}`);
  }
  const committee = committeeOf(area, level);
  return upper(`${committee} ${committee === "Đảng ủy" ? area : place}`);
}

/** What the committee of an area calls itself: "Huyện ủy" */
export function committeeOf(area: string, level: Level): string {
  const isCity = /^(tp|thành phố)/i.test(area);
  if (level === "province") return isCity ? "Thành ủy" : "Tỉnh ủy";
  if (level !== "district") return "Đảng ủy";
  if (/^quận/i.test(area)) return "Quận ủy";
  if (/^thị xã/i.test(area)) return "Thị ủy";
  return isCity ? "Thành ủy" : "Huyện ủy";
}

function symbol(area: string, level: Level, side: Side): string {
  if (side === "state") return level === "unit" || level === "central" ? "" : "UBND";
  const known: Partial<Record<Level, string>> = { central: "TW", province: "TU", commune: "ĐU" };
  const ofDistrict: Record<string, string> = { "Huyện ủy": "HU", "Quận ủy": "QU" };
  return known[level] ?? ofDistrict[committeeOf(area, level)] ?? "";
}

function signer(level: Level, side: Side): Signer {
  if (side === "party") return { authority: "T/M BAN THƯỜNG VỤ", position: "BÍ THƯ", name: "" };
  if (level === "unit") return { authority: "", position: "THỦ TRƯỞNG ĐƠN VỊ", name: "" };
  if (level === "central") return { authority: "", position: "BỘ TRƯỞNG", name: "" };
  return { authority: "TM. ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH", name: "" };
}

function recipients(area: string, level: Level, side: Side): string[] {
  const here = area || "đơn vị";
  const lists: Record<Side, Record<Level, string[]>> = {
    party: {
      central: ["Bộ Chính trị, Ban Bí thư", "Lưu Văn phòng"],
      province: [
        "Bộ Chính trị, Ban Bí thư",
        "Văn phòng Trung ương Đảng",
        "Các đồng chí Ủy viên Ban Chấp hành Đảng bộ",
        "Các cấp ủy, cơ quan trực thuộc",
        "Lưu Văn phòng",
      ],
      district: ["Thường trực Tỉnh ủy", "Các đồng chí Ủy viên Ban Chấp hành", "Lưu Văn phòng"],
      commune: [
        "Thường trực Tỉnh ủy",
        "Các đồng chí Đảng ủy viên",
        `Các chi bộ, đảng bộ trực thuộc ${here}`,
        "Lưu Văn phòng Đảng ủy",
      ],
      unit: ["Đảng ủy cấp trên", "Các đồng chí cấp ủy viên", "Các chi bộ trực thuộc", "Lưu Văn phòng"],
    },
    state: {
      central: ["Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Lưu: VT"],
      province: [
        "Văn phòng Chính phủ",
        "Thường trực cấp ủy, Thường trực Hội đồng nhân dân",
        "Chủ tịch, các Phó Chủ tịch",
        "Các sở, ban, ngành",
        "Lưu: VT",
      ],
      district: ["Ủy ban nhân dân tỉnh", "Thường trực cấp ủy", "Các phòng, ban", "Lưu: VT"],
      commune: [
        "Ủy ban nhân dân tỉnh",
        "Thường trực Đảng ủy, Thường trực Hội đồng nhân dân",
        "Chủ tịch, các Phó Chủ tịch",
        `Các phòng, đơn vị thuộc ${here}`,
        "Lưu: VT",
      ],
      unit: ["Cơ quan chủ quản", "Lãnh đạo đơn vị", "Các phòng, bộ phận", "Lưu: VT"],
    },
  };
  return lists[side][level];
}

const upper = (text: string): string => text.trim().toLocaleUpperCase("vi");

/** Puts new proposals where the old ones still stand; what was typed stays. */
export function follow<P extends Partial<OfficeForm>>(form: OfficeForm, before: P, after: P): void {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const kept = (key: keyof P & keyof OfficeForm) => !same(form[key], before[key]);
  for (const key of Object.keys(after) as (keyof P & keyof OfficeForm)[]) {
    if (!kept(key)) Object.assign(form, { [key]: after[key] });
  }
}
