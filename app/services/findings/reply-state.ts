import type { StoredFindingStep } from "../../../db/queries/findings";
import type { HeldFinding } from "./findings-view.server";

/**
 * Where the supplier's right to reply stands. `protected`: it is not asked, for the question would show who spoke. `own-word`: it
 * said so itself. `silent`: it was asked, and the day by which it could answer is over.
 */
export const REPLY_STATES = ["protected", "own-word", "none", "waiting", "silent", "answered", "not-asked"] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

type Step = Pick<StoredFindingStep, "kind" | "answerBy" | "undoneAt">;

/** From the steps of a finding, the oldest first. Pure. */
export function replyState(held: HeldFinding, steps: readonly Step[], today: string): ReplyState {
  const { source } = held.finding;
  if (held.isProtected || source === "told-in-confidence") return "protected";
  const said = steps.filter(({ undoneAt }) => undoneAt === null);
  if (said.some(({ kind }) => kind === "reply")) return "answered";
  if (source === "supplier") return "own-word";
  const last = said.findLast(({ kind }) => kind === "reply-asked" || kind === "reply-not-asked");
  if (!last) return "none";
  if (last.kind === "reply-not-asked") return "not-asked";
  return last.answerBy !== null && last.answerBy < today ? "silent" : "waiting";
}

/** Nothing is substantiated while the supplier was not heard and could still be. */
export const wasHeard = (state: ReplyState): boolean => state !== "none" && state !== "waiting";
