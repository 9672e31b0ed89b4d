/** A report as it stood at the end of a past day: what was frozen by then, or what people had written in its draft. */
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import {
  correctionOf,
  findReport,
  givenBackAfter,
  signaturesOf,
  statementsOf,
  stepsOfReport,
  type StoredSignature,
} from "../../../db/queries/reports";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay, isBy } from "../../lib/as-known-on";
import { Problem } from "../../lib/problem";
import { Report, type FiledReport, type Statement } from "../../reports/model";
import type { Template } from "../../reports/template";
import { statementsAsRead } from "./make-report.server";
import { contentHash, reportRecord } from "./report-record.server";
import { signaturesUnder, stepsAsRead, type StepAsRead } from "./report-view.server";
import { aboutBy, numberBy, stateBy, type About } from "./reports-then.server";
import { mayRead } from "./subject.server";

interface Then {
  readonly id: string;
  readonly template: Template;
  readonly version: number;
  readonly steps: readonly StepAsRead[];
  /** The version that corrects this one, where it was started by then. */
  readonly correction: string | null;
}

/** Contents that were frozen, with the signatures that stood under them by then. */
export interface FrozenThen extends Then {
  readonly is: "frozen";
  readonly filed: FiledReport;
  /** The kept contents still have the hash under which they were signed. */
  readonly isIntact: boolean;
  /** When these contents were given back, later; null: they were not. */
  readonly givenBackAt: Date | null;
}

/** A draft: what its records said that day was not kept, what people said was. */
export interface DraftThen extends Then, About {
  readonly is: "draft";
  /** By point. */
  readonly said: ReadonlyMap<string, Statement>;
}

/**
 * @param day `YYYY-MM-DD` of UTC.
 * @returns `before`: it had not been started; `untold`: what it was about or said cannot be told exactly any more, or it was a variant
 * that this reader may not read. @throws Problem `report.not-found` (404), for a reader too who may not read it today.
 */
export async function reportThen(
  db: Database,
  scope: Scope,
  id: string,
  day: IsoDate,
): Promise<FrozenThen | DraftThen | "before" | "untold"> {
  const end = endOfDay(day);
  const { row, template } = await reportRecord(db, scope, id);
  if (row.startedAt > end) return "before";
  const [allSteps, allSigned, correction] = await Promise.all([
    stepsOfReport(db, scope, id),
    signaturesOf(db, scope, id),
    correctionBy(db, scope, id, end),
  ]);
  const [steps, signed] = [allSteps, allSigned].map((all) => all.filter(({ at }) => at <= end)) as [typeof allSteps, typeof allSigned]; // prettier-ignore
  const names = await namesOfUsers(
    db,
    steps.map(({ by }) => by),
  );
  const shared = { id, template, version: row.version, steps: stepsAsRead(steps, names), correction };
  const state = stateBy(row, steps, end);
  if (state === "draft") {
    const about = (await aboutBy(db, scope, end))(id, steps);
    if (!about || !mayRead(scope.role, template, about.variant)) return "untold";
    const of = { type: template.type, class: about.settings.class };
    const said = await statementsAsRead(db, scope, of, await statementsOf(db, scope, id, end));
    return { ...shared, ...about, is: "draft", said };
  }
  const givenBack = await givenBackAfter(db, scope, id, end);
  const report = Report.safeParse(givenBack ? givenBack.content : row.content).data;
  if (!report || !mayRead(scope.role, template, report.variant)) return "untold";
  const sha256 = givenBack ? frozenHash(signed) : row.contentSha256;
  return {
    ...shared,
    is: "frozen",
    filed: {
      report,
      sha256,
      state,
      number: numberBy(row, end),
      publishedAt: state === "published" ? (row.publishedAt?.toISOString() ?? null) : null,
      signatures: signaturesUnder(sha256, signed),
    },
    isIntact: contentHash(report) === sha256,
    givenBackAt: givenBack && givenBack.at,
  };
}

/** The hash of what was sent to review last: its author signed it that moment. Pure. */
const frozenHash = (signed: readonly StoredSignature[]): string | null =>
  signed.findLast(({ role }) => role === "author")?.contentSha256 ?? null;

async function correctionBy(db: Database, scope: Scope, id: string, end: Date): Promise<string | null> {
  const correction = await correctionOf(db, scope, id);
  const found = correction === null ? null : await findReport(db, scope, correction);
  return found && isBy(found.startedAt, end) ? found.id : null;
}

/**
 * What a file of a past day is made of: what was published by then, with the signatures of that day.
 * @throws Problem `report.not-found` (404), `report.not-published-then` (409).
 */
export async function publishedThen(db: Database, scope: Scope, id: string, day: IsoDate): Promise<FrozenThen> {
  const then = await reportThen(db, scope, id, day);
  if (typeof then === "string" || then.is === "draft" || then.filed.state !== "published")
    throw new Problem(
      "report.not-published-then",
      `The report was not published by ${day}. Of a past day only published reports are given as files; take it as it stands today.`,
      { day },
      409,
    );
  return then;
}
