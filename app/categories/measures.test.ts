import { describe, expect, test } from "vitest";
import { reference } from "../lib/reference.server";
import { catalogue as en } from "../i18n/en";
import { catalogue as ru } from "../i18n/ru";
import { standingOf } from "../services/commitments/standing.server";
import { LAWS, MEASURE_IDS, MEASURES, measuresFor, neversOf, type Measure, type MeasureId } from "./measures";
import { REGIMES, TRAITS } from "./words";

const rows = new Map(
  reference()
    .table("commitments")
    .map((row) => [row.id, row]),
);
const jurisdictions = new Map([...rows].map(([id, { jurisdiction }]) => [id, jurisdiction]));
const all: Readonly<Record<MeasureId, Measure>> = MEASURES;

describe("the catalogue of measures", () => {
  test("every row it names is in the table of commitments, none twice", () => {
    for (const id of MEASURE_IDS) {
      const { commitments } = all[id];
      expect([id, commitments.filter((one) => !rows.has(one))]).toEqual([id, []]);
      expect(new Set(commitments).size).toBe(commitments.length);
    }
  });

  test("every measure fits something, and every article from memory backs one", () => {
    for (const id of MEASURE_IDS) expect([id, all[id].fits.length > 0]).toEqual([id, true]);
    const cited = new Set(MEASURE_IDS.flatMap((id) => all[id].laws));
    expect([...cited].sort()).toEqual(Object.keys(LAWS).sort());
  });

  test("with every trait, each measure is backed under EU and UK law", () => {
    for (const [regime, country] of [
      ["eu", "DE"],
      ["uk", "GB"],
    ] as const) {
      const found = measuresFor(new Set(TRAITS), regime, { country: standingOf(country)!, sellsTo: [] }, jurisdictions);
      expect([regime, found.map(({ id }) => id)]).toEqual([regime, MEASURE_IDS]);
    }
  });

  test("no measure of the EU directive is offered where another law was stated, whatever the country", () => {
    for (const regime of REGIMES) {
      const found = measuresFor(new Set(TRAITS), regime, { country: standingOf("DE")!, sellsTo: [] }, jurisdictions);
      const directive = found.flatMap(({ commitments }) => commitments).filter((id) => id.startsWith("EU-PPD-"));
      expect([regime, directive.length > 0]).toEqual([regime, regime === "eu"]);
    }
  });

  test("without a trait of its own a measure is not offered", () => {
    const found = measuresFor(new Set(["always"]), "eu", { country: standingOf("DE")!, sellsTo: [] }, jurisdictions);
    expect(found.map(({ id }) => id)).toEqual(["grounds", "wholeBidder", "labourLaw", "remedyFirst"]);
  });
});

describe("what no tender may hold", () => {
  test("is said under every law; that a foreign list is no ground is said of EU law", () => {
    for (const regime of REGIMES) {
      expect(neversOf(regime)).toEqual(expect.arrayContaining(["nationality", "scorePoints", "oneBidder", "silence"]));
      expect(neversOf(regime).includes("foreignList")).toBe(regime === "eu");
    }
  });

  test("no measure gives points for a score, a country or an origin", () => {
    for (const { measure } of [en, ru])
      for (const id of MEASURE_IDS) {
        const { title, text, check } = measure[id];
        expect([
          id,
          /\bscore\b|\bband\b|nationalit|степен[ьи] риска|гражданств/iu.test(`${title} ${text} ${check}`),
        ]).toEqual([id, false]);
      }
    expect(en.measure.traceAward.text).toContain("origin itself earns or loses nothing");
  });
});
