/** What a workspace worked with at the end of a day: lists, own rows, weights, and what it could hand over; what this reader may see. */
import type { Database, Scope } from "../../../db/database";
import { judgementsInForce } from "../../../db/queries/judgements";
import { derivedModelsOf } from "../../../db/queries/models";
import { packsUntil } from "../../../db/queries/packs";
import { editionsOf } from "../../../db/queries/screening";
import type { IsoDate } from "../../../risk-models/types";
import { asKnownOn, endOfDay } from "../../lib/as-known-on";
import type { Buying } from "../../demand/entries";
import { can } from "../../lib/permissions";
import { inForceRows } from "../../recruitment/corridors";
import { commitmentsThen } from "../commitments/commitments-then.server";
import { ownRowsThen } from "../corridors/own-rows-then.server";
import { buyingRecord } from "../demand/buying.server";
import { countDisclosedThen } from "../disclosure/disclosed-records.server";

/** Null: not for this reader. */
export interface ToolsThen {
  /** Editions of lists loaded and not withdrawn. */
  readonly editions: number | null;
  /** Own rows of corridors and fee rules in force. */
  readonly ownRows: number | null;
  /** Weights of the workspace's own that a second person had agreed to. */
  readonly weights: number | null;
  /** Whether who buys had been stated; `erased`: nothing tells any more what. */
  readonly buyer: "none" | "stated" | "erased" | null;
  /** Findings, their steps and documents that could have been asked for, whatever their class. */
  readonly records: number | null;
  /** What had been told of own ways of buying, by contract, ledger, orders and training, and not taken back. */
  readonly buying: number | null;
  /** Judgements of rows of the commitments table in force. */
  readonly judgements: number | null;
  readonly packs: number | null;
}

const standingOf = ({ contracts, floors, orders, payments, trainings }: Buying): number =>
  contracts.size + floors.size + orders.length + payments.length + trainings.length;

/** @param day `YYYY-MM-DD` of UTC. */
export async function toolsThen(db: Database, scope: Scope, day: IsoDate): Promise<ToolsThen> {
  const end = endOfDay(day);
  const reads = can(scope.role, "supplier:read");
  const discloses = can(scope.role, "disclosure:export");
  const [editions, own, derived, commitments, records, packs, told, judged] = await Promise.all([
    reads ? editionsOf(db, scope) : null,
    reads ? ownRowsThen(db, scope, day) : null,
    reads ? derivedModelsOf(db, scope) : null,
    can(scope.role, "commitment:read") ? commitmentsThen(db, scope, day) : null,
    discloses ? countDisclosedThen(db, scope, day) : null,
    discloses ? packsUntil(db, scope, end) : null,
    can(scope.role, "contract:read") ? buyingRecord(db, scope, end) : null,
    can(scope.role, "commitment:read") ? judgementsInForce(db, scope, end) : null,
  ]);
  const loaded = editions && asKnownOn(editions, day, ({ loadedAt, withdrawnAt }) => ({ recordedAt: loadedAt, takenBackAt: withdrawnAt })); // prettier-ignore
  const agreed = derived?.filter(
    ({ approvedAt, withdrawnAt }) =>
      approvedAt !== null && approvedAt <= end && (withdrawnAt === null || withdrawnAt > end),
  );
  return {
    editions: loaded && loaded.length,
    ownRows: own && inForceRows(own.corridors).length + inForceRows(own.rules).length,
    weights: agreed?.length ?? null,
    buyer: commitments && (commitments.isErased ? "erased" : commitments.buyer ? "stated" : "none"),
    records,
    packs,
    buying: told && standingOf(told.buying),
    judgements: judged && judged.length,
  };
}
