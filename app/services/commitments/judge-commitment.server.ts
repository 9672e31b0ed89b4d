import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite, isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { judgementsOf } from "../../../db/queries/judgements";
import { JUDGEMENTS, type Judgement } from "../../../db/schema/commitments";
import { evidenceOf, knownNow } from "../../commitments/evidence";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { requireRow } from "./catalogue.server";
import { tableEdition } from "./table-edition.server";
import { asRecords, heldHere, reportsNaming } from "./held.server";

const REASON_LENGTH = 4000;

export interface GivenJudgement {
  /** A word of JUDGEMENTS. */
  readonly judgement: string;
  readonly reason: string;
  /** The judgement that stood there when the page was loaded; "" for none. */
  readonly replaces: string;
}

/** Somebody judged meanwhile. */
export const judgedMeanwhile = () =>
  new Problem(
    "commitment.changed",
    "Somebody judged this row a moment ago. Load the page again and read what they wrote before you go on.",
    {},
    409,
  );

/** Why it is so, in words. @throws Problem `commitment.reason` (422). */
export function judgementReason(given: string): string {
  const reason = given.trim().replaceAll("\r\n", "\n");
  if (reason.length > 0 && reason.length <= REASON_LENGTH) return reason;
  throw new Problem(
    "commitment.reason",
    `Write why, in at most ${REASON_LENGTH} characters: whoever reads the judgement has to be able to follow it.`,
    { limit: REASON_LENGTH },
    422,
  );
}

/**
 * A named person's judgement of a row, with what the workspace held that moment; what was judged before is kept, marked replaced.
 * @returns its id. @throws Problem `commitment.not-found` (404), `commitment.judgement`, `commitment.reason` (422),
 * `commitment.changed` (409).
 */
export async function judgeCommitment(
  db: Database,
  scope: Scope,
  commitmentId: string,
  given: GivenJudgement,
  now: Date,
): Promise<string> {
  requireRow(commitmentId);
  const judgement = JUDGEMENTS.find((one): one is Judgement => one === given.judgement);
  if (!judgement)
    throw new Problem("commitment.judgement", "Choose what you judge: one of the words of the list.", {}, 422);
  const reason = judgementReason(given.reason);
  const [here, earlier] = await Promise.all([heldHere(db, scope), judgementsOf(db, scope, commitmentId)]);
  const before = earlier.find(({ replacedAt, takenBackAt }) => replacedAt === null && takenBackAt === null);
  if ((before?.id ?? "") !== given.replaces) throw judgedMeanwhile();
  const evidence = knownNow(
    evidenceOf(commitmentId, here.held, asRecords(reportsNaming(here, commitmentId)), dayOf(now)),
  );
  const { day: edition, sha256: editionSha256 } = tableEdition();
  const id = newId(now);
  const { workspaceNo, userId } = scope;
  const { commitmentJudgements: table } = db.t;
  const said = { commitmentId, edition, editionSha256, judgement, reason, evidence };
  await db
    .commit(scope, event("commitment.judged", { judgementId: id, ...said, replaces: before?.id ?? null }), (q) => [
      ...(before
        ? [
            {
              write: q
                .update(table)
                .set({ replacedAt: now })
                .where(
                  and(
                    eq(table.id, before.id),
                    eq(table.workspaceNo, workspaceNo),
                    isNull(table.replacedAt),
                    isNull(table.takenBackAt),
                  ),
                ),
              rows: 1,
            },
          ]
        : []),
      q
        .insert(table)
        .values({ id, workspaceNo, ...said, position: (earlier[0]?.position ?? 0) + 1, by: userId, at: now }),
    ])
    .catch((error: unknown) => {
      throw isStaleWrite(error) || isUniqueViolation(error) ? judgedMeanwhile() : error;
    });
  return id;
}
