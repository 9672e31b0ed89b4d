/** What the isolation test of the queries asks of the trail. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { pastGenerations } from "../../db/queries/generations";
import { queuedJob } from "../../db/queries/jobs";
import * as packs from "../../db/queries/packs";
import * as trail from "../../db/queries/trail";
import * as trailJobs from "../../db/queries/trail-jobs";
import { NOW } from "./databases";
import { aPack, questionsOnPacks } from "./isolation-of-packs";

export const TRAIL_MODULES = { trail, "trail-jobs": trailJobs, packs };
export const WITHOUT_SCOPE_OF_TRAIL = ["isNameless", "headsJobs"];

const RECORD = { kind: "supplier", id: "a-record-of-ours" };
const LATER = new Date("2100-01-01T00:00:00Z");
const MANY = 25;

/** More events than another workspace has, a pack, a remark, a look through the trail, and one that is asked for. */
export async function aTrail(db: Database, scope: Scope): Promise<void> {
  await aPack(db, scope);
  const { recordNotes, trailChecks, jobs } = db.t;
  const { workspaceNo, userId } = scope;
  const contents = { noteId: "a-note-of-ours", recordKind: RECORD.kind, recordId: RECORD.id, text: "seen" };
  await db.commit(scope, event("record.commented", contents), (q) => [
    q.insert(recordNotes).values({
      id: "a-note-of-ours",
      workspaceNo,
      recordKind: RECORD.kind,
      recordId: RECORD.id,
      kind: "comment",
      text: "seen",
      byUserId: userId,
      at: NOW,
    }),
  ]);
  for (let i = 0; i < MANY; i++)
    await db.commit(scope, event("import.discarded", { importId: "x", generation: i }), () => []);
  await db.commitPlain((q) => [
    q.insert(trailChecks).values({ id: "a-check", workspaceNo, askedBy: userId, finishedAt: NOW, result: {} }),
    q.insert(jobs).values(queuedJob(workspaceNo, "trail.verify", {}, NOW)),
  ]);
}

export function questionsOnTrail(of: () => { readonly db: Database; readonly ours: Scope }) {
  return {
    ...questionsOnPacks(of),
    trailEvents: (scope) => trail.trailEvents(of().db, scope, { record: RECORD.id }, { limit: 9 }),
    trailPeople: async (scope) => (await trail.trailPeople(of().db, scope)).filter(({ id }) => id === of().ours.userId),
    eventsUntil: (scope) => trail.eventsUntil(of().db, scope, ["record.commented"], LATER),
    countEventsUntil: async (scope) =>
      (await trail.countEventsUntil(of().db, scope, ["record.commented"], LATER)).get("record.commented") ?? null,
    pastGenerations: async (scope) => {
      const { db, ours } = of();
      const past = { modelId: "m", dataDate: "2026-01-01", dataHash: "0", state: "past", createdAt: NOW } as const;
      await db.commitPlain((q) => [q.insert(db.t.generations).values({ ...past, workspaceNo: ours.workspaceNo })]);
      return pastGenerations(db, scope);
    },
    lastEventUntil: (scope) => trail.lastEventUntil(of().db, scope, ["record.commented"], LATER),
    lastSeqUntil: async (scope) => {
      const last = await trail.lastSeqUntil(of().db, scope, LATER);
      return last > MANY ? last : null;
    },
    notesOfRecord: (scope) => trail.notesOfRecord(of().db, scope, RECORD),
    findNote: (scope) => trail.findNote(of().db, scope, "a-note-of-ours"),
    lastTrailCheck: (scope) => trail.lastTrailCheck(of().db, scope),
    runningJobs: async (scope) => (await trailJobs.runningJobs(of().db, scope, "trail.verify")) || null,
    lastJob: (scope) => trailJobs.lastJob(of().db, scope, "trail.verify"),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
