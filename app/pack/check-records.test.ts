import { describe, expect, test } from "vitest";
import { RecordCheck } from "./check-records";
import { Faults } from "./faults";
import { LISTS } from "./format";
import type { OpenEvent } from "./rows";
import { plainSha256 } from "./sha256";

type Facts = Record<string, unknown>;
type Row = readonly [string, Facts];
type Told = readonly [string, Facts];

function faultsOf(rows: readonly Row[], events: readonly Told[], erased: readonly string[] = []) {
  const faults = new Faults();
  const check = new RecordCheck(plainSha256, faults);
  rows.forEach(([list, row], at) => check.row(list, at + 1, row));
  check.supplier(7, "mill");
  check.supplier(8, "farm");
  for (const list of Object.values(LISTS)) check.listed(list);
  events.forEach(([name, contents], at) => check.event(at + 1, { seq: at + 1, name, actor: "ines", contents } as OpenEvent)); // prettier-ignore
  check.finish(new Set(erased));
  return faults.named.map(({ code, row, values }) => [code, row, values["part"]].filter(Boolean).join(" "));
}

const group = (facts: Facts): Row => [
  LISTS.repayments,
  { id: "g", supplier: 7, supplierId: "mill", actionId: "a", recordedBy: "ines", entries: [], ...facts },
];
const grouped = (facts: Facts): Told => ["repayment.recorded", { groupId: "g", supplierId: "mill", group: { ...facts, actionId: "a" } }]; // prettier-ignore
const counted = (facts: Facts): Told => ["repayment.counted", { groupId: "g", supplierId: "mill", group: facts }];
const [large, small] = [{ workers: 40, receipts: "9", basis: "receipts" }, { workers: null }];

const action = (facts: Facts = {}): Row => [
  LISTS.actions,
  { id: "a", supplier: 7, supplierId: "mill", findingId: "f", title: "Pay", recordedBy: "ines", ...facts },
];
const acted: Told = [
  "action.recorded",
  { actionId: "a", supplierId: "mill", findingId: "f", action: { title: "Pay" } },
];

const finding = (facts: Facts = {}): Row => [LISTS.findings, { id: "f", supplier: 7, summary: "Late", recordedBy: "ines", ...facts }]; // prettier-ignore
const found = (facts: Facts = {}): Told => ["finding.recorded", { findingId: "f", supplierId: "mill", finding: { supplierNo: 7, summary: "Late", ...facts } }]; // prettier-ignore
const merge = (fromId: string, intoId: string): Told => ["duplicate.decided", { decision: "merged", fromId, intoId }];

describe("records and the events that tell of them", () => {
  test("a group that was counted anew says what the later event says, and no more than the earlier one alone had", () => {
    expect(faultsOf([group(small)], [grouped(large), counted(small)])).toEqual([]);
    expect(faultsOf([group(large)], [grouped(small), counted(large)])).toEqual([]);
    expect(faultsOf([group(small)], [grouped(small), counted(large)])).toEqual(["row.differs 1 workers"]);
    const other = { ...large, actionId: "b" };
    expect(faultsOf([group(other)], [grouped(small), counted(large)])).toEqual(["row.differs 1 actionId"]);
    expect(faultsOf([group({ ...large, recordedBy: "ann" })], [grouped(small), counted(large)])).toEqual([
      "row.differs 1 recordedBy",
    ]);
  });

  test("an action that hangs on another finding is found, also once it was changed", () => {
    const changed: Told = ["action.changed", { actionId: "a", supplierId: "mill", action: { title: "Pay all" } }];
    expect(faultsOf([action()], [acted])).toEqual([]);
    expect(faultsOf([action({ title: "Pay all" })], [acted, changed])).toEqual([]);
    expect(faultsOf([action({ findingId: "g" })], [acted])).toEqual(["row.differs 1 findingId"]);
    expect(faultsOf([action({ findingId: null, title: "Pay all" })], [acted, changed])).toEqual([
      "row.differs 1 findingId",
    ]);
  });

  test("a fact with a name that every object has is a fact like any other", () => {
    expect(faultsOf([finding()], [found({ constructor: 1 })])).toEqual(["row.differs 1 constructor"]);
  });

  test("one that was moved to another supplier is found, by its number or by its id, unless it was merged with that one", () => {
    expect(faultsOf([finding()], [found()])).toEqual([]);
    for (const [row, told] of [
      [finding({ supplier: 8 }), found()],
      [action({ supplier: 8 }), acted],
      [group({ ...large, supplier: 8 }), grouped(large)],
    ] as const) {
      expect(faultsOf([row], [told])).toEqual(["row.differs 1 supplier"]);
      expect(faultsOf([row], [told, merge("mill", "farm")])).toEqual([]);
      expect(faultsOf([row], [merge("dock", "farm"), told, merge("mill", "dock")])).toEqual([]);
      // A merge of two others, and one the other way round, say nothing of it.
      expect(faultsOf([row], [told, merge("dock", "farm")])).toEqual(["row.differs 1 supplier"]);
      expect(faultsOf([row], [told, merge("farm", "mill")])).toEqual(["row.differs 1 supplier"]);
      const distinct: Told = ["duplicate.decided", { decision: "distinct", fromId: "mill", intoId: "farm" }];
      expect(faultsOf([row], [told, distinct])).toEqual(["row.differs 1 supplier"]);
      expect(faultsOf([row], [told], ["duplicate.decided"])).toEqual([]);
    }
    expect(faultsOf([action({ supplier: 9 })], [acted])).toEqual([]);
    expect(faultsOf([action({ supplier: undefined })], [acted])).toEqual(["row.differs 1 supplier"]);
  });

  test("an id stands once in a list, also that of a finding told in confidence and in lists of which no event tells", () => {
    const held = finding({ source: "told-in-confidence" });
    expect(faultsOf([held, held], [])).toEqual(["row.order 2"]);
    expect(faultsOf([held, finding()], [])).toEqual(["row.order 2"]);
    const [step, issue]: Row[] = [[LISTS.findingSteps, { id: "s" }], [LISTS.issues, { line: 1 }]]; // prettier-ignore
    expect(faultsOf([step!, issue!, step!, issue!], [])).toEqual(["row.order 3"]);
  });

  test("a long text is compared to its end, and is not its own hash", () => {
    const [summary, other] = ["a", "b"].map((end) => "Wages were late. ".repeat(40) + end);
    expect(faultsOf([finding({ summary })], [found({ summary })])).toEqual([]);
    expect(faultsOf([finding({ summary })], [found({ summary: other })])).toEqual(["row.differs 1 summary"]);
  });
});
