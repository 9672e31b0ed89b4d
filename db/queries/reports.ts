/** Reports, what was written in them, what happened to them, and who signed. Every query takes the scope first. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, max, ne, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";

export type StoredReport = Tables["reports"]["$inferSelect"];
export type StoredStatement = Tables["reportStatements"]["$inferSelect"];
/** Without contents that were given back. */
export type StoredReportStep = Omit<Tables["reportSteps"]["$inferSelect"], "content">;
export type StoredSignature = Tables["reportSignatures"]["$inferSelect"];

/** The newest first, without their frozen contents. */
export type ListedReport = Omit<StoredReport, "content">;

/** A type of reports, in some of its variants. */
export interface ReportKind {
  readonly type: string;
  readonly variants: readonly string[];
}

/**
 * Reports of these kinds, the newest first; none for no kind. @param until left out: now; else those that had been started by
 * then, with what they are today. @param before only those further down the list than this one.
 */
export async function reportsOf(
  db: Database,
  scope: AnyScope,
  kinds: readonly ReportKind[],
  limit: number,
  until?: Date,
  before?: Pick<StoredReport, "id" | "startedAt"> | null,
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
        ofKinds(r, kinds),
        until && lte(r.startedAt, until),
        before
          ? or(lt(r.startedAt, before.startedAt), and(eq(r.startedAt, before.startedAt), lt(r.id, before.id)))
          : undefined,
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

/** What a report is and where it stands. */
export type ReportHead = Pick<
  StoredReport,
  "id" | "workspaceNo" | "type" | "variant" | "state" | "fileNo" | "startedAt"
>;

/** The same without settings and contents, which can be megabytes; null when it is another workspace's or not there. */
export async function kindOfReport(db: Database, scope: AnyScope, id: string): Promise<ReportHead | null> {
  const { reports: r } = db.t;
  const [found] = await db.q
    .select(headColumns(r))
    .from(r)
    .where(and(eq(r.id, id), eq(r.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** Reports of these kinds that are not published, the newest first; none for no kind. */
export async function openReports(
  db: Database,
  scope: AnyScope,
  kinds: readonly ReportKind[],
  limit: number,
): Promise<(ReportHead & Pick<StoredReport, "settings">)[]> {
  if (kinds.length === 0) return [];
  const { reports: r } = db.t;
  return db.q
    .select({ ...headColumns(r), settings: r.settings })
    .from(r)
    .where(and(eq(r.workspaceNo, scope.workspaceNo), ofKinds(r, kinds), ne(r.state, "published")))
    .orderBy(desc(r.startedAt), desc(r.id))
    .limit(limit);
}

const headColumns = ({ id, workspaceNo, type, variant, state, fileNo, startedAt }: Tables["reports"]) => ({ id, workspaceNo, type, variant, state, fileNo, startedAt }); // prettier-ignore
const ofKinds = (r: Tables["reports"], kinds: readonly ReportKind[]) =>
  or(...kinds.map(({ type, variants }) => and(eq(r.type, type), inArray(r.variant, [...variants]))));

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

/** What is said of the report's points, in the order in which it was said. @param until left out: now; else as it was said then. */
export async function statementsOf(
  db: Database,
  scope: AnyScope,
  reportId: string,
  until?: Date,
): Promise<StoredStatement[]> {
  const { reportStatements: s } = db.t;
  const stands = until
    ? and(lte(s.statedAt, until), or(isNull(s.replacedAt), gt(s.replacedAt, until)))
    : isNull(s.replacedAt);
  return db.q
    .select()
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), eq(s.reportId, reportId), stands))
    .orderBy(asc(s.statedAt), asc(s.id));
}

/** Who had written the points that say something of these reports at an instant, each once a report. */
export async function writersUntil(
  db: Database,
  scope: AnyScope,
  reportIds: readonly string[],
  until: Date,
): Promise<{ readonly reportId: string; readonly by: string }[]> {
  if (reportIds.length === 0) return [];
  const { reportStatements: s } = db.t;
  return db.q
    .selectDistinct({ reportId: s.reportId, by: s.statedBy })
    .from(s)
    .where(
      and(
        eq(s.workspaceNo, scope.workspaceNo),
        inArray(s.reportId, [...reportIds]),
        ne(s.text, ""),
        lte(s.statedAt, until),
        or(isNull(s.replacedAt), gt(s.replacedAt, until)),
      ),
    );
}

/** What happened to it, in its order. */
export async function stepsOfReport(db: Database, scope: AnyScope, reportId: string): Promise<StoredReportStep[]> {
  const { reportSteps: s } = db.t;
  return db.q
    .select(stepColumns(s))
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), eq(s.reportId, reportId)))
    .orderBy(asc(s.at), asc(s.id));
}

/** What happened to each of these by an instant, in its order. @param reportIds as many as a list shows. */
export async function stepsUntil(
  db: Database,
  scope: AnyScope,
  reportIds: readonly string[],
  until: Date,
): Promise<StoredReportStep[]> {
  if (reportIds.length === 0) return [];
  const { reportSteps: s } = db.t;
  return db.q
    .select(stepColumns(s))
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), inArray(s.reportId, [...reportIds]), lte(s.at, until)))
    .orderBy(asc(s.at), asc(s.id));
}

const stepColumns = ({ id, workspaceNo, reportId, step, note, by, at }: Tables["reportSteps"]) => ({ id, workspaceNo, reportId, step, note, by, at }); // prettier-ignore

/** The contents with which a report was given back, each time. */
export async function givenBackContents(db: Database, scope: AnyScope, reportId: string): Promise<unknown[]> {
  const { reportSteps: s } = db.t;
  const rows = await db.q
    .select({ content: s.content })
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), eq(s.reportId, reportId), eq(s.step, "returned")));
  return rows.map(({ content }) => content);
}

/** The contents with which a report was given back the first time after an instant, and when; null: it was not. */
export async function givenBackAfter(
  db: Database,
  scope: AnyScope,
  reportId: string,
  after: Date,
): Promise<{ readonly at: Date; readonly content: unknown } | null> {
  const { reportSteps: s } = db.t;
  const [found] = await db.q
    .select({ at: s.at, content: s.content })
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), eq(s.reportId, reportId), eq(s.step, "returned"), gt(s.at, after)))
    .orderBy(asc(s.at), asc(s.id))
    .limit(1);
  return found ?? null;
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

/** What an account last said it is in its organisation when it signed a report here; "": it never said. */
export async function lastTitleOf(db: Database, scope: AnyScope, userId: string): Promise<string> {
  const { reportSignatures: s } = db.t;
  const [found] = await db.q
    .select({ title: s.title })
    .from(s)
    .where(and(eq(s.workspaceNo, scope.workspaceNo), eq(s.by, userId), ne(s.title, "")))
    .orderBy(desc(s.at), desc(s.id))
    .limit(1);
  return found?.title ?? "";
}
