import type { Database, Scope } from "../../db/database";
import { everyContract } from "../../db/queries/demand";
import { OWN_PRACTICES, type OwnPractice } from "../../db/schema/remedy";
import { labourCostFloor } from "../checks/floor";
import type { Period } from "../demand/count";
import type { BuyingEntry } from "../demand/entries";
import { CURRENCY_CODES } from "../imports/currencies";
import { MEASURE_IDS, MEASURES, type MeasureId, type RecordLink } from "../demand/measures";
import { buyingRecord } from "../services/demand/buying.server";
import { demandMeasures, readsFollowUp } from "../services/demand/measures.server";
import { actionsOfPeriod } from "../services/reports/fill/follow-up-facts.server";
import { standingAtEnd, type Standing } from "../services/reports/fill/standing.server";
import { dayOf } from "../services/scoring/assessor.server";
import { endOfDay } from "./as-known-on";
import { paths } from "./paths";
import { lastYear } from "./last-year";
import { can } from "./permissions";

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * The period an address asks for; without one the twelve months that end today, as a report that is started has them. It ends by the
 * day of which the page is asked for: nothing after it is known. @param past that day; null: today.
 */
export function askedPeriod(query: URLSearchParams, now: Date, past: string | null = null): Period {
  const today = past ?? dayOf(now);
  const day = (name: string, otherwise: string) => {
    const given = query.get(name) ?? "";
    const asked = DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : otherwise;
    return asked > today ? today : asked;
  };
  const period = { from: day("from", lastYear(today).from), to: day("to", today) };
  return period.from <= period.to ? period : { from: period.to, to: period.from };
}

const MOST_RECORDS = 50;

function addressOf(workspace: string, { kind, id }: RecordLink): string {
  if (kind === "contract") return paths.contract(workspace, id);
  if (kind === "check") return paths.check(workspace, id);
  if (kind === "finding") return paths.finding(workspace, id);
  if (kind === "repayment") return paths.repayment(workspace, id);
  return `#entry-${id}`;
}

/** Where what fills a measure is recorded. */
const PLACE: Readonly<Record<MeasureId, (workspace: string) => string>> = {
  labourFloor: () => "#add-floor",
  employerPays: () => "#add-contract",
  depth: () => "#add-contract",
  payments: () => "#add-payments",
  leadTime: () => "#add-orders",
  lateChanges: () => "#add-orders",
  training: () => "#add-training",
  bidders: (workspace) => paths.tenders(workspace),
  alerts: (workspace) => paths.followUp(workspace, "tab=findings"),
  ownRepayment: (workspace) => paths.followUp(workspace, "tab=repayments"),
  exits: (workspace) => paths.followUp(workspace, "tab=decisions"),
};

/**
 * What the page of the demand side shows. Amounts are text: whole ten-thousandths.
 * @param day as known at its end, with nothing to write; the period ends by then. Null: today.
 */
export async function demandPage(db: Database, scope: Scope, period: Period, now: Date, day: string | null = null) {
  const workspace = scope.workspaceSlug;
  const until = day === null ? null : endOfDay(day);
  const standing = readsFollowUp(scope) ? await standingAtEnd(db, scope, period, now) : null;
  const [measures, { entries, buying }, contracts] = await Promise.all([
    demandMeasures(db, scope, period, standing, { until }),
    buyingRecord(db, scope, until),
    everyContract(db, scope),
  ]);
  const named = contracts.map(({ id, reference, title }) => ({ id, name: `${reference} · ${title}` }));
  return {
    workspace,
    period,
    canWrite: day === null && can(scope.role, "contract:write"),
    canReport: can(scope.role, "report:read"),
    measures: MEASURE_IDS.map((id) => {
      const measured = measures[id];
      return {
        id,
        commitments: MEASURES[id].commitments,
        owner: buying.owners.get(id) ?? "",
        /** Null: nothing is recorded on a past day. */
        place: day === null ? PLACE[id](workspace) : null,
        measured: measured && {
          ...measured,
          amounts: measured.amounts.map((one) => ({ ...one, amount: String(one.amount) })),
          all: measured.records.length,
          records: measured.records
            .slice(0, MOST_RECORDS)
            .map((record) => ({ name: record.name, to: addressOf(workspace, record) })),
        },
      };
    }),
    practices: standing && practicesOf(actionsOfPeriod(standing, period)),
    /** Records of the follow-up that stood at the end of the period and cannot be told exactly; none for who does not read it. */
    untold: standing === null ? 0 : Object.values(standing.untold).reduce((sum, one) => sum + one, 0),
    /** Contracts that something can be told of; none on a past day. */
    contracts: day === null ? named : [],
    currencies: CURRENCY_CODES,
    told: toldLines(entries, new Map(named.map(({ id, name }) => [id, name]))),
  };
}
export type DemandPage = Awaited<ReturnType<typeof demandPage>>;
export type MeasureLine = DemandPage["measures"][number];

/** How many corrective actions of the period name each of the own practices as a cause, the most first; none: left out. Pure. */
const practicesOf = (all: Standing["actions"]): { practice: OwnPractice; actions: number }[] =>
  OWN_PRACTICES.map((practice) => ({
    practice,
    actions: all.filter(({ practices }) => (practices as readonly string[]).includes(practice)).length,
  }))
    .filter(({ actions }) => actions > 0)
    .sort((a, b) => b.actions - a.actions);

type Told = Extract<BuyingEntry, { readonly kind: "floor" | "orders" | "payments" | "training" }>;
const isTold = (entry: BuyingEntry): entry is Told =>
  entry.kind === "floor" || entry.kind === "orders" || entry.kind === "payments" || entry.kind === "training";

/** Floors, orders, payments and trainings as told, the newest first, those taken back among them. @param names of contracts, by id. */
function toldLines(entries: readonly BuyingEntry[], names: ReadonlyMap<string, string>) {
  const reasons = new Map(entries.flatMap((entry) => (entry.kind === "withdrawn" ? [[entry.contents.entryId, entry.contents.reason] as const] : []))); // prettier-ignore
  return entries
    .filter(isTold)
    .toReversed()
    .map(({ id, who, enteredAt, enteredBy: _by, ...told }) => ({
      id,
      who,
      enteredAt: enteredAt.toISOString(),
      takenBack: reasons.get(id) ?? null,
      contract: names.get(told.contractId ?? "") ?? "",
      /** Of a floor; null: none was worked out. */
      floor: told.kind === "floor" ? labourCostFloor(told.contents).floor : null,
      told,
    }));
}
