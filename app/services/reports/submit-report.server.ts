import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { givenBackContents, kindOfReport } from "../../../db/queries/reports";
import { Problem } from "../../lib/problem";
import { Report, type Attachment } from "../../reports/model";
import { NOTE_LENGTH } from "../../reports/settings";
import { dropOthers, keepRegister } from "./kept-file.server";
import { requireIntactSubject } from "./subject-standing.server";
import { toldList, type ToldList } from "./told-list.server";
import { reportOf } from "./make-report.server";
import { readableReport } from "./readable-report";
import {
  hashToFreeze,
  moveReport,
  orChanged,
  reportChanged,
  reportRecord,
  requireState,
  type ReportRecord,
  newSignature,
} from "./report-record.server";

/** A note to the record, trimmed. @throws Problem `report.note` (422) when it is longer than it is kept. */
export function noteText(given: string): string {
  const note = given.trim();
  if (note.length > NOTE_LENGTH)
    throw new Problem("report.note", `A note has at most ${NOTE_LENGTH} characters.`, { limit: NOTE_LENGTH }, 422);
  return note;
}

/**
 * Sends a draft to review: its contents are made once more and frozen, and its author signs them.
 * @param given `seen`: the state of the draft that the author saw; left out, whatever stands is signed.
 * @param dataDir where a template that keeps a file keeps it.
 * @throws Problem `report.not-found` (404), `report.state`, `report.changed`, `report.subject-not-intact` (409), `report.note`,
 *   `report.unreadable`, `report.too-large` (422).
 */
export async function submitReport(
  db: Database,
  scope: Scope,
  id: string,
  given: { readonly title: string; readonly note: string; readonly seen?: number },
  now: Date,
  dataDir: string | null = null,
): Promise<void> {
  const record = await reportRecord(db, scope, id);
  requireState(record.row, "draft");
  if (given.seen !== undefined && given.seen !== record.row.seen) throw reportChanged();
  await requireIntactSubject(db, scope, record.settings);
  const [note, title] = [noteText(given.note), noteText(given.title)];
  const { content, kept } = await frozen(db, scope, record, now, dataDir);
  const contentSha256 = hashToFreeze(content);
  const { workspaceNo, userId } = scope;
  const { reportSteps, reportSignatures } = db.t;
  const signature = await newSignature(db, scope, id, { role: "author", title, contentSha256 }, now);
  const signed = { reportId: id, contentSha256, signatureId: signature.id, title, signedAt: now.toISOString() };
  await db
    .commit(scope, event("report.submitted", { ...signed, class: content.class, note }), (q) => [
      moveReport(db, q, scope, record.row, { state: "review", content, contentSha256 }),
      q
        .insert(reportSteps)
        .values({ id: newId(now), workspaceNo, reportId: id, step: "submitted", note, by: userId, at: now }),
      q.insert(reportSignatures).values(signature),
    ])
    .catch(orChanged);
  if (dataDir !== null && record.template.keeps)
    await dropOthers(scope, id, [...kept, ...(await keptBefore(db, scope, id))], dataDir);
}

const TRIES = 3;

/** The contents and the kept file of one list: made again where another was published meanwhile, or one of a past day swept. @throws Problem `report.changed` (409). */
async function frozen(
  db: Database,
  scope: Scope,
  record: ReportRecord,
  now: Date,
  dataDir: string | null,
): Promise<{ readonly content: Report; readonly kept: readonly Attachment[] }> {
  for (let tried = 1; tried <= TRIES; tried++) {
    const list = await toldList(db, scope, record.settings, now);
    const file = await keep(db, scope, record, list, dataDir);
    const attachments = file ? [file] : [];
    const made = await reportOf(db, scope, record, { now, list, attachments, madeBy: scope.userId });
    // What no page could show is not frozen: the draft stays, and can be mended.
    const content = readableReport(record.template, made);
    const after = await toldList(db, scope, record.settings, now);
    if (after.generation === list.generation && after.from === list.from) return { content, kept: attachments };
  }
  // Somebody else may have frozen it meanwhile: the file of what is frozen stays.
  const isDraft = (await kindOfReport(db, scope, record.row.id))?.state === "draft";
  if (dataDir !== null && record.template.keeps && isDraft)
    await dropOthers(scope, record.row.id, await keptBefore(db, scope, record.row.id), dataDir);
  throw reportChanged();
}

/** Files of contents that were given back: they stay beside what was signed of them. */
const keptBefore = async (db: Database, scope: Scope, id: string): Promise<Attachment[]> =>
  (await givenBackContents(db, scope, id)).flatMap((content) => Report.safeParse(content).data?.attachments ?? []);

/** The file that the template keeps. @throws Error without a data folder for one that does: a fault of ours. */
async function keep(
  db: Database,
  scope: Scope,
  { row, template }: ReportRecord,
  list: ToldList,
  dataDir: string | null,
) {
  if (!template.keeps) return null;
  if (dataDir === null) throw new Error(`A report of the type ${template.type} needs the data folder`);
  return keepRegister(db, scope, row.id, dataDir, list);
}
