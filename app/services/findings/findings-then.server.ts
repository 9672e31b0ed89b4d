/** Findings as they were known at the end of a day: the words of a record never change, and every step has its times. */
import type { Database, Scope } from "../../../db/database";
import { stepsOfFindings, type SignedFindingStep } from "../../../db/queries/findings";
import { stepsOfProtectedFindings } from "../../../db/queries/protected-findings";
import { eventsUntil } from "../../../db/queries/trail";
import { ACCESS_CLASSES, type AccessClass } from "../../../db/schema/findings";
import { endOfDay } from "../../lib/as-known-on";
import { parseContents } from "../trail/trail-view.server";
import { stepsFor } from "./finding-page.server";
import { findingFor, findingNotFound, workspaceFindings, type HeldFinding } from "./findings-view.server";

const NOT_CONFIRMED = { confirmedBy: null, confirmedAt: null, confirmedByName: null };
const NOT_UNDONE = { undoneBy: null, undoneAt: null, undoneReason: null };

/** The steps recorded by then; what was confirmed or refused later still waits. Pure. */
export const stepsThen = (steps: readonly SignedFindingStep[], end: Date): SignedFindingStep[] =>
  steps
    .filter(({ recordedAt }) => recordedAt <= end)
    .map((step) => ({
      ...step,
      ...(step.confirmedAt !== null && step.confirmedAt > end && NOT_CONFIRMED),
      ...(step.undoneAt !== null && step.undoneAt > end && { ...NOT_UNDONE, undoneByName: null }),
    }));

/**
 * A finding with its status as of an instant; null: it was not recorded yet. What only an open one has (class, floor) is as today.
 * Pure. @param steps all of the finding, as they stand now.
 */
export function findingThen<H extends HeldFinding>(held: H, steps: readonly SignedFindingStep[], end: Date): H | null {
  const { finding } = held;
  if (finding.recordedAt > end) return null;
  // A step that counted at once was neither confirmed nor refused, and does not wait.
  const isProposal = ({ id, confirmedAt, undoneAt }: SignedFindingStep) =>
    confirmedAt !== null || undoneAt !== null || id === finding.waitingStepId;
  const moves = steps
    .filter(({ kind, undoneAt }) => kind === "status" && undoneAt === null)
    .map((step) => ({ status: step.status, at: isProposal(step) ? step.confirmedAt : step.recordedAt }))
    .filter((move): move is { status: typeof move.status; at: Date } => move.at !== null && move.at <= end)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const waits = steps.find(
    (step) =>
      isProposal(step) &&
      step.recordedAt <= end &&
      (step.confirmedAt === null || step.confirmedAt > end) &&
      (step.undoneAt === null || step.undoneAt > end),
  );
  return {
    ...held,
    finding: {
      ...finding,
      status: moves.at(-1)?.status ?? "alleged",
      waitingStepId: waits?.id ?? null,
      ...(finding.undoneAt !== null && finding.undoneAt > end && NOT_UNDONE),
    },
  };
}

/** The findings that this reader may know of, as known at the end of a day, the newest first. */
export async function workspaceFindingsThen(db: Database, scope: Scope, day: string): Promise<HeldFinding[]> {
  const held = await workspaceFindings(db, scope);
  const idsOf = (isProtected: boolean) =>
    held.filter((one) => one.isProtected === isProtected).map(({ finding }) => finding.id);
  const [open, kept] = await Promise.all([
    stepsOfFindings(db, scope, idsOf(false)),
    stepsOfProtectedFindings(db, scope, idsOf(true)),
  ]);
  return held.flatMap((one) => {
    const steps = (one.isProtected ? kept : open).filter(({ findingId }) => findingId === one.finding.id);
    return findingThen(one, steps, endOfDay(day)) ?? [];
  });
}

/** The class an open finding was recorded with, as the chain says it; null where the event's contents were erased. */
async function firstClass(db: Database, scope: Scope, id: string, recordedAt: Date): Promise<AccessClass | null> {
  const events = await eventsUntil(db, scope, ["finding.recorded", "protected-finding.released"], recordedAt);
  for (const { contents } of events.toReversed()) {
    const said = parseContents(contents) as { findingId?: unknown; finding?: { accessClass?: unknown } } | null;
    if (said?.findingId === id) return ACCESS_CLASSES.find((one) => one === said.finding?.accessClass) ?? null;
  }
  return null;
}

/** A finding as known at the end of a day, with its steps and, of an open one, its class. @throws Problem `finding.not-found` (404). */
export async function findingForThen(
  db: Database,
  scope: Scope,
  id: string,
  day: string,
): Promise<{
  readonly held: HeldFinding;
  readonly steps: SignedFindingStep[];
  readonly accessClass: AccessClass | null;
}> {
  const end = endOfDay(day);
  const now = await findingFor(db, scope, id);
  const all = await stepsFor(db, scope, now);
  const held = findingThen(now, all, end);
  if (!held) throw findingNotFound();
  const steps = stepsThen(all, end);
  if (held.isProtected) return { held, steps, accessClass: null };
  const isClass = ({ kind }: SignedFindingStep) => kind === "class";
  const given = steps.findLast(isClass)?.accessClass ?? null;
  const first = () => firstClass(db, scope, id, held.finding.recordedAt);
  const accessClass = given ?? (all.some(isClass) ? await first() : held.finding.accessClass);
  return { held, steps, accessClass };
}
