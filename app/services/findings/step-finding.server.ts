/** What counts at once: a review begins, the supplier is asked and answers, another class; and the taking back of a mistake. */
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { holdsOfSupplier } from "../../../db/queries/holds";
import { ACCESS_CLASSES, type AccessClass } from "../../../db/schema/findings";
import { mayWriteTo } from "../../lib/may-write-to";
import { can } from "../../lib/permissions";
import { isDay } from "../../screening/age";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { dayUntil, neededText } from "./finding-texts";
import {
  commitFinding,
  insertStep,
  moveFinding,
  mustBeAsSeen,
  stepRow,
  supplierIdOf,
  type NewStep,
} from "./finding-writes.server";
import { findingFor, type HeldFinding } from "./findings-view.server";
import type { SeenFinding } from "./settle-finding.server";

/** A change that counts at once; days are `YYYY-MM-DD`. */
export type FindingChange =
  | { readonly kind: "review"; readonly to: "alleged" | "under-review"; readonly reason: string; readonly on: string }
  | { readonly kind: "ask"; readonly text: string; readonly on: string; readonly answerBy: string }
  | { readonly kind: "do-not-ask"; readonly reason: string; readonly on: string }
  | { readonly kind: "reply"; readonly text: string; readonly on: string }
  | { readonly kind: "class"; readonly to: AccessClass; readonly reason: string };

export const cannotBeAsked = () =>
  new Problem(
    "finding.cannot-be-asked",
    "The supplier is not asked about this: the question would show who spoke.",
    {},
    422,
  );

/** @throws Problem `hold.stands` (409) while nobody may write to the supplier. */
export async function mustMayWrite(db: Database, scope: Scope, supplierNo: number): Promise<void> {
  if (!mayWriteTo(await holdsOfSupplier(db, scope, supplierNo)))
    throw new Problem(
      "hold.stands",
      "Somebody may be in danger: do not write to this supplier now. Nothing was saved.",
      {},
      409,
    );
}

async function stepOf(
  db: Database,
  scope: Scope,
  held: HeldFinding,
  change: FindingChange,
  now: Date,
): Promise<NewStep> {
  const today = dayOf(now);
  const { finding, isProtected } = held;
  const unfit = () => new Problem("finding.unfit", "This cannot be settled about the finding as it stands.", {}, 422);
  switch (change.kind) {
    case "review": {
      const from = change.to === "alleged" ? "under-review" : "alleged";
      if (finding.status !== from || finding.waitingStepId !== null) throw unfit();
      return {
        kind: "status",
        status: change.to,
        text: neededText(change.reason),
        validOn: dayUntil(change.on, today),
      };
    }
    case "ask": {
      if (isProtected || finding.source === "told-in-confidence") throw cannotBeAsked();
      await mustMayWrite(db, scope, finding.supplierNo);
      const validOn = dayUntil(change.on, today);
      if (!isDay(change.answerBy) || change.answerBy <= validOn)
        throw new Problem(
          "finding.answer-by",
          "The day by which the supplier may answer has to come after the day on which it was asked.",
          {},
          422,
        );
      return { kind: "reply-asked", text: neededText(change.text), validOn, answerBy: change.answerBy };
    }
    case "do-not-ask": {
      if (isProtected) throw cannotBeAsked();
      if (mayWriteTo(await holdsOfSupplier(db, scope, finding.supplierNo)))
        throw new Problem(
          "finding.may-be-asked",
          "The supplier may be written to, so it has a right to be asked. Where asking could put somebody in danger, say so first under “Someone may be in danger”.",
          {},
          422,
        );
      return { kind: "reply-not-asked", text: neededText(change.reason), validOn: dayUntil(change.on, today) };
    }
    case "reply": {
      if (isProtected) throw cannotBeAsked();
      return { kind: "reply", text: neededText(change.text), validOn: dayUntil(change.on, today) };
    }
    case "class": {
      if (held.isProtected || !ACCESS_CLASSES.includes(change.to) || held.finding.accessClass === change.to)
        throw unfit();
      return { kind: "class", accessClass: change.to, text: neededText(change.reason), validOn: today };
    }
  }
}

const mayChange = (scope: Scope, isProtected: boolean) =>
  can(scope.role, isProtected ? "protected:read" : "finding:write");

/**
 * Records what happened with a finding.
 * @throws Problem `finding.not-found` (404), `finding.role` (403), `finding.taken-back` or `finding.changed` (409),
 *   `hold.stands` (409), `finding.cannot-be-asked`, `finding.may-be-asked`, `finding.answer-by`, `finding.unfit`,
 *   `finding.text`, `finding.person` or `finding.day` (422).
 */
export async function changeFinding(
  db: Database,
  scope: Scope,
  seen: SeenFinding,
  change: FindingChange,
  now: Date,
): Promise<void> {
  const held = await findingFor(db, scope, seen.findingId);
  if (!mayChange(scope, held.isProtected))
    throw new Problem("finding.role", "Your role does not record findings of this kind.", {}, 403);
  mustBeAsSeen(held, seen.version);
  const row = stepRow(scope, held, await stepOf(db, scope, held, change, now), now);
  const supplierId = await supplierIdOf(db, scope, held);
  const { recordedAt: _now, workspaceNo: _ours, confirmedAt: _at, ...step } = row;
  await commitFinding(
    db,
    scope,
    now,
    held,
    { open: event("finding.step", { findingId: seen.findingId, supplierId, step }), rows: step },
    (q) => [
      insertStep(db, q, held, row),
      moveFinding(
        db,
        q,
        held,
        row.kind === "status" && row.status ? { status: row.status } : {},
        row.kind === "class" && row.accessClass ? { accessClass: row.accessClass } : {},
      ),
    ],
  );
}

/**
 * Takes a finding back that should not have been recorded: it stays, marked with the reason. One that is settled is opened
 * again first, which asks a second member. @throws Problem as `changeFinding`, `finding.settled` (409).
 */
export async function takeBackFinding(
  db: Database,
  scope: Scope,
  { reason: given, ...seen }: SeenFinding & { readonly reason: string },
  now: Date,
): Promise<void> {
  const held = await findingFor(db, scope, seen.findingId);
  if (!mayChange(scope, held.isProtected))
    throw new Problem("finding.role", "Your role does not record findings of this kind.", {}, 403);
  mustBeAsSeen(held, seen.version);
  const { status, waitingStepId } = held.finding;
  if (status === "substantiated" || status === "rejected" || waitingStepId !== null)
    throw new Problem(
      "finding.settled",
      "It is settled, or a settlement waits. Open it again first, or refuse what waits; then it can be taken back.",
      {},
      409,
    );
  const reason = neededText(given);
  const supplierId = await supplierIdOf(db, scope, held);
  await commitFinding(
    db,
    scope,
    now,
    held,
    {
      open: event("finding.taken-back", { findingId: seen.findingId, supplierId, reason }),
      rows: { takenBack: held.finding.id, reason },
    },
    (q) => [moveFinding(db, q, held, { undoneBy: scope.userId, undoneAt: now, undoneReason: reason })],
  );
}
