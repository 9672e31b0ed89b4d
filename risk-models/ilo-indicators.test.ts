import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { PROOF_LEVELS, type RecruitmentFacts } from "./facts";
import { ICLS_SIGNS, iclsPair, ILO_INDICATORS, iloIndicators, type IloIndicatorId } from "./ilo-indicators";
import { anyAnswers, engine, supplier } from "./test-kit";
import type { Finding } from "./types";

const rows = Papa.parse<{ id: string; framework: string; dimension: string }>(
  readFileSync(path.resolve(import.meta.dirname, "../seed/reference/forced-labour-indicators/data.csv"), "utf8"),
  { header: true, skipEmptyLines: true },
).data;

const read = (recruitment: RecruitmentFacts, id: IloIndicatorId) =>
  iloIndicators({ recruitment }).find((one) => one.id === id)!;
const pairOf = (recruitment: RecruitmentFacts, findings?: readonly Finding[]) =>
  iclsPair({ recruitment, findings, asOf: "2026-11-27" });

/** Every answer at its best and at its worst. */
const BEST: RecruitmentFacts = {
  papersHeldBy: "worker",
  passportRetention: "no",
  freedomToLeave: "yes",
  wagesWithheld: "no",
  depositsHeld: "no",
  feesPaidByWorkers: "no",
  feePerWorkerUsd: 0,
  feeMonthsOfPay: 0,
  debtMonthsOfPay: 0,
  contractInOwnLanguage: "yes",
  grievanceMechanism: "yes",
  employerPaysPolicy: "yes",
};

test("the ids are those of the reference table, all 11 of the ILO, and signs of both sides of the ICLS", () => {
  const ofIlo = rows.filter(({ framework }) => framework.startsWith("ILO indicators")).map(({ id }) => id);
  expect(ofIlo).toEqual([...ILO_INDICATORS]);
  const sideOf = (id: string) => rows.find((row) => row.id === id)?.dimension;
  for (const id of ICLS_SIGNS)
    expect(sideOf(id)).toBe(id.startsWith("ICLS-I") ? "involuntary work" : "threat and menace of penalty");
});

test("silence and 'unknown' leave every indicator unknown, with nothing that points to it", () => {
  for (const silent of [{}, { freedomToLeave: "unknown", papersHeldBy: "unknown" } as const])
    for (const one of iloIndicators({ recruitment: silent }))
      expect(one).toEqual({ id: one.id, state: "unknown", fields: [], proof: null, pointers: [] });
});

test("only worker interviews say that something is absent, and only of what was asked as widely as the indicator", () => {
  for (const proof of PROOF_LEVELS) {
    const absent = iloIndicators({ recruitment: { ...BEST, proof } }).filter(({ state }) => state === "absent");
    expect(absent.map(({ id }) => id)).toEqual(proof === "interviews" ? ["ILO-07"] : []);
  }
});

test.each<[IloIndicatorId, RecruitmentFacts, readonly string[]]>([
  ["ILO-03", { freedomToLeave: "no" }, ["freedomToLeave"]],
  ["ILO-07", { papersHeldBy: "employer" }, ["papersHeldBy"]],
  ["ILO-07", { papersHeldBy: "agent", passportRetention: "yes" }, ["papersHeldBy", "passportRetention"]],
  ["ILO-08", { wagesWithheld: "yes" }, ["wagesWithheld"]],
  ["ILO-09", { debtMonthsOfPay: 4, wagesWithheld: "yes" }, ["debtMonthsOfPay", "wagesWithheld"]],
  ["ILO-09", { groups: [{ workers: 9, wageAdvancesUsd: 50 }], wagesWithheld: "yes" }, ["groups", "wagesWithheld"]],
])("%s is present by an answer with a statement, and unknown when it was only heard of", (id, told, fields) => {
  expect(read(told, id)).toEqual({ id, state: "present", fields, proof: "statement", pointers: [] });
  const heard = read({ ...told, proof: "none" }, id);
  expect(heard).toMatchObject({ state: "unknown", fields: [] });
  expect(heard.pointers).toEqual(expect.arrayContaining([...fields]));
});

test.each<[IloIndicatorId, RecruitmentFacts]>([
  ["ILO-02", { contractInOwnLanguage: "no" }],
  ["ILO-06", { freedomToLeave: "no" }],
  ["ILO-08", { depositsHeld: "yes" }],
  ["ILO-09", { feesPaidByWorkers: "yes" }],
  ["ILO-09", { feeMonthsOfPay: 6, proof: "interviews" }],
  ["ILO-09", { wagesWithheld: "yes" }],
])("what lies near %s points to it and leaves it unknown", (id, told) => {
  expect(read(told, id)).toMatchObject({ state: "unknown", fields: [], proof: null });
  expect(read(told, id).pointers).toHaveLength(1);
});

test("a sign stands before a denial, also one that was only heard of", () => {
  const said = { papersHeldBy: "worker", passportRetention: "yes" } as const;
  expect(read({ ...said, proof: "interviews" }, "ILO-07").state).toBe("present");
  const heard = read({ ...said, proof: { papersHeldBy: "interviews", passportRetention: "none" } }, "ILO-07");
  expect(heard).toMatchObject({ state: "unknown", pointers: ["passportRetention"] });
});

test("a group under five workers moves nothing and is named nowhere", () => {
  const few = { groups: [{ workers: 4, wageAdvancesUsd: 500, costsPaidUsd: 500, depositsHeldUsd: 5 }] };
  for (const { pointers, fields } of iloIndicators({ recruitment: few })) expect([...pointers, ...fields]).toEqual([]);
});

test("a state other than unknown names its answers, all of them told, and none takes part in both sides of a pair", () => {
  fc.assert(
    fc.property(anyAnswers, (told) => {
      for (const { state, fields, pointers, proof } of iloIndicators({ recruitment: told })) {
        expect(fields.length > 0).toBe(state !== "unknown");
        expect(proof === null).toBe(state === "unknown");
        if (state !== "unknown") expect(pointers).toEqual([]);
        for (const field of [...fields, ...pointers]) expect(told[field]).toBeDefined();
      }
      const { involuntariness, threat } = pairOf(told);
      const fieldsOf = (signs: typeof threat) => signs.flatMap(({ fields }) => fields);
      expect(fieldsOf(involuntariness).filter((field) => fieldsOf(threat).includes(field))).toEqual([]);
    }),
  );
});

test("the pair is read from the answers that the engine's case for action looks at", () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...PROOF_LEVELS), (told, proof) => {
      const { caseForAction } = engine.score({ ...supplier({}), recruitment: { ...told, proof } });
      const { state } = pairOf({ ...told, proof });
      expect(state).toBe(caseForAction ? (proof === "none" ? "heard" : "evidence") : "none");
    }),
  );
});

test("a pair has evidence only when both of its sides have", () => {
  const told = { freedomToLeave: "no", papersHeldBy: "agent" } as const;
  expect(pairOf(told)).toEqual({
    state: "evidence",
    involuntariness: [{ id: "ICLS-I9", fields: ["freedomToLeave"], proof: "statement" }],
    threat: [{ id: "ICLS-C5", fields: ["papersHeldBy"], proof: "statement" }],
    isConfirmed: false,
  });
  expect(pairOf({ ...told, proof: { freedomToLeave: "none" } }).state).toBe("heard");
  expect(pairOf({ freedomToLeave: "no" }).state).toBe("none");
  expect(pairOf({ papersHeldBy: "agent", wagesWithheld: "yes" }).state).toBe("none");
});

test("a sign that two answers give together is only heard of when one of them is", () => {
  const told = { freedomToLeave: "no", debtMonthsOfPay: 5, wagesWithheld: "yes" } as const;
  expect(pairOf(told).threat.map(({ id }) => id)).toEqual(["ICLS-C3", "ICLS-C4"]);
  expect(pairOf({ ...told, proof: { wagesWithheld: "none" } })).toMatchObject({ state: "heard" });
});

test("a confirmed finding is said until it is lifted, and moves no indicator", () => {
  const finding = { ground: "icls-pair", source: "interviews", year: 2026, liftedOn: null } as const;
  expect(pairOf({}, [finding])).toMatchObject({ state: "none", isConfirmed: true });
  expect(pairOf({}, [{ ...finding, liftedOn: "2026-11-27" }]).isConfirmed).toBe(false);
  expect(pairOf({}, [{ ...finding, ground: "authority-finding" }]).isConfirmed).toBe(false);
});
