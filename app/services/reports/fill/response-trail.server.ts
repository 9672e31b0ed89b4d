import { cameIntoForce } from "../../../remedy/in-force";
import { code, count, day, known, text, type Cell } from "../../../reports/model";
import { dayOf } from "../../scoring/assessor.server";
import { within } from "./follow-up-facts.server";
import type { OutsideAnswer } from "./outside-answers.server";
import type { Period, Standing } from "./standing.server";
import type { Chosen } from "./response.server";
import type { SharedFacts } from "./shared-facts.server";

interface Done {
  readonly day: string;
  readonly supplierNo: number;
  /** The name the record has; null: that of the list. */
  readonly name: string | null;
  readonly what: string;
  readonly told: Cell;
  readonly result: Cell;
  readonly site?: string | null;
  /** Who recorded, did or decided it; left out: not told. */
  readonly who?: string | null | undefined;
  /** Of the record; left out: it is several. */
  readonly id?: string;
}

/**
 * What was done about the suppliers in the period, by its day: findings recorded, actions, what was noted under them, decisions,
 * answers, payments to workers and their confirmation; each with the state it had at the end. Amounts and numbers of workers stand elsewhere, where their rules hold.
 * @param people names of accounts, by their ids. Who recorded what was told in confidence is not told.
 */
export const doneRows = async (
  shared: SharedFacts,
  chosen: Chosen,
  { findings, actions, steps, groups, decisions }: Standing,
  period: Period,
  answers: readonly OutsideAnswer[],
  people: ReadonlyMap<string | null, string>,
): Promise<Cell[][]> => {
  const { numbers } = chosen;
  const byAction = new Map(actions.map((action) => [action.id, action]));
  const siteOf = new Map(findings.map(({ id, site }) => [id, site]));
  const siteOfAction = ({ findingId }: (typeof actions)[number]) => (findingId === null ? null : (siteOf.get(findingId) ?? null)); // prettier-ignore
  const all: Done[] = [
    ...findings.map((one) => ({ day: dayOf(one.recordedAt), supplierNo: one.supplierNo, name: null, what: "finding", told: code("finding-source", one.source), result: code("finding-status", one.status), site: one.site, who: one.source === "told-in-confidence" ? null : people.get(one.recordedBy), id: one.id })), // prettier-ignore
    ...actions.map((one) => ({ day: dayOf(one.recordedAt), supplierNo: one.supplierNo, name: one.supplierName, what: "action", told: text(one.title), result: null, site: siteOfAction(one), who: people.get(one.recordedBy), id: one.id })), // prettier-ignore
    ...actions.flatMap(
      (one) =>
      one.verifiedAt === null
        ? []
        : [{ day: dayOf(one.verifiedAt), supplierNo: one.supplierNo, name: one.supplierName, what: "verified", told: text(one.title), result: known(one.verifiedHow, text), site: siteOfAction(one), who: one.verifiedByName, id: one.id }], // prettier-ignore
    ),
    ...steps.flatMap((step) => {
      const action = byAction.get(step.actionId);
      if (!action) return [];
      const result = known(step.result, (word) => code(step.kind === "state" ? "action-state" : "step-result", word));
      return [{ day: step.on, supplierNo: action.supplierNo, name: action.supplierName, what: `step-${step.kind}`, told: known(step.text || action.title, text), result, site: siteOfAction(action), who: step.who, id: step.id }]; // prettier-ignore
    }),
    ...decisions.flatMap((one) =>
      one.decidedOn !== null && cameIntoForce(one)
        ? [{ day: one.decidedOn, supplierNo: one.supplierNo, name: one.supplierName, what: "decision", told: code("decision", one.decision), result: code("decision-state", one.state), who: [one.proposedByName, one.confirmedByName].filter(Boolean).join(" / "), id: one.id }] // prettier-ignore
        : [],
    ),
    ...groups.flatMap(
      ({ group, entries }) =>
      entries
        .filter(({ withdrawnAt, kind }) => withdrawnAt === null && kind !== "instalment")
        .map((entry) => ({ day: entry.on, supplierNo: group.supplierNo, name: group.supplierName, what: entry.kind, told: text(group.label), result: known(entry.party, (party) => code("party", party)), who: entry.who, id: entry.id })), // prettier-ignore
    ),
    ...answersByDay(answers.filter(({ supplierNo }) => numbers === null || numbers.includes(supplierNo))),
  ];
  const told = all.filter((one) => within(period, one.day)).sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1)); // prettier-ignore
  const names = await shared.names(told.map(({ supplierNo }) => supplierNo));
  return told.map((one) => [
    day(one.day),
    known(one.name ?? names.get(one.supplierNo), text),
    code("done", one.what),
    one.told,
    known(one.site?.trim(), text),
    known(one.who, text),
    one.result,
    code("guidelines", one.what),
    known(one.id, text),
  ]);
};

/** Answers that were recorded on one day about one supplier are one thing that was done. */
function answersByDay(readings: readonly { readonly supplierNo: number; readonly recordedAt: Date }[]): Done[] {
  const counts = new Map<string, number>();
  for (const { supplierNo, recordedAt } of readings) {
    const key = `${supplierNo} ${dayOf(recordedAt)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, number]) => {
    const [supplierNo = "", on = ""] = key.split(" ");
    return { day: on, supplierNo: Number(supplierNo), name: null, what: "answers", told: count(number), result: null };
  });
}
