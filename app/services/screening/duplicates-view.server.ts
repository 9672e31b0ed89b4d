/** Suppliers that may be one, as people work through them. */
import type { Database, Scope } from "../../../db/database";
import {
  countPairs,
  decisionsOfPairs,
  pairQueue,
  type PairPlace,
  type PairState,
  type SignedPairDecision,
} from "../../../db/queries/merges";
import { publishedGeneration } from "../../../db/queries/generations";
import { linesOf } from "../../../db/queries/register";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { openScreeningJob } from "../../../db/queries/screening";
import type { MatchAnswer } from "../../matching/types";
import { lastDecision } from "./match-in-force";
import type { ComparedSupplier } from "./compared-facts";

export interface PairSide {
  readonly id: string;
  readonly facts: ComparedSupplier;
  /** Rows of the list that is shown; null: it is not in it. */
  readonly rows: number | null;
}

export interface PairView {
  readonly id: string;
  readonly version: number;
  readonly state: PairState;
  readonly score: number;
  readonly left: PairSide;
  readonly right: PairSide;
  readonly answer: MatchAnswer;
  /** The last decision that was not taken back. */
  readonly last: (SignedPairDecision & { readonly stays: "left" | "right" }) | null;
}

export interface DuplicatesView {
  readonly counts: Readonly<Partial<Record<PairState, number>>>;
  readonly pairs: readonly PairView[];
  readonly next: PairPlace | null;
  readonly hasList: boolean;
  readonly isRunning: boolean;
}

const PAGE = 20;

/** A page of pairs in a state, the most probable first. */
export async function duplicatesView(
  db: Database,
  scope: Scope,
  { state, after }: { readonly state: PairState; readonly after: PairPlace | null },
): Promise<DuplicatesView> {
  const [counts, found, generation, open] = await Promise.all([
    countPairs(db, scope),
    pairQueue(db, scope, state, { after, limit: PAGE + 1 }),
    publishedGeneration(db, scope),
    openScreeningJob(db, scope),
  ]);
  const shown = found.slice(0, PAGE);
  const nos = [...new Set(shown.flatMap(({ leftNo, rightNo }) => [leftNo, rightNo]))];
  const [ids, lines, decisions] = await Promise.all([
    idsOfSuppliers(db, scope, nos),
    generation === null ? [] : linesOf(db, scope, generation, nos),
    decisionsOfPairs(
      db,
      scope,
      shown.filter(({ decisionId }) => decisionId !== null).map(({ id }) => id),
    ),
  ]);
  const rows = new Map(lines.map(({ supplierNo, rowCount }) => [supplierNo, rowCount]));
  const side = (no: number, facts: unknown): PairSide => ({
    id: ids.get(no) ?? "",
    facts: facts as ComparedSupplier,
    rows: rows.get(no) ?? null,
  });
  const end = shown.at(-1);
  return {
    counts,
    pairs: shown.map(({ id, decisionId, version, state: now, score, leftNo, rightNo, left, right, answer }) => {
      const last = lastDecision({ decisionId }, decisions);
      return {
        id,
        version,
        state: now,
        score,
        left: side(leftNo, left),
        right: side(rightNo, right),
        answer: answer as MatchAnswer,
        last: last ? { ...last, stays: last.intoNo === leftNo ? "left" : "right" } : null,
      };
    }),
    next: found.length > PAGE && end ? { score: end.score, id: end.id } : null,
    hasList: generation !== null,
    isRunning: open !== null,
  };
}
