/** Reports, what was written in them, what happened to them, and who signed. Every query takes the scope first. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, max, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";

export type StoredReport = Tables["reports"]["$inferSelect"];
export type StoredStatement = Tables["reportStatements"]["$inferSelect"];
export type StoredReportStep = Tables["reportSteps"]["$inferSelect"];
export type StoredSignature = Tables["reportSignatures"]["$inferSelect"];

/** The newest first, without their frozen contents. */
export type ListedReport = Omit<StoredReport, "content">;

/** A type of reports, in some of its variants. */
export interface ReportKind {
  readonly type: string;
  readonly variants: readonly string[];
}

/** Reports of these kinds, the newest first; none for no kind. */
export async function reportsOf(
  db: Database,
  scope: AnyScope,
  kinds: readonly ReportKind[],
  limit: number,
): Promise<ListedReport[]> {
  if (kinds.length === 0) return [];
  const { reports: r } = db.t;
  return db.q
    .select({
      id: r.id,
      workspaceNo: r.workspaceNo,
      type: r.type,
      variant: r.variant,
      version: r.version,
      replaces: r.replaces,
      reason: r.reason,
      settings: r.settings,
      state: r.state,
      contentSha256: r.contentSha256,
      fileNo: r.fileNo,
      publishedAt: r.publishedAt,
      startedBy: r.startedBy,
      startedAt: r.startedAt,
      seen: r.seen,
    })
    .from(r)
    .where(
      and(
        eq(r.workspaceNo, scope.workspaceNo),
        or(...kinds.map(({ type, variants }) => and(eq(r.type, type), inArray(r.variant, [...variants])))),
      ),
    )
    .orderBy(desc(r.startedAt), desc(r.id))
    .limit(limit);
}

/** A report; null when it is another workspace's or not there. */
export async function findReport(db: Database, scope: AnyScope, id: string): Promise<StoredReport | null> {
  const { reports: r } = db.t;
  const [found] = await db.q
    .select()
    .from(r)
    .where(and(eq(r.id, id), eq(r.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** The version that corrects this one; null while there is none. */
export async function correctionOf(db: Database, scope: AnyScope, id: string): Promise<string | null> {
  const { reports: r } = db.t;
  const [found] = await db.q
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.workspaceNo, scope.workspaceNo), eq(r.replaces, id)));
  return found?.id ?? null;
}

/** The highest number of the type that was published; 0 for none. */
export async function highestReportNo(db: Database, scope: AnyScope, type: string): Promise<number> {
  const { reports: r } = db.t;
  const [found] = await db.q
    .select({ no: max(r.fileNo) })
    .from(r)
    .where(and(eq(r.workspaceNo, scope.workspaceNo), eq(r.type, type), isNotNull(r.fileNo)));
  return found?.no ?? 0;
}

/** What is said of the report's points now, in the order in which it was said. */
export async function statementsOf(db: Database, scope: AnyScope, reportId: string): Promise<StoredStatement[]> {
  const { reportStatements: s } = db.t;
  return db.q
    .select()
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), eq(s.reportId, reportId), isNull(s.replacedAt)))
    .orderBy(asc(s.statedAt), asc(s.id));
}

/** What happened to it, in its order. */
export async function stepsOfReport(db: Database, scope: AnyScope, reportId: string): Promise<StoredReportStep[]> {
  const { reportSteps: s } = db.t;
  return db.q
    .select()
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), eq(s.reportId, reportId)))
    .orderBy(asc(s.at), asc(s.id));
}

/** Who signed it, in their order; what an earlier freezing was signed for is among them, with its own hash. */
export async function signaturesOf(db: Database, scope: AnyScope, reportId: string): Promise<StoredSignature[]> {
  const { reportSignatures: s } = db.t;
  return db.q
    .select()
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), eq(s.reportId, reportId)))
    .orderBy(asc(s.at), asc(s.id));
}
