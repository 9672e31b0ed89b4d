/** Who cannot be told apart from a supplier, on stored lists of both kinds and on one that is too long to make. */
import { expect, test } from "vitest";
import { buildPages } from "../../../db/pages";
import type { PlanOrder, Turn } from "../../../db/queries/plan-order";
import { linesOf } from "../../../db/queries/register";
import {
  aDatabase,
  aGeneration,
  aSupplier,
  aWorkspace,
  scopeOf,
  type ASupplier,
  type SupplierOptions,
} from "../../../tests/builders";
import { alikeBounds, alikeFilter, alikeSuppliers } from "./alike-suppliers.server";

const likely = { severity: "unknown", likelihood: "likely", seat: "TR", isic: "1410", level: "indicative" } as const;

async function aList(suppliers: readonly SupplierOptions[]) {
  const db = await aDatabase();
  const workspace = await aWorkspace(db);
  const { no: generation } = await aGeneration(db, workspace);
  const made: ASupplier[] = [];
  for (const one of suppliers) made.push(await aSupplier(db, workspace, { ...one, generation }));
  await buildPages(db, generation);
  const scope = scopeOf(workspace);
  const alike = async (at: number) => {
    const [line] = await linesOf(db, scope, generation, [made[at]!.no]);
    return alikeSuppliers(db, scope, line!);
  };
  return { made, alike, db, scope, generation };
}

test("suppliers alike in severity, likelihood, score, range and level are named with the columns that would separate them", async () => {
  const { made, alike, db, scope } = await aList([
    { ...likely, score: 60, name: "first" },
    { ...likely, score: 61 },
    { ...likely, score: 60, spendMain: 9e6 },
    { ...likely, score: 60, severity: "severe" },
    { ...likely, score: 60, level: "assessed" },
    // Unknown severity is read as serious: the two are not told apart by it.
    { ...likely, score: 60, severity: "serious", seat: "BD" },
    { ...likely, score: 60, role: "not-a-seller" },
  ]);
  const found = await alike(0);
  expect(found).toMatchObject({ others: 2, read: 3 });
  const { name, nos } = await alikeFilter(db, scope, made[0]!.id);
  expect(name).toBe("first");
  expect([...nos].sort()).toEqual([0, 2, 5].map((at) => made[at]!.no).sort());
  expect(found!.columns.map(({ blank }) => blank)).toEqual([3, 3, 3]);
  expect(found!.columns.map(({ gap }) => gap)).toContain("recruiter");
  for (const alone of [1, 3, 4]) expect(await alike(alone)).toMatchObject({ others: 0, columns: [] });
  expect(await alike(6)).toBeNull();
});

test("those without a score stand alike too; who is placed is not alike to who is only listed", async () => {
  const { alike } = await aList([
    { name: "a", level: "listed" },
    { name: "b", level: "listed" },
    { name: "c", level: "placed", seat: "TR" },
    { ...likely, score: 60 },
  ]);
  expect(await alike(0)).toMatchObject({ others: 1 });
  expect((await alike(1))!.columns.map(({ gap }) => gap)).toEqual(["product", "seat", "origin"]);
  expect(await alike(2)).toMatchObject({ others: 0 });
});

test("nothing is said before the order of the list is written, nor where it has the supplier elsewhere", async () => {
  const { db, scope, generation, made, alike } = await aList([
    { ...likely, score: 60 },
    { ...likely, score: 60 },
    { ...likely, score: 80 },
  ]);
  const [line] = await linesOf(db, scope, generation, [made[2]!.no]);
  expect(await alikeSuppliers(db, scope, { ...line!, score: 60 })).toBeNull();
  const { no: unordered } = await aGeneration(db, { no: scope.workspaceNo, id: scope.workspaceId, slug: scope.workspaceSlug, userId: scope.userId }); // prettier-ignore
  expect(await alikeSuppliers(db, scope, { ...line!, generation: unordered })).toBeNull();
  expect(await alike(0)).toMatchObject({ others: 1 });
});

const MILLION = 1_000_000;

/** A list that is never made: every seven hundred are alike. */
function aLongList() {
  const asked = { suppliers: 0, reads: 0 };
  const turnAt = (position: number): Turn => ({
    position,
    supplierNo: position + 1,
    sells: position < MILLION - 9,
    severity: "unknown",
    likelihood: "likely",
    score: 100 - Math.floor(position / 700) / 100,
    rangeLow: 10,
    rangeHigh: 90,
    level: "indicative",
  });
  const order: PlanOrder = {
    generation: 1,
    total: MILLION,
    at: (positions) => {
      asked.suppliers += positions.length;
      asked.reads += 1;
      return Promise.resolve(positions.map(turnAt));
    },
  };
  return { order, turnAt, asked };
}

test("of a million suppliers some hundred are read to find the bounds of a tie, wherever it lies", async () => {
  for (const position of [0, 1, 699, 700, 123_456, MILLION - 10]) {
    const { order, turnAt, asked } = aLongList();
    const from = Math.floor(position / 700) * 700;
    expect(await alikeBounds(order, turnAt(position))).toEqual({ from, to: Math.min(from + 700, MILLION - 9) });
    expect(asked.reads).toBeLessThan(15);
    expect(asked.suppliers).toBeLessThan(500);
  }
});
