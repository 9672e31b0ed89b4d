import type { Database, Scope } from "../../../db/database";
import type { LinesThen } from "../../../db/orders";
import { planOrder } from "../../../db/queries/plan-order";
import { followedUp, planInState, type PlanEntry } from "../../../db/queries/plans";
import { toldByList } from "../../../db/queries/readings";
import { linesOf, type Generation, type RegisterLine } from "../../../db/queries/register";
import { LEVEL_CODES, wordOf } from "../../../db/schema/codes";
import type { PlanOutcome } from "../../../db/schema/plans";
import { whatWouldNarrow, type Question } from "../../../risk-models";
import type { IsoDate, Level } from "../../../risk-models/types";
import { can } from "../../lib/permissions";
import { answeredOf, type Answered } from "../../recruitment/questions";
import { shownList } from "../imports/shown-list.server";
import { engineOfList } from "../scoring/kept-data.server";
import { factsOfLine } from "../scoring/register-line";

/** A supplier to be asked the five questions. */
export interface ToAsk {
  readonly id: string;
  readonly name: string;
  readonly seat: string | null;
  readonly level: Level;
  readonly answered: Answered;
  /** Its place in the plan; null when it is not followed up. */
  readonly plan: { readonly outcome: PlanOutcome } | null;
  /** Points by which the range would narrow with the one proven answer that narrows it most. */
  readonly narrows: number;
}

/** Beside those of the plan: so many of the first in the order of priority are compared. */
export const COMPARED = 200;
/** What the five questions bear on. */
const OF_THE_FIVE: ReadonlySet<Question> = new Set(["debt", "recruiter", "papers"]);

/** What a queue is made of: a list, and whom a plan follows up, in its order. */
export interface QueueOf {
  readonly generation: Generation;
  /** The day the list was uploaded. */
  readonly listDay: IsoDate;
  readonly followed: readonly Pick<PlanEntry, "supplierNo" | "outcome">[];
  /** Of a past day: the lines that were written again since. */
  readonly linesThen?: LinesThen | undefined;
}

/**
 * Whom to ask first: those of the plan in its order, then, of the first in the order of priority, those whose range the answers
 * would narrow most. The order is that of the list without recorded answers, so that it stays while one enters them. Null
 * before the first list is published.
 */
export async function askQueue(db: Database, scope: Scope): Promise<ToAsk[] | null> {
  const shown = await shownList(db, scope);
  if (!shown) return null;
  const plan = can(scope.role, "plan:read")
    ? ((await planInState(db, scope, "accepted")) ?? (await planInState(db, scope, "draft")))
    : null;
  const followed = plan ? await followedUp(db, scope, plan.id) : [];
  return queueOf(db, scope, { generation: shown.generation, listDay: shown.day, followed });
}

/** The queue of a list and a plan, whichever they are. */
export async function queueOf(db: Database, scope: Scope, of: QueueOf): Promise<ToAsk[]> {
  const { generation, listDay: day, followed } = of;
  const engine = await engineOfList(db, day, generation);
  const outcomeOf = new Map(
    followed.filter(({ outcome }) => outcome !== "stopped").map(({ supplierNo, outcome }) => [supplierNo, outcome]),
  );
  const order = await planOrder(db, scope, generation.no);
  const first = order ? await order.at(Array.from({ length: Math.min(COMPARED, order.total) }, (_, at) => at)) : [];
  const others = first.filter(({ sells, supplierNo }) => sells && !outcomeOf.has(supplierNo));
  const nos = [...outcomeOf.keys(), ...others.map(({ supplierNo }) => supplierNo)];
  const told = await toldByList(db, scope, generation.no, nos);
  const then = await of.linesThen?.(nos);
  const toAsk = (stored: RegisterLine): ToAsk => {
    const { supplierNo } = stored;
    const line = { ...stored, ...then?.get(supplierNo) };
    const ofList = told.has(supplierNo) ? told.get(supplierNo)! : line.readings;
    const asks = whatWouldNarrow(engine, factsOfLine({ ...line, readings: ofList }, day), Infinity);
    const outcome = outcomeOf.get(supplierNo);
    return {
      id: line.id,
      name: line.name,
      seat: line.seat,
      level: wordOf(LEVEL_CODES, line.level),
      answered: answeredOf(factsOfLine(line, day).recruitment),
      plan: outcome === undefined ? null : { outcome },
      narrows: Math.max(0, ...asks.flatMap(({ question, narrows }) => (OF_THE_FIVE.has(question) ? narrows : []))),
    };
  };
  const all = (await linesOf(db, scope, generation.no, nos)).map(toAsk);
  // Answers give no score to a supplier of which it is not known what it sells: that is asked first.
  const hasScore = ({ level }: ToAsk) => (level === "indicative" || level === "assessed" ? 1 : 0);
  const rest = all
    .filter(({ plan: place }) => place === null)
    .sort((a, b) => hasScore(b) - hasScore(a) || b.narrows - a.narrows);
  return [...all.filter(({ plan: place }) => place !== null), ...rest];
}

/** The suppliers before and after one in the queue, and the next one that has not answered all; for entering one after the other. */
export function neighbours(queue: readonly ToAsk[], id: string) {
  const at = queue.findIndex((one) => one.id === id);
  const after = queue.slice(at + 1);
  return {
    place: at < 0 ? null : at + 1,
    of: queue.length,
    previous: at > 0 ? queue[at - 1]! : null,
    next: after.find(({ answered }) => answered !== "answered") ?? null,
  };
}
