import type { Database, Scope } from "../../../db/database";
import { listFindings, stepsOfFindings, type SignedFindingStep, type StoredOpenFinding } from "../../../db/queries/findings"; // prettier-ignore
import { mergesInForce, standingFor } from "../../../db/queries/merges";
import { actionSteps, correctiveActions, supplierDecisions, type SignedAction, type SignedSupplierDecision } from "../../../db/queries/remedy"; // prettier-ignore
import type { Alert, Exit, Owed } from "../../demand/count-follow-up";
import { within, type Period } from "../../demand/count";
import { standingOf } from "../../remedy/ledger";
import { groupBy } from "../../lib/group-by";
import { ledgers } from "../remedy/ledgers.server";
import { supplierNames } from "../reports/fill/supplier-names";
import { dayOf } from "../scoring/assessor.server";

/** More findings than a workspace has. */
const MOST_FINDINGS = 100_000;
/** What an action has become once something was done. */
const BEGUN = ["under-way", "done", "verified"];

/** Decisions about suppliers that came into force by the end of a day. */
const inForceBy = (all: readonly SignedSupplierDecision[], to: string) =>
  all.filter(
    ({ state, confirmedAt, proposedAt }) =>
      (state === "in-force" || state === "replaced") && dayOf(confirmedAt ?? proposedAt) <= to,
  );

const earliest = (days: readonly string[]): string | null => days.toSorted()[0] ?? null;

/**
 * Open findings recorded in the period and not taken back, with what was known and done by its end. Those told in confidence
 * stand in tables that are not read here.
 */
export async function alertsOf(db: Database, scope: Scope, period: Period): Promise<Alert[]> {
  const found = (await listFindings(db, scope, { limit: MOST_FINDINGS })).filter(
    ({ undoneAt, recordedAt }) =>
      (undoneAt === null || dayOf(undoneAt) > period.to) && within(period, dayOf(recordedAt)),
  );
  if (found.length === 0) return [];
  const [steps, decided, actions, moves, merges] = await Promise.all([
    stepsOfFindings(
      db,
      scope,
      found.map(({ id }) => id),
    ),
    supplierDecisions(db, scope),
    correctiveActions(db, scope),
    actionSteps(db, scope),
    mergesInForce(db, scope),
  ]);
  const into = standingFor(merges);
  const now = (no: number) => into.get(no) ?? no;
  const names = await supplierNames(
    db,
    scope,
    found.map(({ supplierNo }) => now(supplierNo)),
  );
  const stepsOf = groupBy(steps, ({ findingId }) => findingId);
  const decisionsOf = groupBy(inForceBy(decided, period.to), ({ supplierNo }) => now(supplierNo));
  const actionsOf = groupBy(actions, ({ findingId }) => findingId);
  const begunOf = groupBy(
    moves.filter(({ kind, result, on }) => kind === "state" && BEGUN.includes(result ?? "") && on <= period.to),
    ({ actionId }) => actionId,
  );
  return found.map((finding): Alert => {
    const own = decisionsOf.get(now(finding.supplierNo)) ?? [];
    const after = own.filter(({ confirmedAt, proposedAt }) => (confirmedAt ?? proposedAt) >= finding.recordedAt);
    const last = own.toSorted((a, b) => ((a.confirmedAt ?? a.proposedAt) < (b.confirmedAt ?? b.proposedAt) ? -1 : 1)).at(-1); // prettier-ignore
    const begun = (actionsOf.get(finding.id) ?? []).flatMap(({ id }) => begunOf.get(id) ?? []);
    return {
      findingId: finding.id,
      supplierNo: finding.supplierNo,
      supplier: names.get(now(finding.supplierNo)) ?? "",
      knownOn: finding.foundOn,
      recordedOn: dayOf(finding.recordedAt),
      ...assessment(finding, stepsOf.get(finding.id) ?? [], period.to),
      decidedOn: earliest(after.map(({ confirmedAt, proposedAt }) => dayOf(confirmedAt ?? proposedAt))),
      decision: last?.decision ?? null,
      protectedOn: earliest(begun.map(({ on }) => on)),
    };
  });
}

/** When a person said whether it stands, by the end of the period. @param steps of the finding. */
function assessment(finding: StoredOpenFinding, steps: readonly SignedFindingStep[], to: string) {
  const settled = steps.filter(
    ({ kind, status, confirmedAt, undoneAt }) =>
      kind === "status" &&
      (status === "substantiated" || status === "rejected") &&
      confirmedAt !== null &&
      undoneAt === null &&
      dayOf(confirmedAt) <= to,
  );
  const last = settled.at(-1);
  const recordedSo = settled.length === 0 && steps.every(({ kind }) => kind !== "status");
  const isSettled = finding.status === "substantiated" || finding.status === "rejected";
  return {
    assessedOn: last
      ? earliest(settled.map(({ confirmedAt }) => dayOf(confirmedAt!)))
      : recordedSo && isSettled
        ? dayOf(finding.recordedAt)
        : null,
    isRejected: last ? last.status === "rejected" : recordedSo && finding.status === "rejected",
  };
}

/** Suppliers that were left by the end of a day: what it does to workers stands in the decision, if a ban left time for it. Pure. */
export const exitsOf = (decided: readonly SignedSupplierDecision[], to: string): Exit[] =>
  inForceBy(decided, to)
    .filter(({ decision }) => decision === "exit")
    .map(({ decidedOn, supplierName, harm }) => ({
      on: decidedOn,
      supplier: supplierName,
      contractId: null,
      assessed: harm !== "",
    }));

/** Groups of the ledger as they stand at the end of the period. */
export async function repaymentsOf(db: Database, scope: Scope, to: string): Promise<Owed[]> {
  const [groups, actions] = await Promise.all([ledgers(db, scope), correctiveActions(db, scope)]);
  const byId = new Map(actions.map((action) => [action.id, action]));
  return groups.map(({ group, ledger }) => {
    const { owed, paid } = standingOf(ledger, to);
    return {
      groupId: group.id,
      name: `${group.supplierName} · ${group.label}`,
      ownPart: ownPart(group.actionId === null ? undefined : byId.get(group.actionId)),
      borneBy: group.borneBy,
      currency: group.currency,
      owed,
      paid,
    };
  });
}

function ownPart(action: SignedAction | undefined): boolean | null {
  if (!action || action.involvement === "unknown") return null;
  return action.involvement === "caused" || action.involvement === "contributed";
}
