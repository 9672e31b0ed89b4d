/** Which reports wait for this reader: to be approved, to be published, or to be written again. */
import type { Database, Scope } from "../../../db/database";
import { membersOf } from "../../../db/queries/accounts";
import { openReports, stepsUntil, writersUntil, type StoredReportStep } from "../../../db/queries/reports";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { groupBy } from "../../lib/group-by";
import { can } from "../../lib/permissions";
import { enteredBy, ReportSettings } from "../../reports/settings";
import { approvesAs, type ApprovesAs } from "./approvers.server";
import { MOST_LISTED, type ReportLine } from "./report-view.server";
import { reportsThen } from "./reports-then.server";
import { readableKinds } from "./subject.server";

/** Ids of reports, the newest first. */
export interface WaitingReports {
  /** In review, which this reader may approve: nothing they wrote or entered anything in or sent, but where so did every member who may approve. */
  readonly approve: readonly string[];
  readonly publish: readonly string[];
  /** Drafts that this reader sent and that came back. */
  readonly returned: readonly string[];
}

/** Null: the reader may do nothing of it. */
export async function waitingReports(db: Database, scope: Scope, now: Date): Promise<WaitingReports | null> {
  if (!mayWait(scope)) return null;
  const open = await openReports(db, scope, readableKinds(scope.role), MOST_LISTED);
  const lines = open.map((one) => ({ ...one, settings: ReportSettings.parse(one.settings) }));
  return waitingOf(db, scope, lines, now);
}

/**
 * The same as known at the end of a day (UTC), and how many cannot be told any more. Who wrote and who sent is told of that day; the
 * members, and what they may do, are those of today.
 */
export async function waitingReportsThen(
  db: Database,
  scope: Scope,
  day: IsoDate,
): Promise<{ readonly reports: WaitingReports | null; readonly untold: number }> {
  if (!mayWait(scope)) return { reports: null, untold: 0 };
  const { lines, untold } = await reportsThen(db, scope, day);
  return { reports: await waitingOf(db, scope, lines, endOfDay(day)), untold };
}

const mayWait = ({ role }: Scope): boolean => can(role, "report:write") || can(role, "report:approve");

async function waitingOf(
  db: Database,
  scope: Scope,
  lines: readonly Pick<ReportLine, "id" | "state" | "settings">[],
  until: Date,
): Promise<WaitingReports> {
  const open = lines.filter(({ state }) => state !== "published");
  const ids = open.map(({ id }) => id);
  const stepsOf = groupBy(await stepsUntil(db, scope, ids, until), ({ reportId }) => reportId);
  const inReview = can(scope.role, "report:approve") ? open.filter(({ state }) => state === "review") : [];
  const members = inReview.length > 0 ? await membersOf(db, scope) : [];
  const reviewed = inReview.map(({ id }) => id);
  const writersOf = groupBy(await writersUntil(db, scope, reviewed, until), ({ reportId }) => reportId);
  const approves = new Map<string, ApprovesAs>(
    inReview.map(({ id, settings }) => {
      const sender = senderOf(stepsOf.get(id) ?? []);
      const writers = [...(writersOf.get(id) ?? []).map(({ by }) => by), ...enteredBy(settings)];
      return [id, approvesAs(scope, members, new Set(sender === null ? writers : [...writers, sender]))];
    }),
  );
  return waitingFor(
    scope,
    open,
    (id) => stepsOf.get(id) ?? [],
    (id) => approves.get(id) ?? null,
  );
}

/** Who sent it to review last; null: nobody has. Pure. */
const senderOf = (steps: readonly Pick<StoredReportStep, "step" | "by">[]): string | null =>
  steps.findLast(({ step }) => step === "submitted")?.by ?? null;

/** Pure. @param stepsOf what happened to each, in its order. @param approvesOf as what the reader may approve one in review. */
export function waitingFor(
  { role, userId }: Pick<Scope, "role" | "userId">,
  open: readonly Pick<ReportLine, "id" | "state">[],
  stepsOf: (id: string) => readonly Pick<StoredReportStep, "step" | "by">[],
  approvesOf: (id: string) => ApprovesAs,
): WaitingReports {
  const [approves, writes] = [can(role, "report:approve"), can(role, "report:write")];
  const ids = (which: (line: Pick<ReportLine, "id" | "state">) => boolean) => open.filter(which).map(({ id }) => id);
  return {
    approve: ids(({ id, state }) => state === "review" && ["may", "alone"].includes(approvesOf(id) ?? "")),
    publish: approves ? ids(({ state }) => state === "approved") : [],
    returned: writes
      ? ids(
          ({ id, state }) =>
            state === "draft" && stepsOf(id).at(-1)?.step === "returned" && senderOf(stepsOf(id)) === userId,
        )
      : [],
  };
}
