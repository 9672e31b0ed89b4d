import type { Database, Scope } from "../../../db/database";
import { planOrder, type PlanOrder, type Turn } from "../../../db/queries/plan-order";
import { linesOf, type RegisterLine } from "../../../db/queries/register";
import { LEVEL_CODES, ROLE_CODES, wordOf } from "../../../db/schema/codes";
import { LEVELS, LIKELIHOODS, SEVERITIES } from "../../../risk-models/types";
import { separatingColumns, type Gap } from "../../plan/gaps";
import { compareStanding } from "../../plan/order";
import type { Bounds } from "../../plan/propose-plan";
import { gapFactsOf } from "./plan-entry.server";

/** Positions read at once while bounds are looked for: 200,000 suppliers are narrowed to one in four reads. */
const AT_ONCE = 32;

/** First position of `from` to `end - 1` where `isPast` holds, else `end`; it holds from some position to the end. */
async function firstPast(
  order: PlanOrder,
  from: number,
  end: number,
  isPast: (turn: Turn) => boolean,
): Promise<number> {
  let [low, high] = [from, end];
  while (low < high) {
    const step = Math.ceil((high - low) / AT_ONCE);
    const positions = Array.from({ length: Math.ceil((high - low) / step) }, (_, at) => low + at * step);
    const turns = await order.at(positions);
    const past = turns.find(isPast);
    const before = turns.filter((turn) => !isPast(turn)).at(-1);
    high = past?.position ?? high;
    low = before ? before.position + 1 : high;
  }
  return high;
}

/** What decides a place in the order, and the level, which the order keeps together too. */
type Here = Omit<Turn, "position">;

/** Negative where `turn` comes before `here`; zero where the two cannot be told apart. Who sells nothing stands at the end. */
const compareTurns = (turn: Omit<Here, "supplierNo">, here: Omit<Here, "supplierNo">): number =>
  Number(here.sells) - Number(turn.sells) ||
  compareStanding(turn, here) ||
  LEVELS.indexOf(here.level) - LEVELS.indexOf(turn.level);

/**
 * The positions of all who have the severity, likelihood, score, range and level of this supplier, itself among them: some
 * hundred others are read, however long the list is. Null where the order does not have it there: answers were recorded since.
 */
export async function alikeBounds(order: PlanOrder, here: Here): Promise<Bounds | null> {
  const from = await firstPast(order, 0, order.total, (turn) => compareTurns(turn, here) >= 0);
  const to = await firstPast(order, from, order.total, (turn) => compareTurns(turn, here) > 0);
  const own = await firstPast(order, from, to, (turn) => turn.supplierNo >= here.supplierNo);
  const [found] = own < to ? await order.at([own]) : [];
  return found?.supplierNo === here.supplierNo ? { from, to } : null;
}

/** At most `most` suppliers of a tie, evenly spread, and the columns that would separate them. */
export async function readTie(
  db: Database,
  scope: Scope,
  order: PlanOrder,
  { from, to }: Bounds,
  most: number,
): Promise<{ readonly lines: RegisterLine[]; readonly columns: readonly { gap: Gap; blank: number }[] }> {
  const count = to - from;
  const read = Math.min(count, most);
  const turns = await order.at(Array.from({ length: read }, (_, at) => from + Math.floor((at * count) / read)));
  const nos = turns.map(({ supplierNo }) => supplierNo);
  const lines = await linesOf(db, scope, order.generation, nos);
  return { lines, columns: [...separatingColumns(lines.map(gapFactsOf))] };
}

/** Of a tie, so many are read for a supplier's page; as many can be named one by one in an address. */
export const ALIKE_READ = 200;

/** Suppliers that cannot be told apart from one on what the list gives. */
export interface Alike {
  /** Without the supplier itself. */
  readonly others: number;
  /** All of them by public id, the supplier itself among them; null where they are more than `ALIKE_READ`. */
  readonly ids: readonly string[] | null;
  /** How many were read for the columns. */
  readonly read: number;
  /** At most three that most of them leave blank, the most first; none without others. */
  readonly columns: readonly { readonly gap: Gap; readonly blank: number }[];
}

/** Who stands exactly like this supplier; null when it sells nothing, or the order of the list is not written yet. */
export async function alikeSuppliers(db: Database, scope: Scope, line: RegisterLine): Promise<Alike | null> {
  if (wordOf(ROLE_CODES, line.role) === "not-a-seller") return null;
  const order = await planOrder(db, scope, line.generation);
  const bounds =
    order &&
    (await alikeBounds(order, {
      supplierNo: line.supplierNo,
      sells: true,
      severity: wordOf(SEVERITIES, line.severity) ?? "unknown",
      likelihood: wordOf(LIKELIHOODS, line.likelihood) ?? "unknown",
      score: line.score,
      rangeLow: line.rangeLow,
      rangeHigh: line.rangeHigh,
      level: wordOf(LEVEL_CODES, line.level),
    }));
  if (!bounds) return null;
  const count = bounds.to - bounds.from;
  const { lines, columns } = await readTie(db, scope, order, bounds, ALIKE_READ);
  return {
    others: count - 1,
    ids: count <= ALIKE_READ ? lines.map(({ id }) => id) : null,
    read: lines.length,
    columns: count === 1 ? [] : columns,
  };
}
