import fc from "fast-check";
import { expect, test } from "vitest";
import { RecruitmentFacts, WorkforceFacts } from "../../../risk-models/facts";
import { readingsOfText, readingsText } from "./stored-readings";

const KEYS = [...Object.keys(RecruitmentFacts.shape), ...Object.keys(WorkforceFacts.shape)];
/** Every kind of value a fact has, under every key. */
const value = fc.oneof(
  fc.constantFrom("yes", "no", "own-staff", "confirmed-repayment", "repaying"),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.string({ unit: "binary" }),
  fc.array(fc.string()),
  fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom("policy", "invoices")),
);
const facts = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), value);

test("what is stored is what was told, whatever it was", () => {
  const told = fc.record({
    r: facts(Object.keys(RecruitmentFacts.shape)),
    w: facts(Object.keys(WorkforceFacts.shape)),
  });
  fc.assert(
    fc.property(told, ({ r, w }) => {
      const text = readingsText(r as RecruitmentFacts, w as WorkforceFacts);
      const read = readingsOfText(text);
      // A number keeps its value; -0 is 0.
      const plain = (one: unknown) => JSON.parse(JSON.stringify(one)) as unknown;
      expect(plain(read.r ?? {})).toEqual(plain(r));
      expect(plain(read.w ?? {})).toEqual(plain(w));
      expect(text === null).toBe(Object.keys(r).length + Object.keys(w).length === 0);
    }),
    { numRuns: 500 },
  );
});

test("the origin of materials is kept beside the facts, and facts without any are stored as before", () => {
  const inputs = [{ good: "Thread/Yarn", country: "CN", region: "CN-XJ" }];
  const text = readingsText({ papersHeldBy: "worker" }, { workers: 9 }, inputs)!;
  expect(text.startsWith(readingsText({ papersHeldBy: "worker" }, { workers: 9 })!)).toBe(true);
  expect(readingsOfText(text)).toEqual({ r: { papersHeldBy: "worker" }, w: { workers: 9 }, inputs });
  expect(readingsOfText(readingsText(null, null, inputs))).toEqual({ inputs });
  expect(readingsText({}, {}, [])).toBeNull();
});

test("every fact of the schemas has a place, and places do not move", () => {
  for (const key of KEYS) expect(readingsText({ [key]: 1 } as RecruitmentFacts, null), key).toMatch(/^[A-_]1$/);
  expect(
    readingsText({ feesPaidByWorkers: "no", grievanceMechanism: "yes" }, { workers: 210, migrantShare: 0.1 }),
  ).toBe("A210B0.1NbZa");
  expect(readingsText({ recruitedFrom: ["NP"], proof: "policy" }, { youngShare: 1e-7 })).toBe('E1e-7G~6:["NP"]_l');
  expect(readingsText({ feesPaidByWorkers: undefined }, null)).toBeNull();
  expect(() => readingsText({ unheardOf: 1 } as never, null)).toThrow("unheardOf");
  expect(() => readingsOfText("?")).toThrow("no fact");
  expect(() => readingsOfText("A")).toThrow("no value");
});
