/** Records of the follow-up as plain values for pages: nothing a reader may not see goes into them. */
import type { SignedAction, SignedEntry, SignedStep } from "../../db/queries/remedy";
import type { Language } from "../i18n/languages";
import { countriesIn } from "../i18n/countries.server";
import { toDecimal } from "../imports/exact-sum";
import { whyNotCounted } from "../remedy/confirmation";
import { hidesWorking, shownPart, shownTotal } from "../remedy/small-groups";
import type { RepaymentLine } from "../services/remedy/follow-up-view.server";
import { owedOf } from "../services/remedy/group-record.server";

const text = (amount: string | null): string =>
  amount === null ? "" : toDecimal(BigInt(amount)).replace(/\.00$/u, "");
const number = (count: number | null): string => (count === null ? "" : String(count));

/** What the form of an action begins with. */
export const actionValues = (action: SignedAction): Record<string, string> => ({
  title: action.title,
  severity: action.severity,
  rootCause: action.rootCause,
  practices: (action.practices as readonly string[]).join("|"),
  practicesNote: action.practicesNote,
  involvement: action.involvement,
  ownerId: action.ownerId,
  supplierOwner: action.supplierOwner,
  startOn: action.startOn ?? "",
  dueOn: action.dueOn ?? "",
  cost: text(action.cost),
  costCurrency: action.costCurrency ?? "",
  costBorneBy: action.costBorneBy,
  indicator: action.indicator,
  baseline: action.baseline,
  target: action.target,
  consultation: action.consultation,
  evidence: action.evidence,
});

export const stepViews = (steps: readonly SignedStep[]) =>
  steps.map(({ id, kind, on, result, text: said, who }) => ({ id, kind, on, result, text: said, who }));

/**
 * A group as one reader may see it: numbers of a group under five, and parts that would give one away, are left out, with the
 * names of what is hidden, so that a form keeps it.
 */
export function groupView(
  { group, entries, standing, state, nextOn, overdueDays, workers }: RepaymentLine,
  sees: boolean,
) {
  const part = (count: number | null) => (sees ? count : shownPart(group.workers, count));
  const hides = !sees && hidesWorking(group.workers);
  const left = part(group.left);
  const [receiptsWorkers, interviewsWorkers] = [part(group.receiptsWorkers), part(group.interviewsWorkers)];
  const hidden = [
    ...(hides ? ["workers", "receipts", "interviews", "corridor"] : []),
    ...(left === null ? ["left"] : []),
    ...(receiptsWorkers === null && group.receiptsWorkers !== null ? ["receiptsWorkers"] : []),
    ...(interviewsWorkers === null && group.interviewsWorkers !== null ? ["interviewsWorkers"] : []),
  ];
  const owed = owedOf(group);
  /** What a basis was counted from, where it is about some of them and their number is shown. */
  const from = (amount: string | null, about: number | null) =>
    amount === null || about === null || about === group.workers ? null : { amount, workers: about };
  const known = {
    receipts: from(group.receipts, typeof receiptsWorkers === "number" ? receiptsWorkers : null),
    interviews: from(group.interviews, typeof interviewsWorkers === "number" ? interviewsWorkers : null),
    corridor: null,
  };
  return {
    id: group.id,
    version: group.version,
    supplierId: group.supplierId,
    supplierName: group.supplierName,
    actionId: group.actionId,
    label: group.label,
    origin: group.origin,
    destination: group.destination,
    recruiter: group.recruiter,
    currency: group.currency,
    borneBy: group.borneBy,
    dueOn: group.dueOn,
    note: group.note,
    workers,
    left,
    hidden,
    owed: group.owed,
    working: hides
      ? null
      : {
          basis: owed.basis,
          interest: String(owed.interest),
          bases: owed.bases.map(({ kind, amount }) => ({ kind, amount: String(amount), of: known[kind] })),
          corridorSource: group.corridorSource,
          interestTerms: group.interestPercent === null ? null : { percent: group.interestPercent, from: group.interestFrom!, to: group.interestTo!, source: group.interestSource },
        }, // prettier-ignore
    standing: { paid: String(standing.paid), confirmed: String(standing.confirmed), unconfirmed: String(standing.unconfirmed), open: String(standing.open), overdue: String(standing.overdue) }, // prettier-ignore
    state,
    nextOn,
    overdueDays,
    paidTooMuch: group.owed !== null && standing.paid > standing.owed,
    entries: entries.map(entryView),
  };
}
export type GroupView = ReturnType<typeof groupView>;

function entryView(entry: SignedEntry) {
  const { id, kind, on, amount, way, party, acceptedBy, inPrivate, proof, who, withdrawnByName, withdrawnReason } =
    entry;
  const asked = { party: party ?? "", acceptedBy: acceptedBy ?? "", inPrivate: inPrivate ?? false };
  return {
    id,
    kind,
    on,
    amount,
    way,
    party,
    acceptedBy,
    inPrivate,
    proof,
    who,
    notCounted: kind === "confirmation" ? whyNotCounted(asked) : null,
    withdrawn: entry.withdrawnAt === null ? null : { who: withdrawnByName ?? "", reason: withdrawnReason ?? "" },
  };
}
export type EntryView = ReturnType<typeof entryView>;

/** What the form of a group begins with; what is hidden stays blank. */
export function groupValues(
  { group }: RepaymentLine,
  hidden: readonly string[],
  language: Language,
): Record<string, string> {
  const country = (code: string) => countriesIn(language).find((one) => one.code === code)?.name ?? code;
  const values: Record<string, string> = {
    label: group.label,
    origin: country(group.origin),
    destination: country(group.destination),
    recruiter: group.recruiter,
    workers: number(group.workers),
    left: number(group.left),
    currency: group.currency,
    receipts: text(group.receipts),
    receiptsWorkers: number(group.receiptsWorkers),
    interviews: text(group.interviews),
    interviewsWorkers: number(group.interviewsWorkers),
    corridor: text(group.corridor),
    corridorSource: group.corridorSource,
    interestPercent: group.interestPercent ?? "",
    interestFrom: group.interestFrom ?? "",
    interestTo: group.interestTo ?? "",
    interestSource: group.interestSource,
    borneBy: group.borneBy,
    dueOn: group.dueOn,
    note: group.note,
  };
  for (const name of hidden) values[name] = "";
  return values;
}

/** Numbers of workers of several groups: of the shown groups alone, whoever reads. */
export const workersOf = (lines: readonly RepaymentLine[]) => shownTotal(lines.map(({ group }) => group));
