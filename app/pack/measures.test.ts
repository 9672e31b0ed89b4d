import { describe, expect, test } from "vitest";
import { LISTS } from "./format";
import { MEASURES, MeasureCount, Measures, type Measure } from "./measures";

const document = (facts: object = {}) => ({
  id: "d",
  issuedOn: "2026-11-01",
  strength: "third-party",
  site: null,
  product: null,
  undoneAt: null,
  uses: [],
  ...facts,
});
const backing = (...ids: string[]) => ({ uses: ids.map((usedForId) => ({ usedFor: "finding", usedForId })) });

function counted(rows: readonly (readonly [list: string, row: unknown])[], on = "2026-11-11"): Measures {
  const count = new MeasureCount();
  for (const [list, row] of rows) count.row(list, row);
  return count.measures(on);
}
const of = ({ measures }: Measures, id: string): Measure => measures.find((one) => one.id === id)!;

describe("what a pack measures of itself", () => {
  test("is each measure once, with its parts or with why there is none, and nothing is guessed of an empty pack", () => {
    const empty = counted([]);
    expect(empty.measures.map(({ id }) => id)).toEqual([...MEASURES]);
    expect(Measures.parse(empty)).toEqual(empty);
    for (const one of empty.measures) {
      if (one.is === "not-measured") continue;
      expect(one).toMatchObject({ numerator: 0, denominator: 0 });
      expect(one.data.length).toBeGreaterThan(0);
    }
    expect(of(empty, "documentAge")).toMatchObject({ days: null });
    expect(empty.measures.flatMap((one) => (one.is === "not-measured" ? [one.id] : []))).toEqual([
      "sample",
      "sampleErrors",
      "volumes",
    ]);
  });

  test("counts documents that stand: their age to a day, to what they are tied, and whose word they are", () => {
    const told = counted([
      [LISTS.documents, document({ site: "Plant 2" })],
      [LISTS.documents, document({ issuedOn: "2026-10-12", product: "shirts", strength: "self-declared" })],
      [LISTS.documents, document({ issuedOn: null, strength: "primary" })],
      [LISTS.documents, document({ undoneAt: "2026-11-02T08:00:00.000Z", site: "Plant 3" })],
    ]);
    expect(of(told, "documentAge")).toMatchObject({ days: 20, numerator: 2, denominator: 3 });
    expect(of(told, "tied")).toMatchObject({ numerator: 2, denominator: 3 });
    expect(of(told, "thirdParty")).toMatchObject({ numerator: 1, denominator: 3 });
    expect(of(told, "selfDeclared")).toMatchObject({ numerator: 1, denominator: 3 });
  });

  test("counts what a document backs, without what was taken back and what a document of nobody backs", () => {
    const told = counted([
      [LISTS.documents, document(backing("f1", "a1", "elsewhere"))],
      [LISTS.documents, document({ ...backing("f2"), undoneAt: "2026-11-02T08:00:00.000Z" })],
      [LISTS.findings, { id: "f1", undoneAt: null }],
      [LISTS.findings, { id: "f2", undoneAt: null }],
      [LISTS.findings, { id: "f3", undoneAt: "2026-11-02T08:00:00.000Z" }],
      [LISTS.actions, { id: "a1" }],
      [LISTS.repayments, { id: "g1" }],
    ]);
    expect(of(told, "findings")).toMatchObject({ numerator: 1, denominator: 2 });
    expect(of(told, "actions")).toMatchObject({ numerator: 1, denominator: 1 });
    expect(of(told, "repayments")).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test("counts questions that were answered more than once, by the list or by people, and those with answers that differ", () => {
    const answer = (supplier: number, value: unknown) => ({ supplier, what: "feesPaidByWorkers", value });
    const told = counted([
      [LISTS.readings, answer(1, "yes")],
      [LISTS.readings, answer(1, "no")],
      [LISTS.readings, answer(2, "no")],
      [LISTS.suppliers, { no: 2, told: { recruitment: { feesPaidByWorkers: "no" }, workforce: { workers: 4 } } }],
      [LISTS.suppliers, { no: 3 }],
    ]);
    expect(of(told, "contradictions")).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test("counts of each commitment that reports name the points that rest on a record", () => {
    const point = (commitments: string[], evidence: string[], cites: unknown[] | null) => ({ commitments, evidence, statement: cites && { evidence: cites } }); // prettier-ignore
    const told = counted([
      [
        LISTS.reports,
        { content: { sections: [{ points: [point(["B", "A"], [], null), point(["A"], [], [{ kind: "cited" }])] }] } },
      ],
      [LISTS.reports, { content: { sections: [{ points: [point(["B"], ["f1"], null), point(["C"], [], [])] }] } }],
    ]);
    expect(told.requirements).toEqual([
      { id: "A", points: 2, evidenced: 1 },
      { id: "B", points: 2, evidenced: 1 },
      { id: "C", points: 1, evidenced: 0 },
    ]);
    expect(of(told, "requirements")).toMatchObject({ numerator: 2, denominator: 3 });
  });
});
