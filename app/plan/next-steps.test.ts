import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { ROLES, WORK_KINDS } from "../../risk-models/types";
import { actionKindOf, boundPositions } from "./action-kind";
import { gapsOf, separatingColumns, type GapFacts } from "./gaps";
import { ASKS, CLAUSES, COMMITMENTS, INVOLVED, NEXT_STEPS, nextStepFor, STEPS } from "./next-steps";

const idsOf = (table: string): Set<string> => {
  const file = path.resolve(import.meta.dirname, "../../seed/reference", table, "data.csv");
  const { data } = Papa.parse<{ id: string }>(readFileSync(file, "utf8"), { header: true, skipEmptyLines: true });
  return new Set(data.map(({ id }) => id));
};

describe("the catalogue of next steps", () => {
  test("every commitment and indicator it names exists in the reference data", () => {
    expect(COMMITMENTS.filter((id) => !idsOf("commitments").has(id))).toEqual([]);
    const named = STEPS.flatMap((step) => NEXT_STEPS[step].indicators);
    expect(named.filter((id) => !idsOf("forced-labour-indicators").has(id))).toEqual([]);
  });

  test("every question, clause, person and commitment is used, and no step names one twice", () => {
    const steps = STEPS.map((step) => NEXT_STEPS[step]);
    const used = (of: (step: (typeof steps)[number]) => readonly string[]) => new Set(steps.flatMap((one) => of(one)));
    expect(used(({ asks }) => asks)).toEqual(new Set(ASKS));
    expect(used(({ clauses }) => clauses)).toEqual(new Set(CLAUSES));
    expect(used(({ involve }) => involve)).toEqual(new Set(INVOLVED));
    expect(used(({ commitments }) => commitments)).toEqual(new Set(COMMITMENTS));
    for (const step of steps)
      for (const list of [step.asks, step.clauses, step.involve, step.commitments, step.indicators])
        expect(new Set<string>(list).size).toBe(list.length);
  });

  test("labour comes first: providers and labour-heavy services begin with the five questions on recruitment", () => {
    for (const step of ["labour-provider", "labour-heavy-on-premises", "labour-heavy-elsewhere"] as const)
      expect(NEXT_STEPS[step].asks.slice(0, 5)).toEqual(["recruited", "recruiter", "employerCost", "papers", "repaid"]);
  });

  test("a trader whose goods have no known origin is asked for the origin first", () => {
    expect(NEXT_STEPS["trader-origin"].asks[0]).toBe("origin");
    expect(
      nextStepFor({
        role: "trader",
        work: "other-production",
        stateImposed: false,
        listedGood: true,
        originKnown: false,
      }),
    ).toBe("trader-origin");
    expect(
      nextStepFor({
        role: "trader",
        work: "other-production",
        stateImposed: false,
        listedGood: true,
        originKnown: true,
      }),
    ).toBe("listed-good");
  });

  test("where the State imposes the work, the goods are traced and no answers about workers are asked for", () => {
    const facts = { role: "maker", work: "labour-intensive-production", listedGood: true, originKnown: true } as const;
    expect(nextStepFor({ ...facts, stateImposed: true })).toBe("state-imposed");
    expect(NEXT_STEPS["state-imposed"].asks).not.toContain("recruited");
  });

  test.each([
    ["labour-provider", "unknown", "labour-provider"],
    ["unknown", "labour-provider", "labour-provider"],
    ["service-on-our-premises", "labour-heavy-service", "labour-heavy-on-premises"],
    ["unknown", "labour-heavy-service", "labour-heavy-elsewhere"],
    ["service-elsewhere", "other-service", "other-service"],
    ["service-on-our-premises", "unknown", "other-service"],
    ["maker", "unknown", "production"],
    ["unknown", "labour-intensive-production", "production"],
    ["unknown", "other-service", "other-service"],
    ["unknown", "unknown", "unknown"],
  ] as const)("role %s with work %s: %s", (role, work, step) => {
    expect(nextStepFor({ role, work, stateImposed: false, listedGood: false, originKnown: true })).toBe(step);
  });

  test("every role with every kind of work has a step", () => {
    for (const role of ROLES)
      for (const work of WORK_KINDS)
        for (const listedGood of [true, false])
          for (const originKnown of [true, false])
            expect(STEPS).toContain(nextStepFor({ role, work, stateImposed: false, listedGood, originKnown }));
  });
});

describe("the kind of action", () => {
  const bounds = { largestFifth: 100, middle: 10 };
  test.each([
    ["maker", 100, "alone"],
    ["maker", 99, "with-buyers"],
    ["maker", 10, "with-buyers"],
    ["maker", 9, "sector-body"],
    ["maker", null, "open"],
    ["service-on-our-premises", null, "alone"],
    ["service-on-our-premises", 1, "alone"],
  ] as const)("%s with an amount of %s: %s", (role, spend, kind) => {
    expect(actionKindOf(role, spend, bounds)).toBe(kind);
  });

  test("a blank amount is unknown, never small", () => {
    expect(actionKindOf("maker", 5, null)).toBe("open");
  });

  test.each([
    [0, null],
    [1, { largestFifth: 0, middle: 0 }],
    [10, { largestFifth: 1, middle: 4 }],
    [1_000_000, { largestFifth: 199_999, middle: 499_999 }],
  ])("among %i amounts the bounds stand at %j", (known, positions) => {
    expect(boundPositions(known)).toEqual(positions);
  });
});

describe("columns that would separate a tie", () => {
  const place = (country: string | null) => ({ country, region: null, basis: country ? "stated" : "unknown" }) as const;
  const facts = (more: Partial<GapFacts>): GapFacts => ({
    seat: place("TR"),
    placeOfWork: place("TR"),
    origin: place("TR"),
    role: "maker",
    sector: { isic: "1410", basis: "stated", confidence: 1 },
    goods: [],
    recruitment: {},
    workforce: { workers: 5 },
    ...more,
  });

  test("what most of them leave blank comes first; what is known for all is not named", () => {
    const told = { recruiter: "own-staff", papersHeldBy: "worker", workersRecruited: 0 } as const;
    const list = [facts({ origin: place(null) }), facts({ recruitment: told }), facts({})];
    expect(separatingColumns(list, 9)).toEqual([
      { gap: "employerCost", blank: 3 },
      { gap: "repaid", blank: 3 },
      { gap: "recruiter", blank: 2 },
      { gap: "workersRecruited", blank: 2 },
      { gap: "papers", blank: 2 },
      { gap: "origin", blank: 1 },
    ]);
  });

  test("an answer of “unknown” is a blank; a service has no origin of goods to ask for", () => {
    expect(gapsOf(facts({ recruitment: { recruiter: "unknown" } }))).toContain("recruiter");
    expect(gapsOf(facts({ role: "service-elsewhere", origin: place(null) }))).not.toContain("origin");
    expect(gapsOf(facts({ role: "trader", origin: place(null) }))).toContain("origin");
    const cleaning = { isic: "8121", basis: "stated", confidence: 1 } as const;
    expect(gapsOf(facts({ role: "unknown", sector: cleaning, origin: place(null) }))).not.toContain("origin");
    const nothing = { isic: null, basis: "unknown", confidence: null } as const;
    expect(gapsOf(facts({ role: "unknown", sector: nothing, origin: place(null) }))).toContain("origin");
  });
});
