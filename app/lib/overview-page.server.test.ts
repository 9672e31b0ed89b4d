import fc from "fast-check";
import { expect, test } from "vitest";
import { assemble, type OverviewNumbers } from "../services/overview/overview.server";
import { editionsView, measuresOf, placesView, sectorsView } from "./overview-page.server";
import { readMeasure } from "./overview-query";

const numbersOf = (countries: OverviewNumbers["countries"], sectors: OverviewNumbers["sectors"] = []) => ({
  ...assemble([], [], 0),
  countries,
  sectors,
});
const at = (code: string | null, suppliers: number, high = 0, spend: string | null = null) => ({
  code,
  suppliers,
  high,
  spend,
});

test("a country that the shapes lack is listed beside the map, none is lost and none is shown twice", () => {
  const anyCode = fc.constantFrom("HK", "MC", "SG", "MT", "BD", "TR", "CN", "XK", "TW", "ZZ");
  fc.assert(
    fc.property(fc.uniqueArray(anyCode, { minLength: 1 }), (codes) => {
      const { map, rows } = placesView(numbersOf(codes.map((code, i) => at(code, i + 1))), "suppliers", "en");
      const shown = [...map.shapes.map(({ code }) => code), ...map.notDrawn];
      expect([...shown].sort()).toEqual([...codes].sort());
      expect(rows).toHaveLength(codes.length);
    }),
  );
  expect(placesView(numbersOf([at("HK", 1), at("CN", 2)]), "suppliers", "en").map.notDrawn).toEqual(["HK"]);
});

test("places stand in the order of what is asked for, and what is unknown is told apart from the order", () => {
  const numbers = numbersOf([
    at(null, 90),
    at("TR", 5, 1, "100000"),
    at("BD", 3, 3, "-50000"),
    at("DE", 2, 0, "900000"),
  ]);
  const codes = (measure: "suppliers" | "high" | "spend") =>
    placesView(numbers, measure, "en").rows.map(({ code }) => code);
  expect(codes("suppliers")).toEqual(["TR", "BD", "DE"]);
  expect(codes("high")).toEqual(["BD", "TR", "DE"]);
  expect(codes("spend")).toEqual(["DE", "TR", "BD"]);
  const { rows, unknown, map } = placesView(numbers, "spend", "en");
  expect(unknown?.suppliers).toBe(90);
  // More was credited than paid: a link, but no shade and no length.
  expect(rows.at(-1)).toMatchObject({ code: "BD", shade: null, fraction: 0 });
  expect(map.shapes.map(({ code }) => code)).toContain("BD");
  expect(rows.find(({ code }) => code === "TR")?.name).toBe("Türkiye");
});

test("sectors are named in the reader's language, the most first", () => {
  const numbers = numbersOf(
    [],
    [
      { code: "10", suppliers: 1, spend: "5" },
      { code: null, suppliers: 9, spend: null },
      { code: "14", suppliers: 4, spend: "2" },
    ],
  );
  expect(sectorsView(numbers, "suppliers", "ru").rows.map(({ name }) => name)).toEqual([
    "Производство одежды",
    "Производство пищевых продуктов",
  ]);
  expect(sectorsView(numbers, "spend", "en").rows[0]).toMatchObject({ code: "10", fraction: 1, lang: "en" });
  expect(sectorsView(numbers, "suppliers", "en").unknown?.suppliers).toBe(9);
});

test("spend is offered only where the list has amounts, and an address that asks for more shows the first", () => {
  const without = measuresOf(assemble([], [], 0));
  expect(without).toEqual(["suppliers", "high"]);
  expect(readMeasure(new URLSearchParams("map=spend"), "map", without)).toBe("suppliers");
  expect(readMeasure(new URLSearchParams("map=high"), "map", without)).toBe("high");
});

test("every table of facts is listed with its day, the oldest first", () => {
  const editions = editionsView();
  expect(editions.map(({ name }) => name)).toContain("tvpra-goods");
  expect(editions.map(({ day }) => day)).toEqual(editions.map(({ day }) => day).sort());
});
