import type { Database, Scope } from "../../../db/database";
import { signaturesOf } from "../../../db/queries/reports";
import { notesOfRecord, type RecordNote } from "../../../db/queries/trail";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { requireRecord } from "./record-access.server";

/** A person's words beside a section. */
export interface Said {
  readonly id: string;
  readonly text: string;
  /** Null: of whom no name is known. */
  readonly who: string | null;
  readonly at: Date;
  readonly takenBackAt: Date | null;
  /** This reader may take it back. */
  readonly isMine: boolean;
}

/** A comment on a section of a report, with what was answered. */
export interface SectionComment extends Said {
  /** Id of the section. */
  readonly section: string;
  /** When the text it is about was sent to review; null: no signature tells. */
  readonly sentAt: Date | null;
  /** It is about a text that was given back: not about the one that is shown. */
  readonly isEarlier: boolean;
  /** Neither answered nor taken back. */
  readonly isOpen: boolean;
  readonly answers: readonly Said[];
}

/**
 * Comments on the sections of a report, in the order in which they were made.
 * @param shown hash of the contents that are shown; null: a draft. @param day as known at the end of it, with nothing to do; null: now.
 * @throws Problem `note.record-not-found` (404), for a reader too who may not read the report.
 */
export async function sectionComments(
  db: Database,
  scope: Scope,
  reportId: string,
  shown: string | null,
  day: IsoDate | null = null,
): Promise<SectionComment[]> {
  const record = { kind: "report", id: reportId } as const;
  await requireRecord(db, scope, record);
  const end = day === null ? null : endOfDay(day);
  const notes = (await notesOfRecord(db, scope, record)).filter(
    ({ section, at }) => section !== null && (end === null || at <= end),
  );
  if (notes.length === 0) return [];
  const sent = new Map(
    (await signaturesOf(db, scope, reportId))
      .filter(({ role }) => role === "author")
      .map(({ contentSha256, at }) => [contentSha256, at]),
  );
  const saidIn = (note: RecordNote): Said => said(note, scope.userId, end);
  return notes
    .filter(({ kind }) => kind === "comment")
    .map((note) => {
      const answers = notes.filter((one) => one.answers === note.id).map(saidIn);
      const comment = saidIn(note);
      return {
        ...comment,
        section: note.section!,
        sentAt: sent.get(note.contentSha256!) ?? null,
        isEarlier: note.contentSha256 !== shown,
        isOpen: comment.takenBackAt === null && answers.every(({ takenBackAt }) => takenBackAt !== null),
        answers,
      };
    });
}

/** As known at an instant; null: now. Pure. */
const said = ({ id, text, who, at, takenBackAt, byUserId }: RecordNote, reader: string, end: Date | null): Said => ({
  id,
  text,
  who,
  at,
  takenBackAt: takenBackAt !== null && end !== null && takenBackAt > end ? null : takenBackAt,
  isMine: end === null && byUserId === reader && takenBackAt === null,
});
