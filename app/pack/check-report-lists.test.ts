import { describe, expect, test } from "vitest";
import { ReportLists } from "./check-report-lists";
import { Faults } from "./faults";
import type { Manifest } from "./format";
import { ListCounts } from "./list-counts";
import type { SupplierRow } from "./rows";

const MANIFEST = {
  list: { sha256: "aa", generation: 3 },
  model: { id: "2026.2" },
  data: { sha256: "dd" },
} as unknown as Manifest;

const mill = (name: string, result: object = {}, more: object = {}) =>
  ({ name, supplierNumber: null, result: { level: "placed", band: "high", score: 71.5, ...result }, ...more }) as unknown as SupplierRow; // prettier-ignore
const text = (value: string) => ({ is: "text", text: value });
const code = (of: string, value: string) => ({ is: "code", of, code: value });
const line = (name: string, level = "placed", band = "high", score: number | null = 71.5) => [
  text(name),
  null,
  code("level", level),
  code(band === "none" ? "band-between" : "band", band),
  score === null ? null : { is: "number", number: score },
];

interface Said {
  readonly generation?: number;
  readonly sha256?: string;
  readonly lines?: readonly unknown[][];
  readonly bands?: Readonly<Record<string, number>>;
}
const report = ({ generation = 3, sha256 = "aa", lines = [], bands = {} }: Said) => ({
  list: { sha256, suppliers: 2, generation },
  method: { model: "2026.2", dataHash: "dd" },
  sections: [
    {
      points: [
        {
          tables: [{ id: "registerLines", columns: ["name", "number", "level", "band", "score"].map((id) => ({ id })), rows: lines }], // prettier-ignore
          bars: [{ id: "registerBands", bars: Object.entries(bands).map(([key, count]) => ({ label: code("band", key), count })) }], // prettier-ignore
        },
      ],
    },
  ],
});

function checked(reports: readonly unknown[], suppliers: readonly SupplierRow[]) {
  const faults = new Faults();
  const [lists, counts] = [new ReportLists(MANIFEST, faults), new ListCounts()];
  reports.forEach((one, at) => lists.report(at + 1, one));
  for (const one of suppliers) {
    counts.add(one);
    lists.supplier(one);
  }
  lists.finish(counts);
  return {
    faults: faults.named.map(({ code: of, row, values }) => `${of} ${row}: ${values["part"]} ${values["said"]} / ${values["pack"]}`), // prettier-ignore
    onOthers: lists.onOthers,
    moved: lists.moved,
  };
}
const NOTHING = { faults: [], onOthers: 0, moved: 0 };
const SUPPLIERS = [mill("Alder"), mill("Birch", { band: null, score: 40 })];

describe("reports against the list in the pack", () => {
  test("agree where lines and counts are those of the suppliers", () => {
    const lines = [line("Alder"), line("Birch", "placed", "none", 40)];
    expect(checked([report({ lines, bands: { high: 1, none: 1 } })], SUPPLIERS)).toEqual(NOTHING);
  });

  test("show a line with another score, band or level, and one of no supplier", () => {
    expect(checked([report({ lines: [line("Alder", "placed", "high", 7.1)] })], SUPPLIERS).faults).toEqual([
      "report.line 1: score 7.1 / 71.5",
    ]);
    expect(checked([report({ lines: [line("Alder", "placed", "low")] })], SUPPLIERS).faults).toEqual([
      "report.line 1: band low / high",
    ]);
    expect(checked([report({}), report({ lines: [line("Alder", "named")] })], SUPPLIERS).faults).toEqual([
      "report.line 2: level named / placed",
    ]);
    expect(checked([report({ lines: [line("Cedar")] })], SUPPLIERS).faults).toEqual(["report.line 1: name  / –"]);
  });

  test("may name any of several suppliers of one name and number", () => {
    const both = [mill("Alder", { score: 3, band: "low" }), mill("Alder")];
    expect(checked([report({ lines: [line("Alder"), line("Alder", "placed", "low", 3)] })], both)).toEqual(NOTHING);
  });

  test("may say something else of suppliers of whom something was recorded, which is counted and no fault", () => {
    const told = [mill("Alder", {}, { told: {} }), SUPPLIERS[1]!];
    const lines = [line("Alder", "placed", "low", 3)];
    expect(checked([report({ lines, bands: { low: 1, none: 1 } })], told)).toEqual({ ...NOTHING, moved: 1 });
    expect(checked([report({ bands: { low: 2 } })], told).faults).toHaveLength(2);
  });

  test("show counts that are not those of the list, but for a report that keeps some of them to itself", () => {
    expect(checked([report({ bands: { high: 2, none: 0 } })], SUPPLIERS).faults).toEqual([
      "report.counts 1: band: – 0 / 1",
      "report.counts 1: band: high 2 / 1",
    ]);
    expect(checked([report({ bands: { high: 0 } })], SUPPLIERS)).toEqual(NOTHING);
  });

  test("that rest on another list, or name none, are counted and compared with nothing", () => {
    const lines = [line("Alder", "placed", "low", 3)];
    const others = [report({ lines, sha256: "bb" }), report({ lines, generation: 2 })];
    expect(checked(others, SUPPLIERS)).toEqual({ ...NOTHING, onOthers: 2 });
    expect(checked([{ ...report({ lines }), list: null }, { anything: 1 }], SUPPLIERS)).toEqual(NOTHING);
  });
});
