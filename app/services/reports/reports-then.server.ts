/** The list of reports as it stood at the end of a past day. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { reportsOf, stepsUntil, type StoredReport, type StoredReportStep } from "../../../db/queries/reports";
import { eventsUntil } from "../../../db/queries/trail";
import type { ReportState, ReportStep } from "../../../db/schema/reports";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay, isBy } from "../../lib/as-known-on";
import { groupBy } from "../../lib/group-by";
import { ReportSettings } from "../../reports/settings";
import { templateOf } from "../../reports/templates";
import type { StatesThen } from "../trail/records-then.server";
import { parseContents } from "../trail/trail-view.server";
import { MOST_LISTED, pageAfter, type ReportLine } from "./report-view.server";
import { mayRead, readableKinds } from "./subject.server";

const STATE_AFTER: Readonly<Record<ReportStep, ReportState>> = {
  started: "draft",
  submitted: "review",
  returned: "draft",
  approved: "approved",
  published: "published",
};

type Step = Pick<StoredReportStep, "step" | "at">;

/** How far a report that was not published had come by an instant. Pure. @param steps in their order. */
function stepBy(steps: readonly Step[], until: Date): ReportState {
  const last = steps.findLast(({ at }) => at <= until);
  return last ? STATE_AFTER[last.step] : "draft";
}

/** How far a report had come by an instant; what is published stays so. Pure. @param steps in their order. */
export const stateBy = (
  { publishedAt }: Pick<StoredReport, "publishedAt">,
  steps: readonly Step[],
  until: Date,
): ReportState => (isBy(publishedAt, until) ? "published" : stepBy(steps, until));

/** What a draft was about, as it can be changed. */
export interface About {
  readonly variant: string;
  readonly settings: ReportSettings;
}

const Started = z.object({ reportId: z.string(), variant: z.string(), settings: ReportSettings });
const Changed = z.object({ reportId: z.string(), settings: ReportSettings.extend({ variant: z.string() }) });

/**
 * What reports were about at an instant, as the chain tells it: what each was started with, and what it was changed to by then.
 * @returns by a report's id and steps; null: a change whose contents were erased since may have been of it.
 */
export async function aboutBy(
  db: Database,
  scope: Scope,
  until: Date,
): Promise<(reportId: string, steps: readonly Step[]) => About | null> {
  const told = new Map<string, About & { readonly seq: number }>();
  const erased: { readonly seq: number; readonly at: Date }[] = [];
  for (const { seq, at, name, contents } of await eventsUntil(
    db,
    scope,
    ["report.started", "report.settings-changed"],
    until,
  )) {
    const given = parseContents(contents);
    if (name === "report.started") {
      const { data } = Started.safeParse(given);
      if (data) told.set(data.reportId, { seq, variant: data.variant, settings: data.settings });
      continue;
    }
    const { data } = Changed.safeParse(given);
    if (!data) erased.push({ seq, at });
    else {
      const { variant, ...settings } = data.settings;
      told.set(data.reportId, { seq, variant, settings });
    }
  }
  return (reportId, steps) => {
    const last = told.get(reportId);
    // Only a draft is changed: what was frozen at that moment was not what was meant.
    const isSure = last && !erased.some(({ seq, at }) => seq > last.seq && stepBy(steps, at) === "draft");
    return isSure ? { variant: last.variant, settings: last.settings } : null;
  };
}

export interface ReportsThen {
  /** Of those that had been started and that this reader may read, the newest first. */
  readonly lines: readonly ReportLine[];
  /** Left out: what they were about then can no longer be told. */
  readonly untold: number;
  /** The report after which the next page goes on; null: there is none. */
  readonly next: string | null;
}

/**
 * With the state, the variant and the period they had then, and the number where they were published by then. What a reader
 * may not read today is not there, nor what had a variant then that this reader may not read.
 * @param day `YYYY-MM-DD` of UTC. @param before the id of the last report of the page before.
 */
export async function reportsThen(
  db: Database,
  scope: Scope,
  day: IsoDate,
  before: string | null = null,
): Promise<ReportsThen> {
  const end = endOfDay(day);
  const after = await pageAfter(db, scope, before);
  const [rows, aboutOf] = await Promise.all([
    reportsOf(db, scope, readableKinds(scope.role), MOST_LISTED + 1, end, after),
    aboutBy(db, scope, end),
  ]);
  const readable = rows.slice(0, MOST_LISTED).flatMap((row) => {
    const template = templateOf(row.type);
    return template ? [{ row, template }] : [];
  });
  const [steps, names] = await Promise.all([
    stepsUntil(
      db,
      scope,
      readable.map(({ row }) => row.id),
      end,
    ),
    namesOfUsers(
      db,
      readable.map(({ row }) => row.startedBy),
    ),
  ]);
  const stepsOf = groupBy(steps, ({ reportId }) => reportId);
  const lines: ReportLine[] = [];
  let untold = 0;
  for (const { row, template } of readable) {
    const { id, version, startedAt } = row;
    const mine = stepsOf.get(id) ?? [];
    // What was published never changes, so the row says what it was about, whatever was erased since.
    const about = isBy(row.publishedAt, end) ? { variant: row.variant, settings: ReportSettings.parse(row.settings) } : aboutOf(id, mine); // prettier-ignore
    if (about === null) untold++;
    else if (mayRead(scope.role, template, about.variant))
      lines.push({
        id,
        template,
        ...about,
        version,
        number: numberBy(row, end),
        state: stateBy(row, mine, end),
        startedAt,
        startedBy: names.get(row.startedBy) ?? row.startedBy,
      });
  }
  return { lines, untold, next: rows.length > MOST_LISTED ? rows[MOST_LISTED - 1]!.id : null };
}

/** The number of a report that was published by an instant. Pure. */
export const numberBy = (
  { fileNo, publishedAt }: Pick<StoredReport, "fileNo" | "publishedAt">,
  until: Date,
): number | null => (isBy(publishedAt, until) ? fileNo : null);

/** How many stood in which state, as the page of that day lists them. Pure. */
export function countReports({ lines, untold }: Pick<ReportsThen, "lines" | "untold">): StatesThen<ReportState> {
  const counts: Partial<Record<ReportState, number>> = {};
  for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1;
  return { counts, untold };
}
