/** Which generation of the register a workspace shows, and the states a generation goes through. */
import { and, eq } from "drizzle-orm";
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

/** Says that a generation is complete and counted; it may now be previewed. */
export async function markGenerationReady(
  db: Database,
  scope: AnyScope,
  generation: number,
  suppliers: number,
): Promise<void> {
  const { generations } = db.t;
  await db.commitPlain((q) => [
    {
      write: q
        .update(generations)
        .set({ state: "ready", suppliers })
        .where(and(eq(generations.no, generation), eq(generations.workspaceNo, scope.workspaceNo))),
      rows: 1,
    },
  ]);
}
