import { describe, expect, test } from "vitest";
import { between, bandOf } from "./bands";
import { rememberContexts } from "./context-cache";
import { createEngine } from "./engine";
import { reasonCode } from "./explain";
import { MODELS } from "./models/registry";
import { engine, model, reference, supplier } from "./test-kit";
import type { ShortFacts } from "./test-kit";
import type { Finding } from "./types";
import { FLOORS } from "./types";

const assess = (short: ShortFacts) => engine.assess(supplier(short));
const score = (short: ShortFacts) => engine.score(supplier(short));

describe("levels", () => {
  test("a name alone is listed: no score, no band, but ranges, coverages and dimensions", () => {
    const found = assess({});
    expect(found).toMatchObject({
      level: "listed",
      kind: "not-enough-evidence",
      residual: null,
      band: null,
      priority: null,
      likelihood: "unknown",
    });
    expect(found.dimensions.country.score).toBeNull();
    expect(found.inherent).toBeGreaterThan(0);
    expect(found.possible).toEqual([0, 100]);
    expect(found.missing).toContain("seat");
  });

  test("a name and a country are placed: the country dimension is there, the score is not", () => {
    const found = assess({ seat: "KG" });
    expect(found).toMatchObject({ level: "placed", residual: null, band: null, between: null });
    expect(found.dimensions.country.score).not.toBeNull();
    expect(found.dimensions.sector.score).toBeNull();
    expect(found.contributions.every((line) => line.kind === "indicator")).toBe(true);
  });

  test("a country with hardly any data still has a country dimension, with its small coverage", () => {
    const found = assess({ seat: "AX" });
    expect(found.dimensions.country.score).not.toBeNull();
    expect(found.dimensions.country.coverage).toBeLessThan(0.2);
  });

  test("a sector or a product makes it indicative, so does the role of labour provider", () => {
    expect(score({ seat: "DE", isic: "8121" }).level).toBe("indicative");
    expect(score({ seat: "DE", goods: ["Cotton"] }).level).toBe("indicative");
    expect(score({ seat: "DE", role: "labour-provider" }).level).toBe("indicative");
  });

  test("a statement on recruitment makes it assessed; unknown, no proof, headcount or shares do not", () => {
    const base = { seat: "DE", isic: "8121" };
    expect(score({ ...base, recruitment: { papersHeldBy: "worker" } }).level).toBe("assessed");
    expect(score({ ...base, recruitment: { papersHeldBy: "unknown" } }).level).toBe("indicative");
    expect(score({ ...base, recruitment: { papersHeldBy: "worker", proof: "none" } }).level).toBe("indicative");
    expect(score({ ...base, workforce: { workers: 90, migrantShare: 0.5 } }).level).toBe("indicative");
  });

  test("recruitment facts without a sector stay placed", () => {
    expect(score({ seat: "DE", recruitment: { feesPaidByWorkers: "yes" } })).toMatchObject({
      level: "placed",
      score: null,
    });
  });

  test("those who are not sellers are never scored", () => {
    expect(score({ seat: "DE", isic: "8411", role: "not-a-seller" })).toMatchObject({ level: "listed", score: null });
  });
});

describe("whose country, whose work", () => {
  test("the result says which country it used and why", () => {
    expect(assess({ seat: "DE", placeOfWork: "QA", isic: "41" }).countryUsed).toMatchObject({
      country: "QA",
      from: "placeOfWork",
    });
    expect(assess({ seat: "DE", origin: "TM", role: "trader", goods: ["Cotton"] }).countryUsed).toMatchObject({
      country: "TM",
      from: "origin",
    });
    expect(assess({ seat: "DE", isic: "62" }).countryUsed).toMatchObject({
      country: "DE",
      from: "seat",
      originOpen: false,
    });
  });

  test("a trader's seat never lowers the risk of a good of unknown origin", () => {
    const calm = score({ seat: "DK", role: "trader", goods: ["Cotton"] });
    for (const seat of ["DE", "NO", "CH"])
      expect(score({ seat, role: "trader", goods: ["Cotton"] }).score).toBeCloseTo(calm.score!, 9);
    expect(score({ seat: "TM", role: "trader", goods: ["Cotton"] }).score!).toBeGreaterThanOrEqual(calm.score!);
    expect(calm.countryCoverage).toBe(0);
    expect(calm.plausibleHigh).toBeGreaterThan(
      score({ seat: "TM", role: "trader", goods: ["Cotton"], origin: "US" }).plausibleHigh,
    );
    expect(assess({ seat: "DK", role: "trader", goods: ["Cotton"] }).missing).toContain("origin");
  });

  test("labour providers and labour-heavy services are named as such", () => {
    expect(score({ seat: "NO", isic: "7810" }).workKind).toBe("labour-provider");
    for (const isic of ["8121", "5629", "8010", "9601", "8710", "4120", "3811", "0163"])
      expect([isic, score({ seat: "NO", isic }).workKind]).toEqual([isic, "labour-heavy-service"]);
    expect(score({ seat: "NO", isic: "9602" }).workKind).not.toBe("labour-heavy-service");
  });
});

describe("floors", () => {
  test("Xinjiang as a region lifts to 75, the rest of the country does not", () => {
    expect(assess({ seat: "CN/CN-XJ", role: "maker", isic: "6201" })).toMatchObject({
      residual: 75,
      floors: [{ id: "stateImposed", on: "CN-XJ" }],
    });
    expect(assess({ seat: "CN", role: "maker", isic: "6201" }).floors).toEqual([]);
  });

  test("cotton of Turkmenistan needs its origin stated; another origin lifts the floor", () => {
    const ids = (short: ShortFacts) => assess(short).floors.map((floor) => floor.id);
    expect(ids({ seat: "DE", origin: "TM", goods: ["Cotton"], role: "trader" })).toEqual([
      "stateImposed",
      "listedPair",
    ]);
    expect(ids({ seat: "TM", goods: ["Cotton"], role: "trader" })).toEqual([]);
    expect(ids({ seat: "TM", goods: ["Cotton"], role: "maker" })).toEqual(["listedPair"]);
    expect(ids({ seat: "TM", origin: "GR", goods: ["Cotton"], role: "maker" })).toEqual([]);
  });

  test("an ended programme, a national pattern and child-labour-only rows set no floor but are shown", () => {
    expect(assess({ seat: "UZ", origin: "UZ", goods: ["Cotton"], role: "maker" }).floors).toEqual([]);
    const iran = assess({ seat: "IR", isic: "62" });
    expect(iran.floors).toEqual([]);
    expect(iran.concerns.map((one) => one.key)).toContain("nationalPattern");
    const carpets = assess({ seat: "AF", role: "maker", goods: ["Carpets"] });
    expect(carpets.floors).toEqual([]);
    expect(carpets.concerns.map((one) => one.key)).toContain("childLabourOnly");
  });

  test("a listed input gives a path and a question, no points", () => {
    const made = Object.entries(reference.goods).find(([, good]) =>
      Object.values(good.inputs)
        .flat()
        .some((path) => path.inputForced),
    )!;
    const found = assess({ seat: Object.keys(made[1].inputs)[0], role: "maker", goods: [made[0]] });
    expect(found.concerns.map((one) => one.key)).toContain("madeWithListedInput");
    expect(found.missing).toContain("inputOrigin");
    const paths = made[1].inputs[Object.keys(made[1].inputs)[0]!]!;
    const inputs = paths.map(({ inputGood }) => ({ good: inputGood, country: "NO", region: null }));
    const stated = assess({ seat: Object.keys(made[1].inputs)[0], role: "maker", goods: [made[0]], inputs });
    expect(stated.missing).not.toContain("inputOrigin");
    expect(stated.residual).toBe(found.residual);
    expect(found.floors).toEqual([]);
  });

  test("a material of stated origin gives a sign, and a floor where the programme is State-imposed; a material of another origin neither", () => {
    const garment = { seat: "PT", isic: "1410", role: "maker", goods: ["Garments"] };
    const cotton = (country: string, region: string | null = null) =>
      assess({ ...garment, inputs: [{ good: "Cotton", country, region }] });
    const sign = (country: string) =>
      cotton(country).contributions.find((line) => line.indicator === "boughtSign")?.value;
    expect([sign("BJ"), sign("GR")]).toEqual(["inputForcedAtOrigin", "goodForcedElsewhere"]);
    expect(cotton("BJ").floors).toEqual([]);
    expect(cotton("TM").floors.map((floor) => [floor.id, floor.on])).toEqual([["stateImposed", "Cotton"]]);
    expect(cotton("CN", "CN-XJ").floors.map((floor) => floor.id)).toEqual(["stateImposed"]);
    expect(cotton("GR").floors).toEqual([]);
    // A model that does not know the sign reads no materials.
    const before = createEngine(MODELS[0]!, reference);
    const facts = supplier({ ...garment, inputs: [{ good: "Cotton", country: "TM", region: null }] });
    expect(before.score(facts)).toEqual(before.score(supplier(garment)));
  });

  test("a confirmed finding lifts to its floor until it is lifted", () => {
    const finding: Finding = { ground: "authority-finding", source: "court record", year: 2025, liftedOn: null };
    const base = supplier({ seat: "DK", isic: "62" });
    const found = engine.assess({ ...base, findings: [finding] });
    expect(found).toMatchObject({
      residual: 90,
      floors: [{ id: "authorityFinding", height: 90 }],
      severity: { level: "critical" },
    });
    expect(engine.score({ ...base, findings: [finding] }).floorBits).toBe(1 << FLOORS.indexOf("authorityFinding"));
    expect(engine.assess({ ...base, findings: [{ ...finding, liftedOn: "2026-11-22" }] }).floors).toEqual([]);
    expect(engine.score(base).floorBits).toBe(0);
  });

  test("a floor is a line of its own", () => {
    const found = assess({ seat: "CN/CN-XJ", role: "maker", isic: "6201" });
    const line = found.contributions.find((one) => one.kind === "floor");
    expect(line).toMatchObject({ indicator: "stateImposed", value: "CN-XJ", dimension: null });
    expect(line!.points).toBeCloseTo(75 - (found.inherent + found.controls), 9);
    expect(reasonCode(score({ seat: "CN/CN-XJ", role: "maker", isic: "6201" }).reasons[0])).toBe(
      "reason.floor.stateImposed",
    );
  });
});

describe("recruitment", () => {
  const base = { seat: "MY", isic: "2610" };
  const read = (recruitment: ShortFacts["recruitment"]) => assess({ ...base, recruitment });

  test("the worst group of five or more workers counts, smaller ones do not", () => {
    const found = read({
      monthlyContractPayUsd: 400,
      groups: [
        { workers: 4, costsPaidUsd: 9000 },
        { workers: 30, costsPaidUsd: 800 },
        { workers: 6, costsPaidUsd: 1600, interestUsd: 400, depositsHeldUsd: 200, repaidUsd: 600 },
      ],
      proof: "confirmed-repayment",
    }).recruitment;
    expect(found).toMatchObject({ months: (1600 + 400 + 200 - 600) / 400, fromGroup: 2 });
    expect(found.affectedShare).toBe(1);
  });

  test("the employer's bill against the corridor's cost shows a gap with its range", () => {
    const found = assess({
      seat: "SA",
      isic: "4100",
      recruitment: {
        workersRecruited: 10,
        recruitedFrom: ["PK"],
        employerCostTotalUsd: 10_000,
        monthlyContractPayUsd: 480,
      },
    });
    expect(found.recruitment.costGap).toEqual({
      lowUsd: 3290,
      highUsd: 3290,
      employerPaidPerHireUsd: 1000,
      source: "S-DAWN-PAK-2016",
    });
    expect(found.recruitment.corridors[0]?.data).toBe("published");
  });

  test("a corridor without data says so and keeps the full span for fees", () => {
    const found = assess({ seat: "DE", isic: "8121", recruitment: { recruitedFrom: ["KG"] } });
    expect(found.concerns.map((one) => one.key)).toContain("noStructuralData");
    expect(found.recruitment.corridors).toMatchObject([{ origin: "KG", data: "none", rows: [], rules: [] }]);
  });

  test("a licence number is shown and changes nothing", () => {
    const with_ = score({ ...base, recruitment: { recruiter: "licensed-agent", recruiterLicenceNumber: "NP-1" } });
    expect(with_).toEqual(score({ ...base, recruitment: { recruiter: "licensed-agent" } }));
  });

  test("found, disclosed and repaying is a state of its own", () => {
    expect(read({ remediation: "found" }).state).toBe("found");
    expect(read({ feesPaidByWorkers: "yes" }).state).toBe("disclosed");
    expect(read({ feesPaidByWorkers: "yes", workersRecruited: 20, workersRepaid: 5 }).state).toBe(
      "found-disclosed-repaying",
    );
  });

  test("signs of involuntariness and of threat together are a case for action, not points", () => {
    const pair = read({ freedomToLeave: "no", passportRetention: "yes" });
    expect(pair.caseForAction).toBe(true);
    expect(pair.severity.level).toBe("critical");
    expect(pair.floors).toEqual([]);
    expect(read({ freedomToLeave: "no" }).caseForAction).toBe(false);
  });

  test("severity comes first, then likelihood; spend is no argument", () => {
    expect(read({}).severity.level).toBe("unknown");
    expect(read({ papersHeldBy: "employer" }).severity).toMatchObject({
      gravity: "severe",
      irremediability: "hard-to-remedy",
    });
    expect(read({ feesPaidByWorkers: "yes", workersRecruited: 400 }).severity).toMatchObject({
      gravity: "serious",
      level: "severe",
      workersExposed: 400,
    });
    const rows = ["critical", "severe", "unknown", "serious", "moderate"] as const;
    for (const word of ["less-likely", "possible", "likely", "very-likely"] as const) {
      const priorities = rows.map((severity) => model.priority.table[severity][word]);
      expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
    }
    const grave = assess({ seat: "DK", isic: "6201", recruitment: { freedomToLeave: "no", papersHeldBy: "employer" } });
    const likelier = assess({ seat: "CN", isic: "6201", recruitment: { depositsHeld: "yes" } });
    expect(grave.residual!).toBeLessThan(likelier.residual!);
    expect(grave.priority!).toBeLessThan(likelier.priority!);
  });

  test("the three numbers: inherent, controls, and their sum", () => {
    const found = read({ feesPaidByWorkers: "no", papersHeldBy: "worker", proof: "invoices" });
    expect(found.controls).toBeLessThan(0);
    expect(found.inherent + found.controls).toBeCloseTo(found.residual!, 9);
    expect(found.contributions.filter((line) => line.kind === "control").map((line) => line.indicator)).toEqual([
      "feesPractice",
      "papersPractice",
    ]);
  });
});

describe("bands", () => {
  test("a band is printed when the plausible range reaches at most one neighbour", () => {
    expect(between(model, 10, 39.9)).toBeNull();
    expect(between(model, 39, 64.9)).toBeNull();
    expect(between(model, 41, 90)).toBeNull();
    expect(between(model, 39.9, 65)).toEqual(["low", "high"]);
    expect([0, 39.999, 40, 64.999, 65, 100].map((one) => bandOf(model, one))).toEqual([
      "low",
      "low",
      "raised",
      "raised",
      "high",
      "high",
    ]);
  });

  test("otherwise the result says between", () => {
    const wide = score({ seat: "IT", isic: "0111" });
    expect(wide).toMatchObject({ band: null, between: ["low", "high"] });
  });
});

describe("cache", () => {
  test("two suppliers share a context exactly when places, role, sector and goods are the same", () => {
    let read = 0;
    const contextOf = rememberContexts(() => (read += 1));
    const key = (short: ShortFacts) => contextOf(supplier(short));
    expect(key({ seat: "DE", isic: "62", recruitment: { recruiter: "own-staff" } })).toBe(
      key({ seat: "DE", isic: "62" }),
    );
    const different = [
      {},
      { seat: "DE" },
      { placeOfWork: "DE" },
      { origin: "DE" },
      { seat: "DE", role: "maker" },
      { isic: "DE" },
      { goods: ["DE"] },
      { goods: ["DE", "62"] },
      { seat: "CN" },
      { seat: "CN/CN-XJ" },
    ];
    expect(new Set(different.map(key)).size).toBe(different.length);
    expect(read).toBe(1 + different.length);
  });

  test("a list longer than the cache changes no result", () => {
    const fresh = createEngine(model, reference);
    const countries = Object.keys(reference.countries);
    const codes = Array.from({ length: 90 }, (_, index) => String(index + 1000));
    const before = fresh.score(supplier({ seat: "DE", isic: "8121" }));
    for (const seat of countries) for (const isic of codes) fresh.score(supplier({ seat, isic }));
    expect(fresh.score(supplier({ seat: "DE", isic: "8121" }))).toEqual(before);
  });
});
