/** Uploads, imports and the generations they write. What a person decides about them is a `commit` of a service. */
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";

export type Upload = Tables["uploads"]["$inferSelect"];
export type Import = Tables["imports"]["$inferSelect"];

export async function findUpload(db: Database, scope: AnyScope, id: string): Promise<Upload | null> {
  const { uploads } = db.t;
  const [found] = await db.q
    .select()
    .from(uploads)
    .where(and(eq(uploads.workspaceNo, scope.workspaceNo), eq(uploads.id, id)));
  return found ?? null;
}

/** An import with the file it is of. */
export type ImportWithUpload = Import & { readonly upload: Upload };

export async function findImport(db: Database, scope: AnyScope, id: string): Promise<ImportWithUpload | null> {
  const { imports, uploads } = db.t;
  const [found] = await db.q
    .select({ import: imports, upload: uploads })
    .from(imports)
    .innerJoin(uploads, eq(uploads.id, imports.uploadId))
    .where(and(eq(imports.workspaceNo, scope.workspaceNo), eq(imports.id, id)));
  return found ? { ...found.import, upload: found.upload } : null;
}

/** Imports of the workspace, newest first. Pass the last one's `createdAt` as `before` for the next page. */
export async function listImports(
  db: Database,
  scope: AnyScope,
  { before, limit }: { readonly before?: Date | undefined; readonly limit: number },
): Promise<ImportWithUpload[]> {
  const { imports, uploads } = db.t;
  const rows = await db.q
    .select({ import: imports, upload: uploads })
    .from(imports)
    .innerJoin(uploads, eq(uploads.id, imports.uploadId))
    .where(
      and(eq(imports.workspaceNo, scope.workspaceNo), before === undefined ? undefined : lt(imports.createdAt, before)),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
  return rows.map((row) => ({ ...row.import, upload: row.upload }));
}

/** The import that wrote a generation of this workspace. */
export async function importOfGeneration(
  db: Database,
  scope: AnyScope,
  generation: number,
): Promise<ImportWithUpload | null> {
  const { imports, generations } = db.t;
  const [found] = await db.q
    .select({ id: imports.id })
    .from(generations)
    .innerJoin(imports, and(eq(imports.id, generations.importId), eq(imports.workspaceNo, generations.workspaceNo)))
    .where(and(eq(generations.no, generation), eq(generations.workspaceNo, scope.workspaceNo)));
  return found ? findImport(db, scope, found.id) : null;
}

/** The last published import that carried a file with these headers' settings: what a next upload starts from. */
export async function lastPublishedImport(db: Database, scope: AnyScope): Promise<Import | null> {
  const { imports } = db.t;
  const [found] = await db.q
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceNo, scope.workspaceNo), inArray(imports.state, ["published", "undone"])))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(1);
  return found ?? null;
}

export interface NewGeneration {
  readonly importId: string;
  readonly modelId: string;
  readonly dataDate: string;
  /** Of the reference data that scored it. */
  readonly dataHash: string;
}

/**
 * A new, unpublished generation, which the import owns from the same moment: what it owned before (an attempt that was
 * cut off) belongs to nobody and is swept.
 */
export async function createGeneration(db: Database, scope: AnyScope, made: NewGeneration, now: Date): Promise<number> {
  const { generations, imports } = db.t;
  return db.transact(function* (q) {
    const inserted = yield q
      .insert(generations)
      .values({ ...made, workspaceNo: scope.workspaceNo, state: "building", createdAt: now })
      .returning({ no: generations.no });
    const no = Number(inserted.rows[0]?.no);
    yield q
      .update(imports)
      .set({ generation: no, updatedAt: now })
      .where(and(eq(imports.workspaceNo, scope.workspaceNo), eq(imports.id, made.importId)));
    return no;
  });
}
