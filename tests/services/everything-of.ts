import { eq, getTableColumns, inArray } from "drizzle-orm";
import type { Database } from "../../db/database";

/** Everything a workspace owns, as text: every row of every table that says whose it is, or belongs to its generations. */
export async function everythingOf(db: Database, workspaceNo: number): Promise<string> {
  const owned: unknown[] = [await db.q.select().from(db.t.workspaces).where(eq(db.t.workspaces.no, workspaceNo))];
  for (const table of Object.values(db.t)) {
    const columns = getTableColumns(table);
    if ("workspaceNo" in columns)
      owned.push(await db.q.select().from(table).where(eq(columns.workspaceNo, workspaceNo)));
  }
  const { generations } = db.t;
  const own = await db.q
    .select({ no: generations.no })
    .from(generations)
    .where(eq(generations.workspaceNo, workspaceNo));
  const nos = own.map(({ no }) => no);
  for (const table of Object.values(db.t)) {
    const columns = getTableColumns(table);
    if (!("workspaceNo" in columns) && "generation" in columns)
      owned.push(await db.q.select().from(table).where(inArray(columns.generation, nos)));
  }
  return JSON.stringify(owned);
}

/** What work gives, or that it was refused. */
export async function problemOr(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return { refused: error instanceof Error ? error.name : String(error) };
  }
}
