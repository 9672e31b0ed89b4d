import { isNotNull } from "drizzle-orm";
import type { Database, SystemScope } from "../../db/database";
import { openScreeningJob, screeningsOf } from "../../db/queries/screening";
import { listsHash, listsInForce } from "../services/screening/lists-in-force.server";
import { screenSoon } from "../services/screening/screen-soon.server";

/**
 * Has the suppliers of every workspace compared anew whose last comparison is not of its list and its editions: this version may
 * bring newer ones, or the comparison was stopped for good. @returns in how many workspaces.
 */
export async function screenOutdated(db: Database, now: Date): Promise<number> {
  const { workspaces: w } = db.t;
  const shown = await db.q
    .select({ no: w.no, id: w.id, slug: w.slug, generation: w.publishedGeneration })
    .from(w)
    .where(isNotNull(w.publishedGeneration));
  let asked = 0;
  for (const { no, id, slug, generation } of shown) {
    const scope: SystemScope = { workspaceNo: no, workspaceId: id, workspaceSlug: slug, userId: null, role: "system" };
    if (await openScreeningJob(db, scope)) continue;
    const [last] = await screeningsOf(db, scope, 1);
    const isDone = last?.generation === generation && last?.pairedAt !== null;
    if (isDone && last?.listsHash === listsHash(await listsInForce(db, scope))) continue;
    await db.commitPlain(await screenSoon(db, scope, now));
    asked++;
  }
  return asked;
}
