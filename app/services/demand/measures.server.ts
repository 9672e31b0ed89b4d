import type { Database, Scope } from "../../../db/database";
import { supplierDecisions } from "../../../db/queries/remedy";
import * as count from "../../demand/count";
import * as followUp from "../../demand/count-follow-up";
import type { Alert } from "../../demand/count-follow-up";
import type { Measures } from "../../demand/measures";
import { can } from "../../lib/permissions";
import { buyingRecord } from "./buying.server";
import { biddersAtAward, contractsAndChecks, runningContracts, terminations } from "./contract-facts.server";
import { alertsOf, exitsOf, repaymentsOf } from "./follow-up-facts.server";

/** May this reader know what was found, decided and repaid? */
export const readsFollowUp = ({ role }: Pick<Scope, "role">): boolean =>
  can(role, "finding:read") && can(role, "action:read") && can(role, "repayment:read");

/** The alerts of a period; null: not for this reader. */
export const alertsFor = async (db: Database, scope: Scope, period: count.Period): Promise<Alert[] | null> =>
  readsFollowUp(scope) ? alertsOf(db, scope, period) : null;

/** Every measure of a period; null: not for this reader. @param known its alerts, where they were read already. */
export async function demandMeasures(
  db: Database,
  scope: Scope,
  period: count.Period,
  known?: readonly Alert[] | null,
): Promise<Measures> {
  const reads = readsFollowUp(scope);
  const [{ buying }, contracts, alerts, decided, repayments] = await Promise.all([
    buyingRecord(db, scope),
    contractsAndChecks(db, scope),
    known === undefined ? alertsFor(db, scope, period) : known,
    reads ? supplierDecisions(db, scope) : null,
    reads ? repaymentsOf(db, scope, period.to) : null,
  ]);
  const running = runningContracts(contracts, buying, period);
  return {
    labourFloor: count.labourFloor(running),
    employerPays: count.employerPays(running),
    payments: count.payments(buying.payments, period),
    leadTime: count.leadTime(buying.orders, period),
    lateChanges: count.lateChanges(buying.orders, period),
    depth: count.depth(running),
    alerts: alerts && followUp.alerts(alerts, period),
    ownRepayment: repayments && followUp.ownRepayment(repayments),
    exits: decided && followUp.exits([...exitsOf(decided, period.to), ...terminations(contracts)], period),
    training: count.training(buying.trainings, period),
    bidders: followUp.bidders(biddersAtAward(contracts), period),
  };
}
