import { expect, test } from "vitest";
import type { Level, Side } from "$lib/api/bindings";
import { emptyOffice, follow, kindOf, suggest } from "./suggest";

const CASES: [string, Level, Side, string, string, string, string][] = [
  ["Đảng bộ xã Hòa Bình", "commune", "party", "ĐẢNG ỦY XÃ HÒA BÌNH", "ĐU", "Hòa Bình", "xã Hòa Bình"],
  ["Đảng bộ tỉnh Hà Tĩnh", "province", "party", "TỈNH ỦY HÀ TĨNH", "TU", "Hà Tĩnh", "tỉnh Hà Tĩnh"],
  ["Đảng bộ thành phố Hải Phòng", "province", "party", "THÀNH ỦY HẢI PHÒNG", "TU", "Hải Phòng", "thành phố Hải Phòng"],
  ["Đảng bộ quận Lê Chân", "district", "party", "QUẬN ỦY LÊ CHÂN", "QU", "Lê Chân", "quận Lê Chân"],
  ["Huyện ủy Minh Châu", "district", "party", "HUYỆN ỦY MINH CHÂU", "HU", "Minh Châu", "huyện Minh Châu"],
  ["Thành ủy Hải Phòng", "province", "party", "THÀNH ỦY HẢI PHÒNG", "TU", "Hải Phòng", "thành phố Hải Phòng"],
  ["Đảng bộ thị xã Kỳ Anh", "district", "party", "THỊ ỦY KỲ ANH", "", "Kỳ Anh", "thị xã Kỳ Anh"],
  ["Ủy ban nhân dân phường Hồng Bàng", "commune", "state", "ỦY BAN NHÂN DÂN PHƯỜNG HỒNG BÀNG", "UBND", "Hồng Bàng", "phường Hồng Bàng"],
  ["Sở Tài chính", "unit", "state", "SỞ TÀI CHÍNH", "", "", "Sở Tài chính"],
  ["", "commune", "state", "", "UBND", "", ""],
];

test.each(CASES)("%s (%s, %s)", (name, level, side, issuer, symbol, place, short) => {
  const suggested = suggest(name, level, side);
  expect(suggested.issuer_line).toBe(issuer);
  expect(suggested.symbol).toBe(symbol);
  expect(suggested.place).toBe(place);
  expect(suggested.short_name).toBe(short);
});

test.each<[string, Side, Level]>([
  ["Đảng bộ xã Hòa Bình", "party", "commune"],
  ["Ủy ban nhân dân phường Hồng Bàng", "state", "commune"],
  ["UBND tỉnh Hà Tĩnh", "state", "province"],
  ["Tỉnh ủy Hà Tĩnh", "party", "province"],
  ["Sở Tài chính", "state", "unit"],
  ["Bộ Tài chính", "state", "central"],
  ["Đảng bộ Công ty Xây dựng", "party", "district"],
  ["Hội Nông dân", "party", "district"],
])("the name %s says side %s and level %s, where it says anything", (name, side, level) => {
  expect(kindOf(name, { side: "party", level: "district" })).toEqual({ side, level });
});

test("the Party writes T/M with a slash, the State TM. with a dot", () => {
  expect(suggest("", "commune", "party").signers[0]?.authority).toBe("T/M BAN THƯỜNG VỤ");
  expect(suggest("", "commune", "state").signers[0]?.authority).toBe("TM. ỦY BAN NHÂN DÂN");
});

test("a new name renews the proposals, but not what was typed", () => {
  const form = emptyOffice();
  form.symbol = "ĐUX";
  const before = suggest("", "commune", "party");
  form.name = "Đảng bộ xã Hòa Bình";
  follow(form, before, suggest(form.name, "commune", "party"));
  expect(form.issuer_line).toBe("ĐẢNG ỦY XÃ HÒA BÌNH");
  expect(form.place).toBe("Hòa Bình");
  expect(form.symbol).toBe("ĐUX");
});
