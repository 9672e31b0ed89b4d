/** Reading a generation of the supplier register. Every query takes the scope first; another workspace's rows do not exist. */
import { and, asc, between, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { supplierNoOf } from "../ids";
import { bulkKey, bulkRange } from "../keys";
import { codeOf, OUTCOME_CODES } from "../schema/codes";
import type { Outcome, SummaryKind } from "../schema/codes";
import { SOURCES_PER_LIST } from "../pages";
import { runPrepared } from "../prepared";
import { isOneOf } from "../sql";
import { registerRow, type RegisterRow } from "../register-row";
import type { Tables } from "../schema/tables";

export type Generation = Tables["generations"]["$inferSelect"];
/** States of a list whose lines are kept. */
export const KEPT_STATES: Generation["state"][] = ["published", "superseded", "past"];
/** A line of the register with the supplier's public id. */
export type RegisterLine = RegisterRow & { readonly id: string };
export type SourceRow = Tables["sourceRows"]["$inferSelect"];
export type RowIssueRow = Tables["rowIssues"]["$inferSelect"];
export type ControlTotal = Tables["controlTotals"]["$inferSelect"];

/** A generation of this workspace; null when it is another's or not there. */
export async function findGeneration(db: Database, scope: AnyScope, no: number): Promise<Generation | null> {
  const { generations } = db.t;
  const [found] = await runPrepared(
    db,
    "find_generation",
    () =>
      db.q
        .select()
        .from(generations)
        .where(
          and(
            eq(generations.workspaceNo, sql.placeholder("workspaceNo")),
            eq(generations.no, sql.placeholder("generation")),
          ),
        ),
    { workspaceNo: scope.workspaceNo, generation: no },
  );
  return found ?? null;
}

export interface PreviousPointer {
  /** What everyone sees now; null before the first publish. */
  readonly publishedGeneration: number | null;
  /** The import that published it. */
  readonly importId: string | null;
  /** Where *Undo* would move the pointer. */
  readonly previousGeneration: number | null;
  /** The workspace row's version, for a checked write. */
  readonly workspaceVersion: number;
}

/** Where the workspace's pointer stands and where it stood before; null when the workspace does not exist. */
export async function previousPointer(db: Database, scope: AnyScope): Promise<PreviousPointer | null> {
  const { workspaces, imports } = db.t;
  const [workspace] = await db.q
    .select({ publishedGeneration: workspaces.publishedGeneration, version: workspaces.version })
    .from(workspaces)
    .where(eq(workspaces.no, scope.workspaceNo));
  if (!workspace) return null;
  const { publishedGeneration, version: workspaceVersion } = workspace;
  if (publishedGeneration === null)
    return { publishedGeneration, importId: null, previousGeneration: null, workspaceVersion };
  const [publisher] = await db.q
    .select({ importId: imports.id, previousGeneration: imports.previousGeneration })
    .from(imports)
    .where(
      and(
        eq(imports.workspaceNo, scope.workspaceNo),
        eq(imports.generation, publishedGeneration),
        eq(imports.state, "published"),
      ),
    );
  return {
    publishedGeneration,
    importId: publisher?.importId ?? null,
    previousGeneration: publisher?.previousGeneration ?? null,
    workspaceVersion,
  };
}

/** Lines by supplier number, in the order asked for; numbers that are not in the generation are left out. */
export async function linesOf(
  db: Database,
  scope: AnyScope,
  generation: number,
  supplierNos: readonly number[],
): Promise<RegisterLine[]> {
  const { registerRows, suppliers } = db.t;
  const byNo = new Map<number, RegisterLine>();
  for (let at = 0; at < supplierNos.length; at += 500) {
    const keys = supplierNos.slice(at, at + 500).map((no) => bulkKey(generation, no));
    const found = await db.q
      .select({ row: registerRows, id: suppliers.id })
      .from(registerRows)
      .innerJoin(suppliers, eq(suppliers.no, registerRows.supplierNo))
      .where(and(inArray(registerRows.key, keys), eq(registerRows.workspaceNo, scope.workspaceNo)));
    for (const { row, id } of found) byNo.set(row.supplierNo, { ...registerRow(row), id });
  }
  return supplierNos.flatMap((no) => byNo.get(no) ?? []);
}

/** One supplier by its public id, as a generation has it; null when it is not in it or not this workspace's. */
export async function findSupplier(
  db: Database,
  scope: AnyScope,
  publicId: string,
  generation: number,
): Promise<RegisterLine | null> {
  const no = supplierNoOf(publicId);
  if (no === null) return null;
  const [line] = await linesOf(db, scope, generation, [no]);
  return line && line.id === publicId ? line : null;
}

/** Generations of this workspace that know the supplier, newest first: its history. At most `limit`. */
export async function supplierHistory(
  db: Database,
  scope: AnyScope,
  publicId: string,
  limit = 20,
): Promise<RegisterLine[]> {
  const no = supplierNoOf(publicId);
  if (no === null) return [];
  const { generations, registerRows, suppliers } = db.t;
  const known = await db.q
    .select({ no: generations.no })
    .from(generations)
    .where(and(eq(generations.workspaceNo, scope.workspaceNo), inArray(generations.state, ["published", "superseded"])))
    .orderBy(desc(generations.no))
    .limit(200);
  if (known.length === 0) return [];
  const found = await db.q
    .select({ row: registerRows, id: suppliers.id })
    .from(registerRows)
    .innerJoin(suppliers, eq(suppliers.no, registerRows.supplierNo))
    .where(
      and(
        inArray(
          registerRows.key,
          known.map((generation) => bulkKey(generation.no, no)),
        ),
        eq(registerRows.workspaceNo, scope.workspaceNo),
        eq(suppliers.id, publicId),
      ),
    )
    .orderBy(desc(registerRows.key))
    .limit(limit);
  return found.map(({ row, id }) => ({ ...registerRow(row), id }));
}

/** Numbers of the lists that are kept, past ones among them, and have the supplier, the newest first. */
export async function generationsWith(db: Database, scope: AnyScope, publicId: string): Promise<number[]> {
  const no = supplierNoOf(publicId);
  if (no === null) return [];
  const { generations, registerRows, suppliers } = db.t;
  const kept = await db.q
    .select({ no: generations.no })
    .from(generations)
    .where(and(eq(generations.workspaceNo, scope.workspaceNo), inArray(generations.state, KEPT_STATES)))
    .orderBy(desc(generations.no));
  const found: number[] = [];
  for (let at = 0; at < kept.length; at += 500) {
    const keys = kept.slice(at, at + 500).map((generation) => bulkKey(generation.no, no));
    const rows = await db.q
      .select({ generation: registerRows.generation })
      .from(registerRows)
      .innerJoin(suppliers, eq(suppliers.no, registerRows.supplierNo))
      .where(
        and(
          inArray(registerRows.key, keys),
          eq(registerRows.workspaceNo, scope.workspaceNo),
          eq(suppliers.id, publicId),
        ),
      )
      .orderBy(desc(registerRows.key));
    found.push(...rows.map(({ generation }) => generation));
  }
  return found;
}

export interface AfterKey {
  /** `key` of the last row already shown. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/**
 * The records after a supplier's first one (which stands on its register line), in the order of the file: `limit` of
 * them, leaving out the first `skip`. Not `ready`: the generation was published a moment ago and its lists are not
 * written yet.
 */
export async function supplierSourceRows(
  db: Database,
  scope: AnyScope,
  generation: number,
  supplierNo: number,
  { skip = 0, limit }: { readonly skip?: number; readonly limit: number },
): Promise<{ rows: SourceRow[]; ready: boolean }> {
  const found = await findGeneration(db, scope, generation);
  if (!found) return { rows: [], ready: true };
  if (!found.pagesReady) return { rows: [], ready: false };
  const { sourceRows, sourceLists } = db.t;
  const firstPart = Math.floor(skip / SOURCES_PER_LIST);
  const lists = await db.q
    .select({ records: sourceLists.records })
    .from(sourceLists)
    .where(and(eq(sourceLists.supplierKey, bulkKey(generation, supplierNo)), gte(sourceLists.part, firstPart)))
    .orderBy(asc(sourceLists.part))
    .limit(Math.ceil(limit / SOURCES_PER_LIST) + 1);
  const from = skip - firstPart * SOURCES_PER_LIST;
  const records = lists.flatMap((list) => list.records.split(" ").map(Number)).slice(from, from + limit);
  const keys = records.map((record) => bulkKey(generation, record));
  const rows = await db.q
    .select()
    .from(sourceRows)
    .where(isOneOf(db.engine, sourceRows.key, keys))
    .orderBy(asc(sourceRows.key));
  return { rows, ready: true };
}

/** Where these records of a generation stand in the kept file, by their number. */
export async function sourceRowsAt(
  db: Database,
  scope: AnyScope,
  generation: number,
  records: readonly number[],
): Promise<ReadonlyMap<number, SourceRow>> {
  if (records.length === 0 || !(await findGeneration(db, scope, generation))) return new Map();
  const { sourceRows } = db.t;
  const [first] = bulkRange(generation);
  const keys = records.map((record) => bulkKey(generation, record));
  const rows = await db.q
    .select()
    .from(sourceRows)
    .where(isOneOf(db.engine, sourceRows.key, keys));
  return new Map(rows.map((row) => [row.key - first, row]));
}

/** What was repaired, set aside or left out, in the order of the file. Pass the last row's `key` as `after`. */
export async function importIssues(
  db: Database,
  scope: AnyScope,
  generation: number,
  {
    after,
    limit,
    outcome,
    code,
  }: AfterKey & { readonly outcome?: Outcome | undefined; readonly code?: string | undefined },
): Promise<RowIssueRow[]> {
  if (!(await findGeneration(db, scope, generation))) return [];
  const { rowIssues } = db.t;
  const [first, last] = bulkRange(generation);
  const from = after === undefined ? first : Math.max(first, after + 1);
  const also: (SQL | undefined)[] = [
    outcome === undefined ? undefined : eq(rowIssues.outcome, codeOf(OUTCOME_CODES, outcome)),
    code === undefined ? undefined : eq(rowIssues.code, code),
  ];
  return db.q
    .select()
    .from(rowIssues)
    .where(and(between(rowIssues.key, from, last), ...also))
    .orderBy(asc(rowIssues.key))
    .limit(limit);
}

/** Control totals by currency. */
export async function controlTotals(db: Database, scope: AnyScope, generation: number): Promise<ControlTotal[]> {
  if (!(await findGeneration(db, scope, generation))) return [];
  const { controlTotals: totals } = db.t;
  return db.q.select().from(totals).where(eq(totals.generation, generation)).orderBy(asc(totals.currency));
}

/** What was counted when the generation was made ready, the largest count of a kind first. */
export async function summaryCounts(
  db: Database,
  scope: AnyScope,
  generation: number,
  kinds: readonly SummaryKind[] = ["suppliers", "level", "band", "role", "seat", "isic", "issue"],
): Promise<{ kind: SummaryKind; key: string; count: number }[]> {
  if (!(await findGeneration(db, scope, generation))) return [];
  const { summaryCounts: counts } = db.t;
  return db.q
    .select({ kind: counts.kind, key: counts.key, count: counts.count })
    .from(counts)
    .where(and(eq(counts.generation, generation), inArray(counts.kind, [...kinds])))
    .orderBy(asc(counts.kind), desc(counts.count), asc(counts.key));
}

export type RenameProposal = Tables["renameProposals"]["$inferSelect"] & {
  readonly newId: string | null;
  readonly oldId: string | null;
};

/** Suppliers whose identity changed with this generation, with their public ids; undecided ones first. */
export async function renameProposals(
  db: Database,
  scope: AnyScope,
  generation: number,
  limit = 200,
): Promise<RenameProposal[]> {
  if (!(await findGeneration(db, scope, generation))) return [];
  const { renameProposals: proposals, suppliers } = db.t;
  const rows = await db.q
    .select()
    .from(proposals)
    .where(eq(proposals.generation, generation))
    .orderBy(
      sql`case when ${proposals.decision} is null then 0 else 1 end`,
      asc(proposals.newSupplierNo),
      asc(proposals.oldSupplierNo),
    )
    .limit(limit);
  const nos = [...new Set(rows.flatMap((row) => [row.newSupplierNo, row.oldSupplierNo]))];
  const ids = new Map<number, string>();
  for (let at = 0; at < nos.length; at += 500)
    for (const { no, id } of await db.q
      .select({ no: suppliers.no, id: suppliers.id })
      .from(suppliers)
      .where(and(inArray(suppliers.no, nos.slice(at, at + 500)), eq(suppliers.workspaceNo, scope.workspaceNo))))
      ids.set(no, id);
  return rows.map((row) => ({
    ...row,
    newId: ids.get(row.newSupplierNo) ?? null,
    oldId: ids.get(row.oldSupplierNo) ?? null,
  }));
}
