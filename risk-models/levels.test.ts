import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GAPS, gapsOf, levelOf, toldOfRecruitment } from "./levels";
import type { Gap } from "./levels";
import { anyContext, anySupplier, engine, supplier } from "./test-kit";
import { LEVELS } from "./types";
import type { Level, SupplierFacts } from "./types";

const RUNS = { numRuns: 500 };
const rank = (level: Level) => LEVELS.indexOf(level);
const hasTold = (facts: SupplierFacts) => toldOfRecruitment(engine, facts);
const gapOf = (facts: SupplierFacts, gap: Gap) =>
  gapsOf(engine, facts, hasTold(facts)).find((one) => one.gap === gap) ?? null;

const somewhere = fc.constantFrom("DE", "BD", "CN", "KG", "SA").map((country) => supplier({ seat: country }).seat);
/** The same supplier with one thing known that was not, for any answer a person could give. */
const ANSWERS: Readonly<Record<Gap, fc.Arbitrary<Partial<SupplierFacts>>>> = {
  country: somewhere.map((seat) => ({ seat })),
  origin: somewhere.map((origin) => ({ origin })),
  placeOfWork: somewhere.map((placeOfWork) => ({ placeOfWork })),
  sector: fc.constantFrom("A", "1410", "26", "4711", "78", "8121").map((isic) => ({
    sector: { isic, basis: "stated" as const, confidence: 1 },
  })),
  role: fc.constantFrom("maker", "trader", "service-elsewhere", "agent").map((role) => ({ role })) as fc.Arbitrary<
    Partial<SupplierFacts>
  >,
  recruitment: fc
    .constantFrom("own-staff", "licensed-agent", "sub-agent")
    .map((recruiter) => ({ recruitment: { recruiter, proof: "statement" } })) as fc.Arbitrary<Partial<SupplierFacts>>,
};

describe.each([...GAPS])("what is said of the gap %s", (gap) => {
  test("holds for every answer: the level rises exactly when it is said to", () => {
    fc.assert(
      fc.property(anySupplier, ANSWERS[gap], (facts, answer) => {
        const found = gapOf(facts, gap);
        fc.pre(found !== null);
        const [before, after] = [engine.score(facts).level, engine.score({ ...facts, ...answer }).level];
        expect(rank(after) > rank(before)).toBe(found!.raisesLevel);
      }),
      RUNS,
    );
  });
});

test("an answer that is said to raise coverage raises that of the context or of the supplier", () => {
  fc.assert(
    fc.property(anyContext, fc.constantFrom(...GAPS), fc.gen(), (short, gap, gen) => {
      const facts = supplier(short);
      fc.pre(gapOf(facts, gap)?.raisesCoverage === true);
      const answer = gen(() => ANSWERS[gap]);
      // Who turns out to trade is asked for the origin next; that its seat no longer counts is told apart below.
      fc.pre(answer.sector?.isic !== "4711");
      const [before, after] = [engine.score(facts), engine.score({ ...facts, ...answer })];
      expect(after.contextCoverage > before.contextCoverage || after.supplierCoverage > before.supplierCoverage).toBe(
        true,
      );
    }),
    RUNS,
  );
});

test("learning that a supplier trades raises its level, not its coverage, and asks for the origin", () => {
  const shop = { seat: "DE", isic: "4711" };
  expect(engine.score(supplier(shop)).contextCoverage).toBeLessThan(
    engine.score(supplier({ seat: "DE" })).contextCoverage,
  );
  expect(gapsOf(engine, supplier(shop), false).find(({ gap }) => gap === "origin")?.raisesCoverage).toBe(true);
});

test("whoever is said to have told something is assessed as soon as country and sector are known, and nobody else", () => {
  fc.assert(
    fc.property(anySupplier, (facts) => {
      const { level } = engine.score(facts);
      fc.pre(level === "indicative" || level === "assessed");
      expect(level).toBe(
        levelOf({ role: facts.role, countryKnown: true, sectorKnown: true, toldOfRecruitment: hasTold(facts) }),
      );
    }),
    RUNS,
  );
});

test("shares of the workforce alone are no answer on recruitment", () => {
  expect(toldOfRecruitment(engine, { recruitment: {}, workforce: { migrantShare: 0.4, womenShare: 0.6 } })).toBe(false);
  expect(toldOfRecruitment(engine, { recruitment: { papersHeldBy: "worker" }, workforce: {} })).toBe(true);
});

test("a name alone lacks everything, and only a country takes it to the next level", () => {
  const gaps = gapsOf(engine, supplier({}), false);
  expect(gaps.map(({ gap }) => gap)).toEqual([...GAPS]);
  expect(gaps.filter(({ raisesLevel }) => raisesLevel).map(({ gap }) => gap)).toEqual([
    "country",
    "origin",
    "placeOfWork",
  ]);
});

test("nothing is asked of who is not a seller, no origin of a service, and no place of work of a trader", () => {
  const asked = (role: string) => gapsOf(engine, supplier({ role }), false).map(({ gap }) => gap);
  expect(asked("not-a-seller")).toEqual([]);
  expect(asked("service-on-our-premises")).not.toContain("origin");
  expect(asked("trader")).not.toContain("placeOfWork");
});
