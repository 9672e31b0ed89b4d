/**
 * What was decided about a list's groups, payees and texts at the end of a past day, and what waited for a decision then. Both come
 * from what is kept of that day: the list's own groups, and the decisions with the times they were taken and taken back.
 */
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { decisionsInForce } from "../../../db/queries/understanding";
import type { IsoDate } from "../../../risk-models/types";
import { settlementOf } from "../../groups/settlement";
import type { Language } from "../../i18n/languages";
import { endOfDay } from "../../lib/as-known-on";
import type { AskedList } from "../../lib/past-list.server";
import { decidedTogether, decisionView, type DecisionView, type ProposalView } from "./choices.server";
import { parsedDecision, type CountedList, type StoredDecision } from "./counted-list.server";
import { listView, type UnderstandView } from "./understand-view.server";

/** The parts of the page that a past day has; what was proposed, and how many decisions it would have taken, it has not. */
export type UnderstandThen = Omit<UnderstandView, "ahead" | "applying">;

export interface UnderstoodOn {
  /** Null: no list was shown that day, or its lines are not kept; then what waited is not told. */
  readonly view: UnderstandThen | null;
  /** In force at the end of the day, the latest first; those made at once together. */
  readonly decisions: readonly (readonly DecisionView[])[];
}

/** What a text was read as is worked out anew each time, so it is not told of a past day. */
const NO_PROPOSAL: ProposalView = {
  sector: null,
  why: null,
  role: null,
  labour: null,
  notSeller: null,
  sectorLabel: null,
  share: null,
};

/** No list: what decisions say stands by itself, and settles nothing that could be counted. */
const withoutList = (decisions: readonly StoredDecision[]): CountedList => ({
  groups: [],
  payees: [],
  decisions,
  settlement: settlementOf([], [], decisions),
  currency: "",
});

/** Puts to each decision when and by whom it was taken back after the day. */
async function withUndone(
  db: Database,
  decisions: UnderstoodOn["decisions"],
  rows: readonly StoredDecision[],
): Promise<UnderstoodOn["decisions"]> {
  const undone = new Map(rows.flatMap((row) => (row.undoneAt ? [[row.id, row]] : [])));
  const names = await namesOfUsers(
    db,
    [...undone.values()].map(({ undoneBy }) => undoneBy),
  );
  return decisions.map((together) =>
    together.map((one) => {
      const row = undone.get(one.id);
      if (!row?.undoneAt) return one;
      return { ...one, undone: { at: row.undoneAt, who: row.undoneBy && (names.get(row.undoneBy) ?? null) } };
    }),
  );
}

/** The page of a past day (UTC). */
export async function understandThen(
  db: Database,
  scope: Scope,
  { kept }: Pick<AskedList, "kept">,
  day: IsoDate,
  language: Language = "en",
): Promise<UnderstoodOn> {
  const at = endOfDay(day);
  if (kept === null) {
    const rows = (await decisionsInForce(db, scope, at)).map(parsedDecision);
    const list = withoutList(rows);
    const views = rows.toReversed().map((row) => decisionView(row, list, language));
    return { view: null, decisions: await withUndone(db, decidedTogether(views), rows) };
  }
  const asked = { generation: kept.generation.no, importId: kept.importId, at };
  const { list, view } = await listView(db, scope, asked, [], language);
  const unproposed = <C extends { readonly proposal: ProposalView }>(choice: C): C => ({ ...choice, proposal: NO_PROPOSAL }); // prettier-ignore
  return {
    view: {
      ...view,
      groups: view.groups.map(unproposed),
      payees: view.payees.map(unproposed),
      texts: view.texts.map((text) => ({ ...text, suggestion: null })),
    },
    decisions: await withUndone(db, view.decisions, list.decisions),
  };
}
