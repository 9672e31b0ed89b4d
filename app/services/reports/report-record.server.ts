import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { canonicalJson } from "../../../db/canonical-json";
import { newId } from "../../../db/ids";
import { namesOfUsers } from "../../../db/names-of-users";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findReport, type StoredReport, type StoredSignature, type StoredStatement } from "../../../db/queries/reports";
import type { ReportState } from "../../../db/schema/reports";
import { MOST_ROW_BYTES } from "../../pack/format";
import { Report } from "../../reports/model";
import { enteredBy, ReportSettings } from "../../reports/settings";
import type { Template } from "../../reports/template";
import { templateOf } from "../../reports/templates";
import { Problem } from "../../lib/problem";
import { mayRead } from "./subject.server";

/** A stored report with what its JSON columns hold, and its template. */
export interface ReportRecord {
  readonly row: StoredReport;
  readonly settings: ReportSettings;
  readonly template: Template;
  /** Its contents once they are frozen; null for a draft, and where what is kept is no report any more. */
  readonly frozen: Report | null;
  /** The kept contents still have the hash under which they were signed; null for a draft. */
  readonly isIntact: boolean | null;
}

/** Over the frozen contents as they are kept. */
export const contentHash = (report: Report): string => hashOf(canonicalJson(report));
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A report is one row of an evidence pack; a mebibyte of it is for the signatures. */
const MOST_BYTES = MOST_ROW_BYTES - 2 ** 20;

/** `contentHash` of what is to be frozen. @throws Problem `report.too-large` (422) for contents that no evidence pack could hold. */
export function hashToFreeze(report: Report): string {
  const text = canonicalJson(report);
  const bytes = Buffer.byteLength(text, "utf8");
  if (bytes <= MOST_BYTES) return hashOf(text);
  const [found, limit] = [Math.ceil(bytes / 1e6), Math.floor(MOST_BYTES / 1e6)];
  throw new Problem(
    "report.too-large",
    `The report would hold ${found} MB; at most ${limit} MB can be frozen, so that an evidence pack holds it. Choose a shorter period, or fewer suppliers.`,
    { found, limit },
    422,
  );
}

/** @throws Problem `report.not-found` (404), for a reader too who may not read what it is about. */
export async function reportRecord(db: Database, scope: Scope, id: string): Promise<ReportRecord> {
  const row = await findReport(db, scope, id);
  const template = row && templateOf(row.type);
  if (!row || !template || !mayRead(scope.role, template, row.variant))
    throw new Problem("report.not-found", "There is no such report in this workspace.", {}, 404);
  const frozen = row.content === null ? null : (Report.safeParse(row.content).data ?? null);
  const isIntact = row.content === null ? null : frozen !== null && contentHash(frozen) === row.contentSha256;
  return { row, settings: ReportSettings.parse(row.settings), template, frozen, isIntact };
}

const notIntact = () =>
  new Problem(
    "report.not-intact",
    "The contents of this report are not those that were signed: their hash is another. It is not approved, published, signed or given out. Give it back, or restore it from a backup.",
    {},
    409,
  );

/** @throws Problem `report.not-intact` (409) when frozen contents were changed since they were signed. */
export function requireIntact({ isIntact }: Pick<ReportRecord, "isIntact">): void {
  if (isIntact === false) throw notIntact();
}

/** The frozen contents. @throws Problem `report.not-intact` (409) when they are not those that were signed. */
export function intactContent({ frozen, isIntact }: Pick<ReportRecord, "frozen" | "isIntact">): Report {
  if (frozen === null || isIntact !== true) throw notIntact();
  return frozen;
}

/**
 * What is decided is decided of the contents that were read. @param seen the hash the page showed.
 * @throws Problem `report.state` (409) when the contents are others by now.
 */
export function requireSeen({ contentSha256 }: Pick<StoredReport, "contentSha256">, seen: string): void {
  if (seen !== contentSha256) requireState({ state: "draft" }, "review");
}

/** @throws Problem `report.state` (409) when it is not in one of these states. */
export function requireState({ state }: Pick<StoredReport, "state">, ...allowed: readonly ReportState[]): void {
  if (!allowed.includes(state))
    throw new Problem(
      "report.state",
      "The report has gone on since this page was loaded. Load it again: it shows what can be done now.",
      { state },
      409,
    );
}

/**
 * Who wrote contents: whoever signed them as their author, wrote a point of them, or entered a day, a name or a choice that they tell.
 * None of these approves or verifies them. Pure.
 */
export function authorsOf(
  { row, settings }: Pick<ReportRecord, "row" | "settings">,
  signed: readonly StoredSignature[],
  statements: readonly StoredStatement[],
): ReadonlySet<string> {
  const sent = signed.findLast((one) => one.role === "author" && one.contentSha256 === row.contentSha256);
  return new Set([...(sent ? [sent.by] : []), ...writersOf(statements), ...enteredBy(settings)]);
}

/** Who wrote the points that say something. Pure. */
const writersOf = (statements: readonly StoredStatement[]): readonly string[] =>
  statements.flatMap(({ text, statedBy }) => (text === "" ? [] : statedBy));

/** The row of a signature that is given now, under the name that the signer has now. */
export async function newSignature(
  db: Database,
  { workspaceNo, userId }: Pick<Scope, "workspaceNo" | "userId">,
  reportId: string,
  given: Pick<StoredSignature, "role" | "title" | "contentSha256"> & { readonly alone?: boolean },
  now: Date,
): Promise<StoredSignature> {
  const name = (await namesOfUsers(db, [userId])).get(userId) ?? userId;
  return { alone: false, ...given, id: newId(now), workspaceNo, reportId, name, by: userId, at: now };
}

/** The write that moves a report on; refused when somebody moved it meanwhile. */
export const moveReport = (
  db: Database,
  q: Queries,
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  { id, seen }: Pick<StoredReport, "id" | "seen">,
  change: Partial<StoredReport>,
): Step => ({
  write: q
    .update(db.t.reports)
    .set({ ...change, seen: seen + 1 })
    .where(and(eq(db.t.reports.id, id), eq(db.t.reports.workspaceNo, workspaceNo), eq(db.t.reports.seen, seen))),
  rows: 1,
});

export const reportChanged = () =>
  new Problem(
    "report.changed",
    "Somebody changed this report a moment ago. Load the page again and look at it before you go on.",
    {},
    409,
  );

/** What a stale write means to whoever wrote it. */
export function orChanged(error: unknown): never {
  throw isStaleWrite(error) ? reportChanged() : error;
}
