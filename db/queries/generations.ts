/** Which generation of the register a workspace shows, and the states a generation goes through. */
import { and, desc, eq } from "drizzle-orm";
import type { AnyScope, Database } from "../database";

/** The generation everyone in the workspace sees; null before the first list is published. */
export async function publishedGeneration(db: Database, scope: AnyScope): Promise<number | null> {
  const { workspaces } = db.t;
  const [row] = await db.q
    .select({ generation: workspaces.publishedGeneration })
    .from(workspaces)
    .where(eq(workspaces.no, scope.workspaceNo));
  return row?.generation ?? null;
}

/** How much a list holds: its suppliers, and the records they and what was set aside come from. */
export interface ListSize {
  readonly suppliers: number;
  readonly records: number;
}

/** Lists that were built again and are kept for the days that ended with them, the newest first, with how much each holds. */
export async function pastGenerations(
  db: Database,
  scope: Pick<AnyScope, "workspaceNo">,
): Promise<(ListSize & { readonly no: number })[]> {
  const { generations } = db.t;
  return db.q
    .select({ no: generations.no, suppliers: generations.suppliers, records: generations.records })
    .from(generations)
    .where(and(eq(generations.workspaceNo, scope.workspaceNo), eq(generations.state, "past")))
    .orderBy(desc(generations.no));
}

/** Says that a generation is complete and counted; it may now be previewed. */
export async function markGenerationReady(
  db: Database,
  scope: AnyScope,
  generation: number,
  { suppliers, records }: ListSize,
): Promise<void> {
  const { generations } = db.t;
  await db.commitPlain((q) => [
    {
      write: q
        .update(generations)
        .set({ state: "ready", suppliers, records })
        .where(and(eq(generations.no, generation), eq(generations.workspaceNo, scope.workspaceNo))),
      rows: 1,
    },
  ]);
}
