/** What happened to one supplier from list to list. */
import { and, asc, desc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";

/** A list that was published, as its generation stands now. */
export interface PublishedList {
  readonly generation: number;
  readonly fileName: string;
  readonly modelId: string;
  /** Of the import; null while it was never confirmed. */
  readonly publishedAt: Date | null;
}

/** The lists of these generations of the workspace, the newest first. */
export async function publishedLists(
  db: Database,
  scope: AnyScope,
  generationNos: readonly number[],
): Promise<PublishedList[]> {
  const { generations, imports, uploads } = db.t;
  return db.q
    .select({
      generation: generations.no,
      fileName: uploads.fileName,
      modelId: generations.modelId,
      publishedAt: imports.publishedAt,
    })
    .from(generations)
    .innerJoin(imports, and(eq(imports.id, generations.importId), eq(imports.workspaceNo, generations.workspaceNo)))
    .innerJoin(uploads, eq(uploads.id, imports.uploadId))
    .where(and(inArray(generations.no, [...generationNos]), eq(generations.workspaceNo, scope.workspaceNo)))
    .orderBy(desc(generations.no));
}

export type DecidedRename = Tables["renameProposals"]["$inferSelect"] & { readonly who: string | null };

/** Whether this supplier was said to be the same as another one, in these generations of the workspace. */
export async function renamesOfSupplier(
  db: Database,
  scope: AnyScope,
  supplierNo: number,
  generationNos: readonly number[],
): Promise<DecidedRename[]> {
  const { generations, renameProposals: r, users } = db.t;
  const rows = await db.q
    .select({ rename: r, who: users.name })
    .from(r)
    .innerJoin(generations, and(eq(generations.no, r.generation), eq(generations.workspaceNo, scope.workspaceNo)))
    .leftJoin(users, eq(users.id, r.decidedBy))
    .where(
      and(
        inArray(r.generation, [...generationNos]),
        or(eq(r.oldSupplierNo, supplierNo), eq(r.newSupplierNo, supplierNo)),
        isNotNull(r.decision),
      ),
    )
    .orderBy(desc(r.generation));
  return rows.map(({ rename, who }) => ({ ...rename, who }));
}

/** A list was scored anew with another model, or with other reference data. */
export interface ScoringChange {
  readonly what: "model" | "data";
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** How a list came to be scored as it is, the earliest change first. */
export async function scoringChanges(db: Database, scope: AnyScope, importId: string): Promise<ScoringChange[]> {
  const { auditEvents: e, auditContents: c } = db.t;
  const rows = await db.q
    .select({ name: e.name, at: e.at, contents: c.contents })
    .from(e)
    .innerJoin(c, and(eq(c.workspaceNo, e.workspaceNo), eq(c.seq, e.seq)))
    .where(and(eq(e.workspaceNo, scope.workspaceNo), inArray(e.name, ["model.changed", "data.changed"])))
    .orderBy(asc(e.seq));
  return rows.flatMap(({ name, at, contents }) => {
    const { importId: of, from, to } = JSON.parse(contents) as { importId: string; from: string; to: string };
    return of === importId
      ? [{ what: name === "model.changed" ? ("model" as const) : ("data" as const), from, to, at }]
      : [];
  });
}
