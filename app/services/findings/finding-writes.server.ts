/** What every change of a finding shares: the writes in its own pair of tables, and the event that fits it. */
import { and, eq, isNull } from "drizzle-orm";
import { event, type AuditEvent } from "../../../db/audit-events";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { isRowStale } from "../../../db/errors";
import { newId } from "../../../db/ids";
import type { SignedFindingStep, StoredFindingStep } from "../../../db/queries/findings";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import type { FindingStatus } from "../../../db/schema/findings";
import { Problem } from "../../lib/problem";
import { commitAndReapply } from "../understanding/decide.server";
import type { HeldFinding } from "./findings-view.server";
import { hashOfRows } from "./record-finding.server";

/** A new row of the steps. */
export type NewStep = Pick<StoredFindingStep, "kind" | "text" | "validOn"> &
  Partial<Pick<SignedFindingStep, "status" | "accessClass" | "answerBy" | "confirmedBy" | "confirmedAt" | "signs">>;

export const findingChanged = () =>
  new Problem(
    "finding.changed",
    "Somebody changed this finding while you looked at it. Nothing was saved; look at it again.",
    {},
    409,
  );

/** @throws Problem `finding.taken-back` (409), `finding.changed` (409) when it is not as the person saw it. */
export function mustBeAsSeen({ finding }: HeldFinding, version: number): void {
  if (finding.undoneAt !== null)
    throw new Problem("finding.taken-back", "This finding was taken back. Nothing more is recorded about it.", {}, 409);
  if (finding.version !== version) throw findingChanged();
}

/** The step as it will stand. */
export const stepRow = (scope: Scope, held: HeldFinding, step: NewStep, now: Date) => ({
  id: newId(now),
  workspaceNo: scope.workspaceNo,
  findingId: held.finding.id,
  ...step,
  recordedBy: scope.userId,
  recordedAt: now,
});

export function insertStep(db: Database, q: Queries, held: HeldFinding, row: ReturnType<typeof stepRow>): Step {
  return q.insert(held.isProtected ? db.t.protectedFindingSteps : db.t.findingSteps).values(row);
}

/** Marks a step that waits; refused when somebody marked it meanwhile. */
export function markStep(
  db: Database,
  q: Queries,
  held: HeldFinding,
  stepId: string,
  set: Partial<Pick<StoredFindingStep, "confirmedBy" | "confirmedAt" | "undoneBy" | "undoneAt" | "undoneReason">>,
): Step {
  const { workspaceNo } = held.finding;
  const table = held.isProtected ? db.t.protectedFindingSteps : db.t.findingSteps;
  return {
    write: q
      .update(table)
      .set(set)
      .where(
        and(
          eq(table.id, stepId),
          eq(table.workspaceNo, workspaceNo),
          isNull(table.confirmedAt),
          isNull(table.undoneAt),
        ),
      ),
    rows: 1,
  };
}

interface FindingSet {
  readonly status?: FindingStatus;
  readonly waitingStepId?: string | null;
  readonly undoneBy?: string;
  readonly undoneAt?: Date;
  readonly undoneReason?: string;
}

/** The write that moves a finding on; refused when somebody moved it meanwhile. `open`: what only an open one has. */
export function moveFinding(
  db: Database,
  q: Queries,
  held: HeldFinding,
  set: FindingSet,
  open: { readonly accessClass?: "public" | "internal" | "confidential"; readonly floorFindingId?: string | null } = {},
): Step {
  const { id, workspaceNo, version } = held.finding;
  const next = { ...set, version: version + 1 };
  const { findings: f, protectedFindings: p } = db.t;
  return {
    write: held.isProtected
      ? q
          .update(p)
          .set(next)
          .where(and(eq(p.id, id), eq(p.workspaceNo, workspaceNo), eq(p.version, version)))
      : q
          .update(f)
          .set({ ...next, ...open })
          .where(and(eq(f.id, id), eq(f.workspaceNo, workspaceNo), eq(f.version, version))),
    rows: 1,
  };
}

/** The public id of the supplier a finding was recorded about. */
export async function supplierIdOf(db: Database, scope: Scope, { finding }: HeldFinding): Promise<string> {
  return (await idsOfSuppliers(db, scope, [finding.supplierNo])).get(finding.supplierNo) ?? "";
}

/**
 * One commit of a change. Of a protected finding the chain holds the hash of what was written and nothing else; `scores`: the
 * list is built again, for the floor of a supplier changes.
 * @throws Problem `finding.changed` (409) when somebody was faster, StaleWriteError when the shown list is to be
 *   read again (`againWhenOvertaken`).
 */
export async function commitFinding(
  db: Database,
  scope: Scope,
  now: Date,
  held: HeldFinding,
  { open, rows }: { readonly open: AuditEvent; readonly rows: unknown },
  build: (q: Queries) => readonly Step[],
  scores = false,
): Promise<void> {
  const what = held.isProtected ? event("protected-finding.changed", { sha256: hashOfRows(rows) }) : open;
  try {
    if (scores) await commitAndReapply(db, scope, now, what, build);
    else await db.commit(scope, what, build);
  } catch (error) {
    if (isRowStale(error)) throw findingChanged();
    throw error;
  }
}
