import { z } from "zod";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { STAGES } from "../../../db/schema/checks";
import { Problem } from "../../lib/problem";
import { requireLot } from "./check-record.server";

export const NewQuestion = z.strictObject({
  stage: z.enum(STAGES),
  text: z.string().trim().min(1).max(1000),
  /** How it is linked to what is bought. */
  link: z.string().trim().max(1000),
});
export type NewQuestion = z.input<typeof NewQuestion>;

/** A sentence, not a word: "yes" ties nothing to a contract. */
const LEAST_LINK = 20;

/**
 * Adds a question of the buyer's own to a lot: it stands as a step in the check of every bidder at its stage. What is not tied to
 * the contract is refused.
 * @returns its id. @throws Problem `lot.not-found` (404), `lot.question-unfit`, `lot.question-link` (422).
 */
export async function askQuestion(
  db: Database,
  scope: Scope,
  lotId: string,
  given: NewQuestion,
  now: Date,
): Promise<string> {
  const lot = await requireLot(db, scope, lotId);
  const parsed = NewQuestion.safeParse(given);
  if (!parsed.success) throw new Problem("lot.question-unfit", "Write the question, and choose its stage.", {}, 422);
  const question = parsed.data;
  if (question.link.length < LEAST_LINK)
    throw new Problem(
      "lot.question-link",
      "A question that has nothing to do with the contract may not be put to bidders. Say in a sentence how it is linked to what is bought.",
      {},
      422,
    );
  const id = newId(now);
  await db.commit(scope, event("lot.question-asked", { lotId, questionId: id, question }), (q) => [
    q.insert(db.t.lotQuestions).values({
      id,
      workspaceNo: scope.workspaceNo,
      lotId: lot.id,
      ...question,
      askedBy: scope.userId,
      askedAt: now,
    }),
  ]);
  return id;
}
