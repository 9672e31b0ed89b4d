import type { Database, Scope } from "../../../db/database";
import { COUNT_CAP } from "../../../db/orders";
import { publishedGeneration } from "../../../db/queries/generations";
import { planOrder, suppliersBetween, type PlanOrder, type Turn } from "../../../db/queries/plan-order";
import { findSupplier, linesOf, type RegisterLine } from "../../../db/queries/register";
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

/** Of a tie, so many are read for a supplier's page. */
export const ALIKE_READ = 200;

/** Suppliers that cannot be told apart from one on what the list gives. */
export interface Alike {
  /** Without the supplier itself. */
  readonly others: number;
  /** How many were read for the columns. */
  readonly read: number;
  /** At most three that most of them leave blank, the most first; none without others. */
  readonly columns: readonly { readonly gap: Gap; readonly blank: number }[];
}

/** The bounds of a supplier's tie; null when it sells nothing, or the order of the list is not written yet. */
async function boundsOf(db: Database, scope: Scope, line: RegisterLine) {
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
  return bounds && { order, ...bounds };
}

/** Who stands exactly like this supplier; null where that is not known, see `boundsOf`. */
export async function alikeSuppliers(db: Database, scope: Scope, line: RegisterLine): Promise<Alike | null> {
  const found = await boundsOf(db, scope, line);
  if (!found) return null;
  const { lines, columns } = await readTie(db, scope, found.order, found, ALIKE_READ);
  const others = found.to - found.from - 1;
  return { others, read: lines.length, columns: others === 0 ? [] : columns };
}

/** The table's filter "stands like this supplier": its name, and the numbers of all who do, itself among them. */
export interface AlikeFilter {
  readonly name: string | null;
  /** One more than COUNT_CAP where there are more. Only the supplier itself where its tie is not known; nobody without it. */
  readonly nos: readonly number[];
}

/** Who stands exactly like the supplier of this public id in the list that is shown. */
export async function alikeFilter(db: Database, scope: Scope, supplierId: string): Promise<AlikeFilter> {
  const generation = await publishedGeneration(db, scope);
  const line = generation === null ? null : await findSupplier(db, scope, supplierId, generation);
  if (!line) return { name: null, nos: [] };
  const found = await boundsOf(db, scope, line);
  if (!found) return { name: line.name, nos: [line.supplierNo] };
  const to = Math.min(found.to, found.from + COUNT_CAP + 1);
  return { name: line.name, nos: await suppliersBetween(db, scope, line.generation, found.from, to) };
}
