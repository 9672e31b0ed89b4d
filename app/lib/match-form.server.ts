import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { MATCH_DECISIONS } from "../../db/schema/screening";
import { isProblem } from "./problem";
import { confirmMatch } from "../services/screening/confirm-match.server";
import { decideMatch } from "../services/screening/decide-match.server";
import { reopenMatch } from "../services/screening/reopen-match.server";

const version = z.coerce.number().int().nonnegative();
const text = z.string().max(20_000).default("");

/** What a form of the page of a pair can ask for. */
export const MatchForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("decide"),
    version,
    decision: z.enum(MATCH_DECISIONS),
    reason: text,
    checkedOn: text,
    /** Pairs of which the same is said: `id.version` each. */
    also: z
      .string()
      .max(2000)
      .default("")
      .transform((given) =>
        given.split(" ").flatMap((one) => {
          const [id, seen] = one.split(".");
          return id && seen ? [{ candidateId: id, version: Number(seen) }] : [];
        }),
      ),
  }),
  z.object({ intent: z.literal("confirm"), version, checkedOn: text }),
  z.object({ intent: z.literal("reopen"), version, reason: text }),
]);
export type MatchForm = z.infer<typeof MatchForm>;

/**
 * Does what the form asks for: a decision of its own for each pair it names. One of the further pairs that somebody else decided
 * meanwhile, or that asks for more than the first (its edition is out of date), is left as it is: it stays in the queue.
 * @throws Problem as the decision about the first itself.
 */
export async function changeMatch(
  db: Database,
  scope: Scope,
  candidateId: string,
  form: MatchForm,
  now: Date,
): Promise<void> {
  if (form.intent === "decide") {
    const { also, intent: _decide, ...made } = form;
    await decideMatch(db, scope, { candidateId, ...made }, now);
    for (const pair of also)
      await decideMatch(db, scope, { ...made, ...pair }, now).catch((error: unknown) => {
        if (!isProblem(error)) throw error;
      });
    return;
  }
  if (form.intent === "confirm") await confirmMatch(db, scope, { candidateId, ...form }, now);
  else await reopenMatch(db, scope, { candidateId, ...form }, now);
}
