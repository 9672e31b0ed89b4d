import { and, desc, eq, inArray } from "drizzle-orm";
import type { AnyScope, Database, Scope } from "../../../db/database";
import type { Job } from "../../../db/queries/jobs";
import { importIssues, linesOf, renameProposals, type RowIssueRow } from "../../../db/queries/register";
import { publishedGeneration } from "../../../db/queries/generations";
import type { JobProgress, JobTick } from "../../jobs/job-context";
import { paceOf } from "../../jobs/rate";
import { findImport, type ImportRecord } from "./import-record.server";

/** The job an import waits for. */
export interface JobView {
  readonly state: "queued" | "running";
  readonly progress: JobProgress | null;
  readonly cancelRequested: boolean;
}

export interface ImportView {
  readonly import: ImportRecord;
  readonly job: JobView | null;
  /** It is the list that everyone sees now, and can be taken back. */
  readonly isCurrent: boolean;
}

/** An import with the job it waits for. @throws Problem `import.not-found`. */
export async function importView(db: Database, scope: Scope, importId: string, now: Date): Promise<ImportView> {
  const record = await findImport(db, scope, importId);
  const current = await publishedGeneration(db, scope);
  return {
    import: record,
    job: await openJob(db, scope, importId, now),
    isCurrent: record.state === "published" && record.generation === current,
  };
}

/** The queued and running jobs of an import, newest first. */
export async function openJobs(db: Database, scope: AnyScope, importId: string): Promise<Job[]> {
  const { jobs } = db.t;
  const open = await db.q
    .select()
    .from(jobs)
    .where(
      and(
        eq(jobs.workspaceNo, scope.workspaceNo),
        inArray(jobs.state, ["queued", "running"]),
        inArray(jobs.kind, ["import.inspect", "import.build"]),
      ),
    )
    .orderBy(desc(jobs.createdAt));
  return open.filter((one) => (one.payload as { importId?: string }).importId === importId);
}

/** The job an import waits for; null when it waits for nothing. */
export async function openJob(db: Database, scope: Scope, importId: string, now: Date): Promise<JobView | null> {
  const [job] = await openJobs(db, scope, importId);
  return job ? jobView(job, now) : null;
}

/** A job that waits or runs, with its pace. */
export function jobView(job: Job, now: Date): JobView {
  const tick = job.progress as JobTick | null;
  const elapsed = job.startedAt ? now.getTime() - job.startedAt.getTime() : 0;
  const unit = tick?.phase === "reading" || tick?.phase === "importing" ? "bytes" : "rows";
  return {
    state: job.state === "running" ? "running" : "queued",
    progress: tick && { ...tick, unit, ...paceOf(tick, elapsed) },
    cancelRequested: job.cancelRequested,
  };
}

/** Two spellings of what may be one supplier. */
export interface RenameView {
  readonly newNo: number;
  readonly oldNo: number;
  readonly oldName: string;
  readonly newName: string;
  readonly country: string | null;
  readonly reason: string;
  readonly decision: "confirmed" | "declined" | null;
}

/** Renames to confirm, at most `limit`. */
export async function renamesOf(db: Database, scope: Scope, record: ImportRecord, limit = 100): Promise<RenameView[]> {
  if (record.generation === null) return [];
  const proposals = await renameProposals(db, scope, record.generation, limit);
  if (proposals.length === 0) return [];
  const before = (await publishedGeneration(db, scope)) ?? record.generation;
  const fresh = new Map(
    (
      await linesOf(
        db,
        scope,
        record.generation,
        proposals.flatMap((p) => [p.newSupplierNo, p.oldSupplierNo]),
      )
    ).map((l) => [l.supplierNo, l]),
  );
  const old = new Map(
    (
      await linesOf(
        db,
        scope,
        before,
        proposals.map((p) => p.oldSupplierNo),
      )
    ).map((l) => [l.supplierNo, l]),
  );
  return proposals.map((p) => {
    const line = fresh.get(p.newSupplierNo) ?? fresh.get(p.oldSupplierNo);
    return {
      newNo: p.newSupplierNo,
      oldNo: p.oldSupplierNo,
      newName: line?.name ?? "",
      oldName: old.get(p.oldSupplierNo)?.name ?? "",
      country: line?.seat ?? null,
      reason: p.reason,
      decision: p.decision,
    };
  });
}

/** A page of the row report, in the order of the file; `after` is the last row's `key`. */
export function issuesOf(
  db: Database,
  scope: Scope,
  record: ImportRecord,
  page: { after?: number; limit: number },
): Promise<RowIssueRow[]> {
  if (record.generation === null) return Promise.resolve([]);
  return importIssues(db, scope, record.generation, page);
}
