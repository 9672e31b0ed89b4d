/** Points about findings, actions, decisions and the ledger: held against the tabs of what is followed up, and the rows where no tab tells them. */
import { FINDING_STATUSES } from "../../db/schema/findings";
import { ACTION_STATES, OWN_PRACTICES, SUPPLIER_DECISIONS } from "../../db/schema/remedy";
import type { FiguresPlace } from "./figures-place";
import { inPeriod, page, rowsOf } from "./figures-pages";
import { asBars, asValues, euros, middle, tally, type Compared, type Plain, type Row } from "./figures-told";

/** Findings of the tab that were recorded in the period and not taken back. */
export const findingsShown = async (at: FiguresPlace) =>
  (await page(at, "findings")).filter(({ id, isTakenBack }) => !isTakenBack && id !== at.findings["early"]);
/** Actions of the tab that were open at some time of the period. */
export async function actionsShown(at: FiguresPlace) {
  const kept = new Map((await rowsOf(at, "correctiveActions")).map((row) => [row.id, row]));
  return (await page(at, "actions")).actions
    .map((line) => ({ ...line, kept: kept.get(line.id)! }))
    .filter(({ kept: { verifiedAt } }) => verifiedAt === null || inPeriod(verifiedAt));
}
/** Ids of decisions that came into force: to hold or to leave needs a second person's yes. */
export const inForceOnce = async (at: FiguresPlace): Promise<ReadonlySet<string>> =>
  new Set((await rowsOf(at, "supplierDecisions")).filter(({ state, decision, confirmedAt }) => state === "in-force" || (state === "replaced" && (confirmedAt !== null || decision === "buy" || decision === "conditions"))).map(({ id }) => id)); // prettier-ignore
/** Decisions of the tab that came into force in the period. */
export async function decisionsShown(at: FiguresPlace) {
  const counted = await inForceOnce(at);
  return (await page(at, "decisions")).decisions.filter(({ id, decidedOn }) => counted.has(id) && inPeriod(decidedOn!));
}

const findingStates = async (at: FiguresPlace) => tally(await findingsShown(at), ({ status }) => status);
const actionStates = async (at: FiguresPlace) => tally(await actionsShown(at), ({ state }) => state);
const decisionKinds = async (at: FiguresPlace) => tally(await decisionsShown(at), ({ decision }) => decision);

/** The sums of the ledger's tab. */
export const moneyRows = async (at: FiguresPlace): Promise<Row[]> =>
  (await page(at, "repayments")).totals.map(({ currency, owed, paid, confirmed }) => ({ currency, owed: euros(owed, currency), paid: euros(paid, currency), confirmed: euros(confirmed, currency) })); // prettier-ignore

const DAY_MS = 86_400_000;
const daysApart = (from: Date, to: Date) =>
  Math.max(0, Math.round((Date.parse(to.toISOString().slice(0, 10)) - Date.parse(from.toISOString().slice(0, 10))) / DAY_MS)); // prettier-ignore
const asDays = (days: number | null): Plain[] | null => (days === null ? null : [`${days} d`]);

/** Days from a finding to the first action on it, from the rows of both. */
async function waits(at: FiguresPlace): Promise<number[]> {
  const shown = new Set((await findingsShown(at)).map(({ id }) => id));
  const actions = await rowsOf(at, "correctiveActions");
  return (await rowsOf(at, "findings")).flatMap(({ id, recordedAt }) => {
    const first = actions.filter(({ findingId }) => findingId === id).map((one) => one.recordedAt).sort((a, b) => a.getTime() - b.getTime())[0]; // prettier-ignore
    return shown.has(id) && first ? [daysApart(recordedAt, first)] : [];
  });
}

const findings: Compared = {
  page: "follow-up, findings",
  told: async (at) => ({ values: asValues(FINDING_STATUSES, await findingStates(at)) }),
};
const actions: Compared = {
  page: "follow-up, actions",
  told: async (at) => ({ values: asValues(ACTION_STATES, await actionStates(at)) }),
};
const decisions: Compared = {
  page: "follow-up, decisions",
  told: async (at) => ({ values: asValues(SUPPLIER_DECISIONS, await decisionKinds(at)) }),
};
const money = (table: string): Compared => ({
  page: "follow-up, repayments",
  told: async (at) => ({ tables: { [table]: await moneyRows(at) } }),
});
const pace: Compared = {
  page: "rows: findings and actions",
  told: async (at) => ({ values: asDays(middle(await waits(at))) }),
};

async function remedied(at: FiguresPlace): Promise<Row[]> {
  const { workers, repayments } = await page(at, "repayments");
  const kept = (await rowsOf(at, "repaymentGroups")).filter(({ id }) => repayments.some((one) => one.id === id && one.state === "confirmed")); // prettier-ignore
  const small = (of: { workers: number }) => of.workers < 5;
  return [
    { what: "affected", workers: workers!.workers, groups: repayments.length, small: workers!.smallGroups },
    { what: "remedied", workers: kept.filter((one) => !small(one)).reduce((sum, one) => sum + one.workers, 0), groups: kept.length, small: kept.filter(small).length }, // prettier-ignore
  ];
}

export const OF_FOLLOW_UP: Readonly<Record<string, Compared>> = {
  registerFindings: findings,
  registerActions: actions,
  registerDecisions: {
    page: decisions.page,
    told: async (at) => ({
      values: asValues(SUPPLIER_DECISIONS, await decisionKinds(at)),
      tables: { registerDecisions: (await decisionsShown(at)).map(({ supplierName, decision, decidedOn, nextReviewOn }) => ({ supplier: supplierName, decision, day: decidedOn, review: nextReviewOn })) }, // prettier-ignore
    }),
  },
  findings,
  actions,
  decisions,
  repaid: money("money"),
  pace,
  findingsOpen: {
    page: findings.page,
    told: async (at) => {
      const shown = await findingsShown(at);
      const counts = await findingStates(at);
      return {
        values: asValues(FINDING_STATUSES, counts),
        bars: { findingStates: asBars(FINDING_STATUSES, counts) },
        tables: { findings: shown.map(({ supplier, source, foundOn, severity, status, id }) => ({ supplier: supplier!.name, source, found: foundOn, severity, status, id })), replies: shown.map(({ supplier, foundOn, id }) => ({ supplier: supplier!.name, found: foundOn, id })) }, // prettier-ignore
      };
    },
  },
  actionsOpen: {
    page: actions.page,
    told: async (at) => {
      const shown = await actionsShown(at);
      const counts = await actionStates(at);
      const work = ({ state }: (typeof shown)[number]) => state === "planned" || state === "under-way";
      return {
        values: asValues(ACTION_STATES, counts),
        bars: { actionStates: asBars(ACTION_STATES, counts) },
        tables: {
          actions: shown.map((one) => ({ supplier: one.supplierName, action: one.title, due: one.kept.dueOn, state: one.state, overdue: work(one) ? one.overdueDays : 0 })), // prettier-ignore
          course: shown.map((one) => ({ action: one.title, start: one.kept.startOn, done: one.kept.doneOn, cost: euros(one.kept.cost) })), // prettier-ignore
          measured: shown.map((one) => ({ action: one.title, indicator: one.kept.indicator })),
        },
      };
    },
  },
  overdue: {
    page: actions.page,
    told: async (at) => ({
      values: [(await actionsShown(at)).filter(({ state, overdueDays }) => (state === "planned" || state === "under-way") && overdueDays > 0).length], // prettier-ignore
    }),
  },
  ownPart: {
    page: "demand",
    told: async (at) => {
      const shown = (await page(at, "demand")).practices!;
      return { bars: { ownPractices: asBars(OWN_PRACTICES, Object.fromEntries(shown.map((one) => [one.practice, one.actions]))) } }; // prettier-ignore
    },
  },
  groups: {
    page: "follow-up, repayments; proofs from the rows",
    told: async (at) => {
      const shown = (await page(at, "repayments")).repayments;
      const entries = (await rowsOf(at, "repaymentEntries")).filter(({ kind, withdrawnAt }) => kind !== "instalment" && withdrawnAt === null); // prettier-ignore
      const label = (groupId: string) => shown.find(({ id }) => id === groupId)!.label;
      const order = ({ groupId }: { groupId: string }) => shown.findIndex(({ id }) => id === groupId);
      return {
        values: [shown.length],
        tables: {
          groups: shown.map(({ supplierName, label: group, workers, owed, paid, unconfirmed, currency, state }) => ({ supplier: supplierName, group, workers: typeof workers === "number" && workers < 5 ? "<5" : workers, owed: euros(owed, currency), paid: euros(paid, currency), confirmed: euros(BigInt(paid) - BigInt(unconfirmed), currency), state })), // prettier-ignore
          harm: shown.map(({ label: group }) => ({ group })),
          proofs: entries.toSorted((a, b) => order(a) - order(b) || (a.on < b.on ? -1 : 1)).map(({ groupId, on, kind }) => ({ group: label(groupId), on, what: kind })), // prettier-ignore
        },
      };
    },
  },
  workers: { page: "follow-up, repayments", told: async (at) => ({ tables: { workers: await remedied(at) } }) },
  money: money("money"),
  daysToAct: pace,
  daysToRepay: {
    page: "rows: groups and the last confirmation of each that is repaid",
    told: async (at) => {
      const done = (await page(at, "repayments")).repayments.filter(({ state }) => state === "confirmed");
      const entries = await rowsOf(at, "repaymentEntries");
      const groups = await rowsOf(at, "repaymentGroups");
      const days = done.map(({ id }) => {
        const last = entries.filter(({ groupId, kind }) => groupId === id && kind === "confirmation").map(({ on }) => on).sort().at(-1)!; // prettier-ignore
        return daysApart(groups.find((one) => one.id === id)!.recordedAt, new Date(last));
      });
      return { values: asDays(middle(days)) };
    },
  },
  daysToClose: {
    page: "rows: actions",
    told: async (at) => ({
      values: asDays(middle((await actionsShown(at)).flatMap(({ kept: { recordedAt, verifiedAt } }) => (verifiedAt === null ? [] : [daysApart(recordedAt, verifiedAt)])))), // prettier-ignore
    }),
  },
  reprisals: {
    page: "rows: what was noted under actions",
    told: async (at) => {
      const looks = (await rowsOf(at, "actionSteps")).filter(
        ({ kind, on }) => kind.startsWith("reprisal") && inPeriod(on),
      );
      const counted = tally(looks, ({ kind, result }) => `${kind} ${result}`);
      return { values: [looks.length], tables: { reprisals: Object.entries(counted).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => ({ look: key.split(" ")[0]!, result: key.split(" ")[1]!, count })) } }; // prettier-ignore
    },
  },
  exits: {
    page: decisions.page,
    told: async (at) => {
      const left = (await decisionsShown(at)).filter(({ decision }) => decision === "hold" || decision === "exit");
      return { values: [left.length], tables: { exits: left.map(({ supplierName, decision, decidedOn }) => ({ supplier: supplierName, decision, day: decidedOn })) } }; // prettier-ignore
    },
  },
};
