/** Substantiated, rejected, opened again, closed by its authority: proposed by one member, in force once another agrees. */
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import type { SignedFindingStep } from "../../../db/queries/findings";
import type { FindingStatus } from "../../../db/schema/findings";
import { isAloneWith } from "../accounts/alone.server";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { settledAs } from "../../recruitment/protected-findings";
import { signsAmong } from "../../recruitment/settled-signs";
import { againWhenOvertaken } from "../readings/again-when-overtaken.server";
import { dayOf } from "../scoring/assessor.server";
import { stepsFor } from "./finding-page.server";
import { floorOfFinding, type FloorChange, type FloorMove } from "./finding-floor.server";
import { dayUntil, neededText } from "./finding-texts";
import {
  commitFinding,
  findingChanged,
  insertStep,
  markStep,
  moveFinding,
  mustBeAsSeen,
  stepRow,
  supplierIdOf,
} from "./finding-writes.server";
import { findingFor, type HeldFinding } from "./findings-view.server";
import { replyState, wasHeard } from "./reply-state";

/**
 * `closed`: the authority has closed its case, so that the floor of the score ends; of a protected finding, the remedy was
 * verified, so that it leaves the internal assessment. The finding stays substantiated.
 */
export const SETTLEMENTS = ["substantiated", "rejected", "under-review", "closed"] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What may be settled about a finding as it stands. @param steps of it, the oldest first. */
export function settlementsFor(held: HeldFinding, steps: readonly SignedFindingStep[]): readonly Settlement[] {
  const { status } = held.finding;
  if (status === "rejected") return ["under-review"];
  if (status !== "substantiated") return ["substantiated", "rejected"];
  const acts = held.isProtected ? !settledAs(steps).isRemedied : held.finding.floorFindingId !== null;
  return acts ? ["closed", "under-review"] : ["under-review"];
}

/** Members who may settle this finding: with one of them there is nobody to confirm. */
export const settlesAlone = (db: Database, scope: Scope, isProtected: boolean): Promise<boolean> =>
  isAloneWith(db, scope, "finding:settle", ...(isProtected ? (["protected:read"] as const) : []));

const floorMove = (to: Settlement): FloorMove =>
  to === "substantiated" ? "stands" : to === "closed" ? "lifted" : "undone";

const NO_FLOOR: FloorChange = { writes: () => [], scores: false };

/** What the settlement does to the supplier's floor; nothing for a protected finding, which no score outside knows of. */
const floorFor = (db: Database, scope: Scope, held: HeldFinding, supplierId: string, to: Settlement, now: Date) =>
  held.isProtected ? NO_FLOOR : floorOfFinding(db, scope, held.finding, supplierId, floorMove(to), now);

const statusAfter = (held: HeldFinding, to: Settlement): FindingStatus => (to === "closed" ? held.finding.status : to);

const floorSet = ({ floorFindingId }: FloorChange) => (floorFindingId === undefined ? {} : { floorFindingId });

export interface SeenFinding {
  readonly findingId: string;
  /** Of the finding as the person saw it. */
  readonly version: number;
}

export interface ProposedSettlement extends SeenFinding {
  readonly to: Settlement;
  readonly reason: string;
  readonly on: string;
  /** Ids of signs of the ICLS guidelines that the evidence shows: of a protected finding that is substantiated. */
  readonly signs?: readonly string[];
}

/**
 * Proposes a settlement. It counts when a second member confirms it; at once, and printed as such, where the workspace has
 * nobody else who may.
 * @throws Problem `finding.not-found` (404), `finding.settle-role` (403), `finding.taken-back`, `finding.changed` or
 *   `finding.waits` (409), `finding.unfit` (422), `finding.unheard` (422) when the supplier was not heard, `finding.text`,
 *   `finding.person` or `finding.day` (422).
 */
export function proposeSettlement(db: Database, scope: Scope, made: ProposedSettlement, now: Date): Promise<void> {
  return againWhenOvertaken(db, scope, () => propose(db, scope, made, now));
}

async function propose(db: Database, scope: Scope, made: ProposedSettlement, now: Date): Promise<void> {
  const held = await findingFor(db, scope, made.findingId);
  if (!can(scope.role, "finding:settle"))
    throw new Problem("finding.settle-role", "Your role does not settle findings.", {}, 403);
  mustBeAsSeen(held, made.version);
  if (held.finding.waitingStepId !== null)
    throw new Problem("finding.waits", "A settlement of this finding waits for a second member already.", {}, 409);
  const steps = await stepsFor(db, scope, held);
  if (!settlementsFor(held, steps).includes(made.to))
    throw new Problem("finding.unfit", "This cannot be settled about the finding as it stands.", {}, 422);
  const today = dayOf(now);
  if (made.to === "substantiated" && !wasHeard(replyState(held, steps, today)))
    throw new Problem(
      "finding.unheard",
      "The supplier has a right to reply first. Ask it, and wait for the answer or for the day by which it could answer.",
      {},
      422,
    );
  const alone = await settlesAlone(db, scope, held.isProtected);
  const row = stepRow(
    scope,
    held,
    {
      kind: made.to === "closed" ? "closed" : "status",
      status: made.to === "closed" ? null : made.to,
      text: neededText(made.reason),
      validOn: dayUntil(made.on, today),
      ...(held.isProtected && made.to === "substantiated" && { signs: signsAmong(made.signs) }),
      ...(alone && { confirmedBy: scope.userId, confirmedAt: now }),
    },
    now,
  );
  const supplierId = await supplierIdOf(db, scope, held);
  const floor = alone ? await floorFor(db, scope, held, supplierId, made.to, now) : NO_FLOOR;
  const { recordedAt: _now, confirmedAt: _at, workspaceNo: _ours, ...step } = row;
  const open = event("finding.proposed", { findingId: made.findingId, supplierId, step, alone });
  await commitFinding(
    db,
    scope,
    now,
    held,
    { open, rows: step },
    (q) => [
      insertStep(db, q, held, row),
      moveFinding(
        db,
        q,
        held,
        alone ? { status: statusAfter(held, made.to) } : { waitingStepId: row.id },
        floorSet(floor),
      ),
      ...floor.writes(q),
    ],
    floor.scores,
  );
}

async function waitingOf(
  db: Database,
  scope: Scope,
  { findingId, version }: SeenFinding,
): Promise<{ readonly held: HeldFinding; readonly step: SignedFindingStep }> {
  const held = await findingFor(db, scope, findingId);
  if (!can(scope.role, "finding:settle"))
    throw new Problem("finding.settle-role", "Your role does not settle findings.", {}, 403);
  mustBeAsSeen(held, version);
  const step = (await stepsFor(db, scope, held)).find(({ id }) => id === held.finding.waitingStepId);
  if (!step) throw new Problem("finding.not-waiting", "Nothing about this finding waits for a second member.", {}, 409);
  return { held, step };
}

const settlementOf = ({ kind, status }: SignedFindingStep): Settlement => {
  const to = kind === "closed" ? "closed" : status;
  if (to === null || to === "alleged") throw findingChanged();
  return to;
};

/**
 * A second member agrees: the settlement counts from now on.
 * @throws Problem as `proposeSettlement`, `finding.not-waiting` (409), `finding.same-person` (403).
 */
export function confirmSettlement(db: Database, scope: Scope, seen: SeenFinding, now: Date): Promise<void> {
  return againWhenOvertaken(db, scope, () => agree(db, scope, seen, now));
}

async function agree(db: Database, scope: Scope, seen: SeenFinding, now: Date): Promise<void> {
  const { held, step } = await waitingOf(db, scope, seen);
  if (step.recordedBy === scope.userId)
    throw new Problem("finding.same-person", "Whoever proposed it cannot confirm it. Ask another member.", {}, 403);
  const to = settlementOf(step);
  const supplierId = await supplierIdOf(db, scope, held);
  const floor = await floorFor(db, scope, held, supplierId, to, now);
  const contents = { findingId: seen.findingId, supplierId, stepId: step.id };
  await commitFinding(
    db,
    scope,
    now,
    held,
    { open: event("finding.confirmed", contents), rows: { confirmed: step.id, by: scope.userId } },
    (q) => [
      markStep(db, q, held, step.id, { confirmedBy: scope.userId, confirmedAt: now }),
      moveFinding(db, q, held, { status: statusAfter(held, to), waitingStepId: null }, floorSet(floor)),
      ...floor.writes(q),
    ],
    floor.scores,
  );
}

/** A second member disagrees, or whoever proposed it takes it back. @throws Problem as `confirmSettlement`. */
export async function refuseSettlement(
  db: Database,
  scope: Scope,
  { reason: given, ...seen }: SeenFinding & { readonly reason: string },
  now: Date,
): Promise<void> {
  const { held, step } = await waitingOf(db, scope, seen);
  const reason = neededText(given);
  const supplierId = await supplierIdOf(db, scope, held);
  const contents = { findingId: seen.findingId, supplierId, stepId: step.id, reason };
  await commitFinding(
    db,
    scope,
    now,
    held,
    { open: event("finding.refused", contents), rows: { refused: step.id, reason } },
    (q) => [
      markStep(db, q, held, step.id, { undoneBy: scope.userId, undoneAt: now, undoneReason: reason }),
      moveFinding(db, q, held, { waitingStepId: null }),
    ],
  );
}
