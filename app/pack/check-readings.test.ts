import { describe, expect, test } from "vitest";
import { ReadingCheck } from "./check-readings";
import { Faults } from "./faults";
import type { OpenEvent, ReadingRow } from "./rows";

const said = { what: "workers", value: 40, proof: "statement", validFrom: "2026-11-01", source: "letter" } as const;
const row = (id: string, change: Partial<ReadingRow> = {}): ReadingRow => ({
  id,
  supplier: 7,
  ...said,
  recordedAt: "2026-11-02T08:00:00.000Z",
  recordedBy: "ines",
  told: null,
  ...change,
});
const recorded = (...ids: string[]) =>
  [
    "readings.recorded",
    { batch: "b", supplierId: "mill", readings: ids.map((id) => ({ id, supplierNo: 7, ...said })) },
  ] as const;
const undone = (...readingIds: string[]) => ["readings.undone", { readingIds }] as const;

function faultsOf(
  rows: readonly ReadingRow[],
  events: readonly (readonly [string, Record<string, unknown>])[],
  erased: readonly string[] = [],
  until: string | null = null,
) {
  const faults = new Faults();
  const check = new ReadingCheck(faults, until);
  rows.forEach((one, at) => check.reading(at + 1, one));
  check.supplier(7, "mill");
  check.supplier(8, "farm");
  events.forEach(([name, contents], at) =>
    check.event(at + 1, { seq: at + 1, at: `2026-11-0${at + 1}`, name, actor: "ines", contents } as OpenEvent),
  );
  check.finish(new Set(erased));
  return { codes: faults.named.map(({ code, row: at }) => `${code} ${at}`), inConfidence: check.inConfidence };
}

describe("answers and the events that tell of them", () => {
  test("agree", () => {
    expect(faultsOf([row("r1"), row("r2")], [recorded("r1"), recorded("r2", "r3"), undone("r3")]).codes).toEqual([]);
  });

  test("one that was changed, moved to another supplier, doubled, put in or taken out is found", () => {
    const events = [recorded("r1", "r2")];
    expect(faultsOf([row("r1", { value: 4 }), row("r2")], events).codes).toEqual(["row.differs 1"]);
    expect(faultsOf([row("r1"), row("r2", { supplier: 8 })], events).codes).toEqual(["row.differs 2"]);
    expect(faultsOf([row("r1"), row("r2"), row("r2")], events).codes).toEqual(["row.order 3"]);
    expect(faultsOf([row("r1"), row("r2"), row("r9")], events).codes).toEqual(["trail.untold 3"]);
    expect(faultsOf([row("r2")], events).codes).toEqual(["trail.gone 1"]);
    expect(faultsOf([row("r1"), row("r2")], [...events, undone("r2")]).codes).toEqual(["row.undone 2"]);
  });

  test("where two suppliers were merged an answer may stand with the one that stays", () => {
    const merge = (fromId: string, intoId: string) => ["duplicate.decided", { decision: "merged", fromId, intoId }] as const; // prettier-ignore
    const merged = merge("mill", "farm");
    const [moved, left] = [row("r1", { supplier: 8 }), { decision: "distinct" }];
    expect(faultsOf([moved], [merged, recorded("r1")]).codes).toEqual([]);
    expect(faultsOf([moved], [recorded("r1"), merged]).codes).toEqual([]);
    expect(faultsOf([moved], [recorded("r1")], ["duplicate.decided"]).codes).toEqual([]);
    expect(faultsOf([moved], [merge("dock", "farm"), recorded("r1")]).codes).toEqual(["row.differs 1"]);
    // Of a supplier that is not in the list nobody can tell which it became.
    expect(faultsOf([row("r1", { supplier: 9 })], [merge("dock", "farm"), recorded("r1")]).codes).toEqual([]);
    expect(faultsOf([moved], [recorded("r1"), ["duplicate.decided", left]]).codes).toEqual(["row.differs 1"]);
  });

  test("of a list that was replaced are those in force until then", () => {
    const events = [recorded("r1"), recorded("r2"), undone("r1")];
    expect(faultsOf([row("r1")], events, [], "2026-11-01").codes).toEqual([]);
    expect(faultsOf([row("r2")], events).codes).toEqual([]);
    expect(faultsOf([row("r2")], events, [], "2026-11-02").codes).toEqual(["trail.gone 1"]);
  });

  test("one that says another person or another amount as it was told is found", () => {
    expect(faultsOf([row("r1", { recordedBy: "ann" })], [recorded("r1")]).codes).toEqual(["row.differs 1"]);
    expect(faultsOf([row("r1", { told: { amount: "1" } })], [recorded("r1")]).codes).toEqual(["row.differs 1"]);
  });

  test("only an erased event of the same kind may have told of one", () => {
    expect(faultsOf([row("r1")], [], ["readings.recorded"]).codes).toEqual([]);
    expect(faultsOf([row("r1")], [], ["finding.recorded"]).codes).toEqual(["trail.untold 1"]);
  });

  test("of one that was told in confidence and released no event tells; it is counted", () => {
    expect(faultsOf([row("h", { source: null, recordedBy: null })], [])).toEqual({ codes: [], inConfidence: 1 });
    const held = row("h", { source: null, recordedBy: null });
    expect(faultsOf([held, held], [])).toEqual({ codes: ["row.order 2"], inConfidence: 1 });
    expect(faultsOf([held, row("h")], [recorded("h")]).codes).toContain("row.order 2");
  });
});
