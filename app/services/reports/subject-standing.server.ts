/** What became of the filed record that a report is about. */
import type { Database, Scope } from "../../../db/database";
import { checksOfLot, findCheck } from "../../../db/queries/checks";
import { findCategory, versionsOfCategory } from "../../../db/queries/categories";
import type { FrozenCheck } from "../../checks/record";
import { Problem } from "../../lib/problem";
import type { ReportSettings } from "../../reports/settings";
import { isIntactCategory } from "../categories/category-record.server";
import { recordHash } from "../checks/file-check.server";

export interface SubjectStanding {
  readonly kind: "check" | "category";
  readonly id: string;
  /** What is kept of it still has the hash with which it was filed. */
  readonly isIntact: boolean;
  /** The record that corrects it, filed or not yet; null: none does. */
  readonly correctedBy: string | null;
}

/** Null: the report is about no filed record, or about one that is not there. */
export async function subjectStanding(
  db: Database,
  scope: Scope,
  subject: ReportSettings["subject"],
): Promise<SubjectStanding | null> {
  if (subject?.kind === "check") return standingOfCheck(db, scope, subject.id);
  if (subject?.kind !== "category") return null;
  const record = await findCategory(db, scope, subject.id);
  if (record === null) return null;
  const [newest] = await versionsOfCategory(db, scope, record.number);
  const correctedBy = newest !== undefined && newest.version > record.version ? newest.id : null;
  return { kind: "category", id: record.id, isIntact: isIntactCategory(record), correctedBy };
}

async function standingOfCheck(db: Database, scope: Scope, id: string): Promise<SubjectStanding | null> {
  const check = await findCheck(db, scope, id);
  if (check === null) return null;
  const correction = (await checksOfLot(db, scope, check.lotId)).find(({ replaces }) => replaces === id);
  const isIntact = check.record !== null && recordHash(check.record as FrozenCheck) === check.recordSha256;
  return { kind: "check", id, isIntact, correctedBy: correction?.id ?? null };
}

/** @throws Problem `report.subject-not-intact` (409): nothing is frozen of a record that was changed since it was filed. */
export const requireIntactSubject = async (
  db: Database,
  scope: Scope,
  { subject }: Pick<ReportSettings, "subject">,
): Promise<void> => {
  if ((await subjectStanding(db, scope, subject))?.isIntact === false)
    throw new Problem(
      "report.subject-not-intact",
      "The filed record that this report is about no longer has the hash with which it was filed. Nothing of it is printed, and the report is not sent to review. Restore the record from a backup.",
      {},
      409,
    );
};
