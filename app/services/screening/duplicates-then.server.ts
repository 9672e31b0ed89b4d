/** Suppliers that may be one, as they were known at the end of a past day. What cannot be told exactly is left out and counted. */
import type { Database, Scope } from "../../../db/database";
import { decisionsOfPairs, type PairPlace, type StoredPair } from "../../../db/queries/merges";
import {
  changedPairTimes,
  countUnchangedPairs,
  pairDecisionTimes,
  pairsById,
  unchangedPairTimes,
  type PairDecisionTimes,
  type PairTimes,
} from "../../../db/queries/pair-times";
import { linesOf, type RegisterLine } from "../../../db/queries/register";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import type { MatchAnswer } from "../../matching/types";
import { endOfDay } from "../../lib/as-known-on";
import { partyOfLine, type ComparedSupplier } from "./compared-facts";
import { duplicateThen, type DuplicateThen } from "./duplicate-then";
import type { PairSide, PairView } from "./duplicates-view.server";
import { PAIR_TABS, type PairTab } from "./queue-tabs";

export interface PairCountsThen {
  readonly counts: Readonly<Partial<Record<PairTab, number>>>;
  /** How many had been found by then of which nothing says exactly where they stood. */
  readonly untold: number;
}

/** What tells of the pairs that were found by the end of the day. */
interface Telling {
  /** Those that something changed since they were found, the most probable first. */
  readonly pairs: readonly PairTimes[];
  /** How many stand as they were found: open. */
  readonly unchanged: number;
  /** By the id of the pair. */
  readonly decisions: ReadonlyMap<string, readonly PairDecisionTimes[]>;
}

/** Reads what tells of pairs, once for all of them: as many rows as anybody, or a comparison, ever changed. */
async function tellingOf(db: Database, scope: Scope, end: Date): Promise<Telling> {
  const [pairs, unchanged, made] = await Promise.all([
    changedPairTimes(db, scope, end),
    countUnchangedPairs(db, scope, end),
    pairDecisionTimes(db, scope),
  ]);
  const decisions = new Map<string, PairDecisionTimes[]>();
  for (const one of made) {
    const before = decisions.get(one.pairId);
    if (before) before.push(one);
    else decisions.set(one.pairId, [one]);
  }
  return { pairs, unchanged, decisions };
}

const isTab = (state: StoredPair["state"]): state is PairTab => (PAIR_TABS as readonly string[]).includes(state);

/** Which of the changed pairs stood in which part of the queue, and how many of all. What was gone from it then is nowhere. */
function standingThen({ pairs, unchanged, decisions }: Telling, end: Date) {
  const known: { readonly pair: PairTimes; readonly state: PairTab }[] = [];
  let untold = 0;
  for (const pair of pairs) {
    const stood = duplicateThen(pair, decisions.get(pair.id) ?? [], end);
    if (stood === "untold") untold += 1;
    else if (stood && isTab(stood.state)) known.push({ pair, state: stood.state });
  }
  const counts: Partial<Record<PairTab, number>> = unchanged > 0 ? { open: unchanged } : {};
  for (const { state } of known) counts[state] = (counts[state] ?? 0) + 1;
  return { known, counts, untold };
}

/** How many pairs stood in which part of the queue at the end of a day. */
export async function pairCountsThen(db: Database, scope: Scope, day: string): Promise<PairCountsThen> {
  const end = endOfDay(day);
  const { counts, untold } = standingThen(await tellingOf(db, scope, end), end);
  return { counts, untold };
}

/** A pair as of a day. */
export interface PairViewThen extends Pick<PairView, "id" | "state" | "last"> {
  readonly left: PairSide;
  readonly right: PairSide;
  /** What is shown of the two, as in `PairThen`; `later`: what the list of that day has of them. */
  readonly facts: DuplicateThen["facts"];
  /** How probable it was that they are one, and why; null: not kept for that day. */
  readonly score: number | null;
  readonly answer: MatchAnswer | null;
  /** The decision that stood then was taken back since; null: it was not, or there was none. */
  readonly takenBack: { readonly at: Date; readonly who: string | null } | null;
}

export interface DuplicatesThen extends PairCountsThen {
  readonly pairs: readonly PairViewThen[];
  readonly next: PairPlace | null;
}

const PAGE = 20;

/** The most probable first. */
const inOrder = (a: PairPlace, b: PairPlace): number => b.score - a.score || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/**
 * A page of the pairs in a part of the queue as known at the end of a day, in the order of their likeness today.
 * @param generation of the list that was shown then, which says what it had of each; null: it is not kept.
 */
export async function duplicatesThen(
  db: Database,
  scope: Scope,
  day: string,
  {
    state,
    after,
    generation,
  }: { readonly state: PairTab; readonly after: PairPlace | null; readonly generation: number | null },
): Promise<DuplicatesThen> {
  const end = endOfDay(day);
  const [telling, unchanged] = await Promise.all([
    tellingOf(db, scope, end),
    state === "open" ? unchangedPairTimes(db, scope, end, { after, limit: PAGE + 1 }) : [],
  ]);
  const { known, counts, untold } = standingThen(telling, end);
  const changed = known.filter((one) => one.state === state).map(({ pair }) => pair);
  const found = [...changed.filter((pair) => after === null || inOrder(after, pair) < 0), ...unchanged].sort(inOrder);
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    counts,
    untold,
    pairs: await pairsThen(db, scope, shown, telling, end, generation),
    next: found.length > PAGE && last ? { score: last.score, id: last.id } : null,
  };
}

/** The pairs of a page with what they were. */
async function pairsThen(
  db: Database,
  scope: Scope,
  shown: readonly PairTimes[],
  { decisions }: Telling,
  end: Date,
  generation: number | null,
): Promise<PairViewThen[]> {
  const nos = [...new Set(shown.flatMap(({ leftNo, rightNo }) => [leftNo, rightNo]))];
  const pairIds = shown.map(({ id }) => id);
  const [stored, ids, lines, signed] = await Promise.all([
    pairsById(db, scope, pairIds),
    idsOfSuppliers(db, scope, nos),
    generation === null ? [] : linesOf(db, scope, generation, nos),
    decisionsOfPairs(db, scope, pairIds),
  ]);
  const lineOf = new Map(lines.map((line) => [line.supplierNo, line]));
  return shown.flatMap((pair): PairViewThen[] => {
    const row = stored.find(({ id }) => id === pair.id);
    const stood = duplicateThen(pair, decisions.get(pair.id) ?? [], end);
    if (!row || stood === null || stood === "untold") return [];
    const made = signed.find(({ id }) => id === stood.decisionId);
    const side = (no: number, facts: unknown) =>
      sideThen(ids.get(no) ?? "", lineOf.get(no), facts as ComparedSupplier, stood.facts);
    const isAsThen = stood.facts === "as-then";
    return [
      {
        id: pair.id,
        state: stood.state,
        facts: stood.facts,
        left: side(pair.leftNo, row.left),
        right: side(pair.rightNo, row.right),
        score: isAsThen ? row.score : null,
        answer: isAsThen ? (row.answer as MatchAnswer) : null,
        last: made
          ? {
              ...made,
              undoneAt: null,
              undoneBy: null,
              undoneByName: null,
              stays: made.intoNo === pair.leftNo ? "left" : "right",
            }
          : null,
        takenBack: made && made.undoneAt !== null ? { at: made.undoneAt, who: made.undoneByName } : null,
      },
    ];
  });
}

/** What was said of a supplier of whom a later list says something else: by the list of that day, or its name alone. */
function sideThen(
  id: string,
  line: RegisterLine | undefined,
  compared: ComparedSupplier,
  facts: DuplicateThen["facts"],
): PairSide {
  const rows = line?.rowCount ?? null;
  if (facts !== "later") return { id, facts: compared, rows };
  const nothing = { aliases: [], country: null, city: null, address: null, ids: {}, parent: null, sector: null };
  return { id, facts: line ? partyOfLine(line) : { name: compared.name, ...nothing }, rows };
}
