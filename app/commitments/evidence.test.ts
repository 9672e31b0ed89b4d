import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURES } from "../contracts/words";
import { MEASURES as DEMAND, type MeasureId as DemandMeasure } from "../demand/measures";
import { reference } from "../lib/reference.server";
import { evidenceOf, kindsOf, knownNow, madeBefore, tallyOf, whyNoRecord, type HeldRecord } from "./evidence";
import { BECAUSE, EVIDENCE_KINDS, EVIDENCE_RULES, NO_RECORD_ROWS, type EvidenceKind } from "./evidence-rules";

const TODAY = "2026-03-02";
const ids = reference()
  .table("commitments")
  .map(({ id }) => id);

describe("which records speak for which rows", () => {
  test("every row of the table has a kind of record, or a reason why it has none, and never both", () => {
    const without = Object.values(NO_RECORD_ROWS).flat();
    expect(new Set(without).size).toBe(without.length);
    expect(ids.filter((id) => kindsOf(id).size > 0 === (whyNoRecord(id) !== null))).toEqual([]);
  });

  test("no row is named that the table does not have, and every kind and reason is used", () => {
    const named = [...EVIDENCE_RULES.flatMap(({ rows }) => rows), ...Object.values(NO_RECORD_ROWS).flat()];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(EVIDENCE_RULES.flatMap(({ kinds }) => kinds))).toEqual(new Set(EVIDENCE_KINDS));
    expect(new Set(EVIDENCE_RULES.map(({ because }) => because))).toEqual(new Set(BECAUSE));
  });

  test("a clause speaks for every row that the clauses of contracts are said to serve", () => {
    const wrong = Object.entries(MEASURES).flatMap(([measure, rows]) => {
      const kind = `clause${measure[0]!.toUpperCase()}${measure.slice(1)}` as EvidenceKind;
      return rows.filter((row) => !kindsOf(row).has(kind)).map((row) => `${measure} ${row}`);
    });
    expect(wrong).toEqual([]);
  });

  test("what the demand side is measured from speaks for every row to which the measure contributes", () => {
    const from: Partial<Record<DemandMeasure, readonly EvidenceKind[]>> = {
      labourFloor: ["floor", "buyingFacts"],
      employerPays: ["clauseFeeBan", "buyingFacts"],
      payments: ["payments"],
      leadTime: ["orders"],
      lateChanges: ["orders"],
      depth: ["buyingFacts"],
      training: ["training", "trainingBuyers"],
    };
    const wrong = Object.entries(from).flatMap(([measure, kinds]) =>
      DEMAND[measure as DemandMeasure].commitments
        .filter((row) => !kinds.some((kind) => kindsOf(row).has(kind)))
        .map((row) => `${measure} ${row}`),
    );
    expect(wrong).toEqual([]);
  });
});

const aDay = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.parse("2016-01-01") + days * 86_400_000).toISOString().slice(0, 10));
const aRecord: fc.Arbitrary<HeldRecord> = fc.record({ id: fc.constantFrom(..."abcdefgh"), day: aDay });
const records = fc.array(aRecord, { maxLength: 30 });

describe("counting", () => {
  test("counts each record once, whatever the order and however often it is told", () => {
    fc.assert(
      fc.property(records, (all) => {
        const told = tallyOf(all, TODAY);
        expect(told.count).toBe(new Set(all.map(({ id }) => id)).size);
        expect(tallyOf([...all, ...all].reverse(), TODAY)).toEqual(told);
      }),
    );
  });

  test("days and ages are of the records; without any there are none, which is not zero", () => {
    fc.assert(
      fc.property(records, (all) => {
        const { count, newest, oldest, medianAge } = tallyOf(all, TODAY);
        if (count === 0) {
          expect([newest, oldest, medianAge]).toEqual([null, null, null]);
          return;
        }
        const days = all.map(({ day }) => day);
        expect(newest).toBe([...days].sort().at(-1));
        expect(days).toContain(oldest);
        expect(oldest! <= newest!).toBe(true);
        const age = (day: string) => Math.max(0, (Date.parse(TODAY) - Date.parse(day)) / 86_400_000);
        expect(medianAge).toBeGreaterThanOrEqual(age(newest!));
        expect(medianAge).toBeLessThanOrEqual(age(oldest!));
      }),
    );
  });

  test("the middle age is the middle one, or between the two in the middle; a day to come is no age", () => {
    const of = (...days: string[]) => tallyOf(days.map((day, at) => ({ id: String(at), day })), TODAY).medianAge; // prettier-ignore
    expect(of("2026-03-01", "2026-02-20", "2026-01-01")).toBe(10);
    expect(of("2026-03-01", "2026-02-27")).toBe(2);
    expect(of("2026-05-01")).toBe(0);
  });

  test("a row counts a record of two kinds once, and reports that name it beside its kinds", () => {
    const held = new Map<EvidenceKind, HeldRecord[]>([
      ["action", [{ id: "a", day: "2026-01-01" }, { id: "b", day: "2026-01-02" }]],
      ["verified", [{ id: "a", day: "2026-02-01" }]],
      ["repayment", [{ id: "not asked", day: "2026-02-09" }]],
    ]); // prettier-ignore
    const found = evidenceOf("OECD-DDG-04", held, [{ id: "r", day: "2026-02-05" }], TODAY);
    expect(found.kinds.map(({ kind, tally }) => [kind, tally?.count])).toEqual([["action", 2], ["verified", 1], ["report", 1]]); // prettier-ignore
    expect(found.all).toMatchObject({ count: 3, newest: "2026-02-05", oldest: "2026-01-02" });
  });

  test("a kind nobody looked at is not counted as nothing", () => {
    const found = evidenceOf("OECD-DDG-04", new Map([["action", []]]), null, TODAY);
    expect(found.kinds.map(({ kind, tally }) => [kind, tally?.count ?? null])).toEqual([["action", 0], ["verified", null], ["report", null]]); // prettier-ignore
  });
});

describe("what came after a judgement", () => {
  const evidence = (...all: HeldRecord[]) => evidenceOf("OECD-DDG-04", new Map([["action", all]]), [], TODAY);
  const judged = (known: ReturnType<typeof evidence>) => ({ evidence: knownNow(known), editionSha256: "a" });
  const one = { id: "1", day: "2026-01-01" };

  test("nothing, as long as neither a record nor the table is new", () => {
    fc.assert(
      fc.property(records, (all) => {
        const known = evidence(...all);
        expect(madeBefore(judged(known), { all: known.all, editionSha256: "a" })).toEqual([]);
      }),
    );
  });

  test("one more record, though an old one; a newer one in the place of another; another edition", () => {
    const before = judged(evidence(one));
    const now = (...all: HeldRecord[]) => madeBefore(before, { all: evidence(...all).all, editionSha256: "a" });
    expect(now(one, { id: "2", day: "2020-01-01" })).toEqual(["evidence"]);
    expect(now({ id: "2", day: "2026-01-02" })).toEqual(["evidence"]);
    expect(now()).toEqual([]);
    expect(madeBefore(before, { all: evidence(one).all, editionSha256: "b" })).toEqual(["edition"]);
  });
});
