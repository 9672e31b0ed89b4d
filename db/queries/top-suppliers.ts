/** The suppliers to look at first, for a report: also of a list whose pages are not written. */
import type { AnyScope, Database } from "../database";
import { facetsOf } from "../facets";
import { bulkParts, bulkRange } from "../keys";
import { orderedList, type LinesThen } from "../orders";
import { findGeneration, linesOf, type RegisterLine } from "./register";

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
 * @param linesThen of a past day's list: the lines that were written again since.
 */
export async function topSuppliers(
  db: Database,
  scope: AnyScope,
  generation: number,
  limit: number,
  linesThen?: LinesThen,
): Promise<RegisterLine[]> {
  const found = await findGeneration(db, scope, generation);
  if (!found || limit < 1) return [];
  const from = found.pagesReady ? fromPages : fromLines;
  return from(db, scope, { generation, limit, linesThen });
}

interface Asked {
  readonly generation: number;
  readonly limit: number;
  readonly linesThen: LinesThen | undefined;
}

/** Whole lines by supplier number, those that were written again since as they stood then. */
async function wholeLines(db: Database, scope: AnyScope, { generation, linesThen }: Asked, nos: readonly number[]) {
  const lines = await linesOf(db, scope, generation, nos);
  const then = await linesThen?.(nos);
  return then ? lines.map((line) => ({ ...line, ...then.get(line.supplierNo) })) : lines;
}

async function fromPages(db: Database, scope: AnyScope, asked: Asked): Promise<RegisterLine[]> {
  const { generation, limit, linesThen } = asked;
  const facets = await facetsOf(db, generation);
  // The order alone: every line is read once.
  const list = facets.complete
    ? await orderedList(db, { generation, facets, sort: "priority", filter: {}, few: facets.total / 100, linesThen })
    : null;
  if (!list) return fromLines(db, scope, asked);
  const nos = (await list.read(0, true, limit)).map(({ supplierNo }) => supplierNo);
  const lines: RegisterLine[] = [];
  for (let at = 0; at < nos.length; at += WHOLE_AT_A_TIME) {
    lines.push(...(await wholeLines(db, scope, asked, nos.slice(at, at + WHOLE_AT_A_TIME))));
    await othersFirst();
  }
  // A line that was written again since the pages were stands where it belongs among them.
  return lines.sort(inOrder);
}

/** As `ORDERS.priority` of the stored pages has it: higher priority, higher score, none last, then the key. */
const inOrder = (a: Ranked, b: Ranked) => b.priority - a.priority || (b.score ?? -1) - (a.score ?? -1) || a.key - b.key;

async function fromLines(db: Database, scope: AnyScope, asked: Asked): Promise<RegisterLine[]> {
  const { generation, limit, linesThen } = asked;
  let best: Ranked[] = [];
  let last: Ranked | undefined;
  const keepBest = () => {
    best = best.sort(inOrder).slice(0, limit);
    last = best[limit - 1];
  };
  const range = bulkRange(generation);
  for await (const lines of db.bulk.scan("registerRows", ["key", "priority", "score"], range, LINES_AT_A_TIME)) {
    const then = await linesThen?.(lines.map(([key]) => bulkParts(key as number).n));
    for (const stored of lines) {
      const [key] = stored;
      const { priority, score } = then?.get(bulkParts(key as number).n) ?? {
        priority: stored[1] as number,
        score: stored[2] as number | null,
      };
      const ranked = { key: key as number, priority, score };
      if (last === undefined || inOrder(ranked, last) < 0) best.push(ranked);
    }
    if (best.length > 2 * limit) keepBest();
    await othersFirst();
  }
  keepBest();
  return wholeLines(
    db,
    scope,
    asked,
    best.map(({ key }) => bulkParts(key).n),
  );
}
