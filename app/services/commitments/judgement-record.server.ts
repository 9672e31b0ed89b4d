import type { Database, Scope } from "../../../db/database";
import { findJudgement, type StoredJudgement } from "../../../db/queries/judgements";
import { Problem } from "../../lib/problem";

export const noJudgement = () =>
  new Problem("commitment.no-judgement", "There is no such judgement in this workspace.", {}, 404);

/** A judgement of this workspace. @throws Problem `commitment.no-judgement` (404). */
export async function requireJudgement(db: Database, scope: Scope, id: string): Promise<StoredJudgement> {
  const found = await findJudgement(db, scope, id);
  if (!found) throw noJudgement();
  return found;
}
