import { chainStanding, type ChainStanding } from "../../../db/chain-heads";
import type { Database, Scope } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { namesOfUsers } from "../../../db/names-of-users";
import { linesOf } from "../../../db/queries/register";
import { isNameless, lastTrailCheck, trailEvents, type TrailFilter } from "../../../db/queries/trail";
import { headsJobs, lastJob } from "../../../db/queries/trail-jobs";
import type { TrailCheck, TrailFault } from "../../../db/verify-trail";
import { can } from "../../lib/permissions";
import { shownList } from "../imports/shown-list.server";
import { recordsOf, reasonOf, type RecordOfEvent } from "../../lib/trail-groups";

/** An event as a page shows it. */
export interface TrailLine {
  readonly seq: number;
  readonly at: Date;
  /** Null: the program, or an event that keeps to itself who wrote it. */
  readonly who: string | null;
  readonly isProgram: boolean;
  readonly name: string;
  /** Texts and numbers of its contents, for its sentence. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly reason: string | null;
  /** `name`: of a supplier that the list of today has; null: of anything else. */
  readonly records: readonly (RecordOfEvent & { readonly name: string | null })[];
  /** Indented JSON; null: erased. */
  readonly contents: string | null;
  readonly hash: string;
}

export const parseContents = (contents: string | null): unknown => {
  if (contents === null) return null;
  try {
    return JSON.parse(contents) as unknown;
  } catch {
    return null;
  }
};

const valuesOf = (contents: unknown): Record<string, string | number> =>
  typeof contents === "object" && contents !== null
    ? Object.fromEntries(
        Object.entries(contents).filter(([, value]) => typeof value === "string" || typeof value === "number"),
      )
    : {};

/** Names by id of the suppliers among these records, as the list that is shown has them; those it lacks are left out. */
async function namesOfSuppliers(
  db: Database,
  scope: Scope,
  records: readonly RecordOfEvent[],
): Promise<ReadonlyMap<string, string>> {
  const nos = records.flatMap(({ kind, id }) => (kind === "supplier" ? (supplierNoOf(id) ?? []) : []));
  const list = nos.length === 0 ? null : await shownList(db, scope);
  const lines = list === null ? [] : await linesOf(db, scope, list.generation.no, [...new Set(nos)]);
  return new Map(lines.map(({ id, name }) => [id, name]));
}

/** One page of the trail, the newest event first; `next` is where the next one begins. */
export async function trailPage(
  db: Database,
  scope: Scope,
  filter: TrailFilter,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<{ readonly lines: readonly TrailLine[]; readonly next: number | null }> {
  const found = await trailEvents(db, scope, filter, { before, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const names = await namesOfUsers(
    db,
    shown.map(({ actorUserId }) => actorUserId),
  );
  const contentsOf = shown.map(({ contents }) => parseContents(contents));
  const suppliers = await namesOfSuppliers(db, scope, contentsOf.flatMap(recordsOf));
  const lines = shown.map(({ seq, at, actorUserId, name, contents, hash }, index): TrailLine => {
    const told = contentsOf[index];
    return {
      seq,
      at,
      who: isNameless(name) || actorUserId === null ? null : (names.get(actorUserId) ?? actorUserId),
      isProgram: actorUserId === null,
      name,
      values: valuesOf(told),
      reason: reasonOf(told),
      records: recordsOf(told).map((one) => ({
        ...one,
        name: one.kind === "supplier" ? (suppliers.get(one.id) ?? null) : null,
      })),
      contents: contents === null ? null : JSON.stringify(told, null, 2),
      hash,
    };
  });
  return { lines, next: found.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}

/** A fault as a page names it; `key` null: kept from this reader. */
export type ShownFault =
  | Exclude<TrailFault, { readonly key: string }>
  | (Omit<Extract<TrailFault, { readonly key: string }>, "key"> & { readonly key: string | null });

/** What a page tells of a check: how many rows in all, not of which tables. */
export interface ShownCheck extends Pick<TrailCheck, "valid" | "headSeq" | "faultCount"> {
  readonly rows: number;
  readonly isUnsealed: boolean;
  /** The first of them. */
  readonly faults: readonly ShownFault[];
}

const FAULTS_SHOWN = 20;

/** A check for this reader. Which rows lie in the tables of what was told in confidence is told only to who may read them. Pure. */
function checkFor(
  role: Scope["role"],
  { valid, headSeq, rows, unsealedLists, faults, faultCount }: TrailCheck,
): ShownCheck {
  const isKept = (fault: TrailFault) =>
    "key" in fault && fault.table.startsWith("protected_") && !can(role, "protected:read");
  return {
    valid,
    headSeq,
    faultCount,
    rows: Object.values(rows).reduce((sum, one) => sum + one, 0),
    isUnsealed: unsealedLists.length > 0,
    faults: faults
      .slice(0, FAULTS_SHOWN)
      .map((fault) => (isKept(fault) ? { ...fault, key: null } : fault) as ShownFault),
  };
}

/** How the workspace's trail stands: its head, the last time it was looked through, and its head outside. */
export interface TrailStanding extends ChainStanding {
  readonly isVerifying: boolean;
  readonly lastCheck: { readonly at: Date; readonly check: ShownCheck } | null;
  /** When the last try to look it through came to nothing; null: it did not. */
  readonly checkFailedAt: Date | null;
  /** Null: no place outside is configured. */
  readonly outside: {
    readonly lastAt: Date | null;
    readonly failedAt: Date | null;
    readonly why: string | null;
  } | null;
}

export async function trailStanding(db: Database, scope: Scope, hasOutside: boolean): Promise<TrailStanding> {
  const [standing, last, heads, job] = await Promise.all([
    chainStanding(db, scope.workspaceNo),
    lastTrailCheck(db, scope),
    hasOutside ? headsJobs(db, 50) : [],
    lastJob(db, scope, "trail.verify"),
  ]);
  const done = heads.find(({ state }) => state === "done");
  const newest = heads.find(({ state }) => state === "done" || state === "failed");
  const failed = newest?.state === "failed" ? newest : null;
  const why = (failed?.problem as { values?: { why?: unknown } } | null)?.values?.why;
  return {
    ...standing,
    isVerifying: job?.state === "queued" || job?.state === "running",
    checkFailedAt: job?.state === "failed" ? job.finishedAt : null,
    lastCheck: last && { at: last.finishedAt, check: checkFor(scope.role, last.result as TrailCheck) },
    outside: hasOutside
      ? {
          lastAt: done?.finishedAt ?? null,
          failedAt: failed?.finishedAt ?? null,
          why: typeof why === "string" ? why : null,
        }
      : null,
  };
}
