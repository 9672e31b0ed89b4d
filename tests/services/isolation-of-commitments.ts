/** What the isolation test asks of evidence and judgements: with the scope of one workspace and the ids of another. */
import { text } from "node:stream/consumers";
import { commitmentView } from "../../app/services/commitments/commitment-view.server";
import { commitmentsThen } from "../../app/services/commitments/commitments-then.server";
import { evidenceView } from "../../app/services/commitments/evidence-view.server";
import { exportEvidence } from "../../app/services/commitments/export-evidence.server";
import { heldByChain } from "../../app/services/commitments/held-then.server";
import { heldHere } from "../../app/services/commitments/held.server";
import { judgeCommitment } from "../../app/services/commitments/judge-commitment.server";
import { requireJudgement } from "../../app/services/commitments/judgement-record.server";
import { takeBackJudgement } from "../../app/services/commitments/take-back-judgement.server";
import type { Database, Scope } from "../../db/database";
import * as judgements from "../../db/queries/judgements";
import * as recordDays from "../../db/queries/record-days";
import { A_DAY } from "../builders";

export interface JudgedPlace {
  readonly judgementId: string;
}
interface Place extends JudgedPlace {
  readonly scope: Scope;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const ROW = "ILO-FR-01";
const today = "2026-03-02";
const LATE = "2100-01-01";
/** The row that was judged, and no other. */
const asked = {
  words: ROW,
  jurisdiction: null,
  binds: null,
  theme: null,
  when: null,
  by: null,
  confidence: null,
  forUs: false,
};

/** A judgement with the workspace's own word in it. */
export const aJudgement = (db: Database, scope: Scope, word: string): Promise<string> =>
  judgeCommitment(db, scope, ROW, { judgement: "partly", reason: `As ${word} knows.`, replaces: "" }, A_DAY);

const IN = "app/services/commitments";

export const commitmentReads = (db: () => Database): Asked => ({
  "db/queries/judgements.ts judgementsInForce": (scope) => judgements.judgementsInForce(db(), scope),
  "db/queries/judgements.ts judgementsOf": (scope) => judgements.judgementsOf(db(), scope, ROW),
  "db/queries/judgements.ts findJudgement": (scope, of) => judgements.findJudgement(db(), scope, of.judgementId),
  "db/queries/record-days.ts recordDays": async (scope) => [
    ...(await recordDays.recordDays(db(), scope, ["action", "plan", "list"])),
  ],
  "db/queries/record-days.ts confirmationsOf": async (scope) => [
    scope.workspaceId,
    await recordDays.confirmationsOf(db(), scope),
  ],
  "db/queries/record-days.ts agreedOf": async (scope) => [scope.workspaceId, await recordDays.agreedOf(db(), scope)],
  "db/queries/record-days.ts namingReports": async (scope) => [
    scope.workspaceId,
    await recordDays.namingReports(db(), scope),
  ],
  [`${IN}/held.server.ts heldHere`]: async (scope) => [
    ...(await heldHere(db(), scope)).held,
    ...(await heldHere(db(), scope, LATE)).held,
  ],
  [`${IN}/held-then.server.ts heldByChain`]: async (scope) => {
    const { days } = await heldByChain(db(), scope, ["list", "verified", "decision"], LATE);
    return days.flatMap(([, records]) => records);
  },
  [`${IN}/evidence-view.server.ts evidenceView`]: async (scope) => [
    await evidenceView(db(), scope, asked, today),
    await evidenceView(db(), scope, asked, LATE, await commitmentsThen(db(), scope, LATE)),
  ],
  [`${IN}/commitment-view.server.ts commitmentView`]: async (scope) => [
    await commitmentView(db(), scope, ROW, today),
    await commitmentView(db(), scope, ROW, LATE, await commitmentsThen(db(), scope, LATE)),
  ],
  [`${IN}/export-evidence.server.ts exportEvidence`]: async (scope) => {
    const { rows } = await evidenceView(db(), scope, asked, today);
    return text((await exportEvidence(db(), scope, { rows, query: "" })).stream);
  },
  [`${IN}/judgement-record.server.ts requireJudgement`]: (scope, of) => requireJudgement(db(), scope, of.judgementId),
});

export const commitmentChanges = (db: () => Database): Asked => ({
  [`${IN}/judge-commitment.server.ts judgeCommitment`]: async (scope) => {
    const [found] = await judgements.judgementsOf(db(), scope, ROW);
    const given = { judgement: "met", reason: "As others know.", replaces: found?.id ?? "" };
    return judgeCommitment(db(), scope, ROW, given, A_DAY);
  },
  [`${IN}/take-back-judgement.server.ts takeBackJudgement`]: (scope, of) =>
    takeBackJudgement(db(), scope, { judgementId: of.judgementId, commitmentId: ROW }, "It was another row.", A_DAY),
});

/** Asked for an id of another workspace, these say that there is nothing. */
export const COMMITMENT_SAYS_NOT_FOUND = [
  `${IN}/judgement-record.server.ts requireJudgement`,
  `${IN}/take-back-judgement.server.ts takeBackJudgement`,
];
