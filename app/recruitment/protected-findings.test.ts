import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RECRUITERS, PAPER_HOLDERS, PROOF_LEVELS, YES_NO_UNKNOWN } from "../../risk-models/facts";
import { iclsPair, MODELS } from "../../risk-models";
import type { RecruitmentFacts, SupplierFacts } from "../../risk-models/types";
import { assessorFor } from "../services/scoring/assessor.server";
import {
  effectOf,
  indicatorsStanding,
  internalFacts,
  settledAs,
  signsStanding,
  withPapersKept,
  type ToldFinding,
} from "./protected-findings";
import { INVOLUNTARY_SIGNS, signsAmong, THREAT_SIGNS } from "./settled-signs";

const aFinding = (more: Partial<ToldFinding> = {}): ToldFinding => ({
  id: "one",
  status: "substantiated",
  foundOn: "2026-02-01",
  indicators: [],
  signs: [],
  isRemedied: false,
  ...more,
});
const PAIR = ["ICLS-I9", "ICLS-C5"] as const;

describe("what a finding told in confidence does to the internal number", () => {
  test.each<[string, Partial<ToldFinding>, readonly string[], string | null, readonly string[]]>([
    [
      "an allegation moves nothing",
      { status: "alleged", indicators: ["ILO-07"] },
      [],
      "not-settled",
      ["papers", "floor"],
    ],
    ["nor does what is looked at", { status: "under-review", signs: PAIR }, [], "not-settled", ["floor"]],
    ["nor what was rejected", { status: "rejected", indicators: ["ILO-07"], signs: PAIR }, [], "rejected", []],
    ["papers kept back are a question of the model", { indicators: ["ILO-07", "ILO-09"] }, ["papers"], null, []],
    ["a pair of signs holds its floor", { signs: PAIR }, ["floor"], null, []],
    ["one side alone does not", { signs: ["ICLS-C1", "ICLS-C2"] }, [], "no-input", ["floor"]],
    ["what no question asks is named", { indicators: ["ILO-03", "ILO-08", "ILO-09"] }, [], "no-input", ["floor"]],
    ["a verified remedy ends it", { indicators: ["ILO-07"], signs: PAIR, isRemedied: true }, [], "remedied", []],
  ])("%s", (_name, given, moves, still, would) => {
    expect(effectOf(aFinding(given))).toEqual({ id: "one", moves, still, would });
    expect(internalFacts([aFinding(given)]) === null).toBe(moves.length === 0);
  });

  test("one that moves stands beside others that do not", () => {
    const alleged = aFinding({ id: "two", status: "alleged", signs: PAIR });
    const floors = [{ ground: "icls-pair", source: "one", year: 2026, liftedOn: null }];
    expect(internalFacts([alleged, aFinding({ signs: PAIR })])).toEqual({ papersKept: false, floors });
  });
});

test("what was substantiated is named by its indicators and signs, and no more once its remedy was verified", () => {
  const standing = aFinding({ indicators: ["ILO-07", "ILO-03"], signs: ["ICLS-C1"] });
  const others = [
    aFinding({ indicators: ["ILO-01"], signs: ["ICLS-I1"], isRemedied: true }),
    aFinding({ indicators: ["ILO-02"], status: "alleged" }),
  ];
  expect([...indicatorsStanding([standing, ...others])]).toEqual(["ILO-07", "ILO-03"]);
  expect(signsStanding([standing, ...others])).toEqual(["ICLS-C1", "ICLS-C5"]);
});

describe("what a settlement says", () => {
  const at = new Date("2026-03-01");
  const step = (kind: string, status: string | null, more: object = {}) => ({
    kind,
    status,
    confirmedAt: at,
    undoneAt: null,
    ...more,
  });
  const proven = step("status", "substantiated", { signs: ["ICLS-C5", "ICLS-I9", "made up"] });

  test("its signs in the order of the guidelines, and no word that is none of them", () => {
    expect(settledAs([proven])).toEqual({ signs: PAIR, isRemedied: false });
    expect(signsAmong("ICLS-I9")).toEqual([]);
    expect([INVOLUNTARY_SIGNS.length, THREAT_SIGNS.length]).toEqual([9, 6]);
  });

  test("nothing that waits or was refused counts", () => {
    expect(settledAs([{ ...proven, confirmedAt: null }]).signs).toEqual([]);
    expect(settledAs([{ ...proven, undoneAt: at }]).signs).toEqual([]);
    expect(settledAs([proven, step("closed", null, { confirmedAt: null })]).isRemedied).toBe(false);
  });

  test("a remedy ends what was substantiated before it, and not what is substantiated after", () => {
    const closed = step("closed", null);
    expect(settledAs([proven, closed]).isRemedied).toBe(true);
    expect(settledAs([proven, closed, step("status", "under-review"), proven]).isRemedied).toBe(false);
  });
});

const engineOf = (model: string) => assessorFor("2026-03-02", model).engine;
const engine = engineOf("2026.2");
const factsOf = (recruitment: RecruitmentFacts, isic: string): SupplierFacts => ({
  seat: { country: "BD", region: null, basis: "stated" },
  placeOfWork: { country: "BD", region: null, basis: "stated" },
  origin: { country: null, region: null, basis: "unknown" },
  role: "maker",
  sector: { isic, basis: "stated", confidence: 1 },
  goods: [],
  recruitment,
  workforce: { workers: 200, migrantShare: 0.5 },
  asOf: "2026-03-02",
});
const proofs = fc.constantFrom(...PROOF_LEVELS);
const answers: fc.Arbitrary<RecruitmentFacts> = fc.record(
  {
    recruiter: fc.constantFrom(...RECRUITERS),
    papersHeldBy: fc.constantFrom(...PAPER_HOLDERS),
    passportRetention: fc.constantFrom(...YES_NO_UNKNOWN),
    wagesWithheld: fc.constantFrom(...YES_NO_UNKNOWN),
    freedomToLeave: fc.constantFrom(...YES_NO_UNKNOWN),
    feeMonthsOfPay: fc.integer({ min: 0, max: 12 }),
    proof: fc.oneof(proofs, fc.record({ papersHeldBy: proofs, passportRetention: proofs }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
);

test.each(MODELS.map(({ id }) => id))(
  "by model %s papers found to be kept never lower the internal number, its level or its coverage",
  (id) => {
    const released = engineOf(id);
    fc.assert(
      fc.property(answers, fc.constantFrom("14", "81", "69"), (told, isic) => {
        const before = released.assess(factsOf(told, isic));
        const after = released.assess(factsOf(withPapersKept(told), isic));
        expect(after.residual!).toBeGreaterThanOrEqual(before.residual! - 1e-9);
        expect(after.level).toBe(before.level);
        expect(after.coverage.supplier).toBeGreaterThanOrEqual(before.coverage.supplier - 1e-9);
        expect(["severe", "critical"]).toContain(after.severity.level);
      }),
      { numRuns: 300 },
    );
  },
);

test("they take away what the supplier's own word on papers took off", () => {
  const said = { papersHeldBy: "worker", proof: { papersHeldBy: "policy" } } as const;
  const [word, found] = [said, withPapersKept(said)].map((one) => engine.assess(factsOf(one, "14")).residual!);
  expect(found).toBeGreaterThan(word!);
});

test("the floor is the model's own for the pair, which then counts as confirmed", () => {
  const { floors } = internalFacts([aFinding({ signs: PAIR })])!;
  const facts = { ...factsOf({}, "69"), findings: floors };
  const result = engine.assess(facts);
  expect(result.floors).toMatchObject([{ id: "iclsPair", height: 85 }]);
  expect(result.residual).toBe(85);
  expect(result.severity.level).toBe("critical");
  expect(iclsPair(facts).isConfirmed).toBe(true);
});
