/** Comments on the sections of a report in the reader's words. */
import type { Database, Scope } from "../../db/database";
import { engineKey } from "../i18n/keys";
import type { FiledReport } from "../reports/model";
import { sectionKey } from "../reports/report-keys";
import type { Template } from "../reports/template";
import type { Wording } from "../reports/wording";
import { sectionComments } from "../services/notes/section-comments.server";

/** In their order. @param day as known at the end of it; null: now. @throws Problem `note.record-not-found` (404). */
export async function commentsBeside(
  db: Database,
  scope: Scope,
  { id, template }: { readonly id: string; readonly template: Template },
  shown: string | null,
  { t }: Wording,
  day: string | null = null,
) {
  const titleOf = (section: string): string => {
    const found = template.sections.find((one) => one.id === section);
    return found ? t(engineKey(sectionKey(template, found))) : section;
  };
  return (await sectionComments(db, scope, id, shown, day)).map((comment) => ({
    ...comment,
    title: titleOf(comment.section),
  }));
}
export type CommentBeside = Awaited<ReturnType<typeof commentsBeside>>[number];

/** How many comments on the version that a correction corrects are open, and where; null: none, or it corrects nothing. */
export async function openBefore(
  db: Database,
  scope: Scope,
  { corrects }: Pick<FiledReport["report"], "corrects">,
): Promise<{ readonly id: string; readonly open: number } | null> {
  if (corrects === null) return null;
  const open = (await sectionComments(db, scope, corrects.id, null)).filter(({ isOpen }) => isOpen).length;
  return open === 0 ? null : { id: corrects.id, open };
}
