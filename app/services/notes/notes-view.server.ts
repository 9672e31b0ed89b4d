import type { Database, Scope } from "../../../db/database";
import { notesOfRecord } from "../../../db/queries/trail";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import type { WholeNote } from "./add-note.server";
import { requireRecord, type RecordName } from "./record-access.server";

export interface NoteLine {
  readonly id: string;
  readonly kind: WholeNote;
  readonly text: string;
  readonly who: string | null;
  readonly at: Date;
  readonly takenBackAt: Date | null;
  /** This reader may take it back. */
  readonly isMine: boolean;
}

/**
 * What was remarked about a record as a whole and who signed it off; comments on a section of a report stand beside it.
 * @param day as known at the end of it, with nothing to write; null: now. @throws Problem `note.record-not-found` (404).
 */
export async function notesView(
  db: Database,
  scope: Scope,
  record: RecordName,
  day: string | null = null,
): Promise<{ readonly notes: readonly NoteLine[]; readonly canComment: boolean; readonly canSign: boolean }> {
  await requireRecord(db, scope, record);
  const end = day === null ? null : endOfDay(day);
  const notes = (await notesOfRecord(db, scope, record)).flatMap(({ kind, ...note }) =>
    kind === "answer" || note.section !== null || (end !== null && note.at > end) ? [] : [{ ...note, kind }],
  );
  return {
    notes: notes.map(({ id, kind, text, who, at, takenBackAt, byUserId }) => ({
      id,
      kind,
      text,
      who,
      at,
      takenBackAt: takenBackAt !== null && end !== null && takenBackAt > end ? null : takenBackAt,
      isMine: end === null && byUserId === scope.userId && takenBackAt === null,
    })),
    canComment: end === null && can(scope.role, "record:comment"),
    canSign: end === null && can(scope.role, "record:sign"),
  };
}
