import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database, SystemScope } from "../../../db/database";
import { eachLine } from "../../../db/queries/models";
import { screeningsOf, type Screening } from "../../../db/queries/screening";
import { partyOfLine, supplierHash } from "./compared-facts";
import { listsHash, listsInForce } from "./lists-in-force.server";

/** What tells two lists apart by what suppliers are compared by: who is in them, and the facts of each. */
export async function comparedFactsHash(db: Database, scope: SystemScope, generation: number): Promise<string> {
  const hash = createHash("sha256");
  for await (const lines of eachLine(db, scope, generation))
    for (const line of lines) hash.update(`${line.supplierNo} ${supplierHash(partyOfLine(line))}\n`);
  return hash.digest("hex");
}

/**
 * A list that was built again is mostly the same to whoever compares names: what a decision about a group says changes no name.
 * The last screening then counts for it too. @returns it; null when the suppliers or the editions in force are others.
 */
export async function comparedBefore(
  db: Database,
  scope: SystemScope,
  generation: number,
  factsHash: string,
): Promise<Screening | null> {
  const [last] = await screeningsOf(db, scope, 1);
  if (!last || last.finishedAt === null || last.pairedAt === null || last.factsHash !== factsHash) return null;
  if (last.listsHash !== listsHash(await listsInForce(db, scope))) return null;
  const { screenings: s } = db.t;
  await db.commitPlain((q) => [
    q
      .update(s)
      .set({ generation })
      .where(and(eq(s.id, last.id), eq(s.workspaceNo, scope.workspaceNo))),
  ]);
  return { ...last, generation };
}

/** Says that a screening is done with its pairs of suppliers too, and what it compared. */
export async function markCompared(
  db: Database,
  scope: SystemScope,
  screeningId: string,
  factsHash: string,
  now: Date,
): Promise<void> {
  const { screenings: s } = db.t;
  await db.commitPlain((q) => [
    q
      .update(s)
      .set({ factsHash, pairedAt: now })
      .where(and(eq(s.id, screeningId), eq(s.workspaceNo, scope.workspaceNo))),
  ]);
}
