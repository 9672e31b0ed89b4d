/** What the isolation test asks of the trail and of comments: with the scope of one workspace and the ids of another. */
import { text } from "node:stream/consumers";
import type { Database, Scope } from "../../db/database";
import * as trail from "../../db/queries/trail";
import { queuedJob } from "../../db/queries/jobs";
import { tendersUntil } from "../../db/queries/tenders";
import { lastJob, runningJobs } from "../../db/queries/trail-jobs";
import type { RecordKind } from "../../app/lib/trail-groups";
import { addNote } from "../../app/services/notes/add-note.server";
import { notesView } from "../../app/services/notes/notes-view.server";
import { requireRecord } from "../../app/services/notes/record-access.server";
import { takeBackNote } from "../../app/services/notes/take-back-note.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { askVerification } from "../../app/services/trail/ask-verification.server";
import { exportTrail } from "../../app/services/trail/export-trail.server";
import { knownOn } from "../../app/services/trail/known-on.server";
import { recordsThen } from "../../app/services/trail/records-then.server";
import { trailPage, trailStanding } from "../../app/services/trail/trail-view.server";
import { A_DAY } from "../builders";
import { aLot } from "../check-steps";

interface Place {
  readonly scope: Scope;
  readonly importId: string;
  readonly memberId: string;
  readonly noteId: string;
  readonly supplier: { readonly id: string };
}
interface Recorded extends Place {
  readonly planId: string;
  readonly categoryId: string;
  readonly screened: { readonly open: string };
  readonly found: { readonly open: string };
  readonly remedied: { readonly actionId: string; readonly groupId: string };
  readonly checked: {
    readonly lot: { readonly lotId: string };
    readonly filedId: string;
    readonly contractId: string;
  };
  readonly reports: { readonly draft: string };
  readonly judgementId: string;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const LATER = new Date("2100-01-01T00:00:00Z");
const auditor = (scope: Scope): Scope => ({ ...scope, role: "auditor" });
const supplierOf = (of: Place) => ({ kind: "supplier", id: of.supplier.id }) as const;

/** A comment on the workspace's supplier. */
export const aNote = async (db: Database, scope: Scope, supplierId: string, word: string): Promise<string> =>
  (
    await addNote(
      db,
      auditor(scope),
      { kind: "supplier", id: supplierId },
      { kind: "comment", text: `remark ${word}` },
      A_DAY,
    )
  ).noteId;

export const trailReads = (db: () => Database): Asked => ({
  "db/queries/trail.ts trailEvents": (scope, of) =>
    trail.trailEvents(db(), scope, { record: of.supplier.id }, { limit: 99 }),
  "db/queries/trail.ts trailPeople": (scope) => trail.trailPeople(db(), scope),
  "db/queries/trail.ts eventsUntil": (scope) => trail.eventsUntil(db(), scope, ["record.commented"], LATER),
  "db/queries/trail.ts lastEventUntil": (scope) => trail.lastEventUntil(db(), scope, ["record.commented"], LATER),
  "db/queries/trail.ts lastSeqUntil": async (scope, of) => ({
    last: await trail.lastSeqUntil(db(), scope, LATER),
    // The number alone tells nothing: what it counts does.
    of: (await trail.trailEvents(db(), scope, { record: of.supplier.id }, { limit: 1 }))[0] ?? null,
  }),
  "db/queries/trail.ts notesOfRecord": (scope, of) => trail.notesOfRecord(db(), scope, supplierOf(of)),
  "db/queries/trail.ts findNote": (scope, of) => trail.findNote(db(), scope, of.noteId),
  "db/queries/trail.ts lastTrailCheck": async (scope, of) => {
    await db().commitPlain((q) => [
      q.insert(db().t.trailChecks).values({
        id: `check ${of.noteId} ${scope.workspaceNo}`,
        workspaceNo: of.scope.workspaceNo,
        finishedAt: A_DAY,
        result: { of: of.supplier.id, rows: {}, unsealedLists: [], faults: [] },
      }),
    ]);
    return trail.lastTrailCheck(db(), scope);
  },
  "db/queries/trail-jobs.ts lastJob": async (scope, of) => {
    const job = queuedJob(of.scope.workspaceNo, "trail.heads", { of: of.supplier.id }, A_DAY);
    await db().commitPlain((q) => [q.insert(db().t.jobs).values({ ...job, state: "done" })]);
    return lastJob(db(), scope, "trail.heads");
  },
  "db/queries/trail-jobs.ts runningJobs": async (scope, of) => ({
    running: await runningJobs(db(), scope, "import.inspect"),
    of: scope.workspaceNo === of.scope.workspaceNo ? of.supplier.id : null,
  }),
  "app/services/notes/notes-view.server.ts notesView": (scope, of) => notesView(db(), scope, supplierOf(of)),
  "app/services/notes/record-access.server.ts requireRecord": async (scope, of) => {
    await requireRecord(db(), scope, supplierOf(of));
    return of.supplier.id;
  },
  "app/services/trail/trail-view.server.ts trailPage": (scope, of) =>
    trailPage(db(), scope, { record: of.supplier.id }, { limit: 99 }),
  "app/services/trail/trail-view.server.ts trailStanding": async (scope, of) => {
    const standing = await trailStanding(db(), scope, false);
    const [last] = await trail.trailEvents(db(), of.scope, {}, { limit: 1 });
    return standing.headHash === last?.hash ? of.supplier.id : standing;
  },
  "app/services/trail/known-on.server.ts knownOn": (scope) => knownOn(db(), scope, "2100-01-01"),
  "app/services/trail/records-then.server.ts recordsThen": async (scope, of) => {
    const before = JSON.stringify(await recordsThen(db(), scope, "2100-01-01"));
    await openLot(db(), of.scope, aLot({ name: `Then ${scope.workspaceNo}` }), A_DAY);
    // Numbers alone tell nothing: what they count does.
    return JSON.stringify(await recordsThen(db(), scope, "2100-01-01")) !== before && of.supplier.id;
  },
  "db/queries/tenders.ts tendersUntil": async (scope, of) => {
    const before = (await tendersUntil(db(), scope, LATER)).lots;
    await openLot(db(), of.scope, aLot({ name: `Until ${scope.workspaceNo}` }), A_DAY);
    return (await tendersUntil(db(), scope, LATER)).lots !== before && of.supplier.id;
  },
  "app/services/trail/export-trail.server.ts exportTrail": async (scope, of) =>
    text((await exportTrail(db(), scope, "jsonl", { filter: { record: of.supplier.id }, query: "" })).stream),
});

export const trailChanges = (db: () => Database): Asked => ({
  "app/services/notes/add-note.server.ts addNote": (scope, of) =>
    addNote(db(), auditor(scope), supplierOf(of), { kind: "sign-off", text: "" }, A_DAY),
  "app/services/notes/take-back-note.server.ts takeBackNote": (scope, of) =>
    takeBackNote(db(), scope, of.noteId, A_DAY),
  "app/services/trail/ask-verification.server.ts askVerification": (scope) => askVerification(db(), scope, A_DAY),
});

/** A record of each kind that people may comment on. */
const recordOf = (kind: RecordKind, of: Recorded): { readonly kind: RecordKind; readonly id: string } => ({
  kind,
  id: {
    supplier: of.supplier.id,
    import: of.importId,
    plan: of.planId,
    match: of.screened.open,
    finding: of.found.open,
    action: of.remedied.actionId,
    repayment: of.remedied.groupId,
    category: of.categoryId,
    lot: of.checked.lot.lotId,
    check: of.checked.filedId,
    contract: of.checked.contractId,
    report: of.reports.draft,
    judgement: of.judgementId,
  }[kind],
});

/** Comments on a record of `of` with the scope of an auditor. @returns the comments that stand under it. */
export async function commentOn(db: Database, scope: Scope, kind: RecordKind, of: Recorded): Promise<string[]> {
  const record = recordOf(kind, of);
  await addNote(db, auditor(scope), record, { kind: "comment", text: `Read the ${kind}` }, A_DAY);
  return (await notesView(db, auditor(scope), record)).notes.map(({ text: said }) => said);
}

export const TRAIL_SAYS_NOT_FOUND = [
  "app/services/notes/notes-view.server.ts notesView",
  "app/services/notes/add-note.server.ts addNote",
  "app/services/notes/take-back-note.server.ts takeBackNote",
];
