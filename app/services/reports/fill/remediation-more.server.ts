/** What stands beside a finding, an action and a case group in the log: site, product and reply, re-checks, escalation, harm. */
import type { Database, Scope } from "../../../../db/database";
import { stepsOfFindings, type SignedFindingStep } from "../../../../db/queries/findings";
import type { SignedAction } from "../../../../db/queries/remedy";
import { groupBy } from "../../../lib/group-by";
import { isLeftOut } from "../../../lib/disclosure";
import { code, codes, day, known, text, type Cell } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import { stepsThen } from "../../findings/findings-then.server";
import { within } from "./follow-up-facts.server";
import type { Period, Standing, Told } from "./standing.server";
import { textCell } from "./stated-facts";

/** Steps of these findings as they were known at an instant, by the finding. */
export const stepsByFinding = async (
  db: Database,
  scope: Scope,
  findings: Standing["findings"],
  end: Date,
): Promise<ReadonlyMap<string, readonly SignedFindingStep[]>> =>
  groupBy(stepsThen(await stepsOfFindings(db, scope, findings.map(({ id }) => id)), end), ({ findingId }) => findingId); // prettier-ignore

/** Site, product, indicators and the supplier's last reply, finding by finding; a narrower class is left out. Pure. @param names by the supplier's number. */
export const replyRows = (
  findings: Standing["findings"],
  steps: ReadonlyMap<string, readonly SignedFindingStep[]>,
  names: ReadonlyMap<number, string>,
  { class: upTo }: Pick<Told, "class">,
): Cell[][] =>
  findings
    .filter((one) => !isLeftOut(one, upTo))
    .map((one): Cell[] => {
      const of = (steps.get(one.id) ?? []).filter(({ undoneAt }) => undoneAt === null);
      const reply = of.findLast(({ kind }) => kind === "reply");
      const asked = of.some(({ kind }) => kind === "reply-asked");
      return [
        known(names.get(one.supplierNo), text),
        day(one.foundOn),
        textCell(one.site),
        textCell(one.product),
        codes("indicator", one.indicators as readonly string[]),
        reply ? text(reply.text) : code("reply", asked ? "waits" : "not-asked"),
        known(reply?.validOn, day),
        text(one.id),
      ];
    });

/** The last re-check of an action by the end of the period, with its day; null: none was noted. Pure. */
export const recheckCell = (steps: Standing["steps"], actionId: string, { to }: Period): Cell =>
  known(
    steps.findLast((one) => one.actionId === actionId && one.kind === "re-check" && one.on <= to),
    ({ on, result }) => code("result-on", `${on}/${result ?? ""}`),
  );

/** What was escalated in the period, the oldest first; null: nothing was. Pure. */
export function escalations({ steps, actions }: Pick<Standing, "steps" | "actions">, period: Period): Filled {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const noted = steps
    .filter(({ kind, on, actionId }) => kind === "escalation" && within(period, on) && byId.has(actionId))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (noted.length === 0) return { values: null };
  return {
    values: [],
    tables: {
      escalations: {
        rows: noted.map((step): Cell[] => {
          const action = byId.get(step.actionId)!;
          return [day(step.on), text(action.supplierName), text(action.title), textCell(step.text), known(step.who, text)]; // prettier-ignore
        }),
      },
    },
  };
}

/** Of each case group: the indicators of the finding it hangs on, when the first action on it was begun, how the claim was worked out, who bears it. Pure. */
export function harmRows({ groups, findings, actions, steps }: Standing, { to, class: upTo }: Told): Cell[][] {
  const actionOf = new Map(actions.map((action) => [action.id, action]));
  const findingOf = new Map(findings.map((finding) => [finding.id, finding]));
  const begun = groupBy(
    steps.filter(({ kind, on, result }) => kind === "state" && on <= to && (result === "under-way" || result === "done" || result === "verified")), // prettier-ignore
    ({ actionId }) => actionId,
  );
  const onFinding = groupBy(actions, ({ findingId }) => findingId ?? "");
  return groups.map(({ group }): Cell[] => {
    const action = group.actionId === null ? undefined : actionOf.get(group.actionId);
    const finding = action?.findingId ? findingOf.get(action.findingId) : undefined;
    const told = finding && !isLeftOut(finding, upTo) ? finding : undefined;
    const together: readonly SignedAction[] = action ? (action.findingId ? (onFinding.get(action.findingId) ?? []) : [action]) : []; // prettier-ignore
    const first = together.flatMap(({ id }) => begun.get(id) ?? []).map(({ on }) => on).sort()[0]; // prettier-ignore
    return [
      text(group.label),
      told ? codes("indicator", told.indicators as readonly string[]) : null,
      known(first, day),
      known(group.basis, (basis) => code("claim-basis", basis)),
      code("bearer", group.borneBy),
      known(group.dueOn, day),
    ];
  });
}
