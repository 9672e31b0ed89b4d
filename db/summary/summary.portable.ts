/** Dashboards counted with the portable query builder: one grouped read of the generation, then sums. */
import { and, between, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database";
import { bulkRange } from "../keys";
import { BAND_CODES, LEVEL_CODES, OUTCOME_CODES, ROLE_CODES, wordOf } from "../schema/codes";
import type { SummaryKind } from "../schema/codes";
import type { Summary, SummaryCount } from "./summary";
import type { SupplierGroup } from "./tally";

const COUNTED: SummaryKind[] = ["suppliers", "level", "band", "role", "seat", "isic", "issue", "combination"];

/** Key of a `combination`: level, band and seat as they are filtered by, blank for none. */
export const combinationKey = (row: { level: number; band: number | null; seat: string | null }): string =>
  `${wordOf(LEVEL_CODES, row.level)}|${wordOf(BAND_CODES, row.band) ?? ""}|${row.seat ?? ""}`;

/** Register rows of a generation, grouped by all that is counted. */
function readGroups(
  { q, t: { registerRows } }: Pick<Database, "q" | "t">,
  generation: number,
): Promise<SupplierGroup[]> {
  const isic = sql<string | null>`substr(${registerRows.isic}, 1, 2)`;
  return q
    .select({
      level: registerRows.level,
      band: registerRows.band,
      role: registerRows.role,
      seat: registerRows.seat,
      isic,
      suppliers: sql<number>`count(*)`.mapWith(Number),
    })
    .from(registerRows)
    .where(between(registerRows.key, ...bulkRange(generation)))
    .groupBy(registerRows.level, registerRows.band, registerRows.role, registerRows.seat, isic);
}

/** Row issues of a generation by outcome and code. */
async function readIssues({ q, t: { rowIssues } }: Pick<Database, "q" | "t">, generation: number) {
  const issues = await q
    .select({ outcome: rowIssues.outcome, code: rowIssues.code, count: sql<number>`count(*)`.mapWith(Number) })
    .from(rowIssues)
    .where(between(rowIssues.key, ...bulkRange(generation)))
    .groupBy(rowIssues.outcome, rowIssues.code);
  return issues.map(({ outcome, code, count }) => ({ outcome: wordOf(OUTCOME_CODES, outcome), code, count }));
}

export function summaryOf(db: Pick<Database, "q" | "t" | "bulk">): Summary {
  return {
    async count(generation, tally) {
      const { summaryCounts } = db.t;
      const counts = new Map<string, { kind: SummaryKind; key: string; count: number }>();
      const add = (kind: SummaryKind, key: string, count: number): void => {
        const id = `${kind} ${key}`;
        const known = counts.get(id);
        if (known) known.count += count;
        else counts.set(id, { kind, key, count });
      };

      add("suppliers", "", 0);
      const groups = tally ? tally.groups : await readGroups(db, generation);
      for (const group of groups) {
        add("suppliers", "", group.suppliers);
        add("level", wordOf(LEVEL_CODES, group.level), group.suppliers);
        add("band", wordOf(BAND_CODES, group.band) ?? "", group.suppliers);
        add("role", wordOf(ROLE_CODES, group.role), group.suppliers);
        add("seat", group.seat ?? "", group.suppliers);
        add("combination", combinationKey(group), group.suppliers);
        add("isic", group.isic ?? "", group.suppliers);
      }

      const issues = tally ? tally.issues : await readIssues(db, generation);
      for (const { outcome, code, count } of issues) add("issue", `${outcome}:${code}`, count);

      const found: SummaryCount[] = [...counts.values()];
      const writer = db.bulk.writer("summaryCounts", ["generation", "kind", "key", "count"]);
      for (const { kind, key, count } of found) writer.add([generation, kind, key, count]);
      // What was counted before goes first, in the same transaction.
      await db.bulk.flush([writer], {
        before: (q) => [
          q
            .delete(summaryCounts)
            .where(and(eq(summaryCounts.generation, generation), inArray(summaryCounts.kind, COUNTED))),
        ],
      });
      return found;
    },
  };
}
