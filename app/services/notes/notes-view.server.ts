import type { Database, Scope } from "../../../db/database";
import { notesOfRecord } from "../../../db/queries/trail";
import type { NoteKind } from "../../../db/schema/trail";
import { can } from "../../lib/permissions";
import { requireRecord, type RecordName } from "./record-access.server";

export interface NoteLine {
  readonly id: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly who: string | null;
  readonly at: Date;
  readonly takenBackAt: Date | null;
  /** This reader may take it back. */
  readonly isMine: boolean;
}

/** What was remarked about a record and who signed it off. @throws Problem `note.record-not-found` (404). */
export async function notesView(
  db: Database,
  scope: Scope,
  record: RecordName,
): Promise<{ readonly notes: readonly NoteLine[]; readonly canComment: boolean; readonly canSign: boolean }> {
  await requireRecord(db, scope, record);
  const notes = await notesOfRecord(db, scope, record);
  return {
    notes: notes.map(({ id, kind, text, who, at, takenBackAt, byUserId }) => ({
      id,
      kind,
      text,
      who,
      at,
      takenBackAt,
      isMine: byUserId === scope.userId && takenBackAt === null,
    })),
    canComment: can(scope.role, "record:comment"),
    canSign: can(scope.role, "record:sign"),
  };
}
