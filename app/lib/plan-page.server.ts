import type { CommitmentRow } from "../components/plan-steps";
import type { EntryView } from "../components/plan-entry";
import { severityTellsApart } from "../plan/order";
import { NEXT_STEPS, STEPS, type StepId } from "../plan/next-steps";
import type { PlanView } from "../services/plan/plan-view.server";
import { reference } from "./reference.server";

/** The next steps that suppliers of the plan need, in the order of the catalogue. */
export function stepsOf(entries: PlanView["entries"]): StepId[] {
  const used = new Set(entries.map(({ nextStep }) => nextStep.step));
  return STEPS.filter((step) => used.has(step));
}

/** Did severity put some of a plan's suppliers before others? Only where it tells those who have a score apart. */
export const bySeverity = ({ entries, summary }: Pick<PlanView, "entries" | "summary">): boolean =>
  severityTellsApart([
    ...entries.flatMap(({ standing: { severity, score } }) => (score === null ? [] : [severity])),
    ...summary.waiting.map(({ severity }) => severity),
  ]);

/** The rows of the commitments table that back these steps, as far as a page prints them. */
export function commitmentRows(steps: readonly StepId[]): CommitmentRow[] {
  const rows = new Map(
    reference()
      .table("commitments")
      .map((row) => [row.id, row]),
  );
  const ids = [...new Set(steps.flatMap((step) => NEXT_STEPS[step].commitments))];
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const { instrumentShort: short, instrument, article, binds, appliesFrom, confidence, sourceUrl: url } = row;
    return [{ id, short, instrument, article, binds, appliesFrom, confidence, url }];
  });
}

/** Entries without what no page prints. */
export const entryViews = (entries: PlanView["entries"]): EntryView[] =>
  entries.map(
    ({
      supplierId,
      name,
      part,
      position,
      standing,
      reasons,
      nextStep,
      actionKind,
      movedFrom,
      movedReason,
      outcome,
      outcomeOn,
      outcomeNote,
      dueOn,
      addedAt,
      addedReason,
    }) => ({
      supplierId,
      name,
      part,
      position,
      standing,
      reasons,
      nextStep,
      actionKind,
      movedFrom,
      movedReason,
      outcome,
      outcomeOn,
      outcomeNote,
      dueOn,
      addedAt,
      addedReason,
    }),
  );
