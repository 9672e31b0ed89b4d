/** How many records of purchases a workspace had. */
import { and, count, countDistinct, eq, lte } from "drizzle-orm";
import type { AnyScope, Database } from "../database";

export interface TenderCounts {
  /** Assessments of categories; the versions of one count once. */
  readonly categories: number;
  readonly lots: number;
  readonly contracts: number;
}

/** Those filed, opened or recorded up to an instant. */
export async function tendersUntil({ q, t }: Database, scope: AnyScope, until: Date): Promise<TenderCounts> {
  const { categoryAssessments: c, lots: l, contracts: k } = t;
  const no = scope.workspaceNo;
  const [[categories], [lots], [contracts]] = await Promise.all([
    q
      .select({ count: countDistinct(c.number) })
      .from(c)
      .where(and(eq(c.workspaceNo, no), lte(c.filedAt, until))),
    q
      .select({ count: count() })
      .from(l)
      .where(and(eq(l.workspaceNo, no), lte(l.openedAt, until))),
    q
      .select({ count: count() })
      .from(k)
      .where(and(eq(k.workspaceNo, no), lte(k.recordedAt, until))),
  ]);
  return { categories: categories?.count ?? 0, lots: lots?.count ?? 0, contracts: contracts?.count ?? 0 };
}
