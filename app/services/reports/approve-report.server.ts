import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { membersOf } from "../../../db/queries/accounts";
import { signaturesOf, statementsOf } from "../../../db/queries/reports";
import { Problem } from "../../lib/problem";
import { claimingPoints } from "../../reports/claims";
import { emptyPoints, unsupportedPoints } from "../../reports/model";
import { sectionComments } from "../notes/section-comments.server";
import { approvesAs } from "./approvers.server";
import { requireKeptAsFrozen } from "./kept-file.server";
import {
  authorsOf,
  intactContent,
  moveReport,
  orChanged,
  reportRecord,
  requireSeen,
  requireState,
  newSignature,
} from "./report-record.server";
import { noteText } from "./submit-report.server";

export interface Approval {
  readonly title: string;
  readonly note: string;
  /** The hash the page showed: what is approved is what was read. */
  readonly contentSha256: string;
  /** Whoever approves has seen which mandatory points are empty, which statements rest on nothing, and which claim or name what a report does not. */
  readonly knowsGaps: boolean;
  /** Ids of the open comments on sections that whoever approves has seen; left out: none. */
  readonly seenComments?: readonly string[];
}

/**
 * Approves frozen contents, by somebody who neither wrote in them nor sent them to review; by one of those where every member who may
 * approve is one, which is printed.
 * @param dataDir where files that are kept with it are looked at. @throws Problem `report.not-found` (404), `report.state`, `report.changed`, `report.not-intact` (409), `report.second-person` (403),
 * `report.file-gone`, `report.file-changed` (410),
 * `report.gaps`, `report.comments`, `report.note` (422).
 */
export async function approveReport(
  db: Database,
  scope: Scope,
  id: string,
  given: Approval,
  now: Date,
  dataDir: string | null = null,
): Promise<void> {
  const record = await reportRecord(db, scope, id);
  const { row } = record;
  requireState(row, "review");
  requireSeen(row, given.contentSha256);
  const content = intactContent(record);
  const contentSha256 = row.contentSha256!;
  const [signed, statements] = [await signaturesOf(db, scope, id), await statementsOf(db, scope, id)];
  const as = approvesAs(scope, await membersOf(db, scope), authorsOf(record, signed, statements));
  if (as === "other")
    throw new Problem(
      "report.second-person",
      "You wrote in this report, entered what it tells, or sent it to review. Another member who may approve reports has to approve it.",
      {},
      403,
    );
  if (dataDir !== null) await requireKeptAsFrozen(scope, id, content, dataDir);
  const [empty, unsupported] = [emptyPoints(content), unsupportedPoints(content)].map((points) =>
    points.map(({ section, point }) => `${section}.${point}`),
  ) as [string[], string[]];
  const claims = claimingPoints(content);
  if (empty.length + unsupported.length + claims.length > 0 && !given.knowsGaps)
    throw new Problem(
      "report.gaps",
      "Points of this report are empty, rest on nothing, or have words to look at. Look through the list and say that you approve it so, or give it back.",
      { empty: empty.length, unsupported: unsupported.length, claims: claims.length },
      422,
    );
  const openComments = (await sectionComments(db, scope, id, contentSha256)).flatMap((one) =>
    one.isOpen ? one.id : [],
  );
  const unseen = openComments.filter((one) => !given.seenComments?.includes(one)).length;
  if (unseen > 0)
    throw new Problem(
      "report.comments",
      "Comments on sections are open. Read them and say that you approve it so, have them answered, or give it back.",
      { count: unseen },
      422,
    );
  const alone = as === "alone";
  const [note, title] = [noteText(given.note), noteText(given.title)];
  const { workspaceNo, userId: by } = scope;
  const { reportSteps, reportSignatures } = db.t;
  const signature = await newSignature(db, scope, id, { role: "approver", title, contentSha256, alone }, now);
  const told = { reportId: id, contentSha256, signatureId: signature.id, title, signedAt: now.toISOString() };
  await db
    .commit(scope, event("report.approved", { ...told, alone, empty, unsupported, claims, openComments }), (q) => [
      moveReport(db, q, scope, row, { state: "approved" }),
      q.insert(reportSteps).values({ id: newId(now), workspaceNo, reportId: id, step: "approved", note, by, at: now }),
      q.insert(reportSignatures).values(signature),
    ])
    .catch(orChanged);
}
