/** What the overview reads of imports: heads only, for settings and inspections are large. */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { ImportState } from "../schema/codes";

export interface ImportHead {
  readonly id: string;
  readonly state: ImportState;
  readonly createdAt: Date;
  readonly fileName: string;
}

/** Imports of the workspace, newest first, with these states if any are named. */
export async function importHeads(
  db: Database,
  scope: AnyScope,
  { limit, states }: { readonly limit: number; readonly states?: readonly ImportState[] | undefined },
): Promise<ImportHead[]> {
  const { imports, uploads } = db.t;
  return db.q
    .select({ id: imports.id, state: imports.state, createdAt: imports.createdAt, fileName: uploads.fileName })
    .from(imports)
    .innerJoin(uploads, eq(uploads.id, imports.uploadId))
    .where(
      and(
        eq(imports.workspaceNo, scope.workspaceNo),
        states === undefined ? undefined : inArray(imports.state, [...states]),
      ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}

export interface ListHead {
  readonly importId: string;
  readonly fileName: string;
  readonly publishedAt: Date | null;
  /** What was counted when the list was built, as it was stored. */
  readonly summary: unknown;
}

/** The list a generation of this workspace was made from; null when there is none. */
export async function listOfGeneration(db: Database, scope: AnyScope, generation: number): Promise<ListHead | null> {
  const { imports, uploads, generations } = db.t;
  const [found] = await db.q
    .select({
      importId: imports.id,
      fileName: uploads.fileName,
      publishedAt: imports.publishedAt,
      summary: imports.summary,
    })
    .from(generations)
    .innerJoin(imports, and(eq(imports.id, generations.importId), eq(imports.workspaceNo, generations.workspaceNo)))
    .innerJoin(uploads, eq(uploads.id, imports.uploadId))
    .where(and(eq(generations.no, generation), eq(generations.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}
