import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reference } from "../lib/reference.server";
import type { SectorInput } from "./types";

const resolver = reference().resolver();
const isicOf = (input: SectorInput) => resolver.sector(input)?.isic ?? null;

describe("an ISIC code", () => {
  test.each([
    ["1410", "1410"], ["ISIC 1410", "1410"], ["1410.0", "1410"], ["14.10", "1410"], ["C1410", "1410"], ["C 14.10", "1410"], ["14", "14"], ["141", "141"], ["C", "C"],
    ["0127", "0127"], ["127", "0127"], ["127.0", "0127"], ["01", "01"], ["1", "01"], [" 8121 ", "8121"],
  ] as const)("%j is %s", (text, isic) => expect(isicOf({ isic: text })).toBe(isic)); // prettier-ignore

  test.each(["9999", "ABC", "Z", "14105678", "A1410"])("%j is no ISIC code", (text) =>
    expect(isicOf({ isic: text })).toBeNull(),
  );

  test("every code of the table is itself, with or without its leading zero", () => {
    const codes = new Set(
      reference()
        .table("isic")
        .map((row) => row.code),
    );
    for (const code of codes) {
      expect([code, isicOf({ isic: code })]).toEqual([code, code]);
      // "141" is the group of wearing apparel, not the class 0141 without its zero: a code that stands in the table is that code.
      if (code.startsWith("0") && !codes.has(code.slice(1)))
        expect([code, isicOf({ isic: code.slice(1) })]).toEqual([code, code]);
    }
  });
});

describe("a NACE code", () => {
  test.each([["01.43", "0142"], ["C13.1", "131"], ["13.10", "1311"], ["C 14.13", "1410"], ["78.20", "7820"], ["81.21", "8121"]] as const)("%j leads to ISIC %s", (text, isic) =>
    expect(isicOf({ nace: text })).toBe(isic),
  ); // prettier-ignore

  test("every class of the table leads to an ISIC code of the same section", () => {
    const sections = new Map(
      reference()
        .table("isic")
        .map((row) => [row.code, row.section]),
    );
    for (const row of reference().table("nace")) {
      if (row.level !== "class") continue;
      const isic = isicOf({ nace: row.code });
      expect([row.code, isic === null ? null : sections.get(isic)]).toEqual([row.code, row.section]);
    }
  });
});

describe("a customs code", () => {
  test.each([
    ["610910", "1410"], ["6109.10", "1410"], ["HS 6402.99", "1520"], ["'640299", "1520"], ["64029900", "1520"], ["6402", "1520"], ["6402 99", "1520"], ["81010", "0125"], ["0810.10", "0125"],
    ["401512", "2219"], ["854143", "2610"], ["9403.60.8081", "3100"], ["6109100010", "1410"],
  ] as const)("%j leads to ISIC %s", (text, isic) => expect(isicOf({ hs: text })).toBe(isic)); // prettier-ignore

  test("a chapter alone leads to a division, and says how sure that is", () => {
    expect(resolver.sector({ hs: "61" })).toMatchObject({ isic: "14", how: "hs" });
    expect(resolver.sector({ hs: "84" })?.confidence).toBeLessThan(1);
  });

  test.each(["", "0000", "abc", "99999999", "1234567890123"])("%j is no customs code", (text) =>
    expect(isicOf({ hs: text })).toBeNull(),
  );

  test("every heading reads the same with points, blanks, a prefix, further digits and without its leading zero", () => {
    const headings = reference()
      .table("hs")
      .filter((row) => row.level === "heading" && isicOf({ hs: row.code }) !== null);
    expect(headings.length).toBeGreaterThan(1100);
    fc.assert(
      fc.property(fc.constantFrom(...headings), fc.integer({ min: 0, max: 99 }), ({ code }, rest) => {
        const whole = isicOf({ hs: code });
        const six = `${code}${String(rest).padStart(2, "0")}`;
        const forms = [
          `HS ${code}`,
          `${six.slice(0, 4)}.${six.slice(4)}`,
          `${six.slice(0, 4)} ${six.slice(4)}`,
          `'${six}`,
          `${six}00`,
          six.replace(/^0/, ""),
        ];
        return forms.every((form) => isicOf({ hs: form }) === whole);
      }),
    );
  });
});

describe("a CPV code", () => {
  test.each([
    ["18800000-7", "1520"], ["18800000", "1520"], ["CPV 18800000-7", "1520"], ["188000007", "1520"], ["03110000-5", "01"], ["3110000-5", "01"], ["09331200-0", "2610"], ["9331200-0", "2610"],
    ["79620000-6", "7820"], ["90910000-9", "812"], ["45000000-7", "41"],
  ] as const)("%j leads to ISIC %s", (text, isic) => expect(isicOf({ cpv: text })).toBe(isic)); // prettier-ignore

  test("a wrong check digit is no CPV code", () => expect(isicOf({ cpv: "18800000-1" })).toBeNull());

  test("every code with a way to ISIC reads the same with and without its check digit and leading zero", () => {
    for (const { code, code8 } of reference().table("cpv")) {
      const whole = isicOf({ cpv: code });
      expect([code, isicOf({ cpv: code8 })]).toEqual([code, whole]);
      expect([code, isicOf({ cpv: code.replace("-", "") })]).toEqual([code, whole]);
      if (code.startsWith("0")) expect([code, isicOf({ cpv: code.slice(1) })]).toEqual([code, whole]);
    }
  });
});

describe("several codes in one row", () => {
  test("the stated activity decides, the customs code names the good", () =>
    expect(resolver.sector({ isic: "4641", hs: "610910" })).toEqual({
      isic: "4641",
      how: "isic",
      confidence: 1,
      goods: ["Garments"],
    }));
  test("a coarse code is made finer by one inside it", () => expect(isicOf({ isic: "14", hs: "610910" })).toBe("1410"));
  test("a coarse code is not changed by one outside it", () => expect(isicOf({ isic: "46", hs: "610910" })).toBe("46"));
  test("an unknown code is passed over for the next", () => {
    expect(resolver.sector({ isic: "9999", hs: "610910" })).toMatchObject({ isic: "1410", how: "hs" });
    expect(resolver.sector({ hs: "999999", product: "office cleaning" })).toMatchObject({ isic: "8121", how: "text" });
  });
  test.each([
    [{ isic: "1410 - Manufacture of wearing apparel" }, "1410"],
    [{ isic: "C: Manufacturing" }, "C"],
    [{ hs: "6109; 6110" }, "1410"],
    [{ hs: "6109.10 T-shirts" }, "1410"],
    [{ cpv: "18800000-7 - Footwear" }, "1520"],
    [{ nace: "14.13, 14.19" }, "1410"],
  ] as const)("%j: the first code of the cell counts, its label does not disturb", (input, isic) =>
    expect(isicOf(input)).toBe(isic),
  );
  test("nothing known is nothing", () => expect(resolver.sector({ isic: "x", hs: "", product: "?" })).toBeNull());
});

describe("goods of a code", () => {
  test.each([
    [{ hs: "401512" }, ["Rubber Gloves"]], [{ hs: "854143" }, ["Solar Modules"]], [{ hs: "151110" }, ["Crude Palm Oil"]], [{ hs: "080132" }, ["Cashews"]], [{ hs: "520100" }, ["Cotton"]],
    [{ hs: "180100" }, ["Cocoa"]], [{ hs: "640399" }, ["Footwear"]], [{ cpv: "09331200-0" }, ["Solar Modules"]], [{ isic: "1410" }, ["Garments"]],
  ] as const)("%j is %j", (input, goods) => expect(resolver.sector(input)?.goods).toEqual(goods)); // prettier-ignore

  test.each([{ hs: "0804" }, { hs: "8541" }, { hs: "9018" }, { hs: "2804" }, { isic: "0111" }, { isic: "0729" }])(
    "%j is shared by many and names none",
    (input) => expect(resolver.sector(input)?.goods).toEqual([]),
  );

  test("words name the good where the code names none", () =>
    expect(resolver.sector({ hs: "9018", product: "Surgical instruments" })?.goods).toEqual(["Surgical Instruments"]));
  test("words that do not go with the code name no good", () =>
    expect(resolver.sector({ hs: "870323", product: "Leather" })?.goods).toEqual([]));
});

describe("the concordances", () => {
  const isic = new Set(
    reference()
      .table("isic")
      .map((row) => row.code),
  );
  test("each heading's shares sum to at most one and lead to known classes", () => {
    const sums = new Map<string, number>();
    for (const row of reference().table("concordance-hs4-isic4")) {
      sums.set(row.hs4, (sums.get(row.hs4) ?? 0) + row.shareOfSubheadings);
      expect(isic.has(row.isic4Class)).toBe(true);
    }
    expect([...sums].filter(([, sum]) => sum > 1.011)).toEqual([]);
  });
  test("each CPV way leads to a known ISIC code and begins a known CPV code", () => {
    const cpv = reference()
      .table("cpv")
      .map((row) => row.code8);
    for (const row of reference().table("concordance-cpv-class-isic")) {
      expect([row.cpvPrefix, isic.has(row.isic4)]).toEqual([row.cpvPrefix, true]);
      expect([row.cpvPrefix, cpv.some((code) => code.startsWith(row.cpvPrefix))]).toEqual([row.cpvPrefix, true]);
    }
  });
});
