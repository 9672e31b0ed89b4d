import type { Database, Scope } from "../../../db/database";
import type { IsoDate } from "../../../risk-models/types";
import { Problem } from "../../lib/problem";
import { sourceOfCost, type OwnCorridor } from "../../recruitment/corridors";
import { recordReadings, type NewAnswer } from "../readings/record-readings.server";
import { recruitmentView } from "../readings/recruitment-view.server";
import { dayOf } from "../scoring/assessor.server";
import { findOwnRow } from "./find-own-row.server";

/** A row as the answers it becomes when a supplier is measured against it from a day on. Pure. */
export function answersOfCorridor(row: OwnCorridor, validFrom: IsoDate): NewAnswer[] {
  const common = { proof: "statement", validFrom } as const;
  return [
    { ...common, what: "corridorCostPerWorkerUsd", value: row.usd, money: row.money },
    { ...common, what: "corridorCostSource", value: sourceOfCost(row), money: null },
  ];
}

/**
 * Measures a supplier against a row of the workspace: the cost and its source become answers of the supplier, so that its
 * result is computed from what is stored of it alone, and stays when the row is withdrawn.
 * @returns the id under which it can be taken back. @throws Problem `own-row.not-found` (404), `own-row.withdrawn` (409),
 *   `own-row.not-total` (422) for what workers paid, `own-row.other-corridor` (422) when the supplier does not hire by this
 *   corridor, `own-row.stated` (409) when a cost is recorded already; and as `recordReadings`.
 */
export async function useOwnCorridor(
  db: Database,
  scope: Scope,
  { supplierId, rowId }: { readonly supplierId: string; readonly rowId: string },
  now: Date,
): Promise<string> {
  const { outside } = await recruitmentView(db, scope, supplierId);
  const { table, row } = await findOwnRow(db, scope, rowId);
  if (row.withdrawnAt !== null) throw new Problem("own-row.withdrawn", "This row was withdrawn already.", {}, 409);
  if (table !== "own_corridors" || row.kind !== "total")
    throw new Problem("own-row.not-total", "Only the whole cost of recruitment can be measured against.", {}, 422);
  const { recruitedFrom, corridorCostPerWorkerUsd } = outside.facts.recruitment;
  if (!recruitedFrom?.includes(row.origin) || outside.assessment.countryUsed.country !== row.destination)
    throw new Problem("own-row.other-corridor", "This supplier does not hire by this corridor.", {}, 422);
  if (corridorCostPerWorkerUsd !== undefined)
    throw new Problem("own-row.stated", "A cost is recorded for this supplier already.", {}, 409);
  const answers = answersOfCorridor(row, dayOf(now));
  const given = { supplierId, answers, source: sourceOfCost(row), protectedSource: null, ownCorridor: row.id };
  return recordReadings(db, scope, given, now);
}
