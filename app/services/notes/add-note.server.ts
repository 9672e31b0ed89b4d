import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { NoteKind } from "../../../db/schema/trail";
import { NOTE_LENGTH } from "../../lib/note-length";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { requireRecord, type RecordName } from "./record-access.server";

/** What is put under a record as a whole. */
export type WholeNote = Exclude<NoteKind, "answer">;

/** The text of a note, trimmed. @throws Problem `note.too-long` (422). */
export function wordsOfNote(text: string): string {
  const kept = text.trim();
  if (kept.length > NOTE_LENGTH)
    throw new Problem(
      "note.too-long",
      `The text has ${kept.length} characters, and at most ${NOTE_LENGTH} are kept. Shorten it.`,
      { found: kept.length, most: NOTE_LENGTH },
      422,
    );
  return kept;
}

/** @throws Problem `note.empty` (422). */
export function requireComment(kept: string): void {
  if (kept === "") throw new Problem("note.empty", "Write the comment first.", {}, 422);
}

/**
 * Puts a remark or a signature under a record, which stays as it is.
 * @throws Problem `note.record-not-found` (404; also for a role that may not), `note.empty` or `note.too-long` (422).
 */
export async function addNote(
  db: Database,
  scope: Scope,
  record: RecordName,
  { kind, text }: { readonly kind: WholeNote; readonly text: string },
  now: Date,
): Promise<{ readonly noteId: string }> {
  await requireRecord(db, scope, record);
  if (!can(scope.role, kind === "comment" ? "record:comment" : "record:sign"))
    throw new Problem("note.record-not-found", "There is no such record in this workspace.", {}, 404);
  const kept = wordsOfNote(text);
  if (kind === "comment") requireComment(kept);
  const noteId = newId(now);
  const contents = { noteId, recordKind: record.kind, recordId: record.id, text: kept };
  const what = kind === "comment" ? event("record.commented", contents) : event("record.signed-off", contents);
  await db.commit(scope, what, (q) => [
    q.insert(db.t.recordNotes).values({
      id: noteId,
      workspaceNo: scope.workspaceNo,
      recordKind: record.kind,
      recordId: record.id,
      kind,
      text: kept,
      byUserId: scope.userId,
      at: now,
    }),
  ]);
  return { noteId };
}
