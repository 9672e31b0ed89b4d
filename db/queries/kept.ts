/** What is kept of an upload beside its rows: its original, how its header set was read, how it differs from the list before. */
import { and, asc, eq, lt } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { DifferenceKind } from "../schema/codes";
import type { Tables } from "../schema/tables";

export type Original = Tables["originals"]["$inferSelect"];
export type ImportMapping = Tables["importMappings"]["$inferSelect"];
export type ListDifferenceRow = Tables["listDifferences"]["$inferSelect"];

/** What became of the original of an upload; null while the plain file still stands where it was received. */
export async function findOriginal(db: Database, scope: AnyScope, uploadId: string): Promise<Original | null> {
  const { originals } = db.t;
  const [found] = await db.q
    .select()
    .from(originals)
    .where(and(eq(originals.workspaceNo, scope.workspaceNo), eq(originals.uploadId, uploadId)));
  return found ?? null;
}

/** Encrypted originals of all workspaces whose time was over at `now`, at most `limit`. */
export async function endedOriginals(db: Database, now: Date, limit: number): Promise<Original[]> {
  const { originals } = db.t;
  return db.q
    .select()
    .from(originals)
    .where(and(eq(originals.state, "encrypted"), lt(originals.deleteAfter, now)))
    .orderBy(asc(originals.deleteAfter))
    .limit(limit);
}

/** How a header set was read last time; null when it was never read in this workspace. */
export async function rememberedMapping(
  db: Database,
  scope: AnyScope,
  headerHash: string,
): Promise<ImportMapping | null> {
  const { importMappings } = db.t;
  const [found] = await db.q
    .select()
    .from(importMappings)
    .where(and(eq(importMappings.workspaceNo, scope.workspaceNo), eq(importMappings.headerHash, headerHash)));
  return found ?? null;
}

/** The first suppliers of one kind of difference of a generation, in the order they were kept. */
export async function listDifferences(
  db: Database,
  scope: AnyScope,
  generation: number,
  kind: DifferenceKind,
): Promise<ListDifferenceRow[]> {
  const { listDifferences: rows, generations } = db.t;
  const found = await db.q
    .select({ row: rows })
    .from(rows)
    .innerJoin(generations, and(eq(generations.no, rows.generation), eq(generations.workspaceNo, scope.workspaceNo)))
    .where(and(eq(rows.generation, generation), eq(rows.kind, kind)))
    .orderBy(asc(rows.position));
  return found.map(({ row }) => row);
}
