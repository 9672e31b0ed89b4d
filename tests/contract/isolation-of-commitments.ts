/** What the isolation test of the queries asks of judgements and of the days of records, and the plans of these queries. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as judgements from "../../db/queries/judgements";
import * as recordDays from "../../db/queries/record-days";
import { NOW } from "./databases";

export const COMMITMENT_MODULES = { judgements, "record-days": recordDays };

const ID = "judgement-1";
const KINDS = ["list", "plan", "screening", "match", "finding", "assessed", "reply", "action", "verified", "repayment", "decision", "category", "check", "floor", "recruitment", "origin", "document"] as const; // prettier-ignore

/** A judgement, a confirmed repayment and the terms of a contract. */
export async function aJudgementOfOurs(db: Database, scope: Scope): Promise<void> {
  const { commitmentJudgements, repaymentEntries, contractEntries } = db.t;
  const { workspaceNo, userId } = scope;
  const said = {
    commitmentId: "ILO-FR-01",
    edition: "2026-01-01",
    editionSha256: "0",
    judgement: "met" as const,
    reason: "x",
    evidence: { count: 0, newest: null, kinds: {} },
  };
  await db.commit(scope, event("commitment.judged", { judgementId: ID, ...said, replaces: null }), (q) => [
    q.insert(commitmentJudgements).values({ id: ID, workspaceNo, position: 1, ...said, by: userId, at: NOW }),
    q.insert(repaymentEntries).values({
      id: "confirmation-1",
      workspaceNo,
      groupId: "no group",
      kind: "confirmation",
      on: "2026-01-01",
      amount: "1",
      proof: "",
      recordedBy: userId,
      recordedAt: NOW,
    }),
    q.insert(contractEntries).values({
      id: "terms-1",
      workspaceNo,
      contractId: "no contract",
      kind: "terms",
      contents: {},
      enteredBy: userId,
      enteredAt: NOW,
      position: 1,
    }),
  ]);
}

const daysOf = async (db: Database, scope: Scope, until: Date | null) =>
  [...(await recordDays.recordDays(db, scope, KINDS, until)).values()].flat();

/** What is held now, and what was held at an instant after everything here. */
const nowAndThen = async <T>(ask: (until: Date | null) => Promise<readonly T[]>): Promise<T[]> =>
  (await Promise.all([ask(null), ask(NOW)])).flat();

export function questionsOnCommitments(of: () => Database) {
  return {
    judgementsInForce: (scope) => nowAndThen((until) => judgements.judgementsInForce(of(), scope, until)),
    judgementsOf: (scope) => judgements.judgementsOf(of(), scope, "ILO-FR-01"),
    findJudgement: (scope) => judgements.findJudgement(of(), scope, ID),
    recordDays: (scope) => nowAndThen((until) => daysOf(of(), scope, until)),
    confirmationsOf: (scope) => nowAndThen((until) => recordDays.confirmationsOf(of(), scope, until)),
    agreedOf: (scope) => nowAndThen((until) => recordDays.agreedOf(of(), scope, until)),
    namingReports: (scope) => nowAndThen((until) => recordDays.namingReports(of(), scope, until)),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}

export const plansOfCommitments = (
  asked: () => { readonly db: Database; readonly scope: Scope },
): [string, () => Promise<unknown>][] =>
  Object.keys(questionsOnCommitments(() => asked().db)).map((name) => [
    name,
    () => {
      const { db, scope } = asked();
      return questionsOnCommitments(() => db)[name as keyof ReturnType<typeof questionsOnCommitments>](scope);
    },
  ]);
