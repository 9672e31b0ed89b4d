import type { Database, Scope } from "../../../db/database";
import { planOrder } from "../../../db/queries/plan-order";
import { followedUp, planInState } from "../../../db/queries/plans";
import { toldByList } from "../../../db/queries/readings";
import { linesOf, type RegisterLine } from "../../../db/queries/register";
import { LEVEL_CODES, wordOf } from "../../../db/schema/codes";
import type { PlanOutcome } from "../../../db/schema/plans";
import { whatWouldNarrow, type Question } from "../../../risk-models";
import type { Level } from "../../../risk-models/types";
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

/**
 * Whom to ask first: those of the plan in its order, then, of the first in the order of priority, those whose range the answers
 * would narrow most. The order is that of the list without recorded answers, so that it stays while one enters them. Null
 * before the first list is published.
 */
export async function askQueue(db: Database, scope: Scope): Promise<ToAsk[] | null> {
  const shown = await shownList(db, scope);
  if (!shown) return null;
  const { day } = shown;
  const { no: generation } = shown.generation;
  const engine = await engineOfList(db, day, shown.generation);
  const plan = can(scope.role, "plan:read")
    ? ((await planInState(db, scope, "accepted")) ?? (await planInState(db, scope, "draft")))
    : null;
  const entries = plan ? await followedUp(db, scope, plan.id) : [];
  const outcomeOf = new Map(
    entries.filter(({ outcome }) => outcome !== "stopped").map(({ supplierNo, outcome }) => [supplierNo, outcome]),
  );
  const order = await planOrder(db, scope, generation);
  const first = order ? await order.at(Array.from({ length: Math.min(COMPARED, order.total) }, (_, at) => at)) : [];
  const others = first.filter(({ sells, supplierNo }) => sells && !outcomeOf.has(supplierNo));
  const nos = [...outcomeOf.keys(), ...others.map(({ supplierNo }) => supplierNo)];
  const told = await toldByList(db, scope, generation, nos);
  const toAsk = (line: RegisterLine): ToAsk => {
    const { supplierNo } = line;
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
  const all = (await linesOf(db, scope, generation, nos)).map(toAsk);
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
