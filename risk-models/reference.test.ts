import { describe, expect, test } from "vitest";
import { buildRiskReference } from "./reference";
import { reference, tables } from "./test-kit";

describe("reference data", () => {
  test("it is plain JSON: writing and reading it changes nothing", () => {
    expect(JSON.parse(JSON.stringify(reference))).toEqual(reference);
  });

  test("every source named by a country, good, sector or State-imposed row stands in a sources table", () => {
    const ids = [
      ...Object.values(reference.countries).flatMap((country) =>
        Object.values(country.values).map((value) => value.source),
      ),
      ...Object.values(reference.goods).flatMap((good) => Object.values(good.pairs).map((pair) => pair.source)),
      ...Object.values(reference.sectorSources).flatMap((sector) => sector.sources),
      ...reference.stateImposed.map((row) => row.source),
      ...reference.corridors.map((row) => row.source),
      ...reference.feeRules.map((row) => row.source),
    ].flatMap((joined) => joined.split(";"));
    expect([...new Set(ids)].filter((id) => !reference.sources[id])).toEqual([]);
  });

  test("a country value keeps its number, year and source", () => {
    expect(reference.countries["RU"]?.values["tipTier"]).toEqual({ value: 4, year: 2025, source: "us-tip-2025" });
    expect(reference.countries["RU"]?.notes["tipTier"]).toBe("3");
  });

  test("a special case of the TIP report is unknown, not a tier", () => {
    const special = tables.countryIndicators.find((row) => row["indicator"] === "us_tip_tier" && row["value"] === "SC");
    const country = Object.values(reference.countries).find((one) => one.iso3 === special?.["iso3"]);
    expect(special).toBeDefined();
    expect(country?.notes["tipTier"]).toBe("SC");
    expect(country?.values["tipTier"]).toBeUndefined();
  });

  test("a blank stays a blank: states outside the ILO have no reading of conventions", () => {
    expect(reference.countries["LI"]?.values["organiseConventions"]).toBeUndefined();
    expect(reference.countries["US"]?.values["listedGoods"]).toBeUndefined();
    expect(reference.countries["BY"]?.values["listedGoods"]).toBeUndefined();
  });

  test("withdrawn 2024 rows go, but forced-labour flags stay until the full list is read", () => {
    expect(reference.goods["Blueberries"]?.pairs["AR"]).toBeUndefined();
    expect(reference.goods["Salt"]?.pairs["KH"]).toBeUndefined();
    expect(reference.goods["Fluorspar (mineral)"]?.pairs["MN"]).toBeUndefined();
    expect(reference.goods["Shrimp"]?.pairs["TH"]).toMatchObject({ forced: true, child: false });
  });

  test("of the State-imposed table only rows that name a good or region and are in force act", () => {
    const acting = reference.stateImposed
      .filter((row) => row.acts)
      .map((row) => `${row.country} ${row.region ?? row.good}`);
    expect(acting.sort()).toEqual(["CN CN-XJ", "CN CN-XJ", "TM Cotton", "UZ Silk Cocoons"]);
  });

  test("a good made with a listed input keeps the path and is no listed pair itself", () => {
    const made = tables.tvpraGoods.find(
      (row) => row["made_with_listed_input"] === "true" && row["input_good"] === "Polysilicon",
    );
    const good = reference.goods[made?.["good"] ?? ""];
    expect(Object.values(good?.inputs ?? {}).flat()).toContainEqual(
      expect.objectContaining({ inputGood: "Polysilicon", inputCountry: "CN", inputForced: true }),
    );
  });

  test("tables without rows give an empty reference, not an error", () => {
    const empty = Object.fromEntries(Object.keys(tables).map((name) => [name, []])) as unknown as typeof tables;
    expect(buildRiskReference(empty)).toMatchObject({ countries: {}, goods: {}, stateImposed: [] });
  });
});
