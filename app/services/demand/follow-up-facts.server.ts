import type { Database, Scope } from "../../../db/database";
import { stepsOfFindings, type SignedFindingStep, type StoredOpenFinding } from "../../../db/queries/findings"; // prettier-ignore
import { mergesAt, standingFor } from "../../../db/queries/merges";
import type { SignedAction, SignedSupplierDecision } from "../../../db/queries/remedy"; // prettier-ignore
import type { Alert, Exit, Owed } from "../../demand/count-follow-up";
import { within, type Period } from "../../demand/count";
import { inForceFrom } from "../../remedy/in-force";
import { standingOf } from "../../remedy/ledger";
import { endOfDay } from "../../lib/as-known-on";
import { groupBy } from "../../lib/group-by";
import { stepsThen } from "../findings/findings-then.server";
import type { Standing } from "../reports/fill/standing.server";
import { supplierNames, type ToldList } from "../reports/told-list.server";
import { dayOf } from "../scoring/assessor.server";

/** What an action has become once something was done. */
const BEGUN = ["under-way", "done", "verified"];

/** Decisions about suppliers that came into force by the end of a day. */
const inForceBy = (all: readonly SignedSupplierDecision[], to: string) =>
  all.filter((one) => {
    const from = inForceFrom(one);
    return from !== null && dayOf(from) <= to;
  });

const earliest = (days: readonly string[]): string | null => days.toSorted()[0] ?? null;

const dayOfDecision = ({ confirmedAt, proposedAt }: SignedSupplierDecision): Date => confirmedAt ?? proposedAt;

/**
 * Open findings recorded in the period and not taken back, with what was known and done by its end. Those told in confidence
 * stand in tables that are not read here. @param standing the follow-up at the end of the period.
 * @param list which calls the suppliers by name; left out: the one that is shown.
 */
export async function alertsOf(
  db: Database,
  scope: Scope,
  period: Period,
  standing: Standing,
  list?: ToldList,
): Promise<Alert[]> {
  const found = standing.findings.filter(({ recordedAt }) => within(period, dayOf(recordedAt)));
  if (found.length === 0) return [];
  const numbers = found.map(({ supplierNo }) => supplierNo);
  const ids = found.map(({ id }) => id);
  const end = endOfDay(period.to);
  const [steps, merges, names] = await Promise.all([
    stepsOfFindings(db, scope, ids),
    mergesAt(db, scope, end),
    supplierNames(db, scope, numbers, list),
  ]);
  const into = standingFor(merges);
  const became = (no: number) => into.get(no) ?? no;
  const stepsOf = groupBy(stepsThen(steps, end), ({ findingId }) => findingId);
  const decisionsOf = groupBy(inForceBy(standing.decisions, period.to), ({ supplierNo }) => became(supplierNo));
  const actionsOf = groupBy(standing.actions, ({ findingId }) => findingId);
  const begunOf = groupBy(
    standing.steps.filter(
      ({ kind, result, on }) => kind === "state" && BEGUN.includes(result ?? "") && on <= period.to,
    ),
    ({ actionId }) => actionId,
  );
  return found.map((finding): Alert => {
    const after = (decisionsOf.get(became(finding.supplierNo)) ?? [])
      .filter((one) => dayOfDecision(one) >= finding.recordedAt)
      .toSorted((a, b) => dayOfDecision(a).getTime() - dayOfDecision(b).getTime());
    const [first] = after;
    const begun = (actionsOf.get(finding.id) ?? []).flatMap(({ id }) => begunOf.get(id) ?? []);
    return {
      findingId: finding.id,
      accessClass: finding.accessClass,
      supplierNo: finding.supplierNo,
      supplier: names.get(finding.supplierNo) ?? "",
      knownOn: finding.foundOn,
      recordedOn: dayOf(finding.recordedAt),
      ...assessment(finding, stepsOf.get(finding.id) ?? [], period.to),
      decidedOn: first ? dayOf(dayOfDecision(first)) : null,
      decision: after.at(-1)?.decision ?? null,
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
    .map(({ decidedOn, supplierName, supplierNo, harm }) => ({
      on: decidedOn,
      supplier: supplierName,
      supplierNo,
      contractId: null,
      assessed: harm !== "",
    }));

/** Groups of the ledger and how the buyer is involved, as they stood at the end of the period. Pure. */
export function repaymentsOf({ groups, actions }: Standing, to: string): Owed[] {
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
