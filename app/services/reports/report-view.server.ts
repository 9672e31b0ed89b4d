import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { membersOf } from "../../../db/queries/accounts";
import {
  correctionOf,
  kindOfReport,
  lastTitleOf,
  reportsOf,
  signaturesOf,
  statementsOf,
  stepsOfReport,
  type ReportHead,
  type StoredReportStep,
  type StoredSignature,
} from "../../../db/queries/reports";
import type { ReportState, ReportStep } from "../../../db/schema/reports";
import { can } from "../../lib/permissions";
import type { FiledReport, Signature, SignRole } from "../../reports/model";
import { ReportSettings } from "../../reports/settings";
import type { Template } from "../../reports/template";
import { templateOf } from "../../reports/templates";
import { approversOf, approvesAs, type ApprovesAs } from "./approvers.server";
import { makeReport } from "./make-report.server";
import type { StoredReference } from "./references.server";
import { authorsOf, intactContent, reportRecord, type ReportRecord } from "./report-record.server";
import { signableRoles } from "./sign-report.server";
import { subjectStanding, type SubjectStanding } from "./subject-standing.server";
import { readableKinds, readsReports } from "./subject.server";

/** A line of the list of reports. */
export interface ReportLine {
  readonly id: string;
  readonly template: Template;
  readonly variant: string;
  readonly version: number;
  readonly number: number | null;
  readonly state: ReportState;
  readonly settings: ReportSettings;
  readonly startedAt: Date;
  readonly startedBy: string;
}

/** Reports on one page of the list. */
export const MOST_LISTED = 300;

/** A page of the list of reports. `next`: the report after which the next page goes on; null: there is none. */
export interface ReportLines {
  readonly lines: readonly ReportLine[];
  readonly next: string | null;
}

/** The report after which a page goes on; null for an address that names none that this reader may read: from the newest on. */
export async function pageAfter(db: Database, scope: Scope, before: string | null): Promise<ReportHead | null> {
  const found = before === null ? null : await kindOfReport(db, scope, before);
  return found !== null && readsReports(scope.role, found.type, found.variant) ? found : null;
}

/** Reports that this reader may read, the newest first. @param before the id of the last report of the page before. */
export async function reportList(db: Database, scope: Scope, before: string | null = null): Promise<ReportLines> {
  const after = await pageAfter(db, scope, before);
  const found = await reportsOf(db, scope, readableKinds(scope.role), MOST_LISTED + 1, undefined, after);
  const rows = found.slice(0, MOST_LISTED);
  const names = await namesOfUsers(
    db,
    rows.map(({ startedBy }) => startedBy),
  );
  const lines = rows.flatMap((row) => {
    const template = templateOf(row.type);
    if (!template) return [];
    const { id, variant, version, fileNo, state, startedAt } = row;
    const startedBy = names.get(row.startedBy) ?? row.startedBy;
    const settings = ReportSettings.parse(row.settings);
    return [{ id, template, variant, version, number: fileNo, state, settings, startedAt, startedBy }];
  });
  return { lines, next: found.length > rows.length ? (rows.at(-1)?.id ?? null) : null };
}

/** What is written of a point now, with the id by which a change names it. */
export interface WrittenPoint {
  readonly id: string;
  readonly text: string;
  readonly evidence: readonly StoredReference[];
}

export interface StepAsRead {
  readonly step: ReportStep;
  readonly at: Date;
  readonly who: string;
  readonly note: string;
}

export interface ReportView {
  readonly id: string;
  readonly template: Template;
  readonly settings: ReportSettings;
  readonly seen: number;
  /** As it stands: frozen, or of this moment while it is a draft. */
  readonly filed: FiledReport;
  /** The kept contents still have the hash under which they were signed; null for a draft. */
  readonly isIntact: boolean | null;
  /** What became of the record that a draft is about; null for what is frozen, and for a report about none. */
  readonly subject: SubjectStanding | null;
  readonly written: ReadonlyMap<string, WrittenPoint>;
  readonly steps: readonly StepAsRead[];
  /** The version that corrects this one. */
  readonly correction: string | null;
  /** Names of the members who may approve it: those who wrote in it only where there is nobody else. */
  readonly approvers: readonly string[];
  /** Names of the members who may publish it once it is approved, its authors among them. */
  readonly publishers: readonly string[];
  /** What the reader said they are in their organisation when they last signed; "": they never did. */
  readonly yourTitle: string;
  readonly may: {
    readonly write: boolean;
    readonly approve: ApprovesAs;
    readonly publish: boolean;
    /** As what this reader may sign, and has not yet. */
    readonly sign: readonly SignRole[];
  };
}

/** A report as its page shows it. @throws Problem `report.not-found` (404), and as `shownContent`. */
export async function reportView(db: Database, scope: Scope, id: string, now: Date): Promise<ReportView> {
  const record = await reportRecord(db, scope, id);
  const { row, settings, template, isIntact } = record;
  const [signed, steps, statements, correction, members, yourTitle] = await Promise.all([
    signaturesOf(db, scope, id),
    stepsOfReport(db, scope, id),
    statementsOf(db, scope, id),
    correctionOf(db, scope, id),
    membersOf(db, scope),
    lastTitleOf(db, scope, scope.userId),
  ]);
  const names = await namesOfUsers(
    db,
    steps.map(({ by }) => by),
  );
  const authors = authorsOf(record, signed, statements);
  const own = signed.flatMap((one) => (one.by === scope.userId && one.contentSha256 === row.contentSha256 ? one.role : [])); // prettier-ignore
  return {
    id,
    template,
    settings,
    seen: row.seen,
    filed: {
      report: await shownContent(db, scope, record, now),
      sha256: row.contentSha256,
      state: row.state,
      number: row.fileNo,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      signatures: signaturesUnder(row.contentSha256, signed),
    },
    isIntact,
    subject: row.state === "draft" ? await subjectStanding(db, scope, settings.subject) : null,
    written: new Map(
      statements.map(({ id: statement, point, text, evidence }) => [
        point,
        { id: statement, text, evidence: evidence as StoredReference[] },
      ]),
    ),
    steps: stepsAsRead(steps, names),
    correction,
    approvers: approversOf(members, authors).map(({ name }) => name),
    publishers: members.flatMap(({ role, name }) => (can(role, "report:approve") ? name : [])),
    yourTitle,
    may: {
      write: can(scope.role, "report:write"),
      approve: approvesAs(scope, members, authors),
      publish: can(scope.role, "report:approve"),
      sign: signableRoles(scope.role, authors.has(scope.userId)).filter((role) => !own.includes(role)),
    },
  };
}

/** Those of the signatures that were given for the contents with this hash. Pure. */
export const signaturesUnder = (sha256: string | null, signed: readonly StoredSignature[]): Signature[] =>
  signed
    .filter(({ contentSha256 }) => contentSha256 === sha256)
    .map(({ role, name, title, at, contentSha256, alone }) => ({
      role: role as SignRole,
      name,
      title,
      at: at.toISOString(),
      sha256: contentSha256,
      alone,
    }));

/** Pure. */
export const stepsAsRead = (
  steps: readonly StoredReportStep[],
  names: ReadonlyMap<string | null, string>,
): StepAsRead[] => steps.map(({ step, at, by, note }) => ({ step, at, who: names.get(by) ?? by, note }));

/** @throws Problem `report.not-intact` (409) where what is kept is no report any more. */
const shownContent = async (db: Database, scope: Scope, record: ReportRecord, now: Date) =>
  record.isIntact === null ? makeReport(db, scope, record, now) : (record.frozen ?? intactContent(record));
