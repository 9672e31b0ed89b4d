/** The suppliers to look at first, for a report: also of a list whose pages are not written. */
import type { AnyScope, Database } from "../database";
import { bulkParts, bulkRange } from "../keys";
import { findGeneration, linesOf, type RegisterLine } from "./register";
import { listSuppliers } from "./register-page";

interface Ranked {
  readonly key: number;
  readonly priority: number;
  readonly score: number | null;
}

/** Lines read at a time: some 15 ms of work, after which other requests of the process get their turn. */
const LINES_AT_A_TIME = 1000;
/** The same of whole lines by the stored order. */
const WHOLE_AT_A_TIME = 100;
const othersFirst = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The first `limit` suppliers of a generation in the order of the table by priority; none of a generation that is not this
 * workspace's. Reads a page of the stored order where there is one, else every line once, without holding them.
 */
export async function topSuppliers(
  db: Database,
  scope: AnyScope,
  generation: number,
  limit: number,
): Promise<RegisterLine[]> {
  const found = await findGeneration(db, scope, generation);
  if (!found || limit < 1) return [];
  return found.pagesReady ? fromPages(db, scope, generation, limit) : fromLines(db, scope, generation, limit);
}

async function fromPages(db: Database, scope: AnyScope, generation: number, limit: number): Promise<RegisterLine[]> {
  const lines: RegisterLine[] = [];
  let after: string | undefined;
  do {
    const most = Math.min(WHOLE_AT_A_TIME, limit - lines.length);
    const page = await listSuppliers(db, scope, { generation, sort: "priority", after, limit: most });
    const nos = page.rows.map(({ supplierNo }) => supplierNo);
    lines.push(...(await linesOf(db, scope, generation, nos)));
    after = page.nextCursor ?? undefined;
    await othersFirst();
  } while (after !== undefined && lines.length < limit);
  // A line that was written again since the pages were stands where it belongs among them.
  return lines.sort(inOrder);
}

/** As `ORDERS.priority` of the stored pages has it: higher priority, higher score, none last, then the key. */
const inOrder = (a: Ranked, b: Ranked) => b.priority - a.priority || (b.score ?? -1) - (a.score ?? -1) || a.key - b.key;

async function fromLines(db: Database, scope: AnyScope, generation: number, limit: number): Promise<RegisterLine[]> {
  let best: Ranked[] = [];
  let last: Ranked | undefined;
  const keepBest = () => {
    best = best.sort(inOrder).slice(0, limit);
    last = best[limit - 1];
  };
  const range = bulkRange(generation);
  for await (const lines of db.bulk.scan("registerRows", ["key", "priority", "score"], range, LINES_AT_A_TIME)) {
    for (const [key, priority, score] of lines) {
      const ranked = { key: key as number, priority: priority as number, score: score as number | null };
      if (last === undefined || inOrder(ranked, last) < 0) best.push(ranked);
    }
    if (best.length > 2 * limit) keepBest();
    await othersFirst();
  }
  keepBest();
  return linesOf(
    db,
    scope,
    generation,
    best.map(({ key }) => bulkParts(key).n),
  );
}
