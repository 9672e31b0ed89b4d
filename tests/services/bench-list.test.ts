import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIST_COUNTRIES } from "../bench/list-countries";
import { scatter24 } from "../bench/list-draw";
import { FAMILIES } from "../bench/list-goods";
import { LIST_COLUMNS } from "../bench/list-record";
import { makeSupplierList, type ListOptions } from "../bench/make-list";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), "candour-list-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const make = (options: ListOptions) => {
  const file = path.join(folder, "list.csv");
  const truth = makeSupplierList(file, options);
  return {
    truth,
    text: readFileSync(file, options.encoding === "utf-16le" ? "utf16le" : "utf8"),
    bytes: statSync(file).size,
  };
};
const records = (text: string): string[][] => Papa.parse<string[]>(text.replace(/\r?\n$/, "")).data;

describe("the invented supplier list", () => {
  test("is the same for the same seed, and another for another", () => {
    expect(make({ rows: 300, seed: 5, dirty: 0.2 }).text).toBe(make({ rows: 300, seed: "5", dirty: 0.2 }).text);
    expect(make({ rows: 300, seed: 5 }).text).not.toBe(make({ rows: 300, seed: 6 }).text);
  });

  test("of any length begins with every shorter list of that seed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 0, max: 150 }),
        fc.string({ maxLength: 8 }),
        (few, more, seed) => {
          const short = make({ rows: few, seed, dirty: 0.4 }).text;
          return make({ rows: few + more, seed, dirty: 0.4 }).text.startsWith(short);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("has 21 columns in every record when it is clean, and each supplier once", () => {
    const [header, ...rows] = records(make({ rows: 2000, seed: 3 }).text);
    expect(header).toEqual([...LIST_COLUMNS]);
    expect(rows).toHaveLength(2000);
    for (const row of rows) expect(row).toHaveLength(21);
    expect(new Set(rows.map((row) => row[1])).size).toBe(2000);
  });

  test("sums to the spend it tells, to the cent", () => {
    const { text, truth } = make({ rows: 1500, seed: 8 });
    const sum = records(text)
      .slice(1)
      .reduce((cents, row) => cents + Math.round(Number(row[9]) * 100), 0);
    expect(sum).toBe(truth.spendCents);
  });

  test("accounts for every record it wrote", () => {
    const { text, truth, bytes } = make({ rows: 3000, seed: 2, dirty: 0.3 });
    expect(truth.suppliers + truth.blank + truth.headers).toBe(3000);
    expect(records(text)).toHaveLength(3001);
    expect(truth.bytes).toBe(bytes);
    expect(Object.keys(truth.faults).length).toBeGreaterThan(18);
  });

  test("can be written as UTF-16 with a byte order mark, semicolons, CRLF and titles", () => {
    const { text } = make({ rows: 10, encoding: "utf-16le", bom: true, delimiter: ";", lineEnd: "\r\n", title: true });
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.split("\r\n")[3]).toBe(LIST_COLUMNS.join(";"));
  });

  test("names no two of the first 16,777,216 records alike", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 24 - 1 }),
        fc.integer({ min: 0, max: 2 ** 24 - 1 }),
        fc.nat(),
        (one, other, seed) => {
          return one === other || scatter24(one, seed) !== scatter24(other, seed);
        },
      ),
    );
  });
});

describe("what the list is made of", () => {
  const reference = (name: string): Record<string, string>[] =>
    Papa.parse<Record<string, string>>(
      readFileSync(new URL(`../../seed/reference/${name}/data.csv`, import.meta.url), "utf8"),
      { header: true },
    ).data;

  test("is 90 countries that exist, each once", () => {
    const known = new Set(reference("countries").map((row) => row["iso2"]));
    expect(LIST_COUNTRIES).toHaveLength(90);
    expect(LIST_COUNTRIES.filter((country) => !known.has(country.iso2))).toEqual([]);
    expect(new Set(LIST_COUNTRIES.map((country) => country.iso2)).size).toBe(90);
  });

  test("is goods whose ISIC, HS and CPV codes exist", () => {
    const isic = new Set(reference("isic").map((row) => row["code"]));
    const hs = new Set(reference("hs").map((row) => row["code"]));
    const cpv = new Set(reference("cpv").map((row) => row["code"]));
    expect(FAMILIES.length).toBeGreaterThan(100);
    for (const family of FAMILIES) {
      expect(isic.has(family.isic), family.isic).toBe(true);
      expect(cpv.has(family.cpv), family.cpv).toBe(true);
      for (const code of family.hs) expect(hs.has(code.slice(0, 4)), code).toBe(true);
    }
  });
});
