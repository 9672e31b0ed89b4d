/** Where stories of days are told: a database on the story's clock, an owner, a second member, one supplier in a published list. */
import type { Database, Scope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { aGeneration, aMember, aSupplier, aWorkspace, scopeOf } from "../builders";
import { now, onDay } from "../story-clock";

export async function aStoryPlace(): Promise<{
  readonly db: Database;
  readonly scope: Scope;
  readonly second: Scope;
  readonly supplierId: string;
}> {
  onDay(0);
  const db = await openDatabase({ file: ":memory:", role: "web", now: () => now });
  const workspace = await aWorkspace(db);
  const second = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  const { no: generation } = await aGeneration(db, workspace);
  const { id: supplierId } = await aSupplier(db, workspace, { name: "Mill", generation });
  return { db, scope: scopeOf(workspace), second, supplierId };
}
