/** The stored order of turns is the one the plan's own comparison gives, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { planOrder } from "../../db/queries/plan-order";
import { ROLE_CODES, codeOf } from "../../db/schema/codes";
import { LIKELIHOODS, SEVERITIES } from "../../risk-models/types";
import { compareStanding } from "../../app/plan/order";
import { alikeBounds } from "../../app/services/plan/alike-suppliers.server";
import { aGeneration, aWorkspace, ENGINES, openFor, type ASupplier } from "./databases";

/** Every severity with every likelihood, twice, some alike, some without a score, some that sell nothing. */
function aMixedList(): ASupplier[] {
  const list: ASupplier[] = [];
  for (const [severity] of SEVERITIES.entries())
    for (const [likelihood, word] of LIKELIHOODS.entries())
      for (const more of [0, 0, 5]) {
        const scored = word !== "unknown";
        const score = scored ? 10 + likelihood * 20 + more : null;
        list.push({
          severity,
          likelihood,
          score,
          rangeLow: score === null ? null : score - 5,
          rangeHigh: score === null ? null : score + 5 + more,
          level: scored ? 2 + (more > 0 ? 1 : 0) : more > 0 ? 1 : 0,
          spendMain: (list.length * 7919) % 100,
        });
      }
  const notSeller = codeOf(ROLE_CODES, "not-a-seller");
  list.push({ role: notSeller, severity: 3, likelihood: 3, score: 99, level: 2 });
  return list.map((_, at) => list[(at * 31) % list.length]!);
}

describe.each(ENGINES)("on %s", (engine) => {
  let db: Database;
  let scope: Scope;
  beforeAll(async () => {
    db = await openFor(engine);
    scope = await aWorkspace(db);
  });
  afterAll(() => db.close());

  test("the stored order follows the plan's comparison, and who sells nothing stands at its end", async () => {
    const list = aMixedList();
    const { no } = await aGeneration(db, scope, list);
    const order = (await planOrder(db, scope, no))!;
    expect(order.total).toBe(list.length);
    const turns = await order.at(Array.from({ length: order.total }, (_, at) => at));
    expect(turns).toHaveLength(list.length);
    const sellers = turns.filter(({ sells }) => sells);
    expect(turns.findIndex(({ sells }) => !sells)).toBe(sellers.length);
    for (const [at, turn] of sellers.slice(1).entries())
      expect(compareStanding(sellers[at]!, turn), JSON.stringify([sellers[at], turn])).toBeLessThanOrEqual(0);
  });

  test("who cannot be told apart from a supplier is found by its place: all with its standing and level, and nobody else", async () => {
    const { no } = await aGeneration(db, scope, aMixedList());
    const order = (await planOrder(db, scope, no))!;
    const turns = await order.at(Array.from({ length: order.total }, (_, at) => at));
    const sizes = new Set<number>();
    for (const here of turns.filter(({ sells }) => sells)) {
      const isAlike = (turn: typeof here) =>
        turn.sells && compareStanding(turn, here) === 0 && turn.level === here.level;
      const alike = turns.filter(isAlike).map(({ position }) => position);
      const found = (await alikeBounds(order, here))!;
      expect(found).toEqual({ from: alike[0], to: alike[0]! + alike.length });
      sizes.add(alike.length);
    }
    expect(sizes.size).toBeGreaterThan(1);
  });

  test("positions come back in the order they were asked for; one beyond the end is left out", async () => {
    const { no } = await aGeneration(db, scope, [{ name: "A" }, { name: "B" }, { name: "C" }]);
    const order = (await planOrder(db, scope, no))!;
    expect((await order.at([2, 0, 9])).map(({ position }) => position)).toEqual([2, 0]);
  });

  test("there is no order before it is written", async () => {
    const { no } = await aGeneration(db, scope, [{ name: "A" }], { readable: false });
    expect(await planOrder(db, scope, no)).toBeNull();
  });
});
