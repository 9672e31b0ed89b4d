/** How many open findings, steps and documents there were at an instant, counted without being read. */
import { and, count, eq, lte } from "drizzle-orm";
import type { AnyScope, Database } from "../database";

/** Findings recorded by an instant, the steps of them recorded by then, and documents recorded by then: taken back or not. */
export async function countRecordsUntil(
  db: Database,
  scope: AnyScope,
  until: Date,
): Promise<{ readonly findings: number; readonly steps: number; readonly documents: number }> {
  const { findings: f, findingSteps: s, evidence: e } = db.t;
  const [findings, steps, documents] = await Promise.all([
    db.q
      .select({ rows: count() })
      .from(f)
      .where(and(eq(f.workspaceNo, scope.workspaceNo), lte(f.recordedAt, until))),
    db.q
      .select({ rows: count() })
      .from(s)
      .innerJoin(f, and(eq(f.id, s.findingId), eq(f.workspaceNo, s.workspaceNo)))
      .where(and(eq(s.workspaceNo, scope.workspaceNo), lte(s.recordedAt, until), lte(f.recordedAt, until))),
    db.q
      .select({ rows: count() })
      .from(e)
      .where(and(eq(e.workspaceNo, scope.workspaceNo), lte(e.recordedAt, until))),
  ]);
  return { findings: findings[0]?.rows ?? 0, steps: steps[0]?.rows ?? 0, documents: documents[0]?.rows ?? 0 };
}
