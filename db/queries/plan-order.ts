/** The stored order in which a plan chooses (`PLAN_ORDER`), read a position at a time: never the whole list. */
import { and, between, desc, eq, inArray, sql } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { bulkKey, pagePosition, pageRange, pageSlot } from "../keys";
import { PLAN_ORDER } from "../pages";
import { codeOf, LEVEL_CODES, REGISTER_SORTS, ROLE_CODES, wordOf } from "../schema/codes";
import { LIKELIHOODS, SEVERITIES, type Level, type Likelihood, type SeverityLevel } from "../../risk-models/types";
import { findGeneration } from "./register";

/** What decides a supplier's turn, and whether it sells at all. */
export interface Turn {
  readonly position: number;
  readonly supplierNo: number;
  readonly sells: boolean;
  readonly severity: SeverityLevel;
  readonly likelihood: Likelihood;
  readonly score: number | null;
  readonly rangeLow: number | null;
  readonly rangeHigh: number | null;
  readonly level: Level;
}

export interface PlanOrder {
  readonly generation: number;
  /** Suppliers of the list, those that sell nothing at the end. */
  readonly total: number;
  /** The suppliers at these positions (0-based), in the order asked for. */
  at(positions: readonly number[]): Promise<Turn[]>;
}

const SLICE = 500;

/** The order of a generation of this workspace; null when it is another's, or while it is not written yet. */
export async function planOrder(db: Database, scope: AnyScope, generation: number): Promise<PlanOrder | null> {
  const found = await findGeneration(db, scope, generation);
  if (!found?.pagesReady) return null;
  const { registerPages, registerRows } = db.t;
  const [last] = await db.q
    .select({ slot: registerPages.slot })
    .from(registerPages)
    .where(between(registerPages.slot, ...pageRange(generation, PLAN_ORDER)))
    .orderBy(desc(registerPages.slot))
    .limit(1);
  return {
    generation,
    total: last ? pagePosition(last.slot) + 1 : 0,
    async at(positions) {
      const turns = new Map<number, Turn>();
      for (let from = 0; from < positions.length; from += SLICE) {
        const slots = positions.slice(from, from + SLICE).map((position) => pageSlot(generation, PLAN_ORDER, position));
        const rows = await db.q
          .select({
            slot: registerPages.slot,
            supplierNo: registerPages.supplierNo,
            role: registerRows.role,
            severity: registerRows.severity,
            likelihood: registerRows.likelihood,
            score: registerRows.score,
            rangeLow: registerRows.rangeLow,
            rangeHigh: registerRows.rangeHigh,
            level: registerRows.level,
          })
          .from(registerPages)
          // The key of the wide line is made from the narrow one: both are found without a search.
          .innerJoin(registerRows, eq(registerRows.key, sql`${bulkKey(generation, 0)} + ${registerPages.supplierNo}`))
          .where(and(inArray(registerPages.slot, slots), eq(registerRows.workspaceNo, scope.workspaceNo)));
        for (const { slot, role, severity, likelihood, level, ...rest } of rows)
          turns.set(pagePosition(slot), {
            ...rest,
            position: pagePosition(slot),
            sells: wordOf(ROLE_CODES, role) !== "not-a-seller",
            severity: wordOf(SEVERITIES, severity) ?? "unknown",
            likelihood: wordOf(LIKELIHOODS, likelihood) ?? "unknown",
            level: wordOf(LEVEL_CODES, level),
          });
      }
      return positions.flatMap((position) => turns.get(position) ?? []);
    },
  };
}

/** The numbers of the suppliers at positions `from` to `to - 1` of the order; none when the generation is another workspace's. */
export async function suppliersBetween(
  db: Database,
  scope: AnyScope,
  generation: number,
  from: number,
  to: number,
): Promise<number[]> {
  if (to <= from || !(await findGeneration(db, scope, generation))) return [];
  const { registerPages } = db.t;
  const [first, last] = [pageSlot(generation, PLAN_ORDER, from), pageSlot(generation, PLAN_ORDER, to - 1)];
  const rows = await db.q
    .select({ supplierNo: registerPages.supplierNo })
    .from(registerPages)
    .where(between(registerPages.slot, first, last));
  return rows.map(({ supplierNo }) => supplierNo);
}

/** Amounts at these positions of the order by amount, the largest first; null where there is none. */
export async function spendAt(
  db: Database,
  scope: AnyScope,
  generation: number,
  positions: readonly number[],
): Promise<(number | null)[]> {
  if (!(await findGeneration(db, scope, generation))) return [];
  const { registerPages, registerRows } = db.t;
  const order = codeOf(REGISTER_SORTS, "spend");
  const rows = await db.q
    .select({ slot: registerPages.slot, spend: registerRows.spendMain })
    .from(registerPages)
    .innerJoin(registerRows, eq(registerRows.key, sql`${bulkKey(generation, 0)} + ${registerPages.supplierNo}`))
    .where(
      inArray(
        registerPages.slot,
        positions.map((position) => pageSlot(generation, order, position)),
      ),
    );
  const found = new Map(rows.map(({ slot, spend }) => [pagePosition(slot), spend]));
  return positions.map((position) => found.get(position) ?? null);
}
