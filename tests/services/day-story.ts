/** A story of days: what a page shows at the end of each is noted, to be compared with its past later; and what the chain said is erased. */
import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { eraseContents } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { now, onDay } from "./past-steps";

/**
 * Does one thing a day, and ends on the day after the last.
 * @returns what was shown at the end of each day, each of them something new. @param from the first day.
 */
export async function story<T>(
  steps: readonly (() => Promise<unknown>)[],
  shown: () => Promise<T>,
  from = 0,
): Promise<T[]> {
  const noted: T[] = [];
  for (const [day, step] of steps.entries()) {
    onDay(from + day, 1);
    await step();
    const next = await shown();
    expect(next, `day ${day}`).not.toEqual(noted.at(-1));
    noted.push(next);
  }
  onDay(from + steps.length, 1);
  return noted;
}

/** Erases what the first or the last event of a name said. */
export async function erase(db: Database, scope: Scope, name: string, which: "first" | "last" = "last"): Promise<void> {
  const { auditEvents: e } = db.t;
  const found = await db.q
    .select({ seq: e.seq })
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.name, name)))
    .orderBy(e.seq);
  const seq = found.at(which === "first" ? 0 : -1)!.seq;
  await eraseContents(db, scope, [seq], "Asked by a person it names", now());
}
