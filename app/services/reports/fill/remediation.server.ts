import type { Database, Scope } from "../../../../db/database";
import type { SignedAction } from "../../../../db/queries/remedy";
import { namesOfUsers } from "../../../../db/names-of-users";
import { FINDING_STATUSES } from "../../../../db/schema/findings";
import { ACTION_STATES, OWN_PRACTICES } from "../../../../db/schema/remedy";
import { groupBy } from "../../../lib/group-by";
import { shownCount, shownTotal } from "../../../remedy/small-groups";
import { stateOf, standingOf, type Ledger } from "../../../remedy/ledger";
import { daysOverdue } from "../../../remedy/moves";
import { code, codes, count, dated, day, known, money, text, type Cell, type Value } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import { remediation } from "../../../reports/templates/remediation";
import { dayOf } from "../../scoring/assessor.server";
import type { CountedGroup } from "../../remedy/ledgers.server";
import type { Fill } from "./fill";
import { demandAnnexOf } from "./demand.server";
import { actionCounts, actionsOfPeriod, decisionsOfPeriod, findingCounts, findingsOfPeriod, leftOut, paceOfFindings, repaidTotals, signersCell, within } from "./follow-up-facts.server"; // prettier-ignore
import { daysBetween, medianDays } from "./median-facts";
import { escalations, harmRows, recheckCell, replyRows, stepsByFinding } from "./remediation-more.server";
import type { SharedFacts } from "./shared-facts.server";
import { endOfPeriod, standingAtEnd, type Period, type Standing, type Told } from "./standing.server";

/** Corrective actions and the log of what workers received, as they stood at the end of the period. */
export const fillRemediation: Fill = async (db, scope, { settings, now, shared }) => {
  const standing = await standingAtEnd(db, scope, settings, now);
  const actions = actionsOfPeriod(standing, settings);
  const [recorders, findings, annex] = await Promise.all([
    namesOfUsers(db, actions.map(({ recordedBy }) => recordedBy)), // prettier-ignore

    findingsOf(db, scope, shared, findingsOfPeriod(standing, settings), settings, endOfPeriod(settings, now)),
    demandAnnexOf(db, scope, settings, remediation, standing, shared),
  ]);
  return {
    ...annex,
    findingsOpen: { ...findingCounts(standing, settings), ...findings },
    actionsOpen: { ...actionCounts(standing, settings), ...actionTables(actions, recorders, standing, settings) },
    leverage: escalations(standing, settings),
    overdue: overdueActions(standing, settings),
    ownPart: ownPart(actions),
    groups: groupTable(standing, settings),
    workers: workerTotals(standing, settings.to),
    money: repaidTotals(standing, settings),
    daysToAct: paceOfFindings(standing, settings),
    daysToRepay: medianDays(standing.groups.flatMap((group) => daysToRepay(group, settings))),
    daysToClose: medianDays(
      actions.flatMap(({ recordedAt, verifiedAt }) =>
        verifiedAt !== null && within(settings, verifiedAt) ? [daysBetween(recordedAt, verifiedAt)] : [],
      ),
    ),
    reprisals: looksForReprisals(standing, settings),
    exits: exitsOf(standing, settings),
  };
};

const findingsOf = async (
  db: Database,
  scope: Scope,
  shared: SharedFacts,
  all: Standing["findings"],
  period: Told,
  end: Date,
): Promise<Filled> => {
  const [names, steps] = await Promise.all([
    shared.names(all.map(({ supplierNo }) => supplierNo)),
    stepsByFinding(db, scope, all, end),
  ]);
  return {
    bars: {
      findingStates: FINDING_STATUSES.map((status) => ({
        label: code("finding-status", status),
        count: all.filter((one) => one.status === status).length,
      })),
    },
    tables: {
      findings: {
        rows: all.map((one): Cell[] => [
          known(names.get(one.supplierNo), text),
          code("finding-source", one.source),
          day(one.foundOn),
          code("severity", one.severity),
          code("finding-status", one.status),
          text(one.id),
        ]),
      },
      replies: { rows: replyRows(all, steps, names, period) },
    },
  };
};

/** @param recorders names of those who recorded them, by their ids. */
function actionTables(
  actions: readonly SignedAction[],
  recorders: ReadonlyMap<string | null, string>,
  { steps }: Pick<Standing, "steps">,
  period: Period,
): Filled {
  return {
    bars: {
      actionStates: ACTION_STATES.map((state) => ({
        label: code("action-state", state),
        count: actions.filter((one) => one.state === state).length,
      })),
    },
    tables: {
      actions: {
        rows: actions.map((one): Cell[] => [
          text(one.supplierName),
          text(one.title),
          known(one.rootCause, text),
          known([one.ownerName, one.supplierOwner].filter(Boolean).join(" / "), text),
          known(one.dueOn, day),
          code("action-state", one.state),
          count(daysOverdue({ ...one, looked: [] }, period.to)),
        ]),
      },
      course: {
        rows: actions.map((one): Cell[] => [
          text(one.title),
          code("involvement", one.involvement),
          known(one.startOn, day),
          known(one.doneOn, day),
          known(one.cost, (cost) => money(cost, one.costCurrency ?? "")),
          code("bearer", one.costBorneBy),
          known(recorders.get(one.recordedBy), text),
          day(dayOf(one.recordedAt)),
          codes("practice", one.practices as readonly string[]),
          known(one.findingId, text),
        ]),
      },
      measured: {
        rows: actions.map((one): Cell[] => [
          text(one.title),
          known(one.indicator, text),
          known(one.baseline, text),
          known(one.target, text),
          known(one.consultation, text),
          known(one.verifiedAt, (at) => dated(one.verifiedByName ?? "", dayOf(at))),
          known(one.verifiedHow, text),
          recheckCell(steps, one.id, period),
        ]),
      },
    },
  };
}

/** Actions that are overdue at the end of the period. */
function overdueActions(standing: Standing, period: Period): Filled {
  const untold = leftOut(standing, "actions");
  const all = actionsOfPeriod(standing, period).filter((one) => daysOverdue({ ...one, looked: [] }, period.to) > 0);
  return { values: [count(all.length), ...untold] };
}

function ownPart(actions: readonly SignedAction[]): Filled {
  if (actions.length === 0) return { values: null };
  return {
    values: [],
    bars: {
      ownPractices: OWN_PRACTICES.map((practice) => ({
        label: code("practice", practice),
        count: actions.filter(({ practices }) => (practices as readonly string[]).includes(practice)).length,
      })),
    },
  };
}

/** A group's count as a value: under five it is no number. */
function workersOf(workers: number): Value {
  const shown = shownCount(workers);
  return typeof shown === "number" ? count(shown) : text(shown);
}

function groupTable(standing: Standing, period: Told): Filled {
  const { groups } = standing;
  const { to } = period;
  return {
    values: [count(groups.length), ...leftOut(standing, "groups")],
    tables: {
      groups: {
        rows: groups.map(({ group, ledger }): Cell[] => {
          const { paid, confirmed } = standingOf(ledger, to);
          return [
            text(group.supplierName),
            text(group.label),
            workersOf(group.workers),
            code("corridor", `${group.origin}/${group.destination}`),
            known(ledger.owed, (owed) => money(owed, group.currency)),
            money(paid, group.currency),
            money(confirmed, group.currency),
            code("ledger-state", stateOf(ledger, to)),
          ];
        }),
      },
      harm: { rows: harmRows(standing, period) },
      proofs: { rows: proofRows(groups, to) },
    },
  };
}

/** Workers of all groups, and of those whose whole claim is confirmed; groups under five are counted beside, and are in no sum. */
function workerTotals(standing: Standing, to: string): Filled {
  const { groups } = standing;
  const untold = leftOut(standing, "groups");
  if (groups.length === 0) return { values: untold.length === 0 ? null : untold };
  const remedied = groups.filter(({ ledger }) => stateOf(ledger, to) === "confirmed");
  const row = (what: string, of: typeof groups): Cell[] => {
    const { workers, smallGroups } = shownTotal(of.map(({ group }) => group));
    return [code("workers-total", what), count(workers), count(of.length), count(smallGroups)];
  };
  return { values: untold, tables: { workers: { rows: [row("affected", groups), row("remedied", remedied)] } } };
}

/** What was paid and confirmed by a day and not withdrawn, each with its proof: no amount, which the sums have. */
const proofRows = (groups: readonly CountedGroup[], to: string): Cell[][] =>
  groups.flatMap(({ group, entries }) =>
    entries
      .filter(({ kind, on, withdrawnAt }) => kind !== "instalment" && on <= to && withdrawnAt === null)
      .map((entry): Cell[] => [
        text(group.label),
        day(entry.on),
        code("done", entry.kind),
        known(entry.party, (party) => code("party", party)),
        known(entry.proof, text),
        known(entry.who, text),
      ]),
  );

/** Days from recording a group to the last confirmation by which all of it was confirmed in the period; nothing where it was before, or is not. */
function daysToRepay({ group, ledger }: CountedGroup, { from, to }: Period): number[] {
  if (stateOf(ledger, to) !== "confirmed") return [];
  const last = lastConfirmation(ledger, to);
  return last === null || last < from ? [] : [daysBetween(group.recordedAt, new Date(`${last}T00:00:00Z`))];
}
const lastConfirmation = ({ confirmed }: Ledger, to: string): string | null =>
  confirmed.map(({ on }) => on).filter((on) => on <= to).sort().at(-1) ?? null; // prettier-ignore

const looksForReprisals = ({ steps }: Standing, period: Period): Filled => {
  const looks = steps.filter(({ kind, on }) => (kind === "reprisal-3" || kind === "reprisal-12") && within(period, on));
  const counted = groupBy(looks, ({ kind, result }) => `${kind} ${result ?? ""}`);
  return {
    values: [count(looks.length)],
    tables: {
      reprisals: {
        rows: [...counted]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, same]): Cell[] => [
            code("step-kind", same[0]!.kind),
            known(same[0]!.result, (result) => code("step-result", result)),
            count(same.length),
          ]),
      },
    },
  };
};

/** Holds and exits of the period that came into force, with what was written about the workers. */
const exitsOf = (standing: Standing, period: Period): Filled => {
  const all = decisionsOfPeriod(standing, period).filter(({ decision }) => decision === "hold" || decision === "exit");
  return {
    values: [count(all.length), ...leftOut(standing, "decisions")],
    tables: {
      exits: {
        rows: all.map((one): Cell[] => [
          text(one.supplierName),
          code("decision", one.decision),
          known(one.decidedOn, day),
          known(one.harm, text),
          known(one.tried, text),
          signersCell(one),
        ]),
      },
    },
  };
};
