import { and, asc, eq, gte } from "drizzle-orm";
import type { Database, Queries, Ran, Write } from "./database";
import { isAsSealed, readFound, selectRow } from "./sealed-rows";
import { GONE, isFactTable, readRow, tableNamed, type TouchedRows } from "./seals";

/** A line of an event's seals. */
export interface SealLine {
  readonly table: string;
  readonly key: string;
  readonly digest: string;
}

/** `table⇥key⇥digest`, one a row. */
export function* sealLines(lines: string): Generator<SealLine> {
  if (lines === "") return;
  for (const line of lines.split("\n")) {
    const [table = "", key = "", digest = ""] = line.split("\t");
    yield { table, key, digest };
  }
}

interface LastSeal extends SealLine {
  readonly seq: number;
  readonly salt: string | null;
}

/**
 * Inside a script: notes those rows as touched whose last seal is among these events', as they lie in the database.
 * @throws when one of them is not as its seal says.
 */
export function* sealAnew(
  { t, engine }: Pick<Database, "t" | "engine">,
  q: Queries,
  workspaceNo: number,
  seqs: readonly number[],
  touched: TouchedRows,
): Generator<Write, void, Ran> {
  const { auditSeals: s } = t;
  const first = Math.min(...seqs);
  const found = yield q
    .select()
    .from(s)
    .where(and(eq(s.workspaceNo, workspaceNo), gte(s.seq, first)))
    .orderBy(asc(s.seq));
  const last = new Map<string, LastSeal>();
  for (const { seq, salt, lines } of found.rows as unknown as { seq: number; salt: string | null; lines: string }[])
    for (const line of sealLines(lines)) {
      const name = `${line.table}\t${line.key}`;
      if (seqs.includes(seq) || last.has(name)) last.set(name, { ...line, seq, salt });
    }
  for (const { table: name, key, digest, seq, salt } of last.values()) {
    const table = tableNamed(t, name);
    if (!seqs.includes(seq) || digest === GONE || table === null || salt === null) continue;
    const { rows } = yield selectRow(q, table, key);
    const stored = rows[0];
    // A line of a list that is gone with it.
    if (!stored && !isFactTable(name)) continue;
    if (!stored || !isAsSealed(name, readFound(table, stored, engine), salt, digest))
      throw new Error(`The row ${key} of ${name} is not as event ${seq} left it; look at it before anything is erased`);
    touched.add(table, [readRow(table, stored, false)!], false);
  }
}
