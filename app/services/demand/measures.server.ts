import type { Database, Scope } from "../../../db/database";
import { mergesAt, standingFor } from "../../../db/queries/merges";
import * as count from "../../demand/count";
import * as followUp from "../../demand/count-follow-up";
import type { Alert } from "../../demand/count-follow-up";
import type { Measures } from "../../demand/measures";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import type { Standing } from "../reports/fill/standing.server";
import type { ToldList } from "../reports/told-list.server";
import { buyingRecord } from "./buying.server";
import { biddersAtAward, contractsAndChecks, runningContracts, terminations } from "./contract-facts.server";
import { alertsOf, exitsOf, repaymentsOf } from "./follow-up-facts.server";

/** May this reader know what was found, decided and repaid? */
export const readsFollowUp = ({ role }: Pick<Scope, "role">): boolean =>
  can(role, "finding:read") && can(role, "action:read") && can(role, "repayment:read");

/** The alerts of a period; null: not for this reader. @param standing the follow-up at its end. @param list as `alertsOf` has it. */
export const alertsFor = async (
  db: Database,
  scope: Scope,
  period: count.Period,
  standing: Standing,
  list?: ToldList,
): Promise<Alert[] | null> => (readsFollowUp(scope) ? alertsOf(db, scope, period, standing, list) : null);

/**
 * Every measure of a period; null: not for this reader, or made of a follow-up that was not given.
 * @param standing the follow-up at the end of the period. @param known its alerts, where they were read already.
 * @param until what was told, noted or filed later is not known; left out: all is.
 */
export async function demandMeasures(
  db: Database,
  scope: Scope,
  period: count.Period,
  standing: Standing | null,
  { known = null, until = null }: { readonly known?: readonly Alert[] | null; readonly until?: Date | null } = {},
): Promise<Measures> {
  const read = standing !== null && readsFollowUp(scope) ? standing : null;
  const [{ buying }, contracts, merges, alerts] = await Promise.all([
    buyingRecord(db, scope, until),
    contractsAndChecks(db, scope, until),
    mergesAt(db, scope, endOfDay(period.to)),
    read === null ? null : (known ?? alertsOf(db, scope, period, read)),
  ]);
  const into = standingFor(merges);
  const left = read && [...exitsOf(read.decisions, period.to), ...terminations(contracts)].map((exit) => ({ ...exit, supplierNo: exit.supplierNo === null ? null : (into.get(exit.supplierNo) ?? exit.supplierNo) })); // prettier-ignore
  const running = runningContracts(contracts, buying, period);
  return {
    labourFloor: count.labourFloor(running),
    employerPays: count.employerPays(running),
    payments: count.payments(buying.payments, period),
    leadTime: count.leadTime(buying.orders, period),
    lateChanges: count.lateChanges(buying.orders, period),
    depth: count.depth(running),
    alerts: alerts && followUp.alerts(alerts, period),
    ownRepayment: read && followUp.ownRepayment(repaymentsOf(read, period.to)),
    exits: left && followUp.exits(left, period),
    training: count.training(buying.trainings, period),
    bidders: followUp.bidders(biddersAtAward(contracts), period),
  };
}
