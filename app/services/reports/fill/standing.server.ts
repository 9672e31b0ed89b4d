/** The follow-up as it stood at the end of a period: read once for a report, and counted from there. */
import type { Database, Scope } from "../../../../db/database";
import { listFindings, stepsOfFindings, type StoredOpenFinding } from "../../../../db/queries/findings";
import { actionSteps, type SignedAction, type SignedStep, type SignedSupplierDecision } from "../../../../db/queries/remedy"; // prettier-ignore
import { groupBy } from "../../../lib/group-by";
import { endOfDay } from "../../../lib/as-known-on";
import type { ReportSettings } from "../../../reports/settings";
import { findingThen } from "../../findings/findings-then.server";
import { actionLinesThen, decisionLinesThen, repaymentLinesThen } from "../../remedy/follow-up-then.server";
import { actionLines, decisionLines, repaymentLines } from "../../remedy/follow-up-view.server";
import type { CountedGroup } from "../../remedy/ledgers.server";
import { dayOf } from "../../scoring/assessor.server";

export type Period = Pick<ReportSettings, "from" | "to">;
/** With who may read what is made of it. */
export type Told = Period & Pick<ReportSettings, "class">;

/** More findings than a workspace has: what is beyond would have to be counted by the database. */
export const MOST_FINDINGS = 100_000;

export interface Standing {
  /** Open ones that were recorded and not taken back; protected ones are in other tables, which nothing here reads. */
  readonly findings: readonly StoredOpenFinding[];
  readonly actions: readonly SignedAction[];
  /** What was noted under actions. */
  readonly steps: readonly SignedStep[];
  readonly groups: readonly CountedGroup[];
  readonly decisions: readonly SignedSupplierDecision[];
  /** How many stood then that cannot be told exactly: they are among none of the above. */
  readonly untold: { readonly actions: number; readonly groups: number; readonly decisions: number };
}

/** The last instant a report of a period tells of: its end, or now while it runs. */
export const endOfPeriod = ({ to }: Period, now: Date): Date => (to < dayOf(now) ? endOfDay(to) : now);

/** While the period runs, what stands now; after it, what was known at the end of its last day, as pages of a past day have it. */
export async function standingAtEnd(db: Database, scope: Scope, { to }: Period, now: Date): Promise<Standing> {
  const isPast = to < dayOf(now);
  const [findings, rest] = await Promise.all([
    isPast ? findingsThen(db, scope, to) : listFindings(db, scope, { limit: MOST_FINDINGS }),
    isPast ? followUpThen(db, scope, to) : followUpNow(db, scope, to),
  ]);
  return { findings: findings.filter(({ undoneAt }) => undoneAt === null), ...rest };
}

/** Of a standing what is about some suppliers, by all numbers they had; null: about all. Pure. */
export function about(standing: Standing, numbers: readonly number[] | null): Standing {
  if (numbers === null) return standing;
  const wanted = new Set(numbers);
  const of = <T extends { readonly supplierNo: number }>(all: readonly T[]): T[] =>
    all.filter(({ supplierNo }) => wanted.has(supplierNo));
  const actions = of(standing.actions);
  const ids = new Set(actions.map(({ id }) => id));
  return {
    ...standing,
    findings: of(standing.findings),
    actions,
    steps: standing.steps.filter(({ actionId }) => ids.has(actionId)),
    groups: standing.groups.filter(({ group }) => wanted.has(group.supplierNo)),
    decisions: of(standing.decisions),
  };
}

async function followUpNow(db: Database, scope: Scope, today: string): Promise<Omit<Standing, "findings">> {
  const [actions, steps, groups, decisions] = await Promise.all([
    actionLines(db, scope, today),
    actionSteps(db, scope),
    repaymentLines(db, scope, today),
    decisionLines(db, scope),
  ]);
  const untold = { actions: 0, groups: 0, decisions: 0 };
  return { actions: actions.map(({ action }) => action), steps, groups, decisions, untold };
}

async function followUpThen(db: Database, scope: Scope, day: string): Promise<Omit<Standing, "findings">> {
  const [actions, groups, decisions] = await Promise.all([
    actionLinesThen(db, scope, day),
    repaymentLinesThen(db, scope, day),
    decisionLinesThen(db, scope, day),
  ]);
  return {
    actions: actions.lines.map(({ action }) => action),
    steps: actions.steps,
    groups: groups.lines,
    decisions: decisions.lines,
    untold: { actions: actions.untold, groups: groups.untold, decisions: decisions.untold },
  };
}

async function findingsThen(db: Database, scope: Scope, day: string): Promise<StoredOpenFinding[]> {
  const all = await listFindings(db, scope, { limit: MOST_FINDINGS });
  const steps = groupBy(
    await stepsOfFindings(
      db,
      scope,
      all.map(({ id }) => id),
    ),
    ({ findingId }) => findingId,
  );
  return all.flatMap((finding) => {
    const then = findingThen({ isProtected: false as const, finding }, steps.get(finding.id) ?? [], endOfDay(day));
    return then ? [then.finding] : [];
  });
}
