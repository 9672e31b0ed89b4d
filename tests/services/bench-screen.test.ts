import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { Draw } from "../bench/list-draw";
import { FAULTS } from "../bench/plant-names";
import { listCsv, PLANTED_OF, suppliersFrom, type Listed } from "../bench/screened-lists";
import { listedEntities } from "../matching/list-pairs";

const rowsOf = (csv: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv, { header: true }).data;
const entryOf = (name: string, country: string | null) => ({ name, aliases: [], countries: country ? [country] : [] });

const invented: Listed[] = rowsOf(listCsv(2000)).map(({ id, name, country }) => ({
  key: `own ${id}`,
  isShipped: false,
  entry: entryOf(name!, country || null),
}));
const shipped: Listed[] = listedEntities().map(({ list, id, name, country }) => ({
  key: `${list} ${id}`,
  isShipped: true,
  entry: entryOf(name, country),
}));
const made = suppliersFrom([...shipped, ...invented], 8000);

describe("the suppliers of the screening bench", () => {
  test("are the same each time", () => {
    expect(suppliersFrom([...shipped, ...invented], 8000).csv).toBe(made.csv);
  });

  test("hold a listed firm in every hundred, each kind of fault as often, and say which firm it is", () => {
    const rows = rowsOf(made.csv);
    expect(rows).toHaveLength(8000);
    expect(made.planted.size).toBe(8000 / PLANTED_OF);
    const byKey = new Map([...shipped, ...invented].map((one) => [one.key, one.entry]));
    const counts = new Map<string, number>();
    for (const [id, { fault, name, truth }] of made.planted) {
      counts.set(fault, (counts.get(fault) ?? 0) + 1);
      const row = rows.find(({ supplier_id }) => supplier_id === id)!;
      expect([...truth].map((key) => byKey.get(key)!.name)).toContain(name);
      // There is a fault: the name is another, or the country is not there.
      expect(row["supplier_name"] !== name || row["country"] === "", `${fault}: ${name}`).toBe(true);
    }
    expect([...counts.keys()].sort()).toEqual(Object.keys(FAULTS).sort());
    expect(new Set(counts.values())).toEqual(new Set([10]));
  });

  test("bear no listed name where they are not planted", () => {
    const names = new Set([...shipped, ...invented].map(({ entry }) => entry.name));
    const clean = rowsOf(made.csv).filter(({ supplier_id }) => !made.planted.has(supplier_id!));
    expect(clean.filter(({ supplier_name }) => names.has(supplier_name!))).toEqual([]);
    expect(made.namesakes).toBeGreaterThan(0);
  });
});

describe("a fault", () => {
  const made = (fault: string, name: string, country: string | null = "CN") =>
    FAULTS[fault]!({ name, country }, new Draw().start(1, 1))?.name ?? null;

  test("writes a name in another script as it is heard, or part by part", () => {
    expect(made("Cyrillic for Latin", "Huafeng Cotton Co., Ltd.")).toBe("Хуафенг Коттон Ко., Лтд.");
    expect(made("Chinese for Latin", "Xinjiang Huafeng Cotton Co., Ltd.")).toBe("新疆华丰棉业有限公司");
    expect(made("Latin for Chinese", "华东海盛有限公司")).toBe("Huadong Haisheng Co., Ltd.");
  });

  test("keeps the legal form at the end when words change their order, and changes it alone when it is the fault", () => {
    expect(made("words reordered", "Hefei Meiling Textile Co., Ltd.")).toBe("Meiling Textile Hefei Co., Ltd.");
    expect(made("wrong legal form", "Hefei Meiling Textile Co., Ltd.")).toMatch(/^Hefei Meiling Textile( GmbH| LLC)?$/);
  });

  test("is not made in a name that does not allow it", () => {
    expect(made("words reordered", "Meiling GmbH", "DE")).toBeNull();
    expect(made("wrong legal form", "Meiling Textile", "DE")).toBeNull();
    expect(made("Chinese for Latin", "Xinjiang Unknown Cotton Co., Ltd.")).toBeNull();
    expect(made("Latin for Chinese", "Meiling Co., Ltd.")).toBeNull();
    expect(made("no country", "Meiling Textile", null)).toBeNull();
  });
});
